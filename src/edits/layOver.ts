import { canonicalCell, canonicalTable } from '../record/canonical';
import { readTable } from '../record/reading/csv';
import { SCHEMAS, isTableName } from '../record/schema';
import type { Fault, TableName, TextTable } from '../record/record';
import { nameOfRow, rowKeys } from './rowKeys';
import type { WorkingTable } from './merge';
import type { Change } from './step';

/** A table that came alone and differs from the open record's: what laying it over would do. */
export interface Laid {
  table: TableName;
  /** Cells that are set and rows that are added. */
  changes: Change[];
  /** Rows of the open record that the table lacks: taken out only where the reader says so. */
  removed: Change[];
  counts: { changed: number; added: number; lacking: number };
  /** What was wrong with the file. */
  faults: Fault[];
}

/**
 * Lays a table over the open record's: rows are known by what names them, columns by their names. What a spreadsheet rewrites on saving
 * (`TRUE`, `53.90`, spaces) is no change.
 *
 * @param own the table as it stands here
 */
export function layOver(own: WorkingTable, table: TextTable, faults: Fault[] = []): Laid {
  const name = own.name;
  const theirs = canonicalTable(table).table;
  const known = new Map<string, number>();
  own.rows.forEach((row, i) => {
    const named = nameOfRow(name, own.columns, row);
    if (named !== '' && !known.has(named)) known.set(named, i);
  });
  const fields = new Map(SCHEMAS[name].fields.map((field) => [field.name, field]));
  const plain = (column: string, cell: string) => {
    const field = fields.get(column);
    return field === undefined ? cell : canonicalCell(field, cell);
  };
  const changes: Change[] = [];
  const met = new Set<number>();
  const counts = { changed: 0, added: 0, lacking: 0 };
  const keys = rowKeys(theirs);
  theirs.rows.forEach((row, i) => {
    // A row that is too long or too short says nothing sure of its columns.
    if (row.length !== theirs.columns.length) return;
    const place = known.get(keys[i] ?? '') ?? -1;
    if (place < 0) {
      counts.added++;
      changes.push({
        kind: 'add',
        table: name,
        cells: Object.fromEntries(theirs.columns.map((column, c) => [column, row[c] ?? ''])),
      });
      return;
    }
    met.add(place);
    const mine = own.rows[place] ?? [];
    const cells = Object.fromEntries(
      theirs.columns.flatMap((column, c) => {
        const cell = row[c] ?? '';
        const at = own.columns.indexOf(column);
        // A column that is new and empty throughout is nobody's.
        if (at < 0 && cell === '') return [];
        return plain(column, mine[at] ?? '') === cell ? [] : [[column, cell]];
      }),
    );
    if (Object.keys(cells).length === 0) return;
    counts.changed++;
    changes.push({ kind: 'set', table: name, row: own.keys[place] ?? '', cells });
  });
  const removed = own.keys.flatMap((row, i): Change[] => (met.has(i) ? [] : [{ kind: 'remove', table: name, row }]));
  counts.lacking = removed.length;
  return { table: name, changes, removed, counts, faults };
}

/** Most tables that are taken for parts of the open record rather than for one of their own. */
const MOST_LOOSE = 2;

/**
 * Files that are tables of a record and no record of their own: one or two, without a package, and not actors with what speaks of them.
 * Null for anything else.
 */
export function looseTables(files: ReadonlyMap<string, Uint8Array>): Map<TableName, Uint8Array> | null {
  const tables = new Map<TableName, Uint8Array>();
  for (const [path, bytes] of files) {
    const name = path
      .replace(/^.*[/\\]/, '')
      .replace(/\.csv$/i, '')
      .toLowerCase()
      // What a browser adds to a second copy: `stances (1).csv`.
      .replace(/ ?\(\d+\)$/, '');
    if (!/\.csv$/i.test(path) || !isTableName(name) || tables.has(name)) return null;
    tables.set(name, bytes);
  }
  return tables.size === 0 || tables.size > MOST_LOOSE || (tables.size > 1 && tables.has('actors')) ? null : tables;
}

/** Reads loose tables and says what laying them over would do; null where one of them is no table. */
export function layOverAll(files: ReadonlyMap<TableName, Uint8Array>, own: (name: TableName) => WorkingTable): Laid[] | null {
  const laid: Laid[] = [];
  for (const [name, bytes] of files) {
    const read = readTable(name, `${name}.csv`, bytes);
    if (read.unread) return null;
    laid.push(layOver(own(name), read.table, read.faults));
  }
  return laid;
}
