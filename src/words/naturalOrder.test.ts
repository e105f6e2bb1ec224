import { expect, it } from 'vitest';
import { naturalOrder } from './naturalOrder';

it('counts numbers in names', () => {
  expect(['Event 10', 'Event 2', 'Event 0', 'Event 1', 'Event 11'].sort(naturalOrder)).toEqual([
    'Event 0',
    'Event 1',
    'Event 2',
    'Event 10',
    'Event 11',
  ]);
});

it('puts letters with marks beside those without', () => {
  expect(['Zagreb', 'Österreich', 'Oslo', 'Åland'].sort(naturalOrder)).toEqual(['Åland', 'Oslo', 'Österreich', 'Zagreb']);
});
