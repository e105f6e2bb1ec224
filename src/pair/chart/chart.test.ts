import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALL, sliceRecord } from '../../analysis/slice';
import { runStances } from '../../analysis/stance/stance';
import { smallRecord, type Line } from '../../testing/smallRecord';
import { dayOf } from '../../words/calendar';
import { fitted, spread, type Interval, type Wish } from './asideModel';
import { dotsOf, markPath } from './dotsModel';
import { ASIDE, besideChange, frameOf, LABELS } from './frameModel';
import { bandPath, gapPaths, gapSpans, stepPaths, stretchesOf, type Stretch } from './stepsModel';

const START = dayOf('2025-01-01');
const scale = { from: START, until: START + 100, width: 1000, era: false };
const yOf = (value: number) => 100 - 20 * value;

describe('the frame of the chart', () => {
  it('stands under the instrument, with room for words beside it where it is wide', () => {
    expect(frameOf(1200, 500, true)).toMatchObject({ compact: false, left: LABELS, right: 1200 - ASIDE, top: 20, bottom: 498 });
    expect(frameOf(560, 500, true).compact).toBe(false);
    expect(frameOf(559, 500, true)).toMatchObject({ compact: true, left: 34, right: 555 });
  });

  it('has five grades a step apart, clear of head and foot; the foot is high where words stand in it', () => {
    for (const [height, words, head, foot] of [
      [500, true, 40, 112],
      [500, false, 40, 46],
      [360, true, 40, 46],
      [361, true, 40, 112],
      [290, false, 40, 46],
      [289, false, 26, 28],
    ] as const) {
      const frame = frameOf(1200, height, words);
      expect(frame.yOf(2)).toBe(20 + head);
      expect(frame.yOf(-2)).toBeCloseTo(height - 2 - foot, 9);
      expect(frame.yOf(0) - frame.yOf(1)).toBeCloseTo(frame.step, 9);
      expect(frame.wordsBottom).toBe(height - 26);
    }
    expect(frameOf(500, 500, true).yOf(-2)).toBeCloseTo(498 - 46, 9);
  });
});

describe('the name of a change', () => {
  const wide = frameOf(1400, 400, true);
  it('stands before its stretch where a line has room', () => {
    expect(besideChange(wide, 700, 800)).toEqual({ after: false, edge: 708, most: 700 - 8 - LABELS });
  });
  it('stands behind a stretch at the beginning', () => {
    expect(besideChange(wide, 220, 500)).toEqual({ after: true, edge: 508, most: 1400 - ASIDE - 508 });
  });
  it('stands before it on a phone where the stretch ends near the edge, and is no wider than there is room', () => {
    const narrow = frameOf(358, 350, false);
    expect(besideChange(narrow, 180, 310)).toEqual({ after: false, edge: 186, most: 138 });
  });
});

