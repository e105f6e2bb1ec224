import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOf, FIRST_DAY, LAST_DAY } from './calendar';
import {
  betweenWords,
  dayBeside,
  daysWords,
  formatDate,
  formatDay,
  formatMonth,
  formatYear,
  lastingWords,
  monthName,
  monthNamed,
  onDate,
  onDays,
  rangeWords,
  shortDate,
  shortDay,
  shortRange,
  vagueDate,
} from './dates';

const day = (iso: string) => dayOf(iso);
const date = (text: string, first = '2025-01-01', last = '2025-12-31') => ({ text, first: day(first), last: day(last) });
const anyDay = fc.integer({ min: FIRST_DAY + 1, max: LAST_DAY - 1 });

describe('a day', () => {
  test.each([
    ['2025-11-05', '5 November 2025', '5 Nov 2025'],
    ['2025-05-12', '12 May 2025', '12 May 2025'],
    ['0987-07-03', '3 July 987', '3 Jul 987'],
    ['-0043-03-15', '15 March 44 BC', '15 Mar 44 BC'],
    ['0000-01-01', '1 January 1 BC', '1 Jan 1 BC'],
    ['0045-03-15', '15 March AD 45', '15 Mar AD 45'],
  ])('%s', (iso, long, short) => expect([formatDay(day(iso)), shortDay(day(iso))]).toEqual([long, short]));

  test('leaves out a year that has just been read', () => {
    expect(dayBeside(day('2025-03-01'), day('2025-12-31'))).toBe('1 March');
    expect(dayBeside(day('2024-03-01'), day('2025-12-31'))).toBe('1 March 2024');
  });
});

describe('a year alone', () => {
  test.each([
    [2025, '2025', 'AD 2025'],
    [843, '843', 'AD 843'],
    [100, '100', 'AD 100'],
    [99, 'AD 99', 'AD 99'],
    [1, 'AD 1', 'AD 1'],
    [0, '1 BC', '1 BC'],
    [-43, '44 BC', '44 BC'],
  ])('%i', (year, alone, beside) => expect([formatYear(year), formatYear(year, { era: true })]).toEqual([alone, beside]));
});

test('months by number and by name', () => {
  expect([monthName(9), monthName(9, 'short'), monthName(13), monthName(0)]).toEqual(['September', 'Sep', '', '']);
  expect(['dec', 'December', 'JAN', 'ma', 'Foo'].map(monthNamed)).toEqual([12, 12, 1, 0, 0]);
  expect([formatMonth(2025, 11), formatMonth(45, 3, 'short'), formatMonth(-43, 3)]).toEqual([
    'November 2025',
    'Mar AD 45',
    'March 44 BC',
  ]);
});

describe('a date as written', () => {
  test.each([
    ['-0043-03-01/0045-03-15', '1 March 44 BC to 15 March AD 45'],
    ['-0043-03-01/-0043-03-15', '1 to 15 March 44 BC'],
    ['-0043/0045', '44 BC to AD 45'],
    ['-0043-03/0045-04', 'March 44 BC to April AD 45'],
    ['0045-03', 'March AD 45'],
    ['0012/0014', 'AD 12 to AD 14'],
    ['056X', 'the 560s'],
    ['05XX', 'between 500 and 599'],
    ['156X~', 'about the 1560s'],
    ['15XX?', 'between 1500 and 1599 (uncertain)'],
    ['2025-XX-XX', 'some time in 2025'],
    ['2025-11-05T10:00:00Z', '5 November 2025, 10:00 UTC'],
    ['2025-11-05T10:00', '5 November 2025, 10:00'],
    ['2025-11-05T10:00:30.5+03:00', '5 November 2025, 10:00 UTC+3'],
    ['2025-11-05T10:00-05:30', '5 November 2025, 10:00 UTC−5:30'],
    ['2025-11-05T10:00+00:00', '5 November 2025, 10:00 UTC'],
    ['2025-11-05T10:00Z/2025-11-05T12:30Z', '5 November 2025, 10:00 to 12:30 UTC'],
    ['2025-11-05T10:00+02:00/2025-11-05T12:30Z', '5 November 2025, 10:00 UTC+2 to 12:30 UTC'],
    ['2025-11-05T10:00Z/2025-11-06T12:30Z', '5 November 2025, 10:00 UTC to 6 November 2025, 12:30 UTC'],
    ['2025-11-05/2025-11-05', '5 November 2025'],
    ['2025-09~/2025-10~', 'about September to October 2025'],
    ['1872/1881~', '1872 to about 1881'],
    ['2025-09-01?/2025-09-04', '1 September 2025 (uncertain) to 4 September 2025'],
    ['2025-09/..', 'from September 2025'],
    ['2025-09/', 'from September 2025'],
    ['../1881', 'until 1881'],
    ['/1881', 'until 1881'],
    ['../..', 'date unknown'],
    ['2023-24', 'winter 2023'],
    ['2025-17', '2025'],
    ['nonsense', '2025'],
  ])('%s', (text, words) => expect(formatDate(date(text))).toBe(words));

  test('in short', () => {
    expect(shortDate(date('2025-09-09/2025-09-10'))).toBe('9 to 10 Sep 2025');
    expect(shortDate(date('2025-10-28/2025-11-03'))).toBe('28 Oct to 3 Nov 2025');
    expect(shortDate(date('2025-11~'))).toBe('about Nov 2025');
    expect(shortDate(date('2025-09/..'))).toBe('from Sep 2025');
  });

  test('a text in no known form is told by its days', () => {
    expect(formatDate(date('gone', '2025-11-05', '2025-11-05'))).toBe('5 November 2025');
    expect(formatDate({ text: 'gone', first: FIRST_DAY, last: LAST_DAY })).toBe('date unknown');
    expect(formatDate({ text: 'gone', first: FIRST_DAY, last: day('2025-11-05') })).toBe('until 5 November 2025');
    expect(formatDate({ text: 'gone', first: day('2025-11-05'), last: LAST_DAY })).toBe('from 5 November 2025');
  });
});

