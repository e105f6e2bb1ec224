import { addGrades, rowsAt, rowsBefore, type Slice } from '../../analysis/slice';
import type { Tie } from '../../record/record';
import { nextUnit, startOfUnit, unitDays, type Unit } from '../../ui/timeAxis';
import { calendarOf, type Day, FIRST_DAY, LAST_DAY } from '../../words/calendar';
import { formatDay, formatMonth, formatYear, monthName } from '../../words/dates';
import { type Grade, GRADE_WORDS, TIE_WORDS } from '../../words/scores';
import { count, noun } from '../../words/counts';

/** One bar: the days from `from` up to but not including `until`, and how many rows of each grade lie in them. */
export interface Bin {
  from: Day;
  until: Day;
  /** Counts of -2, -1, 0, +1, +2. */
  counts: [number, number, number, number, number];
  total: number;
}

export interface Strip {
  unit: Unit;
  bins: Bin[];
  /** Most rows that any bar piles up, and down. */
  up: number;
  down: number;
}

const UNITS: Unit[] = [
  { of: 'day', count: 1 },
  { of: 'week', count: 1 },
  { of: 'month', count: 1 },
  { of: 'month', count: 3 },
  { of: 'year', count: 1 },
  { of: 'year', count: 5 },
  { of: 'year', count: 10 },
  { of: 'year', count: 50 },
  { of: 'year', count: 100 },
];

/** The finest calendar unit that keeps the bars of a window under `most`. */
export function stripUnit(from: Day, to: Day, most = 160): Unit {
  return UNITS.find((unit) => (to - from + 1) / unitDays(unit) <= most) ?? UNITS[UNITS.length - 1]!;
}

function emptyBins(from: Day, to: Day, unit: Unit): Bin[] {
  const bins: Bin[] = [];
  for (let start = startOfUnit(unit, from); start <= to; start = nextUnit(unit, start)) {
    bins.push({ from: start, until: nextUnit(unit, start), counts: [0, 0, 0, 0, 0], total: 0 });
  }
  return bins;
}

function withHeights(unit: Unit, bins: Bin[]): Strip {
  let up = 0;
  let down = 0;
  for (const { counts } of bins) {
    up = Math.max(up, counts[2] + counts[3] + counts[4]);
    down = Math.max(down, counts[0] + counts[1]);
  }
  return { unit, bins, up, down };
}

/** Every row of the slice between two days (inclusive) in bars: none is left out, however crowded. */
export function stanceStrip(slice: Slice, from: Day, to: Day, most?: number): Strip {
  const unit = stripUnit(from, to, most);
  const bins = emptyBins(from, to, unit);
  const end = rowsBefore(slice.day, to + 1);
  let bin = 0;
  for (let k = rowsBefore(slice.day, from); k < end; k++) {
    while (slice.day[k]! >= bins[bin]!.until) bin++;
    addGrades(slice, k, bins[bin]!.counts);
    bins[bin]!.total += rowsAt(slice, k);
  }
  return withHeights(unit, bins);
}

/** For a record without stances: how many ties hold in each bar, positive up, negative down, those that take no side between. */
export function tieStrip(ties: readonly Tie[], from: Day, to: Day, most?: number): Strip {
  const days = stripUnit(from, to, most);
  const unit: Unit = days.of === 'year' ? days : to - from > 1100 ? { of: 'year', count: 1 } : { of: 'month', count: 1 };
  const bins = emptyBins(from, to, unit);
  for (const bin of bins) {
    for (const tie of ties) {
      if (tie.from >= bin.until || tie.until <= bin.from) continue;
      bin.counts[tie.sign + 2]!++;
      bin.total++;
    }
  }
  return withHeights(unit, bins);
}

/** "by week": what one bar stands for. */
export function unitWords({ of, count }: Unit): string {
  if (count === 1) return `by ${of}`;
  if (of === 'month') return 'by quarter';
  if (count === 10) return 'by decade';
  if (count === 100) return 'by century';
  return `by ${count} ${of}s`;
}

function binDates({ from, until }: Bin, { of, count }: Unit): string {
  const { year, month } = calendarOf(from);
  if (of === 'day') return formatDay(from);
  if (of === 'week') return `Week of ${formatDay(from)}`;
  if (of === 'month' && count === 1) return formatMonth(year, month);
  if (of === 'month') return `${monthName(month)} to ${formatMonth(year, month + count - 1)}`;
  if (count === 1) return formatYear(year);
  return `${formatYear(year)} to ${formatYear(calendarOf(until - 1).year)}`;
}

/** "Week of 8 September 2025: 21 rows, 3 hostile, 9 critical, 7 cooperative, 2 supportive". */
export function binWords(bin: Bin, unit: Unit, ties = false): string {
  const parts = bin.counts.flatMap((count, i) => {
    if (count === 0) return [];
    const word = ties ? ['', TIE_WORDS[-1], 'without a side', TIE_WORDS[1], ''][i]! : GRADE_WORDS[(i - 2) as Grade];
    return [`${count} ${word}`];
  });
  const of = ties ? 'tie' : 'row';
  return `${binDates(bin, unit)}: ${[bin.total === 0 ? `no ${noun(0, of)}` : count(bin.total, of), ...parts].join(', ')}`;
}

/** A piece of a bar: px above (positive) or below the line at which it begins, and its height. */
export interface Piece {
  grade: Grade;
  y: number;
  height: number;
}

/** Strong grades stand next to the line, mild ones outside them, mixed rows on top: the outline up and down is the count. */
export function piecesOf(bin: Bin, perRow: number): Piece[] {
  const pieces: Piece[] = [];
  const pile = (order: readonly Grade[], direction: 1 | -1) => {
    let at = 0;
    for (const grade of order) {
      const height = bin.counts[grade + 2]! * perRow;
      if (height === 0) continue;
      pieces.push({ grade, y: direction * at, height });
      at += height;
    }
  };
  pile([2, 1, 0], 1);
  pile([-2, -1], -1);
  return pieces;
}

/** Px for one row, so that the tallest bar fills the height, and where the line stands; a single row never towers over the strip. */
export function stripHeights(strip: Strip, height: number): { perRow: number; line: number } {
  const rows = strip.up + strip.down;
  if (rows === 0) return { perRow: 0, line: height / 2 };
  const perRow = Math.min(4, height / Math.max(rows, 4));
  return { perRow, line: Math.min(height - strip.down * perRow, Math.max(strip.up * perRow, height / 2)) };
}

/** The days of rows nearest to a window without any: the last before it and the first after it, or null. */
export function nearestRows(day: Int32Array, from: Day, to: Day): { before: Day | null; after: Day | null } {
  const before = rowsBefore(day, from) - 1;
  const after = rowsBefore(day, to + 1);
  return { before: before >= 0 ? day[before]! : null, after: after < day.length ? day[after]! : null };
}

/** Days on which ties begin or end, in order: what "nearest rows" means for a record of ties alone. */
export function tieDays(ties: readonly Tie[]): Int32Array {
  const days = ties.flatMap((tie) => [tie.from, tie.until]).filter((day) => day > FIRST_DAY && day < LAST_DAY);
  return Int32Array.from(days).sort();
}
