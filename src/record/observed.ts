import type { DateSpan } from '../words/dates';
import type { Day } from '../words/calendar';

/** So many ends on one date, and such a share of all ends, do not come of themselves on the last date of a record. */
const FEWEST = 5;
const SHARE = 0.1;
/** Where fewer ties than this have an end, the record speaks of ties that hold. */
const CLOSED = 0.9;

/**
 * The day on which the source of a record's ties seems to end: the last date of their ends, where so many of them end on it that it is
 * likelier the end of the observation than of the ties (right censoring; Box-Steffensmeier and Jones 2004, chapter 2). Null where nothing
 * speaks for that.
 *
 * @param ends ends of the ties as the table has them; null for a tie that still holds
 */
export function observedUntil(ends: readonly (DateSpan | null)[]): Day | null {
  const known = ends.flatMap((end) => (end === null ? [] : [end.last]));
  if (known.length === 0) return null;
  const last = known.reduce((most, day) => Math.max(most, day));
  const count = known.filter((day) => day === last).length;
  // A record of which a good part of the ties has no end goes on after its last date: what ended on it has ended.
  const closed = known.length >= CLOSED * ends.length;
  return closed && count >= FEWEST && count >= SHARE * known.length ? last : null;
}
