import { actorId } from '../record/names';
import { restingPairs, signedPairs } from '../analysis/stance/resting';
import { pairOf, rowsOfPlaces, type Slice } from '../analysis/slice';
import type { Day } from '../words/calendar';

/** One line that the network may draw: a directed pair of stances, or an undirected pair of ties. */
export interface Link {
  /** `holder target`, ids: the key of the line in the page and of the pivots. */
  key: string;
  holder: number;
  target: number;
  /** Pair of the slice, -1 for a link of ties. */
  pair: number;
  /** Signed ties that join the two at some time (indices into `record.ties`); empty for stances. */
  ties: readonly number[];
}

/** Who is drawn and between whom a line may run. Depends on the window's end, never on the as-of date, so that nobody moves. */
export interface NetworkSet {
  /** `ties` where the record holds no stances at all. */
  kind: 'stances' | 'ties';
  /** Actors that are drawn (indices), in order of index. */
  actors: number[];
  /** Those of them that are drawn only because they are in focus: they are put in beside the others, who keep their places. */
  guests: ReadonlySet<number>;
  links: Link[];
  /** Number of lines that an actor holds and receives, by actor. */
  held: ReadonlyMap<number, number>;
  received: ReadonlyMap<number, number>;
}

/** The actors with a pair that rests on at least `rows` rows up to `to`, the pairs with most rows last: they are drawn over the others. */
export function networkSet(slice: Slice, to: Day, rows: number): NetworkSet {
  const { record, pairs } = slice;
  if (record.stances.n === 0) {
    const links = signedPairs(slice).map(({ a, b, ties }) => linkOf(slice, a, b, -1, ties));
    return setOf('ties', links, []);
  }
  const length = (p: number) => rowsOfPlaces(slice, pairs.start[p]!, pairs.start[p + 1]!);
  const drawn = restingPairs(slice, to, rows).sort((a, b) => length(a) - length(b) || a - b);
  const links = drawn.map((p) => linkOf(slice, pairs.holder[p]!, pairs.target[p]!, p, []));
  return setOf('stances', links, []);
}

/**
 * The same set with what is in focus, even where that rests on fewer rows: an actor or a pair that somebody asked for is never left
 * out without a word. The set itself comes back where it holds all of it already.
 */
export function withFocus(
  set: NetworkSet,
  slice: Slice,
  actors: readonly string[],
  pairs: readonly (readonly [string, string])[],
): NetworkSet {
  const { record } = slice;
  const drawn = new Set(set.actors);
  const indexOf = (id: string) => record.actorIndex.get(id) ?? -1;
  const links = [...set.links];
  for (const [from, towards] of pairs) {
    const holder = indexOf(from);
    const target = indexOf(towards);
    const known = links.some((link) => link.holder === holder && link.target === target);
    const pair = holder < 0 || target < 0 ? -1 : pairOf(slice, holder, target);
    if (!known && pair >= 0) links.push(linkOf(slice, holder, target, pair, []));
  }
  const asked = [...actors, ...pairs.flat()].map(indexOf);
  const guests = [...new Set(asked)].filter((actor) => actor >= 0 && !drawn.has(actor));
  return guests.length === 0 && links.length === set.links.length ? set : setOf(set.kind, links, guests, drawn);
}

function linkOf({ record }: Slice, holder: number, target: number, pair: number, ties: readonly number[]): Link {
  return { key: `${actorId(record, holder)} ${actorId(record, target)}`, holder, target, pair, ties };
}

function setOf(kind: NetworkSet['kind'], links: Link[], guests: readonly number[], base?: ReadonlySet<number>): NetworkSet {
  const held = new Map<number, number>();
  const received = new Map<number, number>();
  for (const { holder, target } of links) {
    held.set(holder, (held.get(holder) ?? 0) + 1);
    received.set(target, (received.get(target) ?? 0) + 1);
  }
  const actors = new Set([...(base ?? []), ...held.keys(), ...received.keys(), ...guests]);
  return { kind, actors: [...actors].sort((a, b) => a - b), guests: new Set(guests), links, held, received };
}

/** How many lines of the set an actor has, held and received: its weight in what is read one by one. */
export const weightIn = ({ held, received }: NetworkSet, actor: number): number =>
  (held.get(actor) ?? 0) + (received.get(actor) ?? 0);
