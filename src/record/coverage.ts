import { count, plural } from '../words/counts';
import { formatDay } from '../words/dates';
import type { StanceRecord } from './record';

/** What the record covers, as a clause that a full stop or a semicolon may follow: never a date that no row has. */
export function coverWords({ span, evidence }: StanceRecord): string {
  if (span) return `The record covers ${formatDay(span[0])} to ${formatDay(span[1])}`;
  return evidence.n > 0 ? 'No row of the record has a date' : 'The record has no rows yet';
}

/** How many rows have no date, in words: `3 rows have no date`; empty where every row has one. */
export function undatedWords(rows: number): string {
  return rows === 0 ? '' : `${count(rows, 'row')} ${plural(rows, { one: 'has', other: 'have' })} no date`;
}
