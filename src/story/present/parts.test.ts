import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fewest, partOf, partsIn, talkScale, turnTo } from './parts';

describe('a scene that is too long for its screen', () => {
  it('has as many parts as its words take columns, and one at least', () => {
    expect([0, 500, 1040, 1580].map((reach) => partsIn(reach, 500))).toEqual([1, 1, 2, 3]);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 200, max: 1600 }), (parts, width) => {
        expect(partsIn(parts * width + (parts - 1) * 40, width)).toBe(parts);
      }),
    );
  });

  it('shows the part in which a thing begins', () => {
    expect([0, 499, 540, 1080, 1579, -5].map((left) => partOf(left, 500))).toEqual([1, 1, 2, 3, 3, 1]);
  });

  it('is turned part by part, and then to the scene beside it', () => {
    expect(turnTo(1, { n: 4, part: 1, parts: 2 })).toEqual({ part: 2 });
    expect(turnTo(1, { n: 4, part: 2, parts: 2 })).toEqual({ scene: 5 });
    expect(turnTo(-1, { n: 4, part: 2, parts: 2 })).toEqual({ part: 1 });
    expect(turnTo(-1, { n: 4, part: 1, parts: 2 })).toEqual({ scene: 3 });
  });

  it('is set a little smaller where that saves a part, and no smaller than that takes', () => {
    const settled = (taken: (size: number) => number) => {
      let size = 0;
      const parts = fewest((asked) => taken((size = asked)));
      return { size, parts };
    };
    expect(settled(() => 2)).toEqual({ size: 1, parts: 2 });
    expect(settled((size) => (size < 0.9 ? 2 : 3))).toEqual({ size: 0.88, parts: 2 });
    expect(settled((size) => (size < 1 ? 1 : 2))).toEqual({ size: 0.94, parts: 1 });
  });

  it('has a picture that grows with its words', () => {
    expect([390, 1280, 1920, 3840].map(talkScale)).toEqual([1.2, 1.28, 1.92, 2.4]);
  });
});
