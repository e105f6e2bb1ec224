import { rowsAt, rowsOf } from '../slice';
import { stanceInterval } from './series';
import { stanceAt, type Running } from './stance';
import type { Day } from '../../words/calendar';

/** A stance with its interval, as a gap is computed from two of them. */
export interface ValueWithin {
  /** -2 to +2. */
  value: number;
  /** Bounds of the stance; they hold the value. */
  interval: readonly [number, number];
}

/** The bounds of a gap, within 0 to 4; `low` is 0 where the two may not differ at all. */
export interface GapInterval {
  low: number;
  high: number;
}

/**
 * The interval of the gap |a - b| of two independent stances, from the interval of each (method of variance estimates recovery: Newcombe
 * 1998, Statistics in Medicine 17; Zou and Donner 2008): each bound of the difference lies as far from it as the two distances that the
 * single intervals give, added as squares. Where the bounds stand on both sides of 0 the gap may be nothing.
 */
export function gapInterval(a: ValueWithin, b: ValueWithin): GapInterval {
  const difference = a.value - b.value;
  const low = difference - Math.hypot(a.value - a.interval[0], b.interval[1] - b.value);
  const high = difference + Math.hypot(a.interval[1] - a.value, b.value - b.interval[0]);
  const far = Math.min(4, Math.max(Math.abs(low), Math.abs(high)));
  return { low: low <= 0 && high >= 0 ? 0 : Math.min(Math.abs(low), Math.abs(high)), high: far };
}

/** The interval of the gap of two pairs' running stances at the end of day `at`; null before both have spoken. */
export function gapIntervalAt(running: Running, pairs: readonly [number, number], at: Day): GapInterval | null {
  const [a, b] = pairs.map((pair) => {
    const stance = stanceAt(running, pair, at);
    const interval = stanceInterval(running, pair, at);
    return stance && interval ? { value: stance.value, interval } : null;
  });
  return a && b ? gapInterval(a, b) : null;
}

/** Half-lives, in days, between which a gap is shown to depend on the one chosen. */
export const HALF_LIVES = [14, 30, 60, 90, 180] as const;

/**
 * The gap of two pairs at the end of day `at` under each half-life of `HALF_LIVES`: how far the number hangs on that choice. Empty before
 * both have spoken.
 */
export function gapByHalfLife(running: Running, pairs: readonly [number, number], at: Day): { halfLife: number; gap: number }[] {
  return HALF_LIVES.flatMap((halfLife) => {
    const [a, b] = pairs.map((pair) => decayedMean(running, pair, at, halfLife));
    return a == null || b == null ? [] : [{ halfLife, gap: Math.abs(a - b) }];
  });
}

function decayedMean({ slice }: Running, pair: number, at: Day, halfLife: number): number | null {
  if (pair < 0) return null;
  let sum = 0;
  let weight = 0;
  let before = at;
  for (const k of rowsOf(slice, pair)) {
    const day = slice.day[k]!;
    if (day > at) break;
    const keep = 2 ** (-(day - before) / halfLife);
    const rows = rowsAt(slice, k);
    sum = (weight === 0 ? 0 : sum * keep) + rows * slice.score[k]!;
    weight = (weight === 0 ? 0 : weight * keep) + rows;
    before = day;
  }
  return weight === 0 ? null : sum / weight;
}
