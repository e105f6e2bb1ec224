import fc from 'fast-check';
import { expect, test } from 'vitest';
import { signed } from './numbers';
import { gradeOf, meanWord, scored, scoreWord, signWords } from './scores';

test.each([
  [-2, 'hostile'],
  [-1.5, 'hostile'],
  [-1.46, 'hostile'],
  [-1.44, 'critical'],
  [-0.5, 'critical'],
  [-0.44, 'mixed'],
  [0, 'mixed'],
  [0.44, 'mixed'],
  [0.5, 'cooperative'],
  [1.44, 'cooperative'],
  [1.46, 'supportive'],
  [2, 'supportive'],
])('%d is %s', (value, word) => expect(scoreWord(value)).toBe(word));

test('the word goes with the digits that are printed', () => {
  expect([scored(-1.46), scored(-1.46, 2), scored(1, 0)]).toEqual(['−1.5 hostile', '−1.46 critical', '+1 cooperative']);
  expect([meanWord(-1.46), meanWord(-1.46, 2), meanWord(0.2)]).toEqual(['mostly hostile', 'mostly critical', 'mixed']);
  expect([signWords(true), signWords(false)]).toEqual(['cooperative or supportive', 'critical or hostile']);
});

test('two scores that print alike have one word', () => {
  const score = fc.double({ min: -2, max: 2, noNaN: true });
  fc.assert(
    fc.property(score, fc.double({ min: -0.1, max: 0.1, noNaN: true }), fc.constantFrom(0, 1, 2), (a, step, digits) => {
      const b = a + step;
      if (signed(a, digits) !== signed(b, digits)) return;
      expect(gradeOf(a, digits)).toBe(gradeOf(b, digits));
      expect(scored(a, digits)).toBe(scored(b, digits));
    }),
  );
});
