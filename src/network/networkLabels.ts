import type { Point } from '../ui/curves';
import { NODE_RADIUS } from './networkLines';
import { letterWidth } from '../ui/textRuler';

/** An axis-parallel box, px. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Label {
  actor: number;
  lines: string[];
  size: number;
  /** Where the text hangs: `text-anchor` and the first baseline. */
  anchor: 'start' | 'middle' | 'end';
  x: number;
  y: number;
  box: Box;
  /** No room: shown only while the actor is pointed at. */
  hidden: boolean;
}

/** An actor that wants a label. */
export interface Claim {
  actor: number;
  at: Point;
  /** Ways to write its name, the best first. */
  forms: readonly string[][];
  focus: boolean;
  /** Larger claims first. */
  weight: number;
  /** Px from its centre to its edge; that of an actor where it is not said. */
  radius?: number;
}

export const LABEL_SIZE = 13;
export const FOCUS_SIZE = 15;
const LINE = 1.15;

/** Below, above, right, left, then the corners: as names stand on maps. */
const SIDES: readonly [number, number][] = [
  [0, -1],
  [0, 1],
  [1, 0],
  [-1, 0],
  [1, -1],
  [-1, -1],
  [1, 1],
  [-1, 1],
];

/** How lines weigh on labels, beside nodes and other labels that they must not touch. */
export interface Crowd {
  /** Points along all lines, and along those in focus. */
  context: readonly Point[];
  focus: readonly Point[];
  /** Boxes that are taken: numbers set into lines. */
  taken: readonly Box[];
}

/**
 * Puts a name to every actor that has room for one. Focus actors claim first, then by weight; the loser tries the other seven anchors,
 * then shorter ways to write its name, then stays hidden. Two rounds: the second lets the first comers give way to later ones.
 */
export function placeLabels(claims: readonly Claim[], width: number, height: number, crowd: Crowd, size = LABEL_SIZE): Label[] {
  const order = [...claims].sort((a, b) => Number(b.focus) - Number(a.focus) || b.weight - a.weight || a.actor - b.actor);
  const taken = new BoxGrid();
  for (const { actor, at, radius } of claims) taken.add(around(at, radius), actor);
  for (const box of crowd.taken) taken.add(box, -1);
  const grid = new PointGrid(crowd.context);
  const placed = new Map<number, Label>();
  const rounds = claims.length > 80 ? 1 : 2;
  for (let round = 0; round < rounds; round++) {
    for (const claim of order) {
      const before = placed.get(claim.actor);
      if (before && !before.hidden) taken.remove(before.box);
      const label = best(claim, taken, width, height, crowd, grid, claim.focus ? Math.max(size + 1, FOCUS_SIZE) : size);
      if (!label.hidden) taken.add(label.box, claim.actor);
      placed.set(claim.actor, label);
    }
  }
  return claims.map(({ actor }) => placed.get(actor)!);
}

function best(claim: Claim, taken: BoxGrid, width: number, height: number, crowd: Crowd, grid: PointGrid, size: number): Label {
  let found: Label | null = null;
  let least = Infinity;
  for (const [shorter, lines] of claim.forms.entries()) {
    for (const [order, side] of SIDES.entries()) {
      const label = labelAt(claim, lines, side, size);
      const { box } = label;
      if (box.x < 0 || box.y < 0 || box.x + box.width > width || box.y + box.height > height) continue;
      if (taken.hits(box, claim.actor)) continue;
      const cost = order * 1.5 + shorter * 24 + grid.count(box) * 1.2 + within(crowd.focus, box) * 8;
      if (cost < least) [least, found] = [cost, label];
    }
    if (found && least < 24 * (shorter + 1)) break;
  }
  if (found) return found;
  const last = claim.forms[claim.forms.length - 1]!;
  return { ...labelAt(claim, last, claim.at.y > height / 2 ? [0, -1] : [0, 1], size), hidden: true };
}

