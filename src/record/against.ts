import type { StanceRecord } from './record';

/** A stance that argues against another. */
export interface Counter {
  /** Index into `record.stances`. */
  stance: number;
  /** Days from the other stance to this one; negative where it came before. */
  days: number;
}

/**
 * The one rule for what argues against a stance: a row of the same holder towards the same target whose score has the other sign.
 * Against a stance of 0, which has no opposite, argue rows at either end of the scale.
 *
 * @param score of the row, -2 to 2
 * @param own score of the stance, or the side (-1, 0, 1) that it takes
 */
export function arguesAgainst(score: number, own: number): boolean {
  return own === 0 ? Math.abs(score) >= 2 : Math.sign(score) === -Math.sign(own);
}

/**
 * What argues against a coded stance (see {@link arguesAgainst}), nearest in time first; of rows equally near, the stronger.
 *
 * Rows without a date are near nothing: they argue against nothing here, and nothing against them.
 *
 * @param stance index into `record.stances`
 * @param most how many at most
 */
export function against(record: StanceRecord, stance: number, most = 3): Counter[] {
  const { dated, day, holder, target, score, evidence } = record.stances;
  const own = score[stance];
  const ownDay = day[stance];
  if (own === undefined || ownDay === undefined || stance >= dated) return [];
  const counters: (Counter & { size: number })[] = [];
  for (let i = 0; i < dated; i++) {
    // A row of the same statement cannot argue against itself.
    if (holder[i] !== holder[stance] || target[i] !== target[stance] || evidence[i] === evidence[stance]) continue;
    const other = score[i] ?? 0;
    if (!arguesAgainst(other, own)) continue;
    counters.push({ stance: i, days: (day[i] ?? 0) - ownDay, size: Math.abs(other) });
  }
  return counters
    .sort((a, b) => Math.abs(a.days) - Math.abs(b.days) || b.size - a.size || a.stance - b.stance)
    .slice(0, most)
    .map(({ stance: row, days }) => ({ stance: row, days }));
}
