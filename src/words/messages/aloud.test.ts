import { describe, expect, it } from 'vitest';
import { dayOf } from '../calendar';
import { aloudMessages } from './aloud';

const from = dayOf('2025-01-01');
const to = dayOf('2025-12-31');

describe('a picture for the ear', () => {
  it('says how many lines lie on either side, and how many of them are weak', () => {
    expect(aloudMessages.sides({ positive: 3, negative: 2, mixed: 1, weak: 2 })).toBe(
      'Of 6 stances: 3 cooperative or supportive, 2 critical or hostile and 1 mixed. 2 of these rest on few rows or have long been silent.',
    );
    expect(aloudMessages.sides({ positive: 0, negative: 1, mixed: 0, weak: 0 })).toBe('Of 1 stance: 1 critical or hostile.');
    expect(aloudMessages.sides({ positive: 2, negative: 0, mixed: 0, weak: 2 })).toContain('All rest on few rows');
    expect(aloudMessages.sides({ positive: 0, negative: 0, mixed: 0, weak: 0 })).toBe('No stance is known on this day.');
  });

  it('names who has most, and says nothing where there is nobody', () => {
    expect(aloudMessages.most('lines', [['Belarus', 12], ['Russia', 9]])).toBe('Most lines: Belarus (12) and Russia (9).'); // prettier-ignore
    expect(aloudMessages.most('lines', [])).toBe('');
  });

  it('tells a line by its rows, its ends and where it stands', () => {
    expect(
      aloudMessages.line(
        'Belarus on Poland',
        37,
        [from, to],
        { highest: [0.9, from], lowest: [-1.8, to] },
        { value: 0.1, at: to },
      ),
    ).toBe(
      'Belarus on Poland: 37 rows 1 January to 31 December 2025; the running stance was highest, +0.9, on 1 January 2025 and lowest, −1.8, on 31 December 2025; on 31 December 2025 it is +0.1 mixed.',
    );
    expect(aloudMessages.line('A on B', 1, [from, to], null, null)).toBe('A on B: 1 row 1 January to 31 December 2025.');
  });

  it('tells a window by what is in it and when most is', () => {
    expect(aloudMessages.window(120, 68, [from, to], ['September 2025', 24])).toBe(
      '120 rows and 68 events, 1 January to 31 December 2025; most rows in September 2025 (24).',
    );
    expect(aloudMessages.window(1, 0, [from, to], null)).toBe('1 row and 0 events, 1 January to 31 December 2025.');
  });
});
