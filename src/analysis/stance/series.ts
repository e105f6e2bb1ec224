import { FIRST_DAY, type Day } from '../../words/calendar';
import { addGrades, rowsAt } from '../slice';
import { occasionsOf } from '../change/occasions';
import { gradeInterval } from './interval';
import { lastRow, weightsAt, type Running } from './stance';

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

/** A step with the interval in which the mean may well lie. */
export interface BandStep extends StanceStep {
  /** Bounds within -2 to +2. */
  band: [number, number];
}

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

/** What an interval is computed from: how much of the weight stands at each grade, scaled to the number of effective occasions. */
export interface StanceMass {
  /** Five shares of `occasions`, lowest grade first (see `GRADES`). */
  counts: number[];
  /** Effective occasions, 1 to n: (sum W)^2 / sum W^2 over the occasions' weights W (Kish 1965). */
  occasions: number;
}

/**
 * The mass behind a running stance at the end of day `at`, or null where nothing counts. Rows of one occasion or one day are one
 * observation (see `occasionsOf`): a second report of the same doings adds weight to its grade and nothing to the number of occasions.
 */
export function massAt(running: Running, pair: number, at: Day): StanceMass | null {
  const { slice } = running;
  const rows = weightsAt(running, pair, at);
  if (rows.length === 0) return null;
  const counts = [0, 0, 0, 0, 0];
  const weightOf = new Map<number, number>();
  let sum = 0;
  for (const { position, weight } of rows) {
    addGrades(slice, position, counts, weight / rowsAt(slice, position));
    sum += weight;
    weightOf.set(position, weight);
  }
  let squares = 0;
  for (const occasion of occasionsOf(slice, pair, { from: FIRST_DAY, to: at })) {
    squares += occasion.rows.reduce((all, position) => all + (weightOf.get(position) ?? 0), 0) ** 2;
  }
  const effective = (sum * sum) / squares;
  return { counts: counts.map((count) => (count / sum) * effective), occasions: effective };
}

/** Intervals after each row, kept for as long as the running stance is: between two rows nothing changes. */
const kept = new WeakMap<Running, Map<number, [number, number]>>();

/**
 * The 90 % interval of a running stance at the end of day `at`: where the mean of the rows' own distribution may well lie, had other rows
 * of this kind been collected (see `gradeInterval`). It says nothing of how wrong the coders are. Null where nothing counts.
 */
export function stanceInterval(running: Running, pair: number, at: Day): [number, number] | null {
  const row = lastRow(running, pair, at);
  if (row < 0 || Number.isNaN(running.value[row]!)) return null;
  let known = kept.get(running);
  if (!known) kept.set(running, (known = new Map()));
  let interval = known.get(row);
  if (!interval) {
    const mass = massAt(running, pair, at);
    if (mass === null) return null;
    interval = gradeInterval(mass.counts);
    known.set(row, interval);
  }
  return interval;
}

/** The running stance of a pair with its interval at every step, oldest first. Up to a fifth of a millisecond a step, once. */
export function stanceBand(running: Running, pair: number): BandStep[] {
  return stanceSeries(running, pair).flatMap((step) => {
    const band = stanceInterval(running, pair, step.day);
    return band === null ? [] : [{ ...step, band }];
  });
}
