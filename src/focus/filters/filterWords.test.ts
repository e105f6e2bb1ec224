import { describe, expect, test } from 'vitest';
import { smallRecord } from '../../testing/smallRecord';
import { readRecord } from '../../record/reading/read';
import {
  activeFilters,
  isActive,
  NO_FILTERS,
  recordWords,
  clauseOf,
  filterSentence,
  wordsOf,
  type FilterField,
} from './filterWords';
import { plainText } from '../../words/messages/message';
import { START, type ViewState } from '../view';

const ties = readRecord(
  new Map([
    ['actors.csv', 'id,name,kind\nfrance,France,state\nitaly,Italy,state\n'],
    ['ties.csv', 'id,kind,members,sign,title\none,friendship,france;italy,1,Friends\n'],
  ]),
  'small',
);

describe('the sentence', () => {
  test('says the defaults in plain words', () => {
    expect(wordsOf(ties, START, 'topics')).toBe('all topics');
    expect(wordsOf(ties, START, 'basis')).toBe('own words and acts');
    expect(wordsOf(ties, START, 'rows')).toBe('two rows or more');
    expect(activeFilters(ties, START)).toEqual([]);
  });

  test('names actors, and ids that the record does not hold', () => {
    expect(wordsOf(ties, { ...START, only: ['italy', 'atlantis'] }, 'only')).toBe('Italy or atlantis');
  });

  test('asks only with the actors chosen, and with all others where they are left out', () => {
    const said = (patch: Partial<ViewState>, field: FilterField) => plainText(clauseOf(ties, { ...START, ...patch }, field));
    expect(said({ only: ['italy'] }, 'only')).toBe('only with Italy');
    expect(said({ only: ['italy'], but: ['only'] }, 'only')).toBe('with all actors but Italy');
    expect(said({ targets: ['italy'], but: ['only'] }, 'targets')).toBe('towards Italy');
    expect(said({ basis: 'own' }, 'basis')).toBe('in the actors’ own words and acts');
    expect(said({ basis: 'attributed' }, 'basis')).toBe('in what others say of the actors');
  });

  test('is one sentence about rows, or about ties, and each choice in it is marked with its field', () => {
    expect(plainText(filterSentence(ties, START, []))).toBe('Showing ties with all actors, between actors of every kind.');
    const stances = smallRecord({ stances: [['a', 'b', '2025-01-10', 1, { topics: 'border' }]], names: { a: 'Belarus' } });
    const pieces = filterSentence(stances, { ...START, topics: ['border'], holders: ['a'], disputed: 'only' }, [
      'holders',
      'disputed',
    ]);
    expect(plainText(pieces)).toBe(
      'Showing border, in the actors’ own words and acts, from every kind of source, at any confidence, held by Belarus, ' +
        'disputed rows alone; stances that rest on two rows or more.',
    );
    expect(pieces.flatMap(({ text, role }) => (role === null ? [] : [[role, text]]))).toEqual([
      ['topics', 'border'],
      ['basis', 'own words and acts'],
      ['sourceKinds', 'every kind of source'],
      ['confidence', 'any confidence'],
      ['holders', 'Belarus'],
      ['disputed', 'disputed rows alone'],
      ['rows', 'two rows or more'],
    ]);
  });

  test('shortens long lists', () => {
    expect(wordsOf(ties, { ...START, topics: ['a', 'b', 'c', 'd'] }, 'topics')).toBe('a, b or 2 more');
    expect(wordsOf(ties, { ...START, topics: ['a', 'b', 'c'] }, 'topics')).toBe('a, b or c');
  });

  test('counts actors and ties where there are no stances', () => {
    expect(recordWords(ties)).toBe('2 actors, 1 tie');
  });

  test('says how many rows its reader has changed', () => {
    const edited = { ...ties, meta: { ...ties.meta, edits: 2 } };
    expect(recordWords(edited)).toBe('2 actors, 1 tie, 2 rows changed here');
  });
});

test('each active filter can be dropped alone, and dropping all leaves none', () => {
  const state: ViewState = { ...START, topics: ['nuclear'], sign: 'negative', fold: true, query: 'deal', rows: 5, confidence: 2 };
  const active = activeFilters(ties, state);
  expect(active.map((filter) => filter.field)).toEqual(['topics', 'confidence', 'rows', 'sign', 'fold', 'query']);
  for (const filter of active) {
    const left = activeFilters(ties, { ...state, ...filter.drop }).map(({ field }) => field);
    expect(left).toEqual(active.map(({ field }) => field).filter((field) => field !== filter.field));
    expect(isActive({ ...state, ...filter.drop }, filter.field)).toBe(false);
  }
  expect(activeFilters(ties, { ...state, ...NO_FILTERS })).toEqual([]);
});
