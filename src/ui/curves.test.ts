import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { curveBetween, lengthOf, loopAt, pointOn, px, spine, tangentOn, trimmed } from './curves';

const spot = fc.record({ x: fc.integer({ min: -500, max: 500 }), y: fc.integer({ min: -500, max: 500 }) });
const curves = fc
  .tuple(spot, spot, fc.double({ min: -0.4, max: 0.4, noNaN: true }))
  .filter(([a, b]) => Math.hypot(a.x - b.x, a.y - b.y) > 60)
  .map(([a, b, bend]) => curveBetween(a, b, bend));

describe('the course of a line', () => {
  it('bends to the left of travel on a screen whose y runs down, by a share of its length', () => {
    expect(curveBetween({ x: 0, y: 0 }, { x: 100, y: 0 }, 0.2).c).toEqual({ x: 50, y: -20 });
    expect(curveBetween({ x: 100, y: 0 }, { x: 0, y: 0 }, 0.2).c).toEqual({ x: 50, y: 20 });
    expect(curveBetween({ x: 10, y: 20 }, { x: 10, y: 120 }, 0.1).c).toEqual({ x: 20, y: 70 });
  });

  it('runs from its start to its end, through what its control point pulls it to', () => {
    const curve = curveBetween({ x: 10, y: 20 }, { x: 110, y: 60 }, 0.3);
    expect(pointOn(curve, 0)).toEqual(curve.a);
    expect(pointOn(curve, 1)).toEqual(curve.b);
    expect(pointOn(curve, 0.5)).toEqual({
      x: 0.25 * 10 + 0.5 * curve.c.x + 0.25 * 110,
      y: 0.25 * 20 + 0.5 * curve.c.y + 0.25 * 60,
    });
  });

  it('has a tangent that is the way it goes', () => {
    fc.assert(
      fc.property(curves, fc.double({ min: 0.05, max: 0.95, noNaN: true }), (curve, t) => {
        const [from, to] = [pointOn(curve, t - 1e-4), pointOn(curve, t + 1e-4)];
        const far = Math.hypot(to.x - from.x, to.y - from.y);
        const { x, y } = tangentOn(curve, t);
        expect(x).toBeCloseTo((to.x - from.x) / far, 4);
        expect(y).toBeCloseTo((to.y - from.y) / far, 4);
      }),
      { numRuns: 60 },
    );
    const nowhere = { x: 5, y: 5 };
    expect(tangentOn({ a: nowhere, b: nowhere, c: nowhere }, 0.5)).toEqual({ x: 0, y: 0 });
  });

  it('is as long as many short chords', () => {
    fc.assert(
      fc.property(curves, (curve) => {
        let length = 0;
        for (let i = 0; i < 2000; i++) {
          const [from, to] = [pointOn(curve, i / 2000), pointOn(curve, (i + 1) / 2000)];
          length += Math.hypot(to.x - from.x, to.y - from.y);
        }
        expect(Math.abs(lengthOf(curve) / length - 1)).toBeLessThan(0.002);
      }),
      { numRuns: 20 },
    );
  });

  it('is cut along itself: what is left lies on it, between the shares that were cut off', () => {
    fc.assert(
      fc.property(curves, fc.nat(20), fc.nat(20), fc.double({ min: 0, max: 1, noNaN: true }), (curve, from, to, share) => {
        const length = lengthOf(curve);
        const [t0, t1] = [from / length, 1 - to / length];
        const cut = trimmed(curve, from, to);
        const expected = pointOn(curve, t0 + share * (t1 - t0));
        const found = pointOn(cut, share);
        expect(found.x).toBeCloseTo(expected.x, 6);
        expect(found.y).toBeCloseTo(expected.y, 6);
      }),
      { numRuns: 80 },
    );
  });

  it('keeps its middle however much is to be cut', () => {
    const line = curveBetween({ x: 0, y: 0 }, { x: 100, y: 0 }, 0);
    const { a, b } = trimmed(line, 900, 900);
    expect([a.x, b.x]).toEqual([expect.closeTo(45, 9), expect.closeTo(55, 9)]);
    expect(trimmed(line, 0, 0)).toEqual(line);
  });

  it('is written to a tenth of a pixel', () => {
    expect([0.04, 0.05, -12.26].map(px)).toEqual([0, 0.1, -12.3]);
    expect(spine({ a: { x: 0.04, y: 1 }, c: { x: 2.26, y: 3 }, b: { x: 4, y: 5.5 } })).toBe('M0,1Q2.3,3 4,5.5');
  });
});

describe('a loop', () => {
  const loop = loopAt({ x: 100, y: 50 }, -Math.PI / 2);

  it('leaves its node and comes back to it, and reaches to the side that it points to', () => {
    expect([pointOn(loop, 0), pointOn(loop, 1)]).toEqual([
      { x: 100, y: 50 },
      { x: 100, y: 50 },
    ]);
    const top = pointOn(loop, 0.5);
    expect(top.x).toBeCloseTo(100, 9);
    expect(50 - top.y).toBeGreaterThan(25);
    expect(50 - top.y).toBeLessThan(40);
    expect([pointOn(loop, 0.25).x < 100, pointOn(loop, 0.75).x > 100]).toEqual([true, true]);
  });

  it('has a tangent, a length and parts like any other course', () => {
    const turned = fc.double({ min: -3, max: 3, noNaN: true });
    const share = fc.double({ min: 0.05, max: 0.95, noNaN: true });
    fc.assert(
      fc.property(turned, share, (angle, t) => {
        const course = loopAt({ x: 10, y: -20 }, angle);
        const [from, to] = [pointOn(course, t - 1e-4), pointOn(course, t + 1e-4)];
        const far = Math.hypot(to.x - from.x, to.y - from.y);
        const { x, y } = tangentOn(course, t);
        expect([x, y]).toEqual([expect.closeTo((to.x - from.x) / far, 4), expect.closeTo((to.y - from.y) / far, 4)]);
        const length = lengthOf(course);
        const cut = trimmed(course, 11, 12);
        const expected = pointOn(course, 11 / length + t * (1 - 23 / length));
        const found = pointOn(cut, t);
        expect([found.x, found.y]).toEqual([expect.closeTo(expected.x, 6), expect.closeTo(expected.y, 6)]);
      }),
      { numRuns: 60 },
    );
  });

  it('is written as a cubic', () => {
    expect(spine({ a: { x: 0, y: 1 }, c: { x: 2.26, y: 3 }, d: { x: 5, y: 6 }, b: { x: 4, y: 5.5 } })).toBe(
      'M0,1C2.3,3 5,6 4,5.5',
    );
  });
});
