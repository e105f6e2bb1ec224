import fc from 'fast-check';
import { expect, test } from 'vitest';
import { saidAlike, saidNumber, saysNumber } from './saidNumber';

test('a number is read in figures and in words, a text of more than a number is none', () => {
  expect(['20', '1,204', '+0.36', '\u22120.45', '-2', 'eight', 'Seven', 'twenty', 'third', 'none', 'no'].map(saidNumber)).toEqual([
    20, 1204, 0.36, -0.45, -2, 8, 7, 20, 3, 0, 0,
  ]); // prettier-ignore
  expect(['20 of 26', 'most', '', '1,2', 'thirty', '3.'].map(saidNumber)).toEqual([null, null, null, null, null, null]);
});

test('it holds to the decimals that are said', () => {
  expect([saysNumber('+0.36', 0.3649), saysNumber('+0.36', 0.366), saysNumber('0.4', 0.36), saysNumber('eight', 8)]).toEqual([true, false, true, true]); // prettier-ignore
  expect([saysNumber('eight', 9), saysNumber('many', 9)]).toEqual([false, false]);
});

test('it is said anew in the same manner', () => {
  expect([saidAlike('Seven', 8), saidAlike('eight', 11), saidAlike('eight', 21), saidAlike('first', 2), saidAlike('20', 22), saidAlike('+0.36', -0.307), saidAlike('0.4', 0.55), saidAlike('none', 0), saidAlike('none', 3)]).toEqual(['Eight', 'eleven', '21', 'second', '22', '\u22120.31', '0.6', 'none', 'three']); // prettier-ignore
});

test('what is said alike says the number', () => {
  const words = fc.constantFrom('Seven', 'eight', '20', 'third', 'none');
  fc.assert(fc.property(words, fc.integer({ min: 0, max: 30 }), (like, value) => saysNumber(saidAlike(like, value), value)));
  fc.assert(fc.property(fc.double({ min: -2, max: 2, noNaN: true }), (value) => saysNumber(saidAlike('+0.36', value), value)));
});
