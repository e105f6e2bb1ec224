import { calendarOf, daysInMonth, FIRST_DAY, isoOf, LAST_DAY, NO_DAY, type Day } from './calendar';

/**
 * Every date that a reader sees is written here: days, months, years, ranges of them, vague and open ones, before Christ and after.
 * English whatever the machine's locale; `style` says whether months are whole or cut to three letters.
 */

const MONTHS = [
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
const SEASONS = ['spring', 'summer', 'autumn', 'winter'] as const;
const UNKNOWN = 'date unknown';

/** `long`: 5 November 2025; `short`: 5 Nov 2025, for a line in a list. */
export type DateStyle = 'long' | 'short';

/** A date as a table writes it (EDTF) and the days that it may mean; a {@link DateSpan} is one. */
export interface WrittenDate {
  /** E.g. `2025-11-05`, `2025-11~`, `2025-09-09/2025-09-10`, `2025-09/..`, `2026-01-21T18:00`, `XXXX`. */
  text: string;
  /** Earliest day that it may mean; FIRST_DAY where open. */
  first: Day;
  /** Latest day that it may mean (inclusive); LAST_DAY where open. */
  last: Day;
  /**
   * Of what lasts, where its end is no date: `going`: it still goes on since the text; `later`: it went on at least up to the end in the
   * text; `unknown`: it ended, and when is not known.
   */
  open?: OpenEnd;
}

export type OpenEnd = 'going' | 'later' | 'unknown';

/** A date that may be vague: EDTF level 0 or 1, kept as written and as the days it may mean; all are NO_DAY where it is not known. */
export interface DateSpan extends WrittenDate {
  /** Middle of the two, rounded down: where it sorts and is drawn. */
  day: Day;
  precision: 'day' | 'month' | 'year' | 'interval' | 'unknown';
  approximate: boolean;
  uncertain: boolean;
  /**
   * Seconds from midnight of `day`, in UTC where the text has an offset (so that it may lie outside 0 to 86,399) and as written where
   * it has none; absent where the time is not known. It puts the rows of a day in order and never moves one to another day.
   */
  time?: number;
}

/** Whether a text is EDTF's way to say that a date is not known: `XXXX`, also with a month and a day that are not. */
export function isUnknownDate(text: string): boolean {
  return /^XXXX(-XX){0,2}$/.test(text);
}

/** Whether the cell of an end says that there is none: what it ends still goes on (EDTF's open end). */
export function isOpenEnd(text: string): boolean {
  return text === '..';
}

/** Start of an interval whose end is open (`2022-03` of `2022-03/..`), or null for any other text. */
export function openStart(text: string): string | null {
  return /^([^/]+)\/\.\.$/.exec(text)?.[1] ?? null;
}

/** Name of a month (1 to 12): `November`, short `Nov`; empty for any other number. */
export function monthName(month: number, style: DateStyle = 'long'): string {
  const name = MONTHS[month - 1] ?? '';
  return style === 'short' ? name.slice(0, 3) : name;
}

/** The month (1 to 12) whose English name starts with these three letters or more, whatever their case; 0 for none. */
export function monthNamed(text: string): number {
  const start = text.slice(0, 3).toLowerCase();
  return start.length < 3 ? 0 : MONTHS.findIndex((month) => month.toLowerCase().startsWith(start)) + 1;
}

/**
 * A year that stands alone: `2025`, `843`, `44 BC`, and `AD 45` for the first century, which would not read as a year.
 *
 * @param year astronomical: 0 is 1 BC
 * @param era years before Christ stand beside it, so every other year says `AD`
 */
export function formatYear(year: number, { era = false }: { era?: boolean } = {}): string {
  if (year <= 0) return `${1 - year} BC`;
  return era || year < 100 ? `AD ${year}` : String(year);
}

/** A month and its year: `November 2025`, `Mar AD 45`. */
export function formatMonth(year: number, month: number, style: DateStyle = 'long'): string {
  return `${monthName(month, style)} ${formatYear(year)}`;
}

/** A day: `5 November 2025`, `15 March 44 BC`, `1 January AD 1`; short `5 Nov 2025`. */
export function formatDay(day: Day, style: DateStyle = 'long'): string {
  const date = calendarOf(day);
  return `${date.day} ${monthName(date.month, style)} ${formatYear(date.year)}`;
}

/** `5 Nov 2025`. */
export function shortDay(day: Day): string {
  return formatDay(day, 'short');
}

/** A day without its year where the reader has just read the year, in `known`: `5 November`. */
export function dayBeside(day: Day, known: Day, style: DateStyle = 'long'): string {
  const date = calendarOf(day);
  return date.year === calendarOf(known).year ? `${date.day} ${monthName(date.month, style)}` : formatDay(day, style);
}

/** What a text says of one end of a date, from the smallest part up. */
interface Moment {
  /** `10:00`, empty where it is not said. */
  time: string;
  /** `UTC`, `UTC+3`. */
  zone: string;
  /** 1 to 31, or `some day in`, `some time in`. */
  day: string;
  /** 1 to 12; 21 to 24 a season; 0 where it is not said. */
  month: number;
  year: number;
  approximate: boolean;
  uncertain: boolean;
}

const MOMENT =
  /^(Y?[+-]?\d{4,})(?:-(\d{2}|XX)(?:-(\d{2}|XX))?)?(?:T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}(?::?\d{2})?)?)?([~?%]?)$/;

