import { expect, test } from 'vitest';
import { caseRecord, happened, said } from '../testing/cases';
import { dayOf } from '../words/calendar';
import { clockFor, liesIn } from './reach';

// A blockade of 2017 to 2020 among statements of 2018.
const record = caseRecord({
  events: [happened('blockade', '2017-06-05', '2020-12-31')],
  statements: [said('words', '2018-05-01')],
});
const year = (from: number, to = from) => ({ from: dayOf(`${from}-01-01`), to: dayOf(`${to}-12-31`) });
const blockade = record.evidence.until.findIndex((until, e) => until > (record.evidence.last[e] ?? 0));

test('a row lies where the window finds anything of it', () => {
  expect(liesIn(record, year(2018), blockade)).toBe('inside');
  expect(liesIn(record, year(2016), blockade)).toBe('after');
  expect(liesIn(record, year(2022), blockade)).toBe('before');
});

test('the clock moves to a row outside, and stays for one inside', () => {
  expect(clockFor(record, year(2018), blockade)).toEqual({});
  const day = record.evidence.day[blockade];
  expect(clockFor(record, year(2022), blockade)).toEqual({ from: day, to: year(2022).to, at: day });
});
