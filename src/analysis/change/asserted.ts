import { LEVEL } from './changeTest';
import type { RankedPivot } from './pivotRanking';

/**
 * Why a change is asserted. `all`: it stands out among all pairs that were tested (q at most 0.05). `chosen`: its own p is at most 0.05, and
 * the pair was chosen before anybody looked at what stood out, by the reader or by the record that opens on it.
 */
export type Ground = 'all' | 'chosen';

/**
 * Whether a change is said as a fact: in words, in marker yellow, in the count of changes, in the reading since the last change. All of them
 * ask here. Many pairs are tested at once, and of twenty without a change one falls at p = 0.05: so a pair that nobody asked for must pass q
 * (Benjamini and Hochberg 1995), the share of chance findings among all that are said. A pair that was asked for is one look, and its
 * own p counts. A p that the draws could not tell from 0.05 asserts nothing.
 *
 * @param chosen holder and target of the pair that was chosen, or null
 */
export function groundOf(
  { holder, target, test, q }: Pick<RankedPivot, 'holder' | 'target' | 'test' | 'q'>,
  chosen: readonly [holder: number, target: number] | null,
): Ground | null {
  if (test === null || !test.settled) return null;
  if (q !== null && q <= LEVEL) return 'all';
  const asked = chosen !== null && chosen[0] === holder && chosen[1] === target;
  return asked && test.p <= LEVEL ? 'chosen' : null;
}
