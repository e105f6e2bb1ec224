import type { StanceRecord } from '../record/record';
/** A record that can be opened here. */
export interface KnownRecord {
  /** As the link names it. */
  readonly name: string;
  readonly title: string;
  /** Dropped by the reader and kept in this browser, where it can be renamed and removed. */
  readonly kept: boolean;
  /** What is kept cannot be read as a record any more. */
  readonly damaged: boolean;
}

import type { Edits } from '../edits/edits.svelte';

/** The folder of the reader's machine that the open record was read from, and that stays open. */
export interface OpenFolder {
  /** Of the folder. */
  readonly name: string;
  /** The browser lets the page read it without asking. */
  readonly allowed: boolean;
  readonly busy: boolean;
  /** Reads it again, and says what changed in it. */
  again(): Promise<void>;
  /**
   * Writes the tables that differ into it, and other files of it.
   *
   * @param also text of another file by its name, from what it says now
   * @returns what came of it, as a sentence
   */
  save(also?: ReadonlyMap<string, (before: string) => string>): Promise<string>;
}

/** Rows of a packed record that are asked for: of a pair, of actors, or all; in a window. */
export interface RowsAsked {
  pair: readonly [holder: string, target: string] | null;
  actors: readonly string[];
  /** First and last day, both inclusive. */
  from: number;
  to: number;
}

/** A packed record that is open: its pictures come from counts, and what they do not know can be fetched. */
export interface PackedAtHand {
  /** Rows that the counts stand for. */
  readonly rows: number;
  /** The counts by kind of source and basis: whether they are here, and how many bytes they are. */
  readonly cube: 'none' | 'coming' | 'here';
  readonly cubeBytes: number;
  /** What is being fetched, in a line; empty for nothing. */
  readonly line: string;
  /** Why something could not be fetched; empty where all could. */
  readonly problem: string;
  fetchCube(record: StanceRecord): Promise<void>;
  /** Bytes that would be fetched for rows. */
  size(asked: RowsAsked): Promise<number>;
  /** Fetches rows and opens them as a record of their own. */
  fetchRows(asked: RowsAsked, title: string): Promise<void>;
}

/** The records that can be opened here, and what can be done to them: what the masthead and the desk know of it. */
export interface Records {
  readonly list: readonly KnownRecord[];
  /** The reader's edits of the open one; null until one is open. */
  readonly edits: Edits | null;
  /** The folder that the open one was read from and that stays open; null for none. */
  readonly folder: OpenFolder | null;
  /** Lets the reader choose a folder that stays open; null where the browser hands out none. */
  readonly keepFolder: (() => Promise<void>) | null;
  /** What the open one keeps in its packed folder; null for a record that is here whole. */
  readonly packed: PackedAtHand | null;
  /** Reads the open one anew, past every cache. */
  again(): Promise<void>;
  /** Opens one at its own first view. */
  choose(name: string): void;
  /** Reads tables from the reader's machine, shows them and keeps them in this browser. */
  openFiles(files: FileList): void;
  /** Gives a kept record another title. */
  rename(name: string, title: string): Promise<void>;
  /** What is kept under a name, as JSON, whatever its shape. */
  raw(name: string): Promise<string>;
  /** Removes a kept record from this browser. The page offers to bring it back. */
  remove(name: string): Promise<void>;
}
