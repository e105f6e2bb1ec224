import { checkTables } from '../record/checking/check';
import { readTable } from '../record/reading/csv';
import type { Consistency, Fault, StanceRecord } from '../record/record';
import { fileFault } from '../record/checking/rules';
import { columnsOf } from '../record/schema';
import { writeTable } from '../record/write';
import type { Own, OwnRating } from './readerRatings';

/** The reader's ratings as CSV in the columns of assessments.csv, under a rater's name of his own. */
export function ratingsToCsv(own: Own, rater = 'mine'): string {
  const columns = columnsOf('assessments');
  const rows = [...own.ratings.values()].map((rating) => {
    const cells: Record<string, string> = { ...rating, rater };
    return columns.map((column) => cells[column] ?? '');
  });
  return writeTable({ name: 'assessments', columns, rows, lines: new Uint32Array(rows.length) });
}

export interface ReadRatings {
  /** Empty where a fault is an error: a file is taken whole or not at all. */
  ratings: OwnRating[];
  faults: Fault[];
}

/**
 * Reads a file in the columns of assessments.csv, held against the same rules as the record's own tables. Every fault names line and
 * column; one error, or ratings of two raters in one file, and nothing is taken.
 */
export function ratingsFromCsv(record: StanceRecord, file: string, content: string): ReadRatings {
  const { table, faults: shape } = readTable('assessments', file, content);
  const inFile = ({ file: where }: Fault) => where === 'assessments.csv';
  // The file stands in for the table, so that every rule on its cells and keys holds without a second set of rules.
  // A reader is no coder of the record: who it says coded has no word on his name.
  const tables = { ...record.tables, assessments: table };
  delete tables.coders;
  const checked = checkTables(tables).faults.filter(inFile);
  const faults = [...shape, ...checked.map((fault) => ({ ...fault, file }))];
  const at = (column: string) => table.columns.indexOf(column);
  const raters = [...new Set(table.rows.map((row) => (row[at('rater')] ?? '').trim()))].filter(Boolean);
  if (raters.length > 1) {
    const message = `The file holds ratings of ${raters.length} raters: ${raters.join(', ')}.`;
    faults.push(fileFault(file, 'duplicate-id', message, 'Keep the rows of one of them.', 1));
  }
  if (table.rows.length === 0 && faults.length === 0) {
    faults.push(
      fileFault(
        file,
        'unreadable-file',
        'The file holds no rating.',
        'Its first line names the columns, each further line is a rating.',
        1,
      ),
    );
  }
  if (faults.some(({ severity }) => severity === 'error')) return { ratings: [], faults };
  const text = (row: readonly string[], column: string) => (row[at(column)] ?? '').trim();
  const ratings = table.rows.map((row) => ({
    hypothesis: text(row, 'hypothesis'),
    evidence: text(row, 'evidence'),
    consistency: text(row, 'consistency') as Consistency,
    rationale: text(row, 'rationale'),
  }));
  return { ratings, faults };
}
