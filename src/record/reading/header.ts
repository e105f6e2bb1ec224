import { plainColumnsOf, columnsOf } from '../schema';
import type { Fault, TableName } from '../record';
import { fileFault, shownValue } from '../checking/rules';
import { count } from '../../words/counts';
import { list } from '../../words/names';

/** What a file is that should be a table: what stands where its header should, and files that are no text at all. */

/** First bytes of files that people save or download under the name of a table. */
const FORMATS: readonly (readonly [name: string, bytes: readonly number[], advice: string])[] = [
  ['a workbook or an archive (a zip)', [0x50, 0x4b, 0x03, 0x04], 'Open it in a spreadsheet and save the sheet as “CSV UTF-8”.'],
  ['an old workbook', [0xd0, 0xcf, 0x11, 0xe0], 'Open it in a spreadsheet and save the sheet as “CSV UTF-8”.'],
  ['a PDF', [0x25, 0x50, 0x44, 0x46], 'Put the table itself there, as CSV.'],
  ['compressed (gzip)', [0x1f, 0x8b], 'Unpack it.'],
  ['a picture (PNG)', [0x89, 0x50, 0x4e, 0x47], 'Put the table itself there, as CSV.'],
  ['a picture (JPEG)', [0xff, 0xd8, 0xff], 'Put the table itself there, as CSV.'],
  ['a SQLite database', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20], 'Export the table as CSV.'],
];

/** A fault where bytes are no text of a table; null where they may be. */
export function notText(file: string, bytes: Uint8Array): Fault | null {
  for (const [name, start, advice] of FORMATS)
    if (start.every((byte, i) => bytes[i] === byte))
      return fileFault(file, 'not-a-table', `The file is ${name}, whatever its name says; it is not read.`, advice, 1);
  return null;
}

/** A fault where a text is no table; null where it may be one. */
export function notTable(file: string, name: TableName, text: string): Fault | null {
  const start = text.slice(0, 2000).trimStart();
  const header = `Its first line is: ${plainColumnsOf(name).join(',')}.`;
  if (start === '') return fileFault(file, 'not-a-table', 'The file is empty: it has not even a header.', header, 1);
  if (/^<(!doctype html|html|head|body)\b/i.test(start))
    return fileFault(
      file,
      'not-a-table',
      'The file is a web page, not a table: perhaps one that asks for a login or says that there is nothing.',
      'Download the table itself, as CSV.',
      1,
    );
  if (/^<\?xml\b|^<[a-z]/i.test(start))
    return fileFault(file, 'not-a-table', 'The file is XML, not a table.', 'Save it as CSV.', 1);
  if (/^[[{]\s*["\d[{\]}]/.test(start))
    return fileFault(file, 'not-a-table', 'The file is JSON, not a table.', 'Save it as CSV.', 1);
  if (/^(<{7} |version https:\/\/git-lfs)/.test(start))
    return fileFault(
      file,
      'not-a-table',
      start.startsWith('<')
        ? 'The file holds the marks of a merge that was not finished.'
        : 'The file is a pointer to a large file that was not fetched.',
      start.startsWith('<') ? 'Choose between the two versions and delete the marks.' : 'Fetch it (`git lfs pull`).',
      1,
    );
  return null;
}

/** A column's name as people write it: `Evidence For`, `evidence_for` and `EVIDENCE-FOR` are one. */
const folded = (text: string) =>
  text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');

/** Rows above which nobody puts a header. */
const MOST_ABOVE = 10;

/** Where a table's header is, what it says, and what was wrong with it. */
export interface FoundHeader {
  columns: string[];
  /** Index of the first row of data. */
  from: number;
  faults: Fault[];
}

/**
 * Finds the header among a file's first rows: below a title or a `sep=` line, written in capitals or with spaces, or not there at all.
 * One fault names the cause, instead of one for each of its consequences. A table without a header whose rows are as wide as the
 * schema's is read by the schema's order; a narrower one keeps its first row as its header, and misses every column.
 *
 * @param lines line of the file on which each row starts
 */
export function findHeader(
  file: string,
  name: TableName,
  rows: readonly (readonly string[])[],
  lines: readonly number[],
): FoundHeader {
  const known = new Map(columnsOf(name).map((column) => [folded(column), column]));
  const hits = (row: readonly string[]) => new Set(row.map(folded).filter((cell) => known.has(cell))).size;
  let at = 0;
  for (let i = 1; i < Math.min(rows.length, MOST_ABOVE); i++) if (hits(rows[i] ?? []) > Math.max(1, hits(rows[at] ?? []))) at = i;
  const own = rows[at] ?? [];
  const faults: Fault[] = [];
  const plain = plainColumnsOf(name);
  if (hits(own) === 0) {
    const first = shownValue(own.join(','));
    const wide = own.length === plain.length || own.length === columnsOf(name).length;
    if (!wide || own.every((cell) => cell.trim() === '')) return { columns: own.map((cell) => cell.trim()), from: 1, faults };
    const message = `The file has no header: its first line, \`${first.replaceAll('`', '’')}\`, is a row. It is read in the order of the schema.`;
    faults.push(fileFault(file, 'wrong-header', message, `Put this line above it: ${plain.join(',')}.`, 1));
    return { columns: own.length === plain.length ? plain : columnsOf(name), from: 0, faults };
  }
  if (at > 0) {
    const above = count(at, 'line');
    const message = `The header stands on line ${lines[at] ?? at + 1}, below ${above} (\`${shownValue((rows[0] ?? []).join(',')).replaceAll('`', '’')}\`).`;
    faults.push(fileFault(file, 'wrong-header', message, 'Delete what stands above the header.', 1));
  }
  const written: string[] = [];
  const columns = own.map((cell) => {
    const text = cell.trim();
    const meant = known.get(folded(text));
    // A column that is there under its own name is not named by another spelling of it as well.
    if (meant === undefined || meant === text || own.some((other) => other.trim() === meant)) return text;
    written.push(`\`${text}\` for \`${meant}\``);
    return meant;
  });
  if (written.length > 0) {
    const message = `The header writes ${list(written, { most: 4 })}.`;
    faults.push(
      fileFault(file, 'wrong-header', message, 'Write the names of the columns as the schema has them.', lines[at] ?? 1),
    );
  }
  return { columns, from: at + 1, faults };
}
