import type { Highs } from 'highs';
import { blocksOf } from './blocks';
import { adjacencyOf, bruteForceCamps, edgesAgainst, searchCamps } from './camps';
import type { BlockBounds } from './frustrationProgramme';
import { packedNegativeCycles } from './negativeCycles';
import { signedGraph, type SignedGraph } from './signs';

/** The frustration index of a graph, or what is known of it. */
export interface Frustration {
  /** The least number of edges to change for balance where `exact`, else the best found (`upper`). */
  index: number;
  exact: boolean;
  /** The index lies between these two (inclusive). */
  lower: number;
  upper: number;
  /**
   * +1 or -1 for each node: two camps that `upper` edges go against, the larger one +1. The sides of nodes in different parts of a
   * graph that hangs in parts say nothing of each other; other camps may do as well.
   */
  camps: Int8Array;
  /** Edges (indices) that go against the camps: `upper` of them. */
  against: number[];
}

/** Blocks of up to this many nodes are solved by trying all camps. */
const SMALL = 16;
/** Past this many nodes one start of the search must do, and cycles are packed beside the page. */
export const MANY = 80;

interface Block {
  graph: SignedGraph;
  /** Edge of the whole graph for each edge of the block. */
  edges: number[];
  known: BlockBounds;
}

/**
 * The frustration index of a graph without a solver: exact where its blocks are small or their bounds meet (up to 16 nodes always), else
 * bounds: camps found by search above, negative cycles without a common edge below. Milliseconds for some dozens of nodes.
 *
 * @param options.from0 leaves the lower bound of a block of more than {@link MANY} nodes at 0: to pack cycles there would hold a page up
 */
export function quickFrustration(graph: SignedGraph, { from0 = false }: { from0?: boolean } = {}): Frustration {
  return joined(graph, blocksToSolve(graph, from0));
}

/**
 * The frustration index of a graph: the least number of edges whose sign must change for balance (Harary 1959), with the two camps that
 * attain it, solved exactly block by block as an integer programme (see `frustrationProgramme`).
 *
 * @param options.timeLimit seconds; when they are up the result is a bound and says so (`exact` is false)
 * @param options.onBound told lower and upper bound of the whole graph whenever one moves, and the best camps so far
 * @param options.solver loads HiGHS; only asked where a block needs it
 */
export async function frustration(
  graph: SignedGraph,
  {
    timeLimit = 20,
    onBound,
    solver = loadSolver,
  }: { timeLimit?: number; onBound?: (known: Frustration) => void; solver?: () => Promise<Highs> } = {},
): Promise<Frustration> {
  const end = performance.now() + timeLimit * 1000;
  const blocks = blocksToSolve(graph);
  onBound?.(joined(graph, blocks));
  const open = blocks.filter(({ known }) => known.lower < known.upper).sort((a, b) => a.graph.n - b.graph.n);
  if (open.length > 0) {
    const [highs, { solveBlock }] = await Promise.all([solver(), import('./frustrationProgramme')]);
    for (const block of open) {
      const left = () => end - performance.now();
      if (left() <= 0) break;
      block.known = solveBlock(highs, block.graph, block.known, left, (known) => {
        block.known = known;
        onBound?.(joined(graph, blocks));
      });
    }
  }
  return joined(graph, blocks);
}

async function loadSolver(): Promise<Highs> {
  return (await import('highs')).default();
}

/** The blocks that hold cycles, each with bounds that meet where the block is small or easy. */
function blocksToSolve(graph: SignedGraph, from0 = false): Block[] {
  return blocksOf(graph)
    .filter((edges) => edges.length > 2)
    .map((edges) => {
      const nodes = [...new Set(edges.flatMap((e) => [graph.edges[e]!.a, graph.edges[e]!.b]))].sort((x, y) => x - y);
      const place = new Map(nodes.map((node, i) => [node, i]));
      const block = signedGraph(
        nodes.length,
        edges.map((e) => [place.get(graph.edges[e]!.a)!, place.get(graph.edges[e]!.b)!, graph.edges[e]!.sign] as const),
      );
      return { graph: block, edges, known: quickBounds(block, from0) };
    });
}

function quickBounds(block: SignedGraph, from0: boolean): BlockBounds {
  // Few starts where a start is slow: the page waits for this, and the solver betters it.
  const searched = searchCamps(block, { starts: block.n <= SMALL || block.n > MANY ? 1 : 8 });
  if (searched.against === 0) return { lower: 0, upper: 0, camps: searched.camps };
  if (from0 && block.n > MANY) return { lower: 0, upper: searched.against, camps: searched.camps };
  const lower = packedNegativeCycles(adjacencyOf(block), block.edges.length).length;
  if (lower === searched.against || block.n > SMALL) return { lower, upper: searched.against, camps: searched.camps };
  const { camps, against } = bruteForceCamps(block);
  return { lower: against, upper: against, camps };
}

/** One answer from the blocks' answers: an edge says how its ends stand to each other, a bridge by its sign, else by its block's camps. */
function joined(graph: SignedGraph, blocks: readonly Block[]): Frustration {
  const relation = Int8Array.from(graph.edges, ({ sign }) => sign);
  let lower = 0;
  for (const { graph: block, edges, known } of blocks) {
    lower += known.lower;
    block.edges.forEach(({ a, b }, i) => {
      relation[edges[i]!] = known.camps[a]! * known.camps[b]!;
    });
  }
  const { start, other, edge } = adjacencyOf(graph);
  const camps = new Int8Array(graph.n);
  for (let root = 0; root < graph.n; root++) {
    if (camps[root] !== 0) continue;
    camps[root] = 1;
    const part = [root];
    for (let i = 0; i < part.length; i++) {
      const node = part[i]!;
      for (let p = start[node]!; p < start[node + 1]!; p++) {
        const next = other[p]!;
        if (camps[next] !== 0) continue;
        camps[next] = camps[node]! * relation[edge[p]!]!;
        part.push(next);
      }
    }
    const larger = part.reduce((sum, node) => sum + camps[node]!, 0);
    if (larger < 0) for (const node of part) camps[node] = -camps[node]!;
  }
  const against = edgesAgainst(graph, camps);
  const upper = against.length;
  return { index: upper, exact: lower === upper, lower, upper, camps, against };
}
