import { same } from './live.svelte';

/**
 * A list in which what is as it was stays the very object it was: what is drawn from it is then not drawn again. Where nothing differs it
 * is the list from before.
 *
 * @param key tells which item before an item is to be compared with
 */
export function keptItems<Item>(before: readonly Item[], now: readonly Item[], key: (item: Item) => unknown): readonly Item[] {
  const known = new Map(before.map((item) => [key(item), item]));
  const items = now.map((item) => {
    const last = known.get(key(item));
    return last !== undefined && same(last, item) ? last : item;
  });
  return items.length === before.length && items.every((item, i) => item === before[i]) ? before : items;
}

/** The same for a map by its keys. */
export function keptEntries<Key, Value>(before: ReadonlyMap<Key, Value>, now: ReadonlyMap<Key, Value>): ReadonlyMap<Key, Value> {
  let changed = before.size !== now.size;
  const entries = new Map<Key, Value>();
  for (const [key, value] of now) {
    const last = before.get(key);
    const stays = last !== undefined && same(last, value);
    changed ||= !stays;
    entries.set(key, stays ? last : value);
  }
  return changed ? entries : before;
}

/** A derived list of which every item stays the same object while its content does; see {@link keptItems}. */
export function steadyItems<Item>(make: () => readonly Item[], key: (item: Item) => unknown): { readonly now: readonly Item[] } {
  let last: readonly Item[] = [];
  const value = $derived.by(() => (last = keptItems(last, make(), key)));
  return {
    get now() {
      return value;
    },
  };
}

/** The same for a map by its keys. */
export function steadyEntries<Key, Value>(make: () => ReadonlyMap<Key, Value>): { readonly now: ReadonlyMap<Key, Value> } {
  let last: ReadonlyMap<Key, Value> = new Map();
  const value = $derived.by(() => (last = keptEntries(last, make())));
  return {
    get now() {
      return value;
    },
  };
}
