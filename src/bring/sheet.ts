import Papa from 'papaparse';
import { decode } from '../record/reading/encoding';

/** A sheet of rows, whatever file it stood in: every cell is text. */
export interface Sheet {
  /** Name of the file, and of the sheet in a workbook. */
  file: string;
  columns: string[];
  rows: string[][];
  /** 1-based line (or row of the workbook) on which each row starts. */
  lines: number[];
}

/** Text of a file in whatever encoding it is, without a mark. */
export function textOf(file: string, bytes: Uint8Array): string {
  return decode(file, bytes).text.replace(/^\ufeff/, '');
}

const DELIMITERS = [',', ';', '\t', '|'] as const;

/**
 * The separator of a text of rows: the one under which the first rows have the same number of cells, and the most of them. Spaces only
 * where nothing else parts anything (Gephi writes such files).
 */
export function delimiterOf(text: string): string {
  const sample = text.slice(0, 20_000);
  let best = ',';
  let most = 0;
  for (const delimiter of DELIMITERS) {
    const { data } = Papa.parse<string[]>(sample, { delimiter, preview: 12, skipEmptyLines: 'greedy' });
    const widths = data.map((row) => row.length);
    const first = widths[0] ?? 0;
    if (first < 2) continue;
    const even = widths.filter((width) => width === first).length / widths.length;
    const score = first * even * even;
    if (score > most) {
      most = score;
      best = delimiter;
    }
  }
  if (most > 0) return best;
  const lines = sample.split(/\r?\n/).filter((line) => line.trim() !== '');
  const words = lines.slice(0, 12).map((line) => (Papa.parse<string[]>(line, { delimiter: ' ' }).data[0] ?? []).length);
  const first = words[0] ?? 0;
  return first > 1 && words.length > 1 && words.every((width) => width === first) ? ' ' : ',';
}

const newlines = (row: readonly string[]): number => row.reduce((sum, cell) => sum + (cell.match(/\n/g)?.length ?? 0), 0);

/** Letters of a text that are cut into rows at a time, so that it can be said how far it has come. */
const CHUNK = 1_000_000;

/**
 * Rows of a text with the line on which each starts; blank ones left out.
 *
 * @param onShare told how much of the text has been cut, from 0 to 1
 */
export function rowsOf(
  text: string,
  delimiter = delimiterOf(text),
  onShare?: (share: number) => void,
  chunk = CHUNK,
): { rows: string[][]; lines: number[] } {
  const clean = text.includes('\r') ? text.replaceAll('\r\n', '\n').replaceAll('\r', '\n') : text;
  const rows: string[][] = [];
  const lines: number[] = [];
  let line = 1;
  const take = (data: readonly string[][]): void => {
    for (const row of data) {
      if (row.some((cell) => cell.trim() !== '')) {
        rows.push(row);
        lines.push(line);
      }
      line += 1 + newlines(row);
    }
  };
  if (clean.length <= chunk) take(Papa.parse<string[]>(clean, { delimiter, newline: '\n' }).data);
  else
    Papa.parse<string[]>(clean, {
      delimiter,
      newline: '\n',
      chunkSize: chunk,
      chunk: ({ data, meta }: Papa.ParseResult<string[]>) => {
        take(data);
        onShare?.(meta.cursor / clean.length);
      },
      complete: () => undefined,
    });
  return { rows, lines };
}

/** Names of columns that are all there and all different; one without a name is called by its letter. */
export function columnNames(header: readonly string[]): string[] {
  const taken = new Set<string>();
  return header.map((cell, i) => {
    const plain = cell.replace(/\s+/g, ' ').trim() || `Column ${letterOf(i)}`;
    let name = plain;
    for (let n = 2; taken.has(name); n++) name = `${plain} (${n})`;
    taken.add(name);
    return name;
  });
}

/** `A` for 0, `AA` for 26: as spreadsheets call columns. */
export function letterOf(index: number): string {
  let rest = index;
  let name = '';
  do {
    name = String.fromCharCode(65 + (rest % 26)) + name;
    rest = Math.floor(rest / 26) - 1;
  } while (rest >= 0);
  return name;
}

/** Rows as a sheet: the first is the header, and every row has as many cells as it. Null where there is no row below it. */
export function sheetOf(file: string, rows: readonly (readonly string[])[], lines: readonly number[]): Sheet | null {
  const [header, ...body] = rows;
  if (header === undefined || body.length === 0) return null;
  let width = header.length;
  while (width > 0 && (header[width - 1] ?? '').trim() === '' && body.every((row) => (row[width - 1] ?? '').trim() === ''))
    width--;
  const widest = body.reduce((most, row) => Math.max(most, row.length), width);
  // Cells beyond the header are shown under letters rather than lost.
  const full = body.some((row) => row.slice(width).some((cell) => cell.trim() !== '')) ? widest : width;
  if (full === 0) return null;
  const columns = columnNames(Array.from({ length: full }, (_, i) => header[i] ?? ''));
  return {
    file,
    columns,
    rows: body.map((row) => Array.from({ length: full }, (_, i) => (row[i] ?? '').trim())),
    lines: lines.slice(1),
  };
}

/** The sheet of a text file of rows (CSV, TSV, pasted cells); null where it holds none. */
export function textSheet(file: string, text: string): Sheet | null {
  const { rows, lines } = rowsOf(text);
  return sheetOf(file, rows, lines);
}

/** Cells of a sheet by the name of a column, however it is written: `Start Date`, `start_date`, `START DATE`. */
export class Cells {
  readonly #places = new Map<string, number>();

  constructor(readonly sheet: Sheet) {
    sheet.columns.forEach((name, i) => {
      const key = columnKey(name);
      if (!this.#places.has(key)) this.#places.set(key, i);
    });
  }

  has(...names: string[]): boolean {
    return names.every((name) => this.#places.has(columnKey(name)));
  }

  /** The cell under the first of the names that the sheet has; empty where it has none. */
  get(row: readonly string[], ...names: string[]): string {
    for (const name of names) {
      const at = this.#places.get(columnKey(name));
      if (at !== undefined) return row[at] ?? '';
    }
    return '';
  }
}

/** `start date` of `Start_Date`: what a name of a column is compared by. */
export function columnKey(name: string): string {
  return name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** A number as tools write it, with a decimal comma or a minus of print; NaN for anything else. */
export function numberIn(text: string): number {
  const plain = text.trim().replace('−', '-');
  if (NUMBER.test(plain)) return Number(plain);
  const point = plain.replace(',', '.');
  return NUMBER.test(point) ? Number(point) : Number.NaN;
}