function zoneWords(zone: string): string {
  const offset = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone);
  if (offset === null) return zone === 'Z' ? 'UTC' : '';
  const hours = Number(offset[2]);
  const minutes = offset[3] ?? '00';
  if (hours === 0 && minutes === '00') return 'UTC';
  return `UTC${offset[1] === '-' ? '\u2212' : '+'}${hours}${minutes === '00' ? '' : `:${minutes}`}`;
}

function momentOf(text: string): Moment | null {
  const parts = MOMENT.exec(text);
  if (!parts) return null;
  const [, year = '', month = '', day = '', time = '', zone = '', mark = ''] = parts;
  const number = Number(month === 'XX' ? 0 : month);
  if (number > 24 || (number > 12 && number < 21)) return null;
  return {
    time,
    zone: zoneWords(zone),
    day: month === 'XX' ? 'some time in' : day === 'XX' ? 'some day in' : day && String(Number(day)),
    month: number,
    year: Number(year.replace('Y', '')),
    approximate: mark === '~' || mark === '%',
    uncertain: mark === '?' || mark === '%',
  };
}

/** What of a moment is written; the rest is shared with the other end of a range. */
type Shown = 'all' | 'no year' | 'day alone';

function momentWords(moment: Moment, style: DateStyle, era = false, shown: Shown = 'all'): string {
  const { month } = moment;
  const name = month > 20 ? (SEASONS[month - 21] ?? '') : monthName(month, style);
  const year = formatYear(moment.year, { era });
  const words = [moment.day, shown === 'day alone' ? '' : name, shown === 'all' ? year : ''].filter(Boolean).join(' ');
  return moment.time === '' ? words : `${words}, ${moment.time}${moment.zone && ` ${moment.zone}`}`;
}

function qualified(words: string, { approximate, uncertain }: Pick<Moment, 'approximate' | 'uncertain'>): string {
  return `${approximate ? 'about ' : ''}${words}${uncertain ? ' (uncertain)' : ''}`;
}

/** One end alone; null where the text is in no form known here. */
function oneWords(text: string, style: DateStyle): string | null {
  const marks = { approximate: /[~%]$/.test(text), uncertain: /[?%]$/.test(text) };
  const vague = /^(\d{2,3})(XX?)[~?%]?$/.exec(text);
  if (vague && Number(vague[1]) > 0 && (vague[1] ?? '').length + (vague[2] ?? '').length === 4) {
    const start = Number(vague[1]);
    return qualified(vague[2] === 'X' ? `the ${start}0s` : `between ${start}00 and ${start}99`, marks);
  }
  const moment = momentOf(text);
  return moment && qualified(momentWords(moment, style), moment);
}

