import { openDB } from 'idb';

/** A dataset that the reader dropped on the page: its files as they were. It stays in this browser, so that a reload finds it again. */
export interface KeptDataset {
  name: string;
  /** As the reader calls it: the dataset's own title, until it is renamed. */
  title: string;
  files: Map<string, Uint8Array>;
  /** When it was kept, in ms since 1970. */
  kept: number;
}

/** Where dropped datasets are kept. Every act may be refused by the browser, and then throws. */
export interface Keep {
  /** Puts a dataset under its name, over an older one of the same name. */
  put(dataset: KeptDataset): Promise<void>;
  get(name: string): Promise<KeptDataset | undefined>;
  /** Names and titles, newest first. */
  list(): Promise<{ name: string; title: string }[]>;
  forget(name: string): Promise<void>;
}

const store = () =>
  openDB<{ datasets: { key: string; value: KeptDataset } }>('stanceline', 1, {
    upgrade(database) {
      database.createObjectStore('datasets', { keyPath: 'name' });
    },
  });

/** The store of this browser. */
export const browserKeep: Keep = {
  async put(dataset) {
    await (await store()).put('datasets', dataset);
  },
  async get(name) {
    return (await store()).get('datasets', name);
  },
  async list() {
    const all = await (await store()).getAll('datasets');
    return all.sort((a, b) => b.kept - a.kept).map(({ name, title }) => ({ name, title }));
  },
  async forget(name) {
    await (await store()).delete('datasets', name);
  },
};
