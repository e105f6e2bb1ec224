import { BASES, type Actor } from '../../record/record';
import type { Slice } from '../slice';
import { calendarOf, type Day } from '../../words/calendar';
import { formatDay, formatMonth, monthName } from '../../words/dates';
import { GRADE_WORDS, gradeOf } from '../../words/scores';

const CONDUCT = BASES.indexOf('conduct');

/** The possessive of a name: "Belarus’s", "United States’", "Trump’s". Plural forms in -s that are known as such take the bare apostrophe. */
export function possessive(name: string): string {
  return /(States|Nations|Emirates|Netherlands|Philippines)$/.test(name) ? `${name}’` : `${name}’s`;
}

/** Names that English says with an article: "the United States", "the European Union"; other names stand bare. */
export function inSentence(actor: Actor): string {
  const body =
    /\b(Union|States|Kingdom|Nations|Federation|Republic|Emirates|Netherlands|Group|Opposition|Board|Bank|Council|Commission|Ministry|Department)\b/i;
  return !/^the\b/i.test(actor.name) && body.test(actor.name) && actor.kind !== 'person' && actor.kind !== 'outlet'
    ? `the ${actor.name}`
    : actor.name;
}

/** The same with a capital, to open a sentence. */
export function opening(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** A mean score in words: "mostly critical", "mixed". */
export function meanWords(value: number): string {
  const grade = gradeOf(value);
  return grade === 0 ? 'mixed' : `mostly ${GRADE_WORDS[grade]}`;
}

/** What the rows are: "words" where none of them is an act, "acts" where all are, else "words and acts". */
export function rowsWords(slice: Slice, rows: ArrayLike<number>): string {
  let acts = 0;
  for (let i = 0; i < rows.length; i++) if (slice.record.stances.basis[slice.row[rows[i]!]!] === CONDUCT) acts++;
  return acts === 0 ? 'words' : acts === rows.length ? 'acts' : 'words and acts';
}

/** When a change happened that lies between two days: "In November 2025", "Between 18 December 2025 and 3 January 2026". */
export function betweenWords(last: Day, first: Day): string {
  const a = calendarOf(last);
  const b = calendarOf(first);
  if (a.year === b.year && a.month === b.month) return `In ${formatMonth(b.year, b.month)}`;
  return `Between ${formatDay(last)} and ${formatDay(first)}`;
}

/** A day without its year where the reader knows the year. */
export function shortDay(day: Day, known: Day): string {
  const date = calendarOf(day);
  return date.year === calendarOf(known).year ? `${date.day} ${monthName(date.month)}` : formatDay(day);
}

/** How often a score on one side of zero occurs: "18 of 29 rows were critical or hostile". */
export function countWords(slice: Slice, rows: Uint32Array, positive: boolean, tense: 'past' | 'present'): string {
  let hits = 0;
  for (const k of rows) if (positive ? slice.score[k]! > 0 : slice.score[k]! < 0) hits++;
  const what = positive ? 'cooperative or supportive' : 'critical or hostile';
  const verb = tense === 'past' ? (hits === 1 ? 'was' : 'were') : hits === 1 ? 'is' : 'are';
  return `${hits === 0 ? 'none' : hits} of ${rows.length} rows ${verb} ${what}`;
}

/** A p value as printed: "p = 0.021", "p = 0.26"; "p ≤ 0.001" where no shuffle did as well, which is all that the shuffles can tell. */
export function pWords(p: number, shuffles: number): string {
  const least = 1 / (shuffles + 1);
  if (p <= least * 1.0001) return `p ≤ ${Number(least.toPrecision(1))}`;
  return `p = ${p.toFixed(p < 0.1 ? 3 : 2)}`;
}
