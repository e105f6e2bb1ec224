import { daysInMonth, isoOf } from '../../words/calendar';
import { monthNamed } from '../../words/dates';

/** What a text that is no ISO date was probably meant to be. */
export interface DateSuggestion {
  /** Whether a spreadsheet writes dates so, rather than a person. */
  spreadsheet: boolean;
  /** What to write instead, in a sentence. */
  suggestion: string;
}

/** What decides between the two readings of `05/11/2025`. */
export interface DateHints {
  /** What comes first in the dates of the column, where its other cells tell. */
  habit?: 'day' | 'month' | null;
  /** The date with which the row's id begins; empty for none. */
  known?: string;
}

const MONTH = '([A-Za-z]{3,9})\\.?';
const NUMBERS = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})(?:[ T][\d:.]+)?$/;
const YEAR_FIRST = /^(\d{4})[./-](\d{1,2})(?:[./-](\d{1,2}))?(?:[ T].*)?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const DAY_NAME_YEAR = new RegExp(`^(\\d{1,2})[ -]${MONTH}[ ,-]+(\\d{4}|\\d{2})$`);
const NAME_DAY_YEAR = new RegExp(`^${MONTH} (\\d{1,2}),? (\\d{4})$`);
const NAME_YEAR = new RegExp(`^${MONTH}[ -](\\d{4}|\\d{2})$`);
const DAY_NAME = new RegExp(`^(\\d{1,2})[ -]${MONTH}$`);
const BEFORE_OUR_ERA = /^(\d{1,4}) ?B\.?C\.?(?:E\.?)?$/i;
/** A day and a time of day with a blank between, or with an hour of one digit. */
const TIMED = /^(\d{4})[./-](\d{1,2})[./-](\d{1,2})[ T]+(\d{1,2})[:.](\d{2})(?:[:.]\d{2}(?:\.\d+)?)?$/;
/** What people and catalogues write where there is no date. */
const UNKNOWN = /^(x{4}.*|u{4}|\?+|unknown|undated|none|n\.? ?d\.?|n\/a|s\.? ?d\.?|(\.\.)?\/(\.\.)?)$/i;
const SERIAL = /^\d{5}(\.\d+)?$/;
/** Spreadsheets count days from 1899-12-30 (the 1900 system, with its 29 February 1900). */
const SERIAL_EPOCH = -25_569;

/** Two digits as a year: a record of the present is likelier than one of a century ago. */
function fullYear(text: string): number {
  return text.length === 2 ? 2000 + Number(text) : Number(text);
}

function iso(year: number, month: number, day?: number): string | null {
  if (month < 1 || month > 12 || (day !== undefined && (day < 1 || day > daysInMonth(year, month)))) return null;
  const start = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
  return day === undefined ? start : `${start}-${String(day).padStart(2, '0')}`;
}

function write(date: string | null, spreadsheet: boolean): DateSuggestion | null {
  return date === null ? null : { spreadsheet, suggestion: `Write \`${date}\`.` };
}

/** Both readings of `05/11/2025`, where both are dates. */
function eitherWay(parts: RegExpExecArray, { habit, known }: DateHints): DateSuggestion | null {
  const [first, second, year] = [Number(parts[1]), Number(parts[2]), fullYear(parts[3] ?? '')];
  const dayFirst = iso(year, second, first);
  const monthFirst = iso(year, first, second);
  if (dayFirst === null || monthFirst === null || dayFirst === monthFirst) return write(dayFirst ?? monthFirst, true);
  if (known === dayFirst || known === monthFirst) return write(known, true);
  if (habit) return write(habit === 'day' ? dayFirst : monthFirst, true);
  return {
    spreadsheet: true,
    suggestion: `Write \`${dayFirst}\` (if the day came first) or \`${monthFirst}\` (if the month did).`,
  };
}

/**
 * The ISO date behind a date that a spreadsheet re-formatted (`05/11/2025`, `5.11.2025`, `45966`, `Nov-25`) or that somebody wrote
 * otherwise (`2025/11/5`, `5 November 2025`), with both readings where it is ambiguous and neither
 * the row's id nor the habit of its column decides; null where none is likely.
 */
export function suggestDate(text: string, hints: DateHints = {}): DateSuggestion | null {
  if (UNKNOWN.test(text)) return { spreadsheet: false, suggestion: 'Write `XXXX` for a date that is not known.' };
  const timed = TIMED.exec(text);
  if (timed) {
    const date = iso(Number(timed[1]), Number(timed[2]), Number(timed[3]));
    return date !== null && Number(timed[4]) < 24 && Number(timed[5]) < 60
      ? {
          spreadsheet: text.includes(' '),
          suggestion: `Write \`${date}T${(timed[4] ?? '').padStart(2, '0')}:${timed[5] ?? ''}\`.`,
        }
      : null;
  }
  const numbers = NUMBERS.exec(text);
  if (numbers) return eitherWay(numbers, hints);
  if (SERIAL.test(text)) {
    const day = Math.floor(Number(text)) + SERIAL_EPOCH;
    return { spreadsheet: true, suggestion: `Write \`${isoOf(day)}\` if this is a spreadsheet's day number.` };
  }
  let parts = BEFORE_OUR_ERA.exec(text);
  if (parts && Number(parts[1]) > 0) {
    const year = Number(parts[1]) - 1;
    const written = `${year > 0 ? '-' : ''}${String(year).padStart(4, '0')}`;
    return { spreadsheet: false, suggestion: `Write \`${written}\`: years are astronomical, 1 BC is \`0000\`.` };
  }
  parts = YEAR_FIRST.exec(text);
  if (parts) return write(iso(Number(parts[1]), Number(parts[2]), parts[3] ? Number(parts[3]) : undefined), text.includes('/'));
  parts = COMPACT.exec(text);
  if (parts) return write(iso(Number(parts[1]), Number(parts[2]), Number(parts[3])), false);
  parts = DAY_NAME_YEAR.exec(text);
  if (parts) return write(iso(fullYear(parts[3] ?? ''), monthNamed(parts[2] ?? ''), Number(parts[1])), true);
  parts = NAME_DAY_YEAR.exec(text);
  if (parts) return write(iso(Number(parts[3]), monthNamed(parts[1] ?? ''), Number(parts[2])), false);
  parts = NAME_YEAR.exec(text);
  if (parts) return write(iso(fullYear(parts[2] ?? ''), monthNamed(parts[1] ?? '')), true);
  parts = DAY_NAME.exec(text);
  if (parts && monthNamed(parts[2] ?? '') > 0)
    return { spreadsheet: true, suggestion: 'Add the year and write it as `YYYY-MM-DD`.' };
  return null;
}
