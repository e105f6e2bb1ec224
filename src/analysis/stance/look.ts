import type { StanceRecord } from '../../record/record';
import { whenOf } from '../../record/when';
import { holds } from '../rift/tied';
import { pairOf, rowsBehind, rowsOf, rowsOfPlaces } from '../slice';
import { hasGoneSilent, lastRow, stanceAt, type Running, type StanceAt } from './stance';
import { type Grade, gradeOf } from '../../words/scores';
import { isoOf, type Day } from '../../words/calendar';
import type { WrittenDate } from '../../words/dates';

/**
 * The one look at a pair on a date. Network, matrix, map, lanes, charts and tables draw and word what stands here, so that a pair which
 * is pale in one is pale in all.
 */

/** Under this many effective rows a stance is thinly evidenced: it is drawn paler, and its words say "few rows". */
export const THIN = 2.2;

/** From this far from zero on a value takes a side: as a sign of the net of signs, and for what argues against it. */
export const SIDE = 0.25;

/** -1 or 1 for a value that takes a side, else 0. */
export function sideOf(value: number): -1 | 0 | 1 {
  if (Math.abs(value) < SIDE) return 0;
  return value > 0 ? 1 : -1;
}

/** What a pair says on a date: a running stance, or in a record of ties their sum. */
export interface Look extends StanceAt {
  /** The value as one of the five grades. */
  grade: Grade;
  /** Rows up to the date, whether they count in the reading or not; the number of ties. */
  rows: number;
  /** Fewer than {@link THIN} effective rows. */
  thin: boolean;
  /** Ties in force (indices into `record.ties`); empty for a stance. */
  ties: readonly number[];
}

/** What a pair of the slice says at the end of day `at`; null where it is not covered: nothing counts by then. O(log rows of the pair). */
export function lookOf(running: Running, pair: number, at: Day): Look | null {
  const stance = stanceAt(running, pair, at);
  if (stance === null) return null;
  const { slice } = running;
  const start = slice.pairs.start[pair]!;
  const end = lastRow(running, pair, at) + 1;
  const rows = rowsOfPlaces(slice, start, end);
  return { ...stance, grade: gradeOf(stance.value), rows, thin: stance.effective < THIN, ties: [] };
}

/**
 * What the ties of two actors (indices into `record.ties`) say on day `at`: +1, -1, or 0 where they cancel out; null where none holds.
 * `n` and `rows` count the ties, `last` is the latest day on which one of them began. A tie is a fact while it holds: never thin or stale.
 */
export function tieLook(record: StanceRecord, ties: readonly number[], at: Day): Look | null {
  const held = tiesHeld(record, ties, at);
  if (held.length === 0) return null;
  const value = Math.sign(held.reduce((sum, tie) => sum + record.ties[tie]!.sign, 0)) as -1 | 0 | 1;
  const last = Math.max(...held.map((tie) => record.ties[tie]!.from));
  return {
    grade: value,
    value,
    n: held.length,
    rows: held.length,
    effective: Infinity,
    last,
    newest: -1,
    thin: false,
    stale: false,
    ties: held,
  };
}

/** Those of the ties that hold on day `at`. */
function tiesHeld(record: StanceRecord, ties: readonly number[], at: Day): number[] {
  return ties.filter((tie) => holds(record.ties[tie]!, at));
}

/** A text that differs where the look of a pair differs: what has been drawn for one is good as long as it stays. */
export function lookKey(running: Running, pair: number, at: Day): string {
  const j = lastRow(running, pair, at);
  return j < 0 ? '' : `${j} ${hasGoneSilent(running, j, at)}`;
}

/** The same for the ties of two actors. */
export function tieKey(record: StanceRecord, ties: readonly number[], at: Day): string {
  return tiesHeld(record, ties, at).join(' ');
}

/** A stance with all that is said of it: the date of its last row as the table has it, and how many of its rows lie before `from`. */
export function saidStance<T extends StanceAt>(
  running: Running,
  stance: T,
  from: Day,
): Omit<T, 'last'> & { last: WrittenDate; earlier: number } {
  return { ...stance, last: lastDate(running, stance), earlier: earlierRows(running, stance, from) };
}

/** Of the rows that count towards a stance, how many lie before `from`, where the window begins. */
export function earlierRows({ slice, reading }: Running, { n, newest }: StanceAt, from: Day): number {
  // The other readings count rows of the window, or those of one date.
  if (reading.mode !== 'decay') return 0;
  const pair = pairOf(slice, slice.holder[newest] ?? -1, slice.target[newest] ?? -1);
  if (pair < 0) return 0;
  const rows = rowsOf(slice, pair);
  return Math.min(n, rowsBehind(slice, rows.subarray(0, rows.findLastIndex((k) => (slice.day[k] ?? from) < from) + 1)));
}

/** The date of the last row that counts, as the table has it: it may be vaguer than a day. */
export function lastDate({ slice }: Running, { newest, last }: StanceAt): WrittenDate {
  const stance = slice.row[newest];
  const evidence = stance === undefined ? undefined : slice.record.stances.evidence[stance];
  return evidence === undefined ? { text: isoOf(last), first: last, last } : whenOf(slice.record, evidence);
}
