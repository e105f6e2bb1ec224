import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seeded } from '../random';
import { gradeInterval, GRADES, meanProbability, meanQuantile } from './interval';

const countsArbitrary = fc
  .array(fc.oneof(fc.constant(0), fc.double({ min: 0.01, max: 30, noNaN: true })), { minLength: 5, maxLength: 5 })
  .filter((counts) => counts.some((count) => count > 0));
const meanOf = (counts: readonly number[]) =>
  counts.reduce((sum, count, k) => sum + count * GRADES[k]!, 0) / counts.reduce((sum, count) => sum + count, 0);

describe('the interval of a mean of grades', () => {
  /** 90 % intervals of k in n as printed in tables of the exact binomial interval (two tails of 5 %). */
  it.each([
    [0, 1, 0, 0.95],
    [0, 5, 0, 0.4507],
    [0, 10, 0, 0.2589],
    [1, 5, 0.0102, 0.6574],
    [3, 10, 0.0873, 0.6066],
    [5, 10, 0.2224, 0.7776],
    [10, 20, 0.302, 0.698],
  ])('is that of Clopper and Pearson where only the two ends are seen: %i of %i', (k, n, low, high) => {
    const [from, to] = gradeInterval([n - k, 0, 0, 0, k]);
    expect((from + 2) / 4).toBeCloseTo(low, 3);
    expect((to + 2) / 4).toBeCloseTo(high, 3);
  });

  it('is nearly the whole scale for one row, and the whole where there is none', () => {
    const [low, high] = gradeInterval([0, 0, 0, 0, 1]);
    expect(low).toBeCloseTo(-1.8, 2);
    expect(high).toBe(2);
    expect(gradeInterval([0, 0, 0, 0, 0])).toEqual([-2, 2]);
  });

  /** Every outcome of n rows, with its chance: coverage without drawing. */
  it.each([1, 2, 3, 5])('holds the true mean in at least 90%% of all outcomes of %i rows, whatever the distribution', (n) => {
    const truths = [
      [0.2, 0.2, 0.2, 0.2, 0.2],
      [0.5, 0, 0, 0, 0.5],
      [0.62, 0, 0, 0, 0.38],
      [0.55, 0.25, 0.12, 0.06, 0.02],
      [0.9, 0.08, 0.02, 0, 0],
      [0, 0, 0, 1, 0],
    ];
    const held = truths.map(() => 0);
    const counts = [0, 0, 0, 0, 0];
    const outcomes = (grade: number, left: number) => {
      if (grade === 4) {
        counts[4] = left;
        const [low, high] = gradeInterval(counts);
        truths.forEach((truth, i) => {
          if (low > meanOf(truth) + 1e-9 || high < meanOf(truth) - 1e-9) return;
          let chance = 1;
          let rows = 0;
          counts.forEach((count, k) => {
            for (let j = 1; j <= count; j++) chance *= (truth[k]! * ++rows) / j;
          });
          held[i]! += chance;
        });
        return;
      }
      for (let k = 0; k <= left; k++) {
        counts[grade] = k;
        outcomes(grade + 1, left - k);
      }
    };
    outcomes(0, n);
    for (const share of held) expect(share).toBeGreaterThanOrEqual(0.9);
  });

  it('holds the mean, lies on the scale, and is never of zero width', () => {
    fc.assert(
      fc.property(countsArbitrary, (counts) => {
        const [low, high] = gradeInterval(counts);
        expect(low).toBeGreaterThanOrEqual(-2);
        expect(high).toBeLessThanOrEqual(2);
        expect(low).toBeLessThanOrEqual(meanOf(counts) + 1e-9);
        expect(high).toBeGreaterThanOrEqual(meanOf(counts) - 1e-9);
        expect(high - low).toBeGreaterThan(0.01);
      }),
      { numRuns: 200 },
    );
  });

  it('is its own mirror image when the scale is turned round', () => {
    fc.assert(
      fc.property(countsArbitrary, (counts) => {
        const [low, high] = gradeInterval(counts);
        const [back, front] = gradeInterval([...counts].reverse());
        expect(back).toBeCloseTo(-high, 2);
        expect(front).toBeCloseTo(-low, 2);
      }),
      { numRuns: 100 },
    );
  });

  it('narrows as the same shares rest on more rows, and widens with the level', () => {
    const width = (n: number, level?: number) => {
      const [low, high] = gradeInterval([0.2 * n, 0.4 * n, 0.3 * n, 0.1 * n, 0], level);
      return high - low;
    };
    expect([2, 5, 12, 40].map((n) => width(n))).toEqual([2, 5, 12, 40].map((n) => width(n)).sort((a, b) => b - a));
    expect(width(8, 0.5)).toBeLessThan(width(8, 0.9));
    expect(width(8, 0.9)).toBeLessThan(width(8, 0.99));
  });
});

