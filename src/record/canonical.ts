import type { Field } from './field';
import type { TextTable } from './record';
import { SCHEMAS } from './schema';
import { booleanOf, integerOf, itemsOf, numberOf } from './values';

/**
 * A cell in the form in which the tables are kept, so that what a spreadsheet rewrites on saving comes back as it was: `TRUE` as
 * `true`, `+1` and `1.0` as `1`, `53.90` as `53.9`, `a ; b;` as `a;b`, no space around. What the column cannot hold is left as it is:
 * it is a fault, and not this function's to decide.
 */
export function canonicalCell(field: Field, cell: string): string {
  const text = cell.trim();
  if (text === '') return '';
  switch (field.type) {
    case 'boolean': {
      const value = booleanOf(text);
      return value === null ? text : String(value);
    }
    case 'integer':
    case 'number':
      return canonicalNumber(text, field.type === 'integer');
    case 'list':
      return itemsOf(text).join(';');
    default:
      return canonicalWord(field, text);
  }
}

function canonicalNumber(text: string, whole: boolean): string {
  // A typographic minus is the same number.
  const plain = text.replace(/^\u2212/, '-');
  const value = whole && /^[+-]?\d+\.0+$/.test(plain) ? Number(plain) : whole ? integerOf(plain) : numberOf(plain);
  if (Number.isNaN(value)) return text;
  const written = String(value === 0 ? 0 : value);
  // Beyond 21 digits a number would be written with an exponent.
  return written.includes('e') ? plain : written;
}

/** A value of a fixed list is written in lower case, as listed. */
function canonicalWord(field: Field, text: string): string {
  const values = field.constraints?.enum;
  if (values === undefined || values.includes(text)) return text;
  const meant = text.toLowerCase().replace(/[\s_]+/g, '-');
  return values.includes(meant) ? meant : text;
}

/** A table in the form in which tables are kept, and how many of its cells were written otherwise. */
export interface Canonical {
  table: TextTable;
  cells: number;
}

/**
 * A table with every cell of the schema's columns in canonical form. Columns that the schema does not know, ragged rows and cells at
 * fault keep their text. Pure; writing the result of a canonical table changes nothing.
 */
export function canonicalTable(table: TextTable): Canonical {
  const fields = table.columns.map((column) => SCHEMAS[table.name].fields.find((field) => field.name === column));
  let cells = 0;
  const rows = table.rows.map((row) => {
    if (row.length !== table.columns.length) return row;
    return row.map((cell, at) => {
      const field = fields[at];
      const written = field === undefined ? cell : canonicalCell(field, cell);
      if (written !== cell) cells++;
      return written;
    });
  });
  return { table: { ...table, rows }, cells };
}
