import { BASES, STATEMENT } from '../../record/record';
import { pivotOf, PIVOT_TEST, rowsIn, type Pivot, type PivotTest } from './pivot';
import type { Slice } from '../slice';
import type { Day } from '../../words/calendar';

/** A pivot among all that were looked for in the same window. */
export interface RankedPivot extends Pivot {
  /**
   * Benjamini and Hochberg (1995): the share of chance findings to expect among the pairs ranked by p down to this one. Many pairs are
   * tested at once, so some small p values are luck: read q, not p, when a pair was picked because it came out on top.
   */
  q: number;
}

export interface PivotRanking {
  /** Every pair with rows enough to test, strongest evidence first. */
  ranked: RankedPivot[];
  /** Pairs with rows in the window, but too few to test: not ranked, never forgotten. */
  tooFew: { pair: number; n: number }[];
  /** Pairs with rows enough whose scores never change, or change only within a day. */
  unchanged: { pair: number; n: number }[];
}

/** A change is called more than chance when p is at most this. */
export const SIGNIFICANCE = 0.05;

/**
 * Looks for the largest change of every pair between the days `from` and `to` (both inclusive; give the clock's date as `to`).
 * Order: changes with p up to 0.05 first, by `|size|` times the square root of the smaller side's rows (a large change that many rows
 * carry comes before a large one of three rows and a small one of many), then the others by p.
 */
export function rankPivots(slice: Slice, options: { from: Day; to: Day } & Partial<PivotTest>): PivotRanking {
  const test: PivotTest = { ...PIVOT_TEST, ...options };
  const tooFew: { pair: number; n: number }[] = [];
  const unchanged: { pair: number; n: number }[] = [];
  const pivots: Pivot[] = [];
  for (let pair = 0; pair < slice.pairs.n; pair++) {
    const [first, last] = rowsIn(slice, pair, options);
    const n = last - first;
    if (n === 0) continue;
    if (n < test.minRows) {
      tooFew.push({ pair, n });
      continue;
    }
    const pivot = pivotOf(slice, pair, options, test);
    if (pivot) pivots.push(pivot);
    else unchanged.push({ pair, n });
  }
  const q = falseDiscovery([...pivots.map((pivot) => pivot.p), ...unchanged.map(() => 1)]);
  const ranked = pivots.map((pivot, i) => ({ ...pivot, q: q[i]! })).sort(byEvidence);
  tooFew.sort((a, b) => b.n - a.n || a.pair - b.pair);
  return { ranked, tooFew, unchanged };
}

function byEvidence(a: Pivot, b: Pivot): number {
  const sure = Number(b.p <= SIGNIFICANCE) - Number(a.p <= SIGNIFICANCE);
  if (sure !== 0) return sure;
  const weight = (pivot: Pivot) => Math.abs(pivot.size) * Math.sqrt(Math.min(pivot.nBefore, pivot.nAfter));
  const order = a.p <= SIGNIFICANCE ? weight(b) - weight(a) : a.p - b.p || weight(b) - weight(a);
  return order || a.pair - b.pair;
}

/**
 * Benjamini and Hochberg's step-up adjustment (1995, Journal of the Royal Statistical Society B 57): p values in, q values out, in the
 * same order, each in [0, 1].
 */
export function falseDiscovery(p: readonly number[]): number[] {
  const order = p.map((_, i) => i).sort((a, b) => p[b]! - p[a]!);
  const q = new Array<number>(p.length).fill(1);
  let least = 1;
  order.forEach((i, place) => {
    least = Math.min(least, (p[i]! * p.length) / (p.length - place));
    q[i] = least;
  });
  return q;
}

const COUNT = new Intl.NumberFormat('en-GB');

/** How sure, in words: "40 rows; a change this large arises by chance in 3 of 1,000 shuffles". */
export function pivotWords(pivot: Pivot): string {
  const all = pivot.shuffles + 1;
  const asStrong = Math.round(pivot.p * all);
  const few = pivot.few ? ` (few: ${pivot.nBefore} before, ${pivot.nAfter} after)` : '';
  return `${COUNT.format(pivot.n)} rows${few}; a change this large arises by chance in ${COUNT.format(asStrong)} of ${COUNT.format(all)} shuffles`;
}

/**
 * The clearest words before and after: of the rows with a quote, the most extreme score on the side's own end (lowest before a rise), with
 * a preference for the holder's own words over what others say of it, then the nearest to the split. Positions in the slice, or null without a quote.
 */
export function quotesOf(slice: Slice, pivot: Pivot): { before: number | null; after: number | null } {
  const rising = pivot.size > 0;
  return {
    before: clearest(slice, Array.from(pivot.before).reverse(), !rising),
    after: clearest(slice, Array.from(pivot.after), rising),
  };
}

/** Own words outweigh others' report of a stance up to one grade more extreme, not more: the quote must show its side of the split. */
const OWN_WORDS = 1.5;
const OWN = BASES.indexOf('statement');

/** Best of `rows`, given nearest to the split first. */
function clearest(slice: Slice, rows: readonly number[], highest: boolean): number | null {
  let best: number | null = null;
  let bestMark = -Infinity;
  for (const k of rows) {
    if (quoteOf(slice, k) === '') continue;
    const score = slice.score[k]!;
    const own = slice.record.stances.basis[slice.row[k]!] === OWN ? OWN_WORDS : 0;
    const mark = own + (highest ? score : -score);
    if (mark > bestMark) {
      best = k;
      bestMark = mark;
    }
  }
  return best;
}

/** The quote behind position `k` of the slice; empty where the row is an event or holds none. */
export function quoteOf(slice: Slice, k: number): string {
  const { evidence, stances, tables } = slice.record;
  const e = stances.evidence[slice.row[k]!]!;
  const table = tables.statements;
  if (evidence.kind[e] !== STATEMENT || !table) return '';
  return table.rows[evidence.row[e]!]?.[table.columns.indexOf('quote')] ?? '';
}
