import { seeded, seedOf, shuffle } from '../random';
import { rowsOf, type Slice } from '../slice';
import type { Day } from '../../words/calendar';

/** A side of a split with fewer rows than this is called few: a mean of a dozen scores is good to about 0.3. */
export const FEW_ROWS = 12;

/** How a change is looked for. */
export interface PivotTest {
  /** Reorderings of the scores for the permutation test. */
  shuffles: number;
  /** Any whole number; the same seed gives the same p. */
  seed: number;
  /** Fewest rows on either side of a split, at least 1. */
  minSegment: number;
  /** Fewest rows of a pair to be tested at all. */
  minRows: number;
}

/** 999 reorderings, at least 3 rows a side. With 8 rows a side-by-side split of 4 and 4 can reach p = 0.03, with fewer hardly. */
export const PIVOT_TEST: PivotTest = { shuffles: 999, seed: 1, minSegment: 3, minRows: 8 };

/** The largest change of a pair's scores in a window. Positions are rows of the slice. */
export interface Pivot {
  pair: number;
  holder: number;
  target: number;
  /** Mean score before and after the split, -2 to +2. */
  from: number;
  to: number;
  /** `to - from`, -4 to +4. */
  size: number;
  /** Day of the last row before the split and of the first row after it: the change lies between them. */
  lastBefore: Day;
  firstAfter: Day;
  n: number;
  nBefore: number;
  nAfter: number;
  /** Positions in the slice, in date order. */
  before: Uint32Array;
  after: Uint32Array;
  /** (1 + reorderings with a split at least as strong) / (1 + reorderings), in (0, 1]. */
  p: number;
  shuffles: number;
  seed: number;
  /** A side has fewer than FEW_ROWS rows. */
  few: boolean;
}

/**
 * The change point of one series: the split into before and after that explains most of the scores' variance, that is, with the largest
 * between-group sum of squares `n1 n2 / n (mean1 - mean2)^2` (the likelihood-ratio scan for a shift in mean: Hinkley 1970; Page 1955). The
 * weight `n1 n2 / n` keeps one odd row at an end from winning over a lasting change.
 *
 * Its p value is that of a permutation test: the scores are dealt anew over the same dates, and the strongest split is sought each time,
 * so the search over splits is paid for (Good 2005). It says how often chance does as well, not how large the change is.
 * Rows of the same day are never split apart.
 *
 * @param days in rising order, as many as scores
 * @returns null where no split leaves `minSegment` rows on either side or all scores are the same
 */
export function changePoint(
  days: ArrayLike<number>,
  scores: ArrayLike<number>,
  test: Pick<PivotTest, 'shuffles' | 'seed' | 'minSegment'>,
): { split: number; strength: number; p: number } | null {
  const n = scores.length;
  const cuts: number[] = [];
  const least = Math.max(1, test.minSegment);
  for (let k = least; k <= n - least; k++) if (days[k - 1] !== days[k]) cuts.push(k);
  if (cuts.length === 0) return null;
  const deck = Float64Array.from(scores);
  const total = deck.reduce((sum, score) => sum + score, 0);
  const observed = strongest(deck, cuts, total);
  if (observed.strength <= 1e-12) return null;
  const random = seeded(test.seed);
  const level = observed.strength * (1 - 1e-9);
  let asStrong = 0;
  for (let s = 0; s < test.shuffles; s++) {
    shuffle(deck, random);
    if (strongest(deck, cuts, total).strength >= level) asStrong++;
  }
  return { ...observed, p: (1 + asStrong) / (1 + test.shuffles) };
}

function strongest(scores: Float64Array, cuts: readonly number[], total: number): { split: number; strength: number } {
  const n = scores.length;
  let strength = -1;
  let split = 0;
  let sum = 0;
  let k = 0;
  for (const cut of cuts) {
    while (k < cut) sum += scores[k++]!;
    const gap = sum * n - total * cut;
    const between = (gap * gap) / (cut * (n - cut)) / n;
    if (between > strength) {
      strength = between;
      split = cut;
    }
  }
  return { split, strength };
}

const found = new WeakMap<Slice, Map<string, Pivot | null>>();

/**
 * The largest change of a pair between the days `from` and `to` (both inclusive), or null where the rows allow no split or never vary.
 * Remembered by the rows it rests on, so that a clock that moves without reaching a new row costs a look-up.
 */
export function pivotOf(slice: Slice, pair: number, window: { from: Day; to: Day }, test: PivotTest = PIVOT_TEST): Pivot | null {
  const [first, last] = rowsIn(slice, pair, window);
  if (last - first < test.minRows) return null;
  const key = `${pair} ${first} ${last} ${test.shuffles} ${test.seed} ${test.minSegment}`;
  let memory = found.get(slice);
  if (!memory) found.set(slice, (memory = new Map()));
  const known = memory.get(key);
  if (known !== undefined) return known;
  const pivot = findPivot(slice, pair, first, last, test);
  memory.set(key, pivot);
  return pivot;
}

function findPivot(slice: Slice, pair: number, first: number, last: number, test: PivotTest): Pivot | null {
  const holder = slice.pairs.holder[pair]!;
  const target = slice.pairs.target[pair]!;
  const { actors } = slice.record;
  const rows = rowsOf(slice, pair).subarray(first, last);
  const seed = seedOf(test.seed, `${actors[holder]!.id} ${actors[target]!.id}`);
  const days = Int32Array.from(rows, (k) => slice.day[k]!);
  const scores = Float64Array.from(rows, (k) => slice.score[k]!);
  const change = changePoint(days, scores, { ...test, seed });
  if (!change) return null;
  const n = rows.length;
  const nBefore = change.split;
  const from = meanOf(scores.subarray(0, nBefore));
  const to = meanOf(scores.subarray(nBefore));
  return {
    pair,
    holder,
    target,
    from,
    to,
    size: to - from,
    lastBefore: days[nBefore - 1]!,
    firstAfter: days[nBefore]!,
    n,
    nBefore,
    nAfter: n - nBefore,
    before: rows.subarray(0, nBefore),
    after: rows.subarray(nBefore),
    p: change.p,
    shuffles: test.shuffles,
    seed: test.seed,
    few: Math.min(nBefore, n - nBefore) < FEW_ROWS,
  };
}

/** First (inclusive) and last (exclusive) place, among the rows of a pair, of those dated from `from` to `to` (both inclusive). */
export function rowsIn(slice: Slice, pair: number, { from, to }: { from: Day; to: Day }): [number, number] {
  const rows = rowsOf(slice, pair);
  let first = 0;
  while (first < rows.length && slice.day[rows[first]!]! < from) first++;
  let last = rows.length;
  while (last > first && slice.day[rows[last - 1]!]! > to) last--;
  return [first, last];
}

function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
