import { rowsBefore, type Slice } from '../../analysis/slice';
import { middleOf, xOf, type TimeScale } from '../../ui/timeAxis';
import type { Day } from '../../words/calendar';
import { type Grade, gradeOf } from '../../words/scores';

/** One stem in a lane: a row, or the rows of one day where there are more than four. */
export interface Stem {
  /** Px from the plot's left edge. */
  x: number;
  day: Day;
  grade: Grade;
  /** Positions in the slice, one or many. */
  rows: number[];
  /** Px between which the date may lie, where it is vague enough to show; else null. */
  whisker: readonly [number, number] | null;
}

/** Same-day stems step right by this many px. */
const STEP = 3;
/** More rows than this on one day become one stem with their count. */
const MOST = 4;
/** A shorter whisker than this would hide behind its stem. */
const WHISKER = 5;

/**
 * Stems of one lane in the window. `rows` are positions in the slice in date order; the window is cut out by two binary searches. Rows
 * with a vague date stand at its middle and carry a whisker from its first to its last day.
 */
export function stemsOf(slice: Slice, rows: Uint32Array, days: Int32Array, scale: TimeScale): Stem[] {
  const stems: Stem[] = [];
  const end = rowsBefore(days, Math.ceil(scale.until));
  for (let j = rowsBefore(days, Math.floor(scale.from)); j < end;) {
    let next = j + 1;
    while (next < end && days[next] === days[j]) next++;
    const day = days[j]!;
    const x = middleOf(scale, day);
    const today = Array.from(rows.subarray(j, next));
    if (today.length > MOST) {
      const mean = today.reduce((sum, k) => sum + slice.score[k]!, 0) / today.length;
      stems.push({ x, day, grade: gradeOf(mean), rows: today, whisker: null });
    } else {
      today.forEach((k, i) => {
        stems.push({ x: x + i * STEP, day, grade: gradeOf(slice.score[k]!), rows: [k], whisker: whiskerOf(slice, k, scale) });
      });
    }
    j = next;
  }
  return stems;
}

function whiskerOf(slice: Slice, k: number, scale: TimeScale): readonly [number, number] | null {
  const { stances } = slice.record;
  const i = slice.row[k]!;
  if (stances.first[i] === stances.last[i]) return null;
  const a = xOf(scale, stances.first[i]!);
  const b = xOf(scale, stances.last[i]! + 1);
  return b - a >= WHISKER ? [a, b] : null;
}

const r = (value: number) => Math.round(value * 10) / 10;

/** SVG path of the stroked part of a stem that stands on the line `y`: down with a flat foot for negative, up for positive. */
export function stemPath({ x, grade }: Pick<Stem, 'x' | 'grade'>, y: number, size = 1): string {
  const left = r(x);
  if (grade === -2) return `M${left},${y}v${10 * size}M${r(x - 3 * size)},${r(y + 10 * size)}h${6 * size}`;
  if (grade === -1) return `M${left},${y}v${5 * size}M${r(x - 2.5 * size)},${r(y + 5 * size)}h${5 * size}`;
  if (grade === 1) return `M${left},${y}v${-5 * size}`;
  if (grade === 2) return `M${left},${y}v${-10 * size}`;
  return '';
}

/** SVG path of the filled head of a positive stem, or the open ring of a mixed one; empty for the others. */
export function headPath({ x, grade }: Pick<Stem, 'x' | 'grade'>, y: number, size = 1): string {
  if (grade < 0) return '';
  const radius = 2.5 * size;
  const cy = y - (grade === 0 ? 0 : grade === 1 ? 5 : 10) * size;
  return `M${r(x - radius)},${r(cy)}a${radius},${radius} 0 1 0 ${2 * radius},0a${radius},${radius} 0 1 0 ${-2 * radius},0`;
}

/** Counts beside stems that stand for many, the largest where two would run into each other. */
export function countsOf(stems: readonly Stem[], size = 1): { x: number; y: number; text: string }[] {
  const shown: { x: number; y: number; text: string }[] = [];
  const many = stems.filter(({ rows }) => rows.length > 1).sort((a, b) => b.rows.length - a.rows.length || a.x - b.x);
  for (const { x, grade, rows } of many) {
    if (shown.some((other) => Math.abs(other.x - x - 4) < 18)) continue;
    shown.push({ x: x + 4, y: grade > 0 ? -2 : 10 * size, text: String(rows.length) });
  }
  return shown;
}

/** The middle of a stem's mark: where a ring goes round it. */
export function markOf({ x, grade }: Pick<Stem, 'x' | 'grade'>, y: number, size = 1): { x: number; y: number } {
  return { x, y: y + { [-2]: 8, [-1]: 4, 0: 0, 1: -5, 2: -9 }[grade] * size };
}

/** Index of the stem nearest to `x` within `reach` px, or -1. */
export function nearestStem(stems: readonly Stem[], x: number, reach: number): number {
  let best = -1;
  let least = reach;
  stems.forEach((stem, i) => {
    const distance = Math.abs(stem.x - x);
    if (distance <= least) {
      best = i;
      least = distance;
    }
  });
  return best;
}
