import type { Line } from './collapsedModel';
import type { Cell } from './matrixModel';

/** A cell of the matrix as a row of its table. */
export interface TableRow {
  r: number;
  c: number;
  holder: string;
  target: string;
  cell: Cell;
}

/** A row for each cell that says something, those with most rows behind them first. */
export function tableRows(lines: readonly Line[], cells: readonly (readonly (Cell | null)[])[]): TableRow[] {
  const rows = cells.flatMap((row, r) =>
    row.flatMap((cell, c): TableRow[] =>
      cell === null ? [] : [{ r, c, holder: lines[r]?.name ?? '', target: lines[c]?.name ?? '', cell }],
    ),
  );
  return rows.sort((a, b) => b.cell.n - a.cell.n || a.r - b.r || a.c - b.c);
}
