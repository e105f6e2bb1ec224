import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextHandout } from './saveFile';

/** When each of `wishes` (ms, in order) is handed out. */
function handedOut(wishes: readonly number[]): number[] {
  const times: number[] = [];
  for (const now of wishes) times.push(nextHandout(times, now));
  return times;
}

describe('files that are saved in quick order', () => {
  it('hands out the first eight at once, the next when the first of them is 1.2 s old', () => {
    expect(handedOut(Array.from({ length: 10 }, () => 500))).toEqual([...Array.from({ length: 8 }, () => 500), 1700, 1700]);
  });

  it('does not keep a single file waiting', () => {
    expect(nextHandout([], 40)).toBe(40);
    expect(nextHandout([0, 0, 0, 0, 0, 0, 0, 0], 1_300)).toBe(1_300);
  });

  it('keeps their order, loses none, and never hands out more than eight within 1.2 s', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 4_000 }), { minLength: 1, maxLength: 40 }), (wishes) => {
        const now = [...wishes].sort((a, b) => a - b);
        const times = handedOut(now);
        expect(times).toHaveLength(now.length);
        times.forEach((time, i) => {
          expect(time).toBeGreaterThanOrEqual(now[i] ?? 0);
          if (i > 0) expect(time).toBeGreaterThanOrEqual(times[i - 1] ?? 0);
          if (i >= 8) expect(time - (times[i - 8] ?? 0)).toBeGreaterThanOrEqual(1_200);
        });
      }),
    );
  });
});
