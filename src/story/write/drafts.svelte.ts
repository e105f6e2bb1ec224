import type { StanceRecord, Story } from '../../record/record';
import { freshId, newDraft, type Draft } from './draft';
import { draftOf } from './draftCsv';
import { Journal, refusalOf, Tabs } from '../../ui/browserStore';
import { dropDamaged, dropDraft, keepDraft, keptDraft, keptDrafts, type Damaged } from './draftStore';
import { asDraft, mergeDrafts } from './mergeDrafts';
import { begun, done, rebased, redone, undone, type Undo } from './undo';

/** Typing is stored once the hand rests; until then it stands in the journal. */
const REST = 300;

const journal = new Journal('draft');

const opened = new Map<string, Drafts>();

/** The drafts of a dataset: the same ones wherever the page asks, so that what is written can be played before it is stored. */
export function draftsOf(dataset: string): Drafts {
  const known = opened.get(dataset);
  if (known !== undefined) return known;
  const drafts = new Drafts(dataset);
  opened.set(dataset, drafts);
  void drafts.read();
  return drafts;
}

/**
 * The stories that a reader writes on one dataset. Every keystroke is written down at once and stored once the hand rests; what other
 * tabs store is merged in by field, here and in what can be undone.
 */
export class Drafts {
  list: Draft[] = $state.raw([]);
  /** Whether this browser's drafts have been read. */
  ready = $state(false);
  /** Why drafts are not kept in this browser; empty where they are. */
  problem = $state('');
  /** What is kept and cannot be read as a draft. */
  damaged: Damaged[] = $state.raw([]);
  #history: Undo<Draft> | null = $state.raw(null);
  /** Last draft that was deleted, so that it can be brought back. */
  deleted: Draft | null = $state.raw(null);
  readonly dataset: string;
  /** Drafts as this tab last knew them to be stored. */
  readonly #stored = new Map<string, Draft>();
  /** What this tab has last sent to be stored of each draft that is on its way. */
  readonly #storing = new Map<string, Draft>();
  readonly #tabs: Tabs;
  /** Tells this tab's lines of the journal from those of others. */
  readonly #tab = Math.random().toString(36).slice(2);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #waiting: Draft | null = null;

  constructor(dataset: string) {
    this.dataset = dataset;
    this.#tabs = new Tabs(`stanceline-drafts ${dataset}`, (id) => void this.#hear(id));
  }

  // Getters: a derived value would live no longer than the page that made it, and drafts outlive pages.
  get current(): Draft | null {
    return this.#history?.present ?? null;
  }

