import { allFaults } from '../analysis/figures/checkFigures';
import { TABLE_NAMES, type Fault, type StanceRecord, type TableName } from '../record/record';
import { isIn, shownRows } from '../record/whole';
import { count } from '../words/counts';
import { list } from '../words/names';

export interface TableLine {
  name: TableName;
  file: string;
  /** Rows as read. */
  rows: number;
  /** Rows that are shown: all but those with a fault that keeps them out. */
  shown: number;
  errors: number;
  warnings: number;
}

/** One line a table that the dataset has, in the order of the codebook. */
export function tableLines(record: StanceRecord): TableLine[] {
  return TABLE_NAMES.flatMap((name) => {
    const table = record.tables[name];
    if (table === undefined) return [];
    const file = `${name}.csv`;
    const faults = allFaults(record).filter((fault) => isIn(fault, file));
    return [
      {
        name,
        file,
        rows: table.rows.length,
        shown: shownRows(record, name),
        errors: faults.filter((fault) => fault.severity === 'error').length,
        warnings: faults.filter((fault) => fault.severity === 'warning').length,
      },
    ];
  });
}

/** The report as text: what `npm run check-data` prints, for a message to whoever keeps the tables. */
export function reportText(faults: readonly Fault[]): string {
  return faults
    .map((fault) => {
      const place = [fault.file, fault.line > 0 ? `line ${fault.line}` : '', fault.column === '' ? '' : `column ${fault.column}`];
      const said = [fault.message, fault.suggestion].filter((part) => part !== '').join(' ');
      return `${place.filter((part) => part !== '').join(', ')}: ${fault.severity} (${fault.rule}): ${said}`;
    })
    .join('\n');
}

/** "3 errors and 1 warning in 2 tables", or that nothing is wrong. */
export function reportSentence(faults: readonly Fault[]): string {
  if (faults.length === 0) return 'Every row passes every check.';
  const errors = faults.filter((fault) => fault.severity === 'error').length;
  const warnings = faults.length - errors;
  const files = new Set(faults.map((fault) => fault.file)).size;
  const parts = [errors > 0 ? count(errors, 'error') : '', warnings > 0 ? count(warnings, 'warning') : ''].filter(
    (part) => part !== '',
  );
  return `${list(parts)} in ${count(files, 'file')}.`;
}

/** So many lines of a guess are shown, so many letters of each: enough to see whether they are words. */
const MOST_LINES = 5;
const MOST_LETTERS = 160;

/** A table whose letters were guessed: the checker's sentence, and what the first of its foreign lines say. */
export interface Guess {
  message: string;
  lines: { number: number; text: string }[];
}

/**
 * What was guessed of a table's letters, or null where nothing was: a file, or lines of one, that were not UTF-8. The lines that are
 * shown are those from the first foreign one on that hold letters beyond ASCII.
 */
export function guessOf(record: StanceRecord, name: TableName): Guess | null {
  const fault = record.faults.find((one) => one.rule === 'wrong-encoding' && isIn(one, `${name}.csv`));
  const table = record.tables[name];
  if (fault === undefined || table === undefined) return null;
  const named = new Set((/^Lines? (.*?) (?:is|are) not UTF-8/.exec(fault.message)?.[1] ?? '').match(/\d+/g)?.map(Number));
  const lines: Guess['lines'] = [];
  for (const [row, cells] of table.rows.entries()) {
    const number = table.lines[row] ?? 0;
    const text = cells.filter((cell) => [...cell].some((letter) => letter > '\u007f')).join(', ');
    if (number < fault.line || text === '' || (named.size > 0 && !named.has(number))) continue;
    lines.push({ number, text: text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS)}…` : text });
    if (lines.length === MOST_LINES) break;
  }
  return { message: fault.message, lines };
}
