import { Focus } from '../focus/focus.svelte';
import { linkOf, writeHistory } from '../focus/history';
import type { KnownRecord, Records } from '../focus/records';
import { NO_MEDIA, type MediaFiles } from '../focus/media';
import { startOf } from '../focus/start';
import { decodeView, passedOver } from '../focus/url';
import { linkMessages } from '../words/messages/link';
import { openingMessages } from '../words/messages/opening';
import { sizeWords } from '../words/numbers';
import { START } from '../focus/view';
import type { Report } from '../bring/account';
import { Edits, type EditDoors } from '../edits/edits.svelte';
import { areOf, sameRecord } from '../edits/sameRecord';
import type { Laid } from '../edits/layOver';
import type { Change } from '../edits/step';
import { count } from '../words/counts';
import { list } from '../words/names';
import type { StepKeep } from '../edits/stepStore';
import { allBytes, bytesIn, type FileBody } from '../record/reading/fileBody';
import type { TablesJob } from '../record/reading/readJob';
import type { BringJob, Delivered } from '../bring/bringJob';
import type { OnShare } from '../bring/share';
import type { Mend, SheetDesk } from '../bring/sheetDesk';
import type { GradeChoice } from '../bring/grades';
import type { Mapping } from '../bring/mapping';
import { mediaOf, MOST_KEPT } from '../record/media';
import type { StanceRecord } from '../record/record';
import type { PackedPlace } from '../packed/places';
import { addressIn, withoutAddress, type Offer } from './address';
import { lastFolder, packedAt, packedIn } from './packedFiles';
import { OpenPacked, POINTER, type PackedDoor } from './packed.svelte';
import { filesIn } from './dropped';
import { filesOfFolder, type FolderHandle } from './folder';
import { FolderLink } from './folderLink.svelte';
import type { FolderKeep } from './folderStore';
import { refusalOf } from '../ui/browserStore';
import { asKept, keptOf, type Keep, type KeptDataset, type KeptName } from './kept';
import { nameOfFiles, linkName } from './recordName';

type Files = Map<string, FileBody>;
type Progress = OnShare;

/** What a record comes through: the site, the reader's files, the browser's store, and the address that says which. */
export interface Doors {
  /** Records that come with the page, the first of them its home. */
  builtIn: readonly { name: string; title: string }[];
  /** Reads one of them; `fresh`: asks for every file anew. */
  load(name: string, progress: Progress, limits: { signal: AbortSignal; fresh: boolean }): Promise<StanceRecord>;
  /** Reads files of the reader's. */
  read(files: Files, name: string, progress: Progress, limits: { signal: AbortSignal }): Promise<StanceRecord>;
  /** Says what files are, and reads those that are no record of this house but something else that is understood. */
  bring(job: BringJob, limits: Limits): Promise<Delivered>;
  keep: Keep;
  /** Folders of the reader's machine that stay open. */
  folders: FolderKeep;
  /** Where edits of records are kept. */
  steps: StepKeep;
  /** Path of this site on its host: another site there keeps edits of its own under the same names of records. */
  site: string;
  /** Reads and checks tables that are in memory. */
  reread(job: TablesJob): Promise<StanceRecord>;
  /** The files of a record of the site, or files of the reader's out of their zip and folder. */
  files(name: string, kept: Files | null): Promise<ReadonlyMap<string, Uint8Array>>;
  /** Keeps the mapping of a sheet that a record carries, for the next sheet of the kind. */
  takeMapping(written: unknown): void;
  /** Pictures, sounds and films of a record of the site, or among files of the reader's. */
  media(name: string, files: Files | null): Promise<MediaFiles>;
  /** What can be asked about an address that a link names. */
  offer(address: string): Offer;
  /** The file at an address. */
  fetch(url: string, limits: { signal: AbortSignal; onProgress: Progress }): Promise<Files>;
  /** Opens a packed folder. */
  packed(place: PackedPlace): Promise<PackedDoor>;
  /** Puts a link into the address bar as a new entry of the history. */
  push(link: string): void;
  /** Puts a link into the address bar in place of the one that stands there. */
  replace(link: string): void;
}

interface Limits {
  signal: AbortSignal;
  onProgress: Progress;
}

