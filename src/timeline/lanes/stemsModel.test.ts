import { describe, expect, it } from 'vitest';
import { ALL, rowsOf, sliceRecord } from '../../analysis/slice';
import { smallRecord, type Line } from '../../testing/smallRecord';
import type { TimeScale } from '../../ui/timeAxis';
import { countsOf, headPath, markOf, nearestStem, stemPath, stemsOf } from './stemsModel';
import { dayOf } from '../../words/calendar';

const scale: TimeScale = { from: dayOf('2025-01-01'), until: dayOf('2026-01-01'), width: 1095 };

function stems(lines: readonly (readonly [date: string, score: number])[], over = scale) {
  const slice = sliceRecord(smallRecord({ stances: lines.map(([date, score]): Line => ['x', 'y', date, score]) }), ALL);
  const rows = rowsOf(slice, 0);
  return stemsOf(
    slice,
    rows,
    Int32Array.from(rows, (k) => slice.day[k]!),
    over,
  );
}

describe('stems of a lane', () => {
  it('step right on the same day, and past four on one day become one with their count', () => {
    const four = stems(Array.from({ length: 4 }, () => ['2025-06-01', 1] as const));
    expect(four.map(({ x }) => Math.round(x - four[0]!.x))).toEqual([0, 3, 6, 9]);
    const five = stems([...Array.from({ length: 5 }, () => ['2025-06-01', -2] as const), ['2025-06-02', 1] as const]);
    expect(five.map(({ rows }) => rows.length)).toEqual([5, 1]);
    expect(five[0]!.grade).toBe(-2);
  });

  it('are cut to the window, both days of it inside', () => {
    const found = stems([
      ['2024-12-31', 1],
      ['2025-01-01', 1],
      ['2025-12-31', 1],
      ['2026-01-01', 1],
    ]);
    expect(found).toHaveLength(2);
    for (const { x } of found) {
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThan(scale.width);
    }
  });

  it('carry a whisker over the days that a vague date may mean, and stand at its middle', () => {
    const [exact, month] = stems([
      ['2025-02-01', 1],
      ['2025-06', -1],
    ]);
    expect(exact!.whisker).toBeNull();
    expect(month!.whisker!.map(Math.round)).toEqual([453, 543]);
    expect(month!.x).toBeGreaterThan(month!.whisker![0]);
    expect(month!.x).toBeLessThan(month!.whisker![1]);
  });

  it('leave a whisker out where it would be no wider than its stem', () => {
    const wide = { from: dayOf('1900-01-01'), until: dayOf('2100-01-01'), width: 1000 };
    expect(stems([['2025-06', 1]], wide)[0]!.whisker).toBeNull();
  });
});

it('writes the count beside a stem of many, the largest where two would run into each other', () => {
  const day = (n: number, date: string) => Array.from({ length: n }, () => [date, -1] as const);
  const crowd = stems([...day(5, '2025-06-01'), ...day(9, '2025-06-02'), ...day(6, '2025-09-01')]);
  expect(countsOf(crowd).map(({ text }) => text)).toEqual(['9', '6']);
});

describe('the grammar of stems', () => {
  const at = (grade: -2 | -1 | 0 | 1 | 2) => ({ x: 10, grade });

  it('points negative down with a foot, positive up with a head, and rings mixed on the line', () => {
    expect(stemPath(at(-1), 0)).toMatch(/v5M.*h5/);
    expect(stemPath(at(-2), 0)).toMatch(/v10M.*h6/);
    expect(stemPath(at(1), 0)).toBe('M10,0v-5');
    expect(stemPath(at(2), 0)).toBe('M10,0v-10');
    expect(stemPath(at(0), 0)).toBe('');
    expect(headPath(at(-2), 0)).toBe('');
    expect(markOf(at(0), 7)).toEqual({ x: 10, y: 7 });
    expect(headPath(at(0), 0)).not.toBe('');
  });
});

it('finds the stem under the pointer, and none where there is none', () => {
  const found = stems([
    ['2025-02-01', 1],
    ['2025-06-01', -1],
  ]);
  expect(nearestStem(found, found[1]!.x + 3, 6)).toBe(1);
  expect(nearestStem(found, found[1]!.x + 30, 6)).toBe(-1);
});
