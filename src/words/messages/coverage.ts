import type { Day } from '../calendar';
import { count } from '../counts';
import { formatDay } from '../dates';

/** Why there is nothing to draw, and what that does not mean. `covered` is the record's own span in words. */
export const coverageMessages = {
  covers: (covered: string) => `The record covers ${covered}; not covered is not the same as nothing happened.`,

  /** A window in which the record has nothing. */
  emptyWindow: (what: 'row' | 'tie', from: Day, to: Day, covered: string) =>
    what === 'row'
      ? `No rows between ${formatDay(from)} and ${formatDay(to)}. ${coverageMessages.covers(covered)}`
      : `No ties between ${formatDay(from)} and ${formatDay(to)}. ${coverageMessages.covers(covered)}`,

  /** A window in which it has rows that the filters hold back. */
  filteredWindow: (from: Day, to: Day, covered: string) =>
    `No rows between ${formatDay(from)} and ${formatDay(to)} pass the filters. ${coverageMessages.covers(covered)}`,

  /** No line, because each would rest on fewer rows than the reader asks for. */
  noPair: (leastRows: number, upTo: Day, covered: string) =>
    leastRows === 1
      ? `No pair rests on a row up to ${formatDay(upTo)}. ${coverageMessages.covers(covered)}`
      : `No pair rests on ${count(leastRows, 'row')} or more up to ${formatDay(upTo)}. ${coverageMessages.covers(covered)}`,

  noStancePasses: 'No stance passes the filters.',
  noTies: 'This record holds no signed ties, so there is nothing to draw between its actors.',
};