/** What came of files, under which names, and how it is done once more: with other grades, or as a record of its own. */
interface Came {
  outcome: Delivered;
  names: string[];
  again: (grades: GradeChoice) => Promise<void>;
  /** Null where it is a record of its own already. */
  alone: (() => Promise<void>) | null;
}

/** How files are opened. */
interface How {
  /** The view in which what comes of them is shown. */
  hash?: string;
  grades?: GradeChoice;
  /** They are a record of their own, also where they are a table or two. */
  alone?: boolean;
  /** The folder that they came from, and that stays open. */
  handle?: FolderHandle | null;
}

/** What went wrong, for the reader. */
interface Problem {
  title: string;
  text: string;
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** What the reader ended is no problem. */
class Ended extends Error {}

/** Ms after which the reader is told what is being read. */
const SLOW = 2000;

/**
 * Opens records: by a link, by choice, or from files that the reader drops, which are then kept in this browser, where they can be
 * renamed and removed. Holds the focus that the workspace shows, and what is to be said meanwhile.
 */
export class Opening implements Records {
  /** Null until a record is open. */
  focus: Focus | null = $state.raw(null);
  problem: Problem | null = $state.raw(null);
  /** Data at an address that a link names, until the reader has said whether they are fetched. */
  offered: (Offer & { hash: string }) | null = $state.raw(null);
  /** The folder that the open record was read from, and that stays open. */
  folder: FolderLink | null = $state.raw(null);
  /** The packed folder of the open record; null for a record that is here whole. */
  packed: OpenPacked | null = $state.raw(null);
  /** One that has been opened and is not shown yet. */
  #coming: OpenPacked | null = null;
  /** The reader's edits of the open record. */
  edits: Edits | null = $state.raw(null);
  /** Said below the masthead until it is closed; `undo` takes back what it says. */
  notice: { text: string; undo: (() => Promise<void>) | null; undoWords?: string } | null = $state.raw(null);
  /** The notice that tells of a link: the next link ends it. */
  #ofLink: Opening['notice'] = null;
  /** Tables that came alone: parts of the open record, or one of their own, as the reader says; null for none. */
  loose: { laid: readonly Laid[]; alone: () => Promise<void> } | null = $state.raw(null);
  /** Sheets of which the reader has to say what their columns mean; null for none. */
  desk: SheetDesk | null = $state.raw(null);
  /** What was understood of what was brought last, until it is closed; `again` reads it anew with other grades. */
  brought: { report: Report; again: (grades: GradeChoice) => Promise<void> } | null = $state.raw(null);
  readonly home: { name: string; title: string };
  readonly #doors: Doors;
  #kept: readonly KeptName[] = $state.raw([]);
  #progress: { text: string; share: number | null } = $state.raw({ text: '', share: null });
  #slow = $state(false);
  /** The record that is being read, by its title or name. */
  #awaited = $state('');
  /** Of the latest record that was asked for: one that comes later than another chosen meanwhile is not shown, and is read no further. */
  #asked = new AbortController();
  #stopWriting = (): void => undefined;
  /** Record whose pictures, sounds and films are at hand; empty for none. */
  #shelved = '';

  readonly list: readonly KnownRecord[] = $derived.by(() => [
    ...this.#doors.builtIn.map((one) => ({ ...one, kept: false, damaged: false })),
    ...this.#kept.map((one) => ({ ...one, kept: true })),
  ]);

  constructor(doors: Doors) {
    const [home] = doors.builtIn;
    if (home === undefined) throw new Error('A page needs a record to open.');
    this.home = home;
    this.#doors = doors;
  }

  /** What is being read and waited for, once it takes long, and the share of it that is done, where that is known; else null. */
  get waiting(): { title: string; text: string; share: number | null } | null {
    const { text, share } = this.#progress;
    return this.#slow ? { title: this.#awaited, text: text || 'Reading the tables', share } : null;
  }

  /** Ends the reading that is under way: what is open stays open. */
  cancel(): void {
    this.#asked.abort(new Ended());
    if (this.focus !== null) return;
    this.problem = { title: 'The reading was stopped', text: 'No record is open.' };
  }

  /** Reads the open record anew, past every cache, and shows it as it stands. */
  async again(): Promise<void> {
    const { focus } = this;
    if (focus === null) return;
    const link = linkOf(focus);
    this.#write(focus);
    await this.#open(focus.record.meta.name, link, true);
  }

