import { mergeSheets, type Merged, type SheetKind } from '../analysis/agreement/mergeSheets';
import { coderKind } from '../record/coding';
import { checkTables } from '../record/checking/check';
import { fileFault, inReadingOrder } from '../record/checking/rules';
import { cellOf } from '../record/tables';
import { readTable } from '../record/reading/csv';
import { isZip, unzipFiles } from '../record/reading/unzip';
import { writeTable } from '../record/write';
import type { Fault, StanceRecord, TableName, TextTable } from '../record/record';
import type { Grade } from '../words/scores';
import { codingMessages } from '../words/messages/coding';
import type { Answers, Run } from './run';
import { specOf } from './sample';

/** Codings as rows of `codings.csv` and `coders.csv`: out of a run, and in again from many files. */

/** One coding of a coder. */
export interface Coding {
  stance: string;
  /** null where the coder gave none. */
  score: Grade | null;
  reason: string;
}

/** One coder with what he coded. */
export interface CoderSheet {
  id: string;
  name: string;
  instructions: string;
  side: string;
  /** By the stance's id. */
  codings: ReadonlyMap<string, Coding>;
  /** Where it came from: names of files. */
  files: readonly string[];
}

const table = (name: TableName, columns: string[], rows: string[][]): TextTable => ({
  name,
  columns,
  rows,
  lines: new Uint32Array(rows.length),
});

/** A run with what is answered as far as the coder went on. */
export function sheetOf(run: Run, answers: Answers): CoderSheet {
  const codings = new Map<string, Coding>();
  for (const stance of run.stances) {
    const answer = answers.get(stance);
    if (answer?.done && answer.score !== undefined)
      codings.set(stance, { stance, score: answer.score, reason: answer.reason.trim() });
  }
  const spec = specOf(run.sample);
  const { id, name, side } = run.coder;
  return {
    id,
    name,
    side,
    codings,
    files: [],
    instructions: codingMessages.instructions(run.stances.length, spec?.kind ?? 'all', spec?.seed ?? 1),
  };
}

/** The two tables of coders' sheets: a row a coder, a row a coding. */
export function tablesOf(sheets: readonly CoderSheet[]): { coders: TextTable; codings: TextTable } {
  return {
    coders: table(
      'coders',
      ['id', 'name', 'kind', 'instructions', 'side'],
      sheets.map(({ id, name, instructions, side }) => [id, name, 'person', instructions, side]),
    ),
    codings: table(
      'codings',
      ['stance', 'coder', 'score', 'reason'],
      sheets.flatMap(({ id, codings }) =>
        [...codings.values()].map(({ stance, score, reason }) => [stance, id, score === null ? '' : String(score), reason]),
      ),
    ),
  };
}

/** What stands beside a coder's tables in the zip: nothing of it is a table of a record. */
export interface Beside {
  /** Seconds that each row took, by the stance's id. */
  seconds?: ReadonlyMap<string, number>;
  /** What was settled with another coder: cells of `stances.csv`. */
  settled?: readonly { stance: string; score: number; why: string }[];
}

/** The same as files of a zip. */
export function filesOf(sheets: readonly CoderSheet[], { seconds = new Map(), settled = [] }: Beside = {}): Map<string, string> {
  const { coders, codings } = tablesOf(sheets);
  const files = new Map([
    ['coders.csv', writeTable(coders)],
    ['codings.csv', writeTable(codings)],
  ]);
  if (seconds.size > 0) {
    const rows = [...seconds].map(([stance, n]) => [stance, String(n)]);
    files.set('seconds.csv', writeTable(table('codings', ['stance', 'seconds'], rows)));
  }
  if (settled.length > 0) {
    const rows = settled.map(({ stance, score, why }) => [stance, String(score), why]);
    files.set('settled.csv', writeTable(table('stances', ['id', 'score', 'rationale'], rows)));
  }
  return files;
}

/** What files of codings hold: coders with their sheets, and what is wrong. A row with an error is left out and named, the others are taken. */
export interface ReadSheets {
  sheets: CoderSheet[];
  faults: Fault[];
}

/** A file as it was chosen or dropped. */
export interface GivenFile {
  name: string;
  bytes: Uint8Array;
}

const isCsv = (path: string): boolean => /\.csv$/i.test(path);

/** The tables within a file: a zip's, or the one that it is. */
async function tablesIn({
  name,
  bytes,
}: GivenFile): Promise<{ tables: { file: string; content: Uint8Array }[]; faults: Fault[] }> {
  if (!isZip(bytes)) return { tables: [{ file: name, content: bytes }], faults: [] };
  const { files, faults } = await unzipFiles(name, bytes, isCsv);
  return { tables: [...files].map(([file, content]) => ({ file, content })), faults };
}

function kindOf(content: Uint8Array): 'coders' | 'codings' | null {
  const [line = ''] = new TextDecoder()
    .decode(content.subarray(0, 2000))
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/);
  const cells = line.split(/[,;\t]/).map((cell) => cell.replaceAll('"', '').trim().toLowerCase());
  if (cells.includes('stance') && cells.includes('coder')) return 'codings';
  return cells.includes('id') && cells.includes('kind') ? 'coders' : null;
}

