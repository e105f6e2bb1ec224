import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { borderOf, dashOf, FOCUS_WEIGHT, lineParts, opacityOf, SCREENS, STROKES, widthOf } from './lines';
import { curveBetween, lengthOf, pointOn, tangentOn, trimmed, type Curve } from './curves';
import { lineEnd, teeth } from './lines';
import { gradeOf, type Grade } from '../words/scores';
import { GRADE_TOKENS } from './marks';

const GRADES: readonly Grade[] = [-2, -1, 0, 1, 2];
const course = curveBetween({ x: 0, y: 100 }, { x: 200, y: 40 }, 0.15);

/** Pairs of points of a path of short lines: `M1,2L3,4…`. */
const strokes = (path: string) =>
  [...path.matchAll(/M([-\d.]+),([-\d.]+)L([-\d.]+),([-\d.]+)/g)].map((m) => ({
    foot: { x: Number(m[1]), y: Number(m[2]) },
    tip: { x: Number(m[3]), y: Number(m[4]) },
  }));

/** The point of a curve nearest to another, with its share of the way. */
function nearest(curve: Curve, { x, y }: { x: number; y: number }) {
  let best = { t: 0, far: Infinity };
  for (let t = 0; t <= 1; t += 0.002) {
    const p = pointOn(curve, t);
    const far = Math.hypot(p.x - x, p.y - y);
    if (far < best.far) best = { t, far };
  }
  return best;
}

describe('what each grade is told by', () => {
  test.each([
    [-2, { dash: null, teeth: true, core: false, filled: false }],
    [-1, { dash: '6 3', teeth: false, core: false, filled: false }],
    [0, { dash: '0.1 4', teeth: false, core: false, filled: false }],
    [1, { dash: null, teeth: false, core: false, filled: true }],
    [2, { dash: null, teeth: false, core: true, filled: true }],
  ] as const)('%i', (grade, told) => {
    const parts = lineParts(course, grade);
    expect({ dash: parts.dash, teeth: parts.teeth !== '', core: parts.core > 0, filled: parts.endFilled }).toEqual(told);
    expect(parts.round).toBe(grade === 0);
    expect(parts.grade).toBe(grade);
  });

  it('is told apart without colour: no two grades have the same stroke and end', () => {
    const told = GRADES.map((grade) => JSON.stringify(STROKES[grade]));
    expect(new Set(told).size).toBe(5);
  });

  it('is a bar for what is negative, a ring for mixed, an arrow for what is positive', () => {
    expect(GRADES.map((grade) => STROKES[grade].end)).toEqual(['bar', 'bar', 'ring', 'arrow', 'arrow']);
    const line = curveBetween({ x: 0, y: 0 }, { x: 100, y: 0 }, 0);
    expect(lineEnd(line, -1, 10)).toBe('M100,4.6L100,-4.6');
    expect(lineEnd(line, 1, 10)).toBe('M100,0L90,4.2L90,-4.2Z');
    expect(lineEnd(line, 0, 10)).toMatch(/^M94,0a3,3 /);
  });

  it('has neither teeth nor an end for a tie, which runs both ways', () => {
    for (const grade of [-1, 0, 1] as const) {
      const parts = lineParts(course, grade, { directed: false });
      expect([parts.teeth, parts.end]).toEqual(['', '']);
      expect(parts.dash).toBe(dashOf(grade));
    }
    expect(lineParts(course, -2, { directed: false }).teeth).toBe('');
  });
});

