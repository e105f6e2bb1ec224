import { FIRST_DAY, type Day } from '../../words/calendar';
import { occasionsOf } from '../change/occasions';
import { seeded, seedOf, shuffle } from '../random';
import { pairOf } from '../slice';
import { lastRow, weightsAt, type Running } from '../stance/stance';
import type { Rift } from './rift';

/** How far two holders without a difference would stand apart, with as many rows of the same weights as these two have. */
export interface RiftChance {
  /** Mean rift over the deals, in [0, 1]. */
  mean: number;
  /** The middle 90 % of the deals: a rift up to `high` is one that chance shows in more than one of twenty. */
  low: number;
  high: number;
  /** Share of deals, the rift itself among them, that come out at least as wide. */
  p: number;
  deals: number;
}

/** So many that a p of 0.05 over some dozens of pairs is told from one above it. */
const DEALS = 1999;

/** A score to deal, with the weight of the place where it stood. */
interface Dealt {
  score: Float64Array;
  weight: Float64Array;
  /** Places of the first holder: the others are the second's. */
  first: number;
}

/**
 * What chance shows: for each third actor the scores of both holders' occasions are put in one pot and dealt anew to the same places,
 * which keep their weights (a permutation test within strata: Fisher 1935; Good 2005). Two holders with one row each on everybody are
 * always as far apart as they are, whoever holds which: of them nothing can be told. Deals are from a seed of the pair's own.
 *
 * @param deals how many; time grows with deals times rows
 */
export function riftChance(
  running: Running,
  rift: Rift,
  at: Day,
  { deals = DEALS, seed = 1 }: { deals?: number; seed?: number } = {},
): RiftChance | null {
  if (rift.targets.length === 0) return null;
  const { actors } = running.slice.record;
  const [a, b] = rift.a < rift.b ? [rift.a, rift.b] : [rift.b, rift.a];
  const random = seeded(seedOf(seed, `${actors[a]!.id} ${actors[b]!.id}`));
  const pots = [...rift.targets].sort((x, y) => x.target - y.target).map(({ target }) => potOf(running, a, b, target, at));
  const values = new Float64Array(deals);
  let wide = 1;
  for (let d = 0; d < deals; d++) {
    let sum = 0;
    for (const pot of pots) {
      shuffle(pot.score, random);
      sum += gapOf(pot);
    }
    values[d] = sum / pots.length;
    if (values[d]! >= rift.value - 1e-9) wide++;
  }
  values.sort();
  return {
    mean: values.reduce((sum, value) => sum + value, 0) / deals,
    low: values[Math.floor(0.05 * deals)]!,
    high: values[Math.ceil(0.95 * deals) - 1]!,
    p: wide / (deals + 1),
    deals,
  };
}

function potOf(running: Running, a: number, b: number, target: number, at: Day): Dealt {
  const [ofA, ofB] = [weightedOccasions(running, a, target, at), weightedOccasions(running, b, target, at)];
  const all = [...ofA, ...ofB];
  return {
    score: Float64Array.from(all, ({ score }) => score),
    weight: Float64Array.from(all, ({ weight }) => weight),
    first: ofA.length,
  };
}

/** The occasions whose rows count, each at their weighted mean and with their weights together. */
function weightedOccasions(running: Running, holder: number, target: number, at: Day): { score: number; weight: number }[] {
  const { slice } = running;
  const pair = pairOf(slice, holder, target);
  const weightOf = new Map(weightsAt(running, pair, at).map(({ position, weight }) => [position, weight]));
  return occasionsOf(slice, pair, { from: FIRST_DAY, to: at }).flatMap(({ rows }) => {
    let sum = 0;
    let all = 0;
    for (const position of rows) {
      const weight = weightOf.get(position) ?? 0;
      sum += weight * slice.score[position]!;
      all += weight;
    }
    return all === 0 ? [] : [{ score: sum / all, weight: all }];
  });
}

function gapOf({ score, weight, first }: Dealt): number {
  const mean = (from: number, to: number) => {
    let sum = 0;
    let all = 0;
    for (let i = from; i < to; i++) {
      sum += weight[i]! * score[i]!;
      all += weight[i]!;
    }
    return sum / all;
  };
  return Math.abs(mean(0, first) - mean(first, score.length)) / 4;
}

/** A name of the rows that a rift rests on: while it stays, so does all that is computed from them. */
export function riftRows(running: Running, rift: Rift, at: Day): string {
  const { slice } = running;
  const rows = rift.targets.map(({ target }) => target).sort((x, y) => x - y);
  const last = (holder: number, target: number) => lastRow(running, pairOf(slice, holder, target), at);
  return `${rift.a} ${rift.b}: ${rows.map((target) => `${last(rift.a, target)} ${last(rift.b, target)}`).join(', ')}`;
}

/** Chance by the rows that it was dealt from, for as long as the running stances are. */
const kept = new WeakMap<Running, Map<string, RiftChance | null>>();

/** What chance shows, where that was dealt before on the same rows; undefined where it was not. */
export function keptChance(running: Running, rift: Rift, at: Day): RiftChance | null | undefined {
  return kept.get(running)?.get(riftRows(running, rift, at));
}

/** What chance shows, dealt once for the same rows. */
export function chanceOf(running: Running, rift: Rift, at: Day): RiftChance | null {
  const key = riftRows(running, rift, at);
  let known = kept.get(running);
  if (!known) kept.set(running, (known = new Map()));
  let chance = known.get(key);
  if (chance === undefined) known.set(key, (chance = riftChance(running, rift, at)));
  return chance;
}
