import { calendarOf, type Day, dayFrom, formatYear, MONTHS } from '../../words/day';

/** Days on a line: `from` stands at 0 and `until` (exclusive) at `width` px. Fractions of a day are allowed while the window is dragged. */
export interface TimeScale {
  from: number;
  until: number;
  width: number;
}

/** Where the day begins, in px. */
export function xOf(scale: TimeScale, day: number): number {
  return ((day - scale.from) / (scale.until - scale.from)) * scale.width;
}

/** The middle of the day, in px: where a row of that day and the hand of the clock stand. */
export function middleOf(scale: TimeScale, day: Day): number {
  return xOf(scale, day + 0.5);
}

/** The day at `x` px, kept within the window. */
export function dayAt(scale: TimeScale, x: number): Day {
  const day = Math.floor(scale.from + (x / scale.width) * (scale.until - scale.from));
  return Math.min(Math.ceil(scale.until) - 1, Math.max(Math.floor(scale.from), day));
}

/** A span of the calendar that an axis may count in, e.g. 3 months. */
export interface Unit {
  of: 'day' | 'week' | 'month' | 'year';
  count: number;
}

/** First day of the unit that holds `day`. Weeks begin on Monday; years in tens begin with years that end in 0. */
export function startOfUnit(unit: Unit, day: Day): Day {
  const { year, month } = calendarOf(day);
  switch (unit.of) {
    case 'day':
      return Math.floor(day / unit.count) * unit.count;
    case 'week':
      // 1970-01-01, day 0, was a Thursday.
      return Math.floor((day + 3) / (7 * unit.count)) * 7 * unit.count - 3;
    case 'month':
      return dayFrom(year, Math.floor((month - 1) / unit.count) * unit.count + 1, 1);
    case 'year':
      return dayFrom(Math.floor(year / unit.count) * unit.count, 1, 1);
  }
}

/** First day of the unit after the one that begins on `start`. */
export function nextUnit(unit: Unit, start: Day): Day {
  const { year, month } = calendarOf(start);
  switch (unit.of) {
    case 'day':
      return start + unit.count;
    case 'week':
      return start + 7 * unit.count;
    case 'month':
      return month + unit.count > 12 ? dayFrom(year + 1, 1, 1) : dayFrom(year, month + unit.count, 1);
    case 'year':
      return dayFrom(year + unit.count, 1, 1);
  }
}

/** Mean length in days. */
export function unitDays({ of, count }: Unit): number {
  return count * { day: 1, week: 7, month: 30.44, year: 365.2425 }[of];
}

export interface Tick {
  day: Day;
  x: number;
  /** A year (or, where years are counted, a round one): drawn stronger. */
  major: boolean;
  /** Empty where the label would run into its neighbour. */
  label: string;
}

const UNITS: Unit[] = [
  { of: 'day', count: 1 },
  { of: 'day', count: 2 },
  { of: 'week', count: 1 },
  { of: 'month', count: 1 },
  { of: 'month', count: 3 },
  { of: 'month', count: 6 },
  { of: 'year', count: 1 },
  { of: 'year', count: 2 },
  { of: 'year', count: 5 },
  { of: 'year', count: 10 },
  { of: 'year', count: 20 },
  { of: 'year', count: 50 },
  { of: 'year', count: 100 },
  { of: 'year', count: 500 },
];

/** Least distance of two ticks in px. Single months may stand closer than the label of a January is wide: February yields. */
function roomOf({ of, count }: Unit): number {
  if (of === 'month') return count === 1 ? 36 : 60;
  return of === 'week' ? 50 : 44;
}

const short = (month: number) => MONTHS[month - 1]!.slice(0, 3);

function labelOf(unit: Unit, day: Day, first: boolean): string {
  const { year, month, day: date } = calendarOf(day);
  if (unit.of === 'year') return formatYear(year);
  if (unit.of === 'month') return first || month === 1 ? `${short(month)} ${formatYear(year)}` : short(month);
  if (first) return `${date} ${short(month)} ${formatYear(year)}`;
  return `${date} ${short(month)}`;
}

function isMajor(unit: Unit, day: Day): boolean {
  const { year, month, day: date } = calendarOf(day);
  if (unit.of === 'year') return year % (unit.count >= 10 ? 100 : 10) === 0;
  if (unit.of === 'month') return month === 1;
  return date === 1 || (unit.of === 'week' && date <= 7 && month === 1);
}

/**
 * Grid lines and labels of the axis, in the finest unit that leaves room: days, weeks, months, quarters, years, decades. The first label
 * names its year, so that a window never stands without one.
 */
export function axisTicks(scale: TimeScale, measure: (text: string) => number): Tick[] {
  if (scale.width <= 0) return [];
  const pxPerDay = scale.width / (scale.until - scale.from);
  const unit = UNITS.find((candidate) => unitDays(candidate) * pxPerDay >= roomOf(candidate)) ?? UNITS[UNITS.length - 1]!;
  const ticks: Tick[] = [];
  let day = startOfUnit(unit, Math.floor(scale.from));
  for (; day < scale.until; day = nextUnit(unit, day)) {
    if (day < scale.from) continue;
    ticks.push({ day, x: xOf(scale, day), major: isMajor(unit, day), label: labelOf(unit, day, ticks.length === 0) });
  }
  return withoutOverlap(ticks, scale.width, measure);
}

/** Labels stand to the right of their line; majors and the first are placed first, the others where room is left. */
function withoutOverlap(ticks: Tick[], width: number, measure: (text: string) => number): Tick[] {
  const gap = 8;
  const taken: [number, number][] = [];
  const shown = new Set<Tick>();
  for (const tick of [ticks[0], ...ticks.filter((tick) => tick.major), ...ticks]) {
    if (tick === undefined || shown.has(tick)) continue;
    const a = tick.x + 4;
    const b = a + measure(tick.label);
    if (b > width + 2 || taken.some(([from, to]) => a < to + gap && b + gap > from)) continue;
    taken.push([a, b]);
    shown.add(tick);
  }
  return ticks.map((tick) => (shown.has(tick) ? tick : { ...tick, label: '' }));
}
