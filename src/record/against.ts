import type { StanceRecord } from './record';

/** A stance that argues against another. */
export interface Counter {
  /** Index into `record.stances`. */
  stance: number;
  /** Days from the other stance to this one; negative where it came before. */
  days: number;
}

/** Within half a year a contrary row is about the same state of things; farther ones are offered only where there are no nearer. */
export const NEAR_DAYS = 180;

/**
 * What argues against a stance: rows of the same holder towards the same target with the opposite sign, nearest in time first.
 * Against a score of 0, which has no opposite, the rows farthest from it in score come first within {@link NEAR_DAYS}.
 *
 * @param stance index into `record.stances`
 * @param most how many at most
 */
export function against(record: StanceRecord, stance: number, most = 3): Counter[] {
  const { n, day, holder, target, score, evidence } = record.stances;
  const own = score[stance];
  const ownDay = day[stance];
  if (own === undefined || ownDay === undefined) return [];
  const counters: (Counter & { size: number })[] = [];
  for (let i = 0; i < n; i++) {
    // A row of the same statement cannot argue against itself.
    if (holder[i] !== holder[stance] || target[i] !== target[stance] || evidence[i] === evidence[stance]) continue;
    const other = score[i] ?? 0;
    if (own === 0 ? Math.abs(other) < 2 : Math.sign(other) !== -Math.sign(own)) continue;
    counters.push({ stance: i, days: (day[i] ?? 0) - ownDay, size: Math.abs(other) });
  }
  return counters
    .sort((a, b) => Math.abs(a.days) - Math.abs(b.days) || b.size - a.size || a.stance - b.stance)
    .slice(0, most)
    .map(({ stance: row, days }) => ({ stance: row, days }));
}
