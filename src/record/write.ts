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
  return `${Papa.unparse([table.columns, ...table.rows].map(clean), { newline: '\n' })}\n`;
}
