import type { DBSchema } from 'idb';
import { store } from '../ui/browserStore';
import type { FolderHandle } from './folder';

/** Folders that stay open, by the name of the record that was read from them. */
export interface FolderKeep {
  /** Lets the reader choose a folder; null where none was chosen. Absent where the browser hands out no folders. */
  pick: (() => Promise<FolderHandle | null>) | null;
  get(name: string): Promise<FolderHandle | null>;
  put(name: string, handle: FolderHandle): Promise<void>;
  forget(name: string): Promise<void>;
}

interface Schema extends DBSchema {
  folders: { key: string; value: { name: string; handle: FolderHandle } };
}

const folders = store<Schema>('stanceline-folders', 1, (database) => {
  database.createObjectStore('folders', { keyPath: 'name' });
});

type Picker = (options: { id: string; mode: 'read' }) => Promise<FolderHandle>;

/** The folders of this browser. */
export function browserFolders(): FolderKeep {
  const { showDirectoryPicker } = window as { showDirectoryPicker?: Picker };
  return {
    pick:
      showDirectoryPicker === undefined
        ? null
        : () =>
            showDirectoryPicker({ id: 'stanceline', mode: 'read' }).catch((error: unknown) => {
              // The reader closed the browser's dialog.
              if (error instanceof DOMException && error.name === 'AbortError') return null;
              throw error;
            }),
    async get(name) {
      return (await (await folders()).get('folders', name))?.handle ?? null;
    },
    async put(name, handle) {
      await (await folders()).put('folders', { name, handle });
    },
    async forget(name) {
      await (await folders()).delete('folders', name);
    },
  };
}
