import { zipSync } from 'fflate';
import readXlsx from 'read-excel-file/universal';
import { sheetsOf, type Sheet } from './sheet';
import { readXml } from './xml';

/** Workbooks: XLSX (read by read-excel-file) and ODS, as sheets of text. Formulas count by the value that was saved with them. */

/** What an unpacked archive is, told by what is in it. */
export function workbookKind(paths: Iterable<string>): 'xlsx' | 'ods' | null {
  const all = new Set(paths);
  if (all.has('xl/workbook.xml')) return 'xlsx';
  return all.has('content.xml') && all.has('META-INF/manifest.xml') ? 'ods' : null;
}

/**
 * Parts of an archive where workbooks have them as a rule: with `/` between folders (some programs for Windows write `\\`), and those of a
 * workbook that lies elsewhere in `xl/`.
 */
export function asUsual(files: ReadonlyMap<string, Uint8Array>): Map<string, Uint8Array> {
  const parts = new Map([...files].map(([path, bytes]) => [path.replaceAll('\\', '/'), bytes]));
  const target = [...parts.keys()].find((path) => /(^|\/)workbook\.xml$/.test(path));
  if (target === undefined || target === 'xl/workbook.xml' || !parts.has('[Content_Types].xml')) return parts;
  const folder = target.slice(0, target.lastIndexOf('/') + 1);
  const own = (path: string): boolean => path.startsWith(folder) && path !== '[Content_Types].xml';
  return new Map([...parts].map(([path, bytes]) => [own(path) ? `xl/${path.slice(folder.length)}` : path, bytes]));
}

/** A cell as text: a date as ISO, with its time where that is not midnight; a number as it is written. */
function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) {
    if (Number.isNaN(cell.getTime())) return '';
    const iso = cell.toISOString();
    return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 16);
  }
  return typeof cell === 'number' ? String(Number(cell.toPrecision(15))) : String(cell);
}

/** Rows of a sheet of a workbook as sheets, blank rows left out; several where several tables stand in it. */
function named(file: string, name: string, rows: readonly (readonly string[])[]): Sheet[] {
  const kept = rows.map((row, i) => ({ row, line: i + 1 })).filter(({ row }) => row.some((cell) => cell.trim() !== ''));
  return sheetsOf(
    `${file}, sheet “${name}”`,
    kept.map(({ row }) => row),
    kept.map(({ line }) => line),
  );
}

/** One sheet of cells in a workbook of XLSX: its name, and the part that holds it. */
interface Part {
  name: string;
  path: string;
}

const decoder = new TextDecoder();
const encoder = new TextEncoder();

/**
 * The sheets of a workbook that hold cells, and the workbook without the others: a sheet that is a chart has none, and the library stumbles
 * over it.
 */
