import { EVENT, type StanceRecord, type TableName } from './record';

/** Cell of a table as it was read, without spaces around it; empty where table, row or column are not there. */
export function cellText(record: StanceRecord, name: TableName, row: number, column: string): string {
  const table = record.tables[name];
  const at = table?.columns.indexOf(column) ?? -1;
  return at < 0 ? '' : (table?.rows[row]?.[at] ?? '').trim();
}

/** Table in which a statement or event is a row. */
export function tableOf(record: StanceRecord, evidence: number): 'statements' | 'events' {
  return record.evidence.kind[evidence] === EVENT ? 'events' : 'statements';
}

/** Cell of the row behind a statement or event; empty where its table has no such column. */
export function evidenceText(record: StanceRecord, evidence: number, column: string): string {
  return cellText(record, tableOf(record, evidence), record.evidence.row[evidence] ?? -1, column);
}