describe('all days from one to another', () => {
  test.each([
    ['2025-01-01', '2025-12-31', '2025', 'in 2025'],
    ['2024-01-01', '2025-12-31', '2024 to 2025', 'from 2024 to 2025'],
    ['2025-09-01', '2025-09-30', 'September 2025', 'in September 2025'],
    ['2025-09-01', '2025-10-31', 'September to October 2025', 'from September to October 2025'],
    ['2025-09-02', '2025-09-30', '2 to 30 September 2025', 'from 2 to 30 September 2025'],
    ['2025-09-01', '2025-12-31', 'September to December 2025', 'from September to December 2025'],
    ['2025-12-18', '2026-01-03', '18 December 2025 to 3 January 2026', 'from 18 December 2025 to 3 January 2026'],
    ['2025-11-05', '2025-11-05', '5 November 2025', 'on 5 November 2025'],
    ['-0043-01-01', '-0043-12-31', '44 BC', 'in 44 BC'],
    ['-0043-01-01', '0045-12-31', '44 BC to AD 45', 'from 44 BC to AD 45'],
  ])('%s to %s', (first, last, words, inSentence) => {
    expect(daysWords(day(first), day(last))).toBe(words);
    expect(onDays(day(first), day(last))).toBe(inSentence);
  });

  test('day by day even where they are a month', () => {
    expect(rangeWords(day('2025-11-01'), day('2025-11-30'))).toBe('1 to 30 November 2025');
    expect(rangeWords(day('2025-11-05'), day('2025-11-05'))).toBe('5 November 2025');
    expect(shortRange(day('2025-10-28'), day('2025-11-03'))).toBe('28 Oct to 3 Nov 2025');
    expect(shortRange(day('2025-12-30'), day('2026-01-04'))).toBe('30 Dec 2025 to 4 Jan 2026');
  });

  test('a moment between two days', () => {
    expect(betweenWords(day('2025-11-05'), day('2025-11-11'))).toBe('between 5 and 11 November 2025');
    expect(betweenWords(day('2025-10-28'), day('2025-11-03'), 'short')).toBe('between 28 Oct and 3 Nov 2025');
    expect(betweenWords(day('2025-12-18'), day('2026-01-03'))).toBe('between 18 December 2025 and 3 January 2026');
    expect(betweenWords(day('2025-11-05'), day('2025-11-05'))).toBe('on 5 November 2025');
  });

  test('a range never repeats what both ends share, and says each year that is not shared', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: 1, max: 900 }),
        fc.constantFrom('long' as const, 'short' as const),
        (first, length, style) => {
          const [a, b] = [formatDay(first, style).split(' '), formatDay(first + length, style).split(' ')];
          for (const words of [rangeWords(first, first + length, style), betweenWords(first, first + length, style)]) {
            const [start = '', end] = words.replace('between ', '').split(/ to | and /);
            expect(end).toBe(b.join(' '));
            const sameYear = a.slice(2).join(' ') === b.slice(2).join(' ');
            const sameMonth = sameYear && a[1] === b[1];
            expect(start).toBe(a.slice(0, sameMonth ? 1 : sameYear ? 2 : 4).join(' '));
          }
        },
      ),
    );
  });
});

describe('in a sentence', () => {
  test.each([
    ['2025-11-05', 'on 5 November 2025'],
    ['2025-11', 'in November 2025'],
    ['2025', 'in 2025'],
    ['0012', 'in AD 12'],
    ['-0009', 'in 10 BC'],
    ['-0009-01-10', 'on 10 January 10 BC'],
    ['2025-11~', 'about November 2025'],
    ['2025-11-05?', 'on 5 November 2025 (uncertain)'],
    ['156X', 'in the 1560s'],
    ['15XX', 'between 1500 and 1599'],
    ['2025-XX', 'some time in 2025'],
    ['2025-21', 'in spring 2025'],
    ['2025-09-09/2025-09-10', 'from 9 to 10 September 2025'],
    ['../1881', 'until 1881'],
    ['1881/..', 'from 1881'],
    ['../..', 'at an unknown date'],
  ])('%s', (text, words) => expect(onDate(date(text))).toBe(words));

  test('a date that is not known to the day says so, once', () => {
    expect(vagueDate(date('2025-11', '2025-11-01', '2025-11-30'))).toBe('November 2025, day not known');
    expect(vagueDate(date('2025-11', '2025-11-01', '2025-11-30'), 'short')).toBe('Nov 2025, day not known');
    expect(vagueDate(date('2025-11-05', '2025-11-05', '2025-11-05'))).toBe('5 November 2025');
    expect(vagueDate(date('2025-09-09/2025-09-10'))).toBe('9 to 10 September 2025, day not known');
    expect(vagueDate({ ...date('2025-09-09/2025-09-10'), lasts: true })).toBe('9 to 10 September 2025');
    expect(['2025-11-XX', '156X', '2025~', '../1881', '../..'].map((text) => vagueDate(date(text)))).toEqual([
      'some day in November 2025',
      'the 1560s',
      'about 2025',
      'until 1881',
      'date unknown',
    ]);
  });

  test('how long something holds', () => {
    expect(lastingWords(date('1872'), null)).toBe('since 1872');
    expect(lastingWords(null, date('2025-09'))).toBe('up to September 2025');
    expect(lastingWords(date('1872'), date('1881'))).toBe('1872 up to 1881');
    expect(lastingWords(null, null)).toBe('');
  });
});
