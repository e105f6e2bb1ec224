import Papa from 'papaparse';
import type { Edits } from '../../edits/edits.svelte';
import type { WorkingTable } from '../../edits/merge';
import { freshKey, type Change } from '../../edits/step';
import { nameOfRow } from '../../edits/rowKeys';
import type { TableName } from '../../record/record';
import type { Range } from './range';

/** Blocks of cells: to and from the clipboard as spreadsheets write them, filled, cleared, replaced in, as changes of the working copy. */

/** A block as text for the clipboard: tabs between cells, quotes around a cell with a tab, a quote or a line break. */
export function writeBlock(cells: readonly (readonly string[])[]): string {
  return Papa.unparse(
    cells.map((row) => [...row]),
    { delimiter: '\t', newline: '\n' },
  );
}

/** What a spreadsheet, or this page, put on the clipboard. The line end after the last row is no row. */
export function readBlock(text: string): string[][] {
  const plain = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n').replace(/\n$/, '');
  if (!plain.includes('"')) return plain.split('\n').map((line) => line.split('\t'));
  return Papa.parse<string[]>(plain, { delimiter: '\t', newline: '\n' }).data;
}

/** What is edited: a table as it stands, and the keys of its rows as they are shown. */
export interface Shown {
  table: WorkingTable;
  keys: readonly string[];
}

const cellsAt = ({ table }: Shown, row: readonly string[], left: number): Record<string, string> =>
  Object.fromEntries(
    row.flatMap((cell, i) => {
      const column = table.columns[left + i];
      return column === undefined ? [] : [[column, cell]];
    }),
  );

/** What a paste does, and how it is called among the steps. */
export interface Pasted {
  changes: Change[];
  label: string;
  /** Size of what was pasted, to select it; null where rows were found by their names. */
  size: { rows: number; cols: number } | null;
}

/**
 * A block pasted at the upper left cell of a selection. One cell fills the whole selection; rows below the last one are added. A block
 * whose first row names columns of the table is told by them: its rows are added, or written over the rows of the same name.
 */
export function paste(shown: Shown, at: Range, block: readonly (readonly string[])[]): Pasted {
  const { table, keys } = shown;
  const [first = [], ...rest] = block;
  const headed = first.length > 1 && first.every((cell) => cell !== '' && table.columns.includes(cell));
  if (headed) {
    const known = new Map(table.rows.map((row, i) => [nameOfRow(table.name, table.columns, row), table.keys[i] ?? '']));
    const changes = rest.map((row): Change => {
      const cells = Object.fromEntries(first.map((column, i) => [column, row[i] ?? '']));
      const named = nameOfRow(table.name, first, row);
      const key = named === '' ? undefined : known.get(named);
      return key === undefined ? { kind: 'add', table: table.name, cells } : { kind: 'set', table: table.name, row: key, cells };
    });
    return { changes, label: `${rest.length} rows pasted by their headings`, size: null };
  }
  if (block.length === 1 && first.length === 1) {
    const rows = keys.slice(at.top, at.bottom + 1);
    const columns = table.columns.slice(at.left, at.right + 1);
    const cells = Object.fromEntries(columns.map((column) => [column, first[0] ?? '']));
    return {
      changes: rows.map((row) => ({ kind: 'set', table: table.name, row, cells })),
      label: 'Paste',
      size: { rows: rows.length, cols: columns.length },
    };
  }
  let below = keys.at(-1);
  const changes = block.map((row, i): Change => {
    const key = keys[at.top + i];
    const cells = cellsAt(shown, row, at.left);
    if (key !== undefined) return { kind: 'set', table: table.name, row: key, cells };
    const fresh = freshKey();
    const change: Change = { kind: 'add', table: table.name, cells, key: fresh, ...(below === undefined ? {} : { below }) };
    below = fresh;
    return change;
  });
  const cols = Math.min(table.columns.length - at.left, Math.max(...block.map((row) => row.length)));
  return { changes, label: `Paste of ${block.length} × ${cols} cells`, size: { rows: block.length, cols } };
}

/** The cells of a selection, for the clipboard. */
export function copied({ table, keys }: Shown, { top, left, bottom, right }: Range, edits: Pick<Edits, 'row'>): string[][] {
  return keys.slice(top, bottom + 1).map((key) => {
    const row = edits.row(table.name, key) ?? [];
    return Array.from({ length: right - left + 1 }, (_, i) => row[left + i] ?? '');
  });
}

