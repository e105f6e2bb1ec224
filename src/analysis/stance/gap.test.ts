import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smallRecord, type Line } from '../../testing/smallRecord';
import { dayOf } from '../../words/calendar';
import { ALL, pairOf, sliceRecord } from '../slice';
import { gapByHalfLife, gapInterval, gapIntervalAt } from './gap';
import { stanceInterval } from './series';
import { runStances, stanceAt } from './stance';

const within = (low: number, high: number) => ({ value: (low + high) / 2, interval: [low, high] as const });
const stanceArbitrary = fc
  .tuple(
    fc.double({ min: -2, max: 2, noNaN: true }),
    fc.double({ min: -2, max: 2, noNaN: true }),
    fc.double({ min: 0, max: 1, noNaN: true }),
  ) // prettier-ignore
  .map(([x, y, at]) => {
    const interval = [Math.min(x, y), Math.max(x, y)] as const;
    return { value: interval[0] + at * (interval[1] - interval[0]), interval };
  });

describe('the interval of a gap', () => {
  /** Newcombe (1998), method 10, example (a): 56 of 70 against 48 of 80, from Wilson intervals .691 to .878 and .490 to .701. */
  it('is the published one for the difference of two shares', () => {
    const { low, high } = gapInterval({ value: 0.8, interval: [0.6917, 0.8774] }, { value: 0.6, interval: [0.4904, 0.7002] });
    expect(low).toBeCloseTo(0.0524, 3);
    expect(high).toBeCloseTo(0.3339, 3);
  });

  it('begins at 0 where the two may be alike, and nowhere else', () => {
    expect(gapInterval(within(-1, 1), within(-0.5, 1.5)).low).toBe(0);
    expect(gapInterval(within(-2, -1), within(1, 2)).low).toBeCloseTo(3 - Math.SQRT1_2, 12);
    expect(gapInterval(within(-2, -1), within(1, 2)).high).toBeCloseTo(3 + Math.SQRT1_2, 12);
  });

  it('holds the gap, is the same either way round, and lies within 0 and 4', () => {
    fc.assert(
      fc.property(stanceArbitrary, stanceArbitrary, (a, b) => {
        const { low, high } = gapInterval(a, b);
        const gap = Math.abs(a.value - b.value);
        expect(low).toBeLessThanOrEqual(gap + 1e-9);
        expect(high).toBeGreaterThanOrEqual(gap - 1e-9);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(4);
        const back = gapInterval(b, a);
        expect(back.low).toBeCloseTo(low, 12);
        expect(back.high).toBeCloseTo(high, 12);
      }),
    );
  });
});

describe('the gap of two holders on a date', () => {
  const stances: Line[] = [
    ['a', 'c', '2025-01-01', 2],
    ['a', 'c', '2025-01-31', -1],
    ['b', 'c', '2025-01-11', -2],
    ['b', 'c', '2025-02-10', -1],
    ['b', 'c', '2025-03-10', 2],
  ];
  const slice = sliceRecord(smallRecord({ stances }), ALL);
  const run = runStances(slice, { mode: 'decay', halfLife: 30, from: dayOf('2025-01-01') });
  const [a, b] = [pairOf(slice, 0, 1), pairOf(slice, 2, 1)];

  it('is had from the stance and the interval of each, and is unknown until both have spoken', () => {
    const at = dayOf('2025-02-10');
    const one = (pair: number) => ({ value: stanceAt(run, pair, at)!.value, interval: stanceInterval(run, pair, at)! });
    expect(gapIntervalAt(run, [a, b], at)).toEqual(gapInterval(one(a), one(b)));
    expect(gapIntervalAt(run, [a, b], dayOf('2025-01-10'))).toBeNull();
    expect(gapIntervalAt(run, [b, a], dayOf('2025-01-10'))).toBeNull();
    expect(gapIntervalAt(run, [a, -1], at)).toBeNull();
  });

  /** Rows 30 days apart: under a half-life of h days the older weighs 2^(-30 / h). */
  it('is told for each half-life', () => {
    const gaps = gapByHalfLife(run, [a, b], dayOf('2025-02-10'));
    expect(gaps.map(({ halfLife }) => halfLife)).toEqual([14, 30, 60, 90, 180]);
    for (const { halfLife, gap } of gaps) {
      const older = 2 ** (-30 / halfLife);
      const [first, second] = [(2 * older - 1) / (older + 1), (-2 * older - 1) / (older + 1)];
      expect(gap).toBeCloseTo(first - second, 12);
    }
  });

  it('ends with the day, and is told of nobody who has not spoken by then', () => {
    expect(gapByHalfLife(run, [a, b], dayOf('2025-01-11'))).toEqual(
      [14, 30, 60, 90, 180].map((halfLife) => ({ halfLife, gap: 4 })),
    );
    expect(gapByHalfLife(run, [a, b], dayOf('2025-01-10'))).toEqual([]);
    expect(gapByHalfLife(run, [b, a], dayOf('2025-01-10'))).toEqual([]);
    expect(gapByHalfLife(run, [a, -1], dayOf('2025-01-11'))).toEqual([]);
  });

  it('begins at 0 where the two just touch', () => {
    expect(gapInterval({ value: 1, interval: [0, 2] }, { value: 0, interval: [0, 0] }).low).toBe(0);
  });
});
