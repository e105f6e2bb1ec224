import { rowsAt, rowsOf, type Slice } from '../slice';
import { type Day, FIRST_DAY, NO_TIME } from '../../words/calendar';

/** How a running stance is read from the rows of a pair. */
export interface Reading {
  /**
   * `decay`: every row up to the date, weighted by 2^(-age / halfLife). `latest`: the rows of the latest date, of its latest time where
   * times are known (a row without one counts only where no row of its day has one). `mean`: plain mean of
   * the rows from `from` on. `pivot`: the same, begun anew on the day of the pair's last pivot (see `since`), so that a date before the
   * pivot still shows the mean before it.
   */
  mode: 'decay' | 'latest' | 'mean' | 'pivot';
  /** Days; above 0. Also says when silence makes a stance stale (two half-lives). */
  halfLife: number;
  /** First day of the window: where `mean` starts. */
  from: Day;
  /** For `pivot`: the day from which a pair's mean is taken; a pair without one is read from `from`. */
  since?: ReadonlyMap<number, Day>;
}

/**
 * The running stance of every pair after each of its rows. Between two rows neither the weighted mean nor the effective sample size
 * changes (all weights shrink alike), so a stance at any date is a binary search and a look-up: this is why a scrub step is cheap.
 */
export interface Running {
  slice: Slice;
  reading: Reading;
  /** After row `slice.pairs.item[j]`: the running value, NaN where nothing counts yet. Same order as `slice.pairs.item`. */
  value: Float64Array;
  /** Effective sample size (sum w)^2 / sum w^2 (Kish 1965). */
  effective: Float64Array;
  /** How many rows count. */
  count: Uint32Array;
  /** Day of row j: `slice.day[slice.pairs.item[j]]`, so that searches stay in one array. */
  day: Int32Array;
}

export interface StanceAt {
  /** -2 to +2. */
  value: number;
  /** Rows that count. */
  n: number;
  /** Effective rows, 1 to n. */
  effective: number;
  /** Day of the last row that counts. */
  last: Day;
  /** Its position in the slice. */
  newest: number;
  /** No row for more than two half-lives. */
  stale: boolean;
}

/** The running stance of every pair under a reading. O(rows). */
export function runStances(slice: Slice, reading: Reading): Running {
  const { pairs } = slice;
  const total = pairs.item.length;
  const value = new Float64Array(total).fill(NaN);
  const effective = new Float64Array(total);
  const count = new Uint32Array(total);
  const day = new Int32Array(total);
  for (let j = 0; j < total; j++) day[j] = slice.day[pairs.item[j]!]!;
  for (let p = 0; p < pairs.n; p++) {
    const whole = reading.mode === 'decay' || reading.mode === 'latest';
    const pivot = reading.mode === 'pivot' ? reading.since?.get(p) : undefined;
    let sum = 0;
    let weight = 0;
    let squares = 0;
    let n = 0;
    let before = FIRST_DAY;
    let clock = NO_TIME;
    for (let j = pairs.start[p]!; j < pairs.start[p + 1]!; j++) {
      const today = day[j]!;
      const time = slice.time[pairs.item[j]!]!;
      if (!whole && today < reading.from && !(pivot !== undefined && today >= pivot)) continue;
      const keep = reading.mode === 'decay' && n > 0 ? 2 ** (-(today - before) / reading.halfLife) : 1;
      const anew =
        reading.mode === 'latest' ? today !== before || time !== clock : pivot !== undefined && today >= pivot && before < pivot;
      if (anew) sum = weight = squares = n = 0;
      const rows = rowsAt(slice, pairs.item[j]!);
      sum = sum * keep + rows * slice.score[pairs.item[j]!]!;
      weight = weight * keep + rows;
      squares = squares * keep * keep + rows;
      n += rows;
      before = today;
      clock = time;
      value[j] = sum / weight;
      effective[j] = (weight * weight) / squares;
      count[j] = n;
    }
  }
  return { slice, reading, value, effective, count, day };
}

/** The stance of a pair at the end of day `at`, or null where nothing counts by then: unknown is never zero. O(log rows of the pair). */
export function stanceAt(running: Running, pair: number, at: Day): StanceAt | null {
  const j = lastRow(running, pair, at);
  if (j < 0) return null;
  const value = running.value[j]!;
  if (Number.isNaN(value)) return null;
  const last = running.day[j]!;
  return {
    value,
    n: running.count[j]!,
    effective: running.effective[j]!,
    last,
    newest: running.slice.pairs.item[j]!,
    stale: hasGoneSilent(running, j, at),
  };
}

/** So many half-lives without a row, and a stance is stale: the rows behind it are faint, and nobody has said anything since. */
const SILENCE = 2;

/** Whether a stance whose last row is row `j` has by the end of day `at` been silent for more than two half-lives. */
export function hasGoneSilent(running: Running, j: number, at: Day): boolean {
  return at >= silentFrom(running.reading, running.day[j]!);
}

/** First day on which a stance is stale that had its last row on `last`. */
export function silentFrom({ halfLife }: Reading, last: Day): Day {
  return Math.floor(last + SILENCE * halfLife) + 1;
}

/** Position (in `pairs.item`) of the last row of the pair up to and including `at`, or -1. */
export function lastRow(running: Running, pair: number, at: Day): number {
  if (pair < 0) return -1;
  const first = running.slice.pairs.start[pair]!;
  let low = first;
  let high = running.slice.pairs.start[pair + 1]!;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (running.day[middle]! <= at) low = middle + 1;
    else high = middle;
  }
  return low > first ? low - 1 : -1;
}

/**
 * The rows that count towards a stance at `at`, oldest first, each with its weight (1 for the newest): what "how computed" lists. A bundle of
 * a packed record weighs as much as all of its rows.
 */
export function weightsAt(running: Running, pair: number, at: Day): { position: number; weight: number }[] {
  const rows = weightsOfOne(running, pair, at);
  const { slice } = running;
  return slice.bundles === undefined
    ? rows
    : rows.map(({ position, weight }) => ({ position, weight: weight * rowsAt(slice, position) }));
}

function weightsOfOne(running: Running, pair: number, at: Day): { position: number; weight: number }[] {
  const { slice, reading } = running;
  if (pair < 0) return [];
  const rows = Array.from(rowsOf(slice, pair)).filter((k) => slice.day[k]! <= at);
  const newest = rows.length > 0 ? slice.day[rows[rows.length - 1]!]! : 0;
  const pivot = reading.mode === 'pivot' ? reading.since?.get(pair) : undefined;
  const since = pivot !== undefined && newest >= pivot ? pivot : reading.from;
  switch (reading.mode) {
    case 'decay':
      return rows.map((position) => ({ position, weight: 2 ** (-(newest - slice.day[position]!) / reading.halfLife) }));
    case 'latest':
      return rows
        .filter((k) => slice.day[k] === newest && slice.time[k] === slice.time[rows[rows.length - 1]!])
        .map((position) => ({ position, weight: 1 }));
    case 'mean':
    case 'pivot':
      return rows.filter((k) => slice.day[k]! >= since).map((position) => ({ position, weight: 1 }));
  }
}
