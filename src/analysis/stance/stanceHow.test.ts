import { describe, expect, it } from 'vitest';
import { smallRecord, type Line } from '../../testing/smallRecord';
import { dayOf } from '../../words/calendar';
import { ALL, sliceRecord } from '../slice';
import { stanceInterval } from './series';
import { runStances, type Reading } from './stance';
import { readingFormula, stanceHow } from './stanceHow';

const START = dayOf('2025-01-01');
const stances: Line[] = [
  ['a', 'b', '2025-01-01', 2],
  ['a', 'b', '2025-01-31', -1],
  ['a', 'b', '2025-02-01', -2],
];
const slice = sliceRecord(smallRecord({ stances, names: { a: 'Belarus', b: 'European Union' } }), ALL);
const read = (more: Partial<Reading> = {}) => runStances(slice, { mode: 'decay', halfLife: 30, from: START, ...more });

describe('how a stance is computed', () => {
  it('shows every row with its weight and share, newest first, and sums that can be done again by hand', () => {
    const running = read();
    const at = dayOf('2025-01-31');
    const [low, high] = stanceInterval(running, 0, at)!;
    const how = stanceHow(running, 0, 1, 0, at);
    expect(how.title).toBe('Stance of Belarus on the European Union, 31 January 2025');
    const print = (value: number) => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`;
    expect(how.figure).toBe(`0.00 (mixed), 90% interval ${print(low)} to ${print(high)}, on a scale from −2 to +2`);
    expect(how.rows).toEqual([
      { id: 'e1', cells: ['31 January 2025', '−1', '1.000', '66.7%'] },
      { id: 'e0', cells: ['1 January 2025', '+2', '0.500', '33.3%'] },
    ]);
    expect(how.columns).toEqual(['Row', 'Score', 'Weight', 'Share']);
    expect(how.filled).toBe(
      [
        '0.000 / 1.500 = 0.00',
        '1.500² / 1.250 = 1.8 effective rows of 2',
        `Grades −2 to +2, of 1.8 effective occasions: 0.0, 1.2, 0.0, 0.0, 0.6; with one open row ${print(low)} to ${print(high)}`,
      ].join('\n'),
    );
    expect(how.notes).toHaveLength(3);
    expect(how.notes[0]).toBe('Last row: 31 January 2025.');
    expect(how.papers.map((paper) => paper.slice(0, 7))).toEqual(['Kish, L', 'Clopper', 'Walley,', 'Learned']);
  });

  it('says when the record has gone silent, and how long that takes', () => {
    const { notes } = stanceHow(read({ halfLife: 20 }), 0, 1, 0, dayOf('2025-03-14'));
    expect(notes[0]).toBe(
      'Last row: 1 February 2025. No row since for more than two half-lives (40 days): the number stands still, the record is silent.',
    );
    expect(stanceHow(read({ halfLife: 20 }), 0, 1, 0, dayOf('2025-03-13')).notes[0]).toBe('Last row: 1 February 2025.');
  });

  it('says that a stance without a row is not covered, and computes nothing', () => {
    expect(stanceHow(read(), 0, 1, 0, START - 1)).toMatchObject({
      figure: 'not covered',
      filled: '',
      rows: [],
      notes: ['No row by this date: unknown is never zero.'],
    });
  });

  it('has a formula for each reading', () => {
    const formula = (mode: Reading['mode']) => readingFormula({ mode, halfLife: 45, from: START });
    expect(formula('decay')).toContain('2^(−age / 45 days)');
    expect(formula('latest')).toBe('Mean score of the rows of the latest date.');
    expect(formula('mean')).toBe('Mean score of the rows from the first day of the window up to the date.');
    expect(formula('pivot')).toMatch(/^Mean score of the rows since the pair’s last pivot/);
    for (const mode of ['decay', 'latest', 'mean', 'pivot'] as const) {
      const lines = stanceHow(read({ mode, halfLife: 45 }), 0, 1, 0, dayOf('2025-02-01')).formula.split('\n');
      expect(lines[0]).toBe(formula(mode));
      expect(lines.slice(1).map((line) => line.split(':')[0])).toEqual(['Effective rows', 'Interval']);
    }
  });
});
