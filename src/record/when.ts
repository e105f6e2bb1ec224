import type { WrittenDate } from '../words/dates';
import { evidenceText } from './cell';
import { EVENT, type StanceRecord } from './record';

/** When something was said or happened, as the table has it. */
export interface When extends WrittenDate {
  /** It went on over all these days; else it fell on one of them. */
  lasts: boolean;
}

/** The date of statement or event `e` for the writers of `words/dates`: an event's start and end as one interval. */
export function whenOf(record: StanceRecord, e: number): When {
  const { evidence } = record;
  const event = evidence.kind[e] === EVENT;
  const start = evidenceText(record, e, event ? 'start' : 'date');
  const end = event ? evidenceText(record, e, 'end') : '';
  const text = end === '' || end === start ? start : `${start}/${end}`;
  const first = evidence.first[e] ?? NaN;
  const last = Math.max(evidence.last[e] ?? NaN, evidence.until[e] ?? NaN);
  return { text, first, last, lasts: event && text.includes('/') };
}
