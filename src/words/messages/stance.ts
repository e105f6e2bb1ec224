import type { Day } from '../calendar';
import { count, figure } from '../counts';
import { formatDate, formatDay, onDate, rangeWords, type WrittenDate } from '../dates';
import { signed } from '../numbers';
import { scored, scoreWord } from '../scores';

/** What a running stance says, wherever it is drawn: network, matrix, map, lanes, tables and what is heard. */

export interface SaidStance {
  value: number;
  /** Rows that count. */
  n: number;
  /** Those of them that lie before the window: what lists of the window do not hold. */
  earlier: number;
  /** Date of the last of them, as the table has it. */
  last: WrittenDate;
  /** Nothing for two half-lives. */
  stale: boolean;
  /** Few effective rows. */
  thin: boolean;
}

/** What makes a stance weak, in words that follow its numbers; silence is the graver of the two. */
function weak({ stale, thin }: Pick<SaidStance, 'stale' | 'thin'>): string {
  if (stale) return ', nothing since';
  return thin ? ', few rows' : '';
}

/** `12 rows`, `41 rows (4 before the window)`: the rows of a stance are not those of the window, and who counts a list is told why. */
function rowsWords(n: number, earlier: number): string {
  return earlier === 0 ? count(n, 'row') : `${count(n, 'row')} (${earlier === n ? 'all' : figure(earlier)} before the window)`;
}

export const stanceMessages = {
  rows: rowsWords,

  /** `+0.5 cooperative, 12 rows, last on 21 January 2026, few rows`. */
  said: (stance: SaidStance) =>
    `${scored(stance.value)}, ${rowsWords(stance.n, stance.earlier)}, last ${onDate(stance.last)}${weak(stance)}`,

  /** `Belarus on Poland: +0.5 cooperative, 12 rows, last on 21 January 2026`. */
  ofPair: (pair: string, stance: SaidStance) => `${pair}: ${stanceMessages.said(stance)}`,

  /** The word in a table: `cooperative, few rows`. */
  word: ({ value, stale, thin }: Pick<SaidStance, 'value' | 'stale' | 'thin'>) => `${scoreWord(value)}${weak({ stale, thin })}`,

  /** The last row in a table: `21 January 2026, nothing since`. */
  lastRow: (stance: Pick<SaidStance, 'last' | 'stale' | 'thin'>) => `${formatDate(stance.last)}${weak(stance)}`,

  /** `Belarus on Poland: not covered by 21 January 2026`. */
  notCovered: (pair: string, by: Day) => `${pair}: not covered by ${formatDay(by)}`,

  /** `Belarus and Poland: no signed tie on 21 January 2026`. */
  noTie: (pair: string, at: Day) => `${pair}: no signed tie on ${formatDay(at)}`,

  /** `Germany and France: −1, war since 1914; rivalry`. */
  tied: (pair: string, sign: number, ties: readonly string[]) => `${pair}: ${signed(sign, 0)}, ${ties.join('; ')}`,

  /** A tie in such a list: `friendship since 1872`. */
  tie: (kind: string, start: WrittenDate | null) => (start === null ? kind : `${kind} since ${formatDate(start)}`),

  /** The view for those who hear it: `5 November 2025. Belarus on Poland: −0.6, critical, from 12 rows.` */
  heard: (at: Day, pair: string, { value, n, earlier }: Pick<SaidStance, 'value' | 'n' | 'earlier'>) =>
    `${formatDay(at)}. ${pair}: ${signed(value)}, ${scoreWord(value)}, from ${rowsWords(n, earlier)}.`,
  heardNotCovered: (at: Day, pair: string) => `${formatDay(at)}. ${pair}: not covered by then.`,
  /** What the filters hide of it, as a clause. */
  heardHidden: (at: Day, hidden: string) => `${formatDay(at)}. ${hidden}.`,
  heardActors: (at: Day, actors: readonly string[]) =>
    actors.length === 0 ? `${formatDay(at)}.` : `${formatDay(at)}. Selected: ${actors.join(', ')}.`,

  /** `12 rows, 1 January 2025 to 21 January 2026`. */
  rowsBetween: (n: number, from: Day, at: Day) => `${count(n, 'row')}, ${rangeWords(from, at)}`,
  notCoveredUpTo: (at: Day) => `Not covered up to ${formatDay(at)}`,
};
