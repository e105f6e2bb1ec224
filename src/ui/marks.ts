import type { Grade } from '../words/scores';

/**
 * The line grammar: a score told by stroke, end, area and stem as well as by colour (see the key on screen). Every picture takes its
 * strokes from here, so that a toothed line means the same everywhere.
 */

/** Suffix of the colour tokens: `--stance-n2`, `--area-p1`. */
export const GRADE_TOKENS: Record<Grade, string> = { [-2]: 'n2', [-1]: 'n1', 0: '0', 1: 'p1', 2: 'p2' };

/** `var(--stance-…)` for marks: lines, dots, stems. */
export function markColour(grade: Grade): string {
  return `var(--stance-${GRADE_TOKENS[grade]})`;
}

/** `var(--area-…)` for areas: states, cells. */
export function areaColour(grade: Grade): string {
  return `var(--area-${GRADE_TOKENS[grade]})`;
}

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

const r = (value: number) => Math.round(value * 10) / 10;

/** SVG path of the spine. */
export function spine(curve: Curve): string {
  return `M${r(curve.a.x)},${r(curve.a.y)}Q${r(curve.c.x)},${r(curve.c.y)} ${r(curve.b.x)},${r(curve.b.y)}`;
}

/** SVG path of the teeth of a hostile line: one every `gap` px, `size` px long, on the speaker's right. */
export function teeth(curve: Curve, size = 4.2, gap = 5): string {
  const length = lengthOf(curve);
  const count = Math.floor(length / gap);
  let path = '';
  for (let i = 1; i < count; i++) {
    const t = (i * gap) / length;
    const p = pointOn(curve, t);
    const d = tangentOn(curve, t);
    // Right of travel on a screen whose y runs down: (-dy, dx).
    path += `M${r(p.x)},${r(p.y)}L${r(p.x - d.y * size)},${r(p.y + d.x * size)}`;
  }
  return path;
}

/** SVG path of a line's end at `b`: an arrow head for positive, a bar for negative, a ring for mixed. `size` px long. */
export function lineEnd(curve: Curve, grade: Grade, size = 9): string {
  const d = tangentOn(curve, 1);
  const { x, y } = curve.b;
  const nx = -d.y;
  const ny = d.x;
  const half = size * 0.42;
  if (grade > 0) {
    const bx = x - d.x * size;
    const by = y - d.y * size;
    return `M${r(x)},${r(y)}L${r(bx + nx * half)},${r(by + ny * half)}L${r(bx - nx * half)},${r(by - ny * half)}Z`;
  }
  if (grade < 0)
    return `M${r(x + nx * half * 1.1)},${r(y + ny * half * 1.1)}L${r(x - nx * half * 1.1)},${r(y - ny * half * 1.1)}`;
  const radius = size * 0.3;
  const cx = x - d.x * radius;
  const cy = y - d.y * radius;
  return `M${r(cx - radius)},${r(cy)}a${r(radius)},${r(radius)} 0 1 0 ${r(2 * radius)},0a${r(radius)},${r(radius)} 0 1 0 ${r(-2 * radius)},0`;
}

/** `stroke-dasharray` of a grade's spine; null for a whole line. */
export function dashOf(grade: Grade): string | null {
  if (grade === -1) return '6 3';
  if (grade === 0) return '.1 4';
  return null;
}
