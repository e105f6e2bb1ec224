import { describe, expect, it } from 'vitest';
import { degreeOfBalance, frustrationBalance, reliefsOf, tensionsOf, walkBalance } from './balance';
import { frustration } from './frustration';
import { greatPowers, highlandTribes } from '../../testing/publishedGraphs';
import { signedGraph } from './signs';
import { censusOf, triadsOf } from './triads';

describe('the highland tribes (Read 1954)', () => {
  const graph = highlandTribes();
  const triads = triadsOf(graph);

  it('have 16 nodes and 58 edges, half of them negative', () => {
    expect(graph.n).toBe(16);
    expect(graph.edges).toHaveLength(58);
    expect(graph.edges.filter(({ sign }) => sign < 0)).toHaveLength(29);
  });

  it('have the published triad census', () => {
    expect(censusOf(triads)).toEqual({ ppp: 19, ppm: 2, pmm: 40, mmm: 7, balanced: 59, unbalanced: 9 });
  });

  it('have the scores that signnet publishes: triangles, walk, frustration', async () => {
    expect(degreeOfBalance(triads)).toBeCloseTo(0.8676471, 7);
    expect(walkBalance(graph)).toBeCloseTo(0.3575761, 7);
    const { index, exact } = await frustration(graph);
    expect([index, exact]).toEqual([7, true]);
    expect(frustrationBalance(index, graph.edges.length)).toBeCloseTo(0.7586207, 7);
  });

  it('list unbalanced triads first', () => {
    expect(triads.slice(0, 9).every(({ balanced }) => !balanced)).toBe(true);
    expect(triads.slice(9).every(({ balanced }) => balanced)).toBe(true);
  });

  it('share their unbalanced triads among the actors in them', () => {
    const tensions = tensionsOf(graph, triads);
    expect(tensions.reduce((sum, { unbalanced }) => sum + unbalanced, 0)).toBe(3 * 9);
    expect(tensions.reduce((sum, { triads: all }) => sum + all, 0)).toBe(3 * 68);
    for (const { share } of tensions) expect(share).toBeLessThanOrEqual(tensions[0]!.share);
  });

  it('would be relieved by exactly as many edges as go against the camps, and the triads counted anew agree', async () => {
    const { camps } = await frustration(graph);
    const reliefs = reliefsOf(graph, triads, camps);
    expect(reliefs.filter(({ against }) => against)).toHaveLength(7);
    for (const { edge, net } of reliefs) {
      const changed = graph.edges.map((e, i) => (i === edge ? { ...e, sign: -e.sign as 1 | -1 } : e));
      expect(censusOf(triadsOf({ ...graph, edges: changed })).unbalanced).toBe(9 - net);
    }
  });
});

describe('the great powers of 1872 to 1907 (Antal, Krapivsky and Redner 2006)', () => {
  it.each([
    [1872, 5, 2, 1],
    [1890, 3, 2, 1],
    [1892, 6, 2, 1],
    [1904, 6, 2, 1],
    [1907, 20, 0, 0],
  ])('%i: %i balanced, %i unbalanced, frustration %i', async (year, balanced, unbalanced, index) => {
    const graph = greatPowers(year);
    expect(censusOf(triadsOf(graph))).toMatchObject({ balanced, unbalanced });
    expect(await frustration(graph)).toMatchObject({ index, exact: true });
  });
});

describe('small graphs', () => {
  it('have no degree of balance without a triad, nor a walk balance without an edge', () => {
    expect(degreeOfBalance(triadsOf(signedGraph(3, [[0, 1, 1]])))).toBeNull();
    expect(walkBalance(signedGraph(3, []))).toBeNull();
    expect(frustrationBalance(0, 0)).toBeNull();
  });

  it('are in perfect balance where two camps explain every sign', () => {
    const graph = signedGraph(4, [[0, 1, 1], [2, 3, 1], [0, 2, -1], [0, 3, -1], [1, 2, -1], [1, 3, -1]]); // prettier-ignore
    expect(degreeOfBalance(triadsOf(graph))).toBe(1);
    expect(walkBalance(graph)).toBeCloseTo(1, 12);
  });
});
