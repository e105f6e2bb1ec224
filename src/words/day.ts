/**
 * Day arithmetic and the words for dates, without a library: this part is in the page's first download.
 *
 * Days are counted in the proleptic Gregorian calendar with astronomical years (year 0 is 1 BC), as ISO 8601 and EDTF do.
 * `Date` is avoided: it reads years below 100 as 19xx and prints in the reader's locale.
 */

/** Whole days since 1970-01-01 (UTC); negative before it. */
export type Day = number;

/** Open ends of a tie's life and of "any date": beyond every date that a table may hold. */
export const FIRST_DAY: Day = -3_000_000;
export const LAST_DAY: Day = 3_000_000;

/** A date that may be vague: EDTF level 0 or 1, kept as written and as the days it may mean. */
export interface DateSpan {
  /** As the table has it, e.g. `2025-11~` or `2025-09-09/2025-09-10`. */
  text: string;
  /** Earliest day it may mean. */
  first: Day;
  /** Latest day it may mean (inclusive). */
  last: Day;
  /** Middle of the two, rounded down: where it sorts and is drawn. */
  day: Day;
  precision: 'day' | 'month' | 'year' | 'interval';
  approximate: boolean;
  uncertain: boolean;
}

export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

export interface CalendarDate {
  /** Astronomical: 0 is 1 BC, -43 is 44 BC. */
  year: number;
  /** 1 to 12. */
  month: number;
  /** 1 to 31. */
  day: number;
}

/** Days from 1970-01-01 to a date of the proleptic Gregorian calendar (Hinnant's `days_from_civil`); no check of ranges. */
export function dayFrom(year: number, month: number, day: number): Day {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The calendar date of a day (Hinnant's `civil_from_days`), for any whole number. */
export function calendarOf(day: Day): CalendarDate {
  const z = day + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  };
}

/** Length of a month in days, 28 to 31; `month` is 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
}

const ISO_DAY = /^([+-]?)(\d{4,6})-(\d{2})-(\d{2})$/;

/**
 * The day of a full ISO 8601 date (`2025-11-05`, `-0043-03-15`, `+12000-01-01`).
 * NaN for anything else, dates that no calendar has (`2025-02-30`) among it.
 */
export function dayOf(iso: string): Day {
  const parts = ISO_DAY.exec(iso);
  if (!parts) return Number.NaN;
  const year = Number(parts[2]) * (parts[1] === '-' ? -1 : 1);
  const month = Number(parts[3]);
  const day = Number(parts[4]);
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return Number.NaN;
  return dayFrom(year, month, day);
}

/** A year as ISO 8601 writes it: four digits, a sign before negative years and before those of more than four digits. */
function isoYear(year: number): string {
  const digits = String(Math.abs(year)).padStart(4, '0');
  if (year < 0) return `-${digits}`;
  return digits.length > 4 ? `+${digits}` : digits;
}

/** A day as a full ISO 8601 date; the inverse of {@link dayOf} for every whole number within years of six digits. */
export function isoOf(day: Day): string {
  const date = calendarOf(day);
  return `${isoYear(date.year)}-${String(date.month).padStart(2, '0')}-${String(date.day).padStart(2, '0')}`;
}

/** A year in words: `2025`, `843`, `44 BC`. */
export function formatYear(year: number): string {
  return year > 0 ? String(year) : `${1 - year} BC`;
}

function monthName(month: number): string {
  return MONTHS[month - 1] ?? '';
}

/** A day in words, e.g. `5 November 2025`. English whatever the machine's locale. */
export function formatDay(day: Day): string {
  const date = calendarOf(day);
  return `${date.day} ${monthName(date.month)} ${formatYear(date.year)}`;
}

/** The parts of a date's words that are there, from the smallest up, so that a range can leave out what both ends share. */
interface Words {
  day: string;
  month: string;
  year: string;
  approximate: boolean;
  uncertain: boolean;
}

const SEASONS = ['spring', 'summer', 'autumn', 'winter'];
const PART = /^(Y?[+-]?\d{4,})(?:-(\d{2}|XX))?(?:-(\d{2}|XX))?([~?%]?)$/;

function wordsOf(text: string): Words | null {
  const parts = PART.exec(text);
  if (!parts) return null;
  const year = formatYear(Number((parts[1] ?? '').replace('Y', '')));
  const mark = parts[4] ?? '';
  const words = { day: '', month: '', year, approximate: mark === '~' || mark === '%', uncertain: mark === '?' || mark === '%' };
  const month = parts[2] ?? '';
  const day = parts[3] ?? '';
  if (month === 'XX') return { ...words, day: 'some time in' };
  const number = Number(month);
  if (number > 20) words.month = SEASONS[number - 21] ?? '';
  else if (number > 0) words.month = monthName(number);
  if (day === 'XX') words.day = 'some day in';
  else if (day) words.day = String(Number(day));
  return words;
}

function join(words: Words): string {
  return [words.day, words.month, words.year].filter(Boolean).join(' ');
}

function qualified(text: string, approximate: boolean, uncertain: boolean): string {
  return `${approximate ? 'about ' : ''}${text}${uncertain ? ' (uncertain)' : ''}`;
}

function formatOne(text: string): string | null {
  const decade = /^(\d{3})X([~?%]?)$/.exec(text);
  if (decade) return qualified(`the ${decade[1]}0s`, /[~%]/.test(decade[2] ?? ''), /[?%]/.test(decade[2] ?? ''));
  const century = /^(\d{2})XX[~?%]?$/.exec(text);
  if (century) return `between ${century[1]}00 and ${century[1]}99`;
  const words = wordsOf(text);
  return words && qualified(join(words), words.approximate, words.uncertain);
}

/** Both ends in words, what they share said once: `9 to 10 September 2025`, `December 2025 to January 2026`. */
function formatRange(from: Words, to: Words): string {
  const start = { ...from };
  // A shared part is left out of the start only while every larger part is shared as well, and the ends are equally precise.
  if (start.year === to.year && start.month && to.month) {
    start.year = '';
    if (start.month === to.month && start.day && to.day) start.month = '';
  }
  const approximate = from.approximate || to.approximate;
  return qualified(`${join(start)} to ${join(to)}`, approximate, from.uncertain || to.uncertain);
}

/**
 * A date in a reader's words: `5 November 2025`, `November 2025`, `about November 2025`, `2025`, `9 to 10 September 2025`,
 * `from September 2025`, `spring 2025`, `the 1560s`. Reads the text as written; a text in no known form is told by its days.
 */
export function formatDate(span: DateSpan): string {
  const [start = '', end] = span.text.split('/');
  if (end === undefined) {
    const one = formatOne(start);
    if (one !== null) return one;
  } else {
    const openStart = start === '' || start === '..';
    const openEnd = end === '' || end === '..';
    if (openStart && openEnd) return 'date unknown';
    if (openStart) return `until ${formatOne(end) ?? formatDay(span.last)}`;
    if (openEnd) return `from ${formatOne(start) ?? formatDay(span.first)}`;
    const from = wordsOf(start);
    const to = wordsOf(end);
    if (from && to) return formatRange(from, to);
  }
  if (span.first <= FIRST_DAY && span.last >= LAST_DAY) return 'date unknown';
  if (span.first === span.last) return formatDay(span.first);
  return `${formatDay(span.first)} to ${formatDay(span.last)}`;
}
