import { openDB } from 'idb';
import { NOTHING, type Own, type OwnRating } from './readerRatings';

interface Kept {
  /** Name of the dataset. */
  name: string;
  ratings: OwnRating[];
  added: string[];
}

const store = () =>
  openDB<{ ratings: { key: string; value: Kept } }>('stanceline-ratings', 1, {
    upgrade(database) {
      database.createObjectStore('ratings', { keyPath: 'name' });
    },
  });

/** What this browser keeps for a dataset; nothing where it keeps nothing. */
export async function keptRatings(name: string): Promise<Own> {
  const kept = await (await store()).get('ratings', name);
  if (kept === undefined) return NOTHING;
  return {
    ratings: new Map(kept.ratings.map((rating) => [`${rating.hypothesis} ${rating.evidence}`, rating])),
    added: kept.added,
  };
}

/** Keeps a dataset's ratings in this browser, over what it kept before. */
export async function keepRatings(name: string, own: Own): Promise<void> {
  const database = await store();
  if (own.ratings.size === 0 && own.added.length === 0) await database.delete('ratings', name);
  else await database.put('ratings', { name, ratings: [...own.ratings.values()], added: [...own.added] });
}
