/** What a browser keeps, in memory, for tests: a database by name as `idb` opens it, and a local storage. */

interface Transaction {
  store: { get(key: string): Promise<unknown>; put(value: object): Promise<void>; delete(key: string): Promise<void> };
  done: Promise<void>;
}

interface MemoryDatabase {
  get(store: string, key: string): Promise<unknown>;
  getAll(store: string): Promise<unknown[]>;
  put(store: string, value: object): Promise<void>;
  delete(store: string, key: string): Promise<void>;
  transaction(store: string): Transaction;
}

const opened = new Map<string, MemoryDatabase>();
const databases = new Map<string, Map<string, { keyPath: string; rows: Map<string, unknown> }>>();
/** Set to make the browser refuse, as a private window does. */
export const refusal: { error: Error | null } = { error: null };

export function forgetAll(): void {
  for (const stores of databases.values()) for (const { rows } of stores.values()) rows.clear();
  refusal.error = null;
}

/** `openDB` of `idb`, as far as the page uses it. */
export async function openDB(
  name: string,
  _version: number,
  { upgrade }: { upgrade: (database: { createObjectStore(name: string, options: { keyPath: string }): void }) => void },
): Promise<MemoryDatabase> {
  await Promise.resolve();
  const known = opened.get(name);
  if (known !== undefined) return known;
  const stores = databases.get(name) ?? new Map<string, { keyPath: string; rows: Map<string, unknown> }>();
  databases.set(name, stores);
  if (stores.size === 0)
    upgrade({ createObjectStore: (store, { keyPath }) => void stores.set(store, { keyPath, rows: new Map() }) });
  const of = (store: string) => {
    if (refusal.error !== null) throw refusal.error;
    const found = databases.get(name)?.get(store);
    if (found !== undefined) return found;
    throw new Error(`no store ${store}`);
  };
  // One transaction at a time, in the order in which they were begun.
  let free = Promise.resolve();
  const rowsOf = (store: string) => of(store).rows;
  const put = (store: string, value: object) => {
    const { keyPath, rows } = of(store);
    rows.set((value as Record<string, string>)[keyPath] ?? '', structuredClone(value));
  };
  const database: MemoryDatabase = {
    get: (store, key) => free.then(() => structuredClone(rowsOf(store).get(key))),
    getAll: (store) => free.then(() => structuredClone([...rowsOf(store).values()])),
    put: (store, value) => free.then(() => put(store, value)),
    delete: (store, key) => free.then(() => void rowsOf(store).delete(key)),
    transaction(store) {
      const before = free;
      let end = () => {};
      free = new Promise((resolve) => (end = resolve));
      // A refusal ends it as well.
      const within = <T>(act: () => T): Promise<T> =>
        before.then(act).catch((error: unknown) => {
          end();
          throw error;
        });
      return {
        store: {
          get: (key) => within(() => structuredClone(rowsOf(store).get(key))),
          put: (value) => within(() => put(store, value)),
          delete: (key) => within(() => void rowsOf(store).delete(key)),
        },
        get done() {
          end();
          return before;
        },
      };
    },
  };
  opened.set(name, database);
  return database;
}

/** A local storage that holds what is put in. */
export function memoryStorage(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'> {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
    key: (index) => [...kept.keys()][index] ?? null,
    get length() {
      return kept.size;
    },
  };
}

/** Locks of a browser, as far as the page uses them: shared ones beside each other, an exclusive one alone; who may not have one waits. */
export function memoryLocks(): Pick<LockManager, 'query'> & { request: LockManager['request'] } {
  const held: { name: string; mode: LockMode }[] = [];
  let freed: (() => void)[] = [];
  const request = async (name: string, given: LockOptions | LockGrantedCallback<unknown>, act?: LockGrantedCallback<unknown>) => {
    const { mode = 'exclusive', ifAvailable = false } = typeof given === 'function' ? {} : given;
    const callback = typeof given === 'function' ? given : act;
    const free = () => !held.some((one) => one.name === name && (one.mode === 'exclusive' || mode === 'exclusive'));
    if (!free() && ifAvailable) return callback?.(null);
    while (!free()) await new Promise<void>((next) => freed.push(next));
    const lock = { name, mode };
    held.push(lock);
    try {
      return await callback?.(lock);
    } finally {
      held.splice(held.indexOf(lock), 1);
      const waiting = freed;
      freed = [];
      for (const next of waiting) next();
    }
  };
  return { request: request as LockManager['request'], query: () => Promise.resolve({ held: [...held], pending: [] }) };
}
