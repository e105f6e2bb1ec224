import { seeded, type Random } from '../random';

/** Observations in the order of their days. */
export interface Series {
  /** In rising order; observations of one day are never parted. */
  days: readonly number[];
  /** -2 to +2, as many as days. */
  scores: readonly number[];
  /** Fewest observations on either side of a split, at least 1. */
  minSegment: number;
}

/** The strongest split of a series. */
export interface Split {
  /** Observations before it. */
  at: number;
  /** Between-group sum of squares: `n1 n2 / n (mean2 - mean1)^2`. */
  strength: number;
}

/** How far the observations of a series depend on those before them. */
export interface Dependence {
  /** Correlation of each observation with the next, corrected for bias, 0 to MOST_NEXT. */
  next: number;
  /** Share of the variance that a mood has which fades with a scale of MOOD_DAYS, corrected for bias, 0 to MOST_MOOD. */
  mood: number;
  /** By how much the dependence multiplies the variance of a mean, at least 1: the larger of what the two say. */
  inflation: number;
}

/** What the statistic says of one order of the scores. */
export interface Evaluated extends Dependence {
  /** Large where the mean changes: see {@link changeStatistic}. */
  value: number;
  split: number;
  strength: number;
  /** Sum of squares within the two sides. */
  residual: number;
}

/** The statistic of one series, for any order of its scores. */
export interface ChangeStatistic {
  of(scores: Float64Array): Evaluated;
  /** Whether it is at least `level`: most orders are told from the sums alone, without the dependence. */
  reaches(scores: Float64Array, level: number): boolean;
}

/** Days after which the correlation of a mood has fallen to 1/e: the half-life of a stance, 30 days, is of the same order. */
export const MOOD_DAYS = 30;
const MOST_NEXT = 0.85;
const MOST_MOOD = 0.9;
/** Orders of the scores by which the bias of each measure of dependence is found. */
const BIAS_DRAWS = 300;
/** Dependence in the made-up orders that show how far a measure of it falls short. */
const TRUE_NEXT = 0.4;
const TRUE_MOOD = 0.5;

/** Where a series may be split: places k such that the days before and after differ and both sides are large enough. */
export function cutsOf({ days, scores, minSegment }: Series): number[] {
  const cuts: number[] = [];
  const least = Math.max(1, minSegment);
  for (let k = least; k <= scores.length - least; k++) if (days[k - 1] !== days[k]) cuts.push(k);
  return cuts;
}

/**
 * The split into before and after that explains most of the scores' variance, that is, with the largest between-group sum of squares (the
 * likelihood-ratio scan for one shift in mean: Hinkley 1970). The weight `n1 n2 / n` keeps one odd observation at an end from winning
 * over a lasting change. Null where nothing may be split or no score differs.
 */
export function strongestSplit(series: Series): Split | null {
  const { scores } = series;
  const n = scores.length;
  const total = scores.reduce((sum, score) => sum + score, 0);
  let best: Split | null = null;
  let sum = 0;
  let k = 0;
  for (const at of cutsOf(series)) {
    while (k < at) sum += scores[k++]!;
    const gap = sum * n - total * at;
    const strength = (gap * gap) / (at * (n - at)) / n;
    if (strength > 1e-12 && strength > (best?.strength ?? 0)) best = { at, strength };
  }
  return best;
}

/**
 * The statistic of the test, made ready for one series: a function of the order of its scores.
 *
 *     value = sum over splits k of S_k^2 / n^2, divided by the long-run variance
 *
 * with S_k the sum of the first k scores minus k times their mean. That is Nyblom's statistic for a mean that does not stay (1989, Journal
 * of the American Statistical Association 84) in the form of Kwiatkowski, Phillips, Schmidt and Shin (1992, Journal of Econometrics 54),
 * over the splits that are allowed. The long-run variance is that of the residuals around the strongest split, so that a change does not
 * pass for dependence, times what dependence does to the variance of a mean. Dependence is measured twice, by order and by date:
 *
 * - `next`, the correlation of each residual with the next, as in an autoregression of order one: `(1 + r) / (1 - r)`;
 * - `mood`, the share of the variance that fades with exp(-days / 30), by the moment estimator with these weights, so that rows that crowd
 *   into a few weeks are known for what they are: `1 + share times (sum of the weights over all ordered couples) / n`;
 *
 * and the larger counts. Both measures fall short in short series, the more as a split was fitted first; the shortfall is found from orders
 * of the very scores with none and with a known dependence, and corrected. All of this depends on the days and on the set of
 * scores alone, never on their order, so that shuffling the scores makes an exact test where order does not matter.
 *
 * @returns null where nothing may be split or no score differs
 */
