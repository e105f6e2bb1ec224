import type { StanceRecord, TableName } from '../record/record';
import type { Tables } from '../record/tables';
import type { TablesJob } from '../record/reading/readJob';
import { refusalOf, Tabs } from '../ui/browserStore';
import { count, plural } from '../words/counts';
import { Editing, type Choice } from './editing';
import type { Clash, RowDiff, WorkingTable } from './merge';
import { readingFaults, unreadTables } from './readingFaults';
import type { Cells, Change, Step } from './step';
import { heardSteps, notedSteps, noteStep, type StepKeep } from './stepStore';
import { endWriting, heardWriting, leftWriting, noteWriting, type Writing } from './writing';
import { writeOver, type Written } from './writeOver';

/** What the working copy of the open record needs from outside. */
export interface EditDoors {
  keep: StepKeep;
  /** Reads and checks tables that are in memory. */
  reread(job: TablesJob): Promise<StanceRecord>;
  /** Shows the record as it stands after edits, under the state of the page as it is. */
  show(record: StanceRecord): void;
  /** The record's files as they are published, by name. */
  files(): Promise<ReadonlyMap<string, Uint8Array>>;
  /** Another tab saved edits to where the record comes from: what is published is another edition by now. */
  newer?(): void;
}

/** So many of the newest steps can be taken back at a later visit, of so many rows in all; older ones stand as one. */
export const KEPT_STEPS = 1000;
const KEPT_ROWS = 200_000;
/** So many more may gather before they are put together. */
const SPARE_STEPS = 200;

/**
 * The reader's edits of the open record. Every step is written down and stored at once; other tabs' steps come in as they are stored;
 * the page's record follows. What this browser refuses to keep is said in `problem` and stands in the page all the same.
 */
export class Edits {
  /** Name of the record. */
  readonly record: string;
  /** Name under which its log is kept. */
  readonly #log: string;
  /** Why edits are not kept in this browser, as a sentence; empty where they are. */
  problem = $state('');
  /** The page does not show yet what was changed last. */
  reading = $state(false);
  #published: StanceRecord;
  readonly #editing: Editing;
  readonly #doors: EditDoors;
  readonly #tabs: Tabs;
  /** Rises with every change: what is read of the working copy is read anew. */
  #version = $state(0);
  #shown = 0;
  #closed = false;
  #settled: Promise<void> = Promise.resolve();
  #storing: Promise<unknown> = Promise.resolve();
  /** What ends the hearing of other tabs. */
  #deaf: readonly (() => void)[] = [];
  #leave: () => Promise<void> = () => Promise.resolve();

  /** @param log under which name its edits are kept: two records of one name have one each; without a space */
  constructor(published: StanceRecord, doors: EditDoors, log = published.meta.name) {
    this.record = published.meta.name;
    this.#log = log;
    this.#published = published;
    this.#editing = new Editing(log, published.tables);
    this.#doors = doors;
    this.#tabs = new Tabs(this.#channel, (key) => void this.#hear(key));
  }

