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
    const faults = record.faults.filter((fault) => isIn(fault, file));
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
