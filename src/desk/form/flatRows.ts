import { CONFIDENCES, type StanceRecord } from '../../record/record';
import { fold } from '../../record/fold';
import { isDate, parseDate } from '../../record/reading/dates';
import { list } from '../../words/names';
import { slugOf } from '../../words/slug';
import { pageAt } from './fillForm';
import { dateFields, newForm, type FormDraft } from './formDraft';
import { actorsToPick, placesToPick, type Pickable } from './pickModel';
import { statementRows, type FreshId, type NewRow } from './statementRows';

/**
 * Statements as somebody keeps them in a spreadsheet: one flat sheet, a line for each target of a statement, names instead of ids, the page
 * beside the words. Each line becomes what the form would make of it.
 */

/** Columns of a flat sheet, as they are offered; a statement with several targets has a line for each. */
export const FLAT_COLUMNS = [
  'url',
  'outlet',
  'published',
  'date',
  'speaker',
  'on_behalf_of',
  'quote',
  'title',
  'summary',
  'place',
  'topics',
  'target',
  'score',
  'reason',
  'coder',
  'confidence',
  'notes',
] as const;
type FlatColumn = (typeof FLAT_COLUMNS)[number];

/** Other headings of the same columns. */
const ALSO: Readonly<Record<string, FlatColumn>> = {
  address: 'url',
  link: 'url',
  source: 'url',
  said_by: 'speaker',
  behalf: 'on_behalf_of',
  said_for: 'on_behalf_of',
  targets: 'target',
  said_of: 'target',
  rationale: 'reason',
  topic: 'topics',
  note: 'notes',
};

type FlatLine = Readonly<Partial<Record<FlatColumn, string>>>;

const columnOf = (heading: string): FlatColumn | null => {
  const name = heading
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
  return FLAT_COLUMNS.find((column) => column === name) ?? ALSO[name] ?? null;
};

/**
 * Lines of a block whose first row heads it as a flat sheet: with a speaker, a target and a score or a page, and no id. Null for any other
 * block. Columns of other names are left out, and named in `passed`.
 */
export function flatLines(block: readonly (readonly string[])[]): { lines: FlatLine[]; passed: string[] } | null {
  const [head = [], ...rest] = block;
  const columns = head.map(columnOf);
  const has = (column: FlatColumn) => columns.includes(column);
  if (!has('speaker') || !has('target') || !(has('score') || has('url')) || head.some((cell) => cell.trim() === 'id'))
    return null;
  const lines = rest
    .filter((row) => row.some((cell) => cell.trim() !== ''))
    .map((row) => Object.fromEntries(columns.flatMap((column, i) => (column === null ? [] : [[column, (row[i] ?? '').trim()]]))));
  return { lines, passed: head.filter((cell, i) => columns[i] === null && cell.trim() !== '') };
}

/** Id of what bears a name, in any of its spellings; the name itself where nothing does, so that the check names it and what is near. */
function idNamed(items: readonly Pickable[], name: string): string {
  const wanted = fold(name);
  if (wanted === '') return '';
  const found = items.find(({ id, name: own, aliases }) => id === name || [own, ...aliases].some((one) => fold(one) === wanted));
  return found?.id ?? name;
}

/** What a flat sheet becomes. */
export interface FlatRows {
  rows: NewRow[];
  statements: number;
  stances: number;
  /** Names that no actor or place of the record bears. */
  unknown: string[];
}

const parts = (cell: string, between: RegExp): string[] =>
  cell
    .split(between)
    .map((one) => one.trim())
    .filter((one) => one !== '');

/**
 * The rows that the lines of a flat sheet become, in the order in which one points at the other: pages that the record has not, the
 * statements, their stances, codings by whoever is named as coder. Lines of one page, day, speaker and wording are one statement with
 * several targets. What cannot be understood (a name, a date, a score) stands in its cell as it came, for the check to name.
 */
