import type { DBSchema } from 'idb';
import { Journal, refusalOf, store, Tabs } from '../../ui/browserStore';
import { asForm, isBlank, newForm, type FormDraft } from './formDraft';

interface Kept {
  /** Record and draft. */
  key: string;
  record: string;
  form: FormDraft;
}

interface Schema extends DBSchema {
  forms: { key: string; value: Kept };
}

const kept = store<Schema>('stanceline-forms', 1, (database) => {
  database.createObjectStore('forms', { keyPath: 'key' });
});

const journal = new Journal('form');

/** Typing is stored once the hand rests; until then it stands in the journal. */
const REST = 300;

const word = () => Math.random().toString(36).slice(2, 10);

const opened = new Map<string, Forms>();

/** The forms of a record: the same ones wherever the page asks. */
export function formsOf(record: string): Forms {
  const known = opened.get(record);
  if (known !== undefined) return known;
  const forms = new Forms(record);
  opened.set(record, forms);
  void forms.read();
  return forms;
}

/**
 * What is being entered by the form: the one that is open, and those that were set aside. Every keystroke is written down at once and
 * stored once the hand rests. Another tab's form is another form: where both changed one, both stand.
 */
export class Forms {
  readonly record: string;
  list: readonly FormDraft[] = $state.raw([]);
  /** The one that is open. */
  current: FormDraft = $state.raw(newForm(word(), 0));
  ready = $state(false);
  /** Why they are not kept in this browser; empty where they are. */
  problem = $state('');
  readonly #tabs: Tabs;
  /** When each form that is stored was changed, as this tab knows it. */
  readonly #stored = new Map<string, number>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(record: string) {
    this.record = record;
    this.#tabs = new Tabs(`stanceline-forms ${record}`, (id) => void this.#hear(id));
  }

  /** Forms that were set aside, last changed first. */
  get aside(): readonly FormDraft[] {
    return this.list.filter(({ id }) => id !== this.current.id).sort((a, b) => b.changed - a.changed);
  }

  async read(): Promise<void> {
    try {
      for (const [name, text] of journal.left()) {
        if (!name.startsWith(`${this.record} `)) continue;
        const { base, form } = parsed(text);
        const left = asForm(form);
        if (left !== null) await this.#put(left, typeof base === 'number' ? base : undefined);
        journal.done(name);
      }
      const all: unknown[] = await (await kept()).getAll('forms');
      const forms = all.flatMap((one) => {
        const { record, form } = one as Partial<Kept>;
        const read = record === this.record ? asForm(form) : null;
        return read === null ? [] : [read];
      });
      for (const form of forms) this.#stored.set(form.id, form.changed);
      const [last] = forms.sort((a, b) => b.changed - a.changed);
      // What was typed while the browser was being asked stays open.
      if (this.current.changed === 0 && last !== undefined) this.current = last;
      this.list = [...forms.filter(({ id }) => id !== this.current.id), ...(isBlank(this.current) ? [] : [this.current])];
    } catch (error) {
      this.#refused(error);
    }
    this.ready = true;
  }

  change(change: Partial<FormDraft>): void {
    this.current = { ...this.current, ...change, changed: this.#now() };
    this.#keep();
  }

  /** A moment after every change that is known: two within one tick of the clock keep their order. */
  #now(): number {
    return Math.max(Date.now(), this.current.changed + 1);
  }

  /** Sets the open form aside, and opens an empty one of the same coder. */
  setAside(): void {
    this.flush();
    const { coder, coderName } = this.current;
    this.current = { ...newForm(word(), this.#now()), coder, coderName };
  }

  open(id: string): void {
    const form = this.list.find((one) => one.id === id);
    if (form === undefined) return;
    this.flush();
    this.current = form;
  }

  remove(id: string): void {
    this.list = this.list.filter((one) => one.id !== id);
    this.#stored.delete(id);
    journal.done(this.#line(id));
    void kept()
      .then((database) => database.delete('forms', this.#line(id)))
      .then(() => this.#tabs.tell(id))
      .catch(() => undefined);
  }

  #line(id: string): string {
    return `${this.record} ${id}`;
  }

  #keep(): void {
    const { current } = this;
    this.list = [...this.list.filter(({ id }) => id !== current.id), current];
    journal.note(this.#line(current.id), JSON.stringify({ base: this.#stored.get(current.id) ?? 0, form: current }));
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), REST);
  }

  /** Stores what is waiting now: before the page is left. */
  flush(): void {
    clearTimeout(this.#timer);
    const { current } = this;
    if (current.changed === this.#stored.get(current.id) || isBlank(current)) return;
    this.#put(current, this.#stored.get(current.id)).then(
      (stored) => {
        this.problem = '';
        const now = this.current.id === current.id ? this.current : this.list.find(({ id }) => id === current.id);
        // What was typed since stands in the journal until it is stored itself.
        if (now === undefined || now.changed === current.changed) journal.done(this.#line(current.id));
        // Another tab had changed it too: this one goes on under a word of its own.
        if (stored.id !== current.id && this.current.id === current.id) {
          this.current = { ...this.current, id: stored.id };
          this.list = [...this.list, this.current];
        }
        this.#tabs.tell(stored.id);
      },
      (error: unknown) => this.#refused(error),
    );
  }

  /**
   * Stores a form; under another id where another tab has stored it since. Returns what is stored now.
   *
   * @param base when the form was changed that this one was made from, 0 where it was never stored
   */
  async #put(form: FormDraft, base = 0): Promise<FormDraft> {
    const transaction = (await kept()).transaction('forms', 'readwrite');
    const before = asForm((await transaction.store.get(this.#line(form.id)))?.form);
    if (before?.changed === form.changed) return before;
    const own = before !== null && before.changed > base ? { ...form, id: word() } : form;
    await transaction.store.put({ key: this.#line(own.id), record: this.record, form: own });
    await transaction.done;
    this.#stored.set(own.id, own.changed);
    return own;
  }

  async #hear(id: string): Promise<void> {
    const theirs = await kept()
      .then(async (database) => asForm((await database.get('forms', this.#line(id)))?.form))
      .catch(() => null);
    if (id === this.current.id) return;
    this.list = [...this.list.filter((one) => one.id !== id), ...(theirs === null ? [] : [theirs])];
  }

  #refused(error: unknown): void {
    this.problem = `What you enter is not kept here, since ${refusalOf(error)}. Add the row before you leave.`;
  }
}

function parsed(text: string): { base?: unknown; form?: unknown } {
  try {
    return (JSON.parse(text) ?? {}) as { base?: unknown; form?: unknown };
  } catch {
    return {};
  }
}
