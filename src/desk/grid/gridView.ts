import type { WorkingTable } from '../../edits/merge';
import { fold } from '../../record/fold';

/** Which rows of a table a grid shows, and in which order. The table itself keeps its order, whatever is shown. */

export interface Sorting {
  column: string;
  down: boolean;
}

/** What is asked of the rows: a text for each column, and whether they are at fault or changed. */
export interface RowFilter {
  /** By column: a part of the cell, in any case of letters; `=text` the whole cell, `!text` without it, `=` an empty one. */
  texts: Readonly<Record<string, string>>;
  /** Keys of rows among which a row has to be; null for all. */
  among: ReadonlySet<string> | null;
}

const ORDER = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
const NUMBER = /^[+-]?\d+(\.\d+)?$/;

/** Empty cells come last whichever way a column is sorted; numbers before words. */
function compare(a: string, b: string, down: boolean): number {
  if (a === '' || b === '') return a === b ? 0 : a === '' ? 1 : -1;
  const both = NUMBER.test(a) && NUMBER.test(b);
  const order = both ? Number(a) - Number(b) : ORDER.compare(a, b);
  return down ? -order : order;
}

/** Whether a cell is what a filter asks for. */
export function passes(cell: string, asked: string): boolean {
  const text = asked.trim();
  if (text === '') return true;
  const mine = fold(cell.trim());
  if (text.startsWith('=')) return mine === fold(text.slice(1).trim());
  if (text.startsWith('!')) return text.length === 1 ? mine !== '' : !mine.includes(fold(text.slice(1).trim()));
  return mine.includes(fold(text));
}

/**
 * Keys of the rows that are shown, in their order.
 *
 * @param sorting null for the order of the table
 */
export function shownKeys(table: WorkingTable, { texts, among }: RowFilter, sorting: Sorting | null): string[] {
  const asked = Object.entries(texts).flatMap(([column, text]) => {
    const at = table.columns.indexOf(column);
    return at < 0 || text.trim() === '' ? [] : [[at, text] as const];
  });
  const places: number[] = [];
  table.rows.forEach((row, i) => {
    if (among !== null && !among.has(table.keys[i] ?? '')) return;
    if (asked.every(([at, text]) => passes(row[at] ?? '', text))) places.push(i);
  });
  const at = sorting === null ? -1 : table.columns.indexOf(sorting.column);
  if (at >= 0)
    places.sort((a, b) => compare(table.rows[a]?.[at] ?? '', table.rows[b]?.[at] ?? '', sorting?.down ?? false) || a - b);
  return places.map((place) => table.keys[place] ?? '');
}

/**
 * The rows that were shown, after the table changed: none jumps away under the hand that edits it. Rows that are gone leave, new ones
 * stand below the row above them in the table, or at the end.
 *
 * @param known keys that the table had when `shown` was made
 */
export function keptKeys(shown: readonly string[], known: ReadonlySet<string>, table: WorkingTable): string[] {
  const fresh: [key: string, above: string][] = [];
  table.keys.forEach((key, i) => {
    if (!known.has(key)) fresh.push([key, table.keys[i - 1] ?? '']);
  });
  const now = new Set(table.keys);
  const kept = shown.filter((key) => now.has(key));
  for (const [key, above] of fresh) {
    const at = kept.indexOf(above);
    if (kept.includes(key)) continue;
    if (at < 0) kept.push(key);
    else kept.splice(at + 1, 0, key);
  }
  return kept;
}
