import { BASES, STATEMENT } from '../../record/record';
import type { Day } from '../../words/calendar';
import type { Slice } from '../slice';
import { groundOf } from './asserted';
import { atOnce, type ChangeTests } from './changeTests';
import { occasionsOf } from './occasions';
import { pivotOf, PIVOT_TEST, rowsIn, type Pivot, type PivotTest } from './pivot';

/** A pivot among all that were looked for in the same window. */
export interface RankedPivot extends Pivot {
  /**
   * Benjamini and Hochberg (1995): the share of chance findings to expect among the pairs ranked by p down to this one. Many pairs are
   * tested at once, so some small p are luck: read q, not p, when a pair was picked because it came out on top. Null while its test is made.
   */
  q: number | null;
}

export interface PivotRanking {
  /** Every pair with occasions enough to test, strongest evidence first. */
  ranked: RankedPivot[];
  /** Pairs with rows in the window, but on too few occasions to test: not ranked, never forgotten. */
  tooFew: { pair: number; rows: number }[];
  /** Pairs with occasions enough whose scores never change, or change only within a day. */
  unchanged: { pair: number; rows: number }[];
  /** Tests that are still being made. Until they are done their pairs count as if chance did as much always. */
  waiting: number;
}

/** How many pairs have rows, and how many of them could be tested. */
export function testedOf({ ranked, tooFew, unchanged }: PivotRanking): { pairs: number; tested: number } {
  const tested = ranked.length + unchanged.length;
  return { pairs: tested + tooFew.length, tested };
}

/**
 * Looks for the largest change of every pair between the days `from` and `to` (both inclusive; give the clock's date as `to`).
 * Order: changes that stand out among all (q up to 0.05) first, by `|size|` times the square root of the smaller side's occasions (a large
 * change that many carry comes before a large one of three and a small one of many), then the others by p, then those not tested yet.
 */
export function rankPivots(
  slice: Slice,
  options: { from: Day; to: Day } & Partial<PivotTest>,
  tests: ChangeTests = atOnce,
): PivotRanking {
  const how: PivotTest = {
    seed: options.seed ?? PIVOT_TEST.seed,
    minSegment: options.minSegment ?? PIVOT_TEST.minSegment,
    minOccasions: options.minOccasions ?? PIVOT_TEST.minOccasions,
    grouped: options.grouped ?? PIVOT_TEST.grouped,
  };
  const tooFew: { pair: number; rows: number }[] = [];
  const unchanged: { pair: number; rows: number }[] = [];
  const pivots: Pivot[] = [];
  for (let pair = 0; pair < slice.pairs.n; pair++) {
    const [first, last] = rowsIn(slice, pair, options);
    const rows = last - first;
    if (rows === 0) continue;
    const pivot = pivotOf(slice, pair, options, how, tests);
    if (pivot) pivots.push(pivot);
    else if (rows < how.minOccasions || occasionCount(slice, pair, [first, last], options, how.grouped) < how.minOccasions)
      tooFew.push({ pair, rows });
    else unchanged.push({ pair, rows });
  }
  const p = pivots.map(({ test }) => test?.p ?? 1);
  const q = falseDiscovery([...p, ...unchanged.map(() => 1)]);
  const ranked = pivots
    .map((pivot, i) => withRank({ ...pivot, q: pivot.test === null ? null : q[i]! }))
    .sort(byEvidence)
    .map(({ pivot }) => pivot);
  tooFew.sort((a, b) => b.rows - a.rows || a.pair - b.pair);
  return { ranked, tooFew, unchanged, waiting: pivots.filter(({ test }) => test === null).length };
}

/** What pivots are ranked by, worked out once for each. */
interface Rank {
  pivot: RankedPivot;
  sure: boolean;
  weight: number;
  chance: number;
}

function withRank(pivot: RankedPivot): Rank {
  return {
    pivot,
    sure: groundOf(pivot, null) !== null,
    weight: Math.abs(pivot.size) * Math.sqrt(Math.min(pivot.nBefore, pivot.nAfter)),
    chance: pivot.test?.p ?? 2,
  };
}

function byEvidence(a: Rank, b: Rank): number {
  if (a.sure !== b.sure) return a.sure ? -1 : 1;
  const order = a.sure ? b.weight - a.weight : a.chance - b.chance || b.weight - a.weight;
  return order || a.pivot.pair - b.pivot.pair;
}

/** How many occasions the last rows that were asked for of each pair make. */
const counted = new WeakMap<Slice, ({ first: number; last: number; grouped: boolean; count: number } | undefined)[]>();

/** Number of a pair's occasions among its rows `first` to `last`: worked out again only for other rows. */
function occasionCount(
  slice: Slice,
  pair: number,
  [first, last]: readonly [number, number],
  span: { from: Day; to: Day },
  grouped: boolean,
): number {
  let pairs = counted.get(slice);
  if (!pairs) counted.set(slice, (pairs = []));
  const known = pairs[pair];
  if (known && known.first === first && known.last === last && known.grouped === grouped) return known.count;
  const count = occasionsOf(slice, pair, span, grouped).length;
  pairs[pair] = { first, last, grouped, count };
  return count;
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
