import type { StanceRecord } from '../record/record';
import type { SearchIndex } from '../record/search/search';

/** The search index of a record: built when somebody first searches, kept as long as the record. */

type Search = typeof import('../record/search/search');

/** An index and the functions that read it, which come in the same chunk. */
export interface Finder {
  index: SearchIndex;
  search: Search['search'];
}

const finders = new WeakMap<StanceRecord, Promise<Finder>>();

/** Loads the search and builds the record's index, once. */
export function finderOf(record: StanceRecord): Promise<Finder> {
  let finder = finders.get(record);
  if (finder === undefined) {
    finder = import('../record/search/search').then(({ buildSearch, search }) => ({ index: buildSearch(record), search }));
    // A chunk that failed to load may load the next time.
    finder.catch(() => finders.delete(record));
    finders.set(record, finder);
  }
  return finder;
}

/** Evidence (indices) that holds every word of a query. */
export async function findEvidence(record: StanceRecord, query: string): Promise<ReadonlySet<number>> {
  const { index, search } = await finderOf(record);
  return new Set(search(index, query).evidence.flatMap((hit) => (hit.all ? [hit.index] : [])));
}
