import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addStep, secondsOf, speedOf, stepFor } from './step';
import { STEPS } from './view';
import { dayOf, isoOf } from '../words/calendar';

describe('a step of the clock', () => {
  it('keeps to the calendar by months', () => {
    expect(isoOf(addStep(dayOf('2025-01-31'), 'month', 1))).toBe('2025-02-28');
    expect(isoOf(addStep(dayOf('2024-01-31'), 'month', 1))).toBe('2024-02-29');
    expect(isoOf(addStep(dayOf('2026-01-15'), 'month', -1))).toBe('2025-12-15');
  });

  it('keeps to the calendar by years and decades, over the beginning of our era too', () => {
    expect(isoOf(addStep(dayOf('2024-02-29'), 'year', 1))).toBe('2025-02-28');
    expect(isoOf(addStep(dayOf('1907-12-31'), 'decade', -1))).toBe('1897-12-31');
    expect(isoOf(addStep(dayOf('0001-06-01'), 'year', -1))).toBe('0000-06-01');
    expect(isoOf(addStep(dayOf('-0003-06-01'), 'decade', 1))).toBe('0007-06-01');
  });

  it('always moves the way it is told', () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000, max: 100_000 }), fc.constantFrom(...STEPS), (day, step) => {
        expect(addStep(day, step, 1)).toBeGreaterThan(day);
        expect(addStep(day, step, -1)).toBeLessThan(day);
      }),
    );
  });
});

describe('a step that suits a window', () => {
  it.each([
    [0, 'day'],
    [60, 'day'],
    [61, 'week'],
    [1100, 'week'],
    [1101, 'month'],
    [5500, 'month'],
    [5501, 'year'],
    [60_000, 'year'],
    [60_001, 'decade'],
  ] as const)('of %i days is a %s', (days, step) => {
    expect(stepFor(1000, 1000 + days)).toBe(step);
  });

  it('plays the great powers within a minute', () => {
    const [from, to] = [dayOf('1872-01-01'), dayOf('1914-12-31')];
    expect(stepFor(from, to)).toBe('year');
    expect(secondsOf(from, to, 'year', 2)).toBeCloseTo(21.5, 1);
  });
});

describe('seconds for the whole window', () => {
  it('are what the speed gives, and give the speed', () => {
    expect(secondsOf(0, 70, 'week', 2)).toBe(5);
    expect(speedOf(0, 70, 'week', 5)).toBe(2);
    fc.assert(
      fc.property(fc.integer({ min: 400, max: 4000 }), fc.integer({ min: 5, max: 120 }), (days, seconds) => {
        const speed = speedOf(0, days, 'week', seconds);
        if (speed > 0.25 && speed < 60) expect(secondsOf(0, days, 'week', speed)).toBeCloseTo(seconds, 0);
      }),
    );
  });

  it('keep to the slowest and the fastest play', () => {
    expect(speedOf(0, 7, 'week', 1000)).toBe(0.25);
    expect(speedOf(0, 100_000, 'day', 1)).toBe(60);
    expect(speedOf(0, 70, 'week', 0)).toBe(60);
  });
});
