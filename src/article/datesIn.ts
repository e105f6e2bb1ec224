import { fold } from '../record/fold';
import { calendarOf, type Day, dayFrom, daysInMonth, isoOf } from '../words/calendar';
import { wordsIn, type Span, type Word } from './text';

/**
 * Dates in running text, in the languages that records are read in: written out, in digits, without a year, and told from the day of the
 * article (`yesterday`, `во вторник`, `dwa dni temu`). A reader of our own, because the parsers that exist know neither Polish, Lithuanian
 * nor Belarusian, and look for a weekday ahead as readily as behind: an article tells what has been said.
 */

/** A date where it stands. */
export interface DateMention extends Span {
  /** As a table writes it (EDTF): `2026-01-21`, `2025-11`, `2025-09-09/2025-09-10`. */
  edtf: string;
  /** The days that it may mean, both included. */
  first: Day;
  last: Day;
  /** `written`: whole; `year`: the year is the one that brings it nearest to the article; `told`: counted from the article or the date before. */
  how: 'written' | 'year' | 'told';
}

/** Beginnings of the months' names, folded, one string a month; a full form that is no beginning ends in `$`. */
const MONTH_STEMS: readonly string[] = [
  'january jan$ январ студзен січен січн styczen styczni saus januar',
  'february feb$ феврал лют lut$ luty lutego lutym vasari februar',
  'march mar$ март сакавік березен березн marzec marca marcu kov$ kovo kova marz',
  'april apr$ апрел красавік квітен квітн kwiecien kwietni baland',
  'may$ маи мая$ мае маі травен травн maj$ maja$ maju$ geguz mai$',
  'june jun$ июн чэрвен червен червн czerwiec czerwc birzel juni',
  'july jul$ июл ліпен липен липн lipiec lipc liepa liepo juli',
  'august aug$ август жніве жніун серпен серпн sierpien sierpni rugpj',
  'september sept$ sep$ сентябр верасн верасен вересен вересн wrzesien wrzesni rugsej',
  'october oct$ октябр кастрычнік жовтен жовтн pazdziernik spali spalio oktober',
  'november nov$ ноябр лістапад листопад listopad lapkri',
  'december dec$ декабр снежан снежн груден грудн grudzien grudni gruod dezember',
];

/** The same of the days of the week, Monday first. */
const WEEKDAYS: readonly string[] = [
  'monday понедельник панядзел понеділ poniedzial pirmadien montag',
  'tuesday вторник аутор вівтор wtor antradien dienstag',
  'wednesday сред$ среду среда серад серед srod treciadien mittwoch',
  'thursday четверг чацвер четвер czwart ketvirtadien donnerstag',
  'friday пятниц пятніц пятниц piat penktadien freitag',
  'saturday суббот субот sobot sestadien samstag',
  'sunday воскресен нядзел неділ niedziel sekmadien sonntag',
];

/** Days before the article's own, folded. */
const TOLD: ReadonlyMap<string, number> = new Map(
  Object.entries({
    0: 'today сегодня сення сьогодні dzis dzisiaj siandien heute',
    1: 'yesterday вчера учора вчора wczoraj vakar gestern',
    2: 'позавчера пазаучора позавчора przedwczoraj uzvakar vorgestern',
  }).flatMap(([days, words]) => words.split(' ').map((word): [string, number] => [word, Number(days)])),
);

const NUMBERS = new Map(
  [
    'one two three four five six seven eight nine ten',
    'один два три четыре пять шесть семь восемь девять десять',
    'jeden dwa trzy cztery piec szesc siedem osiem dziewiec dziesiec',
  ].flatMap((words) => words.split(' ').map((word, i): [string, number] => [fold(word), i + 1])),
);

/** `the same day`, `в тот же день`, `tego samego dnia`, `tą pačią dieną`: the date before it, as folded words. */
const SAME_DAY: readonly (readonly string[])[] = [
  'the same day',
  'that day',
  'тот же день',
  'тои жа дзень',
  'таго ж дня',
  'тои самии день',
  'того ж дня',
  'tego samego dnia',
  'ta pacia diena',
].map((words) => words.split(' '));

const IN = new Set(['in', 'since', 'during', 'late', 'early', 'last', 'в', 'с', 'у', 'з', 'w', 'od', 'im', 'seit']);

/** A table of beginnings as a search: the number of the line that a folded word begins by, from 1; 0 for none. */
function numbered(lines: readonly string[]): (folded: string) => number {
  // By their first two letters: every word of a text is looked up.
  const table = new Map<string, [stem: string, whole: boolean, line: number][]>();
  lines.forEach((line, i) => {
    for (const entry of line.split(' ').map(fold)) {
      const key = entry.slice(0, 2);
      table.set(key, [...(table.get(key) ?? []), [entry.replace('$', ''), entry.endsWith('$'), i + 1]]);
    }
  });
  return (folded) =>
    table.get(folded.slice(0, 2))?.find(([stem, whole]) => (whole ? folded === stem : folded.startsWith(stem)))?.[2] ?? 0;
}

