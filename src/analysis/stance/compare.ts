import { rowsIn } from '../change/pivot';
import { rowsOf } from '../slice';
import { stanceAt, type Running, type StanceAt } from './stance';
import type { Day } from '../../words/calendar';

/** A pair's stance on two dates. */
export interface Difference {
  pair: number;
  holder: number;
  target: number;
  /** null: unknown on that date. */
  before: StanceAt | null;
  after: StanceAt | null;
  /** `after - before`, -4 to +4; null unless both are known. */
  change: number | null;
  /** Positions in the slice of the rows dated after the first date, up to and including the second. */
  rows: Uint32Array;
}

/** What differs between two dates. */
export interface Comparison {
  /** Known on both dates, with rows between: the largest change first. */
  changed: Difference[];
  /** Unknown on the first date, known on the second. */
  appeared: Difference[];
  /** Known on the first date, unknown on the second (under a reading that forgets: a mean of a window). */
  disappeared: Difference[];
  /** Known on both dates, without a row between: nothing new is known. */
  silent: Difference[];
}

/** Every pair's running stance at the end of `first` and of `second` (in either order: the earlier is `before`). */
export function compareDates(running: Running, first: Day, second: Day): Comparison {
  const [early, late] = first <= second ? [first, second] : [second, first];
  const { slice } = running;
  const comparison: Comparison = { changed: [], appeared: [], disappeared: [], silent: [] };
  for (let pair = 0; pair < slice.pairs.n; pair++) {
    const before = stanceAt(running, pair, early);
    const after = stanceAt(running, pair, late);
    if (!before && !after) continue;
    const [from, to] = rowsIn(slice, pair, { from: early + 1, to: late });
    const rows = rowsOf(slice, pair).subarray(from, to);
    const change = before && after ? after.value - before.value : null;
    const difference = {
      pair,
      holder: slice.pairs.holder[pair]!,
      target: slice.pairs.target[pair]!,
      before,
      after,
      change,
      rows,
    };
    if (!before) comparison.appeared.push(difference);
    else if (!after) comparison.disappeared.push(difference);
    else if (rows.length === 0) comparison.silent.push(difference);
    else comparison.changed.push(difference);
  }
  comparison.changed.sort(
    (a, b) => Math.abs(b.change ?? 0) - Math.abs(a.change ?? 0) || b.rows.length - a.rows.length || a.pair - b.pair,
  );
  comparison.appeared.sort((a, b) => b.rows.length - a.rows.length || a.pair - b.pair);
  return comparison;
}
