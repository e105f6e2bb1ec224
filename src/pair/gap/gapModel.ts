import { gapIntervalAt, type GapInterval } from '../../analysis/stance/gap';
import { stanceAt, type Reading, type Running } from '../../analysis/stance/stance';
import type { GapSpan } from '../chart/stepsModel';
import { calendarOf, type Day, dayFrom, daysInMonth } from '../../words/calendar';
import { formatDay } from '../../words/dates';
import { decimal, intervalWords } from '../../words/numbers';

/** Two holders' stances on one target at a date. */
export interface GapAt {
  day: Day;
  a: number | null;
  b: number | null;
  /** |a - b|, 0 to 4; null before both have spoken. */
  gap: number | null;
  /** Its 90 % interval, within 0 to 4; null before both have spoken. */
  interval: GapInterval | null;
  /** One of the two has been silent for more than two half-lives. */
  stale: boolean;
}

export function gapAt(running: Running, pairs: readonly [number, number], day: Day): GapAt {
  const a = stanceAt(running, pairs[0], day);
  const b = stanceAt(running, pairs[1], day);
  return {
    day,
    a: a?.value ?? null,
    b: b?.value ?? null,
    gap: a && b ? Math.abs(a.value - b.value) : null,
    interval: gapIntervalAt(running, pairs, day),
    stale: Boolean(a?.stale) || Boolean(b?.stale),
  };
}

/** Dates of the table beside that of the clock. */
const DATES = 5;
/** From this distance on, the dates of the table are ends of months. */
const MONTHLY = 45;

/** Dates spread evenly over the window, moved to the nearest end of a month where they lie far apart; the clock's own is not among them. */
export function tableDays(from: Day, to: Day): Day[] {
  const apart = (to - from) / (DATES + 1);
  const days = Array.from({ length: DATES }, (_, i) => Math.round(from + apart * (i + 1)));
  return [...new Set(apart >= MONTHLY ? days.map(nearestMonthEnd) : days)];
}

function nearestMonthEnd(day: Day): Day {
  const { year, month } = calendarOf(day);
  const before = dayFrom(year, month, 1) - 1;
  const after = dayFrom(year, month, daysInMonth(year, month));
  return day - before < after - day ? before : after;
}

/** A stretch of days as the heading names it. */
export interface Period {
  from: Day;
  /** Inclusive. */
  to: Day;
  /** Reads after "most of": "2025", "the years 2021 to 2024", "the time since 3 March 2026". */
  words: string;
  /** Reads after "the record covered both": "in 2025", "since 3 March 2026". */
  when: string;
}

/** The whole calendar years between two days, named as such; without one, the days themselves. */
export function periodOf(from: Day, at: Day): Period {
  const start = calendarOf(from);
  const end = calendarOf(at);
  const first = start.month === 1 && start.day === 1 ? start.year : start.year + 1;
  const last = end.month === 12 && end.day === 31 ? end.year : end.year - 1;
  const days: [Day, Day] = [dayFrom(first, 1, 1), dayFrom(last, 12, 31)];
  if (first === last) return { from: days[0], to: days[1], words: String(first), when: `in ${first}` };
  const years = `the years ${first} to ${last}`;
  if (first < last) return { from: days[0], to: days[1], words: years, when: `in ${years}` };
  const since = `since ${formatDay(from)}`;
  return { from, to: at, words: `the time ${since}`, when: since };
}

/** Days of a period on which both have spoken and neither is long silent, and on how many of them the gap passes the test. */
export function daysOf(
  spans: readonly GapSpan[],
  { from, to }: Pick<Period, 'from' | 'to'>,
  test: (gap: number) => boolean,
): { covered: number; passing: number; all: number } {
  let covered = 0;
  let passing = 0;
  for (const span of spans) {
    const [a, b] = [Math.max(span.from, from), Math.min(span.until, to + 1)];
    if (a >= b || span.stale) continue;
    covered += b - a;
    if (test(Math.abs(span.a - span.b))) passing += b - a;
  }
  return { covered, passing, all: to + 1 - from };
}

const BOUNDS: [number, string][] = [
  [0.5, 'half a point'],
  [1, 'a point'],
  [1.5, 'a point and a half'],
  [2, 'two points'],
];
/** "About" a point is up to a tenth more. */
const ABOUT = 0.1;

/** "1.6 points", "1.0 point". */
export function pointsWords(gap: number): string {
  const text = decimal(gap, 1);
  return `${text} ${text === '1.0' ? 'point' : 'points'}`;
}

