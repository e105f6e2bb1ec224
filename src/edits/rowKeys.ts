import type { TableName, TextTable } from '../record/record';
import { SCHEMAS } from '../record/schema';

/** Rows are known by what names them in the schema, so that a newer publication finds them in another order. */

const BETWEEN = '\u001f';

/** The cells that name a row, joined; empty where one of them is. */
export function nameOfRow(table: TableName, columns: readonly string[], row: readonly string[]): string {
  const cells = SCHEMAS[table].primaryKey.map((column) => (row[columns.indexOf(column)] ?? '').trim());
  return cells.includes('') ? '' : cells.join(BETWEEN);
}

/**
 * A key for each row of a published table: what names it, with a number where it is not the first of that name; a row without a name is
 * known by its place.
 */
export function rowKeys(table: TextTable): string[] {
  const seen = new Map<string, number>();
  const places = SCHEMAS[table.name].primaryKey.map((column) => table.columns.indexOf(column));
  return table.rows.map((row, i) => {
    let name = '';
    for (const place of places) {
      const cell = (row[place] ?? '').trim();
      if (cell === '') {
        name = '';
        break;
      }
      name = name === '' ? cell : `${name}${BETWEEN}${cell}`;
    }
    if (name === '') return `@${i + 1}`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name}#${count}`;
  });
}
