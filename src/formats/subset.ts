import { columnsIn, writePackage } from '../record/package';
import { TABLE_NAMES, type DatasetMeta, type StanceRecord, type TableName, type TextTable } from '../record/record';
import { LATER_TABLES, plainColumnsOf, SCHEMAS, targetsOf } from '../record/schema';
import { writeTable } from '../record/write';
import { isoOf } from '../words/calendar';
import { codingWords, judgingWords } from '../record/coding';
import type { Selection } from './selection';
import { recordLine } from '../words/sources';

type Rows = Map<TableName, Set<number>>;

/** The tables that a dataset is written with: those of the first edition always, later ones where it has them. */
function tablesOf(record: StanceRecord): TableName[] {
  return TABLE_NAMES.filter((name) => !LATER_TABLES.includes(name) || record.tables[name] !== undefined);
}

/** Reads the tables as text, and finds what each row points at. */
class References {
  readonly #tables: StanceRecord['tables'];
  readonly #ids = new Map<TableName, Map<string, number>>();
  readonly #fields = new Map<TableName, { column: number; targets: readonly TableName[] }[]>();

  constructor(record: StanceRecord) {
    this.#tables = record.tables;
    for (const name of TABLE_NAMES) {
      const table = record.tables[name];
      if (table === undefined) continue;
      const at = table.columns.indexOf('id');
      const ids = new Map<string, number>();
      if (at >= 0)
        table.rows.forEach((cells, row) => ids.has((cells[at] ?? '').trim()) || ids.set((cells[at] ?? '').trim(), row));
      this.#ids.set(name, ids);
      this.#fields.set(
        name,
        SCHEMAS[name].fields
          .map((field) => ({ column: table.columns.indexOf(field.name), targets: targetsOf(name, field) }))
          .filter(({ column, targets }) => column >= 0 && targets.length > 0),
      );
    }
  }

  of(name: TableName, row: number): [TableName, number][] {
    const cells = this.#tables[name]?.rows[row] ?? [];
    return (this.#fields.get(name) ?? []).flatMap(({ column, targets }) =>
      (cells[column] ?? '').split(';').flatMap((part) => {
        for (const target of targets) {
          const found = this.#ids.get(target)?.get(part.trim());
          if (found !== undefined) return [[target, found] as [TableName, number]];
        }
        return [];
      }),
    );
  }
}

/** Adds rows and, for ever, what they point at. */
function add(rows: Rows, references: References, name: TableName, row: number): void {
  const kept = rows.get(name)!;
  if (kept.has(row)) return;
  kept.add(row);
  for (const [target, found] of references.of(name, row)) add(rows, references, target, found);
}

/**
 * The tables of a selection, closed under references: no row points at one that is left out. Along come the codings of its stances,
 * the ratings of its evidence with every hypothesis they weigh, and the claims whose whole evidence is there; stories stay behind,
 * since their scenes show the whole record. Rows keep their order and their text. Everything selected gives the tables as they are.
 */
export function subsetTables(record: StanceRecord, selection: Selection): Record<TableName, TextTable> {
  const rows: Rows = new Map(TABLE_NAMES.map((name) => [name, new Set<number>()]));
  const references = new References(record);
  const { evidence, stances } = record;
  if (!selection.whole) {
    for (const e of selection.evidence) add(rows, references, evidence.kind[e] === 1 ? 'events' : 'statements', evidence.row[e]!);
    for (const i of selection.stances) add(rows, references, 'stances', stances.row[i]!);
    const tieRow = rowsById(record.tables.ties);
    for (const t of selection.ties) add(rows, references, 'ties', tieRow.get(record.ties[t]!.id)!);
    addWhere(record, rows, references, 'codings', 'stance', new Set(selection.stances.map((i) => stances.id[i]!)));
    // Who they are goes along whole: a few rows, and a rater of none of these is one of the others.
    record.tables.coders?.rows.forEach((_, row) => rows.get('coders')?.add(row));
    const kept = new Set(selection.evidence.map((e) => evidence.id[e]!));
    addWhere(record, rows, references, 'assessments', 'evidence', kept);
    const claimRow = rowsById(record.tables.claims);
    for (const claim of record.claims)
      if (claim.evidence.length > 0 && claim.evidence.every((e) => kept.has(evidence.id[e]!)))
        add(rows, references, 'claims', claimRow.get(claim.id)!);
  }
  const tables = tablesOf(record).map((name): [TableName, TextTable] => {
    const table = record.tables[name] ?? { name, columns: plainColumnsOf(name), rows: [], lines: new Uint32Array(0) };
    if (selection.whole) return [name, table];
    const kept = table.rows.filter((_, row) => rows.get(name)!.has(row));
    return [name, { ...table, rows: kept, lines: Uint32Array.from(kept, (_, i) => i + 2) }];
  });
  return Object.fromEntries(tables) as Record<TableName, TextTable>;
}

