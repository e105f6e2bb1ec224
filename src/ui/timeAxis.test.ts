import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { letterWidth } from './textRuler';
import { crossesEra, dayAt, middleOf, nextUnit, startOfUnit, tickUnit, timeTicks, xOf, type TimeScale } from './timeAxis';
import { calendarOf, dayOf, isoOf } from '../words/calendar';

const over = (from: string, to: string, width = 1200): TimeScale => ({ from: dayOf(from), until: dayOf(to) + 1, width });
const measure = (text: string) => letterWidth(text, 11.5);
const labels = (scale: TimeScale) =>
  timeTicks(scale, measure)
    .map(({ label }) => label)
    .filter(Boolean);

/** A day to 5,000 years, in our time, in the Middle Ages, across the era and before it: 96 windows. */
const LENGTHS = [
  1, 2, 3, 5, 7, 10, 14, 21, 30, 45, 60, 90, 120, 180, 270, 396, 730, 1100, 2200, 4000, 8000, 20_000, 73_000, 1_826_250,
];
const WINDOWS = ['2025-09-09', '1066-10-14', '-0003-11-20', '-0430-06-11'].flatMap((from) =>
  LENGTHS.map((days): [string, number] => [from, days]),
);

describe('every window from a day to millennia', () => {
  test.each(WINDOWS)('%s, %i days: lines rise, labels stand clear, and the window is dated', (from, days) => {
    const start = dayOf(from);
    for (const width of [320, 620, 1004, 1203, 2400]) {
      const scale = { from: start, until: start + days, width };
      const ticks = timeTicks(scale, measure);
      expect(ticks.length).toBeGreaterThan(0);
      ticks.forEach(({ day, x }, i) => {
        expect(day).toBeGreaterThanOrEqual(start);
        expect(day).toBeLessThan(start + days);
        expect(x).toBeCloseTo(xOf(scale, day), 9);
        if (i > 0) expect(day).toBeGreaterThan(ticks[i - 1]!.day);
      });
      const shown = ticks.filter(({ label }) => label !== '');
      expect(shown.some(({ label }) => /\d BC$|\d{1,4}$/.test(label))).toBe(true);
      shown.slice(1).forEach(({ x }, i) => expect(x).toBeGreaterThan(shown[i]!.x + measure(shown[i]!.label)));
      const last = shown.at(-1)!;
      expect(last.x + measure(last.label)).toBeLessThanOrEqual(width);
      // Enough to read a date off, not so much that the lines make a screen.
      expect(ticks.length).toBeLessThanOrEqual(Math.max(1, width / 22));
      if (days >= 3) expect(shown.length).toBeGreaterThan(1);
    }
  });

  it('rules the same lines whatever type the labels are set in', () => {
    for (const [from, days] of WINDOWS) {
      const scale = { from: dayOf(from), until: dayOf(from) + days, width: 1004 };
      const lines = (size: number) =>
        timeTicks(scale, (text) => letterWidth(text, size)).map(({ day, x, major }) => [day, x, major]);
      expect(lines(17)).toEqual(lines(11.5));
    }
  });

  it('goes on under a hand that drags it between two days', () => {
    const still = timeTicks({ from: 20_000, until: 20_100, width: 1000 }, measure);
    const dragged = timeTicks({ from: 20_000.4, until: 20_100.4, width: 1000 }, measure);
    for (const tick of dragged) {
      const before = still.find(({ day }) => day === tick.day);
      if (before !== undefined) expect(tick.x).toBeCloseTo(before.x - 4, 6);
    }
    expect(dragged.length).toBeGreaterThan(5);
  });
});

