import { duplicatesOf, SAME_WORDING, type Duplicate } from '../../article/duplicates';
import { wordCount } from '../../article/text';
import { checkTables } from '../../record/checking/check';
import { fold } from '../../record/fold';
import type { Fault, StanceRecord, TextTable } from '../../record/record';
import { isDate, parseDate } from '../../record/reading/dates';
import { columnsOf } from '../../record/schema';
import type { Tables } from '../../record/tables';
import { isWebAddress } from '../../record/values';
import { deskFormMessages as say } from '../../words/messages/deskForm';
import { dateText, type FormDraft } from './formDraft';
import { holderIn, type StatementRows } from './statementRows';

/** Fields that a check may lead to. */
export type FormField =
  'page' | 'quote' | 'title' | 'speaker' | 'date' | 'place' | 'topics' | 'targets' | 'coder' | 'summary' | 'notes';

export interface FormCheck {
  /** `pass` is said too: what was looked at and is right. */
  severity: 'pass' | 'warning' | 'error';
  field: FormField;
  message: string;
  /** What one press would change, and what the button is called. */
  mend?: { label: string; change: Partial<FormDraft> };
}

/** Words of a quotation: as a rule, and at most. */
export const QUOTE_WORDS = { rule: 35, most: 50 };

/** Words as they are compared: without marks, dots of cutting and what a page does to spaces and quotation marks. */
const compared = (text: string): string =>
  fold(text)
    .replace(/[“”„«»"‘’']/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** Whether a quotation stands in a text word for word; an ellipsis parts what was cut, and its parts stand there in order. */
export function standsIn(quote: string, text: string): boolean {
  const whole = compared(text);
  let from = 0;
  for (const part of quote.split(/\[?(?:…|\.\.\.)\]?/).map(compared)) {
    if (part === '') continue;
    const at = whole.indexOf(part.replace(/[.,;:!?]$/, ''), from);
    if (at < 0) return false;
    from = at + part.length - 1;
  }
  return true;
}

/**
 * What is right and what is wrong with a draft, in the order of its fields. Errors keep the row from being added; warnings do not.
 *
 * @param rows what the draft becomes: the checker's own rules are held against them
 */
export function checkForm(record: StanceRecord, draft: FormDraft, rows: StatementRows): FormCheck[] {
  const own = [
    ...checkPage(draft),
    ...checkQuote(draft),
    ...checkNames(record, draft),
    ...checkDay(draft),
    ...checkTargets(draft),
    ...checkCarried(draft),
    ...checkTwin(record, draft),
  ];
  if (own.some(({ severity }) => severity === 'error')) return own;
  return [...own, ...checkRows(record, rows)];
}

function checkPage({ page }: FormDraft): FormCheck[] {
  const error = (message: string): FormCheck => ({ severity: 'error', field: 'page', message });
  if (page.address.trim() !== '' && !isWebAddress(page.address.trim())) return [error(say.addressIsNone)];
  if (page.outlet.trim() === '') return [error(page.address.trim() === '' ? say.noPage : say.noOutlet)];
  if (page.kind === 'unspecified') return [{ severity: 'warning', field: 'page', message: say.noKind }];
  return [];
}

function checkQuote({ quote, article, translated, original, title, summary }: FormDraft): FormCheck[] {
  const found: FormCheck[] = [];
  const said = quote.trim();
  if (said !== '') {
    const read = translated ? original.trim() : said;
    if (translated && original.trim() === '') found.push({ severity: 'warning', field: 'quote', message: say.noOriginal });
    else if (article.trim() !== '')
      found.push(
        standsIn(read, article)
          ? { severity: 'pass', field: 'quote', message: say.stands }
          : { severity: 'error', field: 'quote', message: say.notInText },
      );
    const words = wordCount(said);
    found.push({
      severity: words > QUOTE_WORDS.most ? 'error' : words > QUOTE_WORDS.rule ? 'warning' : 'pass',
      field: 'quote',
      message: say.words(words, QUOTE_WORDS),
    });
  } else if (summary.trim() === '') found.push({ severity: 'warning', field: 'summary', message: say.noWords });
  if (title.trim() === '') found.push({ severity: 'error', field: 'title', message: say.noTitle });
  return found;
}

function checkNames(record: StanceRecord, draft: FormDraft): FormCheck[] {
  const found: FormCheck[] = [];
  const actor = (id: string) => record.actorIndex.has(id) || draft.actors.some((made) => made.id === id);
  if (draft.speaker === '') return [{ severity: 'error', field: 'speaker', message: say.noSpeaker }];
  if (!actor(draft.speaker)) found.push({ severity: 'error', field: 'speaker', message: say.unknown(draft.speaker) });
  if (draft.behalf !== '' && !actor(draft.behalf))
    found.push({ severity: 'error', field: 'speaker', message: say.unknown(draft.behalf) });
  for (const { actor: id } of draft.targets)
    if (!actor(id)) found.push({ severity: 'error', field: 'targets', message: say.unknown(id) });
  if (draft.place !== '' && !record.placeIndex.has(draft.place) && !draft.places.some((made) => made.id === draft.place))
    found.push({ severity: 'error', field: 'place', message: say.unknown(draft.place) });
  const fresh = draft.topics.filter((topic) => !record.topics.includes(topic));
  if (fresh.length > 0) found.push({ severity: 'warning', field: 'topics', message: say.newTopics(fresh) });
  return found.length > 0 ? found : [{ severity: 'pass', field: 'speaker', message: say.namesKnown }];
}

function checkDay(draft: FormDraft): FormCheck[] {
  const text = dateText(draft);
  if (text === '') return [{ severity: 'error', field: 'date', message: say.noDate }];
  const date = parseDate(text);
  if (!isDate(date)) return [{ severity: 'error', field: 'date', message: say.dateIsNone(date.reason) }];
  if (draft.page.published === '') return [];
  const page = parseDate(draft.page.published);
  if (!isDate(page)) return [{ severity: 'error', field: 'page', message: say.pageDateIsNone(page.reason) }];
  return date.first > page.last
    ? [{ severity: 'error', field: 'date', message: say.afterPage }]
    : [{ severity: 'pass', field: 'date', message: say.notAfterPage }];
}

function checkTargets(draft: FormDraft): FormCheck[] {
  const { targets, basis, attributedBy } = draft;
  const error = (message: string, field: FormField = 'targets'): FormCheck => ({ severity: 'error', field, message });
  if (targets.length === 0) return [{ severity: 'warning', field: 'targets', message: say.noTarget }];
  const found: FormCheck[] = [];
  const holder = holderIn(draft);
  if (targets.some(({ actor }) => actor === holder && holder !== ''))
    found.push({ severity: 'warning', field: 'targets', message: say.onOneself });
  const open = targets.filter(({ score }) => score === null).length;
  const silent = targets.filter(({ score, reason }) => score !== null && reason.trim() === '').length;
  if (open > 0) found.push(error(say.noScore(open)));
  if (silent > 0) found.push(error(say.noReason(silent)));
  if (basis === 'attribution' && attributedBy === '') found.push(error(say.noAttribution));
  if (draft.coder === '') found.push(error(say.noCoder, 'coder'));
  return found.length > 0 ? found : [{ severity: 'pass', field: 'targets', message: say.scored }];
}

/** Kinds of page that alone carry a row weakly. */
function checkCarried({ page, notes, confidence }: FormDraft): FormCheck[] {
  const said = say.carriedBy(page.kind, page.mirror);
  if (said === '') return [];
  if (notes.includes(said)) return [{ severity: 'pass', field: 'notes', message: say.carriedSaid }];
  return [
    {
      severity: 'warning',
      field: 'notes',
      message: say.carriedAlone(page.kind, page.mirror),
      mend: {
        label: say.sayInNote,
        change: {
          notes: [notes.trim(), said].filter(Boolean).join(' '),
          confidence: confidence === 'high' ? 'medium' : confidence,
        },
      },
    },
  ];
}

/** Rows that may already be this statement, without those of which the reader said that they are others. */
export function likelyDuplicates(record: StanceRecord, draft: FormDraft): Duplicate[] {
  const date = parseDate(dateText(draft));
  const known = isDate(date);
  return duplicatesOf(record, {
    speaker: record.actorIndex.get(draft.speaker) ?? -1,
    first: known ? date.first : null,
    last: known ? date.last : null,
    words: draft.translated && draft.original !== '' ? draft.original : draft.quote,
    targets: draft.targets.flatMap(({ actor }) => record.actorIndex.get(actor) ?? []),
  }).filter(({ e }) => !draft.others.includes(record.evidence.id[e] ?? ''));
}

function checkTwin(record: StanceRecord, draft: FormDraft): FormCheck[] {
  const twin = likelyDuplicates(record, draft).find(({ likeness }) => likeness >= SAME_WORDING);
  if (twin === undefined) return [];
  return [{ severity: 'warning', field: 'quote', message: say.twin(record.evidence.title[twin.e] ?? '') }];
}

/**
 * The checker's own rules, held against the new rows alone: the tables that they point into stand beside them, and the rest of the record,
 * which is what it was, is not read again.
 */
function checkRows(record: StanceRecord, { rows }: StatementRows): FormCheck[] {
  const tables: Tables = {};
  for (const name of ['actors', 'places', 'sources', 'coders'] as const) {
    const table = record.tables[name];
    if (table !== undefined) tables[name] = table;
  }
  const from = new Map<string, number>();
  for (const { table, cells } of rows) {
    const before: TextTable = tables[table] ?? {
      name: table,
      columns: columnsFor(record, table),
      rows: [],
      lines: new Uint32Array(),
    };
    if (!from.has(`${table}.csv`)) from.set(`${table}.csv`, before.rows.length);
    const columns = [...before.columns, ...Object.keys(cells).filter((column) => !before.columns.includes(column))];
    const widened =
      columns.length === before.columns.length ? before.rows : before.rows.map((cut) => columns.map((_, i) => cut[i] ?? ''));
    const next = [...widened, columns.map((column) => cells[column] ?? '')];
    tables[table] = { name: table, columns, rows: next, lines: Uint32Array.from(next, (_, i) => i + 2) };
  }
  const { faults } = checkTables(tables, record.meta.sides);
  return faults
    .filter((fault: Fault) => fault.row > (from.get(fault.file) ?? Infinity))
    .map((fault): FormCheck => ({
      severity: fault.severity,
      field: FIELDS[fault.column] ?? 'page',
      message: [fault.message, fault.suggestion].filter(Boolean).join(' '),
    }));
}

const columnsFor = (record: StanceRecord, table: StatementRows['rows'][number]['table']): string[] => [
  ...(record.tables[table]?.columns ?? columnsOf(table)),
];

const FIELDS: Readonly<Record<string, FormField>> = {
  title: 'title',
  date: 'date',
  speaker: 'speaker',
  on_behalf_of: 'speaker',
  targets: 'targets',
  target: 'targets',
  score: 'targets',
  holder: 'targets',
  rationale: 'targets',
  attributed_by: 'targets',
  quote: 'quote',
  summary: 'summary',
  place: 'place',
  topics: 'topics',
  notes: 'notes',
  coder: 'coder',
};
