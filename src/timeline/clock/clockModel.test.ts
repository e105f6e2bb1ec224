import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smallRecord } from '../../testing/smallRecord';
import { readingWords, speedWords, windowPresets, zoomed } from './clockModel';
import { moveCursor, soundCursor, type Track } from './cursorModel';
import { dayOf, isoOf } from '../../words/calendar';

const record = smallRecord({
  stances: [
    ['x', 'y', '2020-05-01', 1],
    ['x', 'y', '2026-05-01', 1],
  ],
});

describe('windows by name', () => {
  it('offer the whole record, the year and the days before the date', () => {
    const presets = windowPresets(record, dayOf('2025-03-31'));
    expect(presets.map(({ from, to }) => `${isoOf(from)} ${isoOf(to)}`)).toEqual([
      '2020-05-01 2026-05-01',
      '2025-01-01 2025-12-31',
      '2024-04-01 2025-03-31',
      '2025-01-01 2025-03-31',
    ]);
  });

  it('begin with the window that the dataset opens in', () => {
    const own = { ...record, meta: { ...record.meta, view: 'from=2025-01-01&to=2026-01-31&at=2026-01-26' } };
    expect(isoOf(windowPresets(own, 0)[0]!.to)).toBe('2026-01-31');
  });
});

describe('zooming', () => {
  it('keeps the date where it stands', () => {
    expect(zoomed(0, 399, 100, 0.5, [0, 399])).toEqual({ from: 50, to: 249 });
  });

  it('goes down to the date itself, and back up from there', () => {
    expect(zoomed(99, 101, 100, 0.5, [0, 400])).toEqual({ from: 100, to: 100 });
    expect(zoomed(100, 100, 100, 0.5, [0, 400])).toEqual({ from: 100, to: 100 });
    const { from, to } = zoomed(100, 100, 100, 1.5, [0, 400]);
    expect(to - from + 1).toBe(2);
  });

  it('always shows more days or fewer, with the date among them', () => {
    const window = fc.tuple(fc.integer({ min: 1, max: 4000 }), fc.nat({ max: 3999 })).filter(([days, at]) => at < days);
    fc.assert(
      fc.property(window, fc.constantFrom(0.5, 2 / 3, 1.25, 1.5, 2), ([days, at], factor) => {
        const { from, to } = zoomed(0, days - 1, at, factor, [-9000, 9000]);
        expect(from).toBeLessThanOrEqual(at);
        expect(to).toBeGreaterThanOrEqual(at);
        if (factor > 1) expect(to - from + 1).toBeGreaterThan(days);
        else if (days > 1) expect(to - from + 1).toBeLessThan(days);
      }),
    );
  });

  it('grows up to the record and no farther, and takes from the side that has room', () => {
    const record = [0, 999] as const;
    expect(zoomed(100, 199, 150, 1.5, record)).toEqual({ from: 75, to: 224 });
    expect(zoomed(0, 99, 90, 1.5, record)).toEqual({ from: 0, to: 149 });
    expect(zoomed(900, 999, 910, 1.5, record)).toEqual({ from: 850, to: 999 });
    expect(zoomed(100, 899, 500, 1.5, record)).toEqual({ from: 0, to: 999 });
    expect(zoomed(0, 999, 500, 1.5, record)).toEqual({ from: 0, to: 999 });
  });

  it('leaves a window that reaches beyond the record where it is', () => {
    expect(zoomed(-500, 1500, 500, 1.5, [0, 999])).toEqual({ from: -500, to: 1500 });
  });
});

it('says how a stance is read', () => {
  expect(Object.values(readingWords('decay', 30)).join(' ')).toBe('a stance fades by half in 30 days');
  expect(Object.values(readingWords('latest', 30)).join(' ')).toBe('a stance is the latest row');
  expect(Object.values(readingWords('mean', 30)).join(' ')).toBe('a stance is the mean of the window');
});

it('writes speeds plainly', () => {
  expect([speedWords(0.5, 'week'), speedWords(2, 'week')]).toEqual(['half a week a second', '2 weeks a second']);
});

describe('the keyboard in the plot', () => {
  const stop = (x: number) => ({ x, ids: [], text: String(x) });
  const tracks: Track[] = [
    { label: 'a', stops: [stop(0), stop(10), stop(20)] },
    { label: 'empty', stops: [] },
    { label: 'b', stops: [stop(1), stop(19)] },
  ];

  it('walks a lane and stops at its ends', () => {
    expect(moveCursor(tracks, { track: 0, stop: 1 }, 'ArrowRight')).toEqual({ track: 0, stop: 2 });
    expect(moveCursor(tracks, { track: 0, stop: 2 }, 'ArrowRight')).toEqual({ track: 0, stop: 2 });
  });

  it('crosses to the nearest row of the next lane that has any', () => {
    expect(moveCursor(tracks, { track: 0, stop: 2 }, 'ArrowDown')).toEqual({ track: 2, stop: 1 });
    expect(moveCursor(tracks, { track: 2, stop: 0 }, 'ArrowUp')).toEqual({ track: 0, stop: 0 });
  });

  it('leaves other keys alone, and stands on something when the window has changed', () => {
    expect(moveCursor(tracks, { track: 0, stop: 0 }, 'x')).toBeNull();
    expect(soundCursor(tracks, { track: 0, stop: 9 })).toEqual({ track: 0, stop: 2 });
    expect(soundCursor(tracks, { track: 1, stop: 0 })).toEqual({ track: 0, stop: 0 });
    expect(soundCursor([], { track: 0, stop: 0 })).toBeNull();
  });
});
