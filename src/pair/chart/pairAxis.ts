import { utcDay, utcMonday, utcMonth, utcYear, type CountableTimeInterval } from 'd3';
import { calendarOf, type Day, formatYear, MONTHS } from '../../words/day';

/** Days on a line: `from` stands at 0, `until` (exclusive) at `width` px. The same line as the instrument's below the chart. */
export interface PairScale {
  from: Day;
  until: Day;
  width: number;
}

/** Where the day begins, in px. */
export function xOf(scale: PairScale, day: number): number {
  return ((day - scale.from) / (scale.until - scale.from)) * scale.width;
}

/** The middle of the day, in px: where a row of that day and the hand of the clock stand. */
export function middleOf(scale: PairScale, day: Day): number {
  return xOf(scale, day + 0.5);
}

/** The day at `x` px, kept within the window. */
export function dayAt(scale: PairScale, x: number): Day {
  const day = Math.floor(scale.from + (x / scale.width) * (scale.until - scale.from));
  return Math.min(scale.until - 1, Math.max(scale.from, day));
}

export interface PairTick {
  day: Day;
  x: number;
  /** First of a year. */
  major: boolean;
  /** Empty where there is no room. */
  label: string;
}

const DAY_MS = 86_400_000;

/** Intervals in rising length, with the days each spans and the px that two of its lines are kept apart. */
const INTERVALS: { every: CountableTimeInterval; count: number; days: number; room: number }[] = [
  { every: utcDay, count: 1, days: 1, room: 40 },
  { every: utcDay, count: 2, days: 2, room: 40 },
  { every: utcMonday, count: 1, days: 7, room: 44 },
  { every: utcMonday, count: 2, days: 14, room: 44 },
  ...[1, 3, 6].map((count) => ({ every: utcMonth, count, days: 30.44 * count, room: 36 })),
  ...[1, 2, 5, 10, 20, 50, 100, 500].map((count) => ({ every: utcYear, count, days: 365.25 * count, room: 44 })),
];

/** Grid lines in the finest interval that leaves room, labelled to the right of the line; the first label names its year. */
export function pairTicks(scale: PairScale, measure: (text: string) => number): PairTick[] {
  if (scale.width <= 0) return [];
  const pxPerDay = scale.width / (scale.until - scale.from);
  const fit = INTERVALS.find(({ days, room }) => days * pxPerDay >= room) ?? INTERVALS[INTERVALS.length - 1]!;
  const interval = fit.count === 1 ? fit.every : fit.every.every(fit.count);
  const dates = interval?.range(new Date(scale.from * DAY_MS), new Date(scale.until * DAY_MS)) ?? [];
  let free = -Infinity;
  return dates.map((date, i) => {
    const day = Math.round(date.getTime() / DAY_MS);
    const { year, month, day: ofMonth } = calendarOf(day);
    const x = xOf(scale, day);
    const major = month === 1 && ofMonth === 1;
    const name = MONTHS[month - 1]!.slice(0, 3);
    const years = fit.every === utcYear;
    const plain = fit.every === utcMonth ? name : `${ofMonth} ${name}`;
    const text = years || (major && fit.every === utcMonth) ? formatYear(year) : i === 0 ? `${plain} ${formatYear(year)}` : plain;
    const end = x + 4 + measure(text);
    const fits = x + 4 >= free && end <= scale.width + 2;
    if (fits) free = end + 8;
    return { day, x, major, label: fits ? text : '' };
  });
}
