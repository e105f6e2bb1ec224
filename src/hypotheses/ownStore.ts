import type { DBSchema } from 'idb';
import { CONSISTENCIES } from '../record/record';
import { Journal, store } from '../ui/browserStore';
import { keyOf, mergeOwn, NOTHING, type Own, type OwnRating } from './readerRatings';

interface Kept {
  /** Name of the dataset. */
  name: string;
  ratings: OwnRating[];
  added: string[];
}

interface Schema extends DBSchema {
  ratings: { key: string; value: Kept };
}

const ratings = store<Schema>('stanceline-ratings', 1, (database) => {
  database.createObjectStore('ratings', { keyPath: 'name' });
});

/** What this browser keeps for a dataset; nothing where it keeps nothing. A damaged rating damages nothing but itself: `damaged` counts them. */
export async function keptRatings(name: string): Promise<Own & { damaged: number }> {
  return readKept(await (await ratings()).get('ratings', name));
}

/**
 * Keeps a dataset's ratings in this browser. What another tab stored meanwhile is merged in cell by cell, in one transaction, so that
 * neither overtakes the other. Returns what is stored now.
 *
 * @param base what this tab last knew to be stored
 */
export async function keepRatings(name: string, base: Own, mine: Own): Promise<Own> {
  const transaction = (await ratings()).transaction('ratings', 'readwrite');
  const merged = mergeOwn(base, readKept(await transaction.store.get(name)), mine);
  if (merged.ratings.size === 0 && merged.added.length === 0) await transaction.store.delete(name);
  else await transaction.store.put({ name, ratings: [...merged.ratings.values()], added: [...merged.added] });
  await transaction.done;
  return merged;
}

const journal = new Journal('ratings');
const plain = ({ ratings: cells, added }: Own) => ({ ratings: [...cells.values()], added });

/** Writes down what is being stored; returns what strikes it out once it is. A page that is left between finds it at its next visit. */
export function noteRatings(name: string, base: Own, mine: Own): () => void {
  const line = `${name} ${Math.random().toString(36).slice(2)}`;
  journal.note(line, JSON.stringify({ base: plain(base), mine: plain(mine) }));
  return () => journal.done(line);
}

/** Stores what an earlier visit wrote down and did not come to store. */
export async function recoverRatings(name: string): Promise<void> {
  for (const [line, text] of journal.left()) {
    if (!line.startsWith(`${name} `)) continue;
    const { base, mine } = linesOf(text);
    if (mine !== undefined) await keepRatings(name, readKept(base), readKept(mine));
    journal.done(line);
  }
}

function linesOf(text: string): { base?: unknown; mine?: unknown } {
  try {
    return (JSON.parse(text) ?? {}) as { base?: unknown; mine?: unknown };
  } catch {
    return {};
  }
}

/** What is kept, as far as it has the shape of ratings. */
export function readKept(kept: unknown): Own & { damaged: number } {
  if (kept === undefined) return { ...NOTHING, damaged: 0 };
  const { ratings: cells, added } = (typeof kept === 'object' && kept !== null ? kept : {}) as Partial<
    Record<keyof Kept, unknown>
  >;
  const all: unknown[] = Array.isArray(cells) ? cells : [];
  const sound = all.filter(isRating);
  const rows: unknown[] = Array.isArray(added) ? added : [];
  const ids = rows.filter((id) => typeof id === 'string');
  const damaged = all.length - sound.length + (rows.length - ids.length) + (Array.isArray(cells) ? 0 : 1);
  return {
    ratings: new Map(sound.map((cell) => [keyOf(cell.hypothesis, cell.evidence), cell])),
    added: [...new Set(ids)],
    damaged,
  };
}

function isRating(value: unknown): value is OwnRating {
  if (typeof value !== 'object' || value === null) return false;
  const { hypothesis, evidence, consistency, rationale } = value as Partial<Record<keyof OwnRating, unknown>>;
  return (
    typeof hypothesis === 'string' &&
    typeof evidence === 'string' &&
    typeof rationale === 'string' &&
    CONSISTENCIES.some((known) => known === consistency)
  );
}