function partsOf(files: ReadonlyMap<string, Uint8Array>): { parts: Part[]; workbook: string } {
  const targets = new Map<string, { path: string; kind: string }>();
  const text = (path: string): string => decoder.decode(files.get(path) ?? new Uint8Array());
  readXml(text('xl/_rels/workbook.xml.rels'), {
    open: ({ name, attributes: { Id, Target = '', Type = '' } }) => {
      if (name === 'Relationship' && Id !== undefined)
        targets.set(Id, { path: Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`, kind: Type.replace(/^.*\//, '') });
    },
  });
  const parts: Part[] = [];
  const others = new Set<string>();
  readXml(text('xl/workbook.xml'), {
    open: ({ name, attributes }) => {
      if (name !== 'sheet') return;
      const target = targets.get(attributes.id ?? '');
      if (target?.kind === 'worksheet') parts.push({ name: attributes.name ?? '', path: target.path });
      else if (target !== undefined) others.add(attributes.id ?? '');
    },
  });
  const workbook = text('xl/workbook.xml').replaceAll(/<(?:[\w.-]+:)?sheet\s[^>]*?:id="([^"]*)"[^>]*?(?:\/>|>\s*<\/(?:[\w.-]+:)?sheet>)/g, (all, id: string) => (others.has(id) ? '' : all)); // prettier-ignore
  return { parts, workbook };
}

const MERGED = /<(?:[\w.-]+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})"/g;

/** Columns of cells that are merged over several rows: `from` and `to` are 0-based rows, both included. */
function mergedIn(xml: string): { column: number; from: number; to: number }[] {
  return [...xml.matchAll(MERGED)].flatMap(([, letters = '', first = '', last = '']) => {
    const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    const [from, to] = [Number(first) - 1, Number(last) - 1];
    return to > from ? [{ column, from, to }] : [];
  });
}

/**
 * Sheets of an XLSX workbook, those without rows left out. A cell that is merged over several rows says the same in each of them.
 *
 * @param files its unpacked parts: packed again without compression, since the library would unpack large ones in workers made of blobs,
 *   which a strict policy forbids
 */
export async function xlsxSheets(file: string, files: ReadonlyMap<string, Uint8Array>): Promise<Sheet[]> {
  const { parts, workbook } = partsOf(files);
  const stored = zipSync({ ...Object.fromEntries(files), 'xl/workbook.xml': encoder.encode(workbook) }, { level: 0 });
  const sheets = await readXlsx(new Uint8Array(stored).buffer);
  return sheets.flatMap(({ sheet, data }) => {
    const rows = (data as unknown[][]).map((row) => row.map(cellText));
    const part = files.get(parts.find(({ name }) => name === sheet)?.path ?? '');
    for (const { column, from, to } of part === undefined ? [] : mergedIn(decoder.decode(part))) {
      const cell = rows[from]?.[column] ?? '';
      if (cell === '') continue;
      for (const row of rows.slice(from + 1, to + 1)) if ((row[column] ?? '') === '') row[column] = cell;
    }
    return named(file, sheet, rows);
  });
}

/** Sheets repeat empty cells and rows to the end of the world: so many are counted, no more. */
const MOST_COLUMNS = 1000;
const MOST_REPEATS = 5000;

/** Sheets of an ODS workbook. Throws where its content is not well formed. */
export function odsSheets(file: string, content: string): Sheet[] {
  const sheets: Sheet[] = [];
  let name = '';
  let rows: string[][] = [];
  let row: string[] = [];
  let rowRepeats = 1;
  let cell: { repeats: number; value: string | null; lines: string[]; rows: number } | null = null;
  /** By column, what a cell above says that is merged over this row, and over how many more. */
  let merged = new Map<number, { value: string; rows: number }>();
  const times = (text: string | undefined): number => Math.max(1, Number(text ?? '1') || 1);
  readXml(content, {
    open: ({ name: element, attributes }) => {
      if (element === 'table') {
        name = attributes.name ?? '';
        rows = [];
        merged = new Map();
      } else if (element === 'table-row') {
        row = [];
        rowRepeats = times(attributes['number-rows-repeated']);
      } else if (element === 'table-cell' || element === 'covered-table-cell') {
        const type = attributes['value-type'];
        const value =
          type === 'date'
            ? (attributes['date-value'] ?? '').replace(/T00:00:00$/, '').slice(0, 16)
            : type === 'float' || type === 'currency' || type === 'percentage'
              ? (attributes.value ?? null)
              : type === 'boolean'
                ? (attributes['boolean-value'] ?? null)
                : null;
        cell = {
          repeats: times(attributes['number-columns-repeated']),
          value,
          lines: [],
          rows: element === 'table-cell' ? times(attributes['number-rows-spanned']) - 1 : 0,
        };
      }
    },
    close: (element, text, path) => {
      // Notes of readers beside a cell are no part of it.
      if (element === 'p' && cell !== null && !path.includes('annotation')) cell.lines.push(text);
      else if (element === 'span' || element === 'a') {
        if (cell !== null && !path.includes('annotation')) cell.lines.push(text);
      } else if ((element === 'table-cell' || element === 'covered-table-cell') && cell !== null) {
        const own = cell.value ?? cell.lines.join('\n');
        const above = element === 'covered-table-cell' ? merged.get(row.length) : undefined;
        const value = above !== undefined && own === '' ? above.value : own;
        if (above !== undefined && --above.rows === 0) merged.delete(row.length);
        if (cell.rows > 0 && own !== '') merged.set(row.length, { value: own, rows: Math.min(cell.rows, MOST_REPEATS) });
        const n = Math.min(cell.repeats, MOST_COLUMNS - row.length);
        for (let i = 0; i < n; i++) row.push(value);
        cell = null;
      } else if (element === 'table-row') {
        while (row.length > 0 && row.at(-1) === '') row.pop();
        const n = row.length === 0 ? Math.min(1, rowRepeats) : Math.min(rowRepeats, MOST_REPEATS);
        for (let i = 0; i < n; i++) rows.push([...row]);
      } else if (element === 'table') {
        sheets.push(...named(file, name, rows));
      }
    },
  });
  return sheets;
}
