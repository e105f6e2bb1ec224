import { describe, expect, test } from 'vitest';
import { readRecord } from '../../record/reading/read';
import { activeFilters, isActive, NO_FILTERS, recordWords, wordsBefore, wordsOf } from './filterWords';
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
    expect(wordsBefore(START, 'only')).toBe('only with ');
    expect(wordsBefore({ but: ['only'] }, 'only')).toBe('with ');
    expect(wordsBefore({ but: ['only'] }, 'targets')).toBe('towards ');
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
