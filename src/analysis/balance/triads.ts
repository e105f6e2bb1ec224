import type { SignedGraph } from './signs';

/** Three nodes, every two of them joined by a signed edge. */
export interface Triad {
  /** Nodes in rising order. */
  nodes: [number, number, number];
  /** Edges (indices into `graph.edges`) between nodes 0-1, 0-2 and 1-2. */
  edges: [number, number, number];
  /** Negative edges, 0 to 3. */
  negative: 0 | 1 | 2 | 3;
  /** The product of the three signs is positive: an even number of negative edges (Heider 1946). */
  balanced: boolean;
}

/** How many triads have each number of negative edges, in the usual order. */
export interface TriadCensus {
  /** +++ (balanced). */
  ppp: number;
  /** ++- (unbalanced). */
  ppm: number;
  /** +-- (balanced). */
  pmm: number;
  /** --- (unbalanced). */
  mmm: number;
  balanced: number;
  unbalanced: number;
}

/** Node to neighbours with the edge that joins them: `neighbours[node].get(other)`. */
export function neighboursOf(graph: SignedGraph): Map<number, number>[] {
  const neighbours = Array.from({ length: graph.n }, () => new Map<number, number>());
  graph.edges.forEach(({ a, b }, edge) => {
    neighbours[a]!.set(b, edge);
    neighbours[b]!.set(a, edge);
  });
  return neighbours;
}

/** Every triad of the graph, unbalanced ones first, then in order of nodes. */
export function triadsOf(graph: SignedGraph): Triad[] {
  const neighbours = neighboursOf(graph);
  const triads: Triad[] = [];
  graph.edges.forEach(({ a, b }, ab) => {
    const [few, many] = neighbours[a]!.size <= neighbours[b]!.size ? [a, b] : [b, a];
    for (const c of neighbours[few]!.keys()) {
      if (c <= b || !neighbours[many]!.has(c)) continue;
      const edges: [number, number, number] = [ab, neighbours[a]!.get(c)!, neighbours[b]!.get(c)!];
      const negative = edges.filter((edge) => graph.edges[edge]!.sign < 0).length as Triad['negative'];
      triads.push({ nodes: [a, b, c], edges, negative, balanced: negative % 2 === 0 });
    }
  });
  return triads.sort(
    (x, y) =>
      Number(x.balanced) - Number(y.balanced) || x.nodes[0] - y.nodes[0] || x.nodes[1] - y.nodes[1] || x.nodes[2] - y.nodes[2],
  );
}

/** The signed triad census. */
export function censusOf(triads: readonly Triad[]): TriadCensus {
  const count = [0, 0, 0, 0];
  for (const { negative } of triads) count[negative]!++;
  const [ppp, ppm, pmm, mmm] = count as [number, number, number, number];
  return { ppp, ppm, pmm, mmm, balanced: ppp + pmm, unbalanced: ppm + mmm };
}
