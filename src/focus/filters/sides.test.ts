import { describe, expect, test } from 'vitest';
import { ALL, sliceRecord, type Filters } from '../../analysis/slice';
import { readRecord } from '../../record/reading/read';
import { secondEdition } from '../../testing/secondEdition';
import { START } from '../view';
import { choicesOf } from './choicesModel';
import { facetCounts } from './facets';
import { activeFilters, wordsOf } from './filterWords';

/** The event rests on the Polish page alone, the statement on the Polish and the Belarusian one. */
const record = readRecord(secondEdition(), 'small');
const passing = (filters: Partial<Filters>) => {
  const { row, all } = sliceRecord(record, { ...ALL, ...filters });
  return Array.from(row.subarray(0, all), (i) => record.stances.id[i]).sort();
};
const closure = 'closure--poland--belarus';
const words = 'words--belarus--poland';

describe('sides of sources', () => {
  test('a side leaves rows with at least one source on it', () => {
    expect(passing({ sides: ['polish'] })).toEqual([closure, words]);
    expect(passing({ sides: ['belarusian-state'] })).toEqual([words]);
    expect(passing({ sides: ['polish', 'belarusian-state'] })).toEqual([closure, words]);
    expect(passing({ sides: ['nobody'] })).toEqual([]);
  });

  test('all but one leaves out what rests on that side alone', () => {
    expect(passing({ withoutSide: 'polish' })).toEqual([words]);
    expect(passing({ withoutSide: 'belarusian-state' })).toEqual([closure, words]);
  });

  test('the counts beside the choices are the rows that then pass', () => {
    for (const field of ['sides', 'withoutSide'] as const) {
      const state = { ...START, basis: 'all' as const };
      const choices = choicesOf(record, state, field, facetCounts(record, state, null, field));
      expect(choices.map(({ value }) => value)).toEqual([...(field === 'sides' ? [] : ['']), 'polish', 'belarusian-state']);
      for (const { patch, count } of choices) expect(count).toBe(passing(patch).length);
    }
  });

  test('stand in the sentence by the labels that the package gives them', () => {
    const state = { ...START, sides: ['polish', 'belarusian-state'], withoutSide: 'belarusian-state' };
    expect(wordsOf(record, state, 'sides')).toBe('the Polish or Belarusian state side');
    expect(wordsOf(record, state, 'withoutSide')).toBe('any side but Belarusian state');
    expect(activeFilters(record, state).map(({ field, drop }) => [field, drop])).toEqual([
      ['sides', { sides: [] }],
      ['withoutSide', { withoutSide: '' }],
    ]);
  });
});
