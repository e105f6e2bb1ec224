import type { Edits } from '../../edits/edits.svelte';
import type { WorkingTable } from '../../edits/merge';
import { freshKey, type Change } from '../../edits/step';
import type { DatasetMeta, Fault, TableName } from '../../record/record';
import { count } from '../../words/counts';
import {
  cellsOf,
  copied,
  fill,
  found,
  idFor,
  paste,
  readBlock,
  replaced,
  setAll,
  writeBlock,
  type Search,
  type Shown,
} from './block';
import { positionIn } from './columns';
import { keptKeys, shownKeys, type Sorting } from './gridView';
import { faultsOf, type CellFaults } from './mends';
import { rangeOf, within, type Range, type Spot } from './range';

/** What the grid asks of the record as it is shown. */
export interface GridRecord {
  meta: DatasetMeta;
  faults: readonly Fault[];
}

/** A cell under the hand: what is in the field, and whether it began with a letter that was typed over the old text. */
export interface Writing {
  spot: Spot;
  text: string;
  /** Begun by typing: arrows end it and move on, as in a spreadsheet. */
  over: boolean;
}

/** A paste that adds rows to several tables. */
export interface FlatPaste {
  changes: Change[];
  label: string;
  /** What became of it, for the reader. */
  said: string;
}

type FlatOf = (block: string[][]) => FlatPaste | null;

/** A table as it is edited: which rows are shown, where the cursor is, and what every act of the hand does to the working copy. */
export class GridState {
  readonly name: TableName;
  readonly edits: Edits;
  cursor: Spot = $state.raw({ row: 0, col: 0 });
  /** The other end of the selection. */
  anchor: Spot = $state.raw({ row: 0, col: 0 });
  writing: Writing | null = $state.raw(null);
  sorting: Sorting | null = $state.raw(null);
  filters: Readonly<Record<string, string>> = $state.raw({});
  only: 'all' | 'faults' | 'changed' = $state('all');
  search: Search = $state.raw({ text: '', exact: false, whole: false });
  /** What became of a block that went to several tables; empty for none. */
  pasted = $state('');
  /** What was last done, for those who hear the page. */
  said = $state('');
  readonly #record: () => GridRecord;
  /** Rows as they were shown when sorting or a filter was last changed; null where the table is shown whole, in its order. */
  #held: { keys: readonly string[]; known: ReadonlySet<string> } | null = $state.raw(null);

  readonly table: WorkingTable = $derived.by(() => this.edits.table(this.name));
  readonly keys: readonly string[] = $derived.by(() =>
    this.#held === null ? this.table.keys : keptKeys(this.#held.keys, this.#held.known, this.table),
  );
  readonly size = $derived.by(() => ({ rows: this.keys.length, cols: this.table.columns.length }));
  readonly range: Range = $derived.by(() => rangeOf(this.cursor, this.anchor));
  readonly faults: CellFaults = $derived.by(() => faultsOf(this.table, this.#record().faults));
  /** Cells as they are published, of the rows that differ; null for an added row. */
  readonly before = $derived.by(() => new Map(this.edits.diff(this.name).map(({ key, before }) => [key, before])));
  readonly hits: readonly Spot[] = $derived.by(() =>
    this.search.text === '' ? [] : found(this.#shown, this.#whole, this.search, this.edits),
  );

  /** What a block of cells becomes that is no part of this table but a flat sheet of statements; null for any other block. */
  readonly #flat: FlatOf;

  constructor(name: TableName, edits: Edits, record: () => GridRecord, flat: FlatOf = () => null) {
    this.name = name;
    this.#flat = flat;
    this.edits = edits;
    this.#record = record;
  }

  get #shown(): Shown {
    return { table: this.table, keys: this.keys };
  }

  get #whole(): Range {
    return { top: 0, left: 0, bottom: this.size.rows - 1, right: this.size.cols - 1 };
  }

  get meta(): DatasetMeta {
    return this.#record().meta;
  }

  /** Text of a cell as shown; empty beyond the grid. */
  cell({ row, col }: Spot): string {
    return this.edits.row(this.name, this.keys[row] ?? '')?.[col] ?? '';
  }

  column(col: number): string {
    return this.table.columns[col] ?? '';
  }

  /** Moves the cursor; with `extend` the other end of the selection stays. */
  go(spot: Spot, extend = false): void {
    this.cursor = within(spot, this.size);
    if (!extend) this.anchor = this.cursor;
  }

  selectAll(): void {
    this.anchor = { row: 0, col: 0 };
    this.cursor = within({ row: this.size.rows - 1, col: this.size.cols - 1 }, this.size);
  }

  selectRows(): void {
    const { top, bottom } = this.range;
    this.anchor = { row: top, col: 0 };
    this.cursor = { row: bottom, col: this.size.cols - 1 };
  }

  /** Goes to a row by its key, whatever is shown: what hides it is lifted. */
  reveal(key: string, column: string): void {
    if (!this.keys.includes(key)) {
      this.filters = {};
      this.only = 'all';
      this.sorting = null;
      this.#held = null;
    }
    const row = this.keys.indexOf(key);
    if (row >= 0) this.go({ row, col: Math.max(0, this.table.columns.indexOf(column)) });
  }

  sort(column: string): void {
    const { sorting } = this;
    // Up, down, and the table's own order again.
    this.sorting = sorting?.column !== column ? { column, down: false } : sorting.down ? null : { column, down: true };
    this.#show();
  }

  filter(column: string, text: string): void {
    this.filters = Object.fromEntries(Object.entries({ ...this.filters, [column]: text }).filter(([, one]) => one !== ''));
    this.#show();
  }

  show(only: 'all' | 'faults' | 'changed'): void {
    this.only = only;
    this.#show();
  }

  #show(): void {
    const { table, filters, sorting, only } = this;
    const among = only === 'all' ? null : new Set(only === 'faults' ? this.faults.keys() : this.before.keys());
    const asked = among !== null || sorting !== null || Object.keys(filters).length > 0;
    const here = this.keys[this.cursor.row] ?? '';
    this.#held = asked ? { keys: shownKeys(table, { texts: filters, among }, sorting), known: new Set(table.keys) } : null;
    const row = this.keys.indexOf(here);
    this.go({ row: Math.max(0, row), col: this.cursor.col });
  }

