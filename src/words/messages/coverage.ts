import type { Day } from '../calendar';
import { count, plural } from '../counts';
import { duringWords, formatDay, rangeWords } from '../dates';

/** What a record covers: its first and its last day, null where nothing in it has a date, and how many rows it has. A record is one. */
export interface Covered {
  span: readonly [Day, Day] | null;
  evidence: { n: number };
}

/** The clause that the sentences below share: never a date that no row has. */
function clause({ span, evidence }: Covered): string {
  if (span) return `The record covers ${rangeWords(span[0], span[1])}`;
  return evidence.n > 0 ? 'No row of the record has a date' : 'The record has no rows yet';
}

/** `between 1 January 2025 and 31 January 2026`; `on 1 January 2025` where the window is one day. */
function betweenDays(from: Day, to: Day): string {
  return from === to ? `on ${formatDay(from)}` : `between ${formatDay(from)} and ${formatDay(to)}`;
}

/** Why there is nothing to draw, what that does not mean, and what a record covers. */
export const coverageMessages = {
  covers: (record: Covered) => `${clause(record)}.`,
  coversOnly: (record: Covered) => `${clause(record)}; not covered is not the same as nothing happened.`,
  /** A pair of which the record has nothing, whatever the filters. */
  noRowOf: (pair: string) => `Not covered: the record has no row of ${pair}.`,
  /** In the row of an issue: nobody is missing there. */
  issueHoldsNone: (issue: string) => `${issue} is an issue: others take a stance on it, and it holds none.`,
  pairNotCovered: (record: Covered) => `Not covered is not the same as nothing said. ${clause(record)}.`,

  /** In place of what a clock would show. */
  noTime: (record: Covered) =>
    record.evidence.n === 0
      ? `${clause(record)}, so there is no time to show.`
      : `${clause(record)}, so there is no time to show it on a clock.`,

  /** A window in which the record has nothing. */
  emptyWindow: (what: 'row' | 'tie', from: Day, to: Day, record: Covered) =>
    what === 'row'
      ? `No rows ${betweenDays(from, to)}. ${coverageMessages.coversOnly(record)}`
      : `No ties ${betweenDays(from, to)}. ${coverageMessages.coversOnly(record)}`,

  /** A window in which it has rows that the filters hold back. */
  filteredWindow: (from: Day, to: Day) => `No rows ${betweenDays(from, to)} pass the filters:`,

  /** No line, because each would rest on fewer rows than the reader asks for. */
  noPair: (leastRows: number, upTo: Day, record: Covered) =>
    leastRows === 1
      ? `No pair rests on a row up to ${formatDay(upTo)}. ${coverageMessages.coversOnly(record)}`
      : `No pair rests on ${count(leastRows, 'row')} or more up to ${formatDay(upTo)}. ${coverageMessages.coversOnly(record)}`,

  /** A map that shades nothing at the date. */
  nothingBy: (what: 'row' | 'tie', at: Day, record: Covered) =>
    what === 'row' ? `No rows by ${formatDay(at)}. ${clause(record)}.` : `No signed tie by ${formatDay(at)}. ${clause(record)}.`,

  /** A selection of which no row passes, while others do. */
  nothingWithout: 'No row passes the filters here; others of the record do.',
  noStancePasses: 'No stance passes the filters.',
  noTies: 'This record holds no signed ties, so there is nothing to draw between its actors.',

  /** The rows of a list, and the days that the window holds: `37 rows from 1 January 2025 to 31 January 2026`. */
  rowsInWindow: (rows: number, from: Day, to: Day) => `${count(rows, 'row')} ${duringWords(from, to)}`,

  /** How many rows have no date: `3 rows have no date`; empty where every row has one. */
  undated: (rows: number) => (rows === 0 ? '' : `${count(rows, 'row')} ${plural(rows, { one: 'has', other: 'have' })} no date`),

  /** How many rows differ from what is published: `3 rows changed here`; empty for none. */
  changed: (rows: number) => (rows === 0 ? '' : `${count(rows, 'row')} changed here`),
};
