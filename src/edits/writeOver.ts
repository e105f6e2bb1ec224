import Papa from 'papaparse';
import { decode } from '../record/reading/encoding';
import { delimiterOf, MOST_HEADER_LINES, readTable } from '../record/reading/csv';
import type { TextTable } from '../record/record';
import { writeTable } from '../record/write';
import type { WorkingTable } from './merge';
import { sameCells, type Cells } from './step';

/** A table as a file, and whether every byte of it but those of the changed rows is as it was. */
export interface Written {
  text: string;
  /** False where the file had to be written anew: its lines could not be kept (another encoding, lone carriage returns, a new column). */
  kept: boolean;
}

const newlinesIn = (row: Cells): number => row.reduce((lines, cell) => lines + cell.split('\n').length - 1, 0);

/**
 * A table as it stands here, written over the file that it was read from: lines of rows that did not change stay byte for byte as they
 * are, with blank lines, quotes and line ends, and in their place. Where that cannot be done the whole table is written in canonical
 * form, and `kept` says so. Nothing is lost either way: what is written is read again before it is handed out.
 *
 * @param file bytes of the file as published; null where there is none
 * @param published the table as it was read from these bytes
 */
export function writeOver(file: Uint8Array | null, published: TextTable | undefined, working: WorkingTable): Written {
  const anew: TextTable = {
    name: working.name,
    columns: [...working.columns],
    rows: working.rows.map((row) => [...row]),
    lines: new Uint32Array(0),
  };
  const canonical: Written = { text: writeTable(anew), kept: false };
  if (file === null || published === undefined || !sameCells(published.columns, working.columns)) return canonical;
  const { text, faults } = decode(`${working.name}.csv`, file);
  if (faults.some(({ rule }) => rule === 'wrong-encoding')) return canonical;
  const marked = file[0] === 0xef && file[1] === 0xbb && file[2] === 0xbf;
  const written = `${marked ? '\ufeff' : ''}${laidOver(text, published, working)}`;
  const read = readTable(working.name, `${working.name}.csv`, written);
  const same =
    sameCells(read.table.columns, working.columns) &&
    read.table.rows.length === working.rows.length &&
    read.table.rows.every((row, i) => sameCells(row, working.rows[i]?.map(plainBreaks) ?? null));
  return same ? { text: written, kept: true } : canonical;
}

const plainBreaks = (cell: string): string => cell.replaceAll('\r\n', '\n').replaceAll('\r', '\n');

function laidOver(text: string, published: TextTable, working: WorkingTable): string {
  const split = text.split('\n');
  // Lines that end with a carriage return throughout go on doing so.
  const wide = split.length > 1 && split.slice(0, -1).every((line) => line.endsWith('\r'));
  const lines = wide ? split.map((line) => line.replace(/\r$/, '')) : split;
  const delimiter = delimiterOf(
    working.name,
    lines.slice(0, MOST_HEADER_LINES).map((line) => line.replace(/\r$/, '')),
  );
  const written = (row: Cells) => Papa.unparse([row.map(plainBreaks)], { delimiter, newline: '\n' }).split('\n');
  /** Lines (0-based, the end exclusive) of a published row. */
  const span = (place: number): [number, number] => {
    const first = (published.lines[place] ?? 1) - 1;
    return [first, first + 1 + newlinesIn(published.rows[place] ?? [])];
  };
  const ends = text.endsWith('\n') ? lines.length - 1 : lines.length;
  const out: string[] = [];
  /** The next line, and the next published row, that is not yet written or left out. */
  let at = 0;
  let next = 0;
  /** Takes over what stands before a published row; rows up to it that are gone are left out, what stands between them is not. */
  const upTo = (place: number) => {
    for (; next <= place && next < published.rows.length; next++) {
      const [first, last] = span(next);
      out.push(...lines.slice(at, first));
      at = next < place ? last : first;
      if (next === place) return;
    }
  };
  upTo(0);
  working.rows.forEach((row, i) => {
    const place = working.published[i] ?? -1;
    if (place < 0) {
      // Below a header without rows, or below the row that was written last.
      if (published.rows.length === 0 && at === 0) {
        out.push(...lines.slice(0, ends));
        at = ends;
      }
      out.push(...written(row));
      return;
    }
    upTo(place);
    const [first, last] = span(place);
    out.push(...(sameCells(row, published.rows[place] ?? null) ? lines.slice(first, last) : written(row)));
    at = last;
    next = place + 1;
  });
  upTo(published.rows.length);
  out.push(...lines.slice(at, ends));
  return `${out.join(wide ? '\r\n' : '\n')}${text.endsWith('\n') ? (wide ? '\r\n' : '\n') : ''}`;
}
