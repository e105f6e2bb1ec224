import { timeInterval, utcDay, utcMonday, utcMonth, utcYear, type TimeInterval } from 'd3';
import { calendarOf, dayFrom } from '../words/calendar';
import { formatYear, monthName } from '../words/dates';

/**
 * The one time axis of the page: where a day stands, and which days are ruled and named, from a day to millennia. Whatever draws time
 * reads it, so that two pictures under each other carry the same lines.
 *
 * Days are whole numbers from 1970-01-01 (UTC) in the proleptic Gregorian calendar. The intervals are d3's, which count in `Date` by its
 * UTC setters: these take years below 100 and before 1 as they are (only `Date.UTC` and the parsers do not).
 */

/** Days on a line: `from` stands at 0 and `until` (exclusive) at `width` px. Fractions of a day are allowed while the window is dragged. */
export interface TimeScale {
  from: number;
  until: number;
  width: number;
  /** The record holds years before and after 1 AD: then every year says which it is. Where not told, the window decides. */
  era?: boolean;
}

/** Where the day begins, in px. */
export function xOf(scale: TimeScale, day: number): number {
  return ((day - scale.from) / (scale.until - scale.from)) * scale.width;
}

/** The middle of the day, in px: where a row of that day and the hand of the clock stand. */
export function middleOf(scale: TimeScale, day: number): number {
  return xOf(scale, day + 0.5);
}

/** The day at `x` px, kept within the window. */
export function dayAt(scale: TimeScale, x: number): number {
  const day = Math.floor(scale.from + (x / scale.width) * (scale.until - scale.from));
  return Math.min(Math.ceil(scale.until) - 1, Math.max(Math.floor(scale.from), day));
}

/** First day of the year 1 AD. */
const FIRST_OF_ERA = dayFrom(1, 1, 1);

/** Whether the days from `first` to `last` lie on both sides of the turn from 1 BC to 1 AD. */
export function crossesEra(first: number, last: number): boolean {
  return first < FIRST_OF_ERA && last >= FIRST_OF_ERA;
}

/** A span of the calendar that an axis may count in, e.g. 3 months; half a month is from the 1st or from the 16th. */
export interface Unit {
  of: 'day' | 'week' | 'month' | 'year';
  count: number;
}

const DAY = 86_400_000;
const dateOf = (day: number) => new Date(day * DAY);
const dayOfDate = (date: Date) => Math.round(date.getTime() / DAY);

/** Every second day, begun anew with each month; the last day before a first yields to it. */
const oddDays = utcDay.filter((date) => {
  const day = date.getUTCDate();
  return day % 2 === 1 && day !== 31 && !(day === 29 && date.getUTCMonth() === 1);
});

const halfMonths = utcDay.filter((date) => date.getUTCDate() === 1 || date.getUTCDate() === 16);

/**
 * Years in steps that end in round numbers as historians count them: 20 BC, 1 AD, 20. Astronomically (0 is 1 BC) these are -19, 1 and
 * 20; d3's own steps would fall on 21 BC and 1 BC.
 */
function roundYears(step: number): TimeInterval {
  /** Counted from 1 AD, which is 0. */
  const indexOf = (year: number) => (year > 0 ? Math.floor(year / step) : -Math.ceil((1 - year) / step));
  const yearAt = (index: number) => (index > 0 ? index * step : index === 0 ? 1 : 1 + index * step);
  const set = (date: Date, index: number) => {
    date.setUTCFullYear(yearAt(index), 0, 1);
    date.setUTCHours(0, 0, 0, 0);
  };
  return timeInterval(
    (date) => set(date, indexOf(date.getUTCFullYear())),
    (date, by) => set(date, indexOf(date.getUTCFullYear()) + by),
  );
}

const INTERVALS = new Map<string, TimeInterval>();

function intervalOf({ of, count }: Unit): TimeInterval {
  const key = `${count} ${of}`;
  let interval = INTERVALS.get(key);
  if (interval === undefined) {
    const base = { day: utcDay, week: utcMonday, month: utcMonth, year: utcYear }[of];
    if (count === 1) interval = base;
    else if (of === 'year') interval = roundYears(count);
    else if (of === 'day' && count === 2) interval = oddDays;
    else if (of === 'month' && count === 0.5) interval = halfMonths;
    else interval = base.every(count) ?? base;
    INTERVALS.set(key, interval);
  }
  return interval;
}

/** First day of the unit that holds `day`. Weeks begin on Monday; steps of years on round years of either era, and on 1 AD. */
export function startOfUnit(unit: Unit, day: number): number {
  return dayOfDate(intervalOf(unit).floor(dateOf(day)));
}

/** First day of the unit after the one that begins on `start`. */
export function nextUnit(unit: Unit, start: number): number {
  return dayOfDate(intervalOf(unit).offset(dateOf(start), 1));
}

/** Mean length in days. */
export function unitDays({ of, count }: Unit): number {
  return count * { day: 1, week: 7, month: 30.44, year: 365.2425 }[of];
}

