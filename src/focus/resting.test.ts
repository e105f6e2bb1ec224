import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Resting } from './resting.svelte';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Steps a day every `every` ms and says where the resting day stood after each. */
function scrub(resting: Resting, steps: number, every: number): number[] {
  return Array.from({ length: steps }, (_, i) => {
    vi.advanceTimersByTime(every);
    resting.move(i + 1);
    return resting.day;
  });
}

describe('the day on which the hand rests', () => {
  it('follows a single step, and steps with a pause between them, at once', () => {
    expect(scrub(new Resting(0), 4, 150)).toEqual([1, 2, 3, 4]);
  });

  it('stays behind steps that follow each other quickly, and comes after them once the hand is still', () => {
    const resting = new Resting(0);
    expect(scrub(resting, 5, 149)).toEqual([1, 1, 1, 1, 1]);
    vi.advanceTimersByTime(149);
    expect(resting.day).toBe(1);
    vi.advanceTimersByTime(1);
    expect(resting.day).toBe(5);
  });

  it('is never more than sixty steps behind a hand that does not pause', () => {
    const days = scrub(new Resting(0), 200, 16);
    expect(Math.max(...days.map((day, i) => i + 1 - day))).toBe(60);
    expect([...new Set(days)]).toEqual([1, 62, 123, 184]);
  });

  it('stands where it is set, and what waited is forgotten', () => {
    const resting = new Resting(0);
    scrub(resting, 3, 20);
    resting.set(40);
    vi.advanceTimersByTime(5000);
    expect(resting.day).toBe(40);
    resting.move(41);
    expect(resting.day).toBe(41);
  });

  it('waits for frames where a machine is slow to draw them, and not for ever in a page that draws none', () => {
    const frames = new Map<number, () => void>();
    let asked = 0;
    vi.stubGlobal('requestAnimationFrame', (draw: () => void) => {
      frames.set(++asked, draw);
      return asked;
    });
    vi.stubGlobal('cancelAnimationFrame', (frame: number) => frames.delete(frame));
    const draw = () => {
      const [[frame, drawn] = [0, () => undefined]] = frames;
      frames.delete(frame);
      drawn();
    };
    const resting = new Resting(0);
    scrub(resting, 2, 20);
    vi.advanceTimersByTime(900);
    for (let i = 0; i < 11; i++) draw();
    expect(resting.day).toBe(1);
    draw();
    expect(resting.day).toBe(2);
    scrub(resting, 2, 20);
    vi.advanceTimersByTime(1149);
    expect(resting.day).toBe(1);
    vi.advanceTimersByTime(1);
    expect(resting.day).toBe(2);
    expect(frames.size).toBe(0);
  });
});
