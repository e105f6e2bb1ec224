import { isOpenEnd, isUnknownDate, openStart, type OpenEnd, type WrittenDate } from '../words/dates';
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
  const first = evidence.first[e] ?? NaN;
  const last = Math.max(evidence.last[e] ?? NaN, evidence.until[e] ?? NaN);
  if (!event) return { text: evidenceText(record, e, 'date'), first, last, lasts: false };
  const { text, open } = lifeText(evidenceText(record, e, 'start'), evidenceText(record, e, 'end'));
  if (open !== null) return { text, first, last, lasts: true, open };
  return { text, first, last, lasts: text.includes('/') };
}

/** An event's start and end as one text, and what its end is where that is no date. */
function lifeText(start: string, end: string): { text: string; open: OpenEnd | null } {
  if (isOpenEnd(end)) return { text: start, open: 'going' };
  if (end === '') {
    const since = openStart(start);
    return since === null ? { text: start, open: null } : { text: since, open: 'going' };
  }
  if (isUnknownDate(end)) return { text: start, open: 'unknown' };
  const least = openStart(end);
  if (least !== null) return { text: `${start}/${least}`, open: 'later' };
  return { text: end === start ? start : `${start}/${end}`, open: null };
}
