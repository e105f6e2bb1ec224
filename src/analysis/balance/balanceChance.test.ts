import { describe, expect, it } from 'vitest';
import { greatPowers, highlandTribes } from '../../testing/publishedGraphs';
import { degreeOfBalance } from './balance';
import { dealBalance, dealtEdges, type BalanceChance } from './balanceChance';
import { frustration } from './frustration';
import { signedGraph, type SignedGraph, type SignReason } from './signs';
import { triadsOf, type Triad } from './triads';

const every = () => true;

function dealt(graph: SignedGraph, upper: number, deals?: number, counts: (triad: Triad) => boolean = every): BalanceChance {
  const work = dealBalance(graph, counts, upper, deals === undefined ? {} : { deals });
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

describe('balance by chance', () => {
  it('of a full graph of five with half its signs negative is that of all ways to deal them', () => {
    // K4 with 3 of 6 signs negative: 20 deals. Of its 4 triads a deal balances all 4 (the 4 stars: a node against the rest) or none (the 4
    // triangles of negatives) or 2 (the other 12).
    const k4 = signedGraph(4, [[0, 1, 1], [0, 2, 1], [1, 2, 1], [0, 3, -1], [1, 3, -1], [2, 3, -1]]); // prettier-ignore
    expect(degreeOfBalance(triadsOf(k4))).toBe(1);
    const { degree, against, census } = dealt(k4, 0, 4000);
    expect(degree!.mean).toBeCloseTo((4 * 1 + 12 * 0.5 + 4 * 0) / 20, 1);
    expect(Math.abs(degree!.mean - 0.5)).toBeLessThan(0.03);
    expect(Math.abs(degree!.p - 0.2)).toBeLessThan(0.03);
    expect([degree!.low, degree!.high]).toEqual([0, 1]);
    expect(Math.abs(against!.p - 0.2)).toBeLessThan(0.03);
    expect(census.reduce((sum, count) => sum + count, 0)).toBeCloseTo(4, 9);
  });

  it('keeps the signs of ties, and deals those of words among themselves', () => {
    const plain = signedGraph(4, [[0, 1, 1], [0, 2, 1], [1, 2, 1], [0, 3, -1], [1, 3, -1], [2, 3, -1]]); // prettier-ignore
    const spoken = { kind: 'stance' as const, value: -1, forward: null, back: null };
    const tie: SignReason = { kind: 'tie', ties: [0] };
    const edges = plain.edges.map((edge, i) => ({ ...edge, reason: i < 4 ? tie : spoken }));
    const graph = { ...plain, edges };
    expect(dealtEdges(graph)).toEqual([4, 5]);
    // The two signs of words are alike, so nothing can change.
    expect(dealt(graph, 0).degree).toMatchObject({ mean: 1, low: 1, high: 1, p: 1 });
    expect(dealtEdges(plain)).toHaveLength(6);
  });

  it('is far below what the highland tribes have, and what the powers of 1907 have', async () => {
    const tribes = highlandTribes();
    const { index } = await frustration(tribes);
    const chance = dealt(tribes, index);
    expect(chance.degree!.high).toBeLessThan(0.8676);
    expect(chance.degree!.mean).toBeGreaterThan(0.4);
    expect(chance.degree!.p).toBe(1 / 200);
    expect(chance.walk!.high).toBeLessThan(0.3575);
    expect(chance.against!.low).toBeGreaterThan(7);
    expect(dealt(greatPowers(1907), 0).degree!.p).toBeLessThan(0.02);
    expect(dealt(greatPowers(1890), 1).degree!.p).toBeGreaterThan(0.05);
  });

  it('counts the triads that it is told to', () => {
    const tribes = highlandTribes();
    const some = ({ nodes }: Triad) => nodes[0] === 0;
    const { census, degree } = dealt(tribes, 7, 50, some);
    expect(census.reduce((sum, count) => sum + count, 0)).toBeCloseTo(triadsOf(tribes).filter(some).length, 9);
    expect(degree).not.toBeNull();
    expect(dealt(tribes, 7, 5, () => false).degree).toBeNull();
  });

  it('is the same for the same seed', () => {
    expect(dealt(greatPowers(1890), 1)).toEqual(dealt(greatPowers(1890), 1));
  });
});