  get canUndo(): boolean {
    return (this.#history?.past.length ?? 0) > 0;
  }

  get canRedo(): boolean {
    return (this.#history?.future.length ?? 0) > 0;
  }

  async read(): Promise<void> {
    try {
      await this.#recover();
      const { drafts, damaged } = await keptDrafts(this.dataset);
      const here = new Set(this.list.map(({ id }) => id));
      for (const draft of drafts) this.#stored.set(draft.id, draft);
      this.list = [...this.list, ...drafts.filter(({ id }) => !here.has(id))];
      this.damaged = damaged;
    } catch (error) {
      this.problem = `Drafts are not kept here, since ${refusalOf(error)}. Save the tables before you leave.`;
    }
    this.ready = true;
  }

  /** Stores what an earlier visit wrote down and did not come to store. */
  async #recover(): Promise<void> {
    for (const [name, text] of journal.left()) {
      if (!name.startsWith(`${this.dataset} `)) continue;
      const { base, mine } = linesOf(text);
      if (mine !== null) await keepDraft(this.dataset, base, mine);
      journal.done(name);
    }
  }

  find(id: string): Draft | undefined {
    return this.list.find((draft) => draft.id === id);
  }

  /** Opens a draft to change; its undo begins here. */
  open(id: string): void {
    if (this.current?.id === id) return;
    const draft = this.find(id);
    this.#history = draft === undefined ? null : begun(draft);
  }

  /** A new draft, empty or from a story of a record; returns its id. */
  create(from?: { story: Story; record: Pick<StanceRecord, 'actors'> }): string {
    const taken = new Set(this.list.map(({ id }) => id));
    const id = freshId(from?.story.title ?? 'story', taken);
    this.add(from === undefined ? newDraft(id) : draftOf(from.story, id, from.record));
    return id;
  }

  add(draft: Draft): void {
    this.list = [draft, ...this.list.filter(({ id }) => id !== draft.id)];
    this.#keep(draft);
    this.flush();
  }

  /** @param kind steps of one kind in a row are undone as one */
  change(draft: Draft, kind = ''): void {
    if (this.#history === null) return;
    this.#set(done(this.#history, { ...draft, changed: Date.now() }, kind));
  }

  undo(): void {
    if (this.#history !== null) this.#set(undone(this.#history));
  }

  redo(): void {
    if (this.#history !== null) this.#set(redone(this.#history));
  }

  remove(id: string): void {
    this.deleted = this.find(id) ?? null;
    this.#forget(id);
    if (this.#waiting?.id === id) this.#waiting = null;
    journal.done(this.#line(id));
    void dropDraft(this.dataset, id)
      .then(() => this.#tabs.tell(id))
      .catch(() => undefined);
  }

  restore(): void {
    if (this.deleted !== null) this.add(this.deleted);
    this.deleted = null;
  }

  /** Removes what could not be read. */
  removeDamaged(key: string): void {
    this.damaged = this.damaged.filter((one) => one.key !== key);
    void dropDamaged(key).catch(() => undefined);
  }

  #set(history: Undo<Draft>): void {
    this.#history = history;
    const { present } = history;
    this.list = this.list.map((draft) => (draft.id === present.id ? present : draft));
    this.#keep(present);
  }

  #line(id: string): string {
    return `${this.dataset} ${id} ${this.#tab}`;
  }

  #keep(draft: Draft): void {
    if (this.#waiting !== null && this.#waiting.id !== draft.id) this.flush();
    this.#waiting = draft;
    journal.note(this.#line(draft.id), JSON.stringify({ base: this.#stored.get(draft.id) ?? null, mine: draft }));
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), REST);
  }

  /** Stores what is waiting now: before the page is left. */
  flush(): void {
    clearTimeout(this.#timer);
    const draft = this.#waiting;
    this.#waiting = null;
    if (draft === null) return;
    // What is on its way is stored before this: to take it back is a change too.
    const base = this.#storing.get(draft.id) ?? this.#stored.get(draft.id) ?? null;
    this.#storing.set(draft.id, draft);
    const end = () => {
      if (this.#storing.get(draft.id) === draft) this.#storing.delete(draft.id);
    };
    keepDraft(this.dataset, base, draft).then(
      (stored) => {
        end();
        this.problem = '';
        if (this.#waiting?.id !== draft.id) journal.done(this.#line(draft.id));
        // A draft that was deleted while it was being stored stays deleted.
        if (this.find(draft.id) !== undefined) this.#take(draft, stored);
        this.#tabs.tell(draft.id);
      },
      (error: unknown) => {
        end();
        this.problem = `This draft is not kept here, since ${refusalOf(error)}. Save the tables before you leave.`;
      },
    );
  }

  /** Another tab stored or removed a draft. */
  async #hear(id: string): Promise<void> {
    const theirs = await keptDraft(this.dataset, id).catch(() => undefined);
    if (theirs === undefined) return;
    if (theirs !== null) this.#take(this.#stored.get(id) ?? null, theirs);
    // What is open here is not taken from under the hand: its next change stores it anew.
    else if (this.current?.id !== id) this.#forget(id);
    else this.#stored.delete(id);
  }

  /** What is stored now, which was `base` when this tab last looked: merged into what stands here. */
  #take(base: Draft | null, stored: Draft): void {
    const { id } = stored;
    this.#stored.set(id, stored);
    const merge = (mine: Draft) => (mine.id === id ? mergeDrafts(base, stored, mine) : mine);
    if (this.find(id) === undefined) this.list = [stored, ...this.list];
    else this.list = this.list.map(merge);
    if (this.#waiting !== null) this.#waiting = merge(this.#waiting);
    const history = this.#history;
    if (history?.present.id === id && merge(history.present) !== history.present) this.#history = rebased(history, merge);
  }

  #forget(id: string): void {
    this.#stored.delete(id);
    this.list = this.list.filter((draft) => draft.id !== id);
    if (this.current?.id === id) this.#history = null;
  }
}

function linesOf(text: string): { base: Draft | null; mine: Draft | null } {
  try {
    const { base, mine } = JSON.parse(text) as { base?: unknown; mine?: unknown };
    return { base: asDraft(base), mine: asDraft(mine) };
  } catch {
    return { base: null, mine: null };
  }
}