function labelAt(claim: Claim, lines: readonly string[], [sx, sy]: readonly [number, number], size: number): Label {
  const wide = Math.max(...lines.map((line) => letterWidth(line, size)));
  const high = size * LINE * lines.length;
  const reach = (claim.radius ?? NODE_RADIUS) + (sx !== 0 && sy !== 0 ? 0 : 4);
  const anchor = sx > 0 ? 'start' : sx < 0 ? 'end' : 'middle';
  const x = claim.at.x + sx * reach;
  const top = sy === 0 ? claim.at.y - high / 2 : sy < 0 ? claim.at.y - reach - high : claim.at.y + reach;
  const left = sx > 0 ? x : sx < 0 ? x - wide : x - wide / 2;
  return {
    actor: claim.actor,
    lines: [...lines],
    size,
    anchor,
    x,
    y: top + size * 0.88,
    box: { x: left, y: top, width: wide, height: high },
    hidden: false,
  };
}

function around(at: Point, radius = NODE_RADIUS): Box {
  const r = radius + 1;
  return { x: at.x - r, y: at.y - r, width: 2 * r, height: 2 * r };
}

/** Area that two boxes share, px². */
export function overlap(a: Box, b: Box): number {
  const x = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const y = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return x > 0 && y > 0 ? x * y : 0;
}

function within(points: readonly Point[], box: Box): number {
  let n = 0;
  for (const p of points) if (p.x > box.x && p.x < box.x + box.width && p.y > box.y && p.y < box.y + box.height) n += 1;
  return n;
}

/** Counts points in boxes without looking at all of them. */
class PointGrid {
  readonly #cells = new Map<number, number>();
  static readonly #side = 8;

  constructor(points: readonly Point[]) {
    for (const p of points) {
      const key = PointGrid.#key(Math.floor(p.x / PointGrid.#side), Math.floor(p.y / PointGrid.#side));
      this.#cells.set(key, (this.#cells.get(key) ?? 0) + 1);
    }
  }

  static #key(x: number, y: number): number {
    return (y + 512) * 4096 + x + 512;
  }

  count(box: Box): number {
    let n = 0;
    for (let y = Math.floor(box.y / PointGrid.#side); y <= (box.y + box.height) / PointGrid.#side; y++) {
      for (let x = Math.floor(box.x / PointGrid.#side); x <= (box.x + box.width) / PointGrid.#side; x++) {
        n += this.#cells.get(PointGrid.#key(x, y)) ?? 0;
      }
    }
    return n;
  }
}

/** Boxes that are taken, found by where they are. */
class BoxGrid {
  readonly #cells = new Map<number, { box: Box; actor: number }[]>();
  static readonly #side = 48;

  #each(box: Box, visit: (key: number) => boolean): boolean {
    const side = BoxGrid.#side;
    for (let y = Math.floor(box.y / side); y <= (box.y + box.height) / side; y++) {
      for (let x = Math.floor(box.x / side); x <= (box.x + box.width) / side; x++) {
        if (visit((y + 512) * 4096 + x + 512)) return true;
      }
    }
    return false;
  }

  add(box: Box, actor: number): void {
    this.#each(box, (key) => {
      const cell = this.#cells.get(key);
      if (cell) cell.push({ box, actor });
      else this.#cells.set(key, [{ box, actor }]);
      return false;
    });
  }

  remove(box: Box): void {
    this.#each(box, (key) => {
      const cell = this.#cells.get(key) ?? [];
      this.#cells.set(
        key,
        cell.filter((other) => other.box !== box),
      );
      return false;
    });
  }

  /** Whether a box of `actor` would cover one of another's. */
  hits(box: Box, actor: number): boolean {
    return this.#each(box, (key) =>
      (this.#cells.get(key) ?? []).some((other) => other.actor !== actor && overlap(box, other.box) > 0),
    );
  }
}