describe('the distribution of a Dirichlet mean', () => {
  it('is a beta where two grades are seen: one and one is uniform, three and one is a cube', () => {
    for (const share of [0.05, 0.3, 0.5, 0.9, 0.97]) {
      expect(meanProbability([1, 0, 0, 0, 1], -2 + 4 * share)).toBeCloseTo(share, 9);
      expect(meanProbability([1, 0, 0, 0, 3], -2 + 4 * share)).toBeCloseTo(share ** 3, 9);
    }
  });

  /** A grade that was not seen takes no part; one grade alone is certain; the ends of the scale hold everything. */
  it('steps where one grade alone is seen', () => {
    const sure = [0, 0, 3, 0, 0];
    expect([-0.5, 0, 0.5].map((t) => meanProbability(sure, t))).toEqual([0, 1, 1].map((p) => expect.closeTo(p, 3) as number));
    expect([0.05, 0.5, 0.95].map((q) => meanQuantile(sure, q))).toEqual([0, 0, 0]);
    expect([-3, -2, 2, 3].map((t) => meanProbability([1, 1, 1, 1, 1], t))).toEqual([0, 0, 1, 1]);
  });

  it('lies between the lowest and the highest grade that was seen', () => {
    for (const q of [1e-5, 0.5, 1 - 1e-5]) {
      const t = meanQuantile([0, 2, 0, 3, 0], q);
      expect(t).toBeGreaterThan(-1);
      expect(t).toBeLessThan(1);
    }
  });

  it('has the quantiles of a beta to a thousandth of a grade, also far out', () => {
    for (const q of [1e-4, 0.01, 0.05, 0.5, 0.77, 0.95, 0.999]) {
      expect(Math.abs(meanQuantile([1, 0, 0, 0, 1], q) - (-2 + 4 * q))).toBeLessThan(1e-3);
      expect(Math.abs(meanQuantile([1, 0, 0, 0, 3], q) - (-2 + 4 * q ** (1 / 3)))).toBeLessThan(1e-3);
    }
  });

  it('agrees with draws from five gammas', () => {
    const random = seeded(7);
    const counts = [1, 2, 3, 1, 2];
    // A gamma of a whole parameter is a sum of exponentials.
    const gamma = (n: number) => Array.from({ length: n }, () => -Math.log(1 - random())).reduce((sum, x) => sum + x, 0);
    const draws = Array.from({ length: 20_000 }, () => meanOf(counts.map(gamma)));
    for (const t of [-0.6, -0.1, 0.2, 0.7]) {
      const share = draws.filter((draw) => draw <= t).length / draws.length;
      expect(meanProbability(counts, t)).toBeCloseTo(share, 1);
      expect(Math.abs(meanProbability(counts, t) - share)).toBeLessThan(0.012);
    }
  });

  it('has quantiles that its probabilities give back', () => {
    fc.assert(
      fc.property(countsArbitrary, fc.double({ min: 0.03, max: 0.97, noNaN: true }), (counts, q) => {
        const held = counts.filter((count) => count > 0).length;
        const open = counts.map((count, k) => count + (k === 0 ? 1 : 0));
        if (held < 2) return;
        const t = meanQuantile(open, q);
        expect(meanProbability(open, t - 2e-3)).toBeLessThan(q + 1e-3);
        expect(meanProbability(open, t + 2e-3)).toBeGreaterThan(q - 1e-3);
      }),
      { numRuns: 200 },
    );
  });
});
