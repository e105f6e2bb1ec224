import { expect, it } from 'vitest';
import { dayOf } from '../words/calendar';
import { timelineAloud } from './timelineAloud';

const row = (kind: string, date: string | null) => ({ kind, day: date === null ? null : dayOf(date) });
const window = { from: dayOf('2025-01-01'), to: dayOf('2025-12-31') };

it('rows and events are counted, and the month with most rows is named, the first of two alike', () => {
  const rows = [
    row('stance', '2025-03-01'),
    row('stance', '2025-03-31'),
    row('stance', '2025-05-02'),
    row('stance', '2025-05-03'),
    row('stance', null),
    row('event', '2025-06-01'),
    row('treaty', '2025-06-01'),
  ];
  expect(timelineAloud(rows, window)).toBe('5 rows and 1 event, 1 January to 31 December 2025; most rows in March 2025 (2).');
  expect(timelineAloud([row('event', '2025-06-01')], window)).toBe('0 rows and 1 event, 1 January to 31 December 2025.');
});
