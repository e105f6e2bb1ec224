import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LENGTH, pitchOf, tonesOf } from './soundModel';

describe('a line for the ear', () => {
  it('is 440 Hz at nought, an octave up at +2 and an octave down at −2', () => {
    expect([pitchOf(0), pitchOf(2), pitchOf(-2)]).toEqual([440, 880, 220]);
    expect(pitchOf(1) / pitchOf(0)).toBeCloseTo(pitchOf(0) / pitchOf(-1));
  });

  it('stands still between two rows, is softer where it has long been silent, and silent where nothing is known', () => {
    const line = [
      { from: 10, until: 20, value: -2, stale: false },
      { from: 20, until: 30, value: 0, stale: true },
      { from: 50, until: 60, value: 2, stale: false },
    ];
    expect(tonesOf(line, [0, 100], 10)).toEqual([
      { start: 1, end: 2, pitch: 220, soft: false },
      { start: 2, end: 3, pitch: 440, soft: true },
      { start: 5, end: 6, pitch: 880, soft: false },
    ]);
    // What lies before the window and after it is not heard.
    expect(tonesOf(line, [15, 55], 40).map(({ start, end }) => [start, end])).toEqual([
      [0, 5],
      [5, 15],
      [35, 40],
    ]);
    expect(tonesOf(line, [70, 80])).toEqual([]);
  });

  it('takes as long for any window, and two tones of a line never sound at once', () => {
    const stretches = fc
      .array(fc.tuple(fc.integer({ min: 1, max: 400 }), fc.double({ min: -2, max: 2, noNaN: true }), fc.boolean()), {
        minLength: 1,
      })
      .map((parts) => {
        let day = 0;
        return parts.map(([length, value, stale]) => ({ from: day, until: (day += length), value, stale }));
      });
    fc.assert(
      fc.property(stretches, (line) => {
        const tones = tonesOf(line, [0, line.at(-1)?.until ?? 1]);
        expect(tones.at(-1)?.end).toBeCloseTo(LENGTH);
        tones.forEach(({ start }, i) => expect(start).toBeGreaterThanOrEqual(tones[i - 1]?.end ?? 0));
      }),
    );
  });
});