describe('teeth', () => {
  it('stand on the right of whoever speaks, whichever way the line runs and bends', () => {
    const point = fc.record({ x: fc.integer({ min: 0, max: 900 }), y: fc.integer({ min: 0, max: 600 }) });
    fc.assert(
      fc.property(point, point, fc.double({ min: -0.26, max: 0.26, noNaN: true }), (a, b, bend) => {
        fc.pre(Math.hypot(a.x - b.x, a.y - b.y) > 40);
        const curve = curveBetween(a, b, bend);
        const found = strokes(teeth(curve));
        expect(found.length).toBe(Math.floor(lengthOf(curve) / 5) - 1);
        for (const { foot, tip } of found) {
          const { t, far } = nearest(curve, foot);
          expect(far).toBeLessThan(1.5);
          const along = tangentOn(curve, t);
          // On a screen, whose y runs down, a positive cross product turns right.
          expect(along.x * (tip.y - foot.y) - along.y * (tip.x - foot.x)).toBeGreaterThan(3.9);
          expect(Math.hypot(tip.x - foot.x, tip.y - foot.y)).toBeCloseTo(4.2, 0);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('point down from a line that runs to the right', () => {
    const [first] = strokes(teeth(curveBetween({ x: 0, y: 0 }, { x: 100, y: 0 }, 0)));
    expect(first).toEqual({ foot: { x: 5, y: 0 }, tip: { x: 5, y: 4.2 } });
  });
});

describe('where a grade begins', () => {
  test.each([
    [-2, -2],
    [-1.5, -2],
    [-1.4, -1],
    [-0.5, -1],
    [-0.4, 0],
    [0, 0],
    [0.4, 0],
    [0.5, 1],
    [1.4, 1],
    [1.5, 2],
    [2, 2],
  ])('%d is %i', (value, grade) => expect(gradeOf(value)).toBe(grade));

  it('is the same on both sides of zero', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -2, max: 2, noNaN: true }),
        (value) => gradeOf(-value) === -gradeOf(value) || gradeOf(value) === 0,
      ),
    );
  });
});

describe('weight', () => {
  it('grows with strength and with evidence, between 1.1 and 2 px', () => {
    const value = fc.double({ min: -2, max: 2, noNaN: true });
    const rows = fc.double({ min: 1, max: 200, noNaN: true });
    fc.assert(
      fc.property(value, value, rows, rows, (a, b, few, many) => {
        const [weak, strong] = Math.abs(a) <= Math.abs(b) ? [a, b] : [b, a];
        const [less, more] = few <= many ? [few, many] : [many, few];
        expect(widthOf(strong, less)).toBeGreaterThanOrEqual(widthOf(weak, less));
        expect(widthOf(weak, more)).toBeGreaterThanOrEqual(widthOf(weak, less));
        expect(widthOf(a, few)).toBe(widthOf(-a, few));
      }),
    );
    expect(widthOf(0, 1)).toBe(1.1);
    expect(widthOf(2, 16)).toBe(2);
    expect(widthOf(2, 1)).toBe(1.7);
    expect(widthOf(0, 16)).toBe(1.4);
  });

  it('is the plain one for a tie', () => expect(widthOf(1, Infinity)).toBe(1.7));

  it('makes every part of a line in focus heavier', () => {
    for (const grade of GRADES) {
      const plain = lineParts(course, grade, { width: 1.5 });
      const heavy = lineParts(course, grade, { width: 1.5, weight: FOCUS_WEIGHT });
      expect(heavy.width).toBeCloseTo(plain.width * 1.9);
      expect(heavy.casing).toBeCloseTo(heavy.width + 3);
      expect(heavy.teethWidth).toBeGreaterThan(plain.teethWidth);
      expect(heavy.endWidth).toBeGreaterThan(plain.endWidth);
      if (plain.dash) expect(heavy.dash).not.toBe(plain.dash);
    }
    const [small, large] = [lineParts(course, -2), lineParts(course, -2, { weight: FOCUS_WEIGHT })].map(({ teeth: path }) => {
      const { foot, tip } = strokes(path)[0]!;
      return Math.hypot(tip.x - foot.x, tip.y - foot.y);
    });
    expect(large!).toBeGreaterThan(small! * 1.3);
  });

  it('keeps dots round and parts dashes as far as they grow', () => {
    expect(dashOf(0, FOCUS_WEIGHT)).toBe('0.1 6.5');
    expect(dashOf(-1, FOCUS_WEIGHT)).toBe('9.7 4.8');
    expect(dashOf(2, FOCUS_WEIGHT)).toBeNull();
  });

  it('leaves ground within a double line, and more of it outside', () => {
    const { core, width, casing } = lineParts(course, 2, { width: 2 });
    expect([core, width, casing]).toEqual([2, 5, 8]);
  });
});

it('stops short of an arrow’s tip, and runs to a bar and a ring', () => {
  const end = (grade: Grade) =>
    lineParts(course, grade)
      .spine.match(/ ([-\d.]+),([-\d.]+)$/)!
      .slice(1)
      .map(Number);
  const far = (grade: Grade) => Math.hypot(end(grade)[0]! - course.b.x, end(grade)[1]! - course.b.y);
  expect(far(1)).toBeGreaterThan(5);
  expect(far(1)).toBeLessThan(8);
  expect(far(-1)).toBeLessThan(0.1);
  expect(far(0)).toBeLessThan(0.1);
  expect(trimmed(course, 0, 0).b).toEqual(course.b);
});

describe('strength', () => {
  const asIs = { full: false, contrast: false };
  const sound = { thin: false, stale: false };
  const looks = [sound, { thin: false, stale: true }, { thin: true, stale: false }, { thin: true, stale: true }];

  it('falls with thin evidence, with silence, and beside what is looked at', () => {
    expect(looks.map((look) => opacityOf(look, '', asIs))).toEqual([0.72, 0.72 * 0.75, 0.38, 0.38 * 0.75]);
    for (const look of looks) {
      const by = (['lit', '', 'faint', 'faded'] as const).map((emphasis) => opacityOf(look, emphasis, asIs));
      expect(by[0]).toBe(1);
      expect(by[1]).toBeLessThan(1);
      expect(by[2]).toBeCloseTo(by[1]! * 0.4);
      expect(by[3]).toBe(0.12);
    }
  });

  it('is full where the reader or the system asks for it, but for what is faded', () => {
    for (const look of looks) {
      for (const emphasis of ['lit', '', 'faint'] as const) {
        expect(opacityOf(look, emphasis, { full: true, contrast: false })).toBe(1);
        expect(opacityOf(look, emphasis, { full: false, contrast: true })).toBe(1);
      }
      expect(opacityOf(look, 'faded', { full: true, contrast: false })).toBe(0.12);
      expect(opacityOf(look, 'faded', { full: false, contrast: true })).toBe(0.3);
    }
  });
});

describe('the style sheet', () => {
  const tokens = readFileSync('src/ui/tokens.css', 'utf8');
  const token = (name: string) => new RegExp(`--${name}: ([^;]+);`).exec(tokens)?.[1];

  it('strokes the foot of a cell as the line of its grade', () => {
    for (const grade of GRADES) expect(token(`stroke-${GRADE_TOKENS[grade]}`)).toBe(borderOf(grade));
    expect(GRADES.map(borderOf)).toEqual(['solid', 'dashed', 'dotted', 'solid', 'double']);
  });

  it('screens negative areas as the map and the key do', () => {
    expect(token('screen-n2')).toBe(`${SCREENS[-2]}px`);
    expect(token('screen-n1')).toBe(`${SCREENS[-1]}px`);
    // Closer for what is stronger.
    expect(SCREENS[-2]).toBeLessThan(SCREENS[-1]);
  });
});
