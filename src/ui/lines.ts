import type { Grade } from '../words/scores';
import { lengthOf, pointOn, px, spine, tangentOn, trimmed, type Curve } from './curves';

/**
 * The line grammar: how a line of each grade is stroked, toothed, ended, how heavy and how pale it is. The network's lines (drawn and
 * painted), the arcs of the map, the matrix, the lanes, the key and every saved picture take it from here, so that a toothed line means
 * the same everywhere, and without colour.
 */

/** How a grade is told by its stroke. */
export interface Stroke {
  /** Lengths of dashes and gaps in px at weight 1; empty for a whole line. */
  dash: readonly number[];
  /** Dots are dashes of no length with round caps. */
  round: boolean;
  /** Two lines with ground between them. */
  double: boolean;
  /** Teeth on the speaker's right. */
  teeth: boolean;
  end: 'bar' | 'ring' | 'arrow';
}

const PLAIN: Stroke = { dash: [], round: false, double: false, teeth: false, end: 'arrow' };

export const STROKES: Readonly<Record<Grade, Stroke>> = {
  [-2]: { ...PLAIN, teeth: true, end: 'bar' },
  [-1]: { ...PLAIN, dash: [6, 3], end: 'bar' },
  0: { ...PLAIN, dash: [0.1, 4], round: true, end: 'ring' },
  1: PLAIN,
  2: { ...PLAIN, double: true },
};

/** The line of a formal tie, which has a sign and no direction: a negative one is dashed finely. */
export const TIE_DASH = '2 2.5';

/** Px of a line at weight 1. */
const WIDTH = 1.7;
/** How many times as wide as the ground within it a double line is. */
const DOUBLE = 2.5;
/** Ground on both sides together that a line is cased in, so that crossings read as over and under. */
const CASING = 3;
const TOOTH = { length: 4.2, gap: 5, width: 1.3 };
const END = { size: 8, width: 1.8 };
/** How much heavier what is in focus is drawn. */
export const FOCUS_WEIGHT = 1.9;

/** Px from one level line to the next on areas of a negative grade: a printed tint, readable without hue. */
export const SCREENS = { [-2]: 3.5, [-1]: 6 } as const;

/** Lengths that grow with weight, but slower than the stroke. */
const grown = (length: number, weight: number, share: number) => length * (1 + (weight - 1) * share);

/** `stroke-dasharray` of a grade's spine at a weight; null for a whole line. A heavier line needs wider gaps to read as dashed or dotted. */
export function dashOf(grade: Grade, weight = 1): string | null {
  const { dash } = STROKES[grade];
  if (dash.length === 0) return null;
  const scaled = weight === 1 ? dash : dash.map((part) => (part < 1 ? part : Math.round(part * weight * 0.85 * 10) / 10));
  return scaled.join(' ');
}

/**
 * Stroke of a running stance's line in px: heavier with strength and with evidence, between 1.1 and 2.
 *
 * @param value -2 to 2
 * @param effective effective rows, 1 or more; a tie is told as infinitely many and is drawn at the plain width
 */
export function widthOf(value: number, effective: number): number {
  if (effective === Infinity) return WIDTH;
  const evidence = Math.min(1, Math.log2(Math.max(1, effective)) / 4);
  return Math.round((1.1 + 0.3 * Math.abs(value) + 0.3 * evidence) * 10) / 10;
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
    path += `M${px(p.x)},${px(p.y)}L${px(p.x - d.y * size)},${px(p.y + d.x * size)}`;
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
    return `M${px(x)},${px(y)}L${px(bx + nx * half)},${px(by + ny * half)}L${px(bx - nx * half)},${px(by - ny * half)}Z`;
  }
  if (grade < 0)
    return `M${px(x + nx * half * 1.1)},${px(y + ny * half * 1.1)}L${px(x - nx * half * 1.1)},${px(y - ny * half * 1.1)}`;
  const radius = size * 0.3;
  const cx = x - d.x * radius;
  const cy = y - d.y * radius;
  return `M${px(cx - radius)},${px(cy)}a${px(radius)},${px(radius)} 0 1 0 ${px(2 * radius)},0a${px(radius)},${px(radius)} 0 1 0 ${px(-2 * radius)},0`;
}

/** What makes a line stand out or step back: pointed at or in focus, as it is, beside what is pointed at, or none of its business. */
export type Emphasis = 'lit' | '' | 'faint' | 'faded';

/** How far the reader, or the system, wants the paling taken back. */
export interface Strength {
  /** All lines at full strength; what is faded stays faded. */
  full: boolean;
  /** The system asks for more contrast. */
  contrast: boolean;
}

/** Opacity of a line, 0 to 1: paler where evidence is thin or old, and outside what is looked at. */
export function opacityOf(
  { thin, stale }: { thin: boolean; stale: boolean },
  emphasis: Emphasis,
  { full, contrast }: Strength,
): number {
  if (emphasis === 'faded') return contrast ? 0.3 : 0.12;
  if (full || contrast || emphasis === 'lit') return 1;
  return (thin ? 0.38 : 0.72) * (stale ? 0.75 : 1) * (emphasis === 'faint' ? 0.4 : 1);
}

/** A line ready to be drawn, by SVG or on a canvas: paths and strokes in px. */
export interface LineParts {
  grade: Grade;
  spine: string;
  /** Width of the spine as it is stroked: of a double line, the whole of it. */
  width: number;
  dash: string | null;
  round: boolean;
  /** Width of the ground within a double line; 0 for any other. */
  core: number;
  /** Width of the ground under the line. */
  casing: number;
  /** Empty where there are none. */
  teeth: string;
  teethWidth: number;
  /** Empty where the line has no direction. */
  end: string;
  /** Filled with the grade's colour and not stroked; a ring that is not filled is filled with ground. */
  endFilled: boolean;
  endWidth: number;
}

/**
 * The parts of a line of a grade along a course that ends where its end stands.
 *
 * @param width px of the spine at weight 1 (see {@link widthOf})
 * @param weight 1, or more for what is in focus
 * @param directed whether it runs from somebody towards somebody: a tie has neither teeth nor an end
 */
export function lineParts(
  course: Curve,
  grade: Grade,
  { width = WIDTH, weight = 1, directed = true }: { width?: number; weight?: number; directed?: boolean } = {},
): LineParts {
  const stroke = STROKES[grade];
  const size = grown(END.size, weight, 0.7);
  const px = width * weight;
  const outer = stroke.double ? px * DOUBLE : px;
  // The spine stops short of an arrow's tip, so that the tip is sharp.
  const drawn = directed && stroke.end === 'arrow' ? trimmed(course, 0, size * 0.8) : course;
  return {
    grade,
    spine: spine(drawn),
    width: outer,
    dash: dashOf(grade, weight),
    round: stroke.round,
    core: stroke.double ? px : 0,
    casing: outer + CASING,
    teeth: directed && stroke.teeth ? teeth(course, grown(TOOTH.length, weight, 0.5), TOOTH.gap) : '',
    teethWidth: grown(TOOTH.width, weight, 0.6),
    end: directed ? lineEnd(course, grade, size) : '',
    endFilled: stroke.end === 'arrow',
    endWidth: grown(END.width, weight, 0.74),
  };
}

/** The nearest that a border in a style sheet comes to a grade's stroke: the foot of a cell of the matrix. */
export function borderOf(grade: Grade): 'solid' | 'dashed' | 'dotted' | 'double' {
  const { dash, round, double } = STROKES[grade];
  if (double) return 'double';
  if (dash.length === 0) return 'solid';
  return round ? 'dotted' : 'dashed';
}
