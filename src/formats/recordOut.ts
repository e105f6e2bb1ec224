import { TABLE_NAMES, type TableName } from '../record/record';
import { SCHEMAS } from '../record/schema';
import type { Field } from '../record/field';
import type { Tables } from '../record/tables';
import type { FlatTable } from './stancesCsv';
import { isPlainNumber, writeWorkbook, type SheetOut } from './workbook';

/** A whole record in one file of another kind: a workbook of its tables, and plain JSON. Both open here again as the same record. */

/** Name of the schema that plain JSON follows; it is published beside the page. */
export const PLAIN_JSON = 'stanceline.schema.json';

/** Sheet of a workbook in which `datapackage.json` stands, a line a row. */
export const PACKAGE_SHEET = 'datapackage';

const NUMBERS = ['integer', 'number'];

function numbersOf(name: TableName): ReadonlySet<string> {
  return new Set(SCHEMAS[name].fields.filter(({ type }) => NUMBERS.includes(type)).map((field) => field.name));
}

function present(tables: Tables): TableName[] {
  return TABLE_NAMES.filter((name) => tables[name] !== undefined);
}

/**
 * The tables of a record as the sheets of a workbook, each named after its table, and its package as one more.
 *
 * @param packageText the text of `datapackage.json`
 */
export function writeRecordWorkbook(tables: Tables, packageText: string, now: Date): Uint8Array {
  const sheets = present(tables).flatMap((name): SheetOut[] => {
    const table = tables[name];
    return table === undefined ? [] : [{ name, columns: table.columns, rows: table.rows, numbers: numbersOf(name) }];
  });
  const lines = packageText.split('\n').filter((line) => line.trim() !== '');
  sheets.push({ name: PACKAGE_SHEET, columns: ['datapackage.json'], rows: lines.map((line) => [line]) });
  return writeWorkbook(sheets, now);
}

/** One flat table as a workbook of one sheet. */
export function writeFlatWorkbook(
  name: string,
  { columns, rows }: FlatTable,
  numbers: ReadonlySet<string>,
  now: Date,
): Uint8Array {
  return writeWorkbook([{ name, columns, rows, numbers }], now);
}

type Value = string | number | boolean | string[];

/** A cell as a value; one that would not come back as it was written stays text. */
function valueOf(cell: string, type: string): Value {
  if (type === 'list') return cell.split(';');
  if (NUMBERS.includes(type)) return isPlainNumber(cell) ? Number(cell) : cell;
  if (type === 'boolean' && (cell === 'true' || cell === 'false')) return cell === 'true';
  return cell;
}

/**
 * A record as plain JSON: `tables` holds a list of objects a table, with lists, numbers and truth values where the columns have them; empty
 * cells are left out. `columns` keeps the order of the columns.
 *
 * @param packageText the text of `datapackage.json`
 * @param schema address of the published schema
 */
export function writePlainJson(tables: Tables, packageText: string, schema: string): string {
  const rows: Record<string, Record<string, Value>[]> = {};
  const columns: Record<string, readonly string[]> = {};
  for (const name of present(tables)) {
    const table = tables[name];
    if (table === undefined) continue;
    const types = new Map<string, string>(SCHEMAS[name].fields.map((field) => [field.name, field.type]));
    columns[name] = table.columns;
    rows[name] = table.rows.map((row) =>
      Object.fromEntries(
        table.columns.flatMap((column, at) => {
          const cell = row[at] ?? '';
          return cell === '' ? [] : [[column, valueOf(cell, types.get(column) ?? 'string')]];
        }),
      ),
    );
  }
  return `${JSON.stringify({ $schema: schema, package: JSON.parse(packageText) as unknown, columns, tables: rows }, null, 1)}\n`;
}

/** The JSON Schema (2020-12) of plain JSON, made from the schema of the tables. */
export function plainJsonSchema(): Record<string, unknown> {
  const cell = (field: Field) => {
    const { type, description, constraints } = field;
    const { enum: choices, pattern, minimum, maximum } = constraints ?? {};
    if (type === 'list') return { type: 'array', items: { type: 'string' }, description };
    if (type === 'boolean') return { type: ['boolean', 'string'], description };
    if (NUMBERS.includes(type))
      return {
        // A number that is written in a way of its own (`53.90`) is kept as text.
        type: [type, 'string'],
        description,
        ...(minimum === undefined ? {} : { minimum }),
        ...(maximum === undefined ? {} : { maximum }),
      };
    return {
      type: 'string',
      description,
      ...(choices === undefined ? {} : { enum: choices }),
      ...(pattern === undefined ? {} : { pattern: `^(${pattern})$` }),
    };
  };
  const tables = TABLE_NAMES.map((name) => {
    const { fields } = SCHEMAS[name];
    const required = fields.filter(({ constraints }) => constraints?.required === true).map((field) => field.name);
    const properties = Object.fromEntries(fields.map((field) => [field.name, cell(field)]));
    // Columns of a record's own are welcome, as text.
    const row = { type: 'object', properties, required, additionalProperties: { type: 'string' } };
    return [name, { type: 'array', items: row }];
  });
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'A record of Stanceline as plain JSON',
    description:
      'Actors, dated statements and events, and the stances that were coded from them. An empty cell of the tables is a property that is not there.',
    type: 'object',
    properties: {
      $schema: { type: 'string' },
      package: { type: 'object', description: 'The record’s datapackage.json (Data Package v2).' },
      columns: {
        type: 'object',
        description: 'The columns of each table in their order.',
        additionalProperties: { type: 'array', items: { type: 'string' } },
      },
      tables: { type: 'object', properties: Object.fromEntries(tables), additionalProperties: false },
    },
    required: ['$schema', 'package', 'tables'],
    additionalProperties: false,
  };
}
