import Papa from 'papaparse';
import { decode } from './encoding';
import { findHeader, notTable, notText } from './header';
import type { Fault, TableName, TextTable } from '../record';
import { fileFault, shownValue } from '../checking/rules';
import { columnsOf } from '../schema';
import { count, figure } from '../../words/counts';

/** A table as read, and what was wrong with the file (its bytes, quotes, separators and shape; not yet its cells). */
export interface ReadTable {
  table: TextTable;
  faults: Fault[];
  /** Whether the file is no table at all, so that nothing can be said of its rows. */
  unread?: true;
}

const DELIMITERS = [',', ';', '\t', '|'] as const;
const DELIMITER_NAMES: Readonly<Record<string, string>> = { ';': 'semicolons', '\t': 'tabs', '|': 'vertical bars' };

/** Lines among which the header is looked for: a title or `sep=;` may stand above it. */
export const MOST_HEADER_LINES = 10;

function emptyTable(name: TableName): TextTable {
  return { name, columns: [], rows: [], lines: new Uint32Array(0) };
}

/** The separator under which the header names most columns of the table: a count of separators alone is misled by text. */
export function delimiterOf(name: TableName, lines: readonly string[]): string {
  const known = new Set(columnsOf(name));
  let best = ',';
  let most = 0;
  for (const header of lines)
    for (const delimiter of DELIMITERS) {
      const cells = header.split(delimiter).map((cell) => cell.replaceAll('"', '').trim().toLowerCase());
      const hits = cells.filter((cell) => known.has(cell)).length;
      // A line below the header names a column by chance only.
      if (hits > most) {
        most = hits;
        best = delimiter;
      }
    }
  return best;
}

interface Rows {
  rows: string[][];
  lines: number[];
  /** Lines of the rows in which a quote is opened and never rightly closed. */
  unbalanced: number[];
}

function newlinesIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

function newlinesInCells(row: string[]): number {
  let count = 0;
  for (const cell of row) if (cell.includes('\n')) count += newlinesIn(cell);
  return count;
}

const MOST_REPAIRS = 50;

/** Longest file that is read: what a browser tab survives, rows of text and all. */
const MOST_BYTES = 250_000_000;

/** Offset at which the line that lies `below` lines under the first begins. */
function startOfLine(text: string, below: number): number {
  let at = 0;
  for (let i = 0; i < below; i++) at = text.indexOf('\n', at) + 1;
  return at;
}

/**
 * Rows with the line on which each starts. One quote out of place makes the rest of a file a single cell; so the row in which it
 * opens is set apart, cut at its separators, and reading goes on at the line below.
 */
function rowsOf(text: string, delimiter: string): Rows {
  const result: Rows = { rows: [], lines: [], unbalanced: [] };
  let rest = text;
  let line = 1;
  for (;;) {
    const firstLine = line;
    const parsed = Papa.parse<string[]>(rest, { delimiter, newline: '\n' });
    const broken = parsed.errors.find((error) => error.type === 'Quotes');
    const repair = broken && result.unbalanced.length < MOST_REPAIRS;
    const whole = repair ? (broken.row ?? 0) : parsed.data.length;
    for (let i = 0; i < whole; i++) {
      const row = parsed.data[i] ?? [];
      result.rows.push(row);
      result.lines.push(line);
      line += 1 + newlinesInCells(row);
    }
    if (!repair) return result;
    const start = startOfLine(rest, line - firstLine);
    const end = rest.indexOf('\n', broken.index ?? start);
    const apart = rest.slice(start, end < 0 ? undefined : end);
    result.rows.push(apart.split(delimiter));
    result.lines.push(line);
    result.unbalanced.push(line);
    if (end < 0) return result;
    line += 1 + newlinesIn(apart);
    rest = rest.slice(end + 1);
  }
}

function isBlank(row: readonly string[]): boolean {
  return row.every((cell) => cell.trim() === '');
}

/**
 * One CSV file as a table: decoded, cut into cells by RFC 4180, every row with the line on which it starts. Files with other
 * separators, encodings or line ends are read all the same and reported; blank rows are left out and reported. Rows keep the cells
 * they have, also where the header has more or fewer (reported as ragged), but for empty cells beyond the header. Never throws.
 */
