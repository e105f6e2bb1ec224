import type { Slice } from '../../analysis/slice';
import { pairOf, rowsOf } from '../../analysis/slice';
import { NO_DAY, type Day } from '../../words/calendar';
import type { StanceRecord } from '../../record/record';

/** What a new row would do, computed against the record without it. */

/** A pair's plain mean over the window, as it is and as it would be. */
export interface Foreseen {
  /** Id of the target. */
  target: string;
  /** Null where the window has no row of the pair. */
  now: number | null;
  then: number;
  /** Rows of the window, the new one among them. */
  rows: number;
}

/**
 * What each scored target does to its pair's mean in a window. A pair that the record does not know yet has its first row.
 *
 * @param holder id of an actor
 * @param day of the new row; null while not known: it is then taken to lie in the window
 * @returns nothing for a row outside the window, which moves no mean of it
 */
export function foreseen(
  slice: Slice,
  holder: string,
  targets: readonly { actor: string; score: number | null }[],
  day: Day | null,
  { from, to }: { from: Day; to: Day },
): Foreseen[] {
  if (day !== null && (day < from || day > to)) return [];
  const { actorIndex } = slice.record;
  return targets.flatMap(({ actor, score }) => {
    if (score === null || actor === holder) return [];
    const [h, t] = [actorIndex.get(holder) ?? -1, actorIndex.get(actor) ?? -1];
    const pair = h < 0 || t < 0 ? -1 : pairOf(slice, h, t);
    const rows = pair < 0 ? [] : [...rowsOf(slice, pair)].filter((k) => within(slice.day[k], from, to));
    const sum = rows.reduce((all, k) => all + (slice.score[k] ?? 0), 0);
    return [
      {
        target: actor,
        now: rows.length === 0 ? null : sum / rows.length,
        then: (sum + score) / (rows.length + 1),
        rows: rows.length + 1,
      },
    ];
  });
}

const within = (day: Day | undefined, from: Day, to: Day): boolean => day !== undefined && day >= from && day <= to;

/** So many rows are set beside a score. */
export const COMPARED = 3;

/**
 * Rows to compare a score with, as indices into `record.stances`: of the same pair with that score, then on the same target, then of the
 * same holder, then any, in each the nearest in time; of one statement only one.
 *
 * @param score -2 to +2; null: whatever their score, the pair's rows alone
 */
export function comparableRows(
  record: StanceRecord,
  holder: string,
  target: string,
  score: number | null,
  day: Day | null,
): number[] {
  const { stances, actorIndex } = record;
  const [h, t] = [actorIndex.get(holder) ?? -1, actorIndex.get(target) ?? -1];
  const kin = (i: number): number => 2 * Number(stances.target[i] === t) + Number(stances.holder[i] === h);
  const far = (i: number): number => {
    const at = stances.day[i] ?? NO_DAY;
    return at === NO_DAY || day === null ? (at === NO_DAY ? Infinity : -at) : Math.abs(at - day);
  };
  const fitting = Array.from({ length: stances.n }, (_, i) => i).filter((i) =>
    score === null ? kin(i) === 3 : stances.score[i] === score,
  );
  fitting.sort((a, b) => kin(b) - kin(a) || far(a) - far(b) || a - b);
  const seen = new Set<number>();
  const found: number[] = [];
  for (const i of fitting) {
    const e = stances.evidence[i] ?? -1;
    if (seen.has(e)) continue;
    seen.add(e);
    found.push(i);
    if (found.length === COMPARED) break;
  }
  return found;
}
