import type { Pivot } from '../analysis/change/pivot';
import { quoteOf, quotesOf } from '../analysis/change/pivotRanking';
import { sideOf } from '../analysis/stance/look';
import { rowsOf, type Slice } from '../analysis/slice';
import { arguesAgainst } from '../record/against';
import { cardAt } from '../analysis/cardAt';
import type { ScoredCard } from '../record/card';
import { BASES } from '../record/record';
import { NO_DAY, type Day } from '../words/calendar';
import { count } from '../words/counts';
import { scoreWord } from '../words/scores';

const OWN = BASES.indexOf('statement');

/** A row as the page quotes it. */
export interface Said extends ScoredCard {
  day: Day;
}

/** The row at position `k` of the slice. */
export function saidAt(slice: Slice, k: number): Said {
  return { ...cardAt(slice, k), day: slice.day[k] ?? NO_DAY };
}

/** What an annotation of the chart says, and which mark it belongs to. */
export interface Annotation extends Said {
  /** Place among the holders shown. */
  holder: number;
  /** "Before", "After", "Most hostile": what it is an extreme of. */
  label: string;
}

/** The most extreme row with a quote, the holder's own words before acts, the latest where several tie; null where no row has a quote. */
export function extremeOf(slice: Slice, pair: number, window: { from: Day; to: Day }, highest: boolean): number | null {
  let best: number | null = null;
  let most = -Infinity;
  for (const k of pair < 0 ? [] : rowsOf(slice, pair)) {
    if (slice.day[k]! < window.from || slice.day[k]! > window.to || quoteOf(slice, k) === '') continue;
    const own = slice.record.stances.basis[slice.row[k]!] === OWN ? 0.5 : 0;
    const mark = own + (highest ? slice.score[k]! : -slice.score[k]!);
    if (mark >= most) {
      best = k;
      most = mark;
    }
  }
  return best;
}

/**
 * The quotes drawn into the chart, the most telling first: the two sides of the first holder's pivot (without one, its most and least
 * friendly words), then the second holder's most extreme words on the side that parts it from the first.
 *
 * @param pairs pair of each holder shown, -1 where it holds no row
 * @param lower whether the second holder stands below the first
 */
export function annotationsOf(
  slice: Slice,
  pairs: readonly number[],
  pivot: Pivot | null,
  window: { from: Day; to: Day },
  lower: boolean,
): Annotation[] {
  const notes: Annotation[] = [];
  const add = (k: number | null, holder: number, label: string) => {
    if (k === null || notes.some((note) => note.k === k)) return;
    const said = saidAt(slice, k);
    notes.push({ ...said, holder, label: label || `Most ${scoreWord(said.score, 0)}` });
  };
  const first = pairs[0] ?? -1;
  if (pivot) {
    const { before, after } = quotesOf(slice, pivot);
    add(after, 0, 'After');
    add(before, 0, 'Before');
  } else {
    add(extremeOf(slice, first, window, true), 0, '');
    const low = extremeOf(slice, first, window, false);
    if (low === null || notes[0] === undefined || slice.score[low]! < notes[0].score) add(low, 0, '');
  }
  if (pairs[1] !== undefined) add(extremeOf(slice, pairs[1], window, !lower), 1, '');
  return notes;
}

/** A row that argues against what the page shows, and where it stands. */
export interface Contrary {
  said: Said;
  label: string;
}

/** A row this near to another is about the same state of things. */
const NEAR = 45;

/**
 * What argues against the picture, up to three rows of the first holder: one near the quoted words before the change and against them,
 * one from before the window that already says what the change is said to have brought, and one after the as-of date that takes it back.
 * Without a change the side that the running stance takes stands for it; null where it takes none.
 */
export function contraryRows(
  slice: Slice,
  pair: number,
  shown: { pivot: Pivot | null; before: number | null; value: number | null },
  { from, at }: { from: Day; at: Day },
): Contrary[] | null {
  // What stood before the change is argued against; without one, what stands now.
  const side = shown.pivot ? -Math.sign(shown.pivot.size) : sideOf(shown.value ?? 0);
  if (pair < 0 || (shown.pivot === null && shown.value === null)) return [];
  if (side === 0) return null;
  const rows = Array.from(rowsOf(slice, pair));
  const pick = (test: (k: number) => boolean, nearest: (k: number) => number): number | null => {
    let best: number | null = null;
    let least = Infinity;
    for (const k of rows) {
      if (!test(k)) continue;
      const mark = nearest(k) + (quoteOf(slice, k) === '' ? 1000 : 0);
      if (mark < least) {
        best = k;
        least = mark;
      }
    }
    return best;
  };
  const found: Contrary[] = [];
  const add = (k: number | null, label: (said: Said) => string) => {
    if (k === null || found.some(({ said }) => said.k === k)) return;
    const said = saidAt(slice, k);
    found.push({ said, label: label(said) });
  };
  const centre = shown.before === null ? at : slice.day[shown.before]!;
  // A row behind the change is no argument against it: the nearest words must stand before it.
  const until = shown.pivot?.lastBefore ?? at;
  const inside = (k: number) => slice.day[k]! >= from && slice.day[k]! <= until;
  const reach = shown.before === null ? Infinity : NEAR;
  add(
    pick(
      (k) => inside(k) && k !== shown.before && arguesAgainst(slice.score[k]!, side) && Math.abs(slice.day[k]! - centre) <= reach,
      (k) => Math.abs(slice.day[k]! - centre),
    ),
    ({ day }) =>
      shown.before === null
        ? 'In the window'
        : day === centre
          ? 'Same day as the “before” quote'
          : awayWords(day - centre, 'the “before” quote'),
  );
  add(
    pick(
      (k) => slice.day[k]! < from && arguesAgainst(slice.score[k]!, side),
      (k) => from - slice.day[k]!,
    ),
    ({ day }) => (from - day > 365 ? 'Long before' : 'Before the window'),
  );
  const now = shown.pivot ? -side : side;
  add(
    pick(
      (k) => slice.day[k]! > at && arguesAgainst(slice.score[k]!, now),
      (k) => slice.day[k]! - at,
    ),
    () => 'After this date',
  );
  return found;
}

function awayWords(days: number, what: string): string {
  return `${count(Math.abs(days), 'day')} ${days < 0 ? 'before' : 'after'} ${what}`;
}
