import { openDB } from 'idb';

/** A dataset that the reader dropped on the page: its files as they were. It stays in this browser, so that a reload finds it again. */
export interface KeptDataset {
  name: string;
  title: string;
  files: Map<string, Uint8Array>;
  kept: number;
}

const store = () =>
  openDB<{ datasets: { key: string; value: KeptDataset } }>('stanceline', 1, {
    upgrade(database) {
      database.createObjectStore('datasets', { keyPath: 'name' });
    },
  });

/** Keeps a dataset under its name, over an older one of the same name. */
export async function keepDataset(dataset: KeptDataset): Promise<void> {
  const database = await store();
  await database.put('datasets', dataset);
}

export async function keptDataset(name: string): Promise<KeptDataset | undefined> {
  const database = await store();
  return database.get('datasets', name);
}

/** Names and titles of what is kept, newest first. */
export async function keptDatasets(): Promise<{ name: string; title: string }[]> {
  const database = await store();
  const all = await database.getAll('datasets');
  return all.sort((a, b) => b.kept - a.kept).map(({ name, title }) => ({ name, title }));
}

export async function forgetDataset(name: string): Promise<void> {
  const database = await store();
  await database.delete('datasets', name);
}
