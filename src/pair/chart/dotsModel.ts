import { pairOf, rowsOf, type Slice } from '../../analysis/slice';
import { BASES } from '../../record/record';
import { middleOf, xOf, type TimeScale } from '../../ui/timeAxis';
import { gradeOf, type Grade } from '../../words/scores';

const ATTRIBUTION = BASES.indexOf('attribution');

/** How a holder's rows are marked: discs stand above their grade line, squares and triangles below it. */
export type Shape = 'disc' | 'square' | 'triangle';
export const SHAPES: readonly Shape[] = ['disc', 'square', 'triangle'];

/** One coded stance as a mark of the chart. */
export interface Dot {
  /** Position in the slice. */
  k: number;
  /** Place among the holders shown, 0 to 2. */
  holder: number;
  grade: Grade;
  /** Middle of its day, in px from the plot's left edge. */
  x: number;
  /** Px from its grade line, negative above it. */
  dy: number;
  /** Others say so of the holder: drawn hollow. */
  attributed: boolean;
  /** The days that a vague date may mean, in px; null for a date known to the day. */
  vague: [number, number] | null;
}

export interface Dots {
  dots: Dot[];
  /** Radius that lets the highest stack fit. */
  radius: number;
  /** Stacks that even the smallest marks overrun: how many marks stand outside, and where to say so. */
  more: { x: number; dy: number; grade: Grade; n: number }[];
}

const RADII = [4.3, 3.6, 3, 2.4];
/** Air between two marks. */
const AIR = 1.2;

/**
 * The rows of each holder on the target in the window, as marks that never cover each other: marks of one grade that would touch are
 * stacked away from their line, the first holder's upwards, the others' downwards.
 *
 * @param step px from one grade to the next
 */
export function dotsOf(slice: Slice, holders: readonly number[], target: number, scale: TimeScale, step: number): Dots {
  const rows = holders.flatMap((holder, h) => {
    const pair = pairOf(slice, holder, target);
    return (pair < 0 ? [] : Array.from(rowsOf(slice, pair)))
      .filter((k) => slice.day[k]! >= scale.from && slice.day[k]! < scale.until)
      .map((k) => ({ k, h, x: middleOf(scale, slice.day[k]!), grade: gradeOf(slice.score[k]!) }));
  });
  rows.sort((a, b) => a.x - b.x || a.h - b.h || a.k - b.k);
  for (const radius of RADII) {
    const free = stack(slice, rows, scale, radius, step - 2);
    if (free.more.length === 0 && !meeting(free.dots, radius, step)) return { ...free, radius };
  }
  const radius = RADII[RADII.length - 1]!;
  // Too many even so: up and down each keep to their half of the room, and what overruns is counted.
  return { ...stack(slice, rows, scale, radius, step / 2), radius };
}

/** Whether a mark that stands on one grade and one that hangs from the next above it touch. */
function meeting(dots: readonly Dot[], radius: number, step: number): boolean {
  const size = 2 * radius + AIR;
  const hanging = dots.filter(({ dy }) => dy > 0);
  return dots.some(
    (dot) =>
      dot.dy < 0 &&
      hanging.some(
        (other) => other.grade === dot.grade + 1 && Math.abs(other.x - dot.x) < size && step + dot.dy - other.dy < size,
      ),
  );
}

function stack(
  slice: Slice,
  rows: readonly { k: number; h: number; x: number; grade: Grade }[],
  scale: TimeScale,
  radius: number,
  room: number,
): Pick<Dots, 'dots' | 'more'> {
  const { stances } = slice.record;
  const size = 2 * radius + AIR;
  const most = Math.max(1, Math.floor((room - 3) / size));
  // For each stack direction and grade: the x of the last mark on each level.
  const levels = new Map<string, number[]>();
  const over = new Map<string, { x: number; dy: number; grade: Grade; n: number }>();
  const dots: Dot[] = [];
  for (const { k, h, x, grade } of rows) {
    const up = h === 0;
    const key = `${up} ${grade}`;
    const ends = levels.get(key) ?? [];
    levels.set(key, ends);
    let level = 0;
    while (level < ends.length && x - ends[level]! < size) level++;
    const dy = (up ? -1 : 1) * (radius + 3 + Math.min(level, most) * size);
    if (level >= most) {
      const name = `${key} ${Math.floor(x / 24)}`;
      const known = over.get(name);
      if (known) known.n++;
      else over.set(name, { x, dy, grade, n: 1 });
      continue;
    }
    ends[level] = x;
    const row = slice.row[k]!;
    const [first, end] = [stances.first[row]!, stances.last[row]!];
    dots.push({
      k,
      holder: h,
      grade,
      x,
      dy,
      attributed: stances.basis[row] === ATTRIBUTION,
      vague: first < end ? [Math.max(0, xOf(scale, first)), Math.min(scale.width, xOf(scale, end + 1))] : null,
    });
  }
  return { dots, more: [...over.values()] };
}

/** Path of a mark at (0, 0): a disc, a square or a triangle of about the same weight. */
export function markPath(shape: Shape, r: number): string {
  if (shape === 'square') {
    const s = r * 0.9;
    return `M${-s},${-s}H${s}V${s}H${-s}Z`;
  }
  if (shape === 'triangle') return `M0,${-r * 1.15}L${r * 1.1},${r * 0.85}H${-r * 1.1}Z`;
  return `M${-r},0a${r},${r} 0 1 0 ${2 * r},0a${r},${r} 0 1 0 ${-2 * r},0Z`;
}
