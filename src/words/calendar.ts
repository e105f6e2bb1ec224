/**
 * Day arithmetic, without a library: this part is in the page's first download.
 *
 * Days are counted in the proleptic Gregorian calendar with astronomical years (year 0 is 1 BC), as ISO 8601 and EDTF do.
 * `Date` is avoided: it reads years below 100 as 19xx and prints in the reader's locale.
 */

/** Whole days since 1970-01-01 in the proleptic Gregorian calendar; may be negative. */
export type Day = number;

/** Open ends of a tie's life and of "any date": beyond every date that a table may hold (the years -6243 to 10182). */
export const FIRST_DAY: Day = -3_000_000;
export const LAST_DAY: Day = 3_000_000;

/** The day of what has no date: after every day that there is, so that it sorts last and lies in no window. */
export const NO_DAY: Day = 4_000_000;

/** The time of what has none: before every time, so that on its day it comes first and is never the latest where a time is known. */
export const NO_TIME = -1_000_000;

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
