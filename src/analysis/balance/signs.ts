import type { ActorKind, StanceRecord } from '../../record/record';
import { pairOf } from '../slice';
import { stanceAt, type Running, type StanceAt } from '../stance/stance';
import { SIDE } from '../stance/look';
import { tiedPairs } from '../rift/tied';
import type { Day } from '../../words/calendar';

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
  /** Whether a pair whose sign rests on one row still counts. */
  single: boolean;
}

/** States and the bodies they form, and actors of which nobody has said what they are; by words and acts first and by treaty where these are silent. */
export const SIGN_RULE: SignRule = {
  source: 'both',
  threshold: SIDE,
  kinds: ['state', 'alliance', 'organisation', 'unspecified'],
  stale: true,
  single: true,
};

/** What makes a sign from words and acts weak: it rests on one row of both directions together, or both that are known are long silent. */
export function weakSide(reason: SignReason): 'single' | 'stale' | null {
  if (reason.kind !== 'stance') return null;
  const known = [reason.forward, reason.back].filter((stance) => stance !== null);
  if (known.every(({ stale }) => stale)) return 'stale';
  return known.reduce((rows, { n }) => rows + n, 0) === 1 ? 'single' : null;
}

/**
 * The signed graph of a day. A pair's stance sign is the sign of the mean of both directions' running stance (of the one that is known,
 * where only one is), if that mean is at least `threshold` in size; a mean nearer to zero leaves the pair without a stance sign.
 * A pair's tie sign is the sign of the sum of its ties' signs on that day; ties that cancel out leave it without.
 * Actors without any signed pair are left out. Nodes are in order of actor index.
 */
export function signsAt(record: StanceRecord, running: Running, at: Day, rule: SignRule = SIGN_RULE): SignedGraph {
  const { slice } = running;
  const found = new Map<number, PairSign>();
  const key = (a: number, b: number) => a * record.actors.length + b;
  if (rule.source !== 'tie') {
    for (let p = 0; p < slice.pairs.n; p++) {
      const holder = slice.pairs.holder[p]!;
      const target = slice.pairs.target[p]!;
      if (holder === target) continue;
      if (holder > target && pairOf(slice, target, holder) >= 0) continue;
      if (!takesPart(record, rule, holder) || !takesPart(record, rule, target)) continue;
      const [a, b] = holder < target ? [holder, target] : [target, holder];
      const sign = stanceSign(running, a, b, at, rule);
      if (sign) found.set(key(a, b), sign);
    }
  }
  if (rule.source !== 'stance') {
    for (const { a, b, ties } of tiedPairs(record, at, (tie) => tie.sign !== 0)) {
      if (found.has(key(a, b)) || !takesPart(record, rule, a) || !takesPart(record, rule, b)) continue;
      const sign = tieSign(record, a, b, ties);
      if (sign) found.set(key(a, b), sign);
    }
  }
  return graphOf([...found.values()]);
}

/** The sign of two actors (`a < b`, indices in the record) and its reason. */
export interface PairSign {
  a: number;
  b: number;
  sign: 1 | -1;
  reason: SignReason;
}

/** Whether the rule lets an actor take part. */
export function takesPart(record: StanceRecord, { kinds }: SignRule, actor: number): boolean {
  return kinds.length === 0 || kinds.includes(record.actors[actor]!.kind);
}

/** The sign that running stances give the pair `a < b` at the end of day `at`, or null. */
export function stanceSign(running: Running, a: number, b: number, at: Day, rule: SignRule): PairSign | null {
  const counted = (holder: number, target: number) => {
    const stance = stanceAt(running, pairOf(running.slice, holder, target), at);
    return stance && (rule.stale || !stance.stale) ? stance : null;
  };
  const forward = counted(a, b);
  const back = counted(b, a);
  if (!forward && !back) return null;
  if (!rule.single && (forward?.n ?? 0) + (back?.n ?? 0) === 1) return null;
  const value = forward && back ? (forward.value + back.value) / 2 : (forward ?? back)!.value;
  if (value === 0 || Math.abs(value) < rule.threshold) return null;
  return { a, b, sign: value > 0 ? 1 : -1, reason: { kind: 'stance', value, forward, back } };
}

/** The sign of the sum of the given ties (indices), which hold and join `a < b`; null where they cancel out. */
export function tieSign(record: StanceRecord, a: number, b: number, ties: number[]): PairSign | null {
  const sum = ties.reduce((all, tie) => all + record.ties[tie]!.sign, 0);
  return sum === 0 ? null : { a, b, sign: sum > 0 ? 1 : -1, reason: { kind: 'tie', ties } };
}

/** A graph of the actors that the given pairs name, nodes in order of actor index. */
export function graphOf(pairs: readonly PairSign[]): SignedGraph {
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