export function readTable(name: TableName, file: string, content: Uint8Array | string): ReadTable {
  const unread = (fault: Fault): ReadTable => ({ table: emptyTable(name), faults: [fault], unread: true });
  const binary = typeof content === 'string' ? null : notText(file, content);
  if (binary) return unread(binary);
  if (content.length > MOST_BYTES) {
    const message = `The file is longer than ${figure(MOST_BYTES / 1_000_000)} MB; nothing of it is read.`;
    const faults = [fileFault(file, 'unreadable-file', message, 'Split the record, or leave out what is not needed.')];
    return { table: { name, columns: [], rows: [], lines: new Uint32Array(0) }, faults };
  }
  const decoded = typeof content === 'string' ? { text: content.replace(/^\uFEFF/, ''), faults: [] } : decode(file, content);
  const faults: Fault[] = [...decoded.faults];
  let text = decoded.text;
  const other = notTable(file, name, text);
  if (other) return unread(other);
  if (text.includes('\r')) {
    const line = newlinesIn(text.slice(0, text.indexOf('\r')).replaceAll('\r', '\n')) + 1;
    faults.push(fileFault(file, 'line-ends', 'Lines end with a carriage return.', 'Save it with line feeds (LF) alone.', line));
    text = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
  }
  if (text.endsWith('\n')) text = text.slice(0, -1);
  const delimiter = delimiterOf(name, text.split('\n', MOST_HEADER_LINES));
  if (delimiter !== ',') {
    const message = `Cells are separated by ${DELIMITER_NAMES[delimiter]}, not by commas.`;
    faults.push(fileFault(file, 'wrong-delimiter', message, 'Save it as CSV with commas.', 1));
  }
  const { rows, lines, unbalanced } = rowsOf(text, delimiter);
  const header = findHeader(file, name, rows, lines);
  faults.push(...header.faults);
  const table: TextTable = { ...emptyTable(name), columns: header.columns };
  const kept: number[] = [];
  let blank = 0;
  let firstBlank = 0;
  let lastFull = 0;
  for (let i = header.from; i < rows.length; i++) {
    const row = rows[i] ?? [];
    if (isBlank(row)) {
      if (blank++ === 0) firstBlank = lines[i] ?? 0;
      continue;
    }
    lastFull = lines[i] ?? 0;
    table.rows.push(row);
    kept.push(lastFull);
  }
  table.lines = Uint32Array.from(kept);
  if (blank > 0) {
    const where = firstBlank > lastFull ? 'at the end' : 'between the others';
    const message = blank === 1 ? `There is a blank row ${where}.` : `There are ${blank} blank rows, the first ${where}.`;
    faults.push(fileFault(file, 'blank-row', message, 'Delete it.', firstBlank));
  }
  cutPadding(table, file, faults);
  reportShape(table, file, new Set(unbalanced), faults);
  return { table, faults };
}

/** Spreadsheets pad rows with empty cells: those beyond the header are cut off, and the row is read. */
function cutPadding(table: TextTable, file: string, faults: Fault[]): void {
  const width = table.columns.length;
  const padded = table.rows.flatMap((row, i) =>
    row.length > width && row.slice(width).every((cell) => cell.trim() === '') ? [i] : [],
  );
  const [first] = padded;
  if (first === undefined) return;
  for (const i of padded) table.rows[i] = table.rows[i]?.slice(0, width) ?? [];
  const message =
    padded.length === 1
      ? 'A row ends in empty cells beyond those of the header; it is read without them.'
      : `${count(padded.length, 'row')} end in empty cells beyond those of the header; they are read without them.`;
  faults.push({
    ...fileFault(file, 'surplus-cells', message, 'Delete the empty columns on the right.', table.lines[first] ?? 0),
    row: first + 1,
  });
}

function reportShape(table: TextTable, file: string, unbalanced: Set<number>, faults: Fault[]): void {
  const width = table.columns.length;
  table.rows.forEach((row, i) => {
    const line = table.lines[i] ?? 0;
    if (unbalanced.has(line)) {
      const at = row.findIndex((cell) => cell.split('"').length % 2 === 0);
      faults.push({
        ...fileFault(
          file,
          'unbalanced-quotes',
          'A double quote in this row is opened and not closed, or stands inside a quoted cell.',
          '',
          line,
        ),
        row: i + 1,
        column: table.columns[at] ?? '',
        value: shownValue(row[at] ?? ''),
        suggestion: 'Close the quote, or double every quote inside the cell ("").',
      });
      return;
    }
    if (row.length === width) return;
    const more = row.length > width;
    faults.push({
      ...fileFault(file, 'ragged-row', `The row has ${row.length} cells where the header has ${width}.`, '', line),
      row: i + 1,
      value: more ? shownValue(row.slice(width).join(',')) : '',
      suggestion: more ? 'Put a cell that holds a comma in double quotes.' : 'Add the missing commas, also for empty cells.',
    });
  });
}
