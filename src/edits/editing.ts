import { TABLE_NAMES, type TableName, type TextTable } from '../record/record';
import { plainColumnsOf } from '../record/schema';
import type { Tables } from '../record/tables';
import { fold, foldStep, realigned, type Folded } from './fold';
import { mergeTable, type Clash, type Merged, type PublishedTable, type RowDiff, type WorkingTable } from './merge';
import { freshId } from './freshId';
import { nameOfRow, rowKeys } from './rowKeys';
import {
  freshKey,
  inverse,
  sameCells,
  stepKey,
  type Basis,
  type Cells,
  type Change,
  type ColumnEdit,
  type RowEdit,
  type Step,
} from './step';

/** Which side of a clash stands from now on. */
export type Choice = 'mine' | 'theirs';

/**
 * The working copy of a record's tables: what is published, and a log of steps over it. Knows nothing of where the log is kept, nor of
 * what is made of the tables. Nothing is changed in place: a table, a row or a list that was handed out stays as it is.
 */
export class Editing {
  readonly record: string;
  readonly #tab: string;
  #published: Tables;
  readonly #known = new Map<TableName, PublishedTable>();
  /** In the order of their keys. */
  #steps: Step[] = [];
  #folded: Folded;
  readonly #merged = new Map<TableName, Merged>();
  readonly #index = new Map<TableName, ReadonlyMap<string, number>>();

  /**
   * @param record name of the record
   * @param published its tables as they were read
   * @param tab a word for this tab of the browser, so that two of them never write one key
   */
  constructor(record: string, published: Tables, tab = Math.random().toString(36).slice(2, 8)) {
    this.record = record;
    this.#published = published;
    this.#tab = tab;
    this.#folded = fold([], (table) => this.#columnsAsPublished(table));
  }

  /** The log, oldest first. */
  get steps(): readonly Step[] {
    return this.#steps;
  }

  /** Steps that can be taken back, oldest first. */
  get past(): readonly Step[] {
    return this.#folded.past;
  }

  /** Steps that can be done again, the next one last. */
  get future(): readonly Step[] {
    return this.#folded.future;
  }

