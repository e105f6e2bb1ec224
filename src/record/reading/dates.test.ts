import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOf, FIRST_DAY, isoOf, LAST_DAY, NO_DAY } from '../../words/calendar';
import { type DateSpan, formatDate, formatDay } from '../../words/dates';
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
    ['2025-02-30T10:00', 'February 2025 has 28 days'],
    ['2025-11-05T24:00', 'there is no hour 24; midnight is `T00:00` of the day that begins'],
    ['2025-11-05T10:60', 'there is no minute 60'],
    ['2025-11-05T10:00:60', 'there is no second 60'],
    ['2025-11-05T10:00+25:00', 'no clock is set so far from UTC'],
    ['2025-11-05T10:00/2025-11-06', 'the ends of an interval are whole days'],
    ['XXXX/2025', 'it is no ISO 8601 or EDTF date'],
    ['..', 'it is no ISO 8601 or EDTF date'],
    ['../..', 'both its ends are open'],
    ['Y17000', 'the record holds the years -6243 to 10182 only'],
    ['05/11/2025', 'it is no ISO 8601 or EDTF date'],
  ])('%s is refused: %s', (text, reason) => expect(reasonOf(text)).toBe(reason));

  test.each([
    ['2026-01-21T18:00', 64_800, '21 January 2026, 18:00'],
    ['2026-01-21T18:00:00', 64_800, '21 January 2026, 18:00'],
    ['2026-01-21T18:00:30', 64_830, '21 January 2026, 18:00'],
    ['2026-01-21T18:00Z', 64_800, '21 January 2026, 18:00 UTC'],
    ['2026-01-21T18:00+03:00', 54_000, '21 January 2026, 18:00 UTC+3'],
    ['2026-01-21T18:00-03:30', 77_400, '21 January 2026, 18:00 UTC\u22123:30'],
    ['2026-01-21T18:00+00', 64_800, '21 January 2026, 18:00 UTC'],
    ['-0043-03-15T11:00', 39_600, '15 March 44 BC, 11:00'],
  ])('%s stands on its day as written, and %d seconds into it', (text, time, words) => {
    const span = spanOf(text);
    const day = dayOf(text.slice(0, text.indexOf('T')));
    expect(span).toMatchObject({ text, first: day, last: day, day, precision: 'day', time });
    expect(formatDate(span)).toBe(words);
  });

  test('an offset never moves a row to another day: the order key leaves the day instead', () => {
    expect(spanOf('2026-01-21T01:00+03:00')).toMatchObject({ day: dayOf('2026-01-21'), time: -7200 });
    expect(spanOf('2026-01-21T23:00-05:00')).toMatchObject({ day: dayOf('2026-01-21'), time: 100_800 });
  });

  test('any time of any day is read, and its words give it back', () => {
    const two = (n: number) => String(n).padStart(2, '0');
    fc.assert(
      // EDTF has no times in years beyond four digits.
      fc.property(fc.integer({ min: FIRST_DAY, max: dayOf('9999-12-31') }), fc.nat(23), fc.nat(59), (day, hour, minute) => {
        const span = spanOf(`${isoOf(day)}T${two(hour)}:${two(minute)}`);
        expect(span).toMatchObject({ first: day, last: day, day, time: hour * 3600 + minute * 60 });
        expect(formatDate(span)).toBe(`${formatDay(day)}, ${two(hour)}:${two(minute)}`);
      }),
    );
  });

  test.each(['XXXX', 'XXXX-XX', 'XXXX-XX-XX'])('%s is no day at all, and never a century', (text) => {
    expect(spanOf(text)).toMatchObject({ first: NO_DAY, last: NO_DAY, day: NO_DAY, precision: 'unknown' });
    expect(formatDate(spanOf(text))).toBe('date unknown');
  });

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
