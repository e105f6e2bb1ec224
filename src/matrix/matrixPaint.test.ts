import { describe, expect, it } from 'vitest';
import type { Cell } from './matrixModel';
import { cellSize, depthOf, namesShown, paintRow, type CellInks } from './matrixPaint';

const inks: CellInks = {
  areas: { [-2]: 'an2', [-1]: 'an1', 0: 'a0', 1: 'ap1', 2: 'ap2' },
  marks: { [-2]: 'mn2', [-1]: 'mn1', 0: 'm0', 1: 'mp1', 2: 'mp2' },
};
const cell = (grade: Cell['grade'], more: Partial<Cell> = {}): Cell => ({
  ...{ grade, value: grade, n: 3, rows: 3, effective: 3, last: 0, newest: 0, thin: false, stale: false, ties: [] },
  ...more,
});

/** What was painted: rectangles with their colour and depth. */
function painted(cells: readonly (Cell | null)[], r: number, size: number) {
  const rects: { ink: string; alpha: number; box: number[] }[] = [];
  const cleared: number[][] = [];
  const context = {
    fillStyle: '',
    globalAlpha: 1,
    clearRect: (...box: number[]) => void cleared.push(box),
    fillRect(...box: number[]) {
      rects.push({ ink: context.fillStyle, alpha: context.globalAlpha, box });
    },
  };
  paintRow(context as unknown as CanvasRenderingContext2D, cells, r, size, inks);
  return { rects, cleared };
}

describe('a row of a large matrix', () => {
  it('has an area for each cell that is covered, and none for the others and itself', () => {
    const { rects, cleared } = painted([cell(1), null, cell(2), cell(-1)], 2, 10);
    const areas = rects.filter(({ ink }) => ink.startsWith('a'));
    expect(areas.map(({ ink, box }) => [ink, box[0]])).toEqual([
      ['ap1', 0],
      ['an1', 30],
    ]);
    expect(cleared).toEqual([[0, 20, 40, 10]]);
  });

  it('tells negative from positive without colour, and every grade by its foot', () => {
    const marks = (grade: Cell['grade'], size: number) =>
      painted([null, cell(grade)], 0, size)
        .rects.filter(({ ink }) => ink.startsWith('m'))
        .map(({ box }) => box.slice(1).join(' '));
    // A small cell is filled with the ink of lines, and cut through where it is negative.
    for (const grade of [-2, -1, 0, 1, 2] as const) {
      const { rects, cleared } = painted([null, cell(grade)], 0, 5);
      expect(rects.map(({ ink }) => ink)).toEqual([`m${grade < 0 ? `n${-grade}` : grade > 0 ? `p${grade}` : '0'}`]);
      expect(cleared.length).toBe(grade < 0 ? 2 : 1);
    }
    const feet = ([-2, -1, 0, 1, 2] as const).map((grade) => marks(grade, 12).join(','));
    expect(new Set(feet).size).toBe(5);
  });

  it('is paler where evidence is thin or old', () => {
    const depths = [cell(1), cell(1, { stale: true }), cell(1, { thin: true }), cell(1, { thin: true, stale: true })].map(
      depthOf,
    );
    expect(depths).toEqual([...depths].sort((a, b) => b - a));
    expect(new Set(depths).size).toBe(4);
  });
});

describe('sizes and names', () => {
  it('fit the cells into the width as far as they can be pointed at', () => {
    expect(cellSize(1200, 60)).toBe(17);
    expect(cellSize(1200, 200)).toBe(6);
    expect(cellSize(1200, 2000)).toBe(4);
  });

  it('never touch, and make room for what is looked at', () => {
    const shown = namesShown(200, 6, [100]);
    expect(shown).toContain(100);
    for (let k = 1; k < shown.length; k++) expect((shown[k]! - shown[k - 1]!) * 6).toBeGreaterThanOrEqual(14);
    expect(namesShown(20, 17, [])).toHaveLength(20);
    expect(namesShown(20, 17, [-2, 99])).toHaveLength(20);
  });
});