describe('what is counted', () => {
  it.each<[string, string, string, string[]]>([
    ['the day of a single day', '2025-09-09', '2025-09-09', ['9 Sep 2025']],
    ['days in a week', '2025-09-08', '2025-09-14', ['8 Sep 2025', '9 Sep', '10 Sep']],
    ['every second day in a month, begun anew with each', '2025-12-27', '2026-01-25', ['27 Dec 2025', '29 Dec', '1 Jan 2026']],
    ['weeks in a quarter', '2025-09-01', '2025-11-30', ['1 Sep 2025', '8 Sep', '15 Sep']],
    ['half-months in two quarters', '2025-09-01', '2026-03-31', ['1 Sep 2025', '16 Sep', '1 Oct']],
    ['months in a year', '2025-01-01', '2026-01-31', ['2025', 'Feb', 'Mar']],
    ['quarters in three years', '2023-01-01', '2025-12-31', ['2023', 'Apr', 'Jul']],
    ['half-years in some years', '2020-01-01', '2026-05-31', ['2020', 'Jul', '2021']],
    ['years over a lifetime', '1872-01-01', '1918-12-31', ['1872', '1874', '1876']],
    ['decades over centuries', '1500-01-01', '1899-12-31', ['1500', '1520', '1540']],
    ['centuries over two millennia', '0200-01-01', '1999-12-31', ['200', '300', '400']],
    ['centuries by five over millennia', '-2999-01-01', '2025-12-31', ['3000 BC', '2500 BC', '2000 BC']],
  ])('counts %s', (_, from, to, first) => expect(labels(over(from, to)).slice(0, 3)).toEqual(first));

  it('steps by 1, 2 and 5 from years to millennia', () => {
    const counts = new Set<number>();
    for (let days = 400; days < 6_000_000; days *= 1.05) {
      const unit = tickUnit({ from: dayOf('0500-01-01'), until: dayOf('0500-01-01') + days, width: 600 });
      if (unit.of === 'year') counts.add(unit.count);
    }
    expect([...counts]).toEqual([1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000]);
  });

  it('names the year of the first label, and of the first in each new year', () => {
    expect(labels(over('2025-03-20', '2025-12-31'))[0]).toBe('Apr 2025');
    expect(labels(over('2025-12-10', '2026-03-15')).filter((label) => /\d{4}/.test(label))).toEqual([
      '15 Dec 2025',
      '5 Jan 2026',
    ]);
  });

  it('lets a January name its year before the month that the window opens with', () => {
    expect(labels(over('2025-11-25', '2026-12-31', 500))[0]).toBe('2026');
  });

  it('draws strong what begins a month, a year, a decade, a century', () => {
    const strong = (scale: TimeScale) => timeTicks(scale, measure).flatMap(({ major, day }) => (major ? [isoOf(day)] : []));
    expect(strong(over('2025-09-25', '2025-10-05'))).toEqual(['2025-10-01']);
    expect(strong(over('2025-12-01', '2026-02-20'))).toEqual(['2026-01-05']);
    expect(strong(over('2025-01-01', '2026-01-31'))).toEqual(['2025-01-01', '2026-01-01']);
    expect(strong(over('1995-01-01', '2021-12-31'))).toEqual(['2000-01-01', '2010-01-01', '2020-01-01']);
    expect(strong(over('1450-01-01', '1750-12-31'))).toEqual(['1500-01-01', '1600-01-01', '1700-01-01']);
  });
});

describe('before our era', () => {
  it.each<[string, string, string[]]>([
    ['-0430-06-11', '-0200-01-01', ['420 BC', '400 BC', '380 BC']],
    ['-0053-01-01', '-0030-12-31', ['54 BC', '52 BC', '50 BC']],
    ['-0043-03-01', '-0043-04-30', ['4 Mar 44 BC', '11 Mar', '18 Mar']],
  ])('counts round years from %s to %s', (from, to, first) => expect(labels(over(from, to)).slice(0, 3)).toEqual(first));

  it('goes from 20 BC by AD 1 to AD 20, and says which is which', () => {
    expect(labels(over('-0050-01-01', '0050-12-31', 600))).toEqual([
      '50 BC',
      '40 BC',
      '30 BC',
      '20 BC',
      '10 BC',
      'AD 1',
      'AD 10',
      'AD 20',
      'AD 30',
      'AD 40',
    ]);
    const turn = timeTicks(over('-0050-01-01', '0050-12-31', 600), measure).find(({ label }) => label === 'AD 1');
    expect(turn).toMatchObject({ day: dayOf('0001-01-01'), major: true });
    expect(labels(over('-0002-06-01', '0003-06-01', 400))).toEqual(['2 BC', '1 BC', 'AD 1', 'AD 2', 'AD 3']);
  });

  it('marks AD in a window of one era where the record holds both, and where a bare number is no year', () => {
    expect(labels({ ...over('0300-01-01', '0400-12-31', 300), era: true }).every((label) => label.startsWith('AD '))).toBe(true);
    expect(labels({ ...over('0300-01-01', '0400-12-31', 300), era: false })[0]).toBe('300');
    expect(labels(over('0030-01-01', '0040-12-31'))[0]).toBe('AD 30');
  });

  it('knows a record that crosses the era by its days', () => {
    expect(crossesEra(dayOf('0000-12-31'), dayOf('0001-01-01'))).toBe(true);
    expect(crossesEra(dayOf('-0430-01-01'), dayOf('0000-12-31'))).toBe(false);
    expect(crossesEra(dayOf('0001-01-01'), dayOf('2025-01-01'))).toBe(false);
  });

  it('every tick of years stands on 1 January of a year that its step divides, in either era', () => {
    fc.assert(
      fc.property(fc.integer({ min: -6000, max: 9000 }), fc.integer({ min: 3, max: 7000 }), (year, length) => {
        const scale = { from: dayOf(isoOf(year * 365)), until: year * 365 + Math.round(length * 365.25), width: 800 };
        const unit = tickUnit(scale);
        if (unit.of !== 'year') return;
        for (const { day } of timeTicks(scale, measure)) {
          const date = calendarOf(day);
          expect([date.month, date.day]).toEqual([1, 1]);
          if (date.year !== 1) expect((date.year > 0 ? date.year : 1 - date.year) % unit.count).toBe(0);
        }
      }),
    );
  });
});

