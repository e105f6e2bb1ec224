import { evidenceText } from '../record/cell';
import { type DateSpan, type Day, formatDate, isoOf, MONTHS } from '../words/day';
import { CONFIDENCES, EVENT, listOf, type Confidence, type StanceRecord } from '../record/record';

/** The words of one statement or event as a list shows them: cells, names and dates, and nothing that depends on the clock. */

/** When it was said or happened, in words that own up to what is not known: `November 2025, day not known`. */
export function dateWords(record: StanceRecord, e: number): string {
  const { evidence } = record;
  const event = evidence.kind[e] === EVENT;
  const start = evidenceText(record, e, event ? 'start' : 'date');
  const end = event ? evidenceText(record, e, 'end') : '';
  const span: DateSpan = {
    text: end === '' || end === start ? start : `${start}/${end}`,
    first: evidence.first[e]!,
    last: Math.max(evidence.last[e]!, evidence.until[e]!),
    day: evidence.day[e]!,
    precision: 'day',
    approximate: false,
    uncertain: false,
  };
  const unknown = end === '' && /^[+-]?\d{4,}(-\d{2})?[~?%]?$/.test(start) ? ', day not known' : '';
  return `${formatDate(span)}${unknown}`;
}

/** From one day to another, what they share said once: `5 to 11 November 2025`. */
export function rangeWords(first: Day, last: Day): string {
  const text = first === last ? isoOf(first) : `${isoOf(first)}/${isoOf(last)}`;
  return formatDate({ text, first, last, day: first, precision: 'interval', approximate: false, uncertain: false });
}

/** A date in words with its months cut to three letters, for a line in a list. */
export function shortDate(words: string): string {
  return MONTHS.reduce((text, month) => text.replaceAll(month, month.slice(0, 3)), words);
}

/** Words in quotation marks, once. */
export function quoted(text: string): string {
  return text === '' ? '' : `“${text.replace(/^[“"«]|[”"»]$/g, '')}”`;
}

/** `state-media` as `state media`. */
export function kindWords(kind: string): string {
  return kind.replaceAll('-', ' ');
}

export interface RowText {
  id: string;
  event: boolean;
  title: string;
  /** In quotation marks; empty for an event and where no words were seen. */
  quote: string;
  translated: boolean;
  summary: string;
  /** As `dateWords`. */
  date: string;
  /** Name of who spoke; empty for an event. */
  speaker: string;
  /** `Voice of East, opinion and 2 more`; empty without a source. */
  sources: string;
  place: string;
  confidence: Confidence;
  /** The notes say that sources or the parties contradict each other. */
  disputed: boolean;
}

// The tables hold this in words only; a word too many puts a d beside a date, and the notes tell.
const DISPUTE = /\b(disput|contradict|conflict|differ|den(y|ies|ied))/i;

/** What a list shows of statement or event `e`. */
export function rowText(record: StanceRecord, e: number): RowText {
  const { evidence, actors, sources } = record;
  const event = evidence.kind[e] === EVENT;
  const list = listOf(evidence.sources, e);
  const first = sources[list[0] ?? -1];
  const more = list.length > 1 ? ` and ${list.length - 1} more` : '';
  return {
    id: evidence.id[e]!,
    event,
    title: evidence.title[e]!,
    quote: event ? '' : quoted(evidenceText(record, e, 'quote')),
    translated: !event && evidenceText(record, e, 'quote_translated').toLowerCase() === 'true',
    summary: evidenceText(record, e, 'summary'),
    date: dateWords(record, e),
    speaker: actors[evidence.speaker[e]!]?.name ?? '',
    sources: first === undefined ? '' : `${first.outlet}, ${kindWords(first.kind)}${more}`,
    place: record.places[evidence.place[e]!]?.name ?? '',
    confidence: CONFIDENCES[evidence.confidence[e]!]!,
    disputed: DISPUTE.test(evidenceText(record, e, 'notes')),
  };
}
