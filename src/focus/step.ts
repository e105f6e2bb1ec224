import type { Step } from './view';
import { calendarOf, type Day, dayFrom, daysInMonth } from '../words/calendar';

/** Months in a step that is counted in months. */
const MONTHS_IN: Record<Exclude<Step, 'day' | 'week'>, number> = { month: 1, year: 12, decade: 120 };

/**
 * The day one step after (1) or before (-1) `day`. A month, a year and a decade keep the day of the month where the month they lead to
 * has it, else its last day.
 */
export function addStep(day: Day, step: Step, direction: 1 | -1): Day {
  if (step === 'day') return day + direction;
  if (step === 'week') return day + 7 * direction;
  const { year, month, day: date } = calendarOf(day);
  const months = year * 12 + month - 1 + MONTHS_IN[step] * direction;
  const nextYear = Math.floor(months / 12);
  const nextMonth = months - nextYear * 12 + 1;
  return dayFrom(nextYear, nextMonth, Math.min(date, daysInMonth(nextYear, nextMonth)));
}

/** Mean days of a step, in the Gregorian calendar. */
const DAYS_IN: Record<Step, number> = { day: 1, week: 7, month: 30.436875, year: 365.2425, decade: 3652.425 };

/** The step that takes a clock through a window in some thirty to a hundred and fifty steps: a talk's length, and no blur. */
export function stepFor(from: Day, to: Day): Step {
  const days = to - from;
  if (days <= 60) return 'day';
  if (days <= 1100) return 'week';
  if (days <= 5500) return 'month';
  return days <= 60_000 ? 'year' : 'decade';
}

/** Slowest and fastest speed of play, in steps a second. */
export const SPEED_RANGE = [0.25, 60] as const;

/** Seconds that playing through a window takes. */
export function secondsOf(from: Day, to: Day, step: Step, speed: number): number {
  return (to - from) / DAYS_IN[step] / speed;
}

/** The speed at which playing through a window takes so many seconds, within {@link SPEED_RANGE}. */
export function speedOf(from: Day, to: Day, step: Step, seconds: number): number {
  const [slowest, fastest] = SPEED_RANGE;
  const speed = (to - from) / DAYS_IN[step] / Math.max(0.1, seconds);
  return Math.min(fastest, Math.max(slowest, Math.round(speed * 1000) / 1000));
}
