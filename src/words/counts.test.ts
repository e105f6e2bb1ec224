import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { count, countOf, countWord, figure, noun, numberWord, plural } from './counts';

test('a count and its noun', () => {
  expect([count(0, 'row'), count(1, 'row'), count(2, 'row'), count(1204, 'row')]).toEqual([
    '0 rows',
    '1 row',
    '2 rows',
    '1,204 rows',
  ]);
  expect([count(1, 'hypothesis'), count(2, 'hypothesis'), count(2, 'story')]).toEqual([
    '1 hypothesis',
    '2 hypotheses',
    '2 stories',
  ]);
  expect(count(2, { one: 'tooth', other: 'teeth' })).toBe('2 teeth');
});

test('in words up to ten', () => {
  expect([countWord(0, 'row'), countWord(1, 'row'), countWord(10, 'row'), countWord(11, 'row')]).toEqual([
    'no row',
    'one row',
    'ten rows',
    '11 rows',
  ]);
  expect([numberWord(3), numberWord(1204), figure(1204567)]).toEqual(['three', '1,204', '1,204,567']);
});

test('a part of a whole', () => {
  expect([countOf(18, 29, 'row'), countOf(0, 29, 'row'), countOf(1, 1, 'row')]).toEqual([
    '18 of 29 rows',
    'none of 29 rows',
    '1 of 1 row',
  ]);
});

describe('no count of one is plural, and no other is singular', () => {
  test('whatever the noun', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.constantFrom('pair' as const, 'coder' as const, 'coded row' as const), (n, of) => {
        expect(count(n, of).endsWith('s')).toBe(n !== 1);
        expect(noun(n, of).endsWith('s')).toBe(n !== 1);
        expect(plural(n, { one: 'is', other: 'are' })).toBe(n === 1 ? 'is' : 'are');
      }),
    );
  });
});
