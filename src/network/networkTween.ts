import { easeCubicInOut } from 'd3';
import type { Point } from '../ui/curves';

const TRAVEL = 420;

/**
 * Moves actors from one set of places to another, frame by frame, and hands over null at the end. Newcomers start where they will
 * stand. At once where the reader asks for less motion. Returns what stops it.
 */
export function between(
  from: ReadonlyMap<number, Point>,
  to: ReadonlyMap<number, Point>,
  draw: (places: ReadonlyMap<number, Point> | null) => void,
): () => void {
  const still = [...to].every(([actor, at]) => {
    const before = from.get(actor);
    return !before || (before.x === at.x && before.y === at.y);
  });
  if (still || matchMedia('(prefers-reduced-motion: reduce)').matches) {
    draw(null);
    return () => undefined;
  }
  const start = performance.now();
  let frame = requestAnimationFrame(function step(time) {
    const t = Math.min(1, Math.max(0, (time - start) / TRAVEL));
    if (t === 1) return draw(null);
    draw(mix(from, to, easeCubicInOut(t)));
    frame = requestAnimationFrame(step);
  });
  draw(mix(from, to, 0));
  return () => cancelAnimationFrame(frame);
}

/** Places on the way: 0 is `from`, 1 is `to`. */
export function mix(from: ReadonlyMap<number, Point>, to: ReadonlyMap<number, Point>, t: number): Map<number, Point> {
  return new Map(
    [...to].map(([actor, at]) => {
      const before = from.get(actor) ?? at;
      return [actor, { x: before.x + (at.x - before.x) * t, y: before.y + (at.y - before.y) * t }];
    }),
  );
}