describe('the scale', () => {
  const scale = over('2025-01-01', '2025-12-31', 730);

  it('gives back the day on which a place stands', () => {
    for (const iso of ['2025-01-01', '2025-06-30', '2025-12-31'])
      expect(isoOf(dayAt(scale, middleOf(scale, dayOf(iso))))).toBe(iso);
  });

  it('stays within the window beyond its edges', () => {
    expect(isoOf(dayAt(scale, -50))).toBe('2025-01-01');
    expect(isoOf(dayAt(scale, 9000))).toBe('2025-12-31');
    expect(xOf(scale, scale.until)).toBe(730);
  });

  it('draws nothing where there is no room', () => {
    expect(timeTicks({ ...scale, width: 0 }, measure)).toEqual([]);
  });
});

describe('units of the calendar', () => {
  it('begin weeks on Monday and months at their first', () => {
    expect(isoOf(startOfUnit({ of: 'week', count: 1 }, dayOf('2025-09-14')))).toBe('2025-09-08');
    expect(isoOf(startOfUnit({ of: 'month', count: 3 }, dayOf('2025-11-30')))).toBe('2025-10-01');
    expect(isoOf(nextUnit({ of: 'month', count: 3 }, dayOf('2025-10-01')))).toBe('2026-01-01');
    expect(isoOf(startOfUnit({ of: 'month', count: 0.5 }, dayOf('2025-11-20')))).toBe('2025-11-16');
    expect(isoOf(startOfUnit({ of: 'year', count: 10 }, dayOf('1899-05-05')))).toBe('1890-01-01');
  });

  it('survive years below 100 and before our era, which a Date would read as 19xx', () => {
    expect(isoOf(startOfUnit({ of: 'month', count: 1 }, dayOf('0044-03-15')))).toBe('0044-03-01');
    expect(isoOf(startOfUnit({ of: 'year', count: 1 }, dayOf('-0043-03-15')))).toBe('-0043-01-01');
    // 47 BC lies in the twenty years that begin with 60 BC.
    expect(isoOf(startOfUnit({ of: 'year', count: 20 }, dayOf('-0046-03-15')))).toBe('-0059-01-01');
    expect(isoOf(nextUnit({ of: 'year', count: 20 }, dayOf('-0019-01-01')))).toBe('0001-01-01');
    expect(isoOf(nextUnit({ of: 'year', count: 20 }, dayOf('0001-01-01')))).toBe('0020-01-01');
  });

  it('follow one another without gap or overlap', () => {
    const unit = fc.constantFrom(
      { of: 'day', count: 1 } as const,
      { of: 'week', count: 1 } as const,
      { of: 'month', count: 3 } as const,
      { of: 'year', count: 1 } as const,
      { of: 'year', count: 2 } as const,
      { of: 'year', count: 100 } as const,
    );
    fc.assert(
      fc.property(unit, fc.integer({ min: -2_900_000, max: 2_900_000 }), (of, day) => {
        const start = startOfUnit(of, day);
        const next = nextUnit(of, start);
        expect(start).toBeLessThanOrEqual(day);
        expect(next).toBeGreaterThan(day);
        expect(startOfUnit(of, next - 1)).toBe(start);
        expect(startOfUnit(of, next)).toBe(next);
      }),
    );
  });
});
