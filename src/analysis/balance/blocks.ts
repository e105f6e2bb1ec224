import type { SignedGraph } from './signs';

/**
 * The two-connected blocks of a graph, as lists of edge indices (Hopcroft and Tarjan 1973, without recursion so that long chains do not
 * exhaust the stack). Every edge is in one block; a bridge is a block of its own. A cycle lies within one block, so what must be changed
 * to balance a graph is the sum of what must be changed in its blocks.
 */
export function blocksOf(graph: SignedGraph): number[][] {
  const { n, edges } = graph;
  const incident: number[][] = Array.from({ length: n }, () => []);
  edges.forEach(({ a, b }, edge) => {
    incident[a]!.push(edge);
    incident[b]!.push(edge);
  });
  const depth = new Int32Array(n).fill(-1);
  const low = new Int32Array(n);
  const next = new Uint32Array(n);
  const arrival = new Int32Array(n).fill(-1);
  const pending: number[] = [];
  const blocks: number[][] = [];
  for (let root = 0; root < n; root++) {
    if (depth[root]! >= 0) continue;
    depth[root] = 0;
    const path = [root];
    while (path.length > 0) {
      const node = path[path.length - 1]!;
      const edge = incident[node]![next[node]!];
      if (edge !== undefined) {
        next[node]!++;
        if (edge === arrival[node]) continue;
        const other = edges[edge]!.a === node ? edges[edge]!.b : edges[edge]!.a;
        if (depth[other]! < 0) {
          depth[other] = depth[node]! + 1;
          low[other] = depth[other]!;
          arrival[other] = edge;
          pending.push(edge);
          path.push(other);
        } else if (depth[other]! < depth[node]!) {
          pending.push(edge);
          low[node] = Math.min(low[node]!, depth[other]!);
        }
        continue;
      }
      path.pop();
      const parent = path[path.length - 1];
      if (parent === undefined) continue;
      low[parent] = Math.min(low[parent]!, low[node]!);
      if (low[node]! >= depth[parent]!) blocks.push(pending.splice(pending.lastIndexOf(arrival[node]!)));
    }
    low[root] = 0;
  }
  return blocks;
}
