import { expect, test } from 'vitest';
import { shipped } from '../../testing/shippedDataset';
import { actorsToPick, chosenFrom, placesToPick } from './pickModel';

const record = shipped('eastern-flank');
const actors = actorsToPick(record, [{ id: 'anna', name: 'Anna Nowa', kind: 'person', speaksFor: '', country: '' }]);
const found = (typed: string) => chosenFrom(actors, typed).map(({ item }) => item.id);

test('an actor is found by the beginning of any of its names, with or without marks, in any script', () => {
  expect(found('polan')[0]).toBe('poland');
  expect(found('Польш')[0]).toBe('poland');
  expect(found('lukaszen')[0]).toBe('aleksandr-lukashenko');
  expect(found('ryzhenkov')[0]).toBe('maksim-ryzhenkov');
  expect(found('nobody at all')).toEqual([]);
});

test('whose name begins so stands before whose other name does, and both before a word within', () => {
  const items = [
    { id: 'within', name: 'New Abba', aliases: [], note: '' },
    { id: 'alias', name: 'Xy', aliases: ['Abbot'], note: '' },
    { id: 'name', name: 'Abbess', aliases: [], note: '' },
    { id: 'inside', name: 'Crabbe', aliases: [], note: '' },
    { id: 'exact', name: 'Zed', aliases: ['Abb'], note: '' },
  ];
  expect(chosenFrom(items, 'abb').map(({ item, exact }) => [item.id, exact])).toEqual([
    ['exact', true],
    ['name', false],
    ['alias', false],
    ['within', false],
    ['inside', false],
  ]);
});

test('no more are offered than can be read at a glance; of nothing typed the first', () => {
  expect(chosenFrom(actors, 'a')).toHaveLength(8);
  expect(found('')[0]).toBe('anna');
});

test('what was made in the form is offered first and says so; places say what they are', () => {
  expect(actors[0]).toMatchObject({ id: 'anna', note: 'person, made here' });
  const places = placesToPick(record, [{ id: 'nowe', name: 'Nowe', kind: 'city', country: '', lat: '', lon: '' }]);
  expect(places[0]).toMatchObject({ id: 'nowe', note: 'city, made here' });
  expect(chosenFrom(places, 'minsk')[0]?.item).toMatchObject({ id: 'minsk', note: 'capital, BLR' });
});
