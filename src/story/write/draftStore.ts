import { openDB } from 'idb';
import type { Draft } from './draft';

interface Kept {
  /** Dataset and draft, so that one name in two datasets is two drafts. */
  key: string;
  dataset: string;
  draft: Draft;
}

const store = () =>
  openDB<{ drafts: { key: string; value: Kept } }>('stanceline-stories', 1, {
    upgrade(database) {
      database.createObjectStore('drafts', { keyPath: 'key' });
    },
  });

/** Drafts of a dataset that this browser keeps, last changed first. */
export async function keptDrafts(dataset: string): Promise<Draft[]> {
  const all = await (await store()).getAll('drafts');
  return all
    .filter((kept) => kept.dataset === dataset)
    .map(({ draft }) => draft)
    .sort((a, b) => b.changed - a.changed);
}

export async function keepDraft(dataset: string, draft: Draft): Promise<void> {
  await (await store()).put('drafts', { key: `${dataset} ${draft.id}`, dataset, draft });
}

export async function dropDraft(dataset: string, id: string): Promise<void> {
  await (await store()).delete('drafts', `${dataset} ${id}`);
}