/** A line of the axis. */
export interface Tick {
  day: number;
  /** Px. */
  x: number;
  /** Drawn stronger: the first of a month, a January, a round year. */
  major: boolean;
  /** Stands to the right of the line, from {@link LABEL_INSET} px on; empty where it would run into its neighbour. */
  label: string;
}

/** Px of the labels' type (`--t-figure`) where the page is not set larger; strong ones have a weight of 600. */
export const AXIS_TYPE = 11.5;
/** Px between a line and its label. */
export const LABEL_INSET = 4;
/** Px kept free between two labels. */
const LABEL_GAP = 8;

/** What an axis may count in, from fine to coarse: centuries and millennia by 1, 2 and 5. */
const UNITS: readonly Unit[] = [
  ...[1, 2].map((count): Unit => ({ of: 'day', count })),
  { of: 'week', count: 1 },
  ...[0.5, 1, 3, 6].map((count): Unit => ({ of: 'month', count })),
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000].map((count): Unit => ({ of: 'year', count })),
];

/** Least distance of two lines in px, by how many letters a year takes. Single months may stand closer than the first label is wide. */
function roomOf({ of, count }: Unit, letters: number): number {
  switch (of) {
    case 'day':
      return 44;
    case 'week':
      return 50;
    case 'month':
      // Halves are for windows in which months would be few and far between.
      if (count < 1) return 66;
      return count === 1 ? 36 : 44 + 4 * letters;
    case 'year':
      return 16 + 7 * letters;
  }
}

/** The unit of the lines: the finest that leaves each the room of its label. The same for every picture of this width and window. */
export function tickUnit(scale: TimeScale): Unit {
  const perDay = scale.width / (scale.until - scale.from);
  const ends = [scale.from, scale.until - 1].map(
    (day) => formatYear(calendarOf(Math.floor(day)).year, { era: eraOf(scale) }).length,
  );
  const letters = Math.max(4, ...ends);
  return UNITS.find((unit) => unitDays(unit) * perDay >= roomOf(unit, letters)) ?? { of: 'year', count: 5000 };
}

const eraOf = (scale: TimeScale) => scale.era ?? crossesEra(scale.from, scale.until - 1);

/**
 * Lines and labels of the axis. Lines depend on the window and the width alone. The first label names its year, as does the first of
 * each new year, so that a window never stands without one.
 *
 * @param measure width of a label in px, in the type in which it will be set
 */
export function timeTicks(scale: TimeScale, measure: (text: string) => number): Tick[] {
  if (!(scale.width > 0)) return [];
  const unit = tickUnit(scale);
  const era = eraOf(scale);
  let last: number | null = null;
  const ticks = intervalOf(unit)
    .range(dateOf(scale.from), dateOf(scale.until))
    .map((date) => {
      const day = dayOfDate(date);
      const { year } = calendarOf(day);
      const named = unit.of !== 'year' && year !== last;
      const major = isMajor(unit, day);
      last = year;
      return { day, x: xOf(scale, day), major, named, label: labelOf(unit, day, named, era) };
    });
  return withoutOverlap(ticks, scale.width, measure);
}

function isMajor({ of, count }: Unit, day: number): boolean {
  const { year, month, day: date } = calendarOf(day);
  switch (of) {
    case 'day':
      return date === 1;
    case 'week':
      return month === 1 && date <= 7;
    case 'month':
      return count < 1 ? date === 1 : month === 1;
    case 'year': {
      const round = count >= 100 ? 1000 : count >= 10 ? 100 : 10;
      return year === 1 || (year > 0 ? year : 1 - year) % round === 0;
    }
  }
}

function labelOf(unit: Unit, day: number, named: boolean, era: boolean): string {
  const { year, month, day: date } = calendarOf(day);
  const ofYear = formatYear(year, { era });
  // A January among months goes by its year.
  if (unit.of === 'year' || (unit.of === 'month' && unit.count >= 1 && month === 1)) return ofYear;
  const ofMonth = monthName(month, 'short');
  const words = unit.of === 'month' && unit.count >= 1 ? ofMonth : `${date} ${ofMonth}`;
  return named ? `${words} ${ofYear}` : words;
}

/** Strong lines that name a year are labelled first, then what names a year, then strong lines, the others where room is left. */
function withoutOverlap(ticks: (Tick & { named: boolean })[], width: number, measure: (text: string) => number): Tick[] {
  const taken: [number, number][] = [];
  const shown = new Set<Tick>();
  for (const tick of [...ticks].sort((a, b) => rank(b) - rank(a) || a.x - b.x)) {
    const from = tick.x + LABEL_INSET;
    const to = from + measure(tick.label);
    if (to > width + 2 || taken.some(([a, b]) => from < b + LABEL_GAP && to + LABEL_GAP > a)) continue;
    taken.push([from, to]);
    shown.add(tick);
  }
  return ticks.map((tick) => ({ day: tick.day, x: tick.x, major: tick.major, label: shown.has(tick) ? tick.label : '' }));
}

const rank = ({ named, major }: { named: boolean; major: boolean }) => 2 * Number(named) + Number(major);
