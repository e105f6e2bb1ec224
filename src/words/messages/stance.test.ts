import { expect, test } from 'vitest';
import { dayOf } from '../calendar';
import { coverageMessages } from './coverage';
import { mapMessages } from './map';
import { networkMessages } from './network';
import { stanceMessages } from './stance';

const day = dayOf('2026-01-21');
const on = (text: string, first: string, last: string) => ({ text, first: dayOf(first), last: dayOf(last) });
const stance = { value: 0.5, n: 12, earlier: 0, last: on('2026-01-21', '2026-01-21', '2026-01-21'), stale: false, thin: false };

test('a stance with its rows, and what makes it weak: silence before thinness', () => {
  expect(stanceMessages.ofPair('Belarus on Poland', stance)).toBe(
    'Belarus on Poland: +0.5 cooperative, 12 rows, last on 21 January 2026',
  );
  expect(stanceMessages.said({ ...stance, earlier: 4 })).toBe(
    '+0.5 cooperative, 12 rows (4 before the window), last on 21 January 2026',
  );
  expect(stanceMessages.rows(12, 12)).toBe('12 rows (all before the window)');
  expect(stanceMessages.said({ ...stance, n: 1, thin: true })).toBe('+0.5 cooperative, 1 row, last on 21 January 2026, few rows');
  expect(stanceMessages.said({ ...stance, thin: true, stale: true })).toMatch(/2026, nothing since$/);
  expect(stanceMessages.word({ ...stance, value: -1.46, thin: true })).toBe('hostile, few rows');
  expect(stanceMessages.lastRow({ ...stance, stale: true })).toBe('21 January 2026, nothing since');
});

test('a last row whose day is not known is no day', () => {
  const vague = { ...stance, last: on('2026-01', '2026-01-01', '2026-01-31') };
  expect(stanceMessages.said(vague)).toBe('+0.5 cooperative, 12 rows, last in January 2026');
});

test('what is not covered, and what is tied', () => {
  expect(stanceMessages.notCovered('Belarus on Poland', day)).toBe('Belarus on Poland: not covered by 21 January 2026');
  expect(stanceMessages.noTie('Belarus and Poland', day)).toBe('Belarus and Poland: no signed tie on 21 January 2026');
  const ties = [stanceMessages.tie('war', on('1914', '1914-01-01', '1914-12-31')), stanceMessages.tie('rivalry', null)];
  expect(stanceMessages.tied('Germany and France', -1, ties)).toBe('Germany and France: −1, war since 1914; rivalry');
});

test('the view for those who hear it', () => {
  expect(stanceMessages.heard(day, 'Belarus on Poland', { value: -1.46, n: 1, earlier: 0 })).toBe(
    '21 January 2026. Belarus on Poland: −1.5, hostile, from 1 row.',
  );
  expect(stanceMessages.heardActors(day, [])).toBe('21 January 2026.');
  expect(stanceMessages.heardActors(day, ['Belarus', 'Poland'])).toBe('21 January 2026. Selected: Belarus, Poland.');
});

test('the network counts in the singular too', () => {
  expect(networkMessages.changes(1, 56, 0, day - 20, day)).toBe(
    '1 of 56 pairs changed its grade between 1 January 2026 and 21 January 2026',
  );
  expect(networkMessages.changes(9, 56, 1, day - 20, day)).toMatch(
    /^9 of 56 pairs changed their grade .*, 1 is covered on one of the two days only$/,
  );
  expect(networkMessages.drawn(1, 1, 'stance', day)).toBe('1 of 1 pair is covered on 21 January 2026');
  expect(networkMessages.drawn(11, 12, 'signed tie', day)).toBe('11 of 12 signed ties hold on 21 January 2026');
  expect(networkMessages.actorAndTies(networkMessages.actor('Belarus', 'state', 1, 8), 1)).toBe(
    'Belarus, state: 1 stance held, 8 received; 1 tie in force, in the table',
  );
  expect(networkMessages.changed('Belarus on Poland', null, 0.5, 1, day - 20, day)).toBe(
    'Belarus on Poland: not covered to +0.5 between 1 January 2026 and 21 January 2026',
  );
});

test('the map', () => {
  expect([mapMessages.fewRows(1), mapMessages.fewRows(3), mapMessages.tooFew(1), mapMessages.tooFew(2)]).toEqual([
    'one row',
    'three rows',
    'one row only, not shaded',
    'only 2 rows, not shaded',
  ]);
  expect([-1, 0, 1].map(mapMessages.side)).toEqual(['unfriendly', 'mixed', 'friendly']);
  expect(mapMessages.ties('United States')).toBe('United States’ ties');
  const talks = { when: on('2025-11', '2025-11-01', '2025-11-30'), title: 'Talks end' };
  expect(mapMessages.place('Minsk', 1, 3, talks)).toBe('Minsk, 1 event and 3 statements; last in November 2025: Talks end');
  expect(mapMessages.place('Minsk', 0, 1, null)).toBe('Minsk, 1 statement');
});

test('the rows of a lane are those of the window up to the hand', () => {
  expect(stanceMessages.rowsBetween(1, dayOf('2026-01-01'), day)).toBe('1 row, 1 to 21 January 2026');
});

test('an empty picture says why', () => {
  const record = { span: [dayOf('2020-01-01'), day] as const, evidence: { n: 12 } };
  const covers = 'The record covers 1 January 2020 to 21 January 2026';
  const only = `${covers}; not covered is not the same as nothing happened.`;
  expect(coverageMessages.noPair(1, day, record)).toBe(`No pair rests on a row up to 21 January 2026. ${only}`);
  expect(coverageMessages.noPair(3, day, record)).toBe(`No pair rests on 3 rows or more up to 21 January 2026. ${only}`);
  const window = 'between 1 January 2026 and 21 January 2026';
  expect(coverageMessages.emptyWindow('tie', day - 20, day, record)).toBe(`No ties ${window}. ${only}`);
  expect(coverageMessages.emptyWindow('row', day - 20, day, record)).toBe(`No rows ${window}. ${only}`);
  expect(coverageMessages.filteredWindow(day - 20, day)).toBe(`No rows ${window} pass the filters:`);
  expect(coverageMessages.nothingBy('row', day, record)).toBe(`No rows by 21 January 2026. ${covers}.`);
  expect(coverageMessages.nothingBy('tie', day, record)).toBe(`No signed tie by 21 January 2026. ${covers}.`);
  expect(coverageMessages.pairNotCovered(record)).toBe(`Not covered is not the same as nothing said. ${covers}.`);
});

test('what a record covers is never a date that no row has', () => {
  const none = { span: null, evidence: { n: 0 } };
  const undated = { span: null, evidence: { n: 3 } };
  expect([none, undated].map(coverageMessages.covers)).toEqual([
    'The record has no rows yet.',
    'No row of the record has a date.',
  ]);
  expect([none, undated].map(coverageMessages.noTime)).toEqual([
    'The record has no rows yet, so there is no time to show.',
    'No row of the record has a date, so there is no time to show it on a clock.',
  ]);
  expect([0, 1, 3].map(coverageMessages.undated)).toEqual(['', '1 row has no date', '3 rows have no date']);
});
