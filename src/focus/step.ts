import { calendarOf, type Day, dayFrom, daysInMonth } from '../words/day';
import type { Step } from './view';

/**
 * The day one step after (1) or before (-1) `day`. A month keeps the day of the month where the next month has it, else its last day.
 */
export function addStep(day: Day, step: Step, direction: 1 | -1): Day {
  if (step === 'day') return day + direction;
  if (step === 'week') return day + 7 * direction;
  const { year, month, day: date } = calendarOf(day);
  const months = year * 12 + month - 1 + direction;
  const nextYear = Math.floor(months / 12);
  const nextMonth = months - nextYear * 12 + 1;
  return dayFrom(nextYear, nextMonth, Math.min(date, daysInMonth(nextYear, nextMonth)));
}
