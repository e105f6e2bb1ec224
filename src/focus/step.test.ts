import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, isoOf } from '../words/day';
import { addStep } from './step';

describe('a step of the clock', () => {
  it('keeps to the calendar by months', () => {
    expect(isoOf(addStep(dayOf('2025-01-31'), 'month', 1))).toBe('2025-02-28');
    expect(isoOf(addStep(dayOf('2024-01-31'), 'month', 1))).toBe('2024-02-29');
    expect(isoOf(addStep(dayOf('2026-01-15'), 'month', -1))).toBe('2025-12-15');
  });

  it('always moves the way it is told', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -100_000, max: 100_000 }),
        fc.constantFrom('day' as const, 'week' as const, 'month' as const),
        (day, step) => {
          expect(addStep(day, step, 1)).toBeGreaterThan(day);
          expect(addStep(day, step, -1)).toBeLessThan(day);
        },
      ),
    );
  });
});