const monthOf = numbered(MONTH_STEMS);
const weekdayOf = numbered(WEEKDAYS);

interface Token extends Word {
  folded: string;
}

interface Reading {
  words: number;
  edtf: string;
  first: Day;
  last: Day;
  how: DateMention['how'];
}

const dayNumber = (token: Token | undefined): number => {
  const digits = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(token?.text ?? '')?.[1];
  const value = Number(digits ?? 0);
  return value <= 31 ? value : 0;
};
const yearNumber = (token: Token | undefined): number => (/^(?:19|20)\d\d$/.test(token?.text ?? '') ? Number(token?.text) : 0);
const monthNumber = (token: Token | undefined): number => {
  if (token === undefined) return 0;
  // `may` and `march` are words of their own; as months English writes them large.
  if (/^(may|march)$/.test(token.text)) return 0;
  return monthOf(token.folded);
};

function oneDay(year: number, month: number, day: number, words: number, how: Reading['how']): Reading | null {
  if (day < 1 || day > daysInMonth(year, month)) return null;
  const at = dayFrom(year, month, day);
  return { words, edtf: isoOf(at), first: at, last: at, how };
}

function oneMonth(year: number, month: number, words: number, how: Reading['how']): Reading {
  const first = dayFrom(year, month, 1);
  return { words, edtf: isoOf(first).slice(0, -3), first, last: dayFrom(year, month, daysInMonth(year, month)), how };
}

/** The year that brings a day of a month nearest to the article. */
function nearestYear(month: number, day: number, reference: Day): number {
  const { year } = calendarOf(reference);
  const far = (y: number) => Math.abs(dayFrom(y, month, Math.min(day, daysInMonth(y, month))) - reference);
  return [year - 1, year, year + 1].reduce((best, y) => (far(y) < far(best) ? y : best), year);
}

/** The date that begins at a token, or null. */
function dateAt(tokens: readonly Token[], i: number, reference: Day, before: () => DateMention | undefined): Reading | null {
  const [a, b, c, d, e] = tokens.slice(i, i + 5);
  if (a === undefined) return null;
  return (
    yearFirst([a, b, c, d, e]) ??
    dayFirst([a, b, c, d, e], reference) ??
    monthFirst([a, b, c], tokens[i - 1], reference) ??
    told(tokens, i, reference, before)
  );
}

type Five = readonly [Token, Token | undefined, Token | undefined, Token | undefined, Token | undefined];

/** `2026 m. sausio 21 d.`, as Lithuanian writes it; the `m` may be missing. */
function yearFirst([a, b, c, d]: Five): Reading | null {
  const year = yearNumber(a);
  if (year === 0) return null;
  const m = b?.folded === 'm' ? 1 : 0;
  const month = monthNumber(m ? c : b);
  const day = dayNumber(m ? d : c);
  return month > 0 && day > 0 ? oneDay(year, month, day, 3 + m, 'written') : null;
}

/** `21 January 2026`, `21st of January`, `9 to 10 września 2025`, `21 января`. */
function dayFirst([a, b, c, d, e]: Five, reference: Day): Reading | null {
  const day = dayNumber(a);
  if (day === 0) return null;
  const of = b?.folded === 'of' ? 1 : 0;
  const month = monthNumber(of ? c : b);
  if (month > 0) {
    const year = yearNumber(of ? d : c);
    return year > 0
      ? oneDay(year, month, day, 3 + of, 'written')
      : oneDay(nearestYear(month, day, reference), month, day, 2 + of, 'year');
  }
  // Two days of a month: with a word between them, or a dash, which is no word.
  const between = b !== undefined && /^(to|and|по|да|do|i|bis|iki)$/.test(b.folded) ? 1 : 0;
  const second = dayNumber(between ? c : b);
  const shared = monthNumber(between ? d : c);
  if (second <= day || shared === 0) return null;
  const year = yearNumber(between ? e : d);
  const y = year > 0 ? year : nearestYear(shared, second, reference);
  if (second > daysInMonth(y, shared)) return null;
  const [first, last] = [dayFrom(y, shared, day), dayFrom(y, shared, second)];
  const words = 3 + between + (year > 0 ? 1 : 0);
  return { words, edtf: `${isoOf(first)}/${isoOf(last)}`, first, last, how: year > 0 ? 'written' : 'year' };
}

