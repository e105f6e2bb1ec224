import { describe, expect, it } from 'vitest';
import { dayOf, isoOf } from '../../words/day';
import { axisTicks, dayAt, middleOf, startOfUnit, nextUnit, xOf, type TimeScale } from './axisModel';

const over = (from: string, to: string, width = 1200): TimeScale => ({ from: dayOf(from), until: dayOf(to) + 1, width });
const measure = (text: string) => text.length * 6.5;
const labels = (scale: TimeScale) =>
  axisTicks(scale, measure)
    .map(({ label }) => label)
    .filter(Boolean);

describe('the axis', () => {
  it.each<[string, string, string, string[]]>([
    ['days in a week', '2025-09-08', '2025-09-14', ['8 Sep 2025', '9 Sep', '10 Sep']],
    ['weeks in a quarter', '2025-09-01', '2025-11-30', ['1 Sep 2025', '8 Sep', '15 Sep']],
    ['months in a year', '2025-01-01', '2026-01-31', ['Jan 2025', 'Feb', 'Mar']],
    ['half-years in some years', '2020-01-01', '2026-05-31', ['Jan 2020', 'Jul', 'Jan 2021']],
    ['years over a lifetime', '1872-01-01', '1918-12-31', ['1872', '1874', '1876']],
    ['decades over centuries', '1500-01-01', '1899-12-31', ['1500', '1520', '1540']],
  ])('counts %s', (_, from, to, first) => expect(labels(over(from, to)).slice(0, 3)).toEqual(first));

  it('names the year of the first label even where the window opens within one', () => {
    expect(labels(over('2025-03-20', '2025-12-31'))[0]).toBe('Apr 2025');
  });

  it.each([390, 700, 1200, 2400])('keeps labels apart at %i px', (width) => {
    for (const to of ['2025-02-10', '2025-12-31', '2027-06-30', '2060-01-01', '2400-01-01']) {
      const shown = axisTicks(over('2025-01-01', to, width), measure).filter(({ label }) => label);
      for (let i = 1; i < shown.length; i++) expect(shown[i]!.x).toBeGreaterThan(shown[i - 1]!.x + measure(shown[i - 1]!.label));
      expect(shown.length).toBeGreaterThan(1);
    }
  });

  it('crosses from BC to AD', () => {
    expect(labels(over('-0050-01-01', '0050-12-31', 900)).join(' ')).toMatch(/BC/);
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
});

it('begins weeks on Monday and units of months at their first', () => {
  expect(isoOf(startOfUnit({ of: 'week', count: 1 }, dayOf('2025-09-14')))).toBe('2025-09-08');
  expect(isoOf(startOfUnit({ of: 'month', count: 3 }, dayOf('2025-11-30')))).toBe('2025-10-01');
  expect(isoOf(nextUnit({ of: 'month', count: 3 }, dayOf('2025-10-01')))).toBe('2026-01-01');
  expect(isoOf(startOfUnit({ of: 'year', count: 10 }, dayOf('1899-05-05')))).toBe('1890-01-01');
});