export function changeStatistic(series: Series): ChangeStatistic | null {
  const cuts = cutsOf(series);
  const { days, scores } = series;
  const n = scores.length;
  if (cuts.length === 0 || strongestSplit({ ...series, scores: [...scores].sort((a, b) => a - b) }) === null) return null;
  const total = scores.reduce((sum, score) => sum + score, 0);
  const mean = total / n;
  const variance = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / n;
  const keep = Float64Array.from(days, (day, i) => (i === 0 ? 0 : Math.exp(-(day - days[i - 1]!) / MOOD_DAYS)));
  const couples = sumOfWeights(keep);

  const allSquares = n * variance;
  /** Split and sums of one order. */
  const scan = (order: Float64Array) => {
    let sum = 0;
    let k = 0;
    let strength = -1;
    let split = 0;
    let left = 0;
    let squares = 0;
    for (const cut of cuts) {
      while (k < cut) sum += order[k++]! - mean;
      const square = sum * sum;
      squares += square;
      const between = (square * n) / (cut * (n - cut));
      if (between > strength) {
        strength = between;
        split = cut;
        left = sum;
      }
    }
    return { split, strength, squares, left };
  };
  /** Raw measures of dependence around a split. */
  const raw = (order: Float64Array, { split, left }: { split: number; left: number }) => {
    const before = mean + left / split;
    const after = mean - left / (n - split);
    let residual = 0;
    let next = 0;
    let mood = 0;
    let last = 0;
    let faded = 0;
    for (let i = 0; i < n; i++) {
      const rest = order[i]! - (i < split ? before : after);
      residual += rest * rest;
      next += rest * last;
      faded = (faded + last) * keep[i]!;
      mood += rest * faded;
      last = rest;
    }
    const within = Math.max(residual, 1e-9 * allSquares);
    return { residual, within, next: next / within, mood: mood / within };
  };

  const sorted = Float64Array.from(scores).sort();
  const deck = new Float64Array(n);
  const average = (orders: readonly Uint32Array[], of: 'next' | 'mood'): number => {
    let sum = 0;
    for (const order of orders) {
      for (let i = 0; i < n; i++) deck[i] = sorted[order[i]!]!;
      sum += raw(deck, scan(deck))[of];
    }
    return sum / orders.length;
  };
  const { free, leaning } = ordersOf(n);
  const bias = { next: average(free, 'next'), mood: average(free, 'mood') };
  const slope = {
    next: Math.max(0.2, (average(leaning, 'next') - bias.next) / TRUE_NEXT),
    mood: Math.max(0.02 * couples, (average(moodyOrders(keep), 'mood') - bias.mood) / TRUE_MOOD),
  };
  const between = (value: number, most: number) => Math.min(most, Math.max(0, value));

  const of = (order: Float64Array): Evaluated => {
    const { split, strength, squares, left } = scan(order);
    const { residual, within, ...measured } = raw(order, { split, left });
    const next = between((measured.next - bias.next) / slope.next, MOST_NEXT);
    const mood = between((measured.mood - bias.mood) / slope.mood, MOST_MOOD);
    const inflation = Math.max((1 + next) / (1 - next), 1 + mood * couples);
    const value = squares / (n * n) / ((within / n) * inflation);
    return { value, split, strength, residual, next, mood, inflation };
  };
  return {
    of,
    reaches(order, level) {
      const { strength, squares } = scan(order);
      // The inflation is at least 1: what does not reach the level without it does not reach it at all.
      const within = Math.max(allSquares - strength, 1e-9 * allSquares);
      return squares / n / within >= level * (1 - 1e-9) && of(order).value >= level;
    },
  };
}

/** Sum of the weights exp(-days apart / 30) over all ordered couples of different observations, divided by their number n. */
function sumOfWeights(keep: Float64Array): number {
  let sum = 0;
  let faded = 0;
  for (let i = 1; i < keep.length; i++) {
    faded = (faded + 1) * keep[i]!;
    sum += faded;
  }
  return (2 * sum) / keep.length;
}

interface Orders {
  /** Every order equally likely. */
  free: Uint32Array[];
  /** Each value leans on the one before by TRUE_NEXT. */
  leaning: Uint32Array[];
}

const known = new Map<number, Orders>();

/** Made-up orders of n values, the same whenever they are asked for. */
function ordersOf(n: number): Orders {
  let orders = known.get(n);
  if (!orders) {
    const random = seeded(n);
    const make = (keep: number) => Array.from({ length: BIAS_DRAWS }, () => ranksOf(gaussians(n, random, () => keep)));
    known.set(n, (orders = { free: make(0), leaning: make(TRUE_NEXT) }));
  }
  return orders;
}

const knownMoods = new Map<string, Uint32Array[]>();
/** Sets of days whose orders are kept: those of a record's pairs, which are asked for again and again. */
const MOST_KEPT = 64;

/** Orders in which a share TRUE_MOOD of the variance is a mood that keeps `keep[i]` of itself from one value to the next. */
function moodyOrders(keep: Float64Array): Uint32Array[] {
  const key = keep.join(' ');
  const made = knownMoods.get(key);
  if (made) return made;
  const n = keep.length;
  const random = seeded(n);
  const orders = Array.from({ length: BIAS_DRAWS }, () => {
    const values = gaussians(n, random, (i) => keep[i]!);
    for (let i = 0; i < n; i++) values[i] = Math.sqrt(TRUE_MOOD) * values[i]! + Math.sqrt(1 - TRUE_MOOD) * gaussian(random);
    return ranksOf(values);
  });
  if (knownMoods.size >= MOST_KEPT) knownMoods.delete(knownMoods.keys().next().value ?? '');
  knownMoods.set(key, orders);
  return orders;
}

/** A draw from the normal distribution (Box and Muller 1958; the second of each couple is left). */
function gaussian(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** A normal series whose value i keeps `keep(i)` of the one before. */
function gaussians(n: number, random: Random, keep: (i: number) => number): Float64Array {
  const values = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const r = i === 0 ? 0 : keep(i);
    values[i] = r * (values[i - 1] ?? 0) + Math.sqrt(1 - r * r) * gaussian(random);
  }
  return values;
}

/** The rank of each value, from 0: scores that are put in this order have the dependence of the values and are still the scores. */
function ranksOf(values: Float64Array): Uint32Array {
  const places = Uint32Array.from(values.keys()).sort((a, b) => values[a]! - values[b]!);
  const ranks = new Uint32Array(values.length);
  places.forEach((place, rank) => (ranks[place] = rank));
  return ranks;
}
