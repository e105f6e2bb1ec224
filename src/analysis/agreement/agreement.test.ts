import { describe, expect, it } from 'vitest';
import { agreement, alpha, coderAgreement, ratingsOf, type Ratings } from './agreement';
import { syntheticRecord } from '../../testing/synthetic';

/** Observers as lines, units as columns, `.` for a missing value; turned into units by observers. */
function unitsOf(...observers: string[]): Ratings {
  const rows = observers.map((line) => line.split(' ').map((cell) => (cell === '.' ? null : Number(cell))));
  return rows[0]!.map((_, unit) => rows.map((row) => row[unit] ?? null));
}

/** The worked examples of Krippendorff, Computing Krippendorff's Alpha-Reliability (2011). */
describe('the published examples', () => {
  const binary = unitsOf('0 1 0 0 0 0 0 0 1 0', '1 1 1 0 0 1 0 0 0 0');
  const four = unitsOf(
    '1 2 3 3 2 1 4 1 2 . . .',
    '1 2 3 3 2 2 4 1 2 5 . 3',
    '. 3 3 3 2 3 4 2 2 5 1 .',
    '1 2 3 3 2 4 4 1 2 5 1 .',
  );

  it('A: two observers, binary data, 0.095', () => {
    expect(alpha(binary, 'nominal')).toBeCloseTo(0.095, 3);
  });

  it('B: two observers, nominal data, 0.692', () => {
    const [a, b, c, d, e] = [1, 2, 3, 4, 5];
    const left = [a, a, b, b, d, c, c, c, e, d, d, a];
    const right = [b, a, b, b, b, c, c, c, e, d, d, d];
    expect(alpha(left.map((value, i) => [value!, right[i]!]), 'nominal')).toBeCloseTo(0.692, 3); // prettier-ignore
  });

  it('C and D: four observers with missing data, nominal 0.743, ordinal 0.815, interval 0.849', () => {
    expect(alpha(four, 'nominal')).toBeCloseTo(0.743, 3);
    expect(alpha(four, 'ordinal')).toBeCloseTo(0.815, 3);
    expect(alpha(four, 'interval')).toBeCloseTo(0.849, 3);
  });

  it('counts the units that can be paired: 11 units, 40 ratings', () => {
    expect(agreement(four, 'ordinal')).toMatchObject({ units: 11, ratings: 40 });
  });

  it('has an interval around the value, the same for the same seed', () => {
    const once = agreement(four, 'ordinal', { seed: 3 });
    expect(once.interval![0]).toBeLessThan(once.alpha!);
    expect(once.interval![1]).toBeGreaterThan(once.alpha!);
    expect(agreement(four, 'ordinal', { seed: 3 })).toEqual(once);
  });
});

describe('alpha', () => {
  it('is 1 where all agree, and not known where nothing varies or nothing is paired', () => {
    expect(alpha([[1, 1], [2, 2]], 'ordinal')).toBe(1); // prettier-ignore
    expect(alpha([[1, 1], [1, 1]], 'ordinal')).toBeNull(); // prettier-ignore
    expect(alpha([[1, null], [null, 2]], 'ordinal')).toBeNull(); // prettier-ignore
  });

  it('is read from the codings of a record, all coders and two by two', () => {
    const record = syntheticRecord({ stances: 400, actors: 12 });
    const found = coderAgreement(record, { draws: 50 });
    expect(found.all.alpha).toBe(alpha(ratingsOf(record), 'ordinal'));
    expect(found.pairs.map(({ a, b }) => a + b)).toEqual(['ab']);
    expect(found.all.units).toBe(400);
    for (const { rows, lean } of found.leanings) {
      expect(rows).toBe(400);
      expect(Math.abs(lean)).toBeLessThan(0.2);
    }
  });
});
