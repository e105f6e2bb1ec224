import { type DateSpan, isOpenEnd, openStart } from '../../words/dates';
import {
  BASES,
  CONFIDENCES,
  EVENT,
  NO_SCORE,
  SOURCE_KINDS,
  STATEMENT,
  type EvidenceColumns,
  type Lists,
  type Source,
  type StanceColumns,
} from '../record';
import type { RowReader } from './rowReader';
import { compare } from './rows';
import { integerOf } from '../values';
import { type Day, FIRST_DAY, LAST_DAY, NO_DAY, NO_TIME } from '../../words/calendar';

/** The tables that are read as columns sorted by date: statements and events as evidence, and stances. */

/** Where a row of the columns comes from, and what it is sorted by. */
interface Entry {
  table: 'statements' | 'events';
  row: number;
  id: string;
  day: Day;
  time: number;
  first: Day;
  last: Day;
  until: Day;
}

function listsOf(items: readonly (readonly number[])[]): Lists {
  const start = new Uint32Array(items.length + 1);
  items.forEach((list, i) => (start[i + 1] = (start[i] ?? 0) + list.length));
  const item = new Uint32Array(start[items.length] ?? 0);
  items.forEach((list, i) => item.set(list, start[i]));
  return { start, item };
}

/** Every topic of a sound statement or event, sorted. */
export function topicsOf(reader: RowReader): string[] {
  const topics = new Set<string>();
  for (const table of ['statements', 'events'] as const) {
    for (const row of reader.rows(table)) for (const topic of reader.items(table, row, 'topics')) topics.add(topic);
  }
  return [...topics].sort(compare);
}

function entriesOf(reader: RowReader): Entry[] {
  const entries: Entry[] = [];
  for (const table of ['statements', 'events'] as const) {
    for (const row of reader.rows(table)) {
      const life = table === 'events' ? lifeOfEvent(reader, row) : lifeOfStatement(reader, row);
      if (!life) continue;
      const { day, first, last, time = NO_TIME } = life.span;
      entries.push({ table, row, id: reader.text(table, row, 'id'), day, time, first, last, until: life.until });
    }
  }
  return entries.sort((a, b) => a.day - b.day || a.time - b.time || compare(a.id, b.id));
}

interface Life {
  span: DateSpan;
  until: Day;
}

function lifeOfStatement(reader: RowReader, row: number): Life | null {
  const span = reader.date('statements', row, 'date');
  return span && { span, until: span.last };
}

function lifeOfEvent(reader: RowReader, row: number): Life | null {
  const endText = reader.text('events', row, 'end');
  // An interval without an end in the cell of the start says what `..` in the cell of the end does.
  const open = endText === '' ? openStart(reader.text('events', row, 'start')) : null;
  const parsed = open === null ? reader.date('events', row, 'start') : reader.dateOf(open);
  if (!parsed) return null;
  if (parsed.precision === 'unknown') return { span: parsed, until: NO_DAY };
  if (open !== null || isOpenEnd(endText)) return { span: parsed, until: LAST_DAY };
  const end = reader.date('events', row, 'end');
  if (!end || end.precision === 'unknown') return { span: parsed, until: parsed.last };
  // An event whose start is vague may have a last day before the latest day on which it may have started.
  return { span: parsed, until: Math.max(end.last, parsed.first) };
}

/** How many of days in rising order are days. */
function datedOf(days: Int32Array): number {
  const none = days.indexOf(NO_DAY);
  return none < 0 ? days.length : none;
}

/** Columns of the evidence, and the index of each id; `stances` of the columns is filled in by {@link columnsOfStances}. */
export interface ReadEvidence {
  evidence: EvidenceColumns;
  index: Map<string, number>;
}

/** Statements and events of sound rows, sorted by day, time and id. Registers them with the reader as `evidence`. */
export function columnsOfEvidence(reader: RowReader, sources: readonly Source[], topics: readonly string[]): ReadEvidence {
  const entries = entriesOf(reader);
  const topicIndex = new Map(topics.map((topic, i) => [topic, i]));
  const pages = entries.map(({ table, row }) => reader.references(table, row, 'sources', 'sources'));
  const places = entries.map(({ table, row }) =>
    table === 'events'
      ? reader.references(table, row, 'place', 'places')
      : [reader.reference(table, row, 'place', 'places')].filter((place) => place >= 0),
  );
  const kindBit = (source: number): number => 1 << Math.max(0, SOURCE_KINDS.indexOf(sources[source]?.kind ?? 'official'));
  const day = Int32Array.from(entries, (entry) => entry.day);
  const evidence: EvidenceColumns = {
    n: entries.length,
    dated: datedOf(day),
    id: entries.map(({ id }) => id),
    title: entries.map(({ table, row }) => reader.text(table, row, 'title')),
    kind: Uint8Array.from(entries, ({ table }) => (table === 'events' ? EVENT : STATEMENT)),
    row: Uint32Array.from(entries, ({ row }) => row),
    day,
    time: Int32Array.from(entries, ({ time }) => time),
    first: Int32Array.from(entries, ({ first }) => first),
    last: Int32Array.from(entries, ({ last }) => last),
    until: Int32Array.from(entries, ({ until }) => until),
    speaker: Int32Array.from(entries, ({ table, row }) =>
      table === 'events' ? -1 : reader.reference(table, row, 'speaker', 'actors'),
    ),
    behalf: Int32Array.from(entries, ({ table, row }) =>
      table === 'events' ? -1 : reader.reference(table, row, 'on_behalf_of', 'actors'),
    ),
    place: Int32Array.from(places, ([first]) => first ?? -1),
    places: listsOf(places),
    confidence: Uint8Array.from(entries, ({ table, row }) => indexIn(CONFIDENCES, reader.text(table, row, 'confidence'))),
    kinds: Uint8Array.from(pages, (list) => list.reduce((bits, source) => bits | kindBit(source), 0)),
    actors: listsOf(
      entries.map(({ table, row }) => reader.references(table, row, table === 'events' ? 'participants' : 'targets', 'actors')),
    ),
    topics: listsOf(
      entries.map(({ table, row }) => reader.items(table, row, 'topics').flatMap((topic) => topicIndex.get(topic) ?? [])),
    ),
    sources: listsOf(pages),
    stances: listsOf(entries.map(() => [])),
  };
  const index = new Map(evidence.id.map((id, i) => [id, i]));
  reader.register('evidence', index);
  return { evidence, index };
}

