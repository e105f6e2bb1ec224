import type { Day } from '../../words/calendar';
import { seedOf } from '../random';
import { rowsOf, type Slice } from '../slice';
import type { ChangeTest } from './changeTest';
import { atOnce, type ChangeTests } from './changeTests';
import { occasionsOf, type DaySpan, type Occasion } from './occasions';
import { strongestSplit, type Series } from './statistic';

/** A side of a split with fewer occasions than this is called few: a mean of a dozen scores is good to about 0.3. */
export const FEW_OCCASIONS = 12;

/** How a change is looked for. */
export interface PivotTest {
  /** Any whole number; another seed gives other draws and the same answer. */
  seed: number;
  /** Fewest occasions on either side of a split, at least 1. */
  minSegment: number;
  /** Fewest occasions of a pair to be tested at all. */
  minOccasions: number;
  /** Rows of one occasion or one day count once; else every row for itself. */
  grouped: boolean;
}

/** At least 3 occasions a side. With 8 occasions a split into 4 and 4 can reach p = 0.03, with fewer hardly. */
export const PIVOT_TEST: PivotTest = { seed: 1, minSegment: 3, minOccasions: 8, grouped: true };

/** The largest change of a pair's scores in a window. Positions are rows of the slice. */
export interface Pivot {
  pair: number;
  holder: number;
  target: number;
  /** Mean score of the occasions before and after the split, -2 to +2. */
  from: number;
  to: number;
  /** `to - from`, -4 to +4. */
  size: number;
  /** Day of the last occasion before the split and of the first after it: the rows put the change between them. */
  lastBefore: Day;
  firstAfter: Day;
  /** Occasions. */
  n: number;
  nBefore: number;
  nAfter: number;
  /** Positions in the slice, in date order. */
  before: Uint32Array;
  after: Uint32Array;
  occasions: readonly Occasion[];
  /** What was tested, and how. */
  series: Series;
  how: PivotTest;
  /** What the draws say; null while they are being made. */
  test: ChangeTest | null;
  /** The days between which the change may lie (see `rangeOf`); those of the split while the test is being made. */
  range: { from: Day; to: Day };
  /** A side has fewer than FEW_OCCASIONS occasions. */
  few: boolean;
}

type Found = Omit<Pivot, 'test' | 'range'>;

/** What was found of a pair for the rows that were last asked for: at most steps of the clock these are the same. */
interface Last {
  first: number;
  last: number;
  how: PivotTest;
  split: Found | null;
  /** Seed of the pair's test. */
  seed: number;
}

const found = new WeakMap<Slice, Map<string, Found | null>>();
const lately = new WeakMap<Slice, (Last | undefined)[]>();
const told = new WeakMap<Found, Pivot>();

/**
 * The largest change of a pair between the days `from` and `to` (both inclusive), or null where there are too few occasions, no split is
 * allowed or no score differs. Remembered by the rows it rests on, so that a clock that moves without reaching a new row costs a look-up
 * and gives the very same object.
 *
 * @param tests where the test comes from: at once, or from beside the page
 */
export function pivotOf(
  slice: Slice,
  pair: number,
  window: DaySpan,
  how: PivotTest = PIVOT_TEST,
  tests: ChangeTests = atOnce,
): Pivot | null {
  const [first, last] = rowsIn(slice, pair, window);
  if (last - first < how.minOccasions) return null;
  const before = lastOf(slice, pair);
  if (before && before.first === first && before.last === last && sameTest(before.how, how))
    return before.split && withTest(before.split, tests.of(before.split.series, { seed: before.seed }));
  const key = `${pair} ${first} ${last} ${how.seed} ${how.minSegment} ${how.minOccasions} ${how.grouped}`;
  let memory = found.get(slice);
  if (!memory) found.set(slice, (memory = new Map()));
  let split = memory.get(key);
  if (split === undefined) memory.set(key, (split = findPivot(slice, pair, window, how)));
  const { actors } = slice.record;
  const [holder, target] = [actors[slice.pairs.holder[pair]!]!, actors[slice.pairs.target[pair]!]!];
  const seed = seedOf(how.seed, `${holder.id} ${target.id}`);
  remember(slice, pair, { first, last, how: { ...how }, split, seed });
  return split && withTest(split, tests.of(split.series, { seed }));
}

function lastOf(slice: Slice, pair: number): Last | undefined {
  return lately.get(slice)?.[pair];
}

function remember(slice: Slice, pair: number, last: Last): void {
  const pairs = lately.get(slice);
  if (pairs) pairs[pair] = last;
  else {
    const fresh: (Last | undefined)[] = [];
    fresh[pair] = last;
    lately.set(slice, fresh);
  }
}

function sameTest(a: PivotTest, b: PivotTest): boolean {
  return a.seed === b.seed && a.minSegment === b.minSegment && a.minOccasions === b.minOccasions && a.grouped === b.grouped;
}

/** The same object for the same test. */
function withTest(split: Found, test: ChangeTest | null): Pivot {
  const known = told.get(split);
  if (known?.test === test) return known;
  const [first, last] = test?.range ?? [split.nBefore, split.nBefore];
  const range = { from: split.occasions[first - 1]!.day, to: split.occasions[last]!.day };
  const pivot = { ...split, test, range };
  told.set(split, pivot);
  return pivot;
}

function findPivot(slice: Slice, pair: number, window: DaySpan, how: PivotTest): Found | null {
  const split = splitOf(occasionsOf(slice, pair, window, how.grouped), how);
  return split && { pair, holder: slice.pairs.holder[pair]!, target: slice.pairs.target[pair]!, ...split };
}

/** The strongest split of some occasions, not tested yet; null where they are too few or allow none. */
export function splitOf(occasions: readonly Occasion[], how: PivotTest): Omit<Found, 'pair' | 'holder' | 'target'> | null {
  const n = occasions.length;
  if (n < how.minOccasions) return null;
  const series: Series = {
    days: occasions.map(({ day }) => day),
    scores: occasions.map(({ score }) => score),
    minSegment: how.minSegment,
  };
  const split = strongestSplit(series);
  if (!split) return null;
  const nBefore = split.at;
  const sideOf = (side: readonly Occasion[]) => ({
    mean: side.reduce((sum, { score }) => sum + score, 0) / side.length,
    rows: Uint32Array.from(side.flatMap(({ rows }) => rows)).sort(),
  });
  const before = sideOf(occasions.slice(0, nBefore));
  const after = sideOf(occasions.slice(nBefore));
  return {
    from: before.mean,
    to: after.mean,
    size: after.mean - before.mean,
    lastBefore: occasions[nBefore - 1]!.day,
    firstAfter: occasions[nBefore]!.day,
    n,
    nBefore,
    nAfter: n - nBefore,
    before: before.rows,
    after: after.rows,
    occasions,
    series,
    how,
    few: Math.min(nBefore, n - nBefore) < FEW_OCCASIONS,
  };
}

/** First (inclusive) and last (exclusive) place, among the rows of a pair, of those dated from `from` to `to` (both inclusive). */
export function rowsIn(slice: Slice, pair: number, { from, to }: DaySpan): [number, number] {
  const first = placeOf(slice, pair, from);
  return [first, Math.max(first, placeOf(slice, pair, to + 1))];
}

/** Place among the rows of a pair, which are in date order, of the first on `day` or later; their number where none is. */
function placeOf(slice: Slice, pair: number, day: Day): number {
  const rows = rowsOf(slice, pair);
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (slice.day[rows[middle]!]! < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
