import { withHiddenShown } from '../hiddenSigns';
import type { TableName } from '../record';
import type { Tables } from '../tables';
import { itemsOf } from '../values';
import type { DateSpan } from '../../words/dates';

/** What a reference may point at: a table, or statements and events together. */
export type Target = TableName | 'evidence';

/** Sound rows of the tables, cell by cell, with references resolved to the indices that have been registered so far. */
export class RowReader {
  private readonly columns = new Map<TableName, Map<string, number>>();
  private readonly indices = new Map<Target, ReadonlyMap<string, number>>();

  constructor(
    private readonly tables: Tables,
    private readonly isSound: (table: TableName, row: number) => boolean,
    /** What a text means as a date, null where it is none: the grammar's reading, or what was read before. */
    readonly dateOf: (text: string) => DateSpan | null,
  ) {
    for (const table of Object.values(tables)) {
      // The first of two columns of one name is the one that is read.
      const places = new Map<string, number>();
      for (const [at, column] of table.columns.entries()) if (!places.has(column)) places.set(column, at);
      this.columns.set(table.name, places);
    }
  }

  /** Rows (0-based) of a table without errors, in the order of the file. */
  rows(name: TableName): number[] {
    const rows: number[] = [];
    const length = this.tables[name]?.rows.length ?? 0;
    for (let row = 0; row < length; row++) if (this.isSound(name, row)) rows.push(row);
    return rows;
  }

  /** A cell without spaces around it, its hidden signs shown by their numbers; empty where the column is missing. */
  text(name: TableName, row: number, column: string): string {
    const at = this.columns.get(name)?.get(column);
    return at === undefined ? '' : withHiddenShown((this.tables[name]?.rows[row]?.[at] ?? '').trim());
  }

  items(name: TableName, row: number, column: string): string[] {
    return [...new Set(itemsOf(this.text(name, row, column)))];
  }

  date(name: TableName, row: number, column: string): DateSpan | null {
    const text = this.text(name, row, column);
    return text === '' ? null : this.dateOf(text);
  }

  /** Makes the ids of a target known, so that references to it resolve. */
  register(target: Target, index: ReadonlyMap<string, number>): void {
    this.indices.set(target, index);
  }

  /** Index of the row that a cell points at, -1 where it is empty or points at nothing that was read. */
  reference(name: TableName, row: number, column: string, target: Target): number {
    return this.indices.get(target)?.get(this.text(name, row, column)) ?? -1;
  }

  /** Indices of the rows that a list cell points at; items that point at nothing are left out. */
  references(name: TableName, row: number, column: string, target: Target): number[] {
    const index = this.indices.get(target);
    if (!index) return [];
    return this.items(name, row, column).flatMap((id) => index.get(id) ?? []);
  }
}
