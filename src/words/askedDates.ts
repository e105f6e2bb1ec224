import { type Day, dayFrom, daysInMonth } from './calendar';
import { monthName, monthNamed } from './dates';

/** Dates as a reader types them, in the record's own way or in the ways of a letter: for searching, never for reading tables. */

/** The days that typed words stand for, both ends inclusive, and how many of the words they are. */
export interface AskedDate {
  first: Day;
  last: Day;
  words: number;
}

const year = (text: string | undefined): number => (/^[12]\d{3}$/.test(text ?? '') ? Number(text) : 0);
const dayOfMonth = (text: string | undefined): number => {
  const digits = /^(\d{1,2})(st|nd|rd|th|\.)?$/.exec(text ?? '')?.[1];
  return digits === undefined ? 0 : Number(digits);
};

function oneDay(y: number, m: number, d: number, words: number): AskedDate | null {
  if (y < 1 || m < 1 || m > 12 || d < 1 || d > daysInMonth(y, m)) return null;
  const day = dayFrom(y, m, d);
  return { first: day, last: day, words };
}

function oneMonth(y: number, m: number, words: number): AskedDate | null {
  return y < 1 || m < 1 || m > 12 ? null : { first: dayFrom(y, m, 1), last: dayFrom(y, m, daysInMonth(y, m)), words };
}

/** A date written in one word of digits: `2025-06-23`, `23.06.2025`, `6/23/2025`, `2025-06`, `06.2025`. */
function inDigits(word: string): AskedDate | null {
  const iso = /^([12]\d{3})-(\d{1,2})(?:-(\d{1,2}))?$/.exec(word);
  if (iso !== null) {
    const [, y, m, d] = iso;
    return d === undefined ? oneMonth(Number(y), Number(m), 1) : oneDay(Number(y), Number(m), Number(d), 1);
  }
  const local = /^(\d{1,2})([./-])(\d{1,2})\2([12]\d{3})\.?$/.exec(word);
  if (local !== null) {
    const [a, b, y] = [Number(local[1]), Number(local[3]), Number(local[4])];
    // The day stands first, as in most of the world; where it cannot, the month does.
    return oneDay(y, b, a, 1) ?? oneDay(y, a, b, 1);
  }
  const short = /^(\d{1,2})[./]([12]\d{3})$/.exec(word);
  return short === null ? null : oneMonth(Number(short[2]), Number(short[1]), 1);
}

/**
 * The date that begins at a word, or null where none does: a day, a month of a year, or a year. A month without a year is none: which
 * one is meant is not said.
 *
 * @param words lower case, without commas and full stops at their ends
 */
export function askedDate(words: readonly string[], at: number): AskedDate | null {
  const [a = '', b, c, d] = words.slice(at, at + 4);
  const digits = inDigits(a);
  if (digits !== null) return digits;
  const month = (word = '') => {
    const named = monthNamed(word);
    // `marchers` begins as March does.
    return named > 0 && monthName(named).toLowerCase().startsWith(word.replace(/\.$/, '')) ? named : 0;
  };
  const of = b === 'of' ? 1 : 0;
  // 23 June 2025, 23rd of June 2025
  if (dayOfMonth(a) > 0 && month(of ? c : b) > 0 && year(of ? d : c) > 0)
    return oneDay(year(of ? d : c), month(of ? c : b), dayOfMonth(a), 3 + of);
  if (month(a) > 0) {
    // June 23 2025, June 2025, June of 2025
    if (dayOfMonth(b) > 0 && year(c) > 0) return oneDay(year(c), month(a), dayOfMonth(b), 3);
    const y = year(of ? c : b);
    return y > 0 ? oneMonth(y, month(a), 2 + of) : null;
  }
  const y = year(a);
  return y > 0 ? { first: dayFrom(y, 1, 1), last: dayFrom(y, 12, 31), words: 1 } : null;
}
