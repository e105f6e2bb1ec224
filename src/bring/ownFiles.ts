import { TABLE_NAMES } from '../record/record';
import { columnsOf, isTableName } from '../record/schema';
import { writeTable } from '../record/write';
import { columnKey, type Sheet } from './sheet';

/** What this page has written itself: one HTML file with its record, plain JSON, a workbook of tables. */

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The files of the record that an HTML page carries, its pictures, sounds and films among them; null where it carries none. */
export function filesInPage(html: string): Map<string, string | Uint8Array> | null {
  const start = /<script\b[^>]*\bid="stanceline-data"[^>]*>/i.exec(html);
  if (start === null) return null;
  const from = start.index + start[0].length;
  const end = html.indexOf('</script', from);
  try {
    const carried = JSON.parse(html.slice(from, end < 0 ? undefined : end)) as unknown;
    if (!isObject(carried) || !isObject(carried.files)) return null;
    const files = Object.entries(carried.files).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
    const media = Object.entries(isObject(carried.media) ? carried.media : {}).map(([name, text]): [string, Uint8Array] => [
      `media/${name}`,
      Uint8Array.from(atob(String(text)), (letter) => letter.charCodeAt(0)),
    ]);
    return files.length === 0 ? null : new Map<string, string | Uint8Array>([...files, ...media]);
  } catch {
    return null;
  }
}

/** Where the schema of plain JSON is; what marks such a file. */
const PLAIN_JSON = 'stanceline.schema.json';
/** The sheet in which a workbook of tables keeps its package, a line a row. */
const PACKAGE_SHEET = 'datapackage';

/** Whether a JSON value is a record that was saved here as plain JSON. */
export function isPlainJson(value: unknown): boolean {
  return isObject(value) && typeof value.$schema === 'string' && value.$schema.endsWith(PLAIN_JSON) && isObject(value.tables);
}

const cellOf = (value: unknown): string => {
  if (Array.isArray(value)) return value.map(cellOf).join(';');
  return ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : '';
};

/** The files of a record that was saved as plain JSON. */
export function filesOfPlainJson(value: unknown): Map<string, string> {
  const files = new Map<string, string>();
  if (!isObject(value) || !isObject(value.tables)) return files;
  if (isObject(value.package)) files.set('datapackage.json', `${JSON.stringify(value.package, null, 2)}\n`);
  for (const name of TABLE_NAMES) {
    const given = value.tables[name];
    const rows = Array.isArray(given) ? given.filter(isObject) : [];
    const known = columnsOf(name);
    const used = new Set(rows.flatMap((row) => Object.keys(row)));
    const header =
      isObject(value.columns) && Array.isArray(value.columns[name]) ? (value.columns[name] as unknown[]).map(String) : [];
    const columns = header.length > 0 ? header : [...known.filter((column) => used.has(column)), ...[...used].filter((column) => !known.includes(column))]; // prettier-ignore
    if (columns.length === 0) continue;
    files.set(`${name}.csv`, writeTable({ name, columns, rows: rows.map((row) => columns.map((column) => cellOf(row[column]))), lines: new Uint32Array(0) })); // prettier-ignore
  }
  return files;
}

/** Whether a header is that of one of the record's own tables: its id, and most of its columns. */
export function isOwnTable(name: string, columns: readonly string[]): boolean {
  if (!isTableName(name)) return false;
  const own = columnsOf(name);
  const there = new Set(columns.map((column) => column.trim()));
  const hits = own.filter((column) => there.has(column)).length;
  return hits * 2 >= Math.min(own.length, there.size) && hits >= 2;
}

/** The tables of a workbook whose sheets are named after them; null where its sheets are something else. */
export function tablesInWorkbook(sheets: readonly Sheet[]): Map<string, string> | null {
  const files = new Map<string, string>();
  for (const sheet of sheets) {
    const name = columnKey(/“(.*)”$/.exec(sheet.file)?.[1] ?? '').replaceAll(' ', '');
    if (name === PACKAGE_SHEET && sheet.columns[0] === 'datapackage.json')
      files.set('datapackage.json', `${sheet.rows.map(([line]) => line).join('\n')}\n`);
    if (!isOwnTable(name, sheet.columns) || !isTableName(name)) continue;
    files.set(`${name}.csv`, writeTable({ name, columns: sheet.columns, rows: sheet.rows, lines: new Uint32Array(0) }));
  }
  return files.has('actors.csv') ? files : null;
}
