import fc from 'fast-check';
import loadHighs from 'highs';
import { describe, expect, it } from 'vitest';
import { blocksOf } from './blocks';
import { adjacencyOf, bruteForceCamps, edgesAgainst, searchCamps } from './camps';
import { frustration, quickFrustration, type Frustration } from './frustration';
import { solveBlock } from './frustrationProgramme';
import { packedNegativeCycles } from './negativeCycles';
import { below, seeded } from '../random';
import { signedGraph, type SignedGraph } from './signs';

/** A random graph: each pair has an edge with probability `density`, negative with probability `negative`. */
function randomGraph(n: number, density: number, negative: number, seed: number): SignedGraph {
  const random = seeded(seed);
  const pairs: [number, number, 1 | -1][] = [];
  for (let a = 0; a < n; a++) {
    for (let b = a + 1; b < n; b++) if (random() < density) pairs.push([a, b, random() < negative ? -1 : 1]);
  }
  return signedGraph(n, pairs);
}

/** States in regional alliances with rivalries, like the Correlates of War windows: many nodes, mostly positive, dense lumps. */
function statesInAlliances(n: number, edges: number, seed: number): SignedGraph {
  const random = seeded(seed);
  const lumps = Math.ceil(n / 18);
  const pairs = new Map<string, [number, number, 1 | -1]>();
  while (pairs.size < edges) {
    const a = below(random, n);
    const near = random() < 0.75;
    const b = near ? (a % lumps) + lumps * below(random, Math.floor(n / lumps)) : below(random, n);
    if (a === b || b >= n || pairs.has(`${Math.min(a, b)} ${Math.max(a, b)}`)) continue;
    pairs.set(`${Math.min(a, b)} ${Math.max(a, b)}`, [a, b, random() < (near ? 0.06 : 0.3) ? -1 : 1]);
  }
  return signedGraph(n, [...pairs.values()]);
}

const valid = (graph: SignedGraph, result: Frustration) => {
  expect(edgesAgainst(graph, result.camps)).toEqual(result.against);
  expect(result.against).toHaveLength(result.upper);
  expect(result.lower).toBeLessThanOrEqual(result.upper);
  expect(result.exact).toBe(result.lower === result.upper);
};

describe('the integer programme', () => {
  it('agrees with trying all camps, on two thousand random graphs of up to 12 nodes', async () => {
    const highs = await loadHighs();
    for (let seed = 1; seed <= 2000; seed++) {
      const random = seeded(seed);
      const graph = randomGraph(3 + below(random, 10), 0.3 + 0.7 * random(), random(), seed);
      const truth = bruteForceCamps(graph);
      expect(edgesAgainst(graph, truth.camps)).toHaveLength(truth.against);
      const far = {
        lower: 0,
        upper: edgesAgainst(graph, new Int8Array(graph.n).fill(1)).length,
        camps: new Int8Array(graph.n).fill(1),
      };
      const solved = solveBlock(highs, graph, far, () => 1e6, () => undefined); // prettier-ignore
      expect([seed, solved.lower, solved.upper]).toEqual([seed, truth.against, truth.against]);
      expect(edgesAgainst(graph, solved.camps)).toHaveLength(truth.against);
    }
  }, 60_000);

  it('branches where the relaxation stays below the index: K7, all negative', async () => {
    const graph = randomGraph(7, 1, 1, 1);
    const result = await frustration(graph);
    expect(result).toMatchObject({ index: 9, exact: true });
    valid(graph, result);
  });

  it('solves a graph like a window of the Correlates of War in seconds', async () => {
    const graph = statesInAlliances(150, 1250, 7);
    const result = await frustration(graph, { timeLimit: 20 });
    valid(graph, result);
    expect(result.exact).toBe(true);
  }, 40_000);

  it('says a bound where the time is up, and tells of bounds that only tighten', async () => {
    const graph = randomGraph(40, 0.5, 0.5, 3);
    const told: Frustration[] = [];
    const result = await frustration(graph, { timeLimit: 0.3, onBound: (known) => told.push(known) });
    valid(graph, result);
    expect(result.exact).toBe(false);
    for (const [i, known] of told.entries()) {
      valid(graph, known);
      if (i === 0) continue;
      expect(known.lower).toBeGreaterThanOrEqual(told[i - 1]!.lower);
      expect(known.upper).toBeLessThanOrEqual(told[i - 1]!.upper);
    }
  }, 20_000);
});

describe('without a solver', () => {
  it('is exact up to 16 nodes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 12 }), fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(), (n, negative, seed) => {
        const graph = randomGraph(n, 0.5, negative, seed);
        const result = quickFrustration(graph);
        valid(graph, result);
        expect(result.exact).toBe(true);
        expect(result.index).toBe(bruteForceCamps(graph).against);
      }),
      { numRuns: 300 },
    );
  });

  it('bounds the index from both sides, and does not change when a node changes camp (switching)', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 11 }), fc.nat(), fc.nat(), (n, seed, pick) => {
        const graph = randomGraph(n, 0.6, 0.5, seed);
        const truth = bruteForceCamps(graph).against;
        expect(searchCamps(graph).against).toBeGreaterThanOrEqual(truth);
        expect(packedNegativeCycles(adjacencyOf(graph), graph.edges.length).length).toBeLessThanOrEqual(truth);
        const node = pick % n;
        const flip = ({ a, b, sign }: SignedGraph['edges'][number]) => ((a === node) !== (b === node) ? -sign : sign) as 1 | -1;
        const switched = signedGraph(n, graph.edges.map((e) => [e.a, e.b, flip(e)] as const)); // prettier-ignore
        expect(bruteForceCamps(switched).against).toBe(truth);
      }),
      { numRuns: 200 },
    );
  });

  it('puts the camps of separate blocks and bridges together', () => {
    const triangles = [[0, 1, 1], [1, 2, 1], [0, 2, -1], [2, 3, -1], [3, 4, 1], [4, 5, -1], [3, 5, 1], [6, 7, -1]] as const; // prettier-ignore
    const graph = signedGraph(8, triangles);
    expect(blocksOf(graph).map((edges) => edges.length).sort()).toEqual([1, 1, 3, 3]); // prettier-ignore
    const result = quickFrustration(graph);
    expect(result).toMatchObject({ index: 2, exact: true });
    valid(graph, result);
  });
});

it('blocks cover every edge once', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 14 }), fc.double({ min: 0, max: 0.5, noNaN: true }), fc.nat(), (n, density, seed) => {
      const graph = randomGraph(n, density, 0.5, seed);
      const covered = blocksOf(graph).flat().sort((a, b) => a - b); // prettier-ignore
      expect(covered).toEqual(graph.edges.map((_, e) => e));
    }),
  );
});