function indexIn(values: readonly string[], text: string): number {
  return Math.max(0, values.indexOf(text));
}

/** Stances of sound rows, sorted by day, time and id, with the scores of every coder; and the coders and occasions, sorted. */
export function columnsOfStances(
  reader: RowReader,
  { evidence }: ReadEvidence,
): { columns: StanceColumns; coders: string[]; occasions: string[] } {
  const entries = reader
    .rows('stances')
    .map((row) => ({
      row,
      id: reader.text('stances', row, 'id'),
      evidence: reader.reference('stances', row, 'evidence', 'evidence'),
    }))
    .filter((entry) => entry.evidence >= 0)
    .sort(
      (a, b) =>
        (evidence.day[a.evidence] ?? 0) - (evidence.day[b.evidence] ?? 0) ||
        (evidence.time[a.evidence] ?? 0) - (evidence.time[b.evidence] ?? 0) ||
        compare(a.id, b.id),
    );
  const copied = (column: Int32Array): Int32Array => Int32Array.from(entries, (entry) => column[entry.evidence] ?? 0);
  const actor = (row: number, column: string): number => reader.reference('stances', row, column, 'actors');
  const index = new Map(entries.map(({ id }, i) => [id, i]));
  reader.register('stances', index);
  const byEvidence: number[][] = Array.from({ length: evidence.n }, () => []);
  entries.forEach((entry, i) => byEvidence[entry.evidence]?.push(i));
  evidence.stances = listsOf(byEvidence);
  const { coders, scores } = codingsOf(reader, entries.length);
  const occasions = [...new Set(entries.map(({ row }) => reader.text('stances', row, 'occasion')))].filter(Boolean).sort(compare);
  const occasionIndex = new Map(occasions.map((occasion, i) => [occasion, i]));
  const day = copied(evidence.day);
  const columns: StanceColumns = {
    n: entries.length,
    dated: datedOf(day),
    id: entries.map(({ id }) => id),
    row: Uint32Array.from(entries, ({ row }) => row),
    evidence: Uint32Array.from(entries, (entry) => entry.evidence),
    day,
    time: copied(evidence.time),
    first: copied(evidence.first),
    last: copied(evidence.last),
    holder: Uint32Array.from(entries, ({ row }) => actor(row, 'holder')),
    target: Uint32Array.from(entries, ({ row }) => actor(row, 'target')),
    score: Int8Array.from(entries, ({ row }) => integerOf(reader.text('stances', row, 'score'))),
    basis: Uint8Array.from(entries, ({ row }) => indexIn(BASES, reader.text('stances', row, 'basis'))),
    attributedBy: Int32Array.from(entries, ({ row }) => actor(row, 'attributed_by')),
    occasion: Int32Array.from(entries, ({ row }) => occasionIndex.get(reader.text('stances', row, 'occasion')) ?? -1),
    coders: scores,
  };
  return { columns, coders, occasions };
}

function codingsOf(reader: RowReader, stances: number): { coders: string[]; scores: Int8Array } {
  const rows = reader.rows('codings');
  const coders = [...new Set(rows.map((row) => reader.text('codings', row, 'coder')))].sort(compare);
  const place = new Map(coders.map((coder, i) => [coder, i]));
  const scores = new Int8Array(stances * coders.length).fill(NO_SCORE);
  for (const row of rows) {
    const stance = reader.reference('codings', row, 'stance', 'stances');
    const coder = place.get(reader.text('codings', row, 'coder'));
    const score = integerOf(reader.text('codings', row, 'score'));
    if (stance >= 0 && coder !== undefined && !Number.isNaN(score)) scores[stance * coders.length + coder] = score;
  }
  return { coders, scores };
}

/** First and last of many days (inclusive), open ends left aside; null where there is none. */
export function spanOf(days: Iterable<readonly [Day, Day]>): [Day, Day] | null {
  let first = LAST_DAY;
  let last = FIRST_DAY;
  for (const [from, to] of days) {
    if (from > FIRST_DAY) first = Math.min(first, from);
    if (to < LAST_DAY) last = Math.max(last, to);
  }
  if (first === LAST_DAY && last === FIRST_DAY) return null;
  if (first === LAST_DAY) first = last;
  return [first, Math.max(first, last)];
}
