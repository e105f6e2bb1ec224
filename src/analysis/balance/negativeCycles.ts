import type { Adjacency } from './camps';

/**
 * The shortest closed walk through `node` with an odd number of negative edges, as edge indices, found by Dijkstra's algorithm in the
 * graph's double cover: two copies of every node, a positive edge stays in its copy and a negative one changes it, so the walk from a
 * node to its other copy has odd parity (Barahona and Mahjoub 1986 separate the inequalities of the cut polytope so).
 *
 * @param length of each edge, at least 0; Infinity bars it
 * @param limit walks as long as this or longer are not looked for
 * @returns the walk's simple negative cycle, or null
 */
export function shortestNegativeCycle(adjacency: Adjacency, node: number, length: Float64Array, limit: number): number[] | null {
  const { n, start, other, sign, edge } = adjacency;
  const distance = new Float64Array(2 * n).fill(Infinity);
  const from = new Int32Array(2 * n).fill(-1);
  const by = new Int32Array(2 * n).fill(-1);
  const heap = new Heap();
  const goal = node + n;
  distance[node] = 0;
  heap.push(0, node);
  for (let top = heap.pop(); top !== null && top.state !== goal; top = heap.pop()) {
    if (top.key > distance[top.state]!) continue;
    const here = top.state % n;
    const copy = top.state - here;
    for (let place = start[here]!; place < start[here + 1]!; place++) {
      const reached = top.key + length[edge[place]!]!;
      if (reached >= limit) continue;
      const next = other[place]! + (sign[place]! > 0 ? copy : n - copy);
      if (reached >= distance[next]!) continue;
      distance[next] = reached;
      from[next] = top.state;
      by[next] = edge[place]!;
      heap.push(reached, next);
    }
  }
  if (distance[goal]! >= limit) return null;
  const nodes: number[] = [node];
  const edges: number[] = [];
  const negative: boolean[] = [];
  for (let state = goal; state !== node; state = from[state]!) {
    edges.push(by[state]!);
    negative.push(state < n !== from[state]! < n);
    nodes.push(from[state]! % n);
  }
  return simpleNegative(nodes, edges, negative);
}

/** A closed walk of odd parity holds a simple cycle of odd parity: loops of even parity are cut out until one of odd parity closes. */
function simpleNegative(nodes: readonly number[], edges: readonly number[], negative: readonly boolean[]): number[] | null {
  const path: number[] = [nodes[0]!];
  const taken: number[] = [];
  for (let i = 0; i < edges.length; i++) {
    const next = nodes[i + 1]!;
    taken.push(i);
    const earlier = path.indexOf(next);
    if (earlier < 0) {
      path.push(next);
      continue;
    }
    const loop = taken.splice(earlier);
    path.length = earlier + 1;
    if (loop.filter((k) => negative[k]).length % 2 === 1) return loop.map((k) => edges[k]!);
  }
  return null;
}

/**
 * Negative cycles that share no edge, packed greedily, shortest first found: each of them costs at least one edge, so their number is a
 * lower bound on the frustration index.
 */
export function packedNegativeCycles(adjacency: Adjacency, edges: number): number[][] {
  const length = new Float64Array(edges).fill(1);
  const packed: number[][] = [];
  for (let limit = 4; limit <= adjacency.n + 1; limit = limit < 8 ? limit + 1 : limit * 2) {
    for (let node = 0; node < adjacency.n; node++) {
      for (;;) {
        const cycle = shortestNegativeCycle(adjacency, node, length, limit);
        if (!cycle) break;
        packed.push(cycle);
        for (const edge of cycle) length[edge] = Infinity;
      }
    }
  }
  return packed;
}

/** A binary heap of states by key, smallest first. */
class Heap {
  #keys: number[] = [];
  #states: number[] = [];

  push(key: number, state: number): void {
    let i = this.#keys.length;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (this.#keys[parent]! <= key) break;
      this.#keys[i] = this.#keys[parent]!;
      this.#states[i] = this.#states[parent]!;
      i = parent;
    }
    this.#keys[i] = key;
    this.#states[i] = state;
  }

  pop(): { key: number; state: number } | null {
    if (this.#keys.length === 0) return null;
    const top = { key: this.#keys[0]!, state: this.#states[0]! };
    const key = this.#keys.pop()!;
    const state = this.#states.pop()!;
    const n = this.#keys.length;
    if (n === 0) return top;
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= n) break;
      if (child + 1 < n && this.#keys[child + 1]! < this.#keys[child]!) child++;
      if (this.#keys[child]! >= key) break;
      this.#keys[i] = this.#keys[child]!;
      this.#states[i] = this.#states[child]!;
      i = child;
    }
    this.#keys[i] = key;
    this.#states[i] = state;
    return top;
  }
}
