import { actorId, nameOf } from '../record/names';
import { alikeness } from '../analysis/balance/alike';
import { SIGN_RULE, signsAt } from '../analysis/balance/signs';
import { restingPairs, signedPairs, type SignedPair } from '../analysis/stance/resting';
import { pairOf, rowsAt, rowsBefore, type Slice } from '../analysis/slice';
import { lookKey, lookOf, tieKey, tieLook, type Look } from '../analysis/stance/look';
import type { Pooled } from '../analysis/stance/pooled';
import type { Running } from '../analysis/stance/stance';
import { ACTOR_KINDS, type StanceRecord } from '../record/record';
import type { Day } from '../words/calendar';

/** What a cell says at a date. The same object comes back while nothing about it changes. */
export interface Cell extends Look {
  /** Of a cell that stands for several pairs: what they say together. */
  pooled?: Pooled;
}

export const ORDERS = ['activity', 'name', 'kind', 'region', 'alike', 'camp'] as const;
export type Order = (typeof ORDERS)[number];
export const ORDER_WORDS: Record<Order, string> = {
  activity: 'rows',
  name: 'name',
  kind: 'kind',
  region: 'west to east',
  alike: 'who stands alike',
  camp: 'camp',
};

/** Most actors that a matrix is drawn for: beyond, the page would hold more cells than anybody reads. */
export const MOST_ACTORS = 1500;
/** Past this many actors cells are too small for their number, and too many to be elements of the page: they are painted. */
export const SMALL_CELLS = 44;
/** Whether a record has nothing but ties to show. */
export function isTies(record: StanceRecord): boolean {
  return record.stances.n === 0;
}

/**
 * The actors of the matrix: those with a pair that rests on at least `rows` rows up to `to`, or with `every` all that any row of the
 * record codes, filters or no; and the pair in focus whatever it rests on.
 */
export function matrixActors(slice: Slice, to: Day, rows: number, every: boolean, pair: readonly string[]): number[] {
  const { record } = slice;
  const actors = new Set<number>(every ? [...record.stances.holder, ...record.stances.target] : []);
  if (isTies(record)) for (const { a, b } of signedPairs(slice)) actors.add(a).add(b);
  else for (const p of restingPairs(slice, to, rows)) actors.add(slice.pairs.holder[p]!).add(slice.pairs.target[p]!);
  if (actors.size === 0) return [];
  for (const id of pair) {
    const actor = record.actorIndex.get(id);
    if (actor !== undefined) actors.add(actor);
  }
  return [...actors].sort((a, b) => a - b);
}

/** Rows (or signed ties) that each actor holds or receives up to `to`, by actor. */
export function activity(slice: Slice, to: Day): Uint32Array {
  const count = new Uint32Array(slice.record.actors.length);
  const n = rowsBefore(slice.day, to + 1);
  for (let k = 0; k < n; k++) {
    count[slice.holder[k]!]! += rowsAt(slice, k);
    count[slice.target[k]!]! += rowsAt(slice, k);
  }
  if (isTies(slice.record)) {
    for (const { a, b, ties } of signedPairs(slice)) {
      count[a]! += ties.length;
      count[b]! += ties.length;
    }
  }
  return count;
}

/** The actors in an order; what is equal in it stands by activity, then by name. */
export function orderActors(
  record: StanceRecord,
  actors: readonly number[],
  order: Order,
  active: Uint32Array,
  camps: ReadonlyMap<string, 0 | 1> | null,
  alike: ReadonlyMap<number, number> | null = null,
): number[] {
  const name = (a: number, b: number) => nameOf(record, a).localeCompare(nameOf(record, b), 'en') || a - b;
  const busy = (a: number, b: number) => active[b]! - active[a]! || name(a, b);
  const last = Number.MAX_SAFE_INTEGER;
  const key: Record<Exclude<Order, 'name' | 'activity'>, (actor: number) => number> = {
    kind: (actor) => ACTOR_KINDS.indexOf(record.actors[actor]!.kind),
    region: (actor) => (Number.isNaN(record.actors[actor]!.lon) ? last : record.actors[actor]!.lon),
    // Those of whom no sign is known come last.
    alike: (actor) => -(alike?.get(actor) ?? -2),
    camp: (actor) => camps?.get(actorId(record, actor)) ?? last,
  };
  const compare =
    order === 'name' ? name : order === 'activity' ? busy : (a: number, b: number) => key[order](a) - key[order](b) || busy(a, b);
  return [...actors].sort(compare);
}

