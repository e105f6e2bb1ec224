import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  decimal,
  intervalWords,
  ofHundred,
  percent,
  pWords,
  qWords,
  scoreInterval,
  signed,
  signMark,
  sizeWords,
} from './numbers';

test('numbers with a true minus, and none before nought', () => {
  expect([decimal(0.456), decimal(-0.456), decimal(-0.004), decimal(-2, 0)]).toEqual(['0.46', '−0.46', '0.00', '−2']);
  expect([signed(0.5), signed(-1.46), signed(0.04), signed(-0.04), signed(0), signed(2, 0), signed(null)]).toEqual([
    '+0.5',
    '−1.5',
    '0.0',
    '0.0',
    '0.0',
    '+2',
    'not covered',
  ]);
  expect([signMark(1), signMark(-1), signMark(0)]).toEqual(['+', '−', '0']);
});

test('a printed score reads back as the score to within half of its last digit', () => {
  fc.assert(
    fc.property(fc.double({ min: -2, max: 2, noNaN: true }), fc.constantFrom(0, 1, 2, 3), (value, digits) => {
      const text = signed(value, digits);
      expect(Math.abs(Number(text.replace('−', '-')) - value)).toBeLessThanOrEqual(0.5 * 10 ** -digits + 1e-12);
      expect(text.includes('-')).toBe(false);
    }),
  );
});

test('shares and intervals', () => {
  expect([percent(0.452), percent(0.452, 1), percent(1)]).toEqual(['45%', '45.2%', '100%']);
  expect(intervalWords([0.12, 0.451])).toBe('0.12 to 0.45');
  expect(scoreInterval([-0.6, 0.5], 1)).toBe('−0.6 to +0.5');
  expect([ofHundred(0.021), ofHundred(0.001), ofHundred(0), ofHundred(1)]).toEqual([
    '2 of 100',
    'fewer than 1 of 100',
    '0 of 100',
    '100 of 100',
  ]);
});

test('p and q', () => {
  expect([pWords(0.021), pWords(0.26), pWords(0.099), pWords(0.0996), pWords(0.0004), pWords(1)]).toEqual([
    'p = .021',
    'p = .26',
    'p = .099',
    'p = .10',
    'p < .001',
    'p = 1.00',
  ]);
  expect([pWords(0.001, 999), pWords(0.002, 999), pWords(0.0001, 9999), pWords(0.005, 199)]).toEqual([
    'p ≤ .001',
    'p = .002',
    'p ≤ .0001',
    'p ≤ .005',
  ]);
  expect([qWords(0.05), qWords(0.12), qWords(0.0001)]).toEqual(['q = .050', 'q = .12', 'q < .001']);
});

test('sizes of files', () => {
  expect([1, 999, 1000, 999_499, 999_500, 4_600_000].map(sizeWords)).toEqual([
    '1 byte',
    '999 bytes',
    '1 kB',
    '999 kB',
    '1.0 MB',
    '4.6 MB',
  ]);
});
