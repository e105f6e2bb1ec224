import { expect, it } from 'vitest';
import { tieMessages as said } from './ties';

it('says what a record of ties begins with', () => {
  expect(said.begins('in 1872', 1, 0)).toBe('The record begins in 1872 with 1 pair on friendly terms.');
  expect(said.begins('in 1872', 0, 2)).toBe('The record begins in 1872 with 2 pairs on unfriendly terms.');
  expect(said.begins('on 5 May 1872', 3, 6)).toBe(
    'The record begins on 5 May 1872 with 3 pairs on friendly terms and 6 on unfriendly ones.',
  );
});

it('counts the triads that are unbalanced', () => {
  expect(said.triads(0, 0)).toBe('No triad has a sign on each side.');
  expect(said.triads(3, 0)).toBe('Every one of 3 triads is balanced.');
  expect(said.triads(6, 1)).toBe('1 of 7 triads is unbalanced.');
  expect(said.triads(5, 2)).toBe('2 of 7 triads are unbalanced.');
});
