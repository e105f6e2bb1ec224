import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smallRecord } from '../../testing/smallRecord';
import { ACH_READING } from './ach';
import { DECIBANS, decibans, decibanScale, MOST_DECIBANS, ratioOf, weightOfEvidence, withDecibans } from './weight';

describe('decibans', () => {
  /** The table by which Fairfield and Charman (2017) read the scale, after Good (1985). */
  it.each([
    [2, 3.01],
    [10, 10],
    [100, 20],
    [1000, 30],
    [1, 0],
    [0.1, -10],
  ])('of a ratio of %f are %f', (ratio, db) => {
    expect(decibans(ratio)).toBeCloseTo(db, 2);
    expect(ratioOf(decibans(ratio))).toBeCloseTo(ratio, 9);
  });

  it('add where ratios multiply', () => {
    const ratio = fc.double({ min: 0.001, max: 1000, noNaN: true });
    fc.assert(
      fc.property(ratio, ratio, (x, y) => {
        expect(decibans(x * y)).toBeCloseTo(decibans(x) + decibans(y), 6);
      }),
    );
    expect(() => decibans(0)).toThrow(/above 0, not 0/);
  });

  it('are read from five falling numbers, and else are the usual ones', () => {
    expect(decibanScale('20,3,0,-3,-30')).toEqual({ CC: 20, C: 3, N: 0, I: -3, II: -30 });
    for (const text of [undefined, '', '1,2', '0,5,0,-5,-10', '10,5,,-5,-10', '10,5,0,-5,x', '41,5,0,-5,-10']) {
      expect(decibanScale(text)).toBe(DECIBANS);
    }
  });
});

describe('a changed rating', () => {
  it('is whole, and goes no further than its neighbours and the ends', () => {
    expect(withDecibans(DECIBANS, 0, 20.4)).toEqual([20, 5, 0, -5, -10]);
    expect(withDecibans(DECIBANS, 0, 3)).toEqual([5, 5, 0, -5, -10]);
    expect(withDecibans(DECIBANS, 2, -7)).toEqual([10, 5, -5, -5, -10]);
    expect(withDecibans(DECIBANS, 4, -99)).toEqual([10, 5, 0, -5, -MOST_DECIBANS]);
    expect(withDecibans(DECIBANS, 0, 99)).toEqual([MOST_DECIBANS, 5, 0, -5, -10]);
    expect(withDecibans(DECIBANS, 1, NaN)).toEqual([10, 5, 0, -5, -10]);
  });

  it('always leaves a scale that the link can hold', () => {
    fc.assert(
      fc.property(fc.nat(4), fc.double({ min: -100, max: 100, noNaN: true }), (at, value) => {
        const values = withDecibans(DECIBANS, at, value);
        expect(Object.values(decibanScale(values.join()))).toEqual(values);
      }),
    );
  });
});

describe('the weight of evidence', () => {
  const record = smallRecord({
    stances: [
      ['x', 'y', '2025-01-01', 0, { confidence: 'high' }],
      ['x', 'y', '2025-01-02', 0, { confidence: 'medium' }],
    ],
    assessments: [
      ['h1', 0, 'a', 'CC'], ['h2', 0, 'a', 'II'], ['h3', 0, 'a', 'N'],
      ['h1', 1, 'a', 'I'], ['h2', 1, 'a', 'C'],
      ['h1', 1, 'b', 'N'], ['h2', 1, 'b', 'C'],
    ],
  }); // prettier-ignore
  const weigh = (reading: Partial<typeof ACH_READING>, scale = DECIBANS) =>
    weightOfEvidence(record, { ...ACH_READING, ...reading }, scale).map(({ hypothesis, decibans: db, behind }) => [record.hypotheses[hypothesis]!.id, db, behind]); // prettier-ignore

  it('is the sum of the rows by hand: +10 and −5 against −10 and +5', () => {
    expect(weigh({ weigh: false, rater: 'a' })).toEqual([
      ['h1', 5, 0],
      ['h3', 0, 5],
      ['h2', -5, 10],
    ]);
  });

  it('takes the mean of raters cell by cell, and weighs rows by confidence where asked', () => {
    const found = weigh({});
    expect(found[0]).toEqual(['h1', expect.closeTo(10 * Math.SQRT2 - 2.5, 12), 0]);
    expect(found[2]).toEqual(['h2', expect.closeTo(-10 * Math.SQRT2 + 5, 12), expect.closeTo(20 * Math.SQRT2 - 7.5, 12)]);
  });

  it('leaves out what the reading leaves out, and follows the scale', () => {
    expect(weigh({ weigh: false, rater: 'a', without: new Set([0]) })[0]).toEqual(['h2', 5, 0]);
    expect(weigh({ weigh: false, rater: 'a' }, { CC: 30, C: 1, N: 0, I: -1, II: -2 })[0]).toEqual(['h1', 29, 0]);
  });
});