describe('words beside the chart', () => {
  const wishes = fc
    .array(fc.record({ at: fc.integer({ min: -50, max: 450 }), height: fc.integer({ min: 10, max: 40 }) }), { maxLength: 6 }) // prettier-ignore
    .map((list): Wish[] => list.map((wish, i) => ({ ...wish, key: `k${i}` })));
  const column: Interval = [0, 400];

  it('stand at their marks where there is room, are pushed apart where they would touch, and kept within', () => {
    expect(spread([{ key: 'a', at: 100, height: 20 }], column).get('a')).toBe(90);
    expect([...spread([{ key: 'b', at: 105, height: 20 }, { key: 'a', at: 100, height: 20 }], column)]).toEqual([['a', 90], ['b', 112]]); // prettier-ignore
    expect(spread([{ key: 'a', at: -30, height: 20 }], column).get('a')).toBe(0);
    expect(spread([{ key: 'a', at: 399, height: 20 }], column).get('a')).toBe(380);
    expect([...spread([{ key: 'a', at: 390, height: 20 }, { key: 'b', at: 395, height: 20 }], column)]).toEqual([['a', 358], ['b', 380]]); // prettier-ignore
  });

  it('never overlap while there is room for all', () => {
    fc.assert(
      fc.property(wishes, (list) => {
        const places = spread(list, column);
        const boxes = list.map(({ key, height }) => [places.get(key)!, places.get(key)! + height] as const).sort((a, b) => a[0] - b[0]); // prettier-ignore
        boxes.forEach(([top, bottom], i) => {
          expect(top).toBeGreaterThanOrEqual(0);
          expect(bottom).toBeLessThanOrEqual(400);
          if (i > 0) expect(top).toBeGreaterThanOrEqual(boxes[i - 1]![1] + 2);
        });
      }),
    );
  });

  it('are set where nothing is yet, as near as can be, in order of claim, or left out', () => {
    const wish = (key: string, at: number, height = 20): Wish => ({ key, at, height });
    expect([...fitted([wish('a', 100)], [], column)]).toEqual([['a', 90]]);
    expect([...fitted([wish('a', 100), wish('b', 101)], [], column)]).toEqual([['a', 90], ['b', 124]]); // prettier-ignore
    expect([...fitted([wish('a', 100)], [[80, 130]], column)]).toEqual([['a', 46]]);
    expect([...fitted([wish('a', 100)], [[0, 380]], column)]).toEqual([]);
    expect([...fitted([wish('a', 20)], [[0, 150]], column)]).toEqual([['a', 164]]);
    expect([...fitted([wish('a', 10)], [[0, 150]], column)]).toEqual([]);
    expect([...fitted([wish('a', 100, 500)], [], column)]).toEqual([]);
  });

  it('that were set touch neither what was there nor each other', () => {
    fc.assert(
      fc.property(wishes, fc.integer({ min: 0, max: 300 }), (list, from) => {
        const taken: Interval = [from, from + 60];
        const boxes = [taken];
        for (const [key, top] of fitted(list, [taken], column)) boxes.push([top, top + list.find((one) => one.key === key)!.height]); // prettier-ignore
        boxes.sort((a, b) => a[0] - b[0]);
        for (let i = 1; i < boxes.length; i++) expect(boxes[i]![0]).toBeGreaterThanOrEqual(boxes[i - 1]![1] + 14);
      }),
    );
  });
});

describe('marks of rows', () => {
  const line = (holder: string, after: number, score: number, more?: Line[4]): Line => [holder, 'c', new Date(Date.UTC(2025, 0, 1 + after)).toISOString().slice(0, 10), score, more]; // prettier-ignore
  const of = (lines: Line[]) => dotsOf(sliceRecord(smallRecord({ stances: lines }), ALL), [0, 2], 1, scale, 60);

  it('stand in the middle of their day, above the line of their grade for the first holder and below it for the second', () => {
    const { dots, radius, more } = of([line('a', 0, 1), line('b', 10, -2)]);
    expect(radius).toBe(4.3);
    expect(more).toEqual([]);
    expect(dots).toMatchObject([
      { holder: 0, grade: 1, x: 5, dy: -7.3, attributed: false, vague: null },
      { holder: 1, grade: -2, x: 105, dy: 7.3 },
    ]);
  });

  it('of one day and grade are stacked away from the line, and never cover each other', () => {
    const { dots } = of([line('a', 5, 1), line('a', 5, 1), line('b', 5, 1), line('a', 5, 0)]);
    expect(dots.map(({ dy }) => Math.round(dy * 10) / 10).sort((a, b) => a - b)).toEqual([-17.1, -7.3, -7.3, 7.3]);
  });

  it('shrink where a stack is high, and say how many find no room even so', () => {
    const stack = (n: number) => of(Array.from({ length: n }, () => line('a', 5, 1)));
    expect(stack(5).radius).toBe(4.3);
    expect(stack(6).radius).toBe(3.6);
    const { dots, more } = stack(40);
    expect(more).toHaveLength(1);
    expect(dots.length + more[0]!.n).toBe(40);
    expect(more[0]!.grade).toBe(1);
  });

  it('tell what others say of the holder, and dates that are vague', () => {
    const { dots } = of([line('a', 0, 1, { basis: 'attribution' }), ['a', 'c', '2025-01', 1], ['a', 'c', '2024-12-30/2025-01-03', 1]]); // prettier-ignore
    expect(dots.map(({ attributed }) => attributed)).toContain(true);
    expect(dots.map(({ vague }) => vague)).toContainEqual([0, 310]);
    expect(dots.filter(({ vague }) => vague === null)).toHaveLength(1);
  });

  it('leave out what the window does not hold', () => {
    expect(of([line('a', -1, 1), line('a', 100, 1)]).dots).toEqual([]);
    expect(of([line('a', 0, 1), line('a', 99, 1)]).dots).toHaveLength(2);
  });

  it('are a disc, a square and a triangle around their middle', () => {
    expect(markPath('square', 10)).toBe('M-9,-9H9V9H-9Z');
    expect(markPath('triangle', 10)).toBe('M0,-11.5L11,8.5H-11Z');
    expect(markPath('disc', 10)).toBe('M-10,0a10,10 0 1 0 20,0a10,10 0 1 0 -20,0Z');
  });
});

