import type { Edits } from '../edits/edits.svelte';
import type { OpenFolder } from '../focus/records';
import { columnsIn, PACKAGE_FILE, writePackage } from '../record/package';
import type { StanceRecord } from '../record/record';
import { folderMessages } from '../words/messages/folder';
import { differing, filesOfFolder, mayUse, pathIn, stampOf, writeInto, type FolderHandle } from './folder';

type Files = Map<string, Uint8Array>;

/** What a folder that stays open needs of the record that was read from it. */
export interface FolderWork {
  /** The folder's files as they were read last. */
  files: Files;
  edits(): Edits | null;
  /** Reads files as the record's, under its title. */
  read(files: Files): Promise<StanceRecord>;
  /** Keeps files as what was read last. */
  keep(files: Files): Promise<void>;
  /** Says something to the reader; `act`: offers to read the folder again. */
  tell(text: string, offer: boolean): void;
}

const decode = (bytes: Uint8Array | undefined): string | null => (bytes === undefined ? null : new TextDecoder().decode(bytes));

/**
 * The folder that the open record was read from: read again on return, and saved into. What changed in it meanwhile is another edition of
 * what is published, over which the reader's edits stand, cell by cell.
 */
export class FolderLink implements OpenFolder {
  readonly name: string;
  /** The browser lets the page read it without asking. */
  allowed = $state(false);
  busy = $state(false);
  readonly #handle: FolderHandle;
  readonly #work: FolderWork;
  #files: Files;
  #stamp = '';

  constructor(handle: FolderHandle, work: FolderWork) {
    this.name = handle.name;
    this.#handle = handle;
    this.#work = work;
    this.#files = work.files;
  }

  /** Its files as they were read last. */
  get files(): ReadonlyMap<string, Uint8Array> {
    return this.#files;
  }

  /** At the opening of its record: what may be read without asking is read, else the reader is told of it. */
  async open(): Promise<void> {
    this.allowed = await mayUse(this.#handle, 'read', false);
    if (this.allowed) await this.#quietly(false);
    else this.#work.tell(folderMessages.asks(this.name), true);
  }

  /** The reader asks for it: the browser may ask back. Says what came of it. */
  async again(): Promise<void> {
    this.allowed = await mayUse(this.#handle, 'read', true).catch(() => false);
    if (this.allowed) await this.#quietly(true);
    else this.#work.tell(folderMessages.refused(this.name, 'read'), false);
  }

  /** The reader comes back to the page: what a program wrote into the folder meanwhile is read. */
  async returned(): Promise<void> {
    if (this.allowed && !this.busy) await this.#quietly(false);
  }

  /**
   * Writes what differs into the folder: tables with changes, each line that did not change byte for byte as it was; the package, where it
   * speaks of their columns or bytes; and what is given of the files that the folder has. Where a cell was changed in the folder as well,
   * nothing is written before the reader chose.
   *
   * @param also text of another file by its name, from what it says now
   * @returns what came of it, as a sentence
   */
  async save(also: ReadonlyMap<string, (before: string) => string> = new Map()): Promise<string> {
    const edits = this.#work.edits();
    if (edits === null || this.busy) return '';
    try {
      if (!(await mayUse(this.#handle, 'readwrite', true))) return folderMessages.refused(this.name, 'write into');
      this.allowed = true;
      this.busy = true;
      await this.#take();
      await edits.settled();
      const clashes = edits.clashes().length;
      if (clashes > 0) return folderMessages.clash(this.name, clashes);
      const texts = await this.#textsOf(edits, also);
      if (texts.size === 0) return folderMessages.nothing(this.name);
      await writeInto(this.#handle, texts);
      await this.#take();
      return folderMessages.saved(
        this.name,
        [...texts.keys()].map((path) => path.replace(/^.*\//, '')),
      );
    } catch (error) {
      return this.#isLost(error)
        ? folderMessages.lost(this.name)
        : folderMessages.failed(this.name, error instanceof Error ? error.message : String(error));
    } finally {
      this.busy = false;
    }
  }

  async #textsOf(edits: Edits, also: ReadonlyMap<string, (before: string) => string>): Promise<Map<string, string>> {
    const texts = new Map<string, string>();
    const put = (file: string, text: string) => {
      const path = pathIn(this.#files, file);
      if (decode(this.#files.get(path)) !== text) texts.set(path, text);
    };
    let widened = false;
    for (const table of edits.names) {
      const fresh = edits.addedColumns(table).length > 0;
      if (edits.diff(table).length === 0 && !fresh) continue;
      widened ||= fresh;
      put(`${table}.csv`, (await edits.text(table)).text);
    }
    if (texts.size === 0) return texts;
    const text = decode(this.#files.get(pathIn(this.#files, PACKAGE_FILE)));
    if (text !== null && (widened || /"hash"\s*:/.test(text)))
      put(PACKAGE_FILE, writePackage(text, edits.record, columnsIn(edits.tables())));
    for (const [file, change] of also) {
      const before = decode(this.#files.get(pathIn(this.#files, file)));
      if (before !== null) put(file, change(before));
    }
    return texts;
  }

  /** Reads the folder where something was written into it, and says what; where `always`, also that nothing was. */
  async #quietly(always: boolean): Promise<void> {
    this.busy = true;
    try {
      const stamp = await stampOf(this.#handle);
      if (stamp !== this.#stamp || always) {
        const changed = await this.#take();
        const edits = this.#work.edits();
        await edits?.settled();
        if (changed.length > 0)
          this.#work.tell(
            folderMessages.changed(this.name, changed, edits?.diff().length ?? 0, edits?.clashes().length ?? 0),
            false,
          );
        else if (always) this.#work.tell(folderMessages.unchanged(this.name), false);
      }
    } catch (error) {
      this.allowed = false;
      this.#work.tell(this.#isLost(error) ? folderMessages.lost(this.name) : folderMessages.refused(this.name, 'read'), false);
    } finally {
      this.busy = false;
    }
  }

  /** Takes over what the folder holds now. Returns the names of files that differ from what was read last. */
  async #take(): Promise<string[]> {
    const stamp = await stampOf(this.#handle);
    const files = await filesOfFolder(this.#handle);
    const changed = differing(this.#files, files);
    if (changed.length > 0) {
      const record = await this.#work.read(files);
      this.#files = files;
      await this.#work.keep(files);
      this.#work.edits()?.saved(record);
    }
    this.#stamp = stamp;
    return changed;
  }

  #isLost(error: unknown): boolean {
    return error instanceof DOMException && error.name === 'NotFoundError';
  }
}