  get #channel(): string {
    return `stanceline-edits ${this.#log}`;
  }

  /** The record as it is published, without edits. */
  get published(): StanceRecord {
    return this.#published;
  }

  /** Reads what this browser keeps. Returns the record as it stands with it. */
  async load(): Promise<StanceRecord> {
    // From before the first look at what is kept: a tab that is being closed writes its last words down while this one opens.
    let loaded = false;
    const came = (any: boolean) => {
      if (any && loaded && !this.#closed) this.#changed();
    };
    const found = (writing: Writing) => came(!this.#closed && this.#found(writing));
    this.#deaf = [heardSteps(this.#log, (step) => came(this.#editing.take([step]))), heardWriting(this.#log, found)];
    try {
      this.#leave = await sharing(this.#channel);
      const { steps, damaged } = await this.#doors.keep.read(this.#log);
      this.#editing.take(steps);
      if (steps.length > KEPT_STEPS + SPARE_STEPS) await this.#shorten();
      if (damaged > 0)
        this.problem = `${count(damaged, 'step')} of your edits kept here ${plural(damaged, { one: 'is', other: 'are' })} damaged and left out; the others stand.`;
    } catch (error) {
      this.#refused(error);
    }
    // What an earlier visit did not come to store stands all the same, and is stored now.
    for (const { step, done } of notedSteps(this.#log)) {
      this.#editing.take([step]);
      this.#doors.keep.put(step).then(done, (error: unknown) => this.#refused(error));
    }
    const left = await leftWriting(this.#log, found);
    left.forEach((writing) => this.#found(writing));
    loaded = true;
    this.#version++;
    this.#shown = this.#version;
    return this.#editing.changed ? this.#read() : this.#published;
  }

  /** Ends it: another record is open. What was changed is kept. */
  close(): void {
    this.#closed = true;
    void this.#leave();
    for (const stop of this.#deaf) stop();
    this.#tabs.close();
  }

  /** Resolves once the page shows what was changed last, and it is stored. */
  async settled(): Promise<void> {
    await Promise.all([this.#settled, this.#storing]);
  }

  /**
   * Makes changes as one step, which is undone as one; the page follows. Throws a RangeError where a row to be set is not there.
   *
   * @param label what is done, in a few words: `Statement added`
   * @returns whether anything was changed by it
   */
  apply(changes: readonly Change[], label: string): boolean {
    return this.#made(this.#editing.apply(changes, label));
  }

  /** The record as it would be with changes, which are not made. Throws as `apply` does. */
  async preview(changes: readonly Change[]): Promise<StanceRecord> {
    const copy = new Editing(this.#log, this.#published.tables);
    copy.take(this.#editing.steps);
    copy.apply(changes, '');
    return this.#read(copy);
  }

  settle(clashes: readonly Clash[], choice: Choice, label: string): boolean {
    return this.#made(this.#editing.settle(clashes, choice, label));
  }

  undo(): boolean {
    return this.#made(this.#editing.undo());
  }

  redo(): boolean {
    return this.#made(this.#editing.redo());
  }

  /** Another edition of the record is published: a folder that was dropped again, another title. */
  publish(record: StanceRecord): void {
    this.#published = record;
    this.#editing.publish(record.tables);
    this.#changed();
  }

  /** What is published comes from where these edits were saved: from now on they are held against that, and can be taken back all the same. */
  saved(record: StanceRecord): void {
    this.publish(record);
    const step = this.#editing.saved();
    if (step !== null) this.#keep(step);
    this.#changed();
  }

  get past(): readonly Step[] {
    return this.#now.past;
  }

  get future(): readonly Step[] {
    return this.#now.future;
  }

  get changed(): boolean {
    return this.#now.changed;
  }

  /** Tables that there are, in the order of the codebook. */
  get names(): TableName[] {
    return this.#now.names;
  }

  /** A table as it stands here; one that has no file yet is empty. */
  table(name: TableName): WorkingTable {
    return this.#now.table(name);
  }

  /** Cells of a row; null where there is none of this key. */
  row(table: TableName, key: string): Cells | null {
    return this.#now.row(table, key);
  }

  cell(table: TableName, key: string, column: string): string {
    return this.#now.cell(table, key, column);
  }

  placeOf(table: TableName, key: string): number {
    return this.#now.placeOf(table, key);
  }

  /** Rows that differ from what is published. */
  diff(table?: TableName): RowDiff[] {
    return this.#now.diff(table);
  }

  clashes(table?: TableName): Clash[] {
    return this.#now.clashes(table);
  }

  addedColumns(table: TableName): string[] {
    return this.#now.addedColumns(table);
  }

  /** See `Editing.freshId`. */
  freshId(table: TableName, parts: readonly string[], also?: ReadonlySet<string>): string {
    return this.#now.freshId(table, parts, also);
  }

  /** The tables as they stand here. */
  tables(): Tables {
    return this.#now.tables();
  }

  /** A table as a file: the same bytes as are published, but for rows that were changed. */
  async text(name: TableName): Promise<Written> {
    const files = await this.#doors.files().catch(() => new Map<string, Uint8Array>());
    const published = this.#published.tables[name];
    return writeOver(files.get(`${name}.csv`) ?? null, published, this.#now.table(name));
  }

  /** The record's files as they are published, by name. */
  files(): Promise<ReadonlyMap<string, Uint8Array>> {
    return this.#doors.files();
  }

  get #now(): Editing {
    void this.#version;
    return this.#editing;
  }

  /** A cell is being written: what is in the field stands in no table yet, and is found again should the tab die. */
  writing(now: Writing | null): void {
    if (now === null) endWriting(this.#log);
    else noteWriting(this.#log, now);
  }

  /** What a tab was writing when it died stands as a step of its own. Returns whether there was a row to put it. */
  #found({ table, row, column, text }: Writing): boolean {
    if (this.#editing.row(table, row) === null || !this.#editing.table(table).columns.includes(column)) return false;
    const step = this.#editing.apply(
      [{ kind: 'set', table, row, cells: { [column]: text } }],
      `${column}, as it was being written`,
    );
    if (step !== null) this.#keep(step);
    return step !== null;
  }

  #made(step: Step | null): boolean {
    if (step === null) return false;
    this.#keep(step);
    this.#changed();
    return true;
  }

  #keep(step: Step): void {
    const done = noteStep(step);
    const stored = this.#doors.keep.put(step).then(
      () => {
        done();
        this.problem = '';
        this.#tabs.tell(step.key);
      },
      (error: unknown) => this.#refused(error),
    );
    this.#storing = Promise.all([this.#storing, stored]);
  }

  #refused(error: unknown): void {
    this.problem = `Your edits are not kept in this browser, since ${refusalOf(error)}. Save them before you leave.`;
  }

  /** Another tab stored a step. */
  async #hear(key: string): Promise<void> {
    const step = await this.#doors.keep.get(this.#log, key).catch(() => null);
    if (step === null || this.#closed || !this.#editing.take([step])) return;
    this.#changed();
    if (step.quiet === 'saved') this.#doors.newer?.();
  }

  /** The oldest steps become one, where no other tab holds the log: one that did could take back what is kept no longer. */
  async #shorten(): Promise<void> {
    await this.#leave();
    await alone(this.#channel, async () => {
      const { steps } = await this.#doors.keep.read(this.#log);
      this.#editing.take(steps);
      const short = this.#editing.shortened(KEPT_STEPS, KEPT_ROWS);
      if (short === null) return;
      await this.#doors.keep.replace(short.dropped, short.base);
      this.#editing.shorten(short);
    });
    this.#leave = await sharing(this.#channel);
  }

  #changed(): void {
    this.#version++;
    if (this.reading) return;
    this.reading = true;
    this.#settled = this.#follow();
  }

  /** Reads the tables until the page shows what was changed last; what is changed while they are read waits for the next reading. */
  async #follow(): Promise<void> {
    // What is typed in one go is read once.
    await Promise.resolve();
    while (this.#shown !== this.#version && !this.#closed) {
      const version = this.#version;
      try {
        const record = this.#editing.changed ? await this.#read() : this.#published;
        if (!this.#closed) this.#doors.show(record);
      } catch (error) {
        this.problem = `The page does not show your last edits: ${error instanceof Error ? error.message : String(error)}`;
      }
      this.#shown = version;
    }
    this.reading = false;
  }

  async #read(editing = this.#editing): Promise<StanceRecord> {
    const { meta, faults, tables } = this.#published;
    const now = editing.tables();
    return this.#doors.reread({
      kind: 'tables',
      tables: now,
      meta: { ...meta, edits: editing.diff().length },
      faults: readingFaults(faults, tables, editing),
      unread: unreadTables(faults, now),
    });
  }
}

const locks = (): LockManager | null => (typeof navigator !== 'undefined' && 'locks' in navigator ? navigator.locks : null);

/** Says that this tab holds a log, for as long as it does; returns what ends that. A browser that knows no locks says nothing. */
async function sharing(name: string): Promise<() => Promise<void>> {
  const known = locks();
  if (known === null) return () => Promise.resolve();
  return new Promise((ready) => {
    const ended: Promise<void> = known
      .request(name, { mode: 'shared' }, () => new Promise<void>((end) => ready(() => (end(), ended))))
      .catch(() => ready(() => Promise.resolve()));
  });
}

/** Does what no other tab may see half done; nothing where one holds the log, or where the browser cannot tell. */
async function alone(name: string, act: () => Promise<void>): Promise<void> {
  await locks()?.request(name, { ifAvailable: true }, async (lock) => {
    if (lock !== null) await act();
  });
}
