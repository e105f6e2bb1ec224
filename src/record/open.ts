import { cellText, evidenceText } from './cell';
import {
  BASES,
  CONFIDENCES,
  EVENT,
  listOf,
  NO_SCORE,
  QUOTE_ORIGINS,
  type Basis,
  type Confidence,
  type QuoteOrigin,
  type StanceRecord,
} from './record';
import { formatDate } from '../words/dates';
import { type Day, FIRST_DAY, LAST_DAY } from '../words/calendar';
import { whenOf } from './when';

/** What one coder gave one stance, and why. */
export interface OpenCoding {
  coder: string;
  /** -2 to +2, or null where the coder gave none. */
  score: number | null;
  reason: string;
}

/** One coded stance with everything that is said about it. */
export interface OpenStance {
  /** Index into `record.stances`. */
  row: number;
  id: string;
  holder: number;
  target: number;
  score: number;
  basis: Basis;
  /** Actor, -1 for none. */
  attributedBy: number;
  rationale: string;
  /** Index into `record.occasions`, -1 for none. */
  occasion: number;
  /** In the order of `record.coders`. */
  coders: OpenCoding[];
}

/** A quote in the language in which it was read. */
export interface OriginalQuote {
  text: string;
  /** ISO 639 code, or empty. */
  language: string;
  /** The speaker's words as spoken or written, or another language's report of them; empty where the table does not say. */
  origin: QuoteOrigin | '';
}

function originalOf(text: (column: string) => string): OriginalQuote | null {
  const words = text('quote_original');
  if (words === '') return null;
  const origin = QUOTE_ORIGINS.find((one) => one === text('quote_origin')) ?? '';
  return { text: words, language: text('quote_language'), origin };
}

/** One statement or event with everything that a reader sees of it. Actors, sources and places are indices. */
export interface OpenEvidence {
  /** Index into `record.evidence`. */
  index: number;
  id: string;
  kind: 'statement' | 'event';
  title: string;
  /** In words, with the end of an event that has one: `5 November 2025`, `25 to 28 September 2025`. */
  date: string;
  /** The same with months cut to three letters. */
  shortDate: string;
  /** As the table has it. */
  dateText: string;
  /** As the table has it; empty for a statement or an event without an end. */
  endText: string;
  first: Day;
  last: Day;
  until: Day;
  speaker: number;
  behalf: number;
  /** Targets of a statement, participants of an event. */
  actors: number[];
  quote: string;
  translated: boolean;
  /** The words of which `quote` is a translation, or null where the table has none. */
  original: OriginalQuote | null;
  summary: string;
  /** Indices; a statement has one at most. */
  places: number[];
  topics: string[];
  sources: number[];
  confidence: Confidence;
  notes: string;
  stances: OpenStance[];
}

/** Row of `codings` by stance and coder. A record is not changed after it was read, so that this is built once for each. */
const codingRows = new WeakMap<StanceRecord, Map<string, Map<string, number>>>();

function codingsOf(record: StanceRecord): Map<string, Map<string, number>> {
  const known = codingRows.get(record);
  if (known) return known;
  const rows = new Map<string, Map<string, number>>();
  const table = record.tables.codings;
  const stance = table?.columns.indexOf('stance') ?? -1;
  const coder = table?.columns.indexOf('coder') ?? -1;
  table?.rows.forEach((cells, row) => {
    const id = (cells[stance] ?? '').trim();
    const own = rows.get(id) ?? new Map<string, number>();
    const name = (cells[coder] ?? '').trim();
    if (!own.has(name)) own.set(name, row);
    rows.set(id, own);
  });
  codingRows.set(record, rows);
  return rows;
}

/**
 * One stance with its coders.
 *
 * @param stance index into `record.stances`
 */
export function openStance(record: StanceRecord, stance: number): OpenStance {
  const { stances, coders } = record;
  const id = stances.id[stance] ?? '';
  const rows = codingsOf(record).get(id);
  const codings: OpenCoding[] = [];
  coders.forEach((coder, c) => {
    const row = rows?.get(coder);
    const score = stances.coders[stance * coders.length + c] ?? NO_SCORE;
    if (row === undefined) return;
    codings.push({ coder, score: score === NO_SCORE ? null : score, reason: cellText(record, 'codings', row, 'reason') });
  });
  return {
    row: stance,
    id,
    holder: stances.holder[stance] ?? 0,
    target: stances.target[stance] ?? 0,
    score: stances.score[stance] ?? 0,
    basis: BASES[stances.basis[stance] ?? 0] ?? 'statement',
    attributedBy: stances.attributedBy[stance] ?? -1,
    rationale: cellText(record, 'stances', stances.row[stance] ?? -1, 'rationale'),
    occasion: stances.occasion[stance] ?? -1,
    coders: codings,
  };
}

/**
 * Everything that a reader sees of one statement or event. Throws a RangeError where there is no such row.
 *
 * @param index index into `record.evidence`
 */
export function openEvidence(record: StanceRecord, index: number): OpenEvidence {
  const { evidence } = record;
  const id = evidence.id[index];
  if (id === undefined) throw new RangeError(`there is no evidence ${index}`);
  const event = evidence.kind[index] === EVENT;
  const text = (column: string): string => evidenceText(record, index, column);
  const dateText = text(event ? 'start' : 'date');
  const endText = event ? text('end') : '';
  const first = evidence.first[index] ?? FIRST_DAY;
  const last = evidence.last[index] ?? LAST_DAY;
  const until = evidence.until[index] ?? last;
  const when = whenOf(record, index);
  return {
    index,
    id,
    kind: event ? 'event' : 'statement',
    title: evidence.title[index] ?? '',
    date: formatDate(when),
    shortDate: formatDate(when, 'short'),
    dateText,
    endText,
    first,
    last,
    until,
    speaker: evidence.speaker[index] ?? -1,
    behalf: evidence.behalf[index] ?? -1,
    actors: [...listOf(evidence.actors, index)],
    quote: text('quote'),
    translated: /^(true|1)$/i.test(text('quote_translated')),
    original: originalOf(text),
    summary: text('summary'),
    places: [...listOf(evidence.places, index)],
    topics: [...listOf(evidence.topics, index)].map((topic) => record.topics[topic] ?? ''),
    sources: [...listOf(evidence.sources, index)],
    confidence: CONFIDENCES[evidence.confidence[index] ?? 0] ?? 'low',
    notes: text('notes'),
    stances: [...listOf(evidence.stances, index)].map((stance) => openStance(record, stance)),
  };
}
