import { pairOf, rowsOf, type Slice } from '../analysis/slice';
import { arguesAgainst } from '../record/against';
import type { Day } from '../words/calendar';

export interface Against {
  /** Evidence within the reach of the stance (the window, or since the pivot, up to the hand), newest first. */
  inside: number[];
  /** Nearest evidence before and after that reach, nearest first. */
  outside: number[];
}

const OUTSIDE = 3;

/**
 * Rows of the pair against the side it takes at `at`. Inside: from `from` up to `at`; outside: the nearest three before and three after.
 * Nothing argues against a stance that takes no side.
 */
export function againstStance(slice: Slice, holder: number, target: number, side: -1 | 0 | 1, from: Day, at: Day): Against {
  const pair = holder < 0 || target < 0 ? -1 : pairOf(slice, holder, target);
  if (pair < 0 || side === 0) return { inside: [], outside: [] };
  const inside: number[] = [];
  const before: number[] = [];
  const after: number[] = [];
  const { evidence } = slice.record.stances;
  for (const k of rowsOf(slice, pair)) {
    if (!arguesAgainst(slice.score[k]!, side)) continue;
    const e = evidence[slice.row[k]!]!;
    const day = slice.day[k]!;
    (day < from ? before : day > at ? after : inside).push(e);
  }
  return { inside: inside.reverse(), outside: [...before.slice(-OUTSIDE).reverse(), ...after.slice(0, OUTSIDE)] };
}
