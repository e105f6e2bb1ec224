import { describe, expect, test } from 'vitest';
import { dayOf } from './calendar';
import {
  daysWords,
  formatDate,
  isOpenEnd,
  isUnknownDate,
  monthName,
  monthNamed,
  openStart,
  rangeWords,
  type OpenEnd,
} from './dates';

const [first, last] = [dayOf('2025-11-05'), dayOf('2025-11-06')];
const written = (text: string, open?: OpenEnd) => formatDate({ text, first, last, ...(open === undefined ? {} : { open }) });

describe('dates with an end that is none', () => {
  test('say whether it still goes on, went on at least so long, or ended unknown when', () => {
    expect(written('2022-02-24/..', 'going')).toBe('since 24 February 2022 and still going on');
    expect(written('2022-02-24', 'unknown')).toBe('from 24 February 2022, its end unknown');
    expect(written('2022-02/2023-01', 'later')).toBe('from February 2022 until January 2023 at least');
    expect(written('2022-02', 'later')).toBe('from February 2022 until 6 November 2025 at least');
  });

  test('are told by what the cell says, whole', () => {
    expect(['..', '', '2025', '../2025'].map(isOpenEnd)).toEqual([true, false, false, false]);
    expect(['2022-03/..', '2022/2023/..', '/..', '2022-03'].map(openStart)).toEqual(['2022-03', null, null, null]);
    expect(['XXXX', 'XXXX-XX', 'XXXX-XX-XX', '20XX', 'XXXX-XX-XX-XX', ' XXXX'].map(isUnknownDate)).toEqual([true, true, true, false, false, false]); // prettier-ignore
  });
});

describe('parts of a date', () => {
  test('months have a name by number and by their first three letters', () => {
    expect([0, 1, 12, 13].map((month) => monthName(month))).toEqual(['', 'January', 'December', '']);
    expect(['nov', 'NOVEMBER', 'no', 'xyz', 'Januar'].map(monthNamed)).toEqual([11, 11, 0, 0, 1]);
  });

  test('times keep their offset, ends of a day say it once', () => {
    expect(written('2025-11-05T10:00-05:30')).toBe('5 November 2025, 10:00 UTC−5:30');
    expect(written('2025-11-05T10:00+03')).toBe('5 November 2025, 10:00 UTC+3');
    expect(written('2025-11-05T10:00+00:00')).toBe('5 November 2025, 10:00 UTC');
    expect(written('2025-11-05T10:00/2025-11-05T12:00')).toBe('5 November 2025, 10:00 to 12:00');
    expect(written('2025-11-05T10:00Z/2025-11-05T12:00Z')).toBe('5 November 2025, 10:00 to 12:00 UTC');
    expect(written('2025-11-05T10:00/2025-11-05')).toBe('5 November 2025, 10:00 to 5 November 2025');
  });

  test('marks of doubt are said, one, the other or both', () => {
    expect(['2025~', '2025?', '2025%', '2025'].map((text) => written(text))).toEqual([
      'about 2025',
      '2025 (uncertain)',
      'about 2025 (uncertain)',
      '2025',
    ]);
    expect(written('156X%')).toBe('about the 1560s (uncertain)');
  });

  test('seasons are named, months that are none are not', () => {
    expect(['2025-21', '2025-24'].map((text) => written(text))).toEqual(['spring 2025', 'winter 2025']);
    expect(['2025-25', '2025-20', '2025-13'].map((text) => written(text))).toEqual(Array.from({ length: 3 }, () => '5 to 6 November 2025')); // prettier-ignore
    expect(['2025-12', '2025-XX', '2025-12-XX'].map((text) => written(text))).toEqual(['December 2025', 'some time in 2025', 'some day in December 2025']); // prettier-ignore
  });

  test('a range says once what both ends share, and only where both are equally precise', () => {
    expect(written('2025-11/2025-12-03')).toBe('November to 3 December 2025');
    expect(written('2025/2025-12')).toBe('2025 to December 2025');
    expect(written('2025-11-05/2025-11')).toBe('5 November to November 2025');
    expect(written('-0043/0045')).toBe('44 BC to AD 45');
    expect(written('-0043/-0042')).toBe('44 BC to 43 BC');
  });

  test('days in words are one day where they are one', () => {
    expect([rangeWords(first, first), rangeWords(first, last)]).toEqual(['5 November 2025', '5 to 6 November 2025']);
    expect(daysWords(dayOf('2025-11-01'), dayOf('2025-11-30'))).toBe('November 2025');
    expect(daysWords(dayOf('2025-01-01'), dayOf('2025-12-31'))).toBe('2025');
    expect(daysWords(first, first)).toBe('5 November 2025');
  });
});
