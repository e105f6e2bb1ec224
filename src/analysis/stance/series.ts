import type { Day } from '../../words/day';
import { below, seeded, seedOf } from '../random';
import { weightsAt, type Running } from './stance';

/** One step of a running stance: it holds from `day` until the day of the next step. */
export interface StanceStep {
  day: Day;
  /** -2 to +2. */
  value: number;
  /** Effective rows, 1 to n (Kish). */
  effective: number;
  /** Rows that count. */
  n: number;
}

/** A step with the band in which the value may well lie. */
export interface BandStep extends StanceStep {
  /** Bounds within -2 to +2, or null where a single row tells nothing of the spread. */
  band: [number, number] | null;
  /** Fewer than FEW_EFFECTIVE effective rows: call it few. */
  few: boolean;
}

/** Below this many effective rows a running stance rests on few. */
export const FEW_EFFECTIVE = 3;

/** The running stance of a pair as steps, one for each day with a row that counts, oldest first. */
export function stanceSeries(running: Running, pair: number): StanceStep[] {
  if (pair < 0) return [];
  const { slice, value, effective, count, day } = running;
  const steps: StanceStep[] = [];
  for (let j = slice.pairs.start[pair]!; j < slice.pairs.start[pair + 1]!; j++) {
    if (Number.isNaN(value[j]!)) continue;
    const step = { day: day[j]!, value: value[j]!, effective: effective[j]!, n: count[j]! };
    if (steps[steps.length - 1]?.day === step.day) steps[steps.length - 1] = step;
    else steps.push(step);
  }
  return steps;
}

/**
 * The running stance with an uncertainty band, by weighted bootstrap: the rows that count at each step are drawn anew, with replacement
 * and with their weights, and the middle `level` of the means is the band (percentile interval: Efron and Tibshirani 1993). It answers
 * "how far would the mean move had other rows of this kind been collected", not "how wrong are the coders", and rows that happen to
 * agree make it narrow: that is why few rows are called few. A single row has no band. Rows that weigh under a thousandth are left out.
 *
 * @param options.draws resamples a step; time grows with draws times rows squared of the pair (a pair of 60 rows: a few milliseconds)
 */
export function stanceBand(
  running: Running,
  pair: number,
  { draws = 200, seed = 1, level = 0.9 }: { draws?: number; seed?: number; level?: number } = {},
): BandStep[] {
  if (pair < 0) return [];
  const { slice } = running;
  const { actors } = slice.record;
  const name = `${actors[slice.pairs.holder[pair]!]!.id} ${actors[slice.pairs.target[pair]!]!.id}`;
  const random = seeded(seedOf(seed, name));
  const tail = (1 - level) / 2;
  const means = new Float64Array(draws);
  return stanceSeries(running, pair).map((step) => {
    const rows = weightsAt(running, pair, step.day).filter(({ weight }) => weight > 1e-3);
    const few = step.effective < FEW_EFFECTIVE;
    if (rows.length < 2) return { ...step, band: null, few };
    const scores = Float64Array.from(rows, ({ position }) => slice.score[position]!);
    const weights = Float64Array.from(rows, ({ weight }) => weight);
    for (let d = 0; d < draws; d++) {
      let sum = 0;
      let all = 0;
      for (let i = 0; i < rows.length; i++) {
        const k = below(random, rows.length);
        sum += scores[k]! * weights[k]!;
        all += weights[k]!;
      }
      means[d] = sum / all;
    }
    means.sort();
    const at = (share: number) => means[Math.min(draws - 1, Math.max(0, Math.round(share * (draws - 1))))]!;
    return { ...step, band: [at(tail), at(1 - tail)], few };
  });
}
