import { curveBetween, lengthOf, loopAt, pointOn, trimmed, type Curve, type Point } from '../ui/curves';

/** Distance from an actor's centre to where lines start and end. */
export const NODE_RADIUS = 8;
const GAP = 3;
const BENDS = [0.1, 0.15, 0.06, 0.2, 0.26];

/**
 * The course of every link between fixed places. A directed line bends to the right of its travel, so that the two directions of a pair
 * never lie on one another; how far is chosen so that it keeps clear of the actors it does not concern. An undirected one is straight
 * where it can be.
 */
export function courses(
  links: readonly { holder: number; target: number }[],
  place: ReadonlyMap<number, Point>,
  directed: boolean,
  frame: { width: number; height: number },
): Curve[] {
  const nodes = [...place];
  const careful = links.length <= 400;
  return links.map(({ holder, target }) => {
    const a = place.get(holder)!;
    const b = place.get(target)!;
    if (holder === target) return freeLoop(a, nodes, holder, frame);
    const bends = directed ? BENDS.map((bend) => -bend) : [0, 0.06, -0.06, 0.12, -0.12, 0.2, -0.2];
    let best = bends[0]!;
    let least = Infinity;
    for (const [order, bend] of careful ? bends.entries() : []) {
      const cost = order * 6 + crowding(curveBetween(a, b, bend), nodes, holder, target, frame);
      if (cost < least) [least, best] = [cost, bend];
      if (cost === order * 6) break;
    }
    return curveBetween(a, b, best);
  });
}

/** Ways that a loop may point to: up first, then in turn to both sides. */
const LOOP_WAYS = [-2, -1, -3, 0, 4, 1, 3, 2].map((eighth) => (eighth * Math.PI) / 4);

/** The loop of an actor that takes a stance on itself, on the side that is freest. */
function freeLoop(at: Point, nodes: readonly [number, Point][], actor: number, frame: { width: number; height: number }): Curve {
  const costed = LOOP_WAYS.map((way, order) => {
    const loop = loopAt(at, way);
    return { loop, cost: order * 2 + crowding(loop, nodes, actor, actor, frame) };
  });
  return costed.reduce((best, one) => (one.cost < best.cost ? one : best)).loop;
}

/** How much a curve runs into actors that are not its ends, or out of the frame. */
function crowding(
  curve: Curve,
  nodes: readonly [number, Point][],
  holder: number,
  target: number,
  { width, height }: { width: number; height: number },
): number {
  const middle = pointOn(curve, 0.5);
  let cost = 3 * (Math.max(0, 6 - middle.x, middle.x - width + 6) + Math.max(0, 6 - middle.y, middle.y - height + 6));
  for (const [actor, at] of nodes) {
    if (actor === holder || actor === target) continue;
    let nearest = Infinity;
    for (let i = 1; i < 20; i++) {
      const p = pointOn(curve, i / 20);
      nearest = Math.min(nearest, Math.hypot(p.x - at.x, p.y - at.y));
    }
    if (nearest < 18) cost += (18 - nearest) ** 2 / 6;
  }
  return cost;
}

/** A course cut short of the actors at its ends. */
export function betweenNodes(course: Curve): Curve {
  return trimmed(course, NODE_RADIUS + GAP, NODE_RADIUS + GAP);
}

/** The spot on a line that is freest for its number, by distance to what is drawn already. */
export function numberSpot(course: Curve, taken: readonly Point[]): Point {
  let best = pointOn(course, 0.5);
  let most = -Infinity;
  for (const t of [0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68]) {
    const p = pointOn(course, t);
    const clear = Math.min(40, ...taken.map((other) => Math.hypot((p.x - other.x) * 0.6, p.y - other.y)));
    const value = clear - Math.abs(t - 0.5) * 30;
    if (value > most) [most, best] = [value, p];
  }
  return best;
}

/** Points along a course about every `step` px, for labels to keep away from and for the pointer to find. */
export function samples(course: Curve, step: number): Point[] {
  const count = Math.max(2, Math.round(lengthOf(course) / step));
  return Array.from({ length: count - 1 }, (_, i) => pointOn(course, (i + 1) / count));
}
