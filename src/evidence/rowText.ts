import { isDisputed } from '../record/dispute';
import { evidenceText } from '../record/cell';
import { CONFIDENCES, EVENT, listOf, type Confidence, type StanceRecord } from '../record/record';
import { whenOf } from '../record/when';
import { vagueDate } from '../words/dates';
import { quoted } from '../words/names';
import { sourcesLine } from '../words/sources';

/** The words of one statement or event as a list shows them: cells, names and dates, and nothing that depends on the clock. */

export interface RowText {
  id: string;
  event: boolean;
  title: string;
  /** In quotation marks; empty for an event and where no words were seen. */
  quote: string;
  translated: boolean;
  summary: string;
  /** Owns up to what is not known: `November 2025, day not known`. */
  date: string;
  /** The same with months cut to three letters, for a line in a list. */
  shortDate: string;
  /** Name of who spoke; empty for an event. */
  speaker: string;
  /** `Voice of East, opinion and 2 more`; empty without a source. */
  sources: string;
  /** Names of its places; empty for none. */
  place: string;
  confidence: Confidence;
  /** The notes say that sources or the parties contradict each other. */
  disputed: boolean;
}

// The tables hold this in words only; a word too many puts a d beside a date, and the notes tell.

/** What a list shows of statement or event `e`. */
export function rowText(record: StanceRecord, e: number): RowText {
  const { evidence, actors, sources } = record;
  const event = evidence.kind[e] === EVENT;
  const when = whenOf(record, e);
  return {
    id: evidence.id[e]!,
    event,
    title: evidence.title[e]!,
    quote: event ? '' : quoted(evidenceText(record, e, 'quote')),
    translated: !event && evidenceText(record, e, 'quote_translated').toLowerCase() === 'true',
    summary: evidenceText(record, e, 'summary'),
    date: vagueDate(when),
    shortDate: vagueDate(when, 'short'),
    speaker: actors[evidence.speaker[e]!]?.name ?? '',
    sources: sourcesLine(Array.from(listOf(evidence.sources, e)).flatMap((source) => sources[source] ?? [])),
    place: Array.from(listOf(evidence.places, e), (place) => record.places[place]?.name ?? '').join(', '),
    confidence: CONFIDENCES[evidence.confidence[e]!]!,
    disputed: isDisputed(record, e),
  };
}
