import type { TableName } from '../record/record';

/**
 * What is kept of editing: a log of steps, each of which says of whole rows what they were and what they became. Nothing in it is ever
 * rewritten: undo is a step as well. The working copy is what comes out when the log is read over the tables as they are published, so
 * that a newer publication, another tab and a reload are one case.
 */

/** Cells of a row in the order of its table's columns. */
export type Cells = readonly string[];

/** What a row was held against: its published form as it was known then, null where it was not published. */
export interface Basis {
  from: Cells | null;
  to: Cells | null;
}

/** What became of one row; null stands for a row that is not there. */
export interface RowEdit {
  readonly table: TableName;
  /** See `rowKeys`; a `+` and a random word for a row that is not published. */
  readonly key: string;
  readonly from: Cells | null;
  readonly to: Cells | null;
  /** Key of the row below which an added row stands; the end of the table where it is absent. */
  readonly below?: string;
  /** The reader chose between this row and a newer published one: from now on it is held against that. */
  readonly basis?: Basis;
}

/** A column that a table gained, or lost again. */
export interface ColumnEdit {
  readonly table: TableName;
  readonly column: string;
  readonly there: boolean;
}

/** One act of the reader: what is undone and redone as one. */
export interface Step {
  /** Orders the log: time, count and tab. */
  readonly key: string;
  /** Name of the record. */
  readonly record: string;
  /** What was done, in a few words: `3 cells pasted`. */
  readonly label: string;
  /** When, in ms since 1970. */
  readonly at: number;
  /** Columns of the tables whose rows are in `rows`, as these rows have them. */
  readonly columns: Readonly<Partial<Record<TableName, readonly string[]>>>;
  readonly rows: readonly RowEdit[];
  readonly added: readonly ColumnEdit[];
  /** Key of the step that this one takes back, or does again. */
  readonly undoes?: string;
  readonly redoes?: string;
  /**
   * What no reader did and none takes back. `saved`: rows are published now as they were written here, and are held against that; `base`:
   * stands at the head of the log for steps that are kept no longer.
   */
  readonly quiet?: 'saved' | 'base';
  /** Rows that were added here and are published by now: the key of the published row by the one that they had. */
  readonly became?: Readonly<Partial<Record<TableName, Readonly<Record<string, string>>>>>;
}

/** What is asked of the working copy. A cell is named by its column; a column that the table lacks is added at its end. */
export type Change =
  | { kind: 'set'; table: TableName; row: string; cells: Readonly<Record<string, string>> }
  /** `key`: as `freshKey` gave it, for a caller who goes on with the row; `below`: key of the row under which it stands, else the end. */
  | { kind: 'add'; table: TableName; cells: Readonly<Record<string, string>>; key?: string; below?: string }
  | { kind: 'remove'; table: TableName; row: string }
  | { kind: 'column'; table: TableName; column: string };

/** A row that is not published, by a word of its own. */
export function freshKey(): string {
  return `+${Math.random().toString(36).slice(2, 12)}`;
}

export const sameCells = (a: Cells | null, b: Cells | null): boolean =>
  a === b || (a !== null && b !== null && a.length === b.length && a.every((cell, i) => cell === b[i]));

/** What takes a step back: every row as it was, cell by cell, and no other. */
export function inverse(step: Step): Pick<Step, 'columns' | 'rows' | 'added'> {
  return {
    columns: step.columns,
    rows: step.rows.toReversed().map((edit) => ({
      ...edit,
      from: edit.to,
      to: edit.from,
      ...(edit.basis ? { basis: { from: edit.basis.to, to: edit.basis.from } } : {}),
    })),
    added: step.added.toReversed().map((edit) => ({ ...edit, there: !edit.there })),
  };
}

/** Key of a step that is done now: after every step that is known, whatever the clock of the machine says. */
export function stepKey(last: string, now: number, tab: string): string {
  const before = Number.parseInt(last.slice(0, 11), 36);
  const time = Number.isNaN(before) ? now : Math.max(now, before + 1);
  return `${time.toString(36).padStart(11, '0')} ${tab}`;
}
