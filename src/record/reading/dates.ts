import { parse, type ParsedDate } from 'edtf';
import { calendarOf, type Day, dayFrom, daysInMonth, FIRST_DAY, LAST_DAY, NO_DAY } from '../../words/calendar';
import { type DateSpan, isUnknownDate, monthName } from '../../words/dates';

/**
 * EDTF (ISO 8601-2:2019 annex A, levels 0 and 1) to the span of days that a date may mean. For the worker and the terminal:
 * the page itself formats with `day.ts` and never loads the grammar.
 */

/** Why a text is no date, in the words of a fault's message. */
export interface NoDate {
  reason: string;
}

interface Ends {
  first: Day;
  last: Day;
  precision: DateSpan['precision'];
}

const PLAIN = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const KNOWN_LIMIT = 100_000;
const known = new Map<string, DateSpan | NoDate>();

/** Whether {@link parseDate} found a date. */
export function isDate(result: DateSpan | NoDate): result is DateSpan {
  return !('reason' in result);
}

function yearEnds(year: number): Ends {
  return { first: dayFrom(year, 1, 1), last: dayFrom(year, 12, 31), precision: 'year' };
}

function monthEnds(year: number, month: number): Ends {
  return { first: dayFrom(year, month, 1), last: dayFrom(year, month, daysInMonth(year, month)), precision: 'month' };
}

/** The common case without the grammar, and with a reason that names what is impossible. */
function plainEnds(text: string, parts: RegExpExecArray): Ends | NoDate {
  const year = Number(parts[1]);
  if (parts[2] === undefined) return yearEnds(year);
  const month = Number(parts[2]);
  // 21 to 24 in the month's place are EDTF's seasons, which the grammar reads.
  if (month < 1 || month > 12) return parts[3] === undefined ? grammarEnds(text) : { reason: `there is no month ${parts[2]}` };
  if (parts[3] === undefined) return monthEnds(year, month);
  const day = Number(parts[3]);
  const length = daysInMonth(year, month);
  if (day < 1 || day > length) return { reason: `${monthName(month)} ${year} has ${length} days` };
  const only = dayFrom(year, month, day);
  return { first: only, last: only, precision: 'day' };
}

/** Bits of edtf.js's mask, one a digit of YYYYMMDD. */
const LAST_YEAR_DIGIT = 8;
const THIRD_YEAR_DIGIT = 4;
const MONTH_DIGITS = 16 | 32;
const DAY_DIGITS = 64 | 128;

function endsOf(date: ParsedDate): Ends {
  const [year = 0, second, third] = date.values;
  if (date.type === 'Season') {
    // Spring is March to May, as the north counts meteorological seasons; a winter runs into the next year.
    const start = 3 + (Number(second) - 21) * 3;
    const endYear = start === 12 ? year + 1 : year;
    const endMonth = start === 12 ? 2 : start + 2;
    return { first: dayFrom(year, start, 1), last: monthEnds(endYear, endMonth).last, precision: 'interval' };
  }
  const unspecified = date.unspecified ?? 0;
  if (unspecified & (LAST_YEAR_DIGIT | THIRD_YEAR_DIGIT)) {
    const width = unspecified & THIRD_YEAR_DIGIT ? 100 : 10;
    // edtf.js puts 0 for the missing digits, which is the end nearer to year 0: the later one before it.
    const from = year < 0 ? year - width + 1 : year;
    return { first: dayFrom(from, 1, 1), last: dayFrom(from + width - 1, 12, 31), precision: 'interval' };
  }
  if (second === undefined || unspecified & MONTH_DIGITS) return yearEnds(year);
  const month = second + 1;
  if (third === undefined || unspecified & DAY_DIGITS) return monthEnds(year, month);
  const only = dayFrom(year, month, third);
  return { first: only, last: only, precision: 'day' };
}

