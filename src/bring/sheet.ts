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
  /** What stands above the header (a title, a source, a date of printing), a line each; absent where nothing does. */
  above?: string[];
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

type Row = readonly string[];

const filledIn = (row: Row): number => row.reduce((sum, cell) => sum + (cell.trim() === '' ? 0 : 1), 0);
const LONGEST_NAME = 200;

/** Whether a row could be names of columns: two at least, each another, none of them a number or a day. */
function looksNamed(row: Row): boolean {
  const cells = row.map((cell) => cell.trim()).filter(Boolean);
  return (
    cells.length > 1 &&
    new Set(cells).size === cells.length &&
    cells.every((cell) => cell.length <= LONGEST_NAME && !isFigure(cell) && !isDayLike(cell))
  );
}

const isFigure = (cell: string): boolean => !Number.isNaN(numberIn(cell));

/** Lines among which the header is looked for. */
const MOST_ABOVE = 15;
/** Rows by which it is told how wide a table is. */
const MOST_MEASURED = 200;

const isDayLike = (cell: string): boolean => /^\d{1,4}[-./]\d{1,2}[-./]\d{1,4}/.test(cell);

/** Whether names stand in a row where the rows below have numbers or days. */
function standsOut(rows: readonly Row[], at: number): boolean {
  const body = rows.slice(at + 1, at + 1 + MOST_MEASURED);
  return (rows[at] ?? []).some((cell, column) => {
    const below = body.map((row) => (row[column] ?? '').trim()).filter(Boolean);
    return cell.trim() !== '' && below.length > 1 && below.filter((one) => isFigure(one) || isDayLike(one)).length * 10 >= below.length * 7; // prettier-ignore
  });
}

/**
 * The place of the header: below what is narrower than the table (a title, a source, a note in pieces), where names stand; else the first
 * row.
 */
function headerAt(rows: readonly Row[]): number {
  const widths = rows.slice(0, MOST_MEASURED).map(filledIn);
  const wide = widths.filter((width) => width > 1).sort((a, b) => a - b);
  const typical = wide[Math.floor(wide.length / 2)] ?? 0;
  const narrow = Math.max(1, typical * 0.34);
  const first = (share: number): number => widths.findIndex((width) => width >= typical * share);
  const may = (at: number): boolean => {
    if (typical < 3 || at < 1 || at > MOST_ABOVE || at >= rows.length - 1 || !looksNamed(rows[at] ?? [])) return false;
    return widths.slice(0, at).every((width) => width <= narrow) || standsOut(rows, at);
  };
  // Where some columns have no name, the header is narrower than what is below it.
  return widths[0] !== undefined && widths[0] >= typical * 0.9 ? 0 : ([first(0.9), first(0.6)].find(may) ?? 0);
}

/**
 * Whether, after a blank row, another table begins: names stand where the table above has numbers, or where it has nothing.
 */
function beginsAnother(table: readonly Row[], row: Row): boolean {
  if (!looksNamed(row)) return false;
  const body = table.slice(1);
  return row.some((cell, at) => {
    if (cell.trim() === '') return false;
    const above = body.map((one) => (one[at] ?? '').trim()).filter(Boolean);
    if (above.length === 0) return (table[0]?.[at] ?? '').trim() === '';
    return above.filter(isFigure).length * 10 >= above.length * 7;
  });
}

/**
 * Rows as sheets: as a rule one; several where tables stand below each other with blank rows between them.
 *
 * @param lines where each row starts; a gap is a blank row
 */
export function sheetsOf(file: string, rows: readonly Row[], lines: readonly number[]): Sheet[] {
  const starts = [0];
  rows.forEach((row, i) => {
    const before = rows[i - 1];
    if (before === undefined || i >= rows.length - 1 || (lines[i] ?? 0) <= (lines[i - 1] ?? 0) + 1 + newlines(before)) return;
    const from = starts.at(-1) ?? 0;
    // A title and its source are no table of their own.
    const tabular = rows.slice(from, i).filter((one) => filledIn(one) > 1).length > 1;
    if (tabular && beginsAnother(rows.slice(from + headerAt(rows.slice(from, i)), i), row)) starts.push(i);
  });
  return starts.flatMap((from, n) => {
    const to = starts[n + 1];
    const name = n === 0 ? file : `${file}, from row ${lines[from] ?? from + 1}`;
    const sheet = sheetOf(name, rows.slice(from, to), lines.slice(from, to));
    return sheet === null ? [] : [sheet];
  });
}

/**
 * Rows as a sheet: every row has as many cells as the header, which is the first of them, or stands below a title. Null where there is no
 * row below it.
 */
export function sheetOf(file: string, given: readonly Row[], places: readonly number[]): Sheet | null {
  const at = headerAt(given);
  const above = given.slice(0, at).map((row) => row.map((cell) => cell.trim()).filter(Boolean).join(' ')); // prettier-ignore
  const [rows, lines] = [given.slice(at), places.slice(at)];
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
    ...(above.length === 0 ? {} : { above }),
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
      // `StYear` and `styear` are one name; what is written apart is found as it is first.
      for (const key of [columnKey(name), columnKey(name).replaceAll(' ', '')])
        if (!this.#places.has(key)) this.#places.set(key, i);
    });
  }

  #at(name: string): number | undefined {
    const key = columnKey(name);
    return this.#places.get(key) ?? this.#places.get(key.replaceAll(' ', ''));
  }

  has(...names: string[]): boolean {
    return names.every((name) => this.#at(name) !== undefined);
  }

  /** The cell under the first of the names that the sheet has; empty where it has none. */
  get(row: readonly string[], ...names: string[]): string {
    for (const name of names) {
      const at = this.#at(name);
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
