import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gapInterval } from './gap';

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
