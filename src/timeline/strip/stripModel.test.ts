import { describe, expect, it } from 'vitest';
import { ALL, rowsBefore, sliceRecord } from '../../analysis/slice';
import { smallRecord } from '../../testing/smallRecord';
import { binWords, nearestRows, piecesOf, stanceStrip, stripHeights, stripUnit, tieStrip, unitWords } from './stripModel';
import { dayOf, isoOf } from '../../words/calendar';

const record = smallRecord({
  stances: [
    ['x', 'y', '2024-12-31', -1],
    ['x', 'y', '2025-01-01', -2],
    ['x', 'y', '2025-01-03', 1],
    ['y', 'x', '2025-01-03', 0],
    ['y', 'x', '2025-02', 2],
    ['y', 'x', '2025-12-31', 1],
    ['y', 'x', '2026-01-01', 1],
  ],
  ties: [
    ['x;y', 'alliance', '1', '2000-01-01', '2010-01-01'],
    ['x;y', 'enmity', '-1', '2005-06-01', ''],
  ],
});
const slice = sliceRecord(record, ALL);
const [from, to] = [dayOf('2025-01-01'), dayOf('2025-12-31')];

describe('the density strip', () => {
  it('leaves no row of the window out and takes none from outside it', () => {
    for (const most of [5, 40, 160, 400]) {
      const { bins } = stanceStrip(slice, from, to, most);
      const rows = rowsBefore(slice.day, to + 1) - rowsBefore(slice.day, from);
      expect(bins.reduce((sum, bin) => sum + bin.total, 0)).toBe(rows);
      for (const bin of bins) expect(bin.counts.reduce((a, b) => a + b)).toBe(bin.total);
    }
  });

  it('covers the window without a gap', () => {
    const { bins } = stanceStrip(slice, from, to);
    expect(bins[0]!.from).toBeLessThanOrEqual(from);
    expect(bins[bins.length - 1]!.until).toBeGreaterThan(to);
    for (let i = 1; i < bins.length; i++) expect(bins[i]!.from).toBe(bins[i - 1]!.until);
  });

  it.each([
    ['2025-01-01', '2025-03-31', 'by day'],
    ['2025-01-01', '2026-01-31', 'by week'],
    ['2020-01-01', '2026-05-31', 'by month'],
    ['1872-01-01', '1918-12-31', 'by year'],
    ['1000-01-01', '1999-12-31', 'by decade'],
  ])('counts %s to %s %s', (a, b, words) => {
    const unit = stripUnit(dayOf(a), dayOf(b));
    if (words === 'by year') expect(unitWords(unit)).toMatch(/quarter|year/);
    else expect(unitWords(unit)).toBe(words);
  });

  it('cuts centuries before our era where the axis rules them', () => {
    const { bins, unit } = stanceStrip(slice, dayOf('-0430-01-01'), dayOf('0200-12-31'), 8);
    expect(unitWords(unit)).toBe('by century');
    expect(bins.map(({ from }) => isoOf(from).slice(0, -6))).toEqual([
      '-0499',
      '-0399',
      '-0299',
      '-0199',
      '-0099',
      '0001',
      '0100',
      '0200',
    ]);
    expect(binWords(bins[1]!, unit)).toBe('400 BC to 301 BC: no rows');
  });

  it('says what a bar holds, and that an empty one holds nothing', () => {
    const { bins, unit } = stanceStrip(slice, from, to);
    expect(binWords(bins[0]!, unit)).toBe('Week of 30 December 2024: 3 rows, 1 hostile, 1 mixed, 1 cooperative');
    expect(binWords(bins[1]!, unit)).toBe('Week of 6 January 2025: no rows');
  });

  it('piles what is positive up and what is negative down, all of it within the strip', () => {
    const strip = stanceStrip(slice, from, to);
    const { perRow, line } = stripHeights(strip, 30);
    const pieces = piecesOf(strip.bins[0]!, perRow);
    expect(pieces.filter(({ grade }) => grade >= 0).reduce((sum, { height }) => sum + height, 0)).toBeLessThanOrEqual(
      line + 1e-9,
    );
    expect(pieces.filter(({ grade }) => grade < 0).reduce((sum, { height }) => sum + height, 0)).toBeLessThanOrEqual(
      30 - line + 1e-9,
    );
    expect(pieces.reduce((sum, { height }) => sum + height, 0)).toBeCloseTo(3 * perRow);
  });

  it('counts the ties that hold where there are no stances', () => {
    const { bins, unit } = tieStrip(record.ties, dayOf('2004-01-01'), dayOf('2012-12-31'));
    const of = (year: number) => bins.find((bin) => isoOf(bin.from) === `${year}-01-01`)!;
    expect(unit).toEqual({ of: 'year', count: 1 });
    expect(of(2004).counts).toEqual([0, 0, 0, 1, 0]);
    expect(of(2005).counts).toEqual([0, 1, 0, 1, 0]);
    expect(of(2010).counts).toEqual([0, 1, 0, 0, 0]);
    expect(binWords(of(2005), unit, true)).toBe('2005: 2 ties, 1 unfriendly, 1 friendly');
  });

  it('finds the rows nearest to an empty window', () => {
    const { before, after } = nearestRows(slice.day, dayOf('2025-03-01'), dayOf('2025-03-09'));
    expect([isoOf(before!), isoOf(after!)]).toEqual(['2025-02-14', '2025-12-31']);
    expect(nearestRows(slice.day, dayOf('2027-01-01'), dayOf('2027-02-01')).after).toBeNull();
  });
});
