import type { ActorKind, Day, StanceRecord } from '../record/record';
import { pairOf } from './slice';
import { stanceAt, type Running, type StanceAt } from './stance';
import { tiedPairs } from './tied';

/** Where the sign of a pair comes from. */
export type SignSource = 'stance' | 'tie' | 'both';

/** Why an edge has its sign. */
export type SignReason =
  | { kind: 'stance'; value: number; forward: StanceAt | null; back: StanceAt | null }
  | { kind: 'tie'; ties: number[] }
  | { kind: 'given' };

/** A pair with a sign; `a < b` are nodes of the graph. */
export interface SignedEdge {
  a: number;
  b: number;
  sign: 1 | -1;
  reason: SignReason;
}

/** An undirected signed graph without loops or double edges. */
export interface SignedGraph {
  n: number;
  /** Actor (index in the record) of each node; in a graph made by hand, the node itself. */
  actors: number[];
  edges: SignedEdge[];
}

/** Which pairs have a sign. */
export interface SignRule {
  /** `stance`: running stances only; `tie`: signed ties only; `both`: the stance where it speaks, else the tie. */
  source: SignSource;
  /** Least size of a mean stance that has a sign, 0 to 2. */
  threshold: number;
  /** Kinds of actor that take part; empty: all. */
  kinds: readonly ActorKind[];
  /** Whether stances without a row for two half-lives still count. */
  stale: boolean;
}

/** States and the bodies they form, by words and acts first and by treaty where these are silent. */
export const SIGN_RULE: SignRule = { source: 'both', threshold: 0.25, kinds: ['state', 'alliance', 'organisation'], stale: true };

/**
 * The signed graph of a day. A pair's stance sign is the sign of the mean of both directions' running stance (of the one that is known,
 * where only one is), if that mean is at least `threshold` in size; a mean nearer to zero leaves the pair without a stance sign.
 * A pair's tie sign is the sign of the sum of its ties' signs on that day; ties that cancel out leave it without.
 * Actors without any signed pair are left out. Nodes are in order of actor index.
 */
export function signsAt(record: StanceRecord, running: Running, at: Day, rule: SignRule = SIGN_RULE): SignedGraph {
  const takesPart = (actor: number) => rule.kinds.length === 0 || rule.kinds.includes(record.actors[actor]!.kind);
  const found = new Map<number, { a: number; b: number; sign: 1 | -1; reason: SignReason }>();
  const key = (a: number, b: number) => a * record.actors.length + b;
  if (rule.source !== 'tie') {
    const { slice } = running;
    for (let p = 0; p < slice.pairs.n; p++) {
      const holder = slice.pairs.holder[p]!;
      const target = slice.pairs.target[p]!;
      const reverse = pairOf(slice, target, holder);
      if (holder > target && reverse >= 0) continue;
      if (!takesPart(holder) || !takesPart(target)) continue;
      const [a, b] = holder < target ? [holder, target] : [target, holder];
      const there = counted(stanceAt(running, p, at), rule);
      const here = counted(stanceAt(running, reverse, at), rule);
      const known = [there, here].filter((stance) => stance !== null);
      if (known.length === 0) continue;
      const value = known.reduce((sum, stance) => sum + stance.value, 0) / known.length;
      if (value === 0 || Math.abs(value) < rule.threshold) continue;
      const [forward, back] = holder === a ? [there, here] : [here, there];
      found.set(key(a, b), { a, b, sign: value > 0 ? 1 : -1, reason: { kind: 'stance', value, forward, back } });
    }
  }
  if (rule.source !== 'stance') {
    for (const { a, b, ties } of tiedPairs(record, at, (tie) => tie.sign !== 0)) {
      if (found.has(key(a, b)) || !takesPart(a) || !takesPart(b)) continue;
      const sum = ties.reduce((all, tie) => all + record.ties[tie]!.sign, 0);
      if (sum !== 0) found.set(key(a, b), { a, b, sign: sum > 0 ? 1 : -1, reason: { kind: 'tie', ties } });
    }
  }
  return graphOf([...found.values()]);
}

function counted(stance: StanceAt | null, rule: SignRule): StanceAt | null {
  return stance && (rule.stale || !stance.stale) ? stance : null;
}

/** A graph of the actors that the given pairs name, nodes in order of actor index. */
export function graphOf(pairs: readonly { a: number; b: number; sign: 1 | -1; reason: SignReason }[]): SignedGraph {
  const actors = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))].sort((x, y) => x - y);
  const node = new Map(actors.map((actor, i) => [actor, i]));
  const edges = pairs.map(({ a, b, sign, reason }) => {
    const x = node.get(a)!;
    const y = node.get(b)!;
    return { a: Math.min(x, y), b: Math.max(x, y), sign, reason };
  });
  edges.sort((x, y) => x.a - y.a || x.b - y.b);
  return { n: actors.length, actors, edges };
}

/** A graph of `n` nodes from plain signed pairs of nodes. */
export function signedGraph(n: number, pairs: readonly (readonly [number, number, 1 | -1])[]): SignedGraph {
  const edges = pairs.map(([a, b, sign]) => ({ a: Math.min(a, b), b: Math.max(a, b), sign, reason: { kind: 'given' } as const }));
  return { n, actors: Array.from({ length: n }, (_, i) => i), edges };
}
