import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOf, FIRST_DAY, isoOf, LAST_DAY } from '../../words/calendar';
import { type DateSpan, formatDate } from '../../words/dates';
import { isDate, parseDate } from './dates';

function spanOf(text: string): DateSpan {
  const result = parseDate(text);
  if (!isDate(result)) throw new Error(`${text}: ${result.reason}`);
  return result;
}

function reasonOf(text: string): string {
  const result = parseDate(text);
  return isDate(result) ? 'none' : result.reason;
}

describe('EDTF', () => {
  test.each([
    ['2025', '2025-01-01', '2025-12-31', '2025'],
    ['2024-02', '2024-02-01', '2024-02-29', 'February 2024'],
    ['2025-11-05', '2025-11-05', '2025-11-05', '5 November 2025'],
    ['2025-11~', '2025-11-01', '2025-11-30', 'about November 2025'],
    ['2025-11?', '2025-11-01', '2025-11-30', 'November 2025 (uncertain)'],
    ['2025-11%', '2025-11-01', '2025-11-30', 'about November 2025 (uncertain)'],
    ['156X', '1560-01-01', '1569-12-31', 'the 1560s'],
    ['15XX', '1500-01-01', '1599-12-31', 'between 1500 and 1599'],
    ['2025-XX', '2025-01-01', '2025-12-31', 'some time in 2025'],
    ['2025-11-XX', '2025-11-01', '2025-11-30', 'some day in November 2025'],
    ['2025-21', '2025-03-01', '2025-05-31', 'spring 2025'],
    ['2023-24', '2023-12-01', '2024-02-29', 'winter 2023'],
    ['2025-09-09/2025-09-10', '2025-09-09', '2025-09-10', '9 to 10 September 2025'],
    ['2025-08-30/2025-09-02', '2025-08-30', '2025-09-02', '30 August to 2 September 2025'],
    ['2025-12-28/2026-01-03', '2025-12-28', '2026-01-03', '28 December 2025 to 3 January 2026'],
    ['2025-09/2025-10', '2025-09-01', '2025-10-31', 'September to October 2025'],
    ['1872/1881', '1872-01-01', '1881-12-31', '1872 to 1881'],
    ['-0043', '-0043-01-01', '-0043-12-31', '44 BC'],
    ['Y10000', '+10000-01-01', '+10000-12-31', '10000'],
  ])('%s', (text, first, last, words) => {
    const span = spanOf(text);
    expect([isoOf(span.first), isoOf(span.last), formatDate(span)]).toEqual([first, last, words]);
    expect(span.text).toBe(text);
  });

  test('an open interval is drawn at the end that is known, not thousands of years away', () => {
    expect(spanOf('2025-09/..')).toMatchObject({ first: dayOf('2025-09-01'), last: LAST_DAY, day: dayOf('2025-09-01') });
    expect(spanOf('../2025-09')).toMatchObject({ first: FIRST_DAY, last: dayOf('2025-09-30'), day: dayOf('2025-09-30') });
    expect(formatDate(spanOf('2025-09/..'))).toBe('from September 2025');
  });

  test.each([
    ['2025-02-30', 'February 2025 has 28 days'],
    ['2025-04-31', 'April 2025 has 30 days'],
    ['2025-13-01', 'there is no month 13'],
    ['2025-09-10/2025-09-09', 'it ends before it starts'],
    ['2025-11-05T10:00:00Z', 'it has a time of day; dates here are whole days'],
    ['../..', 'both its ends are open'],
    ['Y17000', 'the record holds the years -6243 to 10182 only'],
    ['05/11/2025', 'it is no ISO 8601 or EDTF date'],
  ])('%s is refused: %s', (text, reason) => expect(reasonOf(text)).toBe(reason));

  test('the middle lies within the days it may mean, and plain dates read as the calendar has them', () => {
    const year = fc.integer({ min: 0, max: 9999 }).map((n) => String(n).padStart(4, '0'));
    const month = fc.integer({ min: 1, max: 12 }).map((n) => String(n).padStart(2, '0'));
    const mark = fc.constantFrom('', '~', '?', '%');
    const text = fc.oneof(
      fc.tuple(year, mark).map((parts) => parts.join('')),
      fc.tuple(year, month, mark).map(([y, m, q]) => `${y}-${m}${q}`),
    );
    fc.assert(
      fc.property(text, (date) => {
        const { first, day, last } = spanOf(date);
        expect(first).toBeLessThanOrEqual(day);
        expect(day).toBeLessThanOrEqual(last);
        expect(isoOf(first).startsWith(date.replace(/[~?%]/, ''))).toBe(true);
      }),
    );
  });
});
