/** The courses that lines are drawn along: quadratic curves, cut and measured. */

export interface Point {
  x: number;
  y: number;
}

/** A quadratic curve from `a` to `b` whose control point lies `bend` (a share of the length, positive to the left of travel) off the chord. */
export interface Curve {
  a: Point;
  c: Point;
  b: Point;
}

export function curveBetween(a: Point, b: Point, bend: number): Curve {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  return { a, b, c: { x: (a.x + b.x) / 2 + dy * bend, y: (a.y + b.y) / 2 - dx * bend } };
}

export function pointOn(curve: Curve, t: number): Point {
  const u = 1 - t;
  return {
    x: u * u * curve.a.x + 2 * u * t * curve.c.x + t * t * curve.b.x,
    y: u * u * curve.a.y + 2 * u * t * curve.c.y + t * t * curve.b.y,
  };
}

/** Unit tangent at `t` (direction of travel). */
export function tangentOn(curve: Curve, t: number): Point {
  const x = 2 * (1 - t) * (curve.c.x - curve.a.x) + 2 * t * (curve.b.x - curve.c.x);
  const y = 2 * (1 - t) * (curve.c.y - curve.a.y) + 2 * t * (curve.b.y - curve.c.y);
  const length = Math.hypot(x, y) || 1;
  return { x: x / length, y: y / length };
}

/** Length of the curve in px, by 16 chords: within a hundredth of a pixel for the bends drawn here. */
export function lengthOf(curve: Curve): number {
  let length = 0;
  let last = curve.a;
  for (let i = 1; i <= 16; i++) {
    const next = pointOn(curve, i / 16);
    length += Math.hypot(next.x - last.x, next.y - last.y);
    last = next;
  }
  return length;
}

/** The same curve cut short by `from` px at its start and `to` px at its end (room for the node and the line's end). */
export function trimmed(curve: Curve, from: number, to: number): Curve {
  const length = lengthOf(curve) || 1;
  const t0 = Math.min(0.45, from / length);
  const t1 = Math.max(0.55, 1 - to / length);
  const a = pointOn(curve, t0);
  const b = pointOn(curve, t1);
  // de Casteljau: the control point of the part between t0 and t1.
  const u0 = 1 - t0;
  const c = {
    x: u0 * (1 - t1) * curve.a.x + (u0 * t1 + t0 * (1 - t1)) * curve.c.x + t0 * t1 * curve.b.x,
    y: u0 * (1 - t1) * curve.a.y + (u0 * t1 + t0 * (1 - t1)) * curve.c.y + t0 * t1 * curve.b.y,
  };
  return { a, b, c };
}

/** Px as a path writes it, to a tenth. */
export const px = (value: number) => Math.round(value * 10) / 10;

/** SVG path of the spine. */
export function spine(curve: Curve): string {
  return `M${px(curve.a.x)},${px(curve.a.y)}Q${px(curve.c.x)},${px(curve.c.y)} ${px(curve.b.x)},${px(curve.b.y)}`;
}
