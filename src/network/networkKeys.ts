import type { Point } from '../ui/curves';

const WAYS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** The way that an arrow key points to, or undefined for any other key. */
export function wayOf(key: string): Point | undefined {
  return WAYS[key];
}

/** The actor next to `from` in a direction: near counts, and straight ahead counts more than aside. Null at the edge. */
export function nextActor(places: ReadonlyMap<number, Point>, from: number, way: Point): number | null {
  const start = places.get(from);
  if (!start) return null;
  let found: number | null = null;
  let least = Infinity;
  for (const [actor, at] of places) {
    const ahead = (at.x - start.x) * way.x + (at.y - start.y) * way.y;
    const aside = Math.abs((at.x - start.x) * way.y) + Math.abs((at.y - start.y) * way.x);
    if (actor === from || ahead <= 0 || aside > ahead * 2) continue;
    const cost = ahead + aside * 1.5;
    if (cost < least) [least, found] = [cost, actor];
  }
  return found;
}