  /** Opens what a link says, and looks what is kept here. */
  async start(hash: string): Promise<void> {
    await Promise.all([this.#offer(hash) ? Promise.resolve() : this.#go(hash), this.#look()]);
  }

  /** Shows what a link says: within the record that is open, or after opening another. */
  async follow(hash: string): Promise<void> {
    if (this.#offer(hash)) return;
    const name = this.#nameIn(hash);
    const { focus } = this;
    if (focus === null || focus.record.meta.name !== name) {
      if (focus !== null) this.#write(focus);
      return this.#go(hash);
    }
    this.problem = null;
    this.#ask();
    this.#write(focus);
    // What was pointed at is of the view before, and no element says so when it is taken away.
    focus.hover = null;
    focus.state = { ...decodeView(hash, startOf(focus.record, focus.state.data)), data: focus.state.data };
    this.#tell(hash);
    this.#address(name);
  }

  /** Opens the record that a link asks for, in the view that it names. */
  async #go(hash: string): Promise<void> {
    const name = this.#nameIn(hash);
    await this.#open(name, hash);
    this.#address(name);
  }

  /** The address holds the whole view from the first moment, however little the link named: copied then, it means the same for ever. */
  #address(name: string): void {
    const { focus } = this;
    if (focus !== null && this.problem === null && focus.record.meta.name === name) this.#doors.replace(linkOf(focus));
  }

  choose(name: string): void {
    void this.show(name);
  }

  /** Opens a record at its own first view, as a new entry of the history. */
  async show(name: string): Promise<void> {
    await this.#open(name, '');
    if (this.focus?.record.meta.name === name) this.#doors.push(linkOf(this.focus));
  }

  get keepFolder(): (() => Promise<void>) | null {
    const { pick } = this.#doors.folders;
    return pick === null ? null : () => this.#chooseFolder(pick);
  }

  /** The reader comes back to the page: what was written into the open record's folder meanwhile is read. */
  returned(): void {
    void this.folder?.returned();
  }

  async #chooseFolder(pick: () => Promise<FolderHandle | null>): Promise<void> {
    await this.#try('That folder could not be opened', async () => {
      const handle = await pick();
      if (handle === null) return;
      const files = () => filesOfFolder(handle);
      await this.#files(`“${handle.name}”`, files, { alone: true, handle });
    });
  }

  openFiles(list: FileList): void {
    void this.take(() => Promise.resolve(filesIn(list)));
  }

  /**
   * Files from the reader's own machine: a record (folder, tables or zip), or what another tool wrote. Checked, shown, and kept in this
   * browser. Sheets whose columns nobody knows are left in `desk`.
   */
  async take(from: () => Promise<Files>): Promise<void> {
    await this.#files('Your files', from);
  }

  /** Asks the reader about data at an address, where a link names one. */
  #offer(hash: string): boolean {
    const address = addressIn(hash);
    this.offered = address === '' ? null : { ...this.#doors.offer(address), hash };
    return address !== '';
  }

  /** Fetches what a link offers, since the reader said so, and opens it on the link's view. */
  async fetchOffered(): Promise<void> {
    const { offered } = this;
    if (offered === null || !offered.may) return;
    this.offered = null;
    const { url, hash } = offered;
    const base = packedAt(url);
    if (base !== null) {
      await this.#openPacked({ kind: 'address', base }, url, withoutAddress(hash));
      return;
    }
    await this.#files(url, (limits) => this.#doors.fetch(url, limits), { hash: withoutAddress(hash) });
  }

  /** Leaves it unfetched: what is open stays open, and where nothing is, the page's own record opens. */
  async leaveOffered(): Promise<void> {
    this.offered = null;
    if (this.focus === null) await this.show(this.home.name);
    else this.#doors.push(linkOf(this.focus));
  }

  /**
   * Lays tables that came alone over the open record, as one step of its edits.
   *
   * @param whole rows that they lack are taken out as well
   */
  lay(whole: boolean): void {
    const { loose, edits } = this;
    this.loose = null;
    if (loose === null || edits === null) return;
    const files = list(loose.laid.map(({ table }) => `${table}.csv`));
    const changes = loose.laid.flatMap(({ changes: own, removed }): Change[] => [...own, ...(whole ? removed : [])]);
    const done = edits.apply(changes, `${files} laid over`);
    const text = done
      ? `${files} laid over: ${count(changes.length, { one: 'row differs', other: 'rows differ' })}. “My changes” on the desk has them.`
      : `Nothing in ${files} differs.`;
    this.notice = {
      text,
      undoWords: 'Take it back',
      undo: done ? () => Promise.resolve(void (edits.undo() && (this.notice = null))) : null,
    };
  }

  /** Opens one of the sheets by what the reader says of its columns, with those that have the same columns. */
  async map(which: number, mapping: Mapping, mends: readonly Mend[]): Promise<void> {
    const { desk } = this;
    if (desk !== null) await this.#map(desk, which, mapping, mends);
  }

  /** The reader has seen what there was to see of what was brought. */
  putAway(): void {
    this.desk?.close();
    this.desk = null;
    this.brought = null;
  }

  async #map(desk: SheetDesk, which: number, mapping: Mapping, mends: readonly Mend[]): Promise<void> {
    this.desk = null;
    const file = (desk.sheets[which]?.file ?? '').replace(/, sheet “.*$/, '');
    const done = await this.#bring('Your sheet', async (limits) => ({
      outcome: await desk.map(which, mapping, mends, limits),
      names: [file],
      again: (grades) => this.#map(desk, which, { ...mapping, grades: { ...mapping.grades, ...grades } }, mends),
      alone: null,
    }));
    // What was chosen is still there to be changed.
    if (!done) this.desk = desk;
  }

  async #files(title: string, from: (limits: Limits) => Promise<Files>, how: How = {}): Promise<boolean> {
    const { grades = {}, alone = false } = how;
    let folder = '';
    let packed: PackedPlace | null = null as PackedPlace | null;
    const done = await this.#bring(
      title,
      async (limits) => {
        const given = await from(limits);
        if (given.size === 0 || limits.signal.aborted) return null;
        packed = await packedIn(given);
        folder = nameOfFiles(given.keys());
        if (packed !== null) return null;
        const same = () => Promise.resolve(given);
        return {
          outcome: await this.#doors.bring({ files: given, grades }, limits),
          names: [...given.keys()],
          again: async (more) => void (await this.#files(title, same, { grades: { ...grades, ...more } })),
          alone: alone ? null : async () => void (await this.#files(title, same, { ...how, alone: true })),
        };
      },
      how,
    );
    if (packed !== null) await this.#openPacked(packed, folder, how.hash);
    return done || packed !== null;
  }

  /** Reads what the first picture of a packed folder needs. */
  async #readPacked(place: PackedPlace, name: string, signal: AbortSignal): Promise<StanceRecord> {
    const door = await this.#doors.packed(place);
    const end = () => door.close();
    signal.addEventListener('abort', end);
    try {
      const record = await door.open(name, (line) => this.#said(signal)(line));
      this.#coming = new OpenPacked(
        door,
        (more) => {
          const { focus } = this;
          if (focus?.record.meta.name === name) focus.open(titled(more, focus.record.meta.title), { ...focus.state });
        },
        async (title, _, files) => {
          const { focus } = this;
          const hash = focus === null ? '' : linkOf(focus);
          await this.#files(title, files, { hash, alone: true });
        },
      );
      return record;
    } catch (error) {
      door.close();
      throw error;
    } finally {
      signal.removeEventListener('abort', end);
    }
  }

  /** Opens a packed folder. One at an address is kept in mind here by that alone; dropped files stay where they are. */
  async #openPacked(place: PackedPlace, title: string, hash = ''): Promise<void> {
    this.problem = null;
    this.notice = null;
    const { signal } = this.#ask();
    const late = this.#late(title);
    try {
      const wanted = linkName(place.kind === 'address' ? lastFolder(place.base) : title, this.#taken());
      const record = await this.#readPacked(place, wanted, signal);
      if (signal.aborted) return;
      this.edits?.close();
      this.edits = null;
      if (place.kind === 'address') {
        const files = new Map([[POINTER, new TextEncoder().encode(place.base)]]);
        await this.#put({ name: wanted, title: record.meta.title, files, kept: Date.now() }, []);
      }
      const focus = this.#show(record, wanted, hash);
      this.#doors.push(linkOf(focus));
      await this.#findFolder(wanted, null);
      if (place.kind === 'files')
        this.notice = {
          text: `“${record.meta.title}” is packed and stays in its folder: after a reload, drop it again.`,
          undo: null,
        };
    } catch (error) {
      if (!signal.aborted) this.problem = { title: 'That packed folder could not be opened', text: wordsOf(error) };
    } finally {
      late();
    }
  }

  /** Opens what comes of files. Returns whether something is shown of it: a record, or what the reader has to say first. */
  async #bring(
    title: string,
    from: (limits: Limits) => Promise<Came | null>,
    { hash = '', handle = null }: How = {},
  ): Promise<boolean> {
    this.problem = null;
    this.notice = null;
    this.loose = null;
    const { signal } = this.#ask();
    const late = this.#late(title);
    try {
      const came = await from({ signal, onProgress: this.#said(signal) });
      if (came === null || signal.aborted) return false;
      const { outcome, names, again, alone } = came;
      if (outcome.kind === 'unknown') throw new Error(outcome.message);
      this.desk?.close();
      this.desk = outcome.kind === 'sheets' ? outcome.desk : null;
      if (outcome.kind === 'sheets') return true;
      const { edits } = this;
      if (outcome.kind === 'dataset' && alone !== null && edits !== null && mayBeLoose(outcome.files)) {
        // The reader of tables comes when there is something to read.
        const { layOverAll, looseTables } = await import('../edits/layOver');
        const tables = looseTables(await allBytes(outcome.files));
        const laid = tables && layOverAll(tables, (table) => edits.table(table));
        if (laid !== null) {
          this.loose = { laid, alone };
          return true;
        }
      }
      const { files } = outcome;
      const wanted = linkName(nameOfFiles(names), this.#taken());
      const first = await this.#doors.read(files, wanted, this.#said(signal), { signal });
      const { name, log } = await this.#placeFor(wanted, first);
      const read = name === wanted ? first : { ...first, meta: { ...first.meta, name } };
      const record = Object.keys(read.tables).length === 0 ? read : await this.#edited(read, signal, log);
      if (signal.aborted) return false;
      // Nothing of it is a table: what is open stays open.
      if (Object.keys(record.tables).length === 0) {
        const unread = record.faults.find((fault) => fault.rule === 'unreadable-file');
        throw new Error(
          unread?.message ?? 'No table of a dataset is in it. A dataset is a folder of CSV tables, actors.csv at least.',
        );
      }
      const { kept, left } = keptOf(files);
      await this.#put({ name, title: record.meta.title, files: kept, kept: Date.now(), log }, left);
      if (handle !== null && outcome.kind === 'dataset') await this.#doors.folders.put(name, handle).catch(() => undefined);
      if (signal.aborted) return false;
      const focus = this.#show(record, name, hash, files);
      // What is only warned of hides no row: the pictures are what was asked for, and the desk has the list. It is chosen, and the link is
      // kept, in the turn in which the record is shown: a reader may go on from there at once.
      if (record.faults.some(({ severity }) => severity === 'error')) focus.state = { ...focus.state, page: 'desk' };
      this.#doors.push(linkOf(focus));
      await this.#findFolder(name, handle);
      this.brought = outcome.kind === 'brought' ? { report: outcome.report, again } : null;
      return true;
    } catch (error) {
      if (!signal.aborted) this.problem = { title: 'That could not be read', text: wordsOf(error) };
      return false;
    } finally {
      late();
    }
  }

  async rename(name: string, title: string): Promise<void> {
    const words = title.trim().replace(/\s+/g, ' ');
    await this.#try('That could not be renamed', async () => {
      const dataset = await this.#doors.keep.get(name);
      if (dataset === undefined || words === '' || words === dataset.title) return;
      await this.#doors.keep.put({ ...dataset, title: words });
      await this.#look();
      const { focus } = this;
      if (focus?.record.meta.name !== name) return;
      if (this.edits !== null) this.edits.publish(titled(this.edits.published, words));
      focus.open(titled(focus.record, words), { ...focus.state });
    });
  }

  async remove(name: string): Promise<void> {
    await this.#try('That could not be removed', async () => {
      const dataset = await this.#doors.keep.raw(name);
      if (dataset === undefined) return;
      const title = asKept(dataset)?.title ?? name;
      const handle = await this.#doors.folders.get(name).catch(() => null);
      await this.#doors.keep.forget(name);
      await this.#doors.folders.forget(name).catch(() => undefined);
      await this.#look();
      const open = this.focus?.record.meta.name === name;
      if (open) await this.show(this.home.name);
      this.notice = {
        text: `“${title}” is removed from this browser.`,
        undo: () =>
          this.#try('That could not be brought back', async () => {
            await this.#doors.keep.put(dataset as KeptDataset);
            if (handle !== null) await this.#doors.folders.put(name, handle);
            await this.#look();
            this.notice = null;
            if (open) await this.show(name);
          }),
      };
    });
  }

  async raw(name: string): Promise<string> {
    const bytes = (value: unknown) => (value instanceof Uint8Array ? new TextDecoder().decode(value) : value);
    const plain = (_: string, value: unknown) => (value instanceof Map ? Object.fromEntries(value) : bytes(value)) as unknown;
    return JSON.stringify(await this.#doors.keep.raw(name), plain, 2);
  }

  /** The name that a link asks for; the home's where it asks for none. */
  #nameIn(hash: string): string {
    return decodeView(hash, START).data || this.home.name;
  }

  /** What was asked for before is ended: the last choice wins, not the last to come. */
  #ask(): AbortController {
    this.#asked.abort(new Ended());
    this.#asked = new AbortController();
    return this.#asked;
  }

  /** The reader is told what is waited for once it takes long. Returns what ends that. */
  #late(title: string): () => void {
    this.#progress = { text: '', share: null };
    this.#slow = false;
    this.#awaited = title;
    const timer = setTimeout(() => (this.#slow = true), SLOW);
    const { signal } = this.#asked;
    const end = () => {
      clearTimeout(timer);
      // Another one that is read by now tells of itself.
      if (signal === this.#asked.signal) this.#slow = false;
    };
    signal.addEventListener('abort', end);
    return end;
  }

  #said(signal: AbortSignal): Progress {
    return (text, share) => {
      if (!signal.aborted) this.#progress = { text, share: share ?? null };
    };
  }

  async #open(name: string, hash: string, fresh = false): Promise<void> {
    this.problem = null;
    const { signal } = this.#ask();
    const late = this.#late(this.list.find((one) => one.name === name)?.title ?? name);
    try {
      const published = await this.#load(name, signal, fresh);
      const record = signal.aborted ? published : await this.#edited(published, signal, await this.#logOf(name));
      if (signal.aborted) return;
      this.#show(record, name, hash);
      await this.#findFolder(name);
    } catch (error) {
      if (!signal.aborted) this.problem = { title: 'This record could not be opened', text: wordsOf(error) };
    } finally {
      late();
    }
  }

  async #load(name: string, signal: AbortSignal, fresh: boolean): Promise<StanceRecord> {
    const said = this.#said(signal);
    if (this.#doors.builtIn.some((one) => one.name === name)) return this.#doors.load(name, said, { signal, fresh });
    const dataset = await this.#doors.keep.get(name).catch(() => undefined);
    if (this.#kept.some((one) => one.damaged && one.name === name))
      throw new Error(`What is kept here as “${name}” is damaged. On the desk it can be saved as it is, and removed.`);
    const pointer = dataset?.files.get(POINTER);
    if (pointer !== undefined && dataset !== undefined) {
      const base = new TextDecoder().decode(await bytesIn(pointer));
      return titled(await this.#readPacked({ kind: 'address', base }, name, signal), dataset.title);
    }
    if (dataset === undefined) {
      throw new Error(
        `This link shows a dataset called “${name}”, which is not part of this site. Drop its folder or zip on the page to see it; it stays on this machine.`,
      );
    }
    return titled(await this.#doors.read(dataset.files, name, said, { signal }), dataset.title);
  }

  /** A record as it stands with the reader's edits of it, which are followed from now on. */
  async #edited(published: StanceRecord, signal: AbortSignal, log: string): Promise<StanceRecord> {
    const { name } = published.meta;
    // Of a packed record there is no table to write in.
    if (published.packed !== undefined) {
      this.edits?.close();
      this.edits = null;
      return published;
    }
    const doors: EditDoors = {
      keep: this.#doors.steps,
      reread: (job) => this.#doors.reread(job),
      show: (record) => {
        const { focus } = this;
        if (focus?.record.meta.name !== name) return;
        focus.open(record, { ...focus.state });
        void this.#shelve(focus);
      },
      files: async () => {
        const builtIn = this.#doors.builtIn.some((one) => one.name === name);
        const { folder } = this;
        const open = this.focus?.record.meta.name === name && folder !== null ? new Map(folder.files) : null;
        return this.#doors.files(name, builtIn ? null : (open ?? (await this.#doors.keep.get(name))?.files ?? new Map()));
      },
      newer: () => void this.#folderSaved(name),
    };
    const edits = new Edits(published, doors, log);
    const record = await edits.load();
    if (signal.aborted) edits.close();
    else {
      this.edits?.close();
      this.edits = edits;
    }
    return record;
  }

  /** Names that come with the page: a reader's own record never stands in their place. */
  #taken(): string[] {
    return this.#doors.builtIn.map(({ name }) => name);
  }

  /** Name under which edits of a record are kept. */
  async #logOf(name: string): Promise<string> {
    if (this.#taken().includes(name)) return this.#doors.site === '/' ? name : `${name}~${this.#doors.site}`;
    return (await this.#doors.keep.get(name).catch(() => undefined))?.log ?? name;
  }

  /**
   * Where files that were brought are kept: in the place of what was kept under their name, where that is an earlier edition of them, else
   * under a name that is free, so that neither hides the other nor gets its edits.
   */
  async #placeFor(wanted: string, record: StanceRecord): Promise<{ name: string; log: string }> {
    const { keep } = this.#doors;
    for (let n = 1; ; n++) {
      const name = n === 1 ? wanted : `${wanted}-${n}`;
      const known = await keep.get(name).catch(() => undefined);
      if (known === undefined) {
        // Edits may be left of another record of this name that was removed.
        const { steps } = await this.#doors.steps.read(name).catch(() => ({ steps: [] }));
        return { name, log: areOf(steps, record.tables) ? name : `${name}~${Date.now().toString(36)}` };
      }
      const before = await this.#doors.read(known.files, name, () => undefined, { signal: this.#asked.signal });
      if (sameRecord(before.tables, record.tables)) return { name, log: known.log ?? name };
    }
  }

  /** The folder that a record was read from, where it stays open: it is read again, or offered to be. */
  async #findFolder(name: string, chosen: FolderHandle | null = null): Promise<void> {
    this.folder = null;
    if (this.#taken().includes(name)) return;
    const handle = chosen ?? (await this.#doors.folders.get(name).catch(() => null));
    const kept = handle === null ? undefined : await this.#doors.keep.get(name).catch(() => undefined);
    if (handle === null || this.focus?.record.meta.name !== name) return;
    const link: FolderLink = new FolderLink(handle, {
      files: await (kept === undefined ? filesOfFolder(handle) : allBytes(kept.files)).catch(() => new Map<string, Uint8Array>()),
      edits: () => (this.folder === link ? this.edits : null),
      read: async (files) => {
        const title = (await this.#doors.keep.get(name).catch(() => undefined))?.title;
        const record = await this.#doors.read(files, name, () => undefined, { signal: new AbortController().signal });
        return title === undefined ? record : titled(record, title);
      },
      keep: async (files) => {
        const now = await this.#doors.keep.get(name).catch(() => undefined);
        if (now !== undefined) {
          const { kept, left } = keptOf(files);
          await this.#put({ ...now, files: kept, kept: Date.now() }, left);
        }
      },
      tell: (text, offer) => {
        if (this.folder === link)
          this.notice = {
            text,
            undo: offer ? () => link.again() : null,
            ...(offer ? { undoWords: 'Read the folder again' } : {}),
          };
      },
    });
    this.folder = link;
    await link.open();
  }

  /** Another tab saved edits into the folder of the open record: what is kept of it is read. */
  async #folderSaved(name: string): Promise<void> {
    const { edits } = this;
    if (edits?.record !== name) return;
    const record = await this.#load(name, this.#asked.signal, false).catch(() => null);
    if (record !== null && this.edits === edits) edits.publish(record);
  }

  /** Shows a record under the state that the link gives, read over the dataset's own first view. */
  #show(record: StanceRecord, name: string, hash: string, files: Files | null = null): Focus {
    const data = name === this.home.name ? '' : name;
    if (this.packed !== this.#coming) this.packed?.close();
    this.packed = record.packed === undefined ? null : this.#coming;
    this.#coming = null;
    const state = { ...decodeView(hash, startOf(record, data)), data };
    this.#tell(hash);
    this.#doors.takeMapping(record.meta.brought?.written.mapping);
    if (this.focus === null) {
      this.focus = new Focus(record, state);
      this.#write(this.focus);
    } else this.focus.open(record, state);
    this.#shelved = '';
    void this.#shelve(this.focus, files);
    void this.packed?.begin(record);
    return this.focus;
  }

  /** Looks for the pictures, sounds and films that the open record names, once for each record. */
  async #shelve(focus: Focus, files: Files | null = null): Promise<void> {
    const { name } = focus.record.meta;
    if (this.#shelved === name) return;
    focus.media?.close();
    focus.media = NO_MEDIA;
    if (mediaOf(focus.record).length === 0) return;
    this.#shelved = name;
    focus.media = null;
    const builtIn = this.#doors.builtIn.some((one) => one.name === name);
    const kept = builtIn
      ? null
      : (files ?? (await this.#doors.keep.get(name).catch(() => undefined))?.files ?? new Map<string, FileBody>());
    const media = await this.#doors.media(name, kept).catch(() => NO_MEDIA);
    // Another record was opened meanwhile.
    if (this.#shelved === name && focus.record.meta.name === name) focus.media = media;
    else media.close();
  }

  /** Says what of a link was passed over; what an earlier one left unsaid is over. */
  #tell(hash: string): void {
    const parts = passedOver(hash);
    if (this.notice === this.#ofLink) this.notice = null;
    if (parts.length > 0) this.notice = this.#ofLink = { text: linkMessages.passedOver(parts), undo: null };
  }

  /** Keeps the address in step with the focus. Begun anew, it drops what had not been written yet: a link that is followed has overtaken it. */
  #write(focus: Focus): void {
    this.#stopWriting();
    this.#stopWriting = writeHistory(focus);
  }

  async #put(dataset: KeptDataset, left: readonly string[]): Promise<void> {
    try {
      await this.#doors.keep.put(dataset);
      await this.#look();
      if (left.length > 0) this.notice = { text: openingMessages.mediaLeft(left, sizeWords(MOST_KEPT)), undo: null };
    } catch (error) {
      // It is shown all the same; what it will not survive is said.
      const text = `“${dataset.title}” is not kept, since ${refusalOf(error)}: a reload will not find it.`;
      this.notice = { text, undo: null };
    }
  }

  /** What is kept; where the browser does not say, what was known before. */
  async #look(): Promise<void> {
    this.#kept = await this.#ownNames().catch(() => this.#kept);
  }

  /** Kept records under names of their own: one whose name a record of the site bears by now gets another, so that neither hides the other. */
  async #ownNames(): Promise<KeptName[]> {
    const { keep, builtIn } = this.#doors;
    const taken = builtIn.map(({ name }) => name);
    const list = await keep.list();
    const hidden = list.filter(({ name, damaged }) => !damaged && taken.includes(name));
    for (const { name } of hidden) {
      const dataset = await keep.get(name);
      if (dataset === undefined) continue;
      let free = linkName(name, taken);
      while (list.some((one) => one.name === free)) free = `my-${free}`;
      await keep.put({ ...dataset, name: free });
      await keep.forget(name);
    }
    return hidden.length === 0 ? list.filter(({ name }) => !taken.includes(name)) : keep.list();
  }

  async #try(title: string, act: () => Promise<void>): Promise<void> {
    this.problem = null;
    try {
      await act();
    } catch (error) {
      this.problem = { title, text: wordsOf(error) };
    }
  }
}

/** Whether files are few enough to be tables of the open record; a folder or an archive is none. */
const mayBeLoose = (files: Files): boolean => files.size <= 2 && [...files.keys()].every((path) => /\.csv$/i.test(path));

const titled = (record: StanceRecord, title: string): StanceRecord => ({ ...record, meta: { ...record.meta, title } });
