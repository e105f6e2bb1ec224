import type { DBSchema } from 'idb';
import { isTableName } from '../record/schema';
import { Journal, store } from '../ui/browserStore';
import type { Cells, RowEdit, Step } from './step';

/** Where steps are kept. Every act may be refused by the browser, and then throws. */
export interface StepKeep {
  /** The log of a record, and how many steps of it are damaged and left out. */
  read(record: string): Promise<{ steps: Step[]; damaged: number }>;
  /** One step; null where there is none of this key, or a damaged one. */
  get(record: string, key: string): Promise<Step | null>;
  put(step: Step): Promise<void>;
  /** Puts one step in the place of others of its record, whole or not at all. */
  replace(dropped: readonly string[], step: Step): Promise<void>;
}

interface Kept {
  /** Record and step, so that a record's log is one range of keys, in its order. */
  key: string;
  step: Step;
}

interface Schema extends DBSchema {
  steps: { key: string; value: Kept };
}

const steps = store<Schema>('stanceline-edits', 1, (database) => {
  database.createObjectStore('steps', { keyPath: 'key' });
});

const keyOf = (record: string, key: string) => `${record} ${key}`;

const isCells = (value: unknown): value is Cells => Array.isArray(value) && value.every((cell) => typeof cell === 'string');
const isRow = (value: unknown): value is Cells | null => value === null || isCells(value);

function isEdit(value: unknown): value is RowEdit {
  if (typeof value !== 'object' || value === null) return false;
  const { table, key, from, to, below, basis } = value as Partial<Record<keyof RowEdit, unknown>>;
  const { from: old = null, to: fresh = null } = (basis ?? {}) as { from?: unknown; to?: unknown };
  return (
    typeof table === 'string' &&
    isTableName(table) &&
    typeof key === 'string' &&
    isRow(from) &&
    isRow(to) &&
    isRow(old) &&
    isRow(fresh) &&
    (below === undefined || typeof below === 'string')
  );
}

/** What was kept, where it has the shape of a step; null where it is damaged. */
export function asStep(value: unknown): Step | null {
  if (typeof value !== 'object' || value === null) return null;
  const { key, record, label, at, columns, rows, added, quiet, became = {} } = value as Partial<Record<keyof Step, unknown>>;
  const sound =
    typeof key === 'string' &&
    typeof record === 'string' &&
    typeof label === 'string' &&
    typeof at === 'number' &&
    typeof columns === 'object' &&
    columns !== null &&
    Object.entries(columns).every(([table, names]) => isTableName(table) && isCells(names)) &&
    Array.isArray(rows) &&
    rows.every(isEdit) &&
    (quiet === undefined || quiet === 'saved' || quiet === 'base') &&
    typeof became === 'object' &&
    became !== null &&
    Object.entries(became).every(([table, keys]) => isTableName(table) && isCells(Object.values((keys ?? {}) as object))) &&
    Array.isArray(added) &&
    added.every((one: unknown) => {
      const { table, column, there } = (one ?? {}) as { table?: unknown; column?: unknown; there?: unknown };
      return typeof table === 'string' && isTableName(table) && typeof column === 'string' && typeof there === 'boolean';
    });
  return sound ? (value as Step) : null;
}

/** The log as this browser keeps it: a row of its database for each step, which is never written again. */
export const browserSteps: StepKeep = {
  async read(record) {
    const range = typeof IDBKeyRange === 'undefined' ? undefined : IDBKeyRange.bound(keyOf(record, ''), keyOf(record, '\uffff'));
    const all: unknown[] = await (await steps()).getAll('steps', range);
    const own = all.flatMap((kept) => {
      const { key, step } = (kept ?? {}) as Partial<Record<keyof Kept, unknown>>;
      return typeof key === 'string' && key.startsWith(keyOf(record, '')) ? [asStep(step)] : [];
    });
    const sound = own.filter((step) => step !== null);
    return { steps: sound, damaged: own.length - sound.length };
  },
  async get(record, key) {
    return asStep((await (await steps()).get('steps', keyOf(record, key)))?.step);
  },
  async put(step) {
    await (await steps()).put('steps', { key: keyOf(step.record, step.key), step });
  },
  async replace(dropped, step) {
    const { store, done } = (await steps()).transaction('steps', 'readwrite');
    const gone = dropped.filter((key) => key !== step.key).map((key) => store.delete(keyOf(step.record, key)));
    await Promise.all([...gone, store.put({ key: keyOf(step.record, step.key), step }), done]);
  },
};

const journal = new Journal('edit');

/** Writes a step down before it is stored; returns what strikes it out once it is. A page that is left between finds it at its next visit. */
export function noteStep(step: Step): () => void {
  const line = keyOf(step.record, step.key);
  journal.note(line, JSON.stringify(step));
  return () => journal.done(line);
}

/** Hears steps of a record that other tabs write down, before they are stored: a tab that is being closed may store none. Returns what ends it. */
export function heardSteps(record: string, then: (step: Step) => void): () => void {
  return journal.heard((line, text) => {
    if (!line.startsWith(keyOf(record, ''))) return;
    const step = parsed(text);
    if (step !== null) then(step);
  });
}

function parsed(text: string): Step | null {
  try {
    return asStep(JSON.parse(text));
  } catch {
    // Cut off while it was written: the step was not made.
    return null;
  }
}

/** Steps of a record that an earlier visit wrote down and did not come to store, each with what strikes it out. */
export function notedSteps(record: string): { step: Step; done: () => void }[] {
  return [...journal.left()].flatMap(([line, text]) => {
    if (!line.startsWith(keyOf(record, ''))) return [];
    const done = () => journal.done(line);
    const step = parsed(text);
    if (step !== null) return [{ step, done }];
    done();
    return [];
  });
}
