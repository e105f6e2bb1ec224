import { zipSync } from 'fflate';
import readXlsx from 'read-excel-file/universal';
import { sheetOf, type Sheet } from './sheet';
import { readXml } from './xml';

/** Workbooks: XLSX (read by read-excel-file) and ODS, as sheets of text. Formulas count by the value that was saved with them. */

/** What an unpacked archive is, told by what is in it. */
export function workbookKind(paths: Iterable<string>): 'xlsx' | 'ods' | null {
  const all = new Set(paths);
  if (all.has('xl/workbook.xml')) return 'xlsx';
  return all.has('content.xml') && all.has('META-INF/manifest.xml') ? 'ods' : null;
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

/** Rows of a sheet of a workbook as a sheet: blank rows left out, the first that is not is the header. */
function named(file: string, name: string, rows: readonly (readonly string[])[]): Sheet | null {
  const kept = rows.map((row, i) => ({ row, line: i + 1 })).filter(({ row }) => row.some((cell) => cell.trim() !== ''));
  return sheetOf(
    `${file}, sheet “${name}”`,
    kept.map(({ row }) => row),
    kept.map(({ line }) => line),
  );
}

/**
 * Sheets of an XLSX workbook, those without rows left out.
 *
 * @param files its unpacked parts: packed again without compression, since the library would unpack large ones in workers made of blobs,
 *   which a strict policy forbids
 */
export async function xlsxSheets(file: string, files: ReadonlyMap<string, Uint8Array>): Promise<Sheet[]> {
  const stored = zipSync(Object.fromEntries(files), { level: 0 });
  const sheets = await readXlsx(new Uint8Array(stored).buffer);
  return sheets
    .map(({ sheet, data }) =>
      named(
        file,
        sheet,
        (data as unknown[][]).map((row) => row.map(cellText)),
      ),
    )
    .filter((sheet) => sheet !== null);
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
  let cell: { repeats: number; value: string | null; lines: string[] } | null = null;
  const times = (text: string | undefined): number => Math.max(1, Number(text ?? '1') || 1);
  readXml(content, {
    open: ({ name: element, attributes }) => {
      if (element === 'table') {
        name = attributes.name ?? '';
        rows = [];
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
        cell = { repeats: times(attributes['number-columns-repeated']), value, lines: [] };
      }
    },
    close: (element, text, path) => {
      // Notes of readers beside a cell are no part of it.
      if (element === 'p' && cell !== null && !path.includes('annotation')) cell.lines.push(text);
      else if (element === 'span' || element === 'a') {
        if (cell !== null && !path.includes('annotation')) cell.lines.push(text);
      } else if ((element === 'table-cell' || element === 'covered-table-cell') && cell !== null) {
        const value = cell.value ?? cell.lines.join('\n');
        const n = Math.min(cell.repeats, MOST_COLUMNS - row.length);
        for (let i = 0; i < n; i++) row.push(value);
        cell = null;
      } else if (element === 'table-row') {
        while (row.length > 0 && row.at(-1) === '') row.pop();
        const n = row.length === 0 ? Math.min(1, rowRepeats) : Math.min(rowRepeats, MOST_REPEATS);
        for (let i = 0; i < n; i++) rows.push([...row]);
      } else if (element === 'table') {
        const sheet = named(file, name, rows);
        if (sheet !== null) sheets.push(sheet);
      }
    },
  });
  return sheets;
}
