import type { DBSchema } from 'idb';
import { isMediaPath, MEDIA_FOLDER, MOST_KEPT } from '../record/media';
import { sizeOf, type FileBody } from '../record/reading/fileBody';
import { store } from '../ui/browserStore';

/** A dataset that the reader dropped on the page: its files as they were. It stays in this browser, so that a reload finds it again. */
export interface KeptDataset {
  name: string;
  /** As the reader calls it: the dataset's own title, until it is renamed. */
  title: string;
  files: Map<string, FileBody>;
  /** When it was kept, in ms since 1970. */
  kept: number;
  /** Name under which edits of it are kept; its own where it is absent. Another record of its name has another. */
  log?: string;
}

const WRITTEN = /\.(csv|json|md|txt|cff|zip)$/i;

/**
 * What is kept of files that were dropped: tables and what is written beside them, and the pictures, sounds and films of `media/` up to a
 * limit; a zip as it came. `left` names the media that are not.
 */
export function keptOf(files: ReadonlyMap<string, FileBody>, most = MOST_KEPT): { kept: Map<string, FileBody>; left: string[] } {
  const kept = new Map<string, FileBody>();
  const left: string[] = [];
  let room = most;
  for (const [path, body] of files) {
    const inner = /(?:^|\/)(media\/.*)$/.exec(path.replaceAll('\\', '/'))?.[1] ?? '';
    if (WRITTEN.test(path)) kept.set(path, body);
    else if (isMediaPath(inner)) {
      if (sizeOf(body) > room) left.push(inner.slice(MEDIA_FOLDER.length));
      else {
        room -= sizeOf(body);
        kept.set(path, body);
      }
    }
  }
  return { kept, left };
}

/** What a list of kept datasets says of one. */
export interface KeptName {
  name: string;
  title: string;
  /** It has not the shape of a dataset: it can be saved as it is, and removed, and not opened. */
  damaged: boolean;
}

/** Where dropped datasets are kept. Every act may be refused by the browser, and then throws. */
export interface Keep {
  /** Puts a dataset under its name, over an older one of the same name. */
  put(dataset: KeptDataset): Promise<void>;
  /** Undefined where there is none, or a damaged one. */
  get(name: string): Promise<KeptDataset | undefined>;
  /** Whatever is kept under a name, sound or damaged. */
  raw(name: string): Promise<unknown>;
  /** Names and titles, newest first. */
  list(): Promise<KeptName[]>;
  forget(name: string): Promise<void>;
}

interface Schema extends DBSchema {
  datasets: { key: string; value: KeptDataset };
}

const datasets = store<Schema>('stanceline', 1, (database) => {
  database.createObjectStore('datasets', { keyPath: 'name' });
});

/** What was kept, where it has the shape of a dataset; null where it is damaged. */
export function asKept(value: unknown): KeptDataset | null {
  if (typeof value !== 'object' || value === null) return null;
  const { name, title, files, kept, log } = value as Partial<Record<keyof KeptDataset, unknown>>;
  const sound =
    typeof name === 'string' &&
    typeof title === 'string' &&
    typeof kept === 'number' &&
    (log === undefined || typeof log === 'string') &&
    files instanceof Map &&
    [...files].every(([path, bytes]) => typeof path === 'string' && (bytes instanceof Uint8Array || bytes instanceof Blob));
  return sound ? (value as KeptDataset) : null;
}

/** A list of what is kept, newest first; what is damaged stands last, under its name. */
export function namesOf(all: readonly unknown[]): KeptName[] {
  const sound = all.flatMap((value) => asKept(value) ?? []).sort((a, b) => b.kept - a.kept);
  const damaged = all.flatMap((value) => {
    const name: unknown = asKept(value) === null ? (value as { name?: unknown } | null)?.name : undefined;
    return typeof name === 'string' ? [{ name, title: name, damaged: true }] : [];
  });
  return [...sound.map(({ name, title }) => ({ name, title, damaged: false })), ...damaged];
}

/** The store of this browser. */
export const browserKeep: Keep = {
  async put(dataset) {
    await (await datasets()).put('datasets', dataset);
  },
  async get(name) {
    return asKept(await this.raw(name)) ?? undefined;
  },
  async raw(name) {
    return (await datasets()).get('datasets', name);
  },
  async list() {
    return namesOf(await (await datasets()).getAll('datasets'));
  },
  async forget(name) {
    await (await datasets()).delete('datasets', name);
  },
};
