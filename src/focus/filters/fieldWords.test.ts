import { describe, expect, it, test } from 'vitest';
import { smallRecord } from '../../testing/smallRecord';
import { START, type ViewState } from '../view';
import { coderWords, sideWords, sourceWords, topicWords, wordsOf, type FilterField } from './filterWords';

const record = smallRecord({
  stances: [['a', 'nato', '2025-01-10', -2, { topics: 'nato;border-closure', coders: { x: 1 } }]],
  names: { a: 'Belarus', nato: 'NATO' },
});
const said = (field: FilterField, patch: Partial<ViewState> = {}) => wordsOf(record, { ...START, ...patch }, field);

describe('a filter in the sentence', () => {
  test.each<[FilterField, Partial<ViewState>, string]>([
    ['topics', { topics: ['nato', 'border-closure'] }, 'NATO or border closure'],
    ['only', { only: ['a', 'nato'] }, 'Belarus or NATO'],
    ['only', { only: ['nobody'] }, 'nobody'],
    ['sourceKinds', { sourceKinds: ['official', 'state-media'] }, 'official pages or state media'],
    ['outlets', { outlets: ['Outlet 0'] }, 'Outlet 0'],
    ['forms', { forms: ['acts'] }, 'acts'],
    ['sides', {}, 'every side'],
    ['sides', { sides: ['polish'] }, 'the polish side'],
    ['withoutSide', {}, 'no side left out'],
    ['withoutSide', { withoutSide: 'polish' }, 'any side but polish'],
    ['confidence', {}, 'any confidence'],
    ['confidence', { confidence: 1 }, 'medium or high confidence'],
    ['confidence', { confidence: 2 }, 'high confidence'],
    ['rows', { rows: 1 }, 'one row or more'],
    ['rows', { rows: 5 }, 'five rows or more'],
    ['actorKinds', {}, 'actors of every kind'],
    ['actorKinds', { actorKinds: ['state', 'outlet'] }, 'states or outlets'],
    ['sign', {}, 'any sign'],
    ['sign', { sign: 'negative' }, 'critical or hostile'],
    ['sign', { sign: 'mixed' }, 'mixed'],
    ['sign', { sign: 'positive' }, 'cooperative or supportive'],
    ['without', {}, 'no source left out'],
    ['without', { without: 'gone' }, 'gone'],
    ['disputed', { disputed: 'without' }, 'no disputed rows'],
    ['disputed', { disputed: 'only' }, 'disputed rows alone'],
    ['original', { original: 'only' }, 'rows with the original wording'],
    ['coder', {}, 'the agreed scores'],
    ['coder', { coder: 'x' }, 'coder x'],
    ['coder', { coder: 'z' }, 'coder z (unknown)'],
    ['basis', { basis: 'own' }, 'own words and acts'],
    ['basis', { basis: 'attributed' }, 'what others say of the actors'],
    ['basis', { basis: 'all' }, 'their own words and others’ accounts'],
    ['fold', { fold: true }, 'words about leaders count for their states'],
    ['fold', {}, 'leaders apart from their states'],
    ['query', { query: 'border' }, '“border”'],
  ])('%s %o is %s', (field, patch, words) => expect(said(field, patch)).toBe(words));

  it('of a facet turned round says that all but these are shown, and no more than three of many by name', () => {
    expect(said('only', { only: ['a'], but: ['only'] })).toMatch(/ but Belarus$/);
    expect(said('only', { only: ['a'] })).toBe('Belarus');
    const many = said('outlets', { outlets: ['One', 'Two', 'Three', 'Four', 'Five'] });
    expect(many).toContain('One');
    expect(many).not.toContain('Five');
  });

  it('is made of the record’s own names, and of ids that it does not know', () => {
    expect([topicWords(record, 'nato'), topicWords(record, 'border-closure')]).toEqual(['NATO', 'border closure']);
    expect([coderWords(record, 'x'), sideWords(record, 'polish'), sourceWords(record, 'gone')]).toEqual([
      'coder x',
      'polish',
      'gone',
    ]);
    expect(sourceWords(record, 's1')).not.toBe('s1');
  });

  it('is cut where a link names what no record has, at any length', () => {
    const long = `${'a very long name '.repeat(600)}`;
    for (const [field, state] of [
      ['topics', { topics: [long, long] }],
      ['only', { only: [long] }],
      ['outlets', { outlets: [long] }],
      ['sides', { sides: [long] }],
      ['withoutSide', { withoutSide: long }],
      ['without', { without: long }],
      ['coder', { coder: long }],
      ['query', { query: long }],
      ['query', { query: '\u{1F600}'.repeat(500) }],
    ] as const) {
      const words = wordsOf(record, { ...START, ...state }, field as FilterField);
      expect(words.length, field).toBeLessThan(200);
      expect(words, field).toContain('\u00a0…');
      expect(() => encodeURIComponent(words), field).not.toThrow();
    }
  });
});
