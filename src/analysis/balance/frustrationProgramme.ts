import type { Highs, Model } from 'highs';
import { adjacencyOf, edgesAgainst, searchCamps, type Adjacency } from './camps';
import { shortestNegativeCycle } from './negativeCycles';
import type { SignedGraph } from './signs';

/** What is known of one two-connected block. */
export interface BlockBounds {
  lower: number;
  upper: number;
  /** Camps that `upper` edges go against. */
  camps: Int8Array;
}

interface Solving {
  graph: SignedGraph;
  adjacency: Adjacency;
  known: BlockBounds;
  /** Negative cycles in use as constraints, and their keys so that none is added twice. */
  cycles: number[][];
  keys: Set<string>;
  /** Milliseconds left. */
  left: () => number;
  onBound: (known: BlockBounds) => void;
}

/**
 * The frustration index of a block by integer programming (Aref and Wilson 2019, Journal of Complex Networks 7, 163-189): every edge e has
 * a variable f(e), 1 where it goes against the camps, and their sum is made least.
 *
 * First the linear relaxation over negative cycles alone, each of which must hold one such edge; cycles are added as they are violated
 * (cutting planes). Its optimum, rounded up, is a lower bound, and is often met by the camps found on the way, so that most graphs end
 * here. Else the integer programme in the authors' XOR form (a camp 0 or 1 for every node, two constraints for every edge, the node with
 * most edges fixed) with the cycles kept.
 *
 * @param timeLeft milliseconds left, asked again and again
 * @param onBound told whenever a bound moves
 * @returns bounds that meet where the solver came to its end, else the best there are
 */
export function solveBlock(
  highs: Highs,
  graph: SignedGraph,
  known: BlockBounds,
  timeLeft: () => number,
  onBound: (known: BlockBounds) => void,
): BlockBounds {
  const solving: Solving = { graph, adjacency: adjacencyOf(graph), known, cycles: [], keys: new Set(), left: timeLeft, onBound };
  relax(highs, solving);
  if (solving.known.lower < solving.known.upper && timeLeft() > 0) branch(highs, solving);
  return solving.known;
}

function improve(solving: Solving, bounds: Partial<BlockBounds>): void {
  const known = { ...solving.known };
  if (bounds.lower !== undefined && bounds.lower > known.lower) known.lower = Math.min(bounds.lower, known.upper);
  if (bounds.upper !== undefined && bounds.camps && bounds.upper < known.upper) {
    known.upper = bounds.upper;
    known.camps = bounds.camps;
  }
  const moved = known.lower !== solving.known.lower || known.upper !== solving.known.upper;
  solving.known = known;
  if (moved) solving.onBound(known);
}

/** The linear relaxation over negative cycles, tightened until no cycle is violated, the bounds meet or the time is up. */
function relax(highs: Highs, solving: Solving): void {
  const { graph, adjacency, left } = solving;
  const m = graph.edges.length;
  const model = highs.createModel({
    numCols: m,
    numRows: 0,
    colCost: new Float64Array(m).fill(1),
    colLower: new Float64Array(m),
    colUpper: new Float64Array(m).fill(1),
    rowLower: [],
    rowUpper: [],
    matrix: { format: 'csr', numRows: 0, numCols: m, starts: [0], indices: [], values: [] },
  });
  try {
    model.options.set({ output_flag: false });
    let solution = new Float64Array(m);
    for (let round = 0; left() > 0 && solving.known.lower < solving.known.upper; round++) {
      const before = solving.cycles.length;
      separate(solving, adjacency, solution);
      const fresh = solving.cycles.slice(before);
      if (fresh.length === 0) return;
      addCycles(model, m, fresh);
      model.options.set('time_limit', model.getRunTime() + Math.max(0.05, left() / 1000));
      if (model.run().modelStatus !== highs.constants.modelStatus.optimal) return;
      solution = Float64Array.from(model.getSolution().colValue);
      improve(solving, { lower: Math.ceil(model.getObjectiveValue() - 1e-6) });
      const rounded = searchCamps(graph, {
        starts: round % 5 === 0 ? 2 : 1,
        seed: round + 1,
        from: campsAlong(adjacency, solution),
      });
      improve(solving, { upper: rounded.against, camps: rounded.camps });
    }
  } finally {
    model.dispose();
  }
}

/** Adds the shortest negative cycle through each node where the solution violates it. */
function separate(solving: Solving, adjacency: Adjacency, solution: Float64Array): void {
  const { cycles, keys, left } = solving;
  const length = solution.map((value) => Math.max(0, value) + 1e-6);
  for (let node = 0; node < adjacency.n && left() > 0; node++) {
    const cycle = shortestNegativeCycle(adjacency, node, length, 1 - 1e-4);
    if (!cycle) continue;
    const key = [...cycle].sort((a, b) => a - b).join(' ');
    if (keys.has(key)) continue;
    keys.add(key);
    cycles.push(cycle);
  }
}

