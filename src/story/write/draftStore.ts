import type { DBSchema } from 'idb';
import { store } from '../../ui/browserStore';
import type { Draft } from './draft';
import { asDraft, mergeDrafts } from './mergeDrafts';

interface Kept {
  /** Dataset and draft, so that one name in two datasets is two drafts. */
  key: string;
  dataset: string;
  draft: Draft;
}

interface Schema extends DBSchema {
  drafts: { key: string; value: Kept };
}

const drafts = store<Schema>('stanceline-stories', 1, (database) => {
  database.createObjectStore('drafts', { keyPath: 'key' });
});

const keyOf = (dataset: string, id: string) => `${dataset} ${id}`;

/** What was kept under a key and has not the shape of a draft: it can be saved as it is, and removed. */
export interface Damaged {
  key: string;
  /** As JSON. */
  text: string;
}

/** Drafts of a dataset that this browser keeps, last changed first; a damaged one damages nothing but itself. */
export async function keptDrafts(dataset: string): Promise<{ drafts: Draft[]; damaged: Damaged[] }> {
  const all: unknown[] = await (await drafts()).getAll('drafts');
  const sound: Draft[] = [];
  const damaged: Damaged[] = [];
  for (const kept of all) {
    const { key, dataset: of, draft } = kept as Partial<Record<keyof Kept, unknown>>;
    if (typeof key !== 'string' || !key.startsWith(`${dataset} `)) continue;
    const read = of === dataset ? asDraft(draft) : null;
    if (read === null) damaged.push({ key, text: JSON.stringify(kept, null, 2) });
    else sound.push(read);
  }
  return { drafts: sound.sort((a, b) => b.changed - a.changed), damaged };
}

/**
 * Keeps a draft: what is stored meanwhile by another tab is merged into it, in one transaction, so that neither overtakes the other.
 * Returns what is stored now.
 *
 * @param base the draft as this tab last knew it to be stored, or null where it never was
 */
export async function keepDraft(dataset: string, base: Draft | null, mine: Draft): Promise<Draft> {
  const transaction = (await drafts()).transaction('drafts', 'readwrite');
  const key = keyOf(dataset, mine.id);
  const stored = asDraft((await transaction.store.get(key))?.draft);
  const merged = stored === null ? mine : mergeDrafts(base, stored, mine);
  await transaction.store.put({ key, dataset, draft: merged });
  await transaction.done;
  return merged;
}

/** A draft as it is stored now; null where it is not. */
export async function keptDraft(dataset: string, id: string): Promise<Draft | null> {
  return asDraft((await (await drafts()).get('drafts', keyOf(dataset, id)))?.draft);
}

export async function dropDraft(dataset: string, id: string): Promise<void> {
  await (await drafts()).delete('drafts', keyOf(dataset, id));
}

export async function dropDamaged(key: string): Promise<void> {
  await (await drafts()).delete('drafts', key);
}