/** `January 21, 2026`, `sausio 21 d.`, `November 2025`, `в ноябре`. */
function monthFirst(
  [a, b, c]: readonly [Token, Token | undefined, Token | undefined],
  previous: Token | undefined,
  reference: Day,
): Reading | null {
  const month = monthNumber(a);
  // The day before it was none of the month's: the month alone is not what was meant.
  if (month === 0 || dayNumber(previous) > 0) return null;
  const day = dayNumber(b);
  if (day > 0) {
    const year = yearNumber(c);
    return year > 0 ? oneDay(year, month, day, 3, 'written') : oneDay(nearestYear(month, day, reference), month, day, 2, 'year');
  }
  const year = yearNumber(b);
  if (year > 0) return oneMonth(year, month, 2, 'written');
  return previous !== undefined && IN.has(previous.folded) ? oneMonth(nearestYear(month, 15, reference), month, 1, 'year') : null;
}

/** `yesterday`, `on Tuesday`, `two days ago`, `the same day`. */
function told(tokens: readonly Token[], i: number, reference: Day, before: () => DateMention | undefined): Reading | null {
  const [a, b, c] = tokens.slice(i, i + 3);
  if (a === undefined) return null;
  const on = (day: Day, words: number): Reading => ({ words, edtf: isoOf(day), first: day, last: day, how: 'told' });
  const days = TOLD.get(a.folded);
  if (days !== undefined) return on(reference - days, 1);
  const n = NUMBERS.get(a.folded) ?? dayNumber(a);
  if (n > 0 && b !== undefined && /^(days?|дня|днеи|день|дні|днів|дзен|дзён|дні|dni|dzien)$/.test(b.folded)) {
    if (c !== undefined && /^(ago|earlier|назад|таму|тому|temu)$/.test(c.folded)) return on(reference - n, 3);
  }
  if (a.folded === 'pries' && NUMBERS.size > 0 && dayNumber(b) > 0 && c?.folded.startsWith('dien'))
    return on(reference - dayNumber(b), 3);
  const weekday = /^\p{Ll}/u.test(a.text) && /^[a-z]+day$/.test(a.folded) ? 0 : weekdayOf(a.folded);
  if (weekday > 0) {
    // 1970-01-01 was a Thursday; the latest such day up to the article's own.
    const today = ((((reference + 3) % 7) + 7) % 7) + 1;
    return on(reference - ((today - weekday + 7) % 7), 1);
  }
  const same = SAME_DAY.find((words) => words.every((word, j) => tokens[i + j]?.folded === word));
  const day = same === undefined ? undefined : before();
  return same === undefined || day === undefined
    ? null
    : { words: same.length, edtf: day.edtf, first: day.first, last: day.last, how: 'told' };
}

const DIGITS = /(?<![\d./-])(?:((?:19|20)\d\d)-(\d\d)-(\d\d)|(\d{1,2})[./](\d{1,2})[./]((?:19|20)\d\d))(?!\d|[./-]\d)/g;

/** Dates of digits alone: `2026-01-21`, `21.01.2026`, `21/01/2026` (the day first, but where it cannot be). */
function inDigits(text: string): DateMention[] {
  const found: DateMention[] = [];
  for (const match of text.matchAll(DIGITS)) {
    const [, y, m, d, first, second, year] = match;
    const [a, b] = [Number(first), Number(second)];
    const written =
      y !== undefined ? inRange(Number(y), Number(m), Number(d)) : (inRange(Number(year), b, a) ?? inRange(Number(year), a, b));
    if (written !== null)
      found.push({
        start: match.index,
        end: match.index + match[0].length,
        edtf: written.edtf,
        first: written.first,
        last: written.last,
        how: 'written',
      });
  }
  return found;
}

const inRange = (year: number, month: number, day: number): Reading | null =>
  month < 1 || month > 12 ? null : oneDay(year, month, day, 1, 'written');

/**
 * The dates that a text names, in order and without overlap.
 *
 * @param reference the day of the article, from which what has no year and what is only told is counted
 */
export function datesIn(text: string, reference: Day): DateMention[] {
  const digits = inDigits(text);
  const tokens = wordsIn(text)
    .map((word): Token => ({ ...word, folded: fold(word.text) }))
    .filter(({ start, end }) => digits.length === 0 || !digits.some((date) => start < date.end && end > date.start));
  const found: DateMention[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const here = tokens[i];
    if (here === undefined) continue;
    const before = () =>
      [...found, ...digits]
        .filter(({ end }) => end <= here.start)
        .sort((a, b) => a.end - b.end)
        .at(-1);
    const reading = dateAt(tokens, i, reference, before);
    const last = reading && tokens[i + reading.words - 1];
    // Words of one date stand close together: a full stop and a new line part them.
    if (reading === null || last == null || /[\n;:!?()]/.test(text.slice(here.start, last.end))) continue;
    const { edtf, first, last: until, how } = reading;
    found.push({ start: here.start, end: last.end, edtf, first, last: until, how });
    i += reading.words - 1;
  }
  return [...found, ...digits].sort((a, b) => a.start - b.start);
}
