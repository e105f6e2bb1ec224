import { groupsOf, type Grouping, type Group } from '../analysis/actorGroups';
import { lookOf, tieLook, type Look } from '../analysis/stance/look';
import { pooled } from '../analysis/stance/pooled';
import { signedPairs } from '../analysis/stance/resting';
import type { Running } from '../analysis/stance/stance';
import { nameOf } from '../record/names';
import type { Day } from '../words/calendar';
import { matrixMessages } from '../words/messages/matrix';
import { isTies, type Cell } from './matrixModel';

/** A row of the matrix, and the column of the same: an actor, or actors put together. */
export interface Line {
  /** The actor's index as text, or the group's key behind a plus sign. */
  key: string;
  name: string;
  /** Actors (indices); of an actor itself alone. */
  members: readonly number[];
  /** The group that opens where its head is pressed; null for an actor. */
  group: string | null;
}

/** So many actors, the most active, stand by themselves in a collapsed matrix. */
export const BY_THEMSELVES = 16;

/** What a collapsed matrix is made of. */
export interface CollapsedOf {
  /** Actors in the order of the matrix. */
  actors: readonly number[];
  /** Rows of each actor, by index. */
  active: ArrayLike<number>;
  /** Actors that are selected: they always stand by themselves. */
  chosen: ReadonlySet<number>;
  by: Grouping;
  camps: Parameters<typeof groupsOf>[3];
  /** Keys of the groups that are open: all of theirs stand by themselves. */
  open: ReadonlySet<string>;
}

/** The lines of a collapsed matrix, group by group: those of it that stand by themselves in the matrix's order, then the rest as one. */
export function collapsedLines(
  running: Running,
  { actors, active, chosen, by, camps, open }: CollapsedOf,
): { lines: Line[]; groups: Group[] } {
  const { record } = running.slice;
  const groups = groupsOf(record, actors, by, camps);
  const place = new Map(actors.map((actor, i) => [actor, i]));
  const inOrder = (a: number, b: number) => (place.get(a) ?? 0) - (place.get(b) ?? 0);
  const most = [...actors].sort((a, b) => (active[b] ?? 0) - (active[a] ?? 0) || inOrder(a, b)).slice(0, BY_THEMSELVES);
  const single = new Set([...most, ...chosen]);
  const lines = groups.flatMap(({ key, name, members }): Line[] => {
    const own = members.filter((actor) => open.has(key) || single.has(actor)).sort(inOrder);
    const rest = members.filter((actor) => !open.has(key) && !single.has(actor));
    // A group of one has no name of its own to give.
    const alone = rest.length === 1 ? [...own, ...rest].sort(inOrder) : own;
    const lone = alone.map((actor): Line => ({ key: String(actor), name: nameOf(record, actor), members: [actor], group: null }));
    if (rest.length < 2) return lone;
    return [
      ...lone,
      { key: `+${key}`, name: matrixMessages.group(name, rest.length, own.length > 0), members: rest, group: key },
    ];
  });
  return { lines, groups };
}

/** A cell, and the pairs (or ties of two actors) that it is made of. */
interface Made {
  r: number;
  c: number;
  /** It stands for one actor on one actor. */
  alone: boolean;
  links: { pair: number; ties: readonly number[] }[];
}

/** The cells of a collapsed matrix at any date. A row is the same array for as long as none of its cells changes. */
export class CollapsedSteps {
  readonly #running: Running;
  readonly #cells: Made[] = [];
  #rows: (Cell | null)[][];
  #marks: string[];

  constructor(running: Running, lines: readonly Line[]) {
    this.#running = running;
    const { slice } = running;
    const lineOf = new Map(lines.flatMap(({ members }, i) => members.map((actor) => [actor, i] as const)));
    const byCell = new Map<number, Made>();
    const add = (holder: number, target: number, pair: number, ties: readonly number[]) => {
      const [r, c] = [lineOf.get(holder), lineOf.get(target)];
      if (r === undefined || c === undefined) return;
      const at = r * lines.length + c;
      let cell = byCell.get(at);
      if (cell === undefined) {
        cell = { r, c, alone: lines[r]?.group === null && lines[c]?.group === null, links: [] };
        byCell.set(at, cell);
        this.#cells.push(cell);
      }
      cell.links.push({ pair, ties });
    };
    if (isTies(slice.record))
      for (const { a, b, ties } of signedPairs(slice)) {
        add(a, b, -1, ties);
        // Within a group a tie counts once.
        if (lineOf.get(a) !== lineOf.get(b)) add(b, a, -1, ties);
      }
    else slice.pairs.holder.forEach((holder, pair) => add(holder, slice.pairs.target[pair] ?? -1, pair, []));
    this.#rows = lines.map(() => lines.map(() => null));
    this.#marks = this.#cells.map(() => '');
  }

  at(at: Day): readonly (readonly (Cell | null)[])[] {
    const fresh = new Set<number>();
    const rows = [...this.#rows];
    this.#cells.forEach(({ r, c, alone, links }, i) => {
      const looks = links.map(({ pair, ties }) =>
        pair < 0 ? tieLook(this.#running.slice.record, ties, at) : lookOf(this.#running, pair, at),
      );
      const cell: Cell | null = alone ? (looks[0] ?? null) : pooledCell(looks);
      const mark =
        cell === null
          ? ''
          : `${cell.value} ${cell.n} ${Number(cell.thin)} ${Number(cell.stale)} ${cell.last} ${cell.pooled?.pairs ?? 0}`;
      if (mark === this.#marks[i]) return;
      this.#marks[i] = mark;
      if (!fresh.has(r)) {
        fresh.add(r);
        rows[r] = [...(rows[r] ?? [])];
      }
      const row = rows[r];
      if (row !== undefined) row[c] = cell;
    });
    if (fresh.size > 0) this.#rows = rows;
    return this.#rows;
  }
}

/** Several pairs as one cell, never thin nor stale: how much lies behind it is said by its count of pairs. */
function pooledCell(looks: readonly (Look | null)[]): Cell | null {
  const found = pooled(looks);
  const covered = looks.filter((look) => look !== null);
  const [first] = covered;
  if (found === null || first === undefined) return null;
  const newest = covered.reduce((last, look) => (look.last > last.last ? look : last), first);
  return {
    ...newest,
    value: found.value,
    grade: found.grade,
    n: covered.reduce((sum, { n }) => sum + n, 0),
    rows: covered.reduce((sum, { rows }) => sum + rows, 0),
    effective: covered.reduce((sum, { effective }) => sum + effective, 0),
    thin: false,
    stale: false,
    ties: [],
    pooled: found,
  };
}