/** Both ends, what they share said once: `9 to 10 September 2025`, `December 2025 to January 2026`, `44 BC to AD 45`. */
function bothWords(from: Moment, to: Moment, style: DateStyle): string {
  const era = from.year <= 0 && to.year > 0;
  const alike = from.approximate === to.approximate && from.uncertain === to.uncertain;
  const timed = from.time !== '' || to.time !== '';
  if (!alike) {
    return `${qualified(momentWords(from, style, era), from)} to ${qualified(momentWords(to, style, era), to)}`;
  }
  const sameDay = from.year === to.year && from.month === to.month && from.day === to.day;
  if (timed && sameDay && from.time !== '' && to.time !== '') {
    const start = momentWords(from.zone === to.zone ? { ...from, zone: '' } : from, style, era);
    return qualified(`${start} to ${to.time}${to.zone && ` ${to.zone}`}`, from);
  }
  if (sameDay && !timed) return qualified(momentWords(to, style, era), from);
  // A shared part is left out of the start only while every larger part is shared as well, and the ends are equally precise.
  const sharesYear = !timed && from.year === to.year && from.month > 0 && to.month > 0;
  const sharesMonth = sharesYear && from.month === to.month && from.day !== '' && to.day !== '';
  const start = momentWords(from, style, era, sharesMonth ? 'day alone' : sharesYear ? 'no year' : 'all');
  return qualified(`${start} to ${momentWords(to, style, era)}`, from);
}

/**
 * A date in a reader's words: `5 November 2025`, `November 2025`, `about November 2025`, `2025`, `9 to 10 September 2025`,
 * `from September 2025`, `until 1881`, `spring 2025`, `the 1560s`, `1 March 44 BC to 15 March AD 45`, `5 November 2025, 10:00 UTC`,
 * `since 24 February 2022 and still going on`, `date unknown`. Reads the text as written; a text in no known form is told by its days.
 */
export function formatDate(date: WrittenDate, style: DateStyle = 'long'): string {
  const [start = '', end] = date.text.split('/');
  if (isUnknownDate(start)) return UNKNOWN;
  if (date.open !== undefined) return openWords(start, end ?? '', date, style);
  if (end === undefined) {
    const one = oneWords(start, style);
    if (one !== null) return one;
  } else {
    const openStart = start === '' || start === '..';
    const openEnd = end === '' || end === '..';
    if (openStart && openEnd) return UNKNOWN;
    if (openStart) return `until ${oneWords(end, style) ?? formatDay(date.last, style)}`;
    if (openEnd) return `from ${oneWords(start, style) ?? formatDay(date.first, style)}`;
    const from = momentOf(start);
    const to = momentOf(end);
    if (from && to) return bothWords(from, to, style);
  }
  return daysWords(date.first, date.last, style);
}

/** What lasts and whose end is no date: `since 24 February 2022 and still going on`. */
function openWords(start: string, end: string, { first, last, open }: WrittenDate, style: DateStyle): string {
  const from = oneWords(start, style) ?? formatDay(first, style);
  if (open === 'going') return `since ${from} and still going on`;
  if (open === 'unknown') return `from ${from}, its end unknown`;
  return `from ${from} until ${oneWords(end, style) ?? formatDay(last, style)} at least`;
}

/** {@link formatDate} with months cut to three letters: `9 to 10 Sep 2025`. */
export function shortDate(date: WrittenDate): string {
  return formatDate(date, 'short');
}

/** The EDTF text of all days from one to another, as short as it can be: `2025`, `2025-09`, `2025-09/2025-10`, `2025-09-09/2025-09-16`. */
function textOf(first: Day, last: Day): string {
  if (first <= FIRST_DAY || last >= LAST_DAY)
    return `${first <= FIRST_DAY ? '..' : isoOf(first)}/${last >= LAST_DAY ? '..' : isoOf(last)}`;
  const from = calendarOf(first);
  const to = calendarOf(last);
  const cut = (day: Day, parts: number) =>
    isoOf(day)
      .split(/(?<=\d)-/)
      .slice(0, parts)
      .join('-');
  const months = from.day === 1 && to.day === daysInMonth(to.year, to.month);
  const parts = months && from.month === 1 && to.month === 12 ? 1 : months ? 2 : 3;
  const [start, end] = [cut(first, parts), cut(last, parts)];
  return start === end ? start : `${start}/${end}`;
}

/**
 * All days from one to another, whole months and years called by their names: `2025`, `September 2025`, `2025 to 2026`,
 * `9 to 16 September 2025`; `from 5 November 2025` where an end is open (see FIRST_DAY), `date unknown` where both are.
 */
