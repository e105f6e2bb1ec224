import type { SignedGraph } from './signs';

/**
 * An order in which actors that stand alike are neighbours: by the leading eigenvector of the signed adjacency, each row divided by the root of
 * its degrees (Kunegis and others 2010, Spectral Analysis of Signed Graphs), found by power iteration. In a balanced graph its signs are the two
 * camps (Harary 1953), so that the order parts them; within a camp those that are most of it stand outermost. The camp of the first node comes
 * first.
 *
 * @returns a number for each node, -1 to 1: sort by it
 */
export function alikeness({ n, edges }: Pick<SignedGraph, 'n' | 'edges'>, rounds = 120): Float64Array {
  const degree = new Float64Array(n);
  for (const { a, b } of edges) {
    degree[a]! += 1;
    degree[b]! += 1;
  }
  // Begun unevenly, so that no eigenvector is missed by symmetry.
  let now = Float64Array.from({ length: n }, (_, node) => 1 + (node % 7) / 10);
  for (let round = 0; round < rounds; round++) {
    // Shifted by one, so that the eigenvalue that is largest, not the one that is largest in size, wins.
    const next = now.slice();
    for (const { a, b, sign } of edges) {
      const weight = sign / Math.sqrt(degree[a]! * degree[b]!);
      next[a]! += weight * now[b]!;
      next[b]! += weight * now[a]!;
    }
    const size = Math.max(1e-300, ...next.map(Math.abs));
    now = next.map((value) => value / size);
  }
  const first = now.find((value) => Math.abs(value) > 1e-9) ?? 1;
  return first < 0 ? now.map((value) => -value) : now;
}
