import { describe, expect, it } from 'vitest';
import { smallRecord, type Line } from '../../testing/smallRecord';
import { signsAt } from '../balance/signs';
import { balanceSeries } from '../balance/balanceSeries';
import { ALL, pairOf, sliceRecord } from '../slice';
import { earlierRows, lookKey, lookOf, saidStance, SIDE, sideOf, THIN, lastDate, tieKey, tieLook } from './look';
import { runStances, silentFrom, type Reading, type Running } from './stance';
import { dayOf, isoOf } from '../../words/calendar';
import { formatDate } from '../../words/dates';

const START = dayOf('2025-01-01');
const reading: Reading = { mode: 'decay', halfLife: 30, from: START };

function running(rows: readonly (readonly [after: number, score: number])[], more: Partial<Reading> = {}): Running {
  const lines = rows.map(([after, score]): Line => ['x', 'y', isoOf(START + after), score]);
  return runStances(sliceRecord(smallRecord({ stances: lines }), ALL), { ...reading, ...more });
}

describe('a look at a pair', () => {
  it('is null before the first row, and for a pair that has none: not covered, never zero', () => {
    const run = running([[5, 0]]);
    expect(lookOf(run, 0, START + 4)).toBeNull();
    expect(lookOf(run, pairOf(run.slice, 1, 0), START + 5)).toBeNull();
    expect(lookOf(run, 0, START + 5)).toMatchObject({ value: 0, grade: 0, n: 1, rows: 1 });
  });

  it('counts the rows up to the date, also those that its reading leaves out', () => {
    const run = running(
      [
        [0, 1],
        [10, 1],
        [20, -1],
        [40, 2],
      ],
      { mode: 'latest' },
    );
    expect(lookOf(run, 0, START + 30)).toMatchObject({ rows: 3, n: 1, value: -1, last: START + 20 });
  });

  it('says how many of the rows that count lie before the window, at its first day not among them', () => {
    const rows = [
      [0, 1],
      [10, 1],
      [20, -1],
    ] as const;
    const run = running(rows);
    const stance = lookOf(run, 0, START + 30)!;
    expect([0, 1, 10, 11, 21].map((days) => earlierRows(run, stance, START + days))).toEqual([0, 1, 1, 2, 3]);
    // A clock that stands before the window: no more rows than those that count.
    expect(earlierRows(run, lookOf(run, 0, START + 10)!, START + 99)).toBe(2);
    expect(saidStance(run, stance, START + 10)).toMatchObject({ n: 3, earlier: 1, last: { text: isoOf(START + 20) } });
    const mean = running(rows, { mode: 'mean', from: START + 10 });
    expect(earlierRows(mean, lookOf(mean, 0, START + 30)!, START + 10)).toBe(0);
  });

  it('is thin under 2.2 effective rows, and not at them', () => {
    const run = running([
      [0, 1],
      [0, 1],
      [0, 1],
    ]);
    const j = run.effective.length - 1;
    expect(lookOf(run, 0, START)).toMatchObject({ effective: 3, thin: false });
    run.effective[j] = 2.2;
    expect(THIN).toBe(2.2);
    expect(lookOf(run, 0, START)!.thin).toBe(false);
    run.effective[j] = 2.1999;
    expect(lookOf(run, 0, START)!.thin).toBe(true);
  });

  it('turns stale the day after two half-lives of silence, and fresh with the next row', () => {
    const run = running([
      [0, 1],
      [200, 1],
    ]);
    expect(lookOf(run, 0, START + 60)!.stale).toBe(false);
    expect(lookOf(run, 0, START + 61)!.stale).toBe(true);
    expect(lookOf(run, 0, START + 200)!.stale).toBe(false);
    expect(silentFrom(reading, START)).toBe(START + 61);
    expect(silentFrom({ ...reading, halfLife: 0.7 }, START)).toBe(START + 2);
  });

  it('has a key that changes exactly when it does', () => {
    const run = running([
      [0, 1],
      [0, -1],
      [30, 2],
      [200, -2],
    ]);
    for (let day = START - 2; day < START + 330; day++) {
      const same = JSON.stringify(lookOf(run, 0, day)) === JSON.stringify(lookOf(run, 0, day + 1));
      expect(lookKey(run, 0, day) === lookKey(run, 0, day + 1)).toBe(same);
    }
  });

  it('knows how vague the date of its last row is', () => {
    const record = smallRecord({
      stances: [
        ['x', 'y', '2025-03-01', 1],
        ['x', 'y', '2025-11', 2],
      ],
    });
    const run = runStances(sliceRecord(record, ALL), reading);
    const first = lookOf(run, 0, dayOf('2025-03-02'))!;
    const last = lookOf(run, 0, dayOf('2025-12-01'))!;
    expect(formatDate(lastDate(run, first))).toBe('1 March 2025');
    expect(formatDate(lastDate(run, last))).toBe('November 2025');
  });
});

