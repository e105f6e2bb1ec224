import type { Day } from '../calendar';
import { count, plural } from '../counts';
import { formatDay } from '../dates';
import { list } from '../names';
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

  /** `Alpha and Beta agree on Carbon tax and disagree on Cap and trade: +0.3`, of -1 to 1. */
  agreement: (pair: string, same: readonly string[], opposite: readonly string[], normalised: number) => {
    const on = [
      same.length === 0 ? '' : `agree on ${list(same, { most: 4 })}`,
      opposite.length === 0 ? '' : `disagree on ${list(opposite, { most: 4 })}`,
    ].filter(Boolean);
    return `${pair} ${on.join(', ')}: ${signed(normalised)}`;
  },
  /** How much of the reading by agreement is drawn: `4 of 6 pairs take a side on one issue on 5 December 2024`. */
  agreementDrawn: (lines: number, all: number, at: Day) =>
    `${lines} of ${count(all, 'pair')} with an issue in common ${plural(lines, { one: 'takes', other: 'take' })} sides on one on ${formatDay(at)}`,
  agreementPicture: (actors: number, lines: number, at: Day) =>
    `Network of ${count(actors, 'actor')} by ${count(lines, 'pair')} who take sides on the same issues on ${formatDay(at)}`,
  noAgreement: 'No two holders have rows on one issue.',
  /** What the lines of that reading are, in a sentence. */
  agreementHow:
    'A line joins two who take a side on the same issue: issues on which they agree, less those on which they do not, over the mean number of issues that the two take a side on (Leifeld 2017). Between −1 and +1.',

  crowded: (actors: number, lines: number) => `${count(actors, 'actor')}, ${count(lines, 'line')}:`,

  /** A camp is called after the one in it with most signs. */
  campOf: (name: string) => `With ${name}`,
  otherGroups: (groups: number) => `${groups} other ${plural(groups, { one: 'group', other: 'groups' })}`,
  /** Those that a grouping says nothing of; `some` where it says something of others. */
  noGroup: (by: 'camp' | 'region' | 'kind' | 'country', some: boolean) => {
    if (!some) return 'Others';
    return by === 'camp' ? 'No sign known' : by === 'country' ? 'No country given' : 'Place not known';
  },
  apart: 'Without a line here',

  /**
   * What a crowd is drawn as: `Belarus and its 12 neighbours; 187 others in 5 groups`.
   *
   * @param chosen names of what is selected
   * @param beside how many are drawn by themselves besides those
   * @param open the group that is open, and how many of it are drawn
   */
  crowd: (
    chosen: readonly string[],
    beside: number,
    others: number,
    groups: number,
    open: { name: string; drawn: number; of: number } | null,
  ) => {
    const rest = others === 0 ? '' : `; ${count(others, 'other')} in ${count(groups, { one: 'group', other: 'groups' })}`;
    if (open !== null) return `${open.name}: ${open.drawn < open.of ? `${open.drawn} of ${open.of}` : `all ${open.of}`}${rest}`;
    if (chosen.length === 0) return `${count(beside, 'actor')} with most rows or most change${rest}`;
    const who = chosen.length > 3 ? count(chosen.length, { one: 'selected actor', other: 'selected actors' }) : list(chosen);
    const near =
      beside === 0
        ? ''
        : chosen.length === 1
          ? ` and its ${count(beside, { one: 'neighbour', other: 'neighbours' })}`
          : ` and ${count(beside, { one: 'neighbour', other: 'neighbours' })}`;
    return `${who}${near}${rest}`;
  },

  /** How the pairs that are covered on a date are told: `696 pairs are covered on 1 June 2025: 58 drawn singly, 412 in bundles, the other 226 in the table`. */
  crowdDrawn: (single: number, bundled: number, covered: number, at: Day) => {
    const rest = covered - single - bundled;
    const others = rest > 0 ? `, the other ${rest} in the table` : '';
    return `${count(covered, 'pair')} ${plural(covered, { one: 'is', other: 'are' })} covered on ${formatDay(at)}: ${single} drawn singly, ${bundled} in bundles${others}`;
  },

  /** A group: `Eastern Europe: 34 actors, most rows Poland, Romania and Hungary`. */
  group: (name: string, members: number, most: readonly string[]) =>
    `${name}: ${count(members, 'actor')}${most.length === 0 || members === 1 ? '' : `, most rows ${list(most)}`}`,
  openGroup: (group: string) => `${group}. Opens in place`,

  /** A bundle on a date: `Western Europe and Eastern Europe: mean +0.7 of 41 pairs, 30 for, 6 against, on 1 June 2025`. */
  bundle: (
    [a, b]: readonly [string, string],
    look: { value: number; pairs: number; positive: number; negative: number; mixed: boolean },
    at: Day,
  ) => {
    const sides = `${look.positive} for, ${look.negative} against`;
    const mean = look.mixed ? `mixed, ${sides}` : `mean ${signed(look.value)}, ${sides}`;
    return `${a} and ${b}: ${mean}, of ${count(look.pairs, 'pair')} covered on ${formatDay(at)}`;
  },
  /** The same in a line: `+20 −18`. */
  sides: (positive: number, negative: number) => `${signed(positive, 0)} ${signed(-negative, 0)}`,
};
