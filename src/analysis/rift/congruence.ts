import type { Day } from '../../words/calendar';
import { sideOf } from '../stance/look';
import { stanceAt, type Running } from '../stance/stance';

/**
 * The actor network of discourse analysis: two holders are joined by the issues on which they take a side. They are congruent on an issue where
 * both take the same side, and in conflict where they take opposite ones (Leifeld 2013, doi:10.1111/j.1541-0072.2012.00443.x; Leifeld 2017,
 * “Discourse Network Analysis”, Oxford Handbook of Political Networks).
 */

/** What two holders have in common on a day; `a < b`, indices into the record's actors. */
export interface Congruence {
  a: number;
  b: number;
  /** Targets on which both take one side, and those on which they take opposite ones. */
  same: number[];
  opposite: number[];
  /** How many targets each of the two takes a side on. */
  activity: readonly [number, number];
  /** Congruence less conflict, a whole number. */
  subtraction: number;
  /**
   * The same over the mean activity of the two, -1 to 1: who speaks on everything is not near to everybody. 1 only where both take a side on the
   * same targets and agree on all.
   */
  normalised: number;
}

/** Whether a record has issues: then they are what holders are compared on, else all that anybody takes a stance on. */
export function hasIssues({ slice }: Running): boolean {
  return slice.record.actors.some(({ kind }) => kind === 'issue');
}

/** The sides that each holder takes at the end of day `at`: -1 or 1 by target; stances that take none are left out. */
function sidesAt(running: Running, at: Day): Map<number, Map<number, -1 | 1>> {
  const { slice } = running;
  const { actors } = slice.record;
  const issues = hasIssues(running);
  const sides = new Map<number, Map<number, -1 | 1>>();
  for (let pair = 0; pair < slice.pairs.n; pair++) {
    const [holder, target] = [slice.pairs.holder[pair] ?? -1, slice.pairs.target[pair] ?? -1];
    if (holder === target || (issues && actors[target]?.kind !== 'issue')) continue;
    const stance = stanceAt(running, pair, at);
    const side = stance === null ? 0 : sideOf(stance.value);
    if (side === 0) continue;
    const own = sides.get(holder);
    if (own) own.set(target, side);
    else sides.set(holder, new Map([[target, side]]));
  }
  return sides;
}

/**
 * Every two holders that take a side on at least one target in common at the end of day `at`, in order of index. What one of the two says of the
 * other is none of it.
 */
export function congruenceAt(running: Running, at: Day): Congruence[] {
  const sides = [...sidesAt(running, at)].sort(([x], [y]) => x - y);
  const found: Congruence[] = [];
  sides.forEach(([a, ofA], i) => {
    for (const [b, ofB] of sides.slice(i + 1)) {
      const same: number[] = [];
      const opposite: number[] = [];
      for (const [target, side] of ofA) {
        const other = ofB.get(target);
        if (other !== undefined && target !== a && target !== b) (other === side ? same : opposite).push(target);
      }
      if (same.length + opposite.length === 0) continue;
      const activity = [ofA.size, ofB.size] as const;
      const subtraction = same.length - opposite.length;
      found.push({ a, b, same, opposite, activity, subtraction, normalised: (2 * subtraction) / (activity[0] + activity[1]) });
    }
  });
  return found;
}