describe('a look at ties', () => {
  const record = smallRecord({
    ties: [
      ['x;y', 'alliance', '1', '1900-01-01', '1910-01-01'],
      ['x;y', 'enmity', '-1', '1905-01-01', '1910-01-01'],
      ['x;y', 'enmity', '-1', '1907-01-01', '1910-01-01'],
    ],
  });
  const ties = [0, 1, 2];
  const at = (iso: string) => tieLook(record, ties, dayOf(iso));

  it('is the sign of their sum on the day, from the first to the day before the end', () => {
    expect(at('1899-12-31')).toBeNull();
    expect(at('1900-01-01')).toMatchObject({ value: 1, grade: 1, n: 1, rows: 1, last: dayOf('1900-01-01'), ties: [0] });
    expect(at('1908-01-01')).toMatchObject({ value: -1, grade: -1, n: 3, last: dayOf('1907-01-01'), ties: [0, 1, 2] });
    expect(at('1909-12-31')).toMatchObject({ n: 3 });
    expect(at('1910-01-01')).toBeNull();
  });

  it('is mixed where they cancel out, not as if there were none', () => {
    expect(at('1906-01-01')).toMatchObject({ value: 0, grade: 0, n: 2, ties: [0, 1] });
  });

  it('is neither thin nor stale while they hold', () => {
    expect(at('1909-12-31')).toMatchObject({ thin: false, stale: false });
  });

  it('has a key by the ties that hold', () => {
    const keys = ['1899-01-01', '1901-01-01', '1904-12-31', '1906-01-01', '1908-01-01'].map((iso) =>
      tieKey(record, ties, dayOf(iso)),
    );
    expect(keys).toEqual(['', '0', '0', '0 1', '0 1 2']);
  });
});

describe('the side that a value takes', () => {
  it.each([
    [-2, -1],
    [-SIDE, -1],
    [-0.249, 0],
    [0, 0],
    [0.249, 0],
    [SIDE, 1],
    [2, 1],
  ])('%d: %d', (value, side) => expect(sideOf(value)).toBe(side));

  it('is the sign that a pair has in the net of signs', () => {
    for (const scores of [
      [1, 0, 0, 0],
      [1, 0, 0, 0, 0],
      [-1, 0, 0, 0],
      [-1, -1, 1, 0],
    ] as const) {
      const run = running(
        scores.map((score) => [0, score] as const),
        { mode: 'mean' },
      );
      const [edge] = signsAt(run.slice.record, run, START).edges;
      expect(edge?.sign ?? 0).toBe(sideOf(lookOf(run, 0, START)!.value));
    }
  });

  it('is lost on the day of silence in a net that counts no stale stances', () => {
    const run = running([[0, 2]]);
    const rule = { source: 'stance', threshold: SIDE, kinds: [], stale: false, single: true } as const;
    expect(signsAt(run.slice.record, run, START + 60, rule).edges).toHaveLength(1);
    expect(signsAt(run.slice.record, run, START + 61, rule).edges).toHaveLength(0);
    const steps = balanceSeries(run.slice.record, run, { from: START, to: START + 100, rule });
    expect(steps.map(({ day }) => day)).toEqual([START, START + 61]);
  });
});
