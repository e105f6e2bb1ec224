import type { Fault, TableName, TextTable } from '../record';
import { severityOf, shownSentence, shownValue, type RuleName } from './rules';

/** Beyond this many faults of one rule in one file, one more says how many there are: nobody reads the 1001st. */
const MOST_OF_A_KIND = 1000;

/** Where a fault lies, and whether its row can still be shown (without the cell at fault). */
export interface Place {
  /** 0-based data row. */
  row: number;
  column: string;
  keepRow?: boolean;
}

/** What a check has found so far: the faults, and which rows stay out of the record because of them. */
export class Findings {
  readonly faults: Fault[] = [];
  private readonly out = new Map<TableName, Uint8Array>();
  private readonly counts = new Map<string, { count: number; last: Fault }>();

  /** Adds a fault of a cell. An error keeps the row out of the record unless `keepRow` says otherwise. */
  add(table: TextTable, place: Place, rule: RuleName, message: string, suggestion = ''): void {
    const severity = severityOf(rule);
    if (severity === 'error' && !place.keepRow) this.leaveOut(table, place.row);
    const file = fileOf(table.name);
    const key = `${file} ${rule}`;
    const seen = this.counts.get(key);
    if (seen && ++seen.count > MOST_OF_A_KIND) {
      seen.last.message = `${seen.count - MOST_OF_A_KIND + 1} more rows break this rule.`;
      seen.last.suggestion = '';
      return;
    }
    const fault: Fault = {
      file,
      line: table.lines[place.row] ?? 0,
      row: place.row + 1,
      column: place.column,
      value: shownValue(place.column ? (table.rows[place.row]?.[table.columns.indexOf(place.column)] ?? '') : ''),
      rule,
      severity,
      message: shownSentence(message),
      suggestion: shownSentence(suggestion),
    };
    this.faults.push(fault);
    if (seen) seen.last = fault;
    else this.counts.set(key, { count: 1, last: fault });
  }

  /** Keeps a row out of the record without a fault of its own. */
  leaveOut(table: TextTable, row: number): void {
    let rows = this.out.get(table.name);
    if (!rows) this.out.set(table.name, (rows = new Uint8Array(table.rows.length)));
    rows[row] = 1;
  }

  isOut(table: TableName, row: number): boolean {
    return this.out.get(table)?.[row] === 1;
  }
}

/** File of a table, as faults name it. */
export function fileOf(name: TableName): string {
  return `${name}.csv`;
}