/**
 * Reads one file of codings (a CSV, or a zip as the coding kit saves it), held against the same rules as the record's own tables. Coders
 * without a row in a `coders.csv` beside it are taken for people, since nobody else has a file to drop.
 *
 * @returns the rows without an error; every error names its line
 */
export async function readSheets(record: StanceRecord, given: GivenFile): Promise<ReadSheets> {
  const { tables: found, faults } = await tablesIn(given);
  let codings: TextTable | null = null;
  let coders: TextTable | null = null;
  for (const { file, content } of found) {
    const kind = kindOf(content);
    if (kind === null) continue;
    const read = readTable(kind, file, content);
    faults.push(...read.faults.map((fault) => ({ ...fault, file: given.name })));
    if (kind === 'codings') codings = read.table;
    else coders = read.table;
  }
  if (codings === null) {
    if (faults.length > 0) return { sheets: [], faults };
    const fault = fileFault(given.name, 'unreadable-file', codingMessages.noCodings, codingMessages.whichFiles);
    return { sheets: [], faults: [fault] };
  }
  // The file stands in for the table, so that every rule on its cells and keys holds without a second set of rules.
  const tables = { ...record.tables, codings };
  delete tables.coders;
  const checked = checkTables(tables).faults.filter(({ file, severity }) => file === 'codings.csv' && severity === 'error');
  faults.push(...checked.map((fault) => ({ ...fault, file: given.name })));
  const left = new Set(checked.map(({ row }) => row - 1));
  if (left.has(-1) || faults.some(({ severity, row }) => severity === 'error' && row === 0)) return { sheets: [], faults };
  const rows = codings.rows.filter((_, row) => !left.has(row));
  return { sheets: sheetsIn({ ...codings, rows }, coders, given.name), faults: inReadingOrder(faults) };
}

function sheetsIn(codings: TextTable, coders: TextTable | null, file: string): CoderSheet[] {
  const known = new Map((coders?.rows ?? []).map((_, row) => [coders === null ? '' : cellOf(coders, row, 'id'), row]));
  const sheets = new Map<string, Map<string, Coding>>();
  codings.rows.forEach((_, row) => {
    const coder = cellOf(codings, row, 'coder');
    const own = sheets.get(coder) ?? new Map<string, Coding>();
    const score = cellOf(codings, row, 'score');
    const stance = cellOf(codings, row, 'stance');
    own.set(stance, { stance, score: score === '' ? null : (Number(score) as Grade), reason: cellOf(codings, row, 'reason') });
    sheets.set(coder, own);
  });
  return [...sheets].map(([id, own]) => {
    const row = known.get(id);
    const cell = (column: string) => (row === undefined || coders === null ? '' : cellOf(coders, row, column));
    return { id, name: cell('name'), instructions: cell('instructions'), side: cell('side'), codings: own, files: [file] };
  });
}

/** Letters of a reason that two people might well both write. */
const MOST_COMMON = 8;

const KIND: SheetKind<CoderSheet, Coding> = {
  cells: ({ codings }) => codings,
  same: (a, b) => a.score === b.score && a.reason === b.reason,
  told: (a, b) => a.reason.length > MOST_COMMON && a.score === b.score && a.reason === b.reason,
  join: (known, more) => ({
    ...known,
    name: known.name || more.name,
    instructions: known.instructions || more.instructions,
    side: known.side || more.side,
    codings: new Map([...known.codings, ...more.codings]),
    files: [...known.files, ...more.files],
  }),
  renamed: (sheet, id) => ({ ...sheet, id }),
};

/** Puts the sheets of many coders together (see `mergeSheets`): none overwrites another. */
export function mergeCoders(given: readonly CoderSheet[], taken: readonly string[] = []): Merged<CoderSheet> {
  return mergeSheets(given, taken, KIND);
}

/**
 * Sheets to be put together with what people coded in the record already: who coded there before goes on under the same id.
 *
 * @returns what `mergeCoders` takes
 */
export function sheetsOfRecord(record: StanceRecord, given: readonly CoderSheet[]): [sheets: CoderSheet[], taken: string[]] {
  const people = record.coders.filter((coder) => coderKind(record, coder) === 'person' && given.some(({ id }) => id === coder));
  const table = record.tables.codings;
  const own = people.map((id): CoderSheet => {
    const codings = new Map<string, Coding>();
    table?.rows.forEach((_, row) => {
      const stance = cellOf(table, row, 'stance');
      if (cellOf(table, row, 'coder') !== id || codings.has(stance)) return;
      const score = cellOf(table, row, 'score');
      codings.set(stance, {
        stance,
        score: score === '' ? null : (Number(score) as Grade),
        reason: cellOf(table, row, 'reason'),
      });
    });
    return { id, name: '', instructions: '', side: '', codings, files: [] };
  });
  return [[...own, ...given], record.coders.filter((coder) => !people.includes(coder))];
}
