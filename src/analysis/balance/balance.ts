import { eigenvaluesOf } from './eigenvalues';
import type { SignedEdge, SignedGraph } from './signs';
import { censusOf, type Triad } from './triads';

/**
 * Degree of balance: the share of triads that are balanced, in [0, 1] (Cartwright and Harary 1956, cycles of length three); null where the
 * graph has no triad: nothing to be balanced is not balance.
 */
export function degreeOfBalance(triads: readonly Triad[]): number | null {
  return triads.length === 0 ? null : censusOf(triads).balanced / triads.length;
}

/**
 * Walk balance: closed walks of every length, short ones weighing more, `trace(e^A) / trace(e^|A|)`, in (0, 1] (Estrada and Benzi 2014,
 * Physical Review E 90, 042802; the `walk` score of the R package signnet). 1 is perfect balance. Null where there is no edge.
 *
 * @param plain the walks without signs (see `plainWalks`), where they are known
 */
export function walkBalance(graph: SignedGraph, plain: Float64Array = plainWalks(graph)): number | null {
  if (graph.edges.length === 0) return null;
  const top = plain[graph.n - 1]!;
  const trace = (values: Float64Array) => values.reduce((sum, value) => sum + Math.exp(value - top), 0);
  return (
    trace(
      eigenvaluesOf(
        adjacency(graph, ({ sign }) => sign),
        graph.n,
      ),
    ) / trace(plain)
  );
}

/** Eigenvalues of the graph without its signs, in rising order: the same for every way in which signs may fall. */
export function plainWalks(graph: SignedGraph): Float64Array {
  return eigenvaluesOf(
    adjacency(graph, () => 1),
    graph.n,
  );
}

function adjacency({ n, edges }: SignedGraph, weight: (edge: SignedEdge) => number): Float64Array {
  const matrix = new Float64Array(n * n);
  for (const edge of edges) matrix[edge.a * n + edge.b] = matrix[edge.b * n + edge.a] = weight(edge);
  return matrix;
}

/**
 * Frustration index on a scale from 0 to 1 that can be compared between graphs: `1 - 2 f / m` for `f` frustrated of `m` edges (Aref and
 * Wilson 2018, Journal of Complex Networks 6; the `frustration` score of signnet). 1 is perfect balance. Null where there is no edge.
 */
export function frustrationBalance(index: number, edges: number): number | null {
  return edges === 0 ? null : 1 - (2 * index) / edges;
}

/** How much of one actor's company is unbalanced. */
export interface Tension {
  node: number;
  triads: number;
  unbalanced: number;
  /** unbalanced / triads, in [0, 1]. */
  share: number;
}

/** The tension of every node that is in a triad, highest share first, then most unbalanced triads. */
export function tensionsOf(graph: SignedGraph, triads: readonly Triad[]): Tension[] {
  const all = new Uint32Array(graph.n);
  const strained = new Uint32Array(graph.n);
  for (const { nodes, balanced } of triads) {
    for (const node of nodes) {
      all[node]!++;
      if (!balanced) strained[node]!++;
    }
  }
  return graph.actors
    .map((_, node) => ({ node, triads: all[node]!, unbalanced: strained[node]!, share: strained[node]! / all[node]! }))
    .filter((tension) => tension.triads > 0)
    .sort((x, y) => y.share - x.share || y.unbalanced - x.unbalanced || x.node - y.node);
}

/** What would follow if one edge changed its sign and all else stayed. */
export interface Relief {
  /** Index into `graph.edges`. */
  edge: number;
  /** Unbalanced triads that would become balanced. */
  resolved: number;
  /** Balanced triads that would become unbalanced. */
  made: number;
  /** `resolved - made`: how many fewer unbalanced triads in all. */
  net: number;
  /**
   * Whether the edge goes against the given camps (a hostile edge within a camp or a friendly one across). With camps that attain the
   * frustration index, changing such an edge lowers the index by one, the most that any single edge can.
   */
  against: boolean;
}

/**
 * Every edge whose change of sign would relieve the graph, by triads or by camps, the most net relief first, then those that go against
 * the camps.
 * @param camps +1 or -1 for each node (see `frustration`), or null where they are not known
 */
export function reliefsOf(graph: SignedGraph, triads: readonly Triad[], camps: ArrayLike<number> | null): Relief[] {
  const reliefs: Relief[] = graph.edges.map(({ a, b, sign }, edge) => ({
    edge,
    resolved: 0,
    made: 0,
    net: 0,
    against: camps !== null && camps[a]! * camps[b]! * sign < 0,
  }));
  for (const { edges, balanced } of triads) {
    for (const edge of edges) {
      const relief = reliefs[edge]!;
      if (balanced) relief.made++;
      else relief.resolved++;
      relief.net = relief.resolved - relief.made;
    }
  }
  return reliefs
    .filter(({ net, against }) => net > 0 || against)
    .sort((x, y) => y.net - x.net || Number(y.against) - Number(x.against) || x.edge - y.edge);
}