describe('the running stance as steps', () => {
  const running = runStances(
    sliceRecord(smallRecord({ stances: [['a', 'b', '2025-01-11', 1], ['a', 'b', '2025-01-21', -1]] }), ALL), // prettier-ignore
    { mode: 'latest', halfLife: 10, from: START },
  );

  it('stands still between rows, lighter once it has been silent for two half-lives, and is cut at the window', () => {
    expect(stretchesOf(running, 0, START, START + 100)).toEqual([
      { from: START + 10, until: START + 20, value: 1, stale: false },
      { from: START + 20, until: START + 41, value: -1, stale: false },
      { from: START + 41, until: START + 100, value: -1, stale: true },
    ]);
    expect(stretchesOf(running, 0, START + 15, START + 30)).toEqual([
      { from: START + 15, until: START + 20, value: 1, stale: false },
      { from: START + 20, until: START + 30, value: -1, stale: false },
    ]);
    expect(stretchesOf(running, 0, START, START + 10)).toEqual([]);
  });

  const stretch = (from: number, until: number, value: number, stale = false): Stretch => ({ from: START + from, until: START + until, value, stale }); // prettier-ignore

  it('rises in the middle of the day of the row, runs to the edges, and breaks where nothing is known', () => {
    expect(stepPaths([stretch(0, 20, 1), stretch(20, 100, -1)], scale, yOf)).toEqual({
      fresh: 'M0,80V80H205V120H1000',
      stale: '',
    });
    expect(stepPaths([stretch(0, 20, 1), stretch(20, 100, 1, true)], scale, yOf)).toEqual({ fresh: 'M0,80V80H205', stale: 'M205,80V80H1000' }); // prettier-ignore
    expect(stepPaths([stretch(0, 20, 1), stretch(30, 40, -1)], scale, yOf).fresh).toBe('M0,80V80H205M305,120V120H405');
  });

  it('has a box for the interval of each step that the window shows', () => {
    const band = (day: number, low: number, high: number) => ({ day: START + day, value: 0, effective: 1, n: 1, band: [low, high] as [number, number] }); // prettier-ignore
    expect(bandPath([band(-9, -1, 1), band(20, 0, 2)], scale, yOf)).toBe('M0,80H205V120H0ZM205,60H1000V100H205Z');
    expect(bandPath([band(-9, -1, 1), band(0, 0, 2)], scale, yOf)).toBe('M0,60H1000V100H0Z');
    expect(bandPath([band(100, -1, 1)], scale, yOf)).toBe('');
  });

  it('has a gap where two have both spoken, and only there', () => {
    const spans = gapSpans([stretch(0, 20, 1), stretch(20, 50, 2)], [stretch(10, 30, -1), stretch(30, 90, 0, true)]);
    expect(spans.map(({ from, until, a, b, stale }) => [from - START, until - START, a, b, stale])).toEqual([
      [10, 20, 1, -1, false],
      [20, 30, 2, -1, false],
      [30, 50, 2, 0, true],
    ]);
    expect(gapSpans([stretch(0, 10, 1)], [stretch(10, 20, 1)])).toEqual([]);
    expect(gapSpans([], [stretch(10, 20, 1)])).toEqual([]);
  });

  it('draws the gap as an area, with rungs where neither has fallen silent, and nothing where the two agree', () => {
    const span = (a: number, b: number, stale = false) => ({ from: START + 10, until: START + 12, a, b, stale });
    expect(gapPaths([span(1, -1)], scale, yOf)).toEqual({ fresh: 'M105,80H125V120H105Z', stale: '', rungs: 'M108,80V120M114,80V120M120,80V120' }); // prettier-ignore
    expect(gapPaths([span(1, -1, true)], scale, yOf)).toEqual({ fresh: '', stale: 'M105,80H125V120H105Z', rungs: '' });
    expect(gapPaths([span(1, 1)], scale, yOf)).toEqual({ fresh: '', stale: '', rungs: '' });
  });
});
