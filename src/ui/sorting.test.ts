import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keyOfText, nextWay, sortedBy, type SortKey } from './sorting';

const order = (keys: readonly SortKey[], way: 'ascending' | 'descending') =>
  sortedBy(
    keys.map((key, i) => ({ key, i })),
    ({ key }) => key,
    way,
  ).map(({ i }) => i);

test('up, down, and back to the order in which the rows are given', () => {
  expect([nextWay(null), nextWay('ascending'), nextWay('descending')]).toEqual(['ascending', 'descending', null]);
  const rows = [3, 1, 2];
  expect(sortedBy(rows, (n) => n, null)).toBe(rows);
});

test('numbers by size, words as a reader counts, and empty cells last either way', () => {
  expect(order([2, null, -1, NaN, 10], 'ascending')).toEqual([2, 0, 4, 1, 3]);
  expect(order([2, null, -1, NaN, 10], 'descending')).toEqual([4, 0, 2, 1, 3]);
  expect(order(['Row 10', '', 'Row 9', 'Łódź', 'Lublin'], 'ascending')).toEqual([3, 4, 2, 0, 1]);
});

test('rows that are alike keep their order in both directions', () => {
  expect(order([1, 0, 1, 0], 'ascending')).toEqual([1, 3, 0, 2]);
  expect(order([1, 0, 1, 0], 'descending')).toEqual([0, 2, 1, 3]);
});

test('sorting loses no row', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.oneof(fc.double(), fc.string()))), fc.boolean(), (keys, up) => {
      expect([...order(keys, up ? 'ascending' : 'descending')].sort((a, b) => a - b)).toEqual(keys.map((_, i) => i));
    }),
  );
});

test('a cell of text that is a number sorts as one', () => {
  expect(['\u22120.5', '+2', '1,204', '12%', '–', '', '21 Jan 2026', '0.1 to 2.4'].map(keyOfText)).toEqual([
    -0.5,
    2,
    1204,
    12,
    null,
    null,
    '21 Jan 2026',
    '0.1 to 2.4',
  ]);
});