function grammarEnds(text: string): Ends | NoDate {
  let parsed;
  try {
    parsed = parse(text, { level: 1 });
  } catch {
    return { reason: 'it is no ISO 8601 or EDTF date' };
  }
  if (parsed.type !== 'Interval') {
    if (parsed.values.length > 3)
      return { reason: 'its time is not written as `T18:00`, `T18:00:30` or with an offset after it' };
    return endsOf(parsed);
  }
  const [start, end] = parsed.values;
  const from = typeof start === 'object' && start ? endsOf(start) : null;
  const to = typeof end === 'object' && end ? endsOf(end) : null;
  if (text.includes('T')) return { reason: 'the ends of an interval are whole days' };
  if (!from && !to) return { reason: 'both its ends are open' };
  if (from && to && to.last < from.first) return { reason: 'it ends before it starts' };
  return { first: from?.first ?? FIRST_DAY, last: to?.last ?? LAST_DAY, precision: 'interval' };
}

const TIMED = /^(-?\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2}))?(?:(Z)|([+-])(\d{2})(?::?(\d{2}))?)?$/;

/** A whole day with a time on it (EDTF level 0; ISO 8601 lets the seconds be left out). */
function timedDay(text: string, parts: RegExpExecArray): DateSpan | NoDate {
  const day = read(parts[1] ?? '');
  if (!isDate(day)) return day;
  const [hour, minute, second] = [parts[2], parts[3], parts[4]].map((part) => Number(part ?? 0)) as [number, number, number];
  if (hour > 23) return { reason: `there is no hour ${hour}; midnight is \`T00:00\` of the day that begins` };
  if (minute > 59) return { reason: `there is no minute ${minute}` };
  if (second > 59) return { reason: `there is no second ${second}` };
  const [hours, minutes] = [Number(parts[7] ?? 0), Number(parts[8] ?? 0)];
  if (hours > 14 || minutes > 59) return { reason: 'no clock is set so far from UTC' };
  const offset = (parts[6] === '-' ? -1 : 1) * (hours * 60 + minutes);
  return { ...day, text, time: hour * 3600 + minute * 60 + second - offset * 60 };
}

function read(text: string): DateSpan | NoDate {
  if (isUnknownDate(text))
    return { text, first: NO_DAY, last: NO_DAY, day: NO_DAY, precision: 'unknown', approximate: false, uncertain: false };
  const timed = TIMED.exec(text);
  if (timed) return timedDay(text, timed);
  const plain = PLAIN.exec(text);
  const ends = plain ? plainEnds(text, plain) : grammarEnds(text);
  if ('reason' in ends) return ends;
  const { first, last, precision } = ends;
  if (first < FIRST_DAY || last > LAST_DAY) return { reason: `the record holds ${rangeOfYears()} only` };
  // The middle of an open interval would lie thousands of years away: it is drawn at the end that is known.
  const day = first === FIRST_DAY ? last : last === LAST_DAY ? first : Math.floor((first + last) / 2);
  return {
    text,
    first,
    last,
    day,
    precision,
    approximate: /[~%]/.test(text),
    uncertain: /[?%]/.test(text),
  };
}

function rangeOfYears(): string {
  return `the years ${calendarOf(FIRST_DAY).year + 1} to ${calendarOf(LAST_DAY).year - 1}`;
}

/**
 * A date as a table writes it (EDTF level 0 or 1: `2025`, `2025-11`, `2025-11-05`, `2025-11~`, `156X`, `2025-XX`, `2025-21`,
 * `2025-09-09/2025-09-10`, `2025-09/..`, `-0043-03-15`, `Y10000`, `2026-01-21T18:00`) as the days it may mean, both ends inclusive,
 * or the reason why it is none; an unknown date (`XXXX`) is one, on no day. A time of day does not move the day: an offset from UTC
 * counts for the order of the day's rows alone. Approximate (`~`) does not widen the span. Spans are shared between calls: treat them as frozen.
 */
export function parseDate(text: string): DateSpan | NoDate {
  const before = known.get(text);
  if (before) return before;
  const result = read(text);
  if (known.size >= KNOWN_LIMIT) known.clear();
  known.set(text, result);
  return result;
}

/** The same for a reader that has no use for the reason: null where a text is no date. */
export function dateOf(text: string): DateSpan | null {
  const read = parseDate(text);
  return isDate(read) ? read : null;
}
