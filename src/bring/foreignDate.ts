import { isDate, parseDate } from '../record/reading/dates';
import { daysInMonth, isoOf } from '../words/calendar';
import { monthNamed } from '../words/dates';

/** Dates as other tools write them, as the record writes them (EDTF); empty where a text is none. */

/** Which number of `05/11/2025` is the month. */
export type NumberOrder = 'day-first' | 'month-first';

const NUMBERS = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?:[ T,]+(.*))?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2}))?$/;
const TIMED = /^(-?\d{4,6})[/-](\d{1,2})[/-](\d{1,2})[T ]+(\S.*)$/;
const SLASHED = /^(\d{4})[/.](\d{1,2})(?:[/.](\d{1,2}))?$/;
const MONTH = '([A-Za-z]{3,9})\\.?';
const DAY_MONTH_YEAR = new RegExp(
  `^(?:[A-Za-z]{3,9}\\.?,? )?(\\d{1,2})(?:st|nd|rd|th)?[ -]${MONTH}[ ,-]+(-?\\d{4})(?:[ T,]+(.*))?$`,
);
const MONTH_DAY_YEAR = new RegExp(`^(?:[A-Za-z]{3,9}, )?${MONTH} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})(?:[ T,]+(.*))?$`);
const MONTH_YEAR = new RegExp(`^${MONTH}[ ,-]+(\\d{4})$`);
const TIME = /^(\d{1,2})(?::(\d{2}))?(?::(\d{2})(?:[.,]\d+)?)?\s*([ap]\.?m\.?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/i;
/** Spreadsheets count days from 1899-12-30. */
const SERIAL_EPOCH = -25_569;

/** `2025-11-05`, or shorter where month or day are not given; empty where there is no such day, or none that a record holds. */
export function isoDate(year: number, month?: number, day?: number): string {
  if (!Number.isInteger(year) || year < -6000 || year > 9999) return '';
  const start = `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`;
  if (month === undefined) return start;
  if (!Number.isInteger(month) || month < 1 || month > 12) return '';
  const months = `${start}-${String(month).padStart(2, '0')}`;
  if (day === undefined) return months;
  if (!Number.isInteger(day) || day < 1 || day > daysInMonth(year, month)) return '';
  return `${months}-${String(day).padStart(2, '0')}`;
}

/** A date without its time of day. */
export const dayOnly = (date: string): string => date.replace(/T.*$/, '');

/** Whether a date is a whole day, and neither vague nor open. */
export const isDay = (date: string): boolean => /^-?\d{4}-\d\d-\d\d$/.test(date);

/** A time of day as EDTF has it after a day, with `T` before it; empty where a text is none. */
export function timeOf(text: string): string {
  const parts = TIME.exec(text.trim());
  if (!parts || (parts[2] === undefined && parts[4] === undefined)) return '';
  let hour = Number(parts[1]);
  const minute = Number(parts[2] ?? '0');
  if (parts[4] !== undefined) {
    if (hour < 1 || hour > 12) return '';
    hour = (hour % 12) + (/^p/i.test(parts[4]) ? 12 : 0);
  }
  // Seconds that are all 0 are a form of writing, and no knowledge.
  const seconds = parts[3] === undefined || parts[3] === '00' ? '' : `:${parts[3]}`;
  if (hour > 23 || minute > 59 || Number(parts[3] ?? 0) > 59) return '';
  const zone = parts[5] ?? '';
  const offset = zone === '' ? '' : /^(z|utc|gmt)$/i.test(zone) ? 'Z' : zone.replace(/^([+-]\d{2}):?(\d{2})$/, '$1:$2');
  return `T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}${seconds}${offset}`;
}

/** A day with the time after it; a midnight that no clock showed is left out. */
function timed(day: string, rest: string | undefined): string {
  if (day === '' || rest === undefined) return day;
  const time = timeOf(rest);
  return time === '' || /^T00:00(Z|\+00:00)?$/.test(time) ? day : `${day}${time}`;
}

/**
 * A date of a file that came from elsewhere, as the record writes it.
 *
 * @param order how `05/11/2025` is read; null: a date that may be read both ways is none
 * @returns EDTF, or empty where the text is no date
 */
export function foreignDate(raw: string, order: NumberOrder | null = null): string {
  const text = raw.trim().replace(/\s+/g, ' ');
  if (text === '' || text.length > 60) return '';
  const moment = TIMED.exec(text);
  if (moment) return timed(isoDate(Number(moment[1]), Number(moment[2]), Number(moment[3])), moment[4]);
  if (/^\d{1,5}(\.\d+)?$/.test(text) && !/^\d{4}$/.test(text)) return serialDate(text);
  const compact = COMPACT.exec(text);
  if (compact) {
    const clock = compact[4] === undefined ? undefined : `${compact[4]}:${compact[5] ?? '00'}:${compact[6] ?? '00'}`;
    return timed(isoDate(Number(compact[1]), Number(compact[2]), Number(compact[3])), clock);
  }
  const numbers = NUMBERS.exec(text);
  if (numbers) {
    const [first, second, year] = [Number(numbers[1]), Number(numbers[2]), Number(numbers[3])];
    const dayFirst = isoDate(year, second, first);
    const monthFirst = isoDate(year, first, second);
    if (dayFirst !== '' && monthFirst !== '' && dayFirst !== monthFirst)
      return order === null ? '' : timed(order === 'day-first' ? dayFirst : monthFirst, numbers[4]);
    return timed(dayFirst || monthFirst, numbers[4]);
  }
  const slashed = SLASHED.exec(text);
  if (slashed) return isoDate(Number(slashed[1]), Number(slashed[2]), slashed[3] === undefined ? undefined : Number(slashed[3]));
  let parts = DAY_MONTH_YEAR.exec(text);
  if (parts) return timed(isoDate(Number(parts[3]), monthNamed(parts[2] ?? ''), Number(parts[1])), parts[4]);
  parts = MONTH_DAY_YEAR.exec(text);
  if (parts) return timed(isoDate(Number(parts[3]), monthNamed(parts[1] ?? ''), Number(parts[2])), parts[4]);
  parts = MONTH_YEAR.exec(text);
  if (parts) return isoDate(Number(parts[2]), monthNamed(parts[1] ?? ''));
  const span = parseDate(text);
  return isDate(span) && span.precision !== 'unknown' ? text : '';
}

/** A day number of a spreadsheet, between 1950 and 2100; empty for other numbers, which are likelier something else. */
function serialDate(text: string): string {
  const number = Number(text);
  if (number < 18_264 || number > 73_415) return '';
  return isoOf(Math.floor(number) + SERIAL_EPOCH);
}

/**
 * How a column writes `05/11/2025`: told by the cells that can be read in one way only. `mixed` where some say this and some that,
 * null where none says.
 */
export function orderIn(cells: Iterable<string>): NumberOrder | 'mixed' | null {
  let dayFirst = false;
  let monthFirst = false;
  for (const cell of cells) {
    const parts = NUMBERS.exec(cell.trim());
    if (!parts) continue;
    if (Number(parts[1]) > 12) dayFirst = true;
    else if (Number(parts[2]) > 12) monthFirst = true;
  }
  if (dayFirst && monthFirst) return 'mixed';
  return dayFirst ? 'day-first' : monthFirst ? 'month-first' : null;
}
