import { seeded, shuffle } from '../random';
import { degreeOfBalance, plainWalks, walkBalance } from './balance';
import { searchCamps } from './camps';
import type { SignedGraph } from './signs';
import { censusOf, triadsOf, type Triad } from './triads';

/** A figure as chance alone gives it. */
export interface ByChance {
  mean: number;
  /** The middle 90 % of the deals. */
  low: number;
  high: number;
  /** Share of deals, the graph itself among them, that are at least as balanced. */
  p: number;
}

/** What the figures of a graph would be if its signs fell otherwise. */
export interface BalanceChance {
  deals: number;
  /** Signs that were dealt. */
  dealt: number;
  /** Null where a graph has no triad that counts. */
  degree: ByChance | null;
  walk: ByChance | null;
  /** Signs that go against the best two camps found; null where the graph is too large to look again and again. */
  against: ByChance | null;
  /** Mean counts of the census, in the order +++, ++-, +--, ---. */
  census: [number, number, number, number];
}

/** Enough for a range of 90 % and a p of a hundredth. */
export const DEALS = 199;
/** Up to so many edges the camps are sought anew in every deal. */
const CHEAP = 400;

/** Signs that may be dealt: those of words and acts, given what the ties say; all of them where there are no words. */
export function dealtEdges({ edges }: SignedGraph): number[] {
  const all = edges.map((_, edge) => edge);
  const spoken = all.filter((edge) => edges[edge]!.reason.kind === 'stance');
  return spoken.length > 0 ? spoken : all;
}

/**
 * Deals the signs anew: the graph keeps its edges, its ties keep their signs, and the signs of words and acts are shuffled among the pairs
 * that have them, so that as many are negative as before (the null model of Leskovec, Huttenlocher and Kleinberg 2010, conditional on the
 * ties). What two camps or shared friends do beyond that is what balance theory claims. A generator, so that a page can take a few deals
 * at a time; it returns what chance gives.
 *
 * @param counts which triads count
 * @param upper signs against the camps in the graph itself, best known
 */
export function* dealBalance(
  graph: SignedGraph,
  counts: (triad: Triad) => boolean,
  upper: number,
  { deals = DEALS, seed = 1 }: { deals?: number; seed?: number } = {},
): Generator<void, BalanceChance> {
  const random = seeded(seed);
  const dealt = dealtEdges(graph);
  const signs = dealt.map((edge) => graph.edges[edge]!.sign as number);
  const triads = triadsOf(graph).filter(counts);
  const plain = plainWalks(graph);
  const cheap = graph.edges.length <= CHEAP;
  const degrees: number[] = [];
  const walks: number[] = [];
  const against: number[] = [];
  const census: BalanceChance['census'] = [0, 0, 0, 0];
  for (let d = 0; d < deals; d++) {
    shuffle(signs, random);
    const other = withSigns(graph, dealt, signs);
    const again = triads.map((triad) => signedAgain(triad, other));
    const { ppp, ppm, pmm, mmm } = censusOf(again);
    [ppp, ppm, pmm, mmm].forEach((count, k) => (census[k]! += count / deals));
    const degree = degreeOfBalance(again);
    if (degree !== null) degrees.push(degree);
    const walk = walkBalance(other, plain);
    if (walk !== null) walks.push(walk);
    if (cheap) against.push(searchCamps(other, { starts: 4, seed: d + 1 }).against);
    yield;
  }
  return {
    deals,
    dealt: dealt.length,
    degree: chanceOf(degrees, degreeOfBalance(triads), 1),
    walk: chanceOf(walks, walkBalance(graph, plain), 1),
    against: chanceOf(against, upper, -1),
    census,
  };
}

function withSigns(graph: SignedGraph, dealt: readonly number[], signs: readonly number[]): SignedGraph {
  const edges = graph.edges.slice();
  dealt.forEach((edge, i) => (edges[edge] = { ...edges[edge]!, sign: signs[i]! > 0 ? 1 : -1 }));
  return { ...graph, edges };
}

function signedAgain(triad: Triad, graph: SignedGraph): Triad {
  const negative = triad.edges.filter((edge) => graph.edges[edge]!.sign < 0).length as Triad['negative'];
  return { ...triad, negative, balanced: negative % 2 === 0 };
}

/** @param better 1 where more is more balanced, -1 where less is */
function chanceOf(values: readonly number[], own: number | null, better: 1 | -1): ByChance | null {
  if (values.length === 0 || own === null) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const asGood = values.filter((value) => (value - own) * better >= -1e-9).length;
  return {
    mean: values.reduce((sum, value) => sum + value, 0) / values.length,
    low: sorted[Math.floor(0.05 * values.length)]!,
    high: sorted[Math.ceil(0.95 * values.length) - 1]!,
    p: (asGood + 1) / (values.length + 1),
  };
}
