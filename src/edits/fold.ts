import type { TableName } from '../record/record';
import type { Cells, ColumnEdit, RowEdit, Step } from './step';
import { sameCells } from './step';

/** What the log says of one row: what it was held against, and what became of it. */
export interface RowChange {
  before: Cells | null;
  after: Cells | null;
  below: string | undefined;
}

/** A log read to its end. */
export interface Folded {
  /** Changed rows by table and key, in the order in which they were first touched. */
  rows: Map<TableName, Map<string, RowChange>>;
  /** Columns of each table that is touched: those that are published, and those that were added. */
  columns: Map<TableName, readonly string[]>;
  /** Rows that were added here and are published by now: the published key by table and the one that they had. */
  became: Map<TableName, Map<string, string>>;
  /** Steps that can be taken back, oldest first, and those that can be done again, the next one last. */
  past: Step[];
  future: Step[];
}

/** Cells under other columns than they were written for. A row that is not as wide as its columns is left as it is. */
export function realigned(cells: Cells | null, from: readonly string[], to: readonly string[]): Cells | null {
  if (cells === null || from === to || cells.length !== from.length) return cells;
  return to.map((column) => cells[from.indexOf(column)] ?? '');
}

const sameColumns = (a: readonly string[], b: readonly string[]): boolean =>
  a === b || (a.length === b.length && a.every((column, i) => column === b[i]));

/** Columns of every touched table: the published ones, then what was added, or written into while it was published. */
function columnsAfter(steps: readonly Step[], published: (table: TableName) => readonly string[]) {
  const extra = new Map<TableName, string[]>();
  const touched = new Set<TableName>();
  const own = (table: TableName) => {
    const known = extra.get(table) ?? [];
    extra.set(table, known);
    return known;
  };
  const put = ({ table, column, there }: ColumnEdit) => {
    touched.add(table);
    const columns = own(table);
    if (there && !columns.includes(column)) columns.push(column);
    if (!there && columns.includes(column)) columns.splice(columns.indexOf(column), 1);
  };
  for (const step of steps) {
    step.added.forEach(put);
    for (const [name, columns] of Object.entries(step.columns) as [TableName, readonly string[]][]) {
      touched.add(name);
      const now = published(name);
      // A column that is published no longer stays where the reader has written into it.
      columns.forEach((column, at) => {
        if (now.includes(column) || own(name).includes(column)) return;
        const written = step.rows.some(
          ({ table, from, to }) => table === name && to !== null && (to[at] ?? '') !== (from?.[at] ?? ''),
        );
        if (written && !step.added.some((edit) => edit.table === name && edit.column === column && !edit.there))
          own(name).push(column);
      });
    }
  }
  return new Map(
    [...touched].map((table) => {
      const now = published(table);
      const more = (extra.get(table) ?? []).filter((column) => !now.includes(column));
      return [table, more.length === 0 ? now : [...now, ...more]];
    }),
  );
}

/** Rows that were added here are, from now on, the published ones. */
function become(folded: Folded, { became = {} }: Step): void {
  for (const [table, keys] of Object.entries(became) as [TableName, Readonly<Record<string, string>>][]) {
    const known = folded.became.get(table) ?? new Map<string, string>();
    const changes = folded.rows.get(table);
    for (const [old, key] of Object.entries(keys)) {
      known.set(old, key);
      changes?.delete(old);
    }
    folded.became.set(table, known);
    for (const [key, change] of changes ?? []) {
      const anchor = keys[change.below ?? ''];
      if (anchor !== undefined) changes?.set(key, { ...change, below: anchor });
    }
  }
}

/** Puts one row's edit over what the log said of it before: only cells that it changed, so that two tabs on one row keep both. */
function put(changes: Map<string, RowChange>, edit: RowEdit, from: Cells | null, to: Cells | null, basis?: Cells | null): void {
  const known = changes.get(edit.key);
  const before = basis === undefined ? (known ? known.before : from) : basis;
  const present = known ? known.after : from;
  const after =
    to === null || present === null || from === null || sameCells(present, from)
      ? to
      : Array.from({ length: Math.max(present.length, to.length) }, (_, i) =>
          (from[i] ?? '') === (to[i] ?? '') ? (present[i] ?? '') : (to[i] ?? ''),
        );
  // A row that was added and is gone keeps its place, should it come back.
  if (before !== null && sameCells(before, after)) changes.delete(edit.key);
  else changes.set(edit.key, { before, after, below: edit.below ?? known?.below });
}

/** Puts a step over what is folded already, whose columns hold for it. */
export function foldStep(folded: Folded, step: Step): void {
  const { past, future } = folded;
  become(folded, step);
  if (step.quiet !== undefined) {
    // Nobody did it, so nobody takes it back.
  } else if (step.undoes !== undefined) {
    const at = past.findLastIndex(({ key }) => key === step.undoes);
    // Two tabs took the same step back: once is enough.
    if (at < 0) return;
    future.push(...past.splice(at, 1));
  } else if (step.redoes !== undefined) {
    const at = future.findLastIndex(({ key }) => key === step.redoes);
    if (at < 0) return;
    past.push(...future.splice(at, 1));
  } else {
    past.push(step);
    future.length = 0;
  }
  for (const row of step.rows) {
    const keyNow = (key: string) => folded.became.get(row.table)?.get(key) ?? key;
    const edit = { ...row, key: keyNow(row.key), ...(row.below === undefined ? {} : { below: keyNow(row.below) }) };
    const written = step.columns[edit.table] ?? [];
    const own = folded.columns.get(edit.table) ?? written;
    const columns = sameColumns(written, own) ? written : own;
    const changes = folded.rows.get(edit.table) ?? new Map<string, RowChange>();
    folded.rows.set(edit.table, changes);
    const aligned = (cells: Cells | null) => realigned(cells, written, columns);
    if (step.quiet === 'base') changes.set(edit.key, { before: aligned(edit.from), after: aligned(edit.to), below: edit.below });
    else put(changes, edit, aligned(edit.from), aligned(edit.to), edit.basis === undefined ? undefined : aligned(edit.basis.to));
  }
}

/**
 * Reads a log to its end.
 *
 * @param steps in the order of their keys
 * @param published columns of a table as it is published now, or as the schema has it where there is none
 */
export function fold(steps: readonly Step[], published: (table: TableName) => readonly string[]): Folded {
  const folded: Folded = { rows: new Map(), columns: columnsAfter(steps, published), became: new Map(), past: [], future: [] };
  for (const step of steps) foldStep(folded, step);
  return folded;
}