/** One value in every cell of a selection. */
export function setAll({ table, keys }: Shown, { top, left, bottom, right }: Range, value: string): Change[] {
  const cells = Object.fromEntries(table.columns.slice(left, right + 1).map((column) => [column, value]));
  return keys.slice(top, bottom + 1).map((row) => ({ kind: 'set', table: table.name, row, cells }));
}

/** The first row of a selection in all its rows, or its first column in all its columns. */
export function fill(shown: Shown, range: Range, way: 'down' | 'right', edits: Pick<Edits, 'row'>): Change[] {
  const { table, keys } = shown;
  const { top, left, bottom, right } = range;
  const columns = table.columns.slice(left, right + 1);
  const first = edits.row(table.name, keys[top] ?? '') ?? [];
  return keys.slice(top, bottom + 1).map((key) => {
    const own = edits.row(table.name, key) ?? [];
    const cells = Object.fromEntries(columns.map((column, i) => [column, (way === 'down' ? first[left + i] : own[left]) ?? '']));
    return { kind: 'set', table: table.name, row: key, cells };
  });
}

export interface Search {
  text: string;
  /** Letters in the case in which they are written. */
  exact: boolean;
  /** The whole cell, not a part of it. */
  whole: boolean;
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function pattern({ text, exact, whole }: Search): RegExp | null {
  if (text === '') return null;
  return new RegExp(whole ? `^${escaped(text)}$` : escaped(text), exact ? 'gu' : 'giu');
}

/** Cells (row and column as shown) that hold what is searched for, row by row, within a block. */
export function found(
  { table, keys }: Shown,
  range: Range,
  search: Search,
  edits: Pick<Edits, 'row'>,
): { row: number; col: number }[] {
  const test = pattern(search);
  if (test === null) return [];
  const spots: { row: number; col: number }[] = [];
  for (let row = range.top; row <= range.bottom; row++) {
    const cells = edits.row(table.name, keys[row] ?? '') ?? [];
    for (let col = range.left; col <= range.right; col++) {
      test.lastIndex = 0;
      if (test.test(cells[col] ?? '')) spots.push({ row, col });
    }
  }
  return spots;
}

/** Every cell of `spots` with what was searched for replaced, letter by letter: `$&` is no more than two letters. */
export function replaced(
  { table, keys }: Shown,
  spots: readonly { row: number; col: number }[],
  search: Search,
  by: string,
  edits: Pick<Edits, 'row'>,
): Change[] {
  const test = pattern(search);
  if (test === null) return [];
  return spots.flatMap(({ row, col }): Change[] => {
    const key = keys[row];
    const column = table.columns[col];
    if (key === undefined || column === undefined) return [];
    const cell = edits.row(table.name, key)?.[col] ?? '';
    return [{ kind: 'set', table: table.name, row: key, cells: { [column]: cell.replace(test, () => by) } }];
  });
}

/** Cells of a row by column, for a copy of it. */
export function cellsOf(table: WorkingTable, row: readonly string[]): Record<string, string> {
  return Object.fromEntries(table.columns.map((column, i) => [column, row[i] ?? '']));
}

/** What names a new row of a table: the cells from which its id is written. */
const NAMED_BY: Partial<Record<TableName, readonly string[]>> = {
  statements: ['date', 'title'],
  events: ['start', 'title'],
  stances: ['evidence', 'holder', 'target'],
  sources: ['outlet', 'published'],
  actors: ['name'],
  places: ['name'],
  ties: ['title'],
  hypotheses: ['title'],
  claims: ['claim'],
  stories: ['title'],
  coders: ['name'],
};

/** The id that a row's own cells give it; null where its table has none, or where they are empty. */
export function idFor(edits: Pick<Edits, 'freshId' | 'table' | 'row'>, name: TableName, key: string): string | null {
  const columns = NAMED_BY[name];
  const row = edits.row(name, key);
  if (columns === undefined || row === null) return null;
  const table = edits.table(name);
  const parts = columns.map((column) => (row[table.columns.indexOf(column)] ?? '').trim());
  if (parts.every((part) => part === '')) return null;
  // A page without a date is named so.
  if (name === 'sources' && parts[1] === '') parts[1] = 'undated';
  return edits.freshId(name, parts);
}
