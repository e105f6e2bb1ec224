import type { TableName, TextTable } from '../record/record';
import { realigned, type RowChange } from './fold';
import { nameOfRow } from './rowKeys';
import { sameCells, type Cells } from './step';

/** A table as it is published, with what its rows are known by. */
export interface PublishedTable {
  table: TextTable;
  keys: readonly string[];
  /** Place of each key. */
  index: ReadonlyMap<string, number>;
}

/** A row that differs from its published form. */
export interface RowDiff {
  table: TableName;
  key: string;
  /** As published; null for a row that is added. */
  before: Cells | null;
  /** As it stands here; null for a row that is removed. */
  after: Cells | null;
}

/** A cell, or a whole row, that was changed here and in what was published since. What was written here stands until the reader chooses. */
export interface Clash {
  table: TableName;
  key: string;
  /** Empty where the whole row is meant: removed on one side, changed on the other. */
  column: string;
  /** What both began from. */
  base: Cells | null;
  mine: Cells | null;
  theirs: Cells | null;
}

/** A table as it stands here. */
export interface WorkingTable {
  name: TableName;
  columns: readonly string[];
  keys: readonly string[];
  rows: readonly Cells[];
  /** Row of the published table (0-based) behind each row, -1 for one that is added. */
  published: readonly number[];
}

export interface Merged {
  table: WorkingTable;
  diff: RowDiff[];
  clashes: Clash[];
}

/**
 * Changes laid over a published table, three ways: a cell that was not changed here follows what is published, one that was not changed
 * there keeps what was written here, and where both changed it differently both are told.
 *
 * @param published null for a table that has no file yet
 * @param columns published columns and those that were added
 */
export function mergeTable(
  name: TableName,
  published: PublishedTable | null,
  columns: readonly string[],
  changes: ReadonlyMap<string, RowChange>,
): Merged {
  const own = published?.table.columns ?? columns;
  const wide = own.length === columns.length ? own : columns;
  const keys: string[] = [];
  const rows: Cells[] = [];
  const places: number[] = [];
  const diff: RowDiff[] = [];
  const clashes: Clash[] = [];

  const below = new Map<string, string[]>();
  const added = new Set<string>();
  const publishedRow = (key: string): Cells | null => {
    const at = published?.index.get(key);
    return at === undefined ? null : realigned(published?.table.rows[at] ?? null, own, wide);
  };
  // A row that was added here and is published by now is that row, where it says the same.
  const names = new Map<string, string>();
  if (published !== null && [...changes.values()].some(({ before }) => before === null))
    published.table.rows.forEach((row, i) => {
      const known = nameOfRow(name, own, row);
      if (known !== '') names.set(known, published.keys[i] ?? '');
    });
  for (const [key, { before, after, below: under }] of changes) {
    if (published?.index.has(key) || after === null) continue;
    if (before === null) {
      const twin = names.get(nameOfRow(name, wide, after));
      if (twin !== undefined && sameCells(publishedRow(twin), after)) continue;
    } else clashes.push({ table: name, key, column: '', base: before, mine: after, theirs: null });
    added.add(key);
    const anchor = under ?? '';
    below.set(anchor, [key, ...(below.get(anchor) ?? [])]);
  }
  const push = (key: string, row: Cells, place: number) => {
    keys.push(key);
    rows.push(row);
    places.push(place);
  };
  const pushBelow = (anchor: string) => {
    for (const key of below.get(anchor) ?? []) {
      const after = changes.get(key)?.after;
      if (after === undefined || after === null || !added.delete(key)) continue;
      diff.push({ table: name, key, before: null, after });
      push(key, after, -1);
      pushBelow(key);
    }
  };

  published?.table.rows.forEach((row, i) => {
    const key = published.keys[i] ?? '';
    const change = changes.get(key);
    if (change === undefined) {
      push(key, wide === own ? row : (realigned(row, own, wide) ?? row), i);
    } else {
      const now = realigned(row, own, wide) ?? row;
      const { before, after } = change;
      if (after === null) {
        if (!sameCells(before, now)) clashes.push({ table: name, key, column: '', base: before, mine: null, theirs: now });
        diff.push({ table: name, key, before: now, after: null });
      } else {
        const merged: string[] = [];
        for (let c = 0; c < Math.max(after.length, now.length); c++) {
          const base = before?.[c] ?? '';
          const mine = after[c] ?? '';
          const theirs = now[c] ?? '';
          merged.push(mine === base ? theirs : mine);
          if (mine !== base && theirs !== base && mine !== theirs)
            clashes.push({ table: name, key, column: wide[c] ?? '', base: before, mine: after, theirs: now });
        }
        // A row that was too wide or too narrow and is whole now stays whole.
        const row = after.length === wide.length ? merged.slice(0, wide.length) : merged;
        if (!sameCells(row, now)) diff.push({ table: name, key, before: now, after: row });
        push(key, row, i);
      }
    }
    if (below.size > 0) pushBelow(key);
  });
  // Rows without an anchor, or whose anchor is gone, stand at the end in the order in which they were added.
  for (const key of [...changes.keys()]) {
    const after = changes.get(key)?.after;
    if (!added.has(key) || after === undefined || after === null) continue;
    const anchor = changes.get(key)?.below;
    if (anchor !== undefined && added.has(anchor)) continue;
    added.delete(key);
    diff.push({ table: name, key, before: null, after });
    push(key, after, -1);
    pushBelow(key);
  }
  // What is left hangs from rows that are not there.
  for (const key of [...added]) {
    const after = changes.get(key)?.after;
    if (after === undefined || after === null || !added.delete(key)) continue;
    diff.push({ table: name, key, before: null, after });
    push(key, after, -1);
    pushBelow(key);
  }
  return { table: { name, columns: wide, keys, rows, published: places }, diff, clashes };
}