function addCycles(model: Model, columns: number, cycles: readonly number[][]): void {
  const indices = cycles.flatMap((cycle) => [...cycle].sort((a, b) => a - b));
  const starts = [0];
  for (const cycle of cycles) starts.push(starts[starts.length - 1]! + cycle.length);
  model.addRows({
    lower: new Float64Array(cycles.length).fill(1),
    upper: new Float64Array(cycles.length).fill(Infinity),
    matrix: {
      format: 'csr',
      numRows: cycles.length,
      numCols: columns,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: new Float64Array(indices.length).fill(1),
    },
  });
}

/** Camps read off a fractional solution: grown along the edges that it holds least against, most certain first (Prim). */
function campsAlong({ n, start, other, sign, edge }: Adjacency, solution: Float64Array): Int8Array {
  const camps = new Int8Array(n);
  const cost = new Float64Array(n).fill(Infinity);
  const side = new Int8Array(n).fill(1);
  for (let k = 0; k < n; k++) {
    let next = -1;
    for (let v = 0; v < n; v++) if (camps[v] === 0 && (next < 0 || cost[v]! < cost[next]!)) next = v;
    camps[next] = side[next]!;
    for (let place = start[next]!; place < start[next + 1]!; place++) {
      const to = other[place]!;
      const value = solution[edge[place]!]!;
      if (camps[to] !== 0 || value >= cost[to]!) continue;
      cost[to] = value;
      side[to] = camps[next]! * sign[place]!;
    }
  }
  return camps;
}

/** The integer programme, with the cycles found so far as further constraints. Columns: f of every edge, then x of every node. */
function branch(highs: Highs, solving: Solving): void {
  const { graph, cycles, known } = solving;
  const m = graph.edges.length;
  const columns = m + graph.n;
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  const lower: number[] = [];
  const row = (least: number, entries: readonly (readonly [number, number])[]) => {
    for (const [index, value] of entries) {
      indices.push(index);
      values.push(value);
    }
    starts.push(indices.length);
    lower.push(least);
  };
  graph.edges.forEach(({ a, b, sign }, e) => {
    row(sign > 0 ? 0 : -1, [[e, 1], [m + a, -1], [m + b, sign]]); // prettier-ignore
    row(sign > 0 ? 0 : 1, [[e, 1], [m + a, 1], [m + b, -sign]]); // prettier-ignore
  });
  for (const cycle of cycles)
    row(
      1,
      [...cycle].sort((x, y) => x - y).map((e) => [e, 1] as const),
    );
  const degree = new Uint32Array(graph.n);
  for (const { a, b } of graph.edges) {
    degree[a]!++;
    degree[b]!++;
  }
  const anchor = degree.indexOf(Math.max(...degree));
  const colUpper = new Float64Array(columns).fill(1);
  colUpper[m + anchor] = 0;
  const start = new Float64Array(columns);
  for (const e of edgesAgainst(graph, known.camps)) start[e] = 1;
  for (let v = 0; v < graph.n; v++) start[m + v] = known.camps[v] === known.camps[anchor] ? 0 : 1;
  const model = highs.createModel({
    numCols: columns,
    numRows: lower.length,
    colCost: Float64Array.from({ length: columns }, (_, j) => (j < m ? 1 : 0)),
    colLower: new Float64Array(columns),
    colUpper,
    rowLower: lower,
    rowUpper: new Float64Array(lower.length).fill(Infinity),
    matrix: { format: 'csr', numRows: lower.length, numCols: columns, starts, indices, values },
    integrality: new Int32Array(columns).fill(1),
  });
  try {
    // Sums of edges are whole numbers: a gap under one is no gap.
    model.options.set({
      output_flag: false,
      time_limit: Math.max(0.05, solving.left() / 1000),
      mip_abs_gap: 0.99,
      mip_rel_gap: 0,
    });
    model.setSolution({ colValue: start });
    const { modelStatus } = model.run({
      [highs.constants.callbackType.mipLogging](event) {
        improve(solving, { lower: Math.ceil((event.data.mip_dual_bound ?? 0) - 1e-6) });
        return undefined;
      },
    });
    const dual = model.info.get('mip_dual_bound');
    if (Number.isFinite(Number(dual))) improve(solving, { lower: Math.ceil(Number(dual) - 1e-6) });
    const value = model.getSolution().colValue;
    if (value.length === columns && modelStatus !== highs.constants.modelStatus.infeasible) {
      const camps = Int8Array.from({ length: graph.n }, (_, v) => (value[m + v]! > 0.5 ? -1 : 1));
      improve(solving, { upper: edgesAgainst(graph, camps).length, camps });
    }
    if (modelStatus === highs.constants.modelStatus.optimal) improve(solving, { lower: solving.known.upper });
  } finally {
    model.dispose();
  }
}
