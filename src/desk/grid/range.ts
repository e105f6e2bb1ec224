/** Cells of a grid by row and column (0-based, as they are shown), and how keys move among them. */

export interface Spot {
  row: number;
  col: number;
}

/** A block of cells, both ends included. */
export interface Range {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

export interface Size {
  rows: number;
  cols: number;
}

export const rangeOf = (a: Spot, b: Spot): Range => ({
  top: Math.min(a.row, b.row),
  left: Math.min(a.col, b.col),
  bottom: Math.max(a.row, b.row),
  right: Math.max(a.col, b.col),
});

export const isIn = ({ row, col }: Spot, { top, left, bottom, right }: Range): boolean =>
  row >= top && row <= bottom && col >= left && col <= right;

/** A spot within a grid; the first cell of an empty one. */
export const within = ({ row, col }: Spot, { rows, cols }: Size): Spot => ({
  row: Math.max(0, Math.min(rows - 1, row)),
  col: Math.max(0, Math.min(cols - 1, col)),
});

/** A key as far as it moves the cursor. */
export interface MoveKey {
  key: string;
  /** Ctrl, or the command key of a Mac. */
  far: boolean;
}

/**
 * Where a key moves the cursor, as in a spreadsheet; null where it moves nothing.
 *
 * @param filled whether a cell holds something: Ctrl and an arrow go to the end of a run of cells, or to the next that begins
 * @param page rows of a screen
 */
export function moved(from: Spot, { key, far }: MoveKey, size: Size, filled: (spot: Spot) => boolean, page: number): Spot | null {
  const last: Spot = { row: size.rows - 1, col: size.cols - 1 };
  switch (key) {
    case 'ArrowUp':
    case 'ArrowDown':
    case 'ArrowLeft':
    case 'ArrowRight': {
      const step: Spot = {
        row: key === 'ArrowUp' ? -1 : key === 'ArrowDown' ? 1 : 0,
        col: key === 'ArrowLeft' ? -1 : key === 'ArrowRight' ? 1 : 0,
      };
      return within(far ? edge(from, step, size, filled) : { row: from.row + step.row, col: from.col + step.col }, size);
    }
    case 'Home':
      return far ? { row: 0, col: 0 } : { row: from.row, col: 0 };
    case 'End':
      return far ? within(last, size) : within({ row: from.row, col: last.col }, size);
    case 'PageUp':
      return within({ row: from.row - page, col: from.col }, size);
    case 'PageDown':
      return within({ row: from.row + page, col: from.col }, size);
    default:
      return null;
  }
}

function edge(from: Spot, step: Spot, size: Size, filled: (spot: Spot) => boolean): Spot {
  const next = ({ row, col }: Spot): Spot => ({ row: row + step.row, col: col + step.col });
  const inside = ({ row, col }: Spot) => row >= 0 && col >= 0 && row < size.rows && col < size.cols;
  let at = from;
  const run = filled(from) && inside(next(from)) && filled(next(from));
  for (;;) {
    const then = next(at);
    if (!inside(then)) return at;
    if (run && !filled(then)) return at;
    at = then;
    if (!run && filled(at)) return at;
  }
}
