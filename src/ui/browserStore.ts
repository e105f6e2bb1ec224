import { openDB, type DBSchema, type IDBPDatabase, type OpenDBCallbacks } from 'idb';

/** What a browser keeps for a reader: the ways in which it refuses, in words, and the journal of what is not yet stored. */

/** Why the browser keeps nothing, as the end of a sentence that says what is not kept. */
export function refusalOf(error: unknown): string {
  const name = error instanceof DOMException || error instanceof Error ? error.name : '';
  if (name === 'QuotaExceededError') return 'the room that this browser gives the page is full';
  if (name === 'VersionError') return 'it was kept by a newer edition of this page: load the page again';
  if (name === 'SecurityError' || name === 'InvalidStateError' || name === 'NotAllowedError')
    return 'this browser keeps nothing for the page (a private window, perhaps)';
  return error instanceof Error && error.message !== '' ? `the browser says: ${error.message}` : 'the browser does not say why';
}

/** A database that is opened once, and anew where the browser closed it; it gives way to a newer edition of the page in another tab. */
export function store<Schema extends DBSchema>(
  name: string,
  version: number,
  upgrade: NonNullable<OpenDBCallbacks<Schema>['upgrade']>,
): () => Promise<IDBPDatabase<Schema>> {
  let opened: Promise<IDBPDatabase<Schema>> | null = null;
  return () => {
    opened ??= openDB<Schema>(name, version, {
      upgrade,
      blocking: (_from, _to, event) => {
        (event.target as IDBDatabase).close();
        opened = null;
      },
      terminated: () => (opened = null),
    });
    const mine = opened;
    mine.catch(() => {
      if (opened === mine) opened = null;
    });
    return mine;
  };
}

/**
 * What was typed and is not stored yet, written down at every keystroke: a page that is left before the store has answered finds it at
 * its next visit. Texts by name; a browser that refuses is silent, since the store itself says so.
 */
export class Journal {
  readonly #prefix: string;

  constructor(prefix: string) {
    this.#prefix = `stanceline-journal ${prefix} `;
  }

  note(name: string, text: string): void {
    try {
      localStorage.setItem(this.#prefix + name, text);
    } catch {
      // Full or refused: what is kept is then kept by the store alone.
    }
  }

  done(name: string): void {
    try {
      localStorage.removeItem(this.#prefix + name);
    } catch {
      // As above.
    }
  }

  /** Hears what other tabs write down from now on; returns what ends that. */
  heard(then: (name: string, text: string) => void): () => void {
    if (typeof addEventListener === 'undefined') return () => undefined;
    const listen = ({ key, newValue }: StorageEvent) => {
      if (key?.startsWith(this.#prefix) && newValue !== null) then(key.slice(this.#prefix.length), newValue);
    };
    addEventListener('storage', listen);
    return () => removeEventListener('storage', listen);
  }

  /** What is left of earlier visits, by name. */
  left(): Map<string, string> {
    const found = new Map<string, string>();
    try {
      for (let i = 0; i < localStorage.length; i++) {
        const key = localStorage.key(i) ?? '';
        if (key.startsWith(this.#prefix)) found.set(key.slice(this.#prefix.length), localStorage.getItem(key) ?? '');
      }
    } catch {
      // As above.
    }
    return found;
  }
}

/** Tells the page's other tabs that something changed, and hears them; silent where the browser knows no such thing. */
export class Tabs {
  readonly #channel: BroadcastChannel | null;

  constructor(name: string, heard: (what: string) => void) {
    this.#channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(name);
    this.#channel?.addEventListener('message', (event: MessageEvent<unknown>) => {
      if (typeof event.data === 'string') heard(event.data);
    });
  }

  tell(what: string): void {
    this.#channel?.postMessage(what);
  }

  close(): void {
    this.#channel?.close();
  }
}
