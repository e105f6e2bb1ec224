import type { Day } from '../calendar';
import { count, plural } from '../counts';
import { formatDay } from '../dates';
import { signed } from '../numbers';

export const networkMessages = {
  /** How a line changed between two dates: `Belarus on Poland: −0.6 to +0.5 between 1 October 2025 and 26 January 2026`; null is not covered. */
  changed: (pair: string, before: number | null, after: number | null, digits: 0 | 1, first: Day, second: Day) =>
    `${pair}: ${signed(before, digits)} to ${signed(after, digits)} between ${formatDay(first)} and ${formatDay(second)}`,

  /** `9 of 56 pairs changed their grade between 1 October 2025 and 26 January 2026, 12 are covered on one of the two days only`. */
  changes: (grade: number, all: number, once: number, first: Day, second: Day) => {
    const changed = `${grade} of ${count(all, 'pair')} changed ${plural(grade, { one: 'its', other: 'their' })} grade between ${formatDay(first)} and ${formatDay(second)}`;
    return once === 0
      ? changed
      : `${changed}, ${once} ${plural(once, { one: 'is', other: 'are' })} covered on one of the two days only`;
  },

  /** `Belarus, state: 6 stances held, 8 received`. */
  actor: (name: string, kind: string, held: number, received: number) =>
    `${name}, ${kind}: ${count(held, 'stance')} held, ${received} received`,
  tiedActor: (name: string, kind: string, others: number) => `${name}, ${kind}: signed ties with ${count(others, 'other')}`,

  /** The same and the ties beside them: `Belarus, state: 6 stances held, 8 received; 3 ties in force, in the table`. */
  actorAndTies: (actor: string, ties: number) => (ties === 0 ? actor : `${actor}; ${count(ties, 'tie')} in force, in the table`),

  /** The picture in a sentence, for those who do not see it. */
  picture: (actors: number, lines: number, of: 'stance' | 'signed tie', at: Day) =>
    `Network of ${count(actors, 'actor')} and ${count(lines, of)} on ${formatDay(at)}`,

  /**
   * How much of it is drawn: `42 of 56 pairs are covered on 26 January 2026`. Ties of which their source tells no more by then (`untold`) are
   * not said to have ended.
   */
  drawn: (lines: number, all: number, of: 'stance' | 'signed tie', at: Day, untold = 0) =>
    untold > 0
      ? lines === 0
        ? `Which of ${count(all, 'signed tie')} hold on ${formatDay(at)} is not known: the source tells no more`
        : `${lines} of ${count(all, 'signed tie')} are known to hold on ${formatDay(at)}; of ${untold} the source tells no more`
      : of === 'stance'
        ? `${lines} of ${count(all, 'pair')} ${plural(lines, { one: 'is', other: 'are' })} covered on ${formatDay(at)}`
        : `${lines} of ${count(all, 'signed tie')} ${plural(lines, { one: 'holds', other: 'hold' })} on ${formatDay(at)}`,

  /** Two actors and the unsigned ties between them. */
  hairline: (pair: string, ties: readonly string[]) => `${pair}: ${ties.join('; ')}`,

  crowded: (actors: number, lines: number) => `${count(actors, 'actor')}, ${count(lines, 'line')}:`,
};
