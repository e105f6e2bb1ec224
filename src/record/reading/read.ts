import { checkTables } from '../checking/check';
import { readTable } from './csv';
import { dateOf } from './dates';
import { fileOf } from '../checking/findings';
import { nearest } from '../nearest';
import { checkPackage, columnsIn, PACKAGE_FILE, readPackage } from '../package';
import { TABLE_NAMES, type DatasetMeta, type Fault, type StanceRecord, type TableName } from '../record';
import { fileFault, inReadingOrder } from '../checking/rules';
import { recordOf, type SoundTables } from './recordOf';
import { withCoders } from '../coding';
import type { Tables } from '../tables';

export type Files = ReadonlyMap<string, Uint8Array | string>;

function textOf(content: Uint8Array | string): string {
  return typeof content === 'string' ? content : new TextDecoder().decode(content);
}

/** A table's file: as the package says, else under its own name, in any case of letters. */
function contentOf(files: Files, name: TableName, path: string | undefined): Uint8Array | string | undefined {
  const wanted = fileOf(name);
  const direct = (path === undefined ? undefined : files.get(path)) ?? files.get(wanted);
  if (direct !== undefined) return direct;
  for (const [file, content] of files) if (file.toLowerCase() === wanted) return content;
  return undefined;
}

function unknownFiles(files: Files, paths: ReadonlyMap<TableName, string>): Fault[] {
  const known = new Set<string>([...TABLE_NAMES.map(fileOf), ...paths.values()]);
  const faults: Fault[] = [];
  for (const file of files.keys()) {
    if (!/\.csv$/i.test(file) || known.has(file) || known.has(file.toLowerCase())) continue;
    const meant = nearest(
      file,
      [...known].filter((name) => !files.has(name)),
    );
    const suggestion = meant ? `Did you mean \`${meant}\`?` : `Tables are ${TABLE_NAMES.join(', ')}.`;
    faults.push(fileFault(file, 'unknown-table', `\`${file}\` is not the file of a table; it is not read.`, suggestion));
  }
  return faults;
}

/** Tables that were held against the rules: what {@link recordOf} makes a record of. */
export function soundTables(
  tables: Tables,
  meta: DatasetMeta,
  faults: readonly Fault[] = [],
  unread: ReadonlySet<TableName> = new Set(),
): SoundTables {
  const checked = checkTables(tables, meta.sides, meta.tiesUntil, unread);
  return {
    tables,
    meta: withCoders(meta, tables),
    faults: inReadingOrder([...faults, ...checked.faults]),
    isSound: checked.isSound,
  };
}

/**
 * A record from tables that are in memory (a desk's edited ones, or those of a file in another format).
 * Rows with an error stay in `tables` and out of everything else; faults of the tables are added to `faults`. Never throws.
 *
 * @param unread tables whose file is there and is no table
 */
export function readTables(
  tables: Tables,
  meta: DatasetMeta,
  faults: readonly Fault[] = [],
  unread: ReadonlySet<TableName> = new Set(),
): StanceRecord {
  return recordOf(soundTables(tables, meta, faults, unread), dateOf);
}

/** The tables of a dataset's files, and what is wrong with the files themselves. */
interface ReadFiles {
  tables: Tables;
  meta: DatasetMeta;
  faults: Fault[];
  /** Tables whose file is there and is no table. */
  unread: Set<TableName>;
}

/** Cuts the files of a dataset into tables; parameters as for {@link readRecord}. */
export function readFiles(files: Files, name: string, onTable?: (file: string, rows: number) => void): ReadFiles {
  const json = files.get(PACKAGE_FILE);
  const text = json === undefined ? null : textOf(json);
  const { meta, faults, paths } = readPackage(text, name);
  const tables: Tables = {};
  const unread = new Set<TableName>();
  for (const table of TABLE_NAMES) {
    const content = contentOf(files, table, paths.get(table));
    if (content === undefined) continue;
    const read = readTable(table, fileOf(table), content);
    faults.push(...read.faults);
    if (read.unread) {
      unread.add(table);
      continue;
    }
    tables[table] = read.table;
    onTable?.(fileOf(table), read.table.rows.length);
  }
  if (text !== null) faults.push(...checkPackage(text, name, columnsIn(tables)));
  faults.push(...unknownFiles(files, paths));
  return { tables, meta, faults, unread };
}

/**
 * A record from the files of a dataset: CSV tables and, if there is one, `datapackage.json`. Whatever is wrong with them is in
 * `faults` of the record, in reading order; a row with an error stays in `tables` and out of everything else, a dangling optional
 * reference is dropped alone, a missing optional table is empty. Pure and synchronous; never throws.
 *
 * @param files content by path inside the dataset's folder; other files are left alone
 * @param name slug of the dataset, as in the URL
 * @param onTable told of each table as it has been cut into rows
 */
export function readRecord(files: Files, name: string, onTable?: (file: string, rows: number) => void): StanceRecord {
  const { tables, meta, faults, unread } = readFiles(files, name, onTable);
  return readTables(tables, meta, faults, unread);
}
