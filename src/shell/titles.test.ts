import { expect, test } from 'vitest';
import { smallRecord } from '../testing/smallRecord';
import { saidOf, titleOf } from './titles';

const record = smallRecord({ stances: [['a', 'b', '2025-01-10', -2]] });
const other = { ...record, meta: { ...record.meta, title: 'Another' } };

test('the title names the page and the record, and the first page by the record alone', () => {
  expect(titleOf('Matrix', false, other)).toBe('Matrix · Another · Stanceline');
  expect(titleOf('Atlas', true, other)).toBe('Another · Stanceline');
});

test('a change of page or record is said once, before what is on show', () => {
  const before = { page: 'Atlas', record };
  expect(saidOf('Atlas', record, before, 'A step.')).toBe('A step.');
  expect(saidOf('Matrix', record, before, 'A step.')).toBe('Matrix. A step.');
  expect(saidOf('Matrix', other, before, 'A step.')).toBe('Another. Matrix. A step.');
});
