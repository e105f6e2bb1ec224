import { rowsOfPlaces, type Slice } from '../slice';
import { pairsOfTie } from '../rift/tied';
import type { Day } from '../../words/calendar';

/**
 * The pairs of the slice that rest on at least `rows` rows (1 or more) up to and including `to`, the window's last day, in its order: what
 * the setting asks of every view, so that a pair that one of them draws is drawn by all, and none comes or goes as the clock moves within
 * the window. O(pairs): a pair's rows are in date order.
 */
export function restingPairs(slice: Slice, to: Day, rows: number): number[] {
  const { pairs } = slice;
  const kept: number[] = [];
  for (let p = 0; p < pairs.n; p++) {
    const start = pairs.start[p]!;
    const end = pairs.start[p + 1]!;
    // A bundle may hold several rows: no more of them than rows decide.
    let deciding = Math.min(end, start + rows) - 1;
    while (deciding > start && rowsOfPlaces(slice, start, deciding) >= rows) deciding--;
    if (rowsOfPlaces(slice, start, deciding + 1) >= rows && slice.day[pairs.item[deciding]!]! <= to) kept.push(p);
  }
  return kept;
}

/** A pair of actors that signed ties join at some time, smaller index first, and those ties in the record's order. */
export interface SignedPair {
  a: number;
  b: number;
  /** Indices into `record.ties`. */
  ties: number[];
}

/**
 * Every pair that a tie with a sign joins at any time: what a record of ties alone draws, so that nothing moves as time does. Where no tie
 * of the record has a sign, ties without one are all there is to draw.
 */
export function signedPairs({ record, filters }: Slice): SignedPair[] {
  const pairs = new Map<number, SignedPair>();
  const chosen = new Set(filters.actors.map((id) => record.actorIndex.get(id) ?? -1));
  const kinds = new Set(filters.actorKinds);
  const passes = (a: number, b: number) =>
    (chosen.size === 0 || (chosen.has(a) || chosen.has(b)) !== filters.but.includes('only')) &&
    (kinds.size === 0 || (kinds.has(record.actors[a]!.kind) && kinds.has(record.actors[b]!.kind)));
  const signs = record.ties.some(({ sign }) => sign !== 0);
  record.ties.forEach((tie, index) => {
    if (signs && tie.sign === 0) return;
    for (const [a, b] of pairsOfTie(record, tie)) {
      if (!passes(a, b)) continue;
      const key = a * record.actors.length + b;
      const known = pairs.get(key);
      if (known) known.ties.push(index);
      else pairs.set(key, { a, b, ties: [index] });
    }
  });
  return [...pairs.values()];
}
