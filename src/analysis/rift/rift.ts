import type { StanceRecord } from '../../record/record';
import type { Day } from '../../words/calendar';
import { pairOf, type Slice } from '../slice';
import { gapIntervalAt } from '../stance/gap';
import { stanceAt, type Running, type StanceAt } from '../stance/stance';
import { friendlyPairs, type TieSet } from './tied';

/** Fewer third actors than this on whom both hold a stance, and a rift is said but not ranked. */
export const FEWEST_TARGETS = 2;

/** What one third actor adds to a rift. */
export interface RiftTarget {
  target: number;
  a: StanceAt;
  b: StanceAt;
  /** |stance(a) - stance(b)| / 4, in [0, 1]. */
  gap: number;
}

/** How far two actors disagree about third actors. */
export interface Rift {
  a: number;
  b: number;
  /** Mean gap over the common targets, in [0, 1]; NaN where there is none: unknown is never zero. */
  value: number;
  /** Widest gap first. */
  targets: RiftTarget[];
  /** Fewer than FEWEST_TARGETS common targets. */
  few: boolean;
}

/** The targets of each holder, so that two holders' common targets are found without a look at every pair. */
const targetsBySlice = new WeakMap<Slice, Map<number, number[]>>();

function targetsOf(slice: Slice, holder: number): readonly number[] {
  let byHolder = targetsBySlice.get(slice);
  if (!byHolder) {
    byHolder = new Map();
    for (let p = 0; p < slice.pairs.n; p++) {
      const list = byHolder.get(slice.pairs.holder[p]!);
      if (list) list.push(slice.pairs.target[p]!);
      else byHolder.set(slice.pairs.holder[p]!, [slice.pairs.target[p]!]);
    }
    targetsBySlice.set(slice, byHolder);
  }
  return byHolder.get(holder) ?? [];
}

/**
 * Rift of actors `a` and `b` at the end of day `at`: the mean, over third actors t that both hold a stance on, of
 * |stance(a, t) - stance(b, t)| / 4. Symmetric in a and b; 0 is full agreement, 1 opposite ends of the scale on every target.
 */
export function riftAt(running: Running, a: number, b: number, at: Day): Rift {
  const { slice } = running;
  const targets: RiftTarget[] = [];
  for (const target of targetsOf(slice, a)) {
    if (target === a || target === b) continue;
    const pair = pairOf(slice, b, target);
    if (pair < 0) continue;
    const ofA = stanceAt(running, pairOf(slice, a, target), at);
    const ofB = stanceAt(running, pair, at);
    if (ofA && ofB) targets.push({ target, a: ofA, b: ofB, gap: Math.abs(ofA.value - ofB.value) / 4 });
  }
  targets.sort((x, y) => y.gap - x.gap || x.target - y.target);
  return { a, b, value: meanGap(targets), targets, few: targets.length < FEWEST_TARGETS };
}

function meanGap(targets: readonly { gap: number }[]): number {
  return targets.length === 0 ? NaN : targets.reduce((sum, { gap }) => sum + gap, 0) / targets.length;
}

/**
 * The 90 % interval of a rift, from the intervals of its gaps: their distances from value to bound are added as squares, as for a sum of
 * independent estimates (Zou and Donner 2008). A gap that may be nothing reaches down to 0, so a rift over few rows has a wide interval.
 *
 * @returns bounds in [0, 1], or null where nothing is in common
 */
export function riftInterval(running: Running, rift: Rift, at: Day): [number, number] | null {
  if (rift.targets.length === 0) return null;
  const { slice } = running;
  let under = 0;
  let over = 0;
  for (const { target, gap } of rift.targets) {
    const bounds = gapIntervalAt(running, [pairOf(slice, rift.a, target), pairOf(slice, rift.b, target)], at);
    if (bounds === null) continue;
    under += (gap - bounds.low / 4) ** 2;
    over += (bounds.high / 4 - gap) ** 2;
  }
  const n = rift.targets.length;
  return [Math.max(0, rift.value - Math.sqrt(under) / n), Math.min(1, rift.value + Math.sqrt(over) / n)];
}

/** How a rift grew between two dates. */
export interface Growth {
  /** Rift now less rift then, both over the third actors known at both dates. */
  by: number;
  /** How many third actors those are. */
  targets: number;
}

/** A tied pair's rift, and how it grew. */
export interface RankedRift extends Rift {
  /** Indices into `record.ties`: what ties them at `at`. */
  ties: number[];
  /** Since the end of the day before the window; null where no third actor is known at both dates. */
  growth: Growth | null;
}

export interface RiftRanking {
  /** Widest first. */
  ranked: RankedRift[];
  /** Tied pairs with one common target: said, not ranked. */
  few: RankedRift[];
  /** Tied pairs without any: nothing is known of their agreement. */
  unknown: number;
}

/**
 * The rifts at the end of day `at` within the pairs that positive ties join on that day.
 *
 * @param options.from where growth is counted from
 * @param options.set which ties count
 */
export function rankRifts(
  record: StanceRecord,
  running: Running,
  { from, at, set = 'any' }: { from: Day; at: Day; set?: TieSet },
): RiftRanking {
  const ranked: RankedRift[] = [];
  const few: RankedRift[] = [];
  let unknown = 0;
  for (const { a, b, ties } of friendlyPairs(record, at, set)) {
    const rift = riftAt(running, a, b, at);
    if (rift.targets.length === 0) unknown++;
    else (rift.few ? few : ranked).push({ ...rift, ties, growth: growthOf(running, rift, from) });
  }
  const widest = (x: Rift, y: Rift) => y.value - x.value || y.targets.length - x.targets.length || x.a - y.a || x.b - y.b;
  return { ranked: ranked.sort(widest), few: few.sort(widest), unknown };
}

function growthOf(running: Running, now: Rift, from: Day): Growth | null {
  const before = new Map(riftAt(running, now.a, now.b, from - 1).targets.map(({ target, gap }) => [target, gap]));
  const common = now.targets.filter(({ target }) => before.has(target));
  if (common.length === 0) return null;
  const by = meanGap(common) - meanGap(common.map(({ target }) => ({ gap: before.get(target)! })));
  return { by, targets: common.length };
}

/** One step of a rift through time: it holds from `day` until the next step. */
export interface RiftStep {
  day: Day;
  /** In [0, 1]; NaN while nothing is in common. */
  value: number;
  /** How many common targets. */
  targets: number;
}

/** The rift of two actors after each day with a row of one of them on a common target, from first to last. */
export function riftSeries(running: Running, a: number, b: number): RiftStep[] {
  const { slice } = running;
  const days = new Set<Day>();
  for (const target of targetsOf(slice, a)) {
    if (target === a || target === b || pairOf(slice, b, target) < 0) continue;
    for (const holder of [a, b]) {
      const pair = pairOf(slice, holder, target);
      for (let j = slice.pairs.start[pair]!; j < slice.pairs.start[pair + 1]!; j++) days.add(running.day[j]!);
    }
  }
  return [...days]
    .sort((x, y) => x - y)
    .map((day) => {
      const rift = riftAt(running, a, b, day);
      return { day, value: rift.value, targets: rift.targets.length };
    });
}