/** How alike actors stand on a day, by their signs (see `alikeness`); actors without a sign are not in it. */
export function alikeActors(running: Running, at: Day): Map<number, number> {
  const graph = signsAt(running.slice.record, running, at, { ...SIGN_RULE, kinds: [] });
  const values = alikeness(graph);
  return new Map(graph.actors.map((actor, node) => [actor, values[node] ?? 0]));
}

/** The most active of `actors`, at most `MOST_ACTORS` of them. */
export function busiest(actors: readonly number[], active: Uint32Array): number[] {
  if (actors.length <= MOST_ACTORS) return [...actors];
  return [...actors].sort((a, b) => active[b]! - active[a]! || a - b).slice(0, MOST_ACTORS);
}

/**
 * The cells of a matrix at any date, row by row. A row is the same array for as long as none of its cells changes, so that a step of
 * the clock touches only rows in which something was said.
 */
export class MatrixSteps {
  readonly #running: Running;
  readonly #rows: {
    links: { column: number; pair: number; ties: readonly number[] }[];
    marks: string[];
    cells: (Cell | null)[];
  }[];

  constructor(running: Running, actors: readonly number[]) {
    this.#running = running;
    const { slice } = running;
    const signed = new Map<number, SignedPair>();
    const size = slice.record.actors.length;
    const ties = isTies(slice.record);
    if (ties) for (const pair of signedPairs(slice)) signed.set(pair.a * size + pair.b, pair);
    this.#rows = actors.map((holder) => {
      const links = actors.flatMap((target, column) => {
        if (ties) {
          const pair = signed.get(Math.min(holder, target) * size + Math.max(holder, target));
          return pair ? [{ column, pair: -1, ties: pair.ties }] : [];
        }
        const pair = pairOf(slice, holder, target);
        return pair < 0 ? [] : [{ column, pair, ties: [] }];
      });
      return { links, marks: links.map(() => ''), cells: actors.map(() => null) };
    });
  }

  at(at: Day): (Cell | null)[][] {
    return this.#rows.map((row) => {
      let fresh: (Cell | null)[] | null = null;
      row.links.forEach((link, i) => {
        const mark = this.#mark(link, at);
        if (mark === row.marks[i]) return;
        row.marks[i] = mark;
        fresh ??= row.cells.slice();
        fresh[link.column] = cellAt(this.#running, link, at);
      });
      if (fresh) row.cells = fresh;
      return row.cells;
    });
  }

  #mark(link: { pair: number; ties: readonly number[] }, at: Day): string {
    return link.pair < 0 ? tieKey(this.#running.slice.record, link.ties, at) : lookKey(this.#running, link.pair, at);
  }
}

function cellAt(running: Running, { pair, ties }: { pair: number; ties: readonly number[] }, at: Day): Cell | null {
  return pair < 0 ? tieLook(running.slice.record, ties, at) : lookOf(running, pair, at);
}

/** Rows held and received by each actor of the matrix among its own cells, up to the date; for ties, the ties in force. */
export function totals(cells: readonly (readonly (Cell | null)[])[]): { held: number[]; received: number[] } {
  const held = cells.map(() => 0);
  const received = cells.map(() => 0);
  cells.forEach((row, r) => {
    for (let c = 0; c < row.length; c++) {
      const cell = row[c];
      if (!cell) continue;
      held[r]! += cell.rows;
      received[c]! += cell.rows;
    }
  });
  return { held, received };
}

/** A spot of the grid: row and column, -1 for the names. */
export interface Spot {
  r: number;
  c: number;
}

/** Where a key leads from a spot of a square grid of `n` actors, or null for a key that leads nowhere. */
export function moveBy(key: string, ctrl: boolean, { r, c }: Spot, n: number): Spot | null {
  const within = (spot: Spot): Spot => {
    const row = Math.max(-1, Math.min(n - 1, spot.r));
    const column = Math.max(-1, Math.min(n - 1, spot.c));
    // The corner between the names is empty.
    return row < 0 && column < 0 ? { r, c } : { r: row, c: column };
  };
  switch (key) {
    case 'ArrowLeft':
      return within({ r, c: c - 1 });
    case 'ArrowRight':
      return within({ r, c: c + 1 });
    case 'ArrowUp':
      return within({ r: r - 1, c });
    case 'ArrowDown':
      return within({ r: r + 1, c });
    case 'Home':
      return within(ctrl ? { r: 0, c: 0 } : { r, c: 0 });
    case 'End':
      return within(ctrl ? { r: n - 1, c: n - 1 } : { r, c: n - 1 });
    case 'PageUp':
      return within({ r: Math.max(0, r - 8), c });
    case 'PageDown':
      return within({ r: r + 8, c });
    default:
      return null;
  }
}
