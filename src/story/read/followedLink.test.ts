import { describe, expect, it } from 'vitest';
import { shipped } from '../../testing/shippedDataset';
import { followedLink } from './followedLink';

const record = shipped('eastern-flank');
const state = { extra: { plate: 'map', triad: 'a~b~c' } };
const look = (href: string, open: boolean, lit = '') => followedLink(record, state, href, open, lit);

describe('a link of a scene that is followed', () => {
  it('selects the row, and lets go of it when it is closed', () => {
    const id = record.evidence.id[0] ?? '';
    expect(look(id, true)).toEqual({ item: id });
    expect(look(id, false)).toEqual({ item: '' });
  });

  it('looks at an actor, and stays there', () => {
    expect(look('poland', true)).toEqual({ actors: ['poland'], pair: null });
    expect(look('poland', false)).toEqual({});
  });

  it('lights a triad, and then what the scene lights', () => {
    const triad = 'triad:belarus~poland~lithuania';
    expect(look(triad, true)).toEqual({ extra: { plate: 'map', triad: 'belarus~poland~lithuania' } });
    expect(look(triad, false, 'x~y~z')).toEqual({ extra: { plate: 'map', triad: 'x~y~z' } });
    expect(look(triad, false)).toEqual({ extra: { plate: 'map' } });
  });

  it('changes nothing for a page of the web', () => {
    expect(look('https://example.org', true)).toEqual({});
  });
});
