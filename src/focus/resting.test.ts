import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Resting } from './resting.svelte';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Steps a day every `every` ms and says where the resting day stood after each. */
function scrub(resting: Resting, steps: number, every: number): number[] {
  return Array.from({ length: steps }, (_, i) => {
    vi.advanceTimersByTime(every);
    resting.move(i + 1, performance.now());
    return resting.day;
  });
}

describe('the day on which the hand rests', () => {
  it('follows a single step, and steps with a pause between them, at once', () => {
    expect(scrub(new Resting(0), 4, 250)).toEqual([1, 2, 3, 4]);
  });

  it('stays behind steps that follow each other quickly, and comes after them once the hand is still', () => {
    const resting = new Resting(0);
    expect(scrub(resting, 5, 249)).toEqual([1, 1, 1, 1, 1]);
    vi.advanceTimersByTime(249);
    expect(resting.day).toBe(1);
    vi.advanceTimersByTime(1);
    expect(resting.day).toBe(5);
  });

  it('is never more than a second behind a hand that does not pause', () => {
    const days = scrub(new Resting(0), 300, 16);
    const behind = days.map((day, i) => (i + 1 - day) * 16);
    expect(Math.max(...behind)).toBeGreaterThan(900);
    expect(Math.max(...behind)).toBeLessThanOrEqual(1000 + 16);
    expect(new Set(days).size).toBe(5);
  });

  it('stands where it is set, and what waited is forgotten', () => {
    const resting = new Resting(0);
    scrub(resting, 3, 20);
    resting.set(40);
    vi.advanceTimersByTime(5000);
    expect(resting.day).toBe(40);
  });
});
