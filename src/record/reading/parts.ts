import type { StanceRecord } from '../record';

/**
 * A record in parts. Handed over whole, a record of two hundred thousand rows is unpacked by the page in one go, for a second and more in
 * which nothing answers; in parts each is done within a few milliseconds, and what the reader does comes in between.
 */

/** A piece of one list or index of the record, in order. */
export interface RecordPart {
  /** Where in the record: `['tables', 'statements', 'rows']`. */
  at: readonly string[];
  items: unknown[];
}

/** Lists and indexes of at most so many entries go with the frame. */
const SHORT = 1000;
/** Letters in a part, by and large: a page takes half a million in well under 16 ms. */
const LETTERS = 250_000;
/** What an entry weighs beside its letters, in letters. */
const ENTRY = 40;
/** How deep lists are looked for: `tables`, a table, its rows. */
const DEEP = 3;

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

/** Letters of one entry, down to the cells of a row and the fields of a source. */
function weightOf(value: unknown): number {
  if (typeof value === 'string') return ENTRY + value.length;
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + weightOf(item), ENTRY);
  if (isPlain(value)) return Object.values(value).reduce<number>((sum, item) => sum + weightOf(item), ENTRY);
  return ENTRY / 4;
}

function* pieces(at: readonly string[], items: Iterable<unknown>): Generator<RecordPart> {
  let piece: unknown[] = [];
  let weight = 0;
  for (const item of items) {
    piece.push(item);
    weight += weightOf(item);
    if (weight < LETTERS) continue;
    yield { at, items: piece };
    piece = [];
    weight = 0;
  }
  if (piece.length > 0) yield { at, items: piece };
}

/**
 * A record as its frame and the parts that go into it. The record itself is left as it is; parts are made one by one, as they are asked for.
 */
export function inParts(record: StanceRecord): {
  /** The record with its long lists and indexes empty. */
  frame: StanceRecord;
  /** Entries of those lists and indexes. */
  entries: number;
  parts: () => Generator<RecordPart>;
} {
  const long: { at: readonly string[]; items: readonly unknown[] | ReadonlyMap<unknown, unknown> }[] = [];
  const shortened = (value: unknown, at: readonly string[]): unknown => {
    if (Array.isArray(value) && value.length > SHORT) {
      long.push({ at, items: value });
      return [];
    }
    if (value instanceof Map && value.size > SHORT) {
      long.push({ at, items: value });
      return new Map();
    }
    if (!isPlain(value) || at.length >= DEEP) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, shortened(inner, [...at, name])]));
  };
  const frame = shortened(record, []) as StanceRecord;
  return {
    frame,
    entries: long.reduce((sum, { items }) => sum + ('size' in items ? items.size : items.length), 0),
    parts: function* () {
      for (const { at, items } of long) yield* pieces(at, items);
    },
  };
}

/** Puts a part where it belongs; parts of one list come in their order. */
export function putPart(frame: StanceRecord, { at, items }: RecordPart): void {
  let place: unknown = frame;
  for (const name of at) place = isPlain(place) ? place[name] : undefined;
  if (Array.isArray(place)) for (const item of items) place.push(item);
  else if (place instanceof Map) for (const [key, value] of items as [unknown, unknown][]) place.set(key, value);
  else throw new Error(`The record has no list at ${at.join('.')}.`);
}