export function flatRows(record: StanceRecord, lines: readonly FlatLine[], freshId: FreshId): FlatRows {
  const actors = actorsToPick(record, []);
  const places = placesToPick(record, []);
  const groups = new Map<string, FlatLine[]>();
  for (const line of lines) {
    const { url = '', date = '', speaker = '', quote = '', title = '' } = line;
    const key = [url, date, fold(speaker), quote, title].join('\u001f');
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }

  const given = new Map<string, Set<string>>();
  const fresh: FreshId = (table, parts, also = new Set()) => {
    const own = given.get(table) ?? new Set<string>();
    given.set(table, own);
    const id = freshId(table, parts, new Set([...own, ...also]));
    own.add(id);
    return id;
  };
  /** Ids of new pages by their address. */
  const pages = new Map<string, string>();
  const coders = new Set<string>();
  const unknown = new Set<string>();
  const rows: NewRow[] = [];
  let stances = 0;
  for (const group of groups.values()) {
    const [first = {}] = group;
    const draft = draftOf(record, first, group, { actors, places });
    const made = statementRows(record, draft, fresh);
    const scores = targetsOf(group).map(({ score }) => score);
    // A name that nothing bears stands where its id would.
    for (const id of [draft.speaker, draft.behalf, ...draft.targets.map(({ actor }) => actor)])
      if (id !== '' && !record.actorIndex.has(id)) unknown.add(id);
    if (draft.place !== '' && !record.places.some(({ id }) => id === draft.place)) unknown.add(draft.place);
    let at = 0;
    for (const row of made.rows) {
      const { table, cells } = row;
      if (table === 'sources') {
        const url = cells['url'] ?? '';
        if (pages.has(url)) continue;
        pages.set(url, made.source);
        rows.push(row);
      } else if (table === 'coders') {
        if (coders.has(draft.coder)) continue;
        coders.add(draft.coder);
        rows.push(row);
      } else if (table === 'statements') {
        const date = first.date ?? '';
        const source = pages.get(draft.page.address) ?? made.source;
        rows.push({ ...row, cells: { ...cells, sources: source, ...(date === '' ? {} : { date }) } });
      } else if (table === 'stances') {
        stances++;
        const score = scores[at++] ?? '';
        rows.push(score === '' ? row : { ...row, cells: { ...cells, score: plainScore(score) } });
      } else if (cells['score'] !== undefined || table !== 'codings') rows.push(row);
    }
  }
  // What is pointed at stands first.
  const order = ['sources', 'statements', 'stances', 'coders', 'codings'];
  rows.sort((a, b) => order.indexOf(a.table) - order.indexOf(b.table));
  return { rows, statements: groups.size, stances, unknown: [...unknown] };
}

/** `+1` and a minus sign of typography as the table writes them. */
const plainScore = (text: string): string => text.replace(/^\+/, '').replace(/^[−–]/, '-');

/** The targets of a group of lines: one a line, or several in one cell, which then share the line's score. */
function targetsOf(group: readonly FlatLine[]): { name: string; score: string; reason: string }[] {
  return group.flatMap(({ target = '', score = '', reason = '' }) => parts(target, /;/).map((name) => ({ name, score, reason })));
}

function draftOf(
  record: StanceRecord,
  first: FlatLine,
  group: readonly FlatLine[],
  { actors, places }: { actors: readonly Pickable[]; places: readonly Pickable[] },
): FormDraft {
  const empty = newForm('flat', 0);
  const page = pageAt(record, first.url ?? '');
  const speaker = idNamed(actors, first.speaker ?? '');
  const speaks = record.actors[record.actors[record.actorIndex.get(speaker) ?? -1]?.speaksFor ?? -1]?.id ?? speaker;
  const targets = targetsOf(group).map(({ name, score, reason }) => {
    const value = Number(plainScore(score));
    return { actor: idNamed(actors, name), score: score === '' || !Number.isInteger(value) ? null : value, reason };
  });
  const { date = '', coder = '', confidence = '' } = first;
  const nameOf = (id: string) => actors.find((one) => one.id === id)?.name ?? id;
  return {
    ...empty,
    page: {
      ...page,
      outlet: first.outlet || page.outlet || hostOf(first.url ?? ''),
      published: first.published || page.published,
    },
    quote: first.quote ?? '',
    title: first.title || `${nameOf(speaker)} on ${list(targets.map(({ actor }) => nameOf(actor)))}`,
    summary: first.summary ?? '',
    speaker,
    behalf: (first.on_behalf_of ?? '') === '' ? speaks : idNamed(actors, first.on_behalf_of ?? ''),
    ...(isDate(parseDate(date)) ? dateFields(date) : {}),
    place: idNamed(places, first.place ?? ''),
    topics: parts(first.topics ?? '', /[;,]/).map((topic) => slugOf(topic)),
    confidence: CONFIDENCES.find((one) => one === confidence.toLowerCase()) ?? 'high',
    notes: first.notes ?? '',
    targets,
    coder: coder === '' ? '' : slugOf(coder) || 'coder',
    coderName: coder,
  };
}

const hostOf = (url: string): string => {
  try {
    return new URL(url).hostname.replace(/^www\./, '');
  } catch {
    return '';
  }
};