function addWhere(
  record: StanceRecord,
  rows: Rows,
  references: References,
  name: TableName,
  column: string,
  ids: Set<string>,
): void {
  const table = record.tables[name];
  const at = table?.columns.indexOf(column) ?? -1;
  table?.rows.forEach((cells, row) => {
    if (ids.has((cells[at] ?? '').trim())) add(rows, references, name, row);
  });
}

function rowsById(table: TextTable | undefined): Map<string, number> {
  const at = table?.columns.indexOf('id') ?? -1;
  return new Map((table?.rows ?? []).map((cells, row) => [(cells[at] ?? '').trim(), row] as const).reverse());
}

/** What a set of files says of itself. */
export interface About {
  /** Slug, title and first view of the dataset that the files make. */
  name: string;
  title: string;
  view: string;
  /** What was selected, in a sentence. */
  words: string;
}

/**
 * Files of a dataset in the app's own format, by name: `datapackage.json`, the tables, and a note on where they come from and
 * how the scores were made. Dropped on the page as a folder or zip, they open again.
 *
 * @param documents that go along as they are, by file name: the codebook
 */
export function datasetFiles(
  record: StanceRecord,
  selection: Selection,
  about: About,
  documents: ReadonlyMap<string, string> = new Map(),
): Map<string, string> {
  const { meta } = record;
  const tables = subsetTables(record, selection);
  const sides = sidesIn(record, tables, selection);
  const own = {
    ...(about.view === '' ? {} : { view: about.view }),
    ...(selection.whole && meta.next !== null ? { next: meta.next } : {}),
    ...(meta.bounds === null ? {} : { map: { bounds: meta.bounds } }),
    ...(sides === undefined ? {} : { sides }),
    ...(meta.tiesUntil === undefined ? {} : { coverage: { ties: { until: isoOf(meta.tiesUntil) } } }),
    // What a table of coders says is not said again.
    ...(meta.coders === undefined || record.tables.coders ? {} : { coders: meta.coders }),
    ...(meta.coding === undefined ? {} : { coding: meta.coding }),
    ...(meta.judging === undefined ? {} : { judging: meta.judging }),
    ...(meta.brought?.written ?? {}),
  };
  const before = {
    title: about.title,
    ...(meta.description === '' ? {} : { description: meta.description }),
    ...(meta.authors === undefined ? {} : { contributors: meta.authors.map((title) => ({ title })) }),
    ...(meta.licence === '' ? {} : { licenses: meta.licence.split(', ').map((name) => ({ name })) }),
    stanceline: own,
  };
  const files = new Map([['datapackage.json', writePackage(JSON.stringify(before), about.name, columnsIn(tables))]]);
  for (const name of tablesOf(record)) files.set(`${name}.csv`, writeTable(tables[name]));
  files.set('ABOUT.txt', noteOf(record, selection, about, tables));
  for (const [name, text] of documents) files.set(name, text);
  return files;
}

const NO_ROWS = { columns: [] as string[], rows: [] as string[][] };

/** Declarations of the sides that the sources of a selection are on; all of them where nothing is left out. */
function sidesIn(
  record: StanceRecord,
  { sources, coders }: Partial<Record<TableName, TextTable>>,
  selection: Selection,
): DatasetMeta['sides'] {
  const { sides } = record.meta;
  if (sides === undefined || selection.whole) return sides;
  const used = new Set(
    [sources ?? NO_ROWS, coders ?? NO_ROWS].flatMap(({ columns, rows }) => {
      const at = columns.indexOf('side');
      return rows.map((cells) => (cells[at] ?? '').trim());
    }),
  );
  return Object.fromEntries(Object.entries(sides).filter(([id]) => used.has(id)));
}

function noteOf(record: StanceRecord, selection: Selection, about: About, tables: Record<TableName, TextTable>): string {
  const counts = tablesOf(record)
    .filter((name) => tables[name].rows.length > 0)
    .map((name) => `  ${name}.csv: ${tables[name].rows.length}`);
  return [
    about.title,
    `From ${recordLine(record.meta)}.`,
    selection.whole ? 'The whole record.' : `A selection: ${about.words}`,
    codingWords(record),
    judgingWords(record),
    'Rows:',
    ...counts,
    'Open Stanceline and drop this folder or its zip on the page to read it there. An address of a source that is marked as a mirror is not the outlet’s own.',
    '',
  ]
    .filter((line, i, all) => line !== '' || i === all.length - 1)
    .join('\n');
}
