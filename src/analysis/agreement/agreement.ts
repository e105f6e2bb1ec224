import { NO_SCORE, type StanceRecord } from '../../record/record';
import { below, seeded } from '../random';

/** What a disagreement between two values counts (Krippendorff 2011, section C). */
export type Level = 'nominal' | 'ordinal' | 'interval';

/** Ratings: one row for each unit, one cell for each coder, null where there is none. */
export type Ratings = readonly (readonly (number | null)[])[];

/**
 * Krippendorff's alpha: 1 is perfect agreement, 0 what chance would bring, below 0 worse than chance. Any number of coders, missing
 * ratings allowed; units with fewer than two ratings say nothing and are left out (Krippendorff, Computing Krippendorff's
 * Alpha-Reliability, 2011).
 *
 * @returns alpha up to 1, or null where no unit has two ratings or all ratings are the same: then there is nothing to tell apart
 */
export function alpha(ratings: Ratings, level: Level): number | null {
  const { values, units } = coincidences(ratings);
  return alphaOf(values, added(values.length, units), level);
}

/** The pairs of values within one unit as cells of the coincidence matrix (k by k, row by row), each weighing 1 / (ratings - 1). */
interface Unit {
  cells: Uint32Array;
  weight: number;
}

function pairable(unit: readonly (number | null)[]): number[] {
  const given = unit.filter((value) => value !== null);
  return given.length >= 2 ? given : [];
}

function coincidences(ratings: Ratings): { values: number[]; units: Unit[] } {
  const paired = ratings.map(pairable).filter((unit) => unit.length > 0);
  const values = [...new Set(paired.flat())].sort((a, b) => a - b);
  const place = new Map(values.map((value, i) => [value, i]));
  const units = paired.map((unit) => {
    const cells = unit.flatMap((x, i) =>
      unit.filter((_, j) => j !== i).map((y) => place.get(x)! * values.length + place.get(y)!),
    );
    return { cells: Uint32Array.from(cells), weight: 1 / (unit.length - 1) };
  });
  return { values, units };
}

function added(k: number, units: readonly Unit[]): Float64Array {
  const pairs = new Float64Array(k * k);
  for (const { cells, weight } of units) for (const cell of cells) pairs[cell]! += weight;
  return pairs;
}

function alphaOf(values: readonly number[], pairs: Float64Array, level: Level): number | null {
  const k = values.length;
  const margins = values.map((_, c) => pairs.subarray(c * k, (c + 1) * k).reduce((sum, value) => sum + value, 0));
  const n = margins.reduce((sum, value) => sum + value, 0);
  let observed = 0;
  let expected = 0;
  for (let c = 0; c < k; c++) {
    for (let d = c + 1; d < k; d++) {
      const difference = differenceOf(level, values, margins, c, d);
      observed += pairs[c * k + d]! * difference;
      expected += margins[c]! * margins[d]! * difference;
    }
  }
  return expected === 0 ? null : 1 - ((n - 1) * observed) / expected;
}

function differenceOf(level: Level, values: readonly number[], margins: readonly number[], c: number, d: number): number {
  switch (level) {
    case 'nominal':
      return 1;
    case 'interval':
      return (values[c]! - values[d]!) ** 2;
    case 'ordinal': {
      let between = -(margins[c]! + margins[d]!) / 2;
      for (let g = c; g <= d; g++) between += margins[g]!;
      return between ** 2;
    }
  }
}

/** An alpha with what it rests on. */
export interface Agreement {
  /** null where there is nothing to compare. */
  alpha: number | null;
  /** Bounds of the middle `level` of the resampled alphas, or null. */
  interval: [number, number] | null;
  /** Units with at least two ratings. */
  units: number;
  /** Ratings in these units. */
  ratings: number;
}

/**
 * Alpha with an interval by bootstrap over units: units are drawn anew, with replacement, and alpha is computed each time (percentile
 * interval). Krippendorff's own bootstrap resamples pairs and holds the expected disagreement still, which is narrower; drawing whole
 * units also lets the mix of values vary.
 */
export function agreement(
  ratings: Ratings,
  level: Level,
  { draws = 500, seed = 1, width = 0.95 }: { draws?: number; seed?: number; width?: number } = {},
): Agreement {
  const { values: scale, units } = coincidences(ratings);
  const value = alphaOf(scale, added(scale.length, units), level);
  const all = ratings.reduce((sum, unit) => sum + pairable(unit).length, 0);
  const result = { alpha: value, interval: null, units: units.length, ratings: all };
  if (value === null || units.length < 2) return result;
  const random = seeded(seed);
  const values: number[] = [];
  for (let d = 0; d < draws; d++) {
    const drawn = alphaOf(
      scale,
      added(
        scale.length,
        Array.from(units, () => units[below(random, units.length)]!),
      ),
      level,
    );
    if (drawn !== null) values.push(drawn);
  }
  values.sort((a, b) => a - b);
  const at = (share: number) => values[Math.min(values.length - 1, Math.round(share * (values.length - 1)))] ?? value;
  return { ...result, interval: [at((1 - width) / 2), at(1 - (1 - width) / 2)] };
}

/** The scores of the given coders on every stance, as ratings; all coders where none are named. */
export function ratingsOf(record: StanceRecord, coders: readonly string[] = record.coders): Ratings {
  const columns = coders.map((coder) => record.coders.indexOf(coder));
  const { stances } = record;
  return Array.from({ length: stances.n }, (_, i) =>
    columns.map((c) => {
      const score = c < 0 ? NO_SCORE : stances.coders[i * record.coders.length + c]!;
      return score === NO_SCORE ? null : score;
    }),
  );
}

/** How far the coders of a record agree, all together and two by two. */
export interface CoderAgreement {
  all: Agreement;
  pairs: { a: string; b: string; agreement: Agreement }[];
  /** Mean score of each coder less the mean of the agreed scores on the same rows: which way a point of view leans. */
  leanings: { coder: string; rows: number; lean: number }[];
}

/** Agreement of a record's coders on the ordinal scale of scores. */
export function coderAgreement(record: StanceRecord, options: { draws?: number; seed?: number } = {}): CoderAgreement {
  const { coders, stances } = record;
  const pairs = coders.flatMap((a, i) =>
    coders.slice(i + 1).map((b) => ({ a, b, agreement: agreement(ratingsOf(record, [a, b]), 'ordinal', options) })),
  );
  const leanings = coders.map((coder) => {
    let rows = 0;
    let sum = 0;
    ratingsOf(record, [coder]).forEach(([score], i) => {
      if (score === null || score === undefined) return;
      rows++;
      sum += score - stances.score[i]!;
    });
    return { coder, rows, lean: rows === 0 ? 0 : sum / rows };
  });
  return { all: agreement(ratingsOf(record), 'ordinal', options), pairs, leanings };
}
