import { dayOf, isoOf } from '../record/day';
import type { Day } from '../record/record';
import type { Step } from './view';

/**
 * The day one step before (-1) or after (1) `day`. A month keeps the day of the month where the next month has it, else its last day.
 */
export function addStep(day: Day, step: Step, direction: 1 | -1): Day {
  if (step === 'day') return day + direction;
  if (step === 'week') return day + 7 * direction;
  const iso = isoOf(day);
  const [, year, month, date] = /^(-?\d+)-(\d\d)-(\d\d)$/.exec(iso) ?? [];
  const months = Number(year) * 12 + Number(month) - 1 + direction;
  const first = new Date(0);
  first.setUTCFullYear(Math.floor(months / 12), ((months % 12) + 12) % 12, 1);
  const start = dayOf(first.toISOString().slice(0, first.toISOString().indexOf('T'))) ?? day;
  first.setUTCMonth(first.getUTCMonth() + 1);
  const length = Math.round(first.getTime() / 86_400_000) - start;
  return start + Math.min(Number(date), length) - 1;
}
