import { below, seeded } from '../random';
import type { SignedGraph } from './signs';

/** A graph as flat adjacency: the neighbours of node v are `other[start[v] .. start[v + 1])`, with sign and edge index beside. */
export interface Adjacency {
  n: number;
  start: Uint32Array;
  other: Uint32Array;
  sign: Int8Array;
  edge: Uint32Array;
}

export function adjacencyOf({ n, edges }: Pick<SignedGraph, 'n' | 'edges'>): Adjacency {
  const start = new Uint32Array(n + 1);
  for (const { a, b } of edges) {
    start[a + 1]!++;
    start[b + 1]!++;
  }
  for (let v = 0; v < n; v++) start[v + 1]! += start[v]!;
  const next = start.slice();
  const other = new Uint32Array(2 * edges.length);
  const sign = new Int8Array(2 * edges.length);
  const edge = new Uint32Array(2 * edges.length);
  edges.forEach((e, index) => {
    for (const [from, to] of [
      [e.a, e.b],
      [e.b, e.a],
    ] as const) {
      const place = next[from]!++;
      other[place] = to;
      sign[place] = e.sign;
      edge[place] = index;
    }
  });
  return { n, start, other, sign, edge };
}

/** Edges (indices) that go against two camps: negative within a camp, positive across. `camps` holds +1 or -1 for each node. */
export function edgesAgainst(graph: Pick<SignedGraph, 'edges'>, camps: ArrayLike<number>): number[] {
  const against: number[] = [];
  graph.edges.forEach(({ a, b, sign }, edge) => {
    if (camps[a]! * camps[b]! * sign < 0) against.push(edge);
  });
  return against;
}

/**
 * Two camps that few edges go against, by tabu search from several starts (Glover 1989): the best neighbour is taken even where it is
 * worse, and a node just moved must rest, so that the search climbs out of shallow pits. An upper bound on the frustration index.
 */
export function searchCamps(
  graph: SignedGraph,
  { starts = 8, seed = 1, from }: { starts?: number; seed?: number; from?: Int8Array } = {},
): {
  camps: Int8Array;
  against: number;
} {
  const adjacency = adjacencyOf(graph);
  const random = seeded(seed);
  let best: Int8Array = from ? from.slice() : new Int8Array(graph.n).fill(1);
  let least = edgesAgainst(graph, best).length;
  for (let s = 0; s < starts && least > 0; s++) {
    const camps =
      s === 0
        ? best.slice()
        : s % 2 === 1
          ? grown(adjacency, random)
          : Int8Array.from(best, (camp) => (random() < 0.2 ? -camp : camp));
    const local = descend(adjacency, camps, edgesAgainst(graph, camps).length, random);
    if (local.against < least) {
      least = local.against;
      best = local.camps;
    }
  }
  return { camps: best, against: least };
}

/** Camps grown from a random node along random edges, each new node on the side that its edge asks for. */
function grown({ n, start, other, sign }: Adjacency, random: () => number): Int8Array {
  const camps = new Int8Array(n);
  const first = below(random, n);
  for (let k = 0; k < n; k++) {
    const root = (first + k) % n;
    if (camps[root] !== 0) continue;
    camps[root] = 1;
    const open = [root];
    while (open.length > 0) {
      const [node] = open.splice(below(random, open.length), 1) as [number];
      for (let place = start[node]!; place < start[node + 1]!; place++) {
        const next = other[place]!;
        if (camps[next] !== 0) continue;
        camps[next] = camps[node]! * sign[place]!;
        open.push(next);
      }
    }
  }
  return camps;
}

function descend(
  { n, start, other, sign }: Adjacency,
  camps: Int8Array,
  against: number,
  random: () => number,
): { camps: Int8Array; against: number } {
  const gain = new Int32Array(n);
  for (let v = 0; v < n; v++) {
    for (let place = start[v]!; place < start[v + 1]!; place++) gain[v]! -= camps[v]! * camps[other[place]!]! * sign[place]!;
  }
  const restsUntil = new Int32Array(n);
  let best = camps.slice();
  let least = against;
  let lastBetter = 0;
  const patience = 300 + 12 * n;
  for (let step = 1; step - lastBetter < patience && least > 0; step++) {
    let chosen = -1;
    let most = -Infinity;
    for (let v = 0; v < n; v++) {
      const rests = restsUntil[v]! >= step && against - gain[v]! >= least;
      if (!rests && (gain[v]! > most || (gain[v] === most && random() < 0.3))) {
        most = gain[v]!;
        chosen = v;
      }
    }
    if (chosen < 0) break;
    against -= gain[chosen]!;
    gain[chosen] = -gain[chosen]!;
    camps[chosen] = -camps[chosen]!;
    for (let place = start[chosen]!; place < start[chosen + 1]!; place++) {
      const next = other[place]!;
      gain[next]! -= 2 * camps[chosen]! * camps[next]! * sign[place]!;
    }
    restsUntil[chosen] = step + 5 + below(random, 8);
    if (against < least) {
      least = against;
      best = camps.slice();
      lastBetter = step;
    }
  }
  return { camps: best, against: least };
}

/**
 * The camps with the fewest edges against them, by trying all of them: `2^(n-1)` states in Gray-code order (Gray 1953), so that each
 * state is one move from the last. For 24 nodes at most; about 20 are a tenth of a second.
 */
export function bruteForceCamps(graph: SignedGraph): { camps: Int8Array; against: number } {
  const { n } = graph;
  if (n > 24) throw new RangeError(`bruteForceCamps takes at most 24 nodes, not ${n}`);
  const { start, other, sign } = adjacencyOf(graph);
  const camps = new Int8Array(n).fill(1);
  let against = edgesAgainst(graph, camps).length;
  let least = against;
  let best = 0;
  let code = 0;
  const states = 2 ** Math.max(0, n - 1);
  for (let k = 1; k < states; k++) {
    const node = 31 - Math.clz32(k & -k);
    let product = 0;
    for (let place = start[node]!; place < start[node + 1]!; place++) product += camps[other[place]!]! * sign[place]!;
    against += product * camps[node]!;
    camps[node] = -camps[node]!;
    code ^= 1 << node;
    if (against < least) {
      least = against;
      best = code;
    }
  }
  return { camps: Int8Array.from({ length: n }, (_, v) => ((best >> v) & 1 ? -1 : 1)), against: least };
}
