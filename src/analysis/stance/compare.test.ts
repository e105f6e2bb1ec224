import { describe, expect, it } from 'vitest';
import { smallRecord, type Line } from '../../testing/smallRecord';
import { dayOf } from '../../words/calendar';
import { ALL, sliceRecord } from '../slice';
import { compareDates, type Comparison, type Difference } from './compare';
import { runStances, type Reading } from './stance';

const FIRST = dayOf('2025-02-01');
const SECOND = dayOf('2025-03-01');

function compare(stances: readonly Line[], first = FIRST, second = SECOND, more: Partial<Reading> = {}): Comparison {
  const slice = sliceRecord(smallRecord({ stances }), ALL);
  return compareDates(runStances(slice, { mode: 'latest', halfLife: 30, from: dayOf('2025-01-01'), ...more }), first, second);
}

const nothing: Comparison = { changed: [], appeared: [], disappeared: [], silent: [] };
const names = (list: readonly Difference[]) => list.map(({ holder, target }) => 'abcdef'[holder]! + 'abcdef'[target]!);

describe('two dates compared', () => {
  it('parts pairs that changed, appeared, disappeared and stayed silent', () => {
    const stances: Line[] = [
      ['a', 'b', '2025-01-10', 1],
      ['a', 'b', '2025-02-10', -1],
      ['b', 'a', '2025-02-11', 2],
      ['c', 'a', '2025-01-12', -2],
      ['c', 'b', '2025-03-02', 2],
    ];
    const { changed, appeared, disappeared, silent } = compare(stances);
    expect(changed).toMatchObject([{ change: -2, before: { value: 1 }, after: { value: -1 } }]);
    expect(appeared).toMatchObject([{ change: null, before: null, after: { value: 2 } }]);
    expect(silent).toMatchObject([{ change: 0, before: { value: -2 }, after: { value: -2 } }]);
    expect(disappeared).toEqual([]);
    expect([changed, appeared, silent].map(names)).toEqual([['ab'], ['ba'], ['ca']]);
    expect(changed[0]!.rows).toHaveLength(1);
    expect(silent[0]!.rows).toHaveLength(0);
  });

  it('counts a row of the second day, and not one of the first, whichever date is given first', () => {
    const stances: Line[] = [
      ['a', 'b', '2025-02-01', 1],
      ['a', 'b', '2025-02-02', 0],
      ['a', 'b', '2025-03-01', -1],
      ['a', 'b', '2025-03-02', 2],
    ];
    const there = compare(stances);
    expect(there.changed).toMatchObject([{ before: { value: 1 }, after: { value: -1 }, change: -2 }]);
    expect(there.changed[0]!.rows).toHaveLength(2);
    expect(compare(stances, SECOND, FIRST)).toEqual(there);
  });

  it('says nothing of pairs that neither date knows, and nothing changes on one date', () => {
    expect(compare([['a', 'b', '2025-04-01', 1]])).toEqual(nothing);
    expect(compare([['a', 'b', '2025-01-05', 1]], FIRST, FIRST).silent).toHaveLength(1);
    expect(compare([])).toEqual(nothing);
  });

  it('loses a pair whose rows all lie before the window', () => {
    const { disappeared, ...rest } = compare([['a', 'b', '2025-01-10', 1]], FIRST, SECOND, { mode: 'mean', from: FIRST });
    expect({ disappeared, ...rest }).toEqual(nothing);
  });

  it('puts the largest change first whatever its sign, then the one with more rows, then the order of the record', () => {
    const turn = (holder: string, target: string, before: number, ...after: number[]): Line[] => [
      [holder, target, '2025-01-10', before],
      ...after.map((score, i): Line => [holder, target, `2025-02-1${i}`, score]),
    ];
    const { changed } = compare([
      ...turn('a', 'b', 0, 1),
      ...turn('a', 'c', 0, 1),
      ...turn('a', 'd', 1, 0, 2),
      ...turn('b', 'a', 1, -2),
      ...turn('b', 'c', 0, 2),
    ]);
    expect(changed.map(({ change }) => change)).toEqual([-3, 2, 1, 1, 1]);
    expect(names(changed)).toEqual(['ba', 'bc', 'ad', 'ab', 'ac']);
  });

  it('puts those first that appeared with the most rows', () => {
    const { appeared } = compare([
      ['a', 'b', '2025-02-10', 1],
      ['a', 'c', '2025-02-10', 1],
      ['a', 'd', '2025-02-10', 1],
      ['a', 'd', '2025-02-11', 1],
    ]);
    expect(names(appeared)).toEqual(['ad', 'ab', 'ac']);
  });
});
