import type { TableName, TextTable } from './record';

/** The tables of a dataset as text; those whose file is missing are absent. */
export type Tables = Partial<Record<TableName, TextTable>>;

/** Row of each id of a table (the first where one occurs twice). */
export type Ids = Map<TableName, Map<string, number>>;

/** A cell without spaces around it; empty for a column or row that is not there. */
export function cellOf(table: TextTable, row: number, column: string): string {
  const at = table.columns.indexOf(column);
  return at < 0 ? '' : (table.rows[row]?.[at] ?? '').trim();
}

/** Whether a row has as many cells as the header; the others are never read. */
export function isWhole(table: TextTable, row: number): boolean {
  return table.rows[row]?.length === table.columns.length;
}