  /** Tables that there are, in the order of the codebook. */
  get names(): TableName[] {
    return TABLE_NAMES.filter((name) => this.#published[name] !== undefined || this.#folded.columns.has(name));
  }

  /** A table as it stands here; one that has no file yet is empty. */
  table(name: TableName): WorkingTable {
    return this.#merge(name).table;
  }

  /** Rows of a table that differ from what is published; of all tables where none is named. */
  diff(name?: TableName): RowDiff[] {
    return this.#touched(name).flatMap((table) => this.#merge(table).diff);
  }

  /** What was changed here and in the published tables since, and is to be chosen. */
  clashes(name?: TableName): Clash[] {
    return this.#touched(name).flatMap((table) => this.#merge(table).clashes);
  }

  /** Columns that a table has here and not as published. */
  addedColumns(name: TableName): string[] {
    const before = this.#published[name]?.columns;
    const now = this.#folded.columns.get(name) ?? before ?? [];
    if (before === undefined) return this.diff(name).length > 0 ? [...now] : [];
    return now.filter((column) => !before.includes(column));
  }

  /** Whether anything differs from what is published. */
  get changed(): boolean {
    return this.#touched().some((name) => this.#merge(name).diff.length > 0 || this.addedColumns(name).length > 0);
  }

  /** Cells of a row; null where there is none of this key. */
  row(table: TableName, key: string): Cells | null {
    const place = this.placeOf(table, key);
    return place < 0 ? null : (this.table(table).rows[place] ?? null);
  }

  /** Place (0-based) of a row in its table as it stands here, -1 where there is none of this key. */
  placeOf(table: TableName, key: string): number {
    let index = this.#index.get(table);
    if (index === undefined) {
      index = new Map(this.table(table).keys.map((known, i) => [known, i]));
      this.#index.set(table, index);
    }
    return index.get(key) ?? -1;
  }

  /** One cell; empty where row or column are not there. */
  cell(table: TableName, key: string, column: string): string {
    return this.row(table, key)?.[this.table(table).columns.indexOf(column)] ?? '';
  }

  /**
   * An id that no row has yet, written as the record writes its ids (see `freshId`). Statements and events share theirs, since either is
   * evidence.
   *
   * @param also ids that are about to be taken by rows that are added in the same step
   */
  freshId(table: TableName, parts: readonly string[], also: ReadonlySet<string> = new Set()): string {
    const tables: TableName[] = table === 'statements' || table === 'events' ? ['statements', 'events'] : [table];
    const taken = new Set(also);
    for (const name of tables) {
      const { columns, rows } = this.table(name);
      const at = columns.indexOf('id');
      for (const row of rows) taken.add((row[at] ?? '').trim());
    }
    return freshId(table, parts, (id) => taken.has(id));
  }

  /** The tables as they stand here: for reading, checking and saving. Tables without a change are the published ones themselves. */
  tables(): Tables {
    const tables: Tables = {};
    for (const name of this.names) {
      const { table, diff } = this.#merge(name);
      const published = this.#published[name];
      if (published === undefined && table.rows.length === 0) continue;
      const untouched = published !== undefined && diff.length === 0 && table.columns === published.columns;
      tables[name] = untouched ? published : asText(table, published);
    }
    return tables;
  }

  /**
   * Makes changes as one step, which is undone as one. Returns the step to be kept; null where nothing is changed by it. Throws a
   * RangeError where a row to be set is not there.
   *
   * @param label what is done, in a few words
   * @param now in ms since 1970
   */
  apply(changes: readonly Change[], label: string, now = Date.now()): Step | null {
    const columns = new Map<TableName, string[]>();
    const added: ColumnEdit[] = [];
    const columnsFor = (name: TableName) => {
      const known = columns.get(name) ?? [...this.table(name).columns];
      columns.set(name, known);
      return known;
    };
    const place = (name: TableName, column: string): number => {
      const own = columnsFor(name);
      const at = own.indexOf(column);
      if (at >= 0) return at;
      added.push({ table: name, column, there: true });
      return own.push(column) - 1;
    };
    const edits = new Map<string, { -readonly [K in keyof RowEdit]: RowEdit[K] }>();
    const editOf = (name: TableName, key: string) => {
      const id = `${name} ${key}`;
      const known = edits.get(id);
      if (known !== undefined) return known;
      const row = this.row(name, key);
      if (row === null) throw new RangeError(`there is no row ${key} in ${name}`);
      const fresh = { table: name, key, from: row, to: row };
      edits.set(id, fresh);
      return fresh;
    };
    const filled = (name: TableName, row: Cells, cells: Readonly<Record<string, string>>): Cells => {
      for (const column of Object.keys(cells)) place(name, column);
      const own = columnsFor(name);
      const next = own.map((column, at) => cells[column] ?? row[at] ?? '');
      // What stands beyond the header is not the cells' to drop.
      return row.length > next.length ? [...next, ...row.slice(next.length)] : next;
    };
    for (const change of changes) {
      columnsFor(change.table);
      if (change.kind === 'column') place(change.table, change.column);
      else if (change.kind === 'add') {
        const { table, cells, key = freshKey(), below } = change;
        const to = filled(table, [], cells);
        edits.set(`${table} ${key}`, { table, key, from: null, to, ...(below === undefined ? {} : { below }) });
      } else if (change.kind === 'remove') editOf(change.table, change.row).to = null;
      else {
        const edit = editOf(change.table, change.row);
        edit.to = filled(change.table, edit.to ?? [], change.cells);
      }
    }
    // Rows that were set before a later change widened their table.
    const rows = [...edits.values()].map((edit): RowEdit => {
      const width = columns.get(edit.table)?.length ?? 0;
      const before = this.table(edit.table).columns.length;
      const widened = (cells: Cells | null) => {
        if (cells === null || cells.length < before || cells.length >= width) return cells;
        return Array.from({ length: width }, (_, i) => cells[i] ?? '');
      };
      return { ...edit, from: widened(edit.from), to: widened(edit.to) };
    });
    return this.#do({ label, columns: Object.fromEntries(columns), rows, added }, now);
  }

  /** Chooses a side of clashes, as one step. */
  settle(clashes: readonly Clash[], choice: Choice, label: string, now = Date.now()): Step | null {
    const columns = new Map<TableName, readonly string[]>();
    const rows = new Map<string, RowEdit>();
    for (const { table, key, column, base, mine, theirs } of clashes) {
      const own = this.table(table).columns;
      columns.set(table, own);
      const id = `${table} ${key}`;
      const known = rows.get(id);
      if (column === '') {
        rows.set(id, { table, key, from: mine, to: choice === 'mine' ? mine : theirs, basis: { from: base, to: theirs } });
        continue;
      }
      const at = own.indexOf(column);
      const with_ = (cells: Cells | null | undefined, value: string) => (cells ?? []).map((cell, i) => (i === at ? value : cell));
      const from = known?.from ?? this.row(table, key);
      const value = theirs?.[at] ?? '';
      const to = choice === 'mine' ? (known?.to ?? from) : with_(known?.to ?? from, value);
      const basis: Basis = { from: known?.basis?.from ?? base, to: with_(known?.basis?.to ?? base, value) };
      rows.set(id, { table, key, from, to, basis });
    }
    return this.#do({ label, columns: Object.fromEntries(columns), rows: [...rows.values()], added: [] }, now);
  }

  /** Takes the last step back; null where there is none. */
  undo(now = Date.now()): Step | null {
    const last = this.past.at(-1);
    return last === undefined ? null : this.#do({ label: last.label, ...inverse(last), undoes: last.key }, now);
  }

  /** Does again what was taken back last; null where there is nothing. */
  redo(now = Date.now()): Step | null {
    const next = this.future.at(-1);
    if (next === undefined) return null;
    const { label, columns, rows, added, key } = next;
    return this.#do({ label, columns, rows, added, redoes: key }, now);
  }

  /** Steps that were kept, by this tab or another: those that are not known yet are read in their place. Returns whether there were any. */
  take(steps: readonly Step[]): boolean {
    const known = new Set(this.#steps.map(({ key }) => key));
    const fresh = steps.filter(({ key, record }) => record === this.record && !known.has(key));
    if (fresh.length === 0) return false;
    this.#steps = [...this.#steps, ...fresh].sort((a, b) => (a.key < b.key ? -1 : 1));
    this.#refold();
    return true;
  }

  /**
   * Holds what is published now as it was written here against what is published, so that taking an earlier step back changes the published
   * row instead of nothing. To be called once the published tables come from where the edits were saved. Null where nothing is published.
   */
  saved(now = Date.now()): Step | null {
    const columns: Partial<Record<TableName, readonly string[]>> = {};
    const rows: RowEdit[] = [];
    const became: Partial<Record<TableName, Record<string, string>>> = {};
    for (const [table, changes] of this.#folded.rows) {
      const published = this.#publishedTable(table);
      const own = this.#folded.columns.get(table) ?? this.#columnsAsPublished(table);
      if (published === null) continue;
      const asPublished = (key: string): Cells | null =>
        realigned(published.table.rows[published.index.get(key) ?? -1] ?? null, published.table.columns, own);
      const keys: Record<string, string> = {};
      columns[table] = own;
      for (const [key, { before, after }] of changes) {
        if (before !== null && sameCells(after, asPublished(key)))
          rows.push({ table, key, from: after, to: after, basis: { from: before, to: after } });
        else if (before === null && after !== null) {
          const name = nameOfRow(table, own, after);
          if (name !== '' && sameCells(after, asPublished(name))) keys[key] = name;
        }
      }
      if (Object.keys(keys).length > 0) became[table] = keys;
    }
    if (rows.length === 0 && Object.keys(became).length === 0) return null;
    return this.#put({ label: 'saved', columns, rows, added: [], quiet: 'saved', became }, now);
  }

  /**
   * One step that stands for the oldest ones, where the log has grown long: what is changed stays, and what is older than the newest
   * steps can be taken back no more. Null where the log is short, or where nothing can be left out: a step that a kept one takes back is
   * kept, and so is all that may be done again.
   *
   * @param most steps that stay
   * @param mostRows rows that these may hold between them
   */
  shortened(most: number, mostRows: number): { dropped: string[]; base: Step } | null {
    if (this.future.length > 0) return null;
    const steps = this.#steps;
    let cut = steps.length;
    for (let rows = 0; cut > 0 && steps.length - cut < most; cut--) {
      rows += steps[cut - 1]?.rows.length ?? 0;
      if (rows > mostRows) break;
    }
    // What is taken back by a kept step is found in the log, and so are all that stand between.
    const place = new Map(steps.map(({ key }, i) => [key, i]));
    for (let i = steps.length - 1; i >= cut; i--) {
      const named = steps[i]?.undoes ?? steps[i]?.redoes;
      cut = Math.min(cut, place.get(named ?? '') ?? cut);
    }
    const last = steps[cut - 1];
    if (last === undefined || cut < 2) return null;
    const folded = fold(steps.slice(0, cut), (table) => this.#columnsAsPublished(table));
    const rows = [...folded.rows].flatMap(([table, changes]) =>
      [...changes].flatMap(([key, { before, after, below }]): RowEdit[] =>
        before === null && after === null
          ? []
          : [{ table, key, from: before, to: after, ...(below === undefined ? {} : { below }) }],
      ),
    );
    const added = [...folded.columns].flatMap(([table, columns]) => {
      const own = this.#columnsAsPublished(table);
      return columns.filter((column) => !own.includes(column)).map((column): ColumnEdit => ({ table, column, there: true }));
    });
    const became = Object.fromEntries([...folded.became].map(([table, keys]) => [table, Object.fromEntries(keys)]));
    const columns = Object.fromEntries(folded.columns);
    const base: Step = {
      key: last.key,
      record: this.record,
      label: '',
      at: last.at,
      columns,
      rows,
      added,
      quiet: 'base',
      became,
    };
    return { dropped: steps.slice(0, cut).map(({ key }) => key), base };
  }

  /** The log begins with this step from now on, which stands for those that are dropped. */
  shorten({ dropped, base }: { dropped: readonly string[]; base: Step }): void {
    const gone = new Set(dropped);
    this.#steps = [base, ...this.#steps.filter(({ key }) => !gone.has(key))];
    this.#refold();
  }

  /** What is published is another edition from now on. */
  publish(tables: Tables): void {
    this.#published = tables;
    this.#known.clear();
    this.#refold();
  }

  #do(step: Omit<Step, 'key' | 'record' | 'at'>, now: number): Step | null {
    const rows = step.rows.filter(({ from, to, basis }) => basis !== undefined || !sameCells(from, to));
    if (rows.length === 0 && step.added.length === 0) return null;
    return this.#put({ ...step, rows }, now);
  }

  #put(step: Omit<Step, 'key' | 'record' | 'at'>, now: number): Step {
    const key = stepKey(this.#steps.at(-1)?.key ?? '', now, this.#tab);
    const whole: Step = { ...step, key, record: this.record, at: now };
    this.#steps = [...this.#steps, whole];
    if (step.added.length > 0) this.#refold();
    else {
      // A table that is touched for the first time has the columns that it is published with.
      for (const name of Object.keys(step.columns) as TableName[])
        if (!this.#folded.columns.has(name)) this.#folded.columns.set(name, this.#columnsAsPublished(name));
      foldStep(this.#folded, whole);
      for (const name of Object.keys(step.columns) as TableName[]) this.#forget(name);
    }
    return whole;
  }

  #refold(): void {
    this.#folded = fold(this.#steps, (table) => this.#columnsAsPublished(table));
    this.#merged.clear();
    this.#index.clear();
  }

  #forget(name: TableName): void {
    this.#merged.delete(name);
    this.#index.delete(name);
  }

  #columnsAsPublished(name: TableName): readonly string[] {
    return this.#published[name]?.columns ?? plainColumnsOf(name);
  }

  #touched(name?: TableName): TableName[] {
    return name === undefined ? TABLE_NAMES.filter((table) => this.#folded.columns.has(table)) : [name];
  }

  #publishedTable(name: TableName): PublishedTable | null {
    const table = this.#published[name];
    if (table === undefined) return null;
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const keys = rowKeys(table);
    const whole = { table, keys, index: new Map(keys.map((key, i) => [key, i])) };
    this.#known.set(name, whole);
    return whole;
  }

  #merge(name: TableName): Merged {
    const known = this.#merged.get(name);
    if (known !== undefined) return known;
    const columns = this.#folded.columns.get(name) ?? this.#columnsAsPublished(name);
    const merged = mergeTable(name, this.#publishedTable(name), columns, this.#folded.rows.get(name) ?? new Map());
    this.#merged.set(name, merged);
    return merged;
  }
}

const newlinesIn = (row: Cells): number => row.reduce((lines, cell) => lines + cell.split('\n').length - 1, 0);

/** A working table as text, each row with the line on which it would start in the file; lines between published rows stay between them. */
function asText(table: WorkingTable, published: TextTable | undefined): TextTable {
  const lines = new Uint32Array(table.rows.length);
  let line = published?.lines[0] ?? 2;
  table.rows.forEach((row, i) => {
    const place = table.published[i] ?? -1;
    const above = published?.rows[place - 1];
    if (published !== undefined && above !== undefined)
      line += (published.lines[place] ?? 0) - (published.lines[place - 1] ?? 0) - 1 - newlinesIn(above);
    lines[i] = line;
    line += 1 + newlinesIn(row);
  });
  return { name: table.name, columns: [...table.columns], rows: table.rows.map((row) => row as string[]), lines };
}
