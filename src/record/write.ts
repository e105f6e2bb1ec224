import Papa from 'papaparse';
import type { TextTable } from './record';

/** A row whose cells hold line feeds alone: a carriage return would come back as one. */
function clean(row: string[]): string[] {
  return row.some((cell) => cell.includes('\r')) ? row.map((cell) => cell.replaceAll('\r\n', '\n').replaceAll('\r', '\n')) : row;
}

/**
 * A table as canonical CSV text: comma, `\n`, a line feed at the end, quotes only around cells with a comma, a quote, a line feed or a
 * space at an end (RFC 4180). Ragged rows keep their cells. For a file in this form, writing what was read gives the same text.
 */
export function writeTable(table: TextTable): string {
  return writeRows([table.columns, ...table.rows]);
}

/** Rows of cells, the header first, in the same form. */
export function writeRows(rows: readonly string[][]): string {
  return `${Papa.unparse(rows.map(clean), { newline: '\n' })}\n`;
}
