import { recordOf, type SoundTables } from './recordOf';
import type { DatasetMeta, Fault, StanceRecord, TableName, TextTable } from '../record';
import type { Tables } from '../tables';
import { dayOf } from '../../words/calendar';
import type { DateSpan } from '../../words/dates';

/**
 * A record as the build compiles it from its tables (`compile.ts`): the tables column by column, their dates as they were understood, and
 * what the check found. One file, a fraction of the tables' size, that opens without a parser, a grammar or a rule. It says all that the
 * tables say, down to the line on which a row starts; the tables stay what people edit, check and take along.
 */

/** Name of the file in a record's folder. */
export const COMPILED_FILE = 'compiled.json';

/** Which edition of the form below: a file of another one is not read. */
export const FORM = 1;

/** Whole numbers, each as what is added to the one before. */
export type Steps = readonly number[];

/** The cells of a column, written in whichever of these ways is shortest. */
export type Cells =
  /** One below the other, parted by line feeds; for cells without any. */
  | { text: string }
  | { list: readonly string[] }
  /** Every cell the same. */
  | { all: string }
  /** Different cells, and which of them stands where. */
  | { words: Cells; at: Steps }
  /** Ids of other tables: how many each cell has (absent: one each), and which, counted through the `id` columns of these tables. */
  | { of: readonly TableName[]; counts?: Steps; at: Steps }
  /** Each begins with cells of its own row, each behind its separator; the rest follows. `not`: rows that begin otherwise. */
  | { begins: readonly (readonly [separator: string, column: number])[]; not: Steps; rest: Cells };

export interface CompiledTable {
  name: TableName;
  columns: readonly string[];
  /** How many rows. */
  n: number;
  /** Line on which each row starts. */
  lines: Steps;
  cells: readonly Cells[];
  /** Rows with more or fewer cells than the header, as they are. */
  ragged: readonly (readonly [row: number, cells: readonly string[]])[];
  /** Rows that are in no picture. */
  out: Steps;
}

export interface CompiledRecord {
  form: typeof FORM;
  meta: DatasetMeta;
  faults: readonly Fault[];
  tables: readonly CompiledTable[];
  /** Dates that are more than a plain day, and texts that are none. */
  dates: readonly (readonly [text: string, span: DateSpan | null])[];
}

/** A text that is a day and nothing else, as the grammar of dates reads it; null for any other. */
export function plainDay(text: string): DateSpan | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const day = dayOf(text);
  if (Number.isNaN(day)) return null;
  return { text, first: day, last: day, day, precision: 'day', approximate: false, uncertain: false };
}

/** The numbers that steps lead through. */
export function numbersOf(steps: Steps): number[] {
  let at = 0;
  return steps.map((step) => (at += step));
}

/** Columns with ids that others point into: those of several tables one after the other. */
export function idsOf(tables: Tables, names: readonly TableName[]): string[] {
  return names.flatMap((name) => {
    const table = tables[name];
    const at = table?.columns.indexOf('id') ?? -1;
    return at < 0 ? [] : (table?.rows.map((row) => row[at] ?? '') ?? []);
  });
}

function cellsOf(
  cells: Cells,
  n: number,
  columns: readonly (readonly string[] | undefined)[],
  tables: Tables,
): readonly string[] {
  if ('text' in cells) return n === 0 ? [] : cells.text.split('\n');
  if ('list' in cells) return cells.list;
  if ('all' in cells) return new Array<string>(n).fill(cells.all);
  if ('words' in cells) {
    const at = numbersOf(cells.at);
    const words = cellsOf(cells.words, at.length, columns, tables);
    return at.map((i) => words[i] ?? '');
  }
  if ('of' in cells) {
    const ids = idsOf(tables, cells.of);
    const named = numbersOf(cells.at).map((i) => ids[i] ?? '');
    if (cells.counts === undefined) return named;
    let start = 0;
    return numbersOf(cells.counts).map((count) => named.slice(start, (start += count)).join(';'));
  }
  const rest = cellsOf(cells.rest, n, columns, tables);
  const not = new Set(numbersOf(cells.not));
  return rest.map((tail, row) =>
    not.has(row) ? tail : cells.begins.map(([separator, column]) => separator + (columns[column]?.[row] ?? '')).join('') + tail,
  );
}

function tableOf({ name, columns, n, lines, cells, ragged }: CompiledTable, tables: Tables): TextTable {
  const read: (readonly string[])[] = [];
  const table: TextTable = { name, columns: [...columns], rows: [], lines: Uint32Array.from(numbersOf(lines)) };
  // A table may point into itself; and what begins with other cells needs them first.
  const order = [...cells.keys()].sort((a, b) => rank(cells[a]) - rank(cells[b]) || a - b);
  for (const at of order) {
    const own = cells[at];
    if (own === undefined) continue;
    const ids = read[columns.indexOf('id')];
    const known = ids === undefined ? tables : { ...tables, [name]: { ...table, columns: ['id'], rows: ids.map((id) => [id]) } };
    read[at] = cellsOf(own, n, read, 'of' in own && own.of.includes(name) ? known : tables);
  }
  for (let row = 0; row < n; row++) table.rows.push(read.map((column) => column[row] ?? ''));
  for (const [row, own] of ragged) table.rows[row] = [...own];
  return table;
}

/** In which order columns are read: what stands alone, then what points elsewhere, then what begins with other cells of its row. */
export function rank(cells: Cells | undefined): number {
  return cells === undefined ? 0 : 'begins' in cells ? 2 : 'of' in cells ? 1 : 0;
}

/** The tables of a compiled record, checked as they were. */
export function tablesOf({ meta, faults, tables: compiled }: CompiledRecord): SoundTables {
  const tables: Tables = {};
  const out = new Map<TableName, Set<number>>();
  for (const table of compiled) {
    tables[table.name] = tableOf(table, tables);
    out.set(table.name, new Set(numbersOf(table.out)));
  }
  return { tables, meta, faults: [...faults], isSound: (table, row) => out.get(table)?.has(row) !== true };
}

/** The record that the tables would give which it was compiled from. */
export function openCompiled(compiled: CompiledRecord): StanceRecord {
  const dates = new Map(compiled.dates);
  return recordOf(tablesOf(compiled), (text) => {
    const known = dates.get(text);
    if (known !== undefined) return known;
    const day = plainDay(text);
    dates.set(text, day);
    return day;
  });
}

/** What a compiled file begins with: how many bytes the record takes, and their hash. */
const HEAD = /^\{"bytes":(\d+),"sha256":"([0-9a-f]{64})","record":/;
const TAIL = '}';

/** The text of a compiled file. `sha256`: of the record's JSON, in lower-case hexadecimals. */
export function sealCompiled(json: string, bytes: number, sha256: string): string {
  return `{"bytes":${bytes},"sha256":"${sha256}","record":${json}${TAIL}`;
}

/** The record's bytes in a compiled file and the hash that they are to have, or in words what is wrong with the file. */
export function openSeal(file: Uint8Array): { bytes: Uint8Array; sha256: string } | string {
  const head = HEAD.exec(new TextDecoder().decode(file.subarray(0, 200)));
  if (head === null) return 'it is no compiled record';
  const bytes = file.subarray(head[0].length, -TAIL.length);
  return bytes.length === Number(head[1]) ? { bytes, sha256: head[2] ?? '' } : 'it is cut';
}

/** A compiled record out of its JSON; null for another edition of the form, or what is none. */
export function parseCompiled(json: string): CompiledRecord | null {
  const read = JSON.parse(json) as Partial<CompiledRecord> | null;
  return read?.form === FORM ? (read as CompiledRecord) : null;
}
