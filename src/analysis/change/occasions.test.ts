import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smallRecord, type Line } from '../../testing/smallRecord';
import { dayOf, isoOf } from '../../words/calendar';
import { ALL, pairOf, sliceRecord } from '../slice';
import { occasionsOf } from './occasions';

const START = dayOf('2025-01-01');
const WHOLE = { from: START, to: START + 1000 };
const sliceOf = (lines: readonly Line[]) => sliceRecord(smallRecord({ stances: lines }), ALL);
const line = (day: number, score: number, occasion = ''): Line => ['x', 'y', isoOf(START + day), score, { occasion }];

describe('rows as occasions', () => {
  it('count once where the record says that they tell of one thing, at their mean and earliest day', () => {
    const slice = sliceOf([line(0, 2), line(3, -1, 'closure'), line(5, 0), line(9, -2, 'closure')]);
    expect(occasionsOf(slice, 0, WHOLE)).toEqual([
      { day: START, score: 2, rows: [0] },
      { day: START + 3, score: -1.5, rows: [1, 3] },
      { day: START + 5, score: 0, rows: [2] },
    ]);
  });

  it('count once where they are of one day, and what hangs together through a day is one', () => {
    const slice = sliceOf([
      line(0, 1),
      line(0, -2),
      line(4, 0, 'talk'),
      line(6, 2, 'talk'),
      line(6, 1, 'release'),
      line(8, 2, 'release'),
    ]);
    expect(occasionsOf(slice, 0, WHOLE).map(({ day, score, rows }) => [day - START, score, rows.length])).toEqual([
      [0, -0.5, 2],
      [4, 1.25, 4],
    ]);
  });

  it('are told apart by pair, and an occasion of two pairs is an observation of each', () => {
    const slice = sliceOf([line(1, 1, 'talk'), ['y', 'x', isoOf(START + 1), -1, { occasion: 'talk' }], line(7, 2, 'talk')]);
    const actor = (id: string) => slice.record.actorIndex.get(id) ?? -1;
    expect(occasionsOf(slice, pairOf(slice, actor('x'), actor('y')), WHOLE).map(({ score }) => score)).toEqual([1.5]);
    expect(occasionsOf(slice, pairOf(slice, actor('y'), actor('x')), WHOLE).map(({ score }) => score)).toEqual([-1]);
  });

  it('stand on the first of their days that is read', () => {
    const slice = sliceOf([line(0, -2, 'closure'), line(10, 0, 'closure'), line(12, 1, 'closure')]);
    expect(occasionsOf(slice, 0, { from: START + 5, to: START + 10 })).toEqual([{ day: START + 10, score: 0, rows: [1] }]);
    expect(occasionsOf(slice, -1, WHOLE)).toEqual([]);
  });

  it('are every row for itself where the reader asks for that', () => {
    const slice = sliceOf([line(0, 1), line(0, -2, 'a'), line(4, 0, 'a')]);
    expect(occasionsOf(slice, 0, WHOLE, false).map(({ score }) => score)).toEqual([1, -2, 0]);
  });

  it('lose no row, share no day, and stand in the order of their days', () => {
    const row = fc.tuple(
      fc.integer({ min: 0, max: 30 }),
      fc.integer({ min: -2, max: 2 }),
      fc.constantFrom('', '', 'a', 'b', 'c'),
    );
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 25 }), (rows) => {
        const slice = sliceOf(rows.map(([day, score, occasion]) => line(day, score, occasion)));
        const found = occasionsOf(slice, 0, WHOLE);
        expect(found.flatMap((occasion) => occasion.rows).sort((a, b) => a - b)).toEqual(
          Array.from({ length: rows.length }, (_, k) => k),
        );
        for (let i = 1; i < found.length; i++) expect(found[i]!.day).toBeGreaterThan(found[i - 1]!.day);
        const placeOf = new Map(found.flatMap(({ rows: members }, i) => members.map((k) => [k, i] as const)));
        for (let a = 0; a < slice.n; a++)
          for (let b = 0; b < a; b++) {
            const { occasion } = slice.record.stances;
            const same = slice.day[a] === slice.day[b] || (occasion[a]! >= 0 && occasion[a] === occasion[b]);
            if (same) expect(placeOf.get(a)).toBe(placeOf.get(b));
          }
      }),
      { numRuns: 60 },
    );
  });
});