/** Whether the rows are too few to tell the gap from none. */
export function perhapsNone({ interval }: Pick<GapAt, 'interval'>): boolean {
  return interval !== null && interval.low === 0;
}

/** "0.4 to 2.8", in points. */
export function gapRange({ low, high }: GapInterval): string {
  return intervalWords([low, high], 1);
}

/**
 * What the gap rests on, in a sentence: its interval, and between which values it moves when rows fade faster or slower. Empty before both
 * have spoken.
 *
 * @param byHalfLife the gap under other half-lives (see `gapByHalfLife`)
 */
export function gapNote(
  now: Pick<GapAt, 'gap' | 'interval'>,
  { mode, halfLife }: Pick<Reading, 'mode' | 'halfLife'>,
  byHalfLife: readonly { halfLife: number; gap: number }[],
): string {
  if (now.gap === null || now.interval === null) return '';
  const at = mode === 'decay' ? ` at a half-life of ${halfLife} days` : '';
  const none = perhapsNone(now) ? ', so rows this few do not tell it from none' : '';
  const own = `Gap ${decimal(now.gap, 1)}${at}, 90% interval ${gapRange(now.interval)}${none}`;
  const [first, last] = [byHalfLife[0], byHalfLife.at(-1)];
  if (mode !== 'decay' || first === undefined || last === undefined) return `${own}.`;
  const gaps = byHalfLife.map(({ gap }) => gap);
  const range = { low: Math.min(...gaps), high: Math.max(...gaps) };
  return `${own}; ${gapRange(range)} for half-lives from ${first.halfLife} to ${last.halfLife} days.`;
}

export interface GapHeading {
  text: string;
  /** What the sentence was tested on, for the panel that shows how; null where it says nothing of a period. */
  tested: { period: Period; covered: number; passing: number; all: number; words: string } | null;
}

/** Fewest days with both on record that a sentence about a period rests on. */
const FEWEST_DAYS = 30;

/**
 * The gap of two holders in words, each of them true of the days: "For most of 2025 Belarus and Russia were within about a point of each
 * other on Poland. Now 1.6 points part them." Most is more than half. Where one of the two has not spoken or has long been silent on
 * many days, so that those within the bound are not most of all days, the sentence says that it speaks of the days that the record
 * covers. Null before both have spoken.
 */
export function gapHeading(
  spans: readonly GapSpan[],
  now: GapAt,
  names: { a: string; b: string; target: string },
  from: Day,
): GapHeading | null {
  if (now.gap === null) return null;
  const { a, b, target } = names;
  const period = periodOf(from, now.day);
  const said = now.stale ? 'By their last rows' : 'Now';
  const none = perhapsNone(now) ? ', which rows this few cannot tell from none' : '';
  const part = now.gap < 0.05 ? `${said} nothing parts them.` : `${said} ${pointsWords(now.gap)} part them${none}.`;
  for (const [size, words] of BOUNDS) {
    const days = daysOf(spans, period, (gap) => gap <= size + ABOUT);
    if (days.covered < FEWEST_DAYS || days.passing * 2 <= days.covered) continue;
    const both = `${a} and ${b} were`;
    const near = `within about ${words} of each other on ${target}.`;
    const then =
      days.passing * 2 > days.all
        ? `For most of ${period.words} ${both} ${near}`
        : `While the record covered both ${period.when}, ${both} mostly ${near}`;
    return { text: `${then} ${part}`, tested: { period, ...days, words: `at most ${decimal(size + ABOUT, 1)}` } };
  }
  const wide = daysOf(spans, period, (gap) => gap > 2 + ABOUT);
  if (wide.covered >= FEWEST_DAYS && wide.passing * 2 > wide.covered) {
    const most = wide.passing * 2 > wide.all ? `For most of ${period.words}` : `While the record covered both ${period.when},`;
    const adverb = wide.passing * 2 > wide.all ? '' : 'mostly ';
    const then = `${most} ${a} and ${b} were ${adverb}more than two points apart on ${target}.`;
    return { text: `${then} ${part}`, tested: { period, ...wide, words: `more than ${decimal(2 + ABOUT, 1)}` } };
  }
  const start = now.stale ? `by their last rows, ${a}` : a;
  const text =
    now.gap < 0.05
      ? `${start} and ${b} do not differ on ${target}.`
      : `${start} and ${b} are ${pointsWords(now.gap)} apart on ${target}${none}.`;
  return { text, tested: null };
}
