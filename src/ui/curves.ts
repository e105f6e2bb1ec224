/** The courses that lines are drawn along: quadratic curves, and loops of a node to itself; cut and measured. */

export interface Point {
  x: number;
  y: number;
}

/** A curve from `a` to `b` with the control point `c`; a loop has a second one, `d`, and is cubic. */
export interface Curve {
  a: Point;
  c: Point;
  d?: Point;
  b: Point;
}

/** The quadratic curve from `a` to `b` whose control point lies `bend` (a share of the length, positive to the left of travel) off the chord. */
export function curveBetween(a: Point, b: Point, bend: number): Curve {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  return { a, b, c: { x: (a.x + b.x) / 2 + dy * bend, y: (a.y + b.y) / 2 - dx * bend } };
}

/** The corner points of a loop lie this far from its node, in px; the loop itself reaches about two thirds as far. */
const LOOP = 52;
/** Half the angle, in radians, between the ways on which a loop leaves and comes back. */
const LOOP_SPREAD = 0.62;

/** A loop from `at` back to it, on the side to which `angle` points (radians, 0 to the right, growing clockwise on a screen). */
export function loopAt(at: Point, angle: number): Curve {
  const corner = (side: number): Point => ({
    x: at.x + LOOP * Math.cos(angle + side * LOOP_SPREAD),
    y: at.y + LOOP * Math.sin(angle + side * LOOP_SPREAD),
  });
  return { a: at, c: corner(-1), d: corner(1), b: at };
}

const between = (a: Point, b: Point, t: number): Point => ({ x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t });

export function pointOn(curve: Curve, t: number): Point {
  const u = 1 - t;
  const { a, b, c, d } = curve;
  if (d !== undefined) {
    const [p, q, r, s] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
    return { x: p * a.x + q * c.x + r * d.x + s * b.x, y: p * a.y + q * c.y + r * d.y + s * b.y };
  }
  return {
    x: u * u * curve.a.x + 2 * u * t * curve.c.x + t * t * curve.b.x,
    y: u * u * curve.a.y + 2 * u * t * curve.c.y + t * t * curve.b.y,
  };
}

/** Unit tangent at `t` (direction of travel). */
export function tangentOn(curve: Curve, t: number): Point {
  if (curve.d !== undefined) {
    // The derivative of a cubic runs along the quadratic curve of its sides.
    const side = (p: Point, q: Point): Point => ({ x: q.x - p.x, y: q.y - p.y });
    const { x, y } = pointOn({ a: side(curve.a, curve.c), c: side(curve.c, curve.d), b: side(curve.d, curve.b) }, t);
    const length = Math.hypot(x, y) || 1;
    return { x: x / length, y: y / length };
  }
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
  if (curve.d !== undefined) return cutLoop(curve.a, curve.c, curve.d, curve.b, t0, t1);
  // de Casteljau: the control point of the part between t0 and t1.
  const u0 = 1 - t0;
  const c = {
    x: u0 * (1 - t1) * curve.a.x + (u0 * t1 + t0 * (1 - t1)) * curve.c.x + t0 * t1 * curve.b.x,
    y: u0 * (1 - t1) * curve.a.y + (u0 * t1 + t0 * (1 - t1)) * curve.c.y + t0 * t1 * curve.b.y,
  };
  return { a, b, c };
}

/** The part of a cubic between `t0` and `t1`, by de Casteljau: first the end is cut off, then the start of what is left. */
function cutLoop(a: Point, c: Point, d: Point, b: Point, t0: number, t1: number): Curve {
  const [p, q, r] = [between(a, c, t1), between(c, d, t1), between(d, b, t1)];
  const [pq, qr] = [between(p, q, t1), between(q, r, t1)];
  const end = between(pq, qr, t1);
  const start = t0 / t1;
  const [x, y, z] = [between(a, p, start), between(p, pq, start), between(pq, end, start)];
  const [xy, yz] = [between(x, y, start), between(y, z, start)];
  return { a: between(xy, yz, start), c: yz, d: z, b: end };
}

/** Px as a path writes it, to a tenth. */
export const px = (value: number) => Math.round(value * 10) / 10;

/** SVG path of the spine. */
export function spine(curve: Curve): string {
  const { a, b, c, d } = curve;
  if (d !== undefined) return `M${px(a.x)},${px(a.y)}C${px(c.x)},${px(c.y)} ${px(d.x)},${px(d.y)} ${px(b.x)},${px(b.y)}`;
  return `M${px(a.x)},${px(a.y)}Q${px(c.x)},${px(c.y)} ${px(b.x)},${px(b.y)}`;
}