  /** Puts the hand on the cell: `text` replaces what is in it. */
  write(text?: string): void {
    if (this.size.rows === 0) return;
    this.writing = { spot: this.cursor, text: text ?? this.cell(this.cursor), over: text !== undefined };
  }

  /** Ends writing. @param all the whole selection gets the text */
  keep(text: string, all = false): void {
    const { writing } = this;
    this.writing = null;
    if (writing === null) return;
    const { row, col } = writing.spot;
    if (all) {
      this.apply(setAll(this.#shown, this.range, text), `${this.#cells()} written`);
      return;
    }
    const key = this.keys[row];
    const column = this.column(col);
    if (key === undefined || text === this.cell(writing.spot)) return;
    const place = column === 'lat' || column === 'lon' ? positionIn(text) : null;
    this.apply(
      [{ kind: 'set', table: this.name, row: key, cells: place === null ? { [column]: text } : { ...place } }],
      `${column} of ${this.#called(key)}`,
    );
  }

  apply(changes: readonly Change[], label: string): boolean {
    const done = this.edits.apply(changes, label);
    if (done) this.said = label;
    return done;
  }

  undo(): void {
    const label = this.edits.past.at(-1)?.label;
    if (this.edits.undo()) this.said = `Taken back: ${label ?? ''}`;
    this.go(this.cursor);
  }

  redo(): void {
    const label = this.edits.future.at(-1)?.label;
    if (this.edits.redo()) this.said = `Done again: ${label ?? ''}`;
    this.go(this.cursor);
  }

  /** The selection as text for the clipboard. */
  copy(): string {
    return writeBlock(copied(this.#shown, this.range, this.edits));
  }

  paste(text: string): void {
    const block = readBlock(text);
    const { range } = this;
    const flat = this.#flat(block);
    if (flat !== null) {
      this.apply(flat.changes, flat.label);
      this.pasted = flat.said;
      this.cursor = this.anchor = within({ row: this.size.rows - 1, col: 0 }, this.size);
      return;
    }
    const { changes, label, size } = paste(this.#shown, range, block);
    if (!this.apply(changes, label)) return;
    const start = { row: range.top, col: range.left };
    this.anchor = within(start, this.size);
    if (size === null) this.cursor = this.anchor = within({ row: this.size.rows - 1, col: 0 }, this.size);
    else this.cursor = within({ row: start.row + size.rows - 1, col: start.col + size.cols - 1 }, this.size);
  }

  clear(): void {
    this.apply(setAll(this.#shown, this.range, ''), `${this.#cells()} emptied`);
  }

  fill(way: 'down' | 'right'): void {
    const { range } = this;
    // One row filled down takes what stands above it, as in a spreadsheet.
    const one = way === 'down' ? range.top === range.bottom : range.left === range.right;
    const from: Range = !one
      ? range
      : way === 'down'
        ? { ...range, top: Math.max(0, range.top - 1) }
        : { ...range, left: Math.max(0, range.left - 1) };
    this.apply(fill(this.#shown, from, way, this.edits), way === 'down' ? 'Filled down' : 'Filled to the right');
  }

  /** Adds an empty row below the cursor. */
  addRow(): void {
    const below = this.keys[this.range.bottom];
    const key = freshKey();
    this.apply([{ kind: 'add', table: this.name, cells: {}, key, ...(below === undefined ? {} : { below }) }], 'Row added');
    this.go({ row: this.keys.indexOf(key), col: 0 });
  }

  duplicateRows(): void {
    const { top, bottom } = this.range;
    const taken = new Set<string>();
    const changes = this.keys.slice(top, bottom + 1).map((below): Change => {
      const cells = cellsOf(this.table, this.edits.row(this.name, below) ?? []);
      const { id } = cells;
      if (id !== undefined && id !== '') {
        cells['id'] = this.edits.freshId(this.name, [id], taken);
        taken.add(cells['id']);
      }
      return { kind: 'add', table: this.name, cells, below };
    });
    this.apply(changes, `${count(changes.length, 'row')} duplicated`);
  }

  removeRows(): void {
    const { top, bottom } = this.range;
    const rows = this.keys.slice(top, bottom + 1);
    this.apply(
      rows.map((row): Change => ({ kind: 'remove', table: this.name, row })),
      `${count(rows.length, 'row')} removed`,
    );
    this.go({ row: top, col: this.cursor.col });
  }

  addColumn(column: string): void {
    const name = column.trim();
    if (name === '' || this.table.columns.includes(name)) return;
    this.apply([{ kind: 'column', table: this.name, column: name }], `Column ${name} added`);
    this.go({ row: this.cursor.row, col: this.table.columns.indexOf(name) });
  }

  /** The row under the cursor as it is published. */
  takeBackRow(): void {
    const key = this.keys[this.cursor.row] ?? '';
    const before = this.before.get(key);
    if (before === undefined) return;
    if (before === null) this.apply([{ kind: 'remove', table: this.name, row: key }], 'Added row removed');
    else
      this.apply(
        [{ kind: 'set', table: this.name, row: key, cells: cellsOf(this.table, before) }],
        `${this.#called(key)} as published`,
      );
  }

  /** To the next cell that is found, or the one before. */
  seek(way: 1 | -1): void {
    const { hits, cursor } = this;
    const order = (spot: Spot) => spot.row * this.size.cols + spot.col;
    const here = order(cursor);
    const next =
      way === 1
        ? (hits.find((spot) => order(spot) > here) ?? hits[0])
        : (hits.findLast((spot) => order(spot) < here) ?? hits.at(-1));
    if (next !== undefined) this.go(next);
  }

  /** Replaces in the cell under the cursor and goes on to the next. */
  replaceOne(by: string): void {
    const here = this.hits.filter(({ row, col }) => row === this.cursor.row && col === this.cursor.col);
    if (here.length > 0) this.apply(replaced(this.#shown, here, this.search, by, this.edits), `“${this.search.text}” replaced`);
    this.seek(1);
  }

  /** Replaces in every cell that is found: of the selection where it is more than one cell, else of all rows that are shown. */
  replaceAll(by: string): void {
    const spots = this.replaceable;
    this.apply(
      replaced(this.#shown, spots, this.search, by, this.edits),
      `“${this.search.text}” replaced in ${count(spots.length, 'cell')}`,
    );
  }

  /** Cells in which “replace all” would replace. */
  get replaceable(): readonly Spot[] {
    const { range, hits } = this;
    if (range.top === range.bottom && range.left === range.right) return hits;
    return hits.filter(({ row, col }) => row >= range.top && row <= range.bottom && col >= range.left && col <= range.right);
  }

  /** The id that the row's own cells give it. */
  idFor(key: string): string | null {
    return idFor(this.edits, this.name, key);
  }

  #cells(): string {
    const { top, left, bottom, right } = this.range;
    return count((bottom - top + 1) * (right - left + 1), 'cell');
  }

  #called(key: string): string {
    const at = this.table.columns.indexOf('id');
    const id = this.edits.row(this.name, key)?.[at] ?? '';
    return id === '' ? 'a row' : id;
  }
}