export function daysWords(first: Day, last: Day, style: DateStyle = 'long'): string {
  const text = first >= NO_DAY ? '../..' : textOf(first, last);
  return text === '../..' ? UNKNOWN : formatDate({ text, first, last }, style);
}

/** From one day to another, day by day even where they are a whole month: `1 to 30 November 2025`, `5 November 2025`. */
export function rangeWords(first: Day, last: Day, style: DateStyle = 'long'): string {
  const text = first === last ? isoOf(first) : `${isoOf(first)}/${isoOf(last)}`;
  return formatDate({ text, first, last }, style);
}

/** {@link rangeWords} with months cut to three letters: `28 Oct to 3 Nov 2025`. */
export function shortRange(first: Day, last: Day): string {
  return rangeWords(first, last, 'short');
}

/** {@link rangeWords} with its preposition: `from 1 January 2025 to 31 January 2026`, `on 5 November 2025`. */
export function duringWords(first: Day, last: Day): string {
  return `${first === last ? 'on' : 'from'} ${rangeWords(first, last)}`;
}

/** The last day of which something is known: `2012` where it is the last of a year, else the day. */
export function lastKnownWords(day: Day, style: DateStyle = 'long'): string {
  const { year, month, day: date } = calendarOf(day);
  return month === 12 && date === 31 ? formatYear(year) : formatDay(day, style);
}

/** A moment known to lie between two days, which is all that is known: `between 5 and 11 November 2025`; `on …` where they are one day. */
export function betweenWords(first: Day, last: Day, style: DateStyle = 'long'): string {
  if (first === last) return `on ${formatDay(first, style)}`;
  const a = calendarOf(first);
  const b = calendarOf(last);
  const start =
    a.year !== b.year ? formatDay(first, style) : a.month !== b.month ? `${a.day} ${monthName(a.month, style)}` : String(a.day);
  return `between ${start} and ${formatDay(last, style)}`;
}

/** Whether a date is known to the day. */
export function isDayKnown({ first, last }: Pick<WrittenDate, 'first' | 'last'>): boolean {
  return first === last;
}

/**
 * A date that owns up to what is not known: `5 November 2025`, `November 2025, day not known`, `9 to 10 September 2025, day not known`.
 * Words that say so themselves (`some day in`, `about`, `the 1560s`) are left as they are.
 *
 * @param lasts it went on over all the days, so that none is in doubt
 */
export function vagueDate(date: WrittenDate & { lasts?: boolean }, style: DateStyle = 'long'): string {
  const words = formatDate(date, style);
  const said =
    date.lasts === true || isDayKnown(date) || /^(about|between|from|since|some|the|until) /.test(words) || words === UNKNOWN;
  return said ? words : `${words}, day not known`;
}

/**
 * A date with its preposition, to stand in a sentence: `on 5 November 2025`, `in November 2025` where the day is not known, `in 2025`,
 * `about November 2025`, `in the 1560s`, `from 9 to 10 September 2025`, `until 1881`, `at an unknown date`.
 */
export function onDate(date: WrittenDate, style: DateStyle = 'long'): string {
  const words = formatDate(date, style);
  if (words === UNKNOWN) return 'at an unknown date';
  if (/^(about|from|until|between|since|some) /.test(words)) return words;
  if (words.includes(' to ')) return `from ${words}`;
  // A day of the month opens with one or two digits; so does a year before Christ, which says so at once.
  return /^\d{1,2} (?!BC)/.test(words) ? `on ${words}` : `in ${words}`;
}

/** The same for all days from one to another: `on 5 November 2025`, `in September 2025`, `from 9 to 16 September 2025`. */
export function onDays(first: Day, last: Day, style: DateStyle = 'long'): string {
  return onDate({ text: textOf(first, last), first, last }, style);
}

/**
 * How long something holds, of which a start and an end may be known: `since 1872`, `up to September 2025`, `1872 up to 1881`; empty
 * where neither is. The end is the day from which it holds no more, so the two are no range.
 */
export function lastingWords(start: WrittenDate | null, end: WrittenDate | null, style: DateStyle = 'long'): string {
  if (start === null) return end === null ? '' : `up to ${formatDate(end, style)}`;
  if (end === null) return `since ${formatDate(start, style)}`;
  return `${formatDate(start, style)} up to ${formatDate(end, style)}`;
}
