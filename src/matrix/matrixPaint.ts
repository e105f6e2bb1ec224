import { SCREENS } from '../ui/lines';
import type { Grade } from '../words/scores';
import type { Cell } from './matrixModel';

/** Colours of a theme as canvas takes them. */
export interface CellInks {
  areas: Readonly<Record<Grade, string>>;
  marks: Readonly<Record<Grade, string>>;
}

/** Under this many px a cell has no room for a foot and level lines: it is filled with the colour of lines, which shows where areas would not. */
const FOOT = 9;

/** Depth of a cell's area: paler where evidence is thin, or old. */
export function depthOf({ thin, stale }: Pick<Cell, 'thin' | 'stale'>): number {
  if (thin) return stale ? 0.4 : 0.55;
  return stale ? 0.75 : 1;
}

/**
 * Paints one row of cells on a context that is scaled to CSS px; what is not covered stays bare, so that the hatch beneath shows. A negative cell
 * has level lines (a small one is cut through), a positive none, so that a sign is read without hue; from 9 px on the stroke of the grade
 * runs along the foot.
 */
export function paintRow(
  context: CanvasRenderingContext2D,
  cells: readonly (Cell | null)[],
  r: number,
  size: number,
  inks: CellInks,
): void {
  const top = r * size;
  context.clearRect(0, top, cells.length * size, size);
  const gap = size > 5 ? 1 : 0;
  const side = size - gap;
  cells.forEach((cell, c) => {
    if (cell === null || (c === r && cell.pooled === undefined)) return;
    const left = c * size;
    const { grade } = cell;
    context.globalAlpha = depthOf(cell);
    if (size < FOOT) {
      context.fillStyle = inks.marks[grade];
      context.fillRect(left, top, side, side);
      if (grade < 0) context.clearRect(left, top + Math.floor(side / 2), side, 1);
      return;
    }
    context.fillStyle = inks.areas[grade];
    context.fillRect(left, top, side, side);
    context.fillStyle = inks.marks[grade];
    if (grade < 0) {
      const apart = SCREENS[grade as -2 | -1];
      for (let y = apart - 1; y < side - 2; y += apart) context.fillRect(left, top + y, side, 0.8);
    }
    // Whole, dashed, dotted and double feet, as lines are stroked.
    if (grade === 2) {
      context.fillRect(left, top + side - 1, side, 1);
      context.fillRect(left, top + side - 3, side, 1);
    } else if (grade === 1 || grade === -2) context.fillRect(left, top + side - 2, side, 2);
    else for (let x = 0; x < side; x += grade === 0 ? 3 : 5) context.fillRect(left + x, top + side - 2, grade === 0 ? 1 : 3, 2);
  });
  context.globalAlpha = 1;
}

/** Px of a cell where so many stand in so much width: never so small that the pointer cannot hold it, never larger than is read at a glance. */
export function cellSize(width: number, actors: number): number {
  return Math.max(4, Math.min(17, Math.floor(width / Math.max(1, actors))));
}

/** Which names of an axis are written: every so many that two never touch, and those that are looked at, which drive out their neighbours. */
export function namesShown(actors: number, size: number, wanted: readonly number[], room = 14): number[] {
  const step = Math.max(1, Math.ceil(room / size));
  const looked = wanted.filter((i) => i >= 0 && i < actors);
  const shown = new Set(looked);
  for (let i = 0; i < actors; i += step) {
    if (step === 1 || looked.every((other) => Math.abs(other - i) * size >= room)) shown.add(i);
  }
  return [...shown].sort((a, b) => a - b);
}
