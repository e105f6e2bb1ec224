import type { Story } from '../../record/record';
import { freshId, newDraft, type Draft } from './draft';
import { draftOf } from './draftCsv';
import { dropDraft, keepDraft, keptDrafts } from './draftStore';
import { begun, done, redone, undone, type Undo } from './undo';

/** Typing is kept once the hand rests. */
const REST = 300;

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

/** The stories that a reader writes on one dataset: every change is kept in this browser at once, and can be undone. */
export class Drafts {
  list: Draft[] = $state.raw([]);
  /** Whether this browser's drafts have been read. */
  ready = $state(false);
  /** "Kept in this browser", or why it is not. */
  problem = $state('');
  #history: Undo<Draft> | null = $state.raw(null);
  /** Last draft that was deleted, so that it can be brought back. */
  deleted: Draft | null = $state.raw(null);
  readonly dataset: string;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #waiting: Draft | null = null;

  constructor(dataset: string) {
    this.dataset = dataset;
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
      const kept = await keptDrafts(this.dataset);
      const here = new Set(this.list.map(({ id }) => id));
      this.list = [...this.list, ...kept.filter(({ id }) => !here.has(id))];
    } catch {
      this.problem = 'This browser keeps no drafts here (a private window, perhaps): save the tables before you leave.';
    }
    this.ready = true;
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

  /** A new draft, empty or from a story; returns its id. */
  create(story?: Story): string {
    const taken = new Set(this.list.map(({ id }) => id));
    const id = freshId(story?.title ?? 'story', taken);
    this.add(story === undefined ? newDraft(id) : draftOf(story, id));
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
    this.list = this.list.filter((draft) => draft.id !== id);
    if (this.current?.id === id) this.#history = null;
    if (this.#waiting?.id === id) this.#waiting = null;
    void dropDraft(this.dataset, id).catch(() => undefined);
  }

  restore(): void {
    if (this.deleted !== null) this.add(this.deleted);
    this.deleted = null;
  }

  #set(history: Undo<Draft>): void {
    this.#history = history;
    const { present } = history;
    this.list = this.list.map((draft) => (draft.id === present.id ? present : draft));
    this.#keep(present);
  }

  #keep(draft: Draft): void {
    if (this.#waiting !== null && this.#waiting.id !== draft.id) this.flush();
    this.#waiting = draft;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), REST);
  }

  /** Keeps what is waiting now: before the page is left. */
  flush(): void {
    clearTimeout(this.#timer);
    const draft = this.#waiting;
    this.#waiting = null;
    if (draft === null) return;
    keepDraft(this.dataset, draft).then(
      () => (this.problem = ''),
      () => (this.problem = 'This draft could not be kept in this browser: save the tables before you leave.'),
    );
  }
}
