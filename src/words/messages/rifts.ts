import type { Day } from '../calendar';
import { noun, plural } from '../counts';
import { formatDay } from '../dates';
import { tieName } from '../names';
import { decimal, pWords, qWords } from '../numbers';

/** Two holders that a tie joins, and how far apart they stand, 0 to 1. */
export interface Apart {
  a: string;
  b: string;
  value: number;
}

/** Of how many third actors a growth speaks; null for all. */
type Over = { some: number; of: number } | null;

const among = (over: Over) => (over === null ? 'over all' : `over ${over.some} of the ${over.of}`);
const apart = ({ a, b, value }: Apart) => ({ name: tieName(a, b), far: `${decimal(value, 2)} of at most 1` });

/** What is said of holders that drift apart. */
export const riftMessages = {
  /** @param more ties beside the one named */
  tiedBy: (first: string, more: number) =>
    more === 0 ? `Tied by ${first}.` : `Tied by ${first}, and ${more} more ${noun(more, 'tie')}.`,

  unknownAt: (from: Day) => `nothing in common known at ${formatDay(from)}`,
  unknownThen: (from: Day) => `Nothing in common known at ${formatDay(from)}.`,
  /** Growth counts the third actors known at both dates alone. @param by on the scale from 0 to 1; @param over null for all */
  growth: (by: number, from: Day, over: Over) => {
    if (Math.abs(by) < 0.005) return `as wide as at ${formatDay(from)}, ${among(over)}`;
    return by > 0
      ? `grew by ${decimal(by, 2)} since ${formatDay(from)}, ${among(over)}`
      : `narrowed by ${decimal(-by, 2)} since ${formatDay(from)}, ${among(over)}`;
  },
  /** The same as a sentence. */
  grew: (by: number, from: Day, over: Over) => {
    if (Math.abs(by) < 0.005) return `As wide as at ${formatDay(from)}, ${among(over)}.`;
    return by > 0
      ? `Grew by ${decimal(by, 2)} since ${formatDay(from)}, ${among(over)}.`
      : `Narrowed by ${decimal(-by, 2)} since ${formatDay(from)}, ${among(over)}.`;
  },
  chance: (mean: number, high: number, p: number, deals: number) =>
    `With as many rows, two holders without a difference would show ${decimal(mean, 2)}, and up to ${decimal(high, 2)} in 19 of 20 deals (${pWords(p, deals)}).`,

  none: 'No tied pair holds stances on two third actors or more at this date.',
  /** Before what chance shows is known. */
  open: (pairs: number, widest: Apart) => {
    const { name, far } = apart(widest);
    return pairs === 1
      ? `The one tied pair with stances on two third actors or more: ${name} stand furthest apart, ${far}.`
      : `Of ${pairs} tied pairs with stances on two third actors or more: ${name} stand furthest apart, ${far}.`;
  },
  within: (pairs: number, widest: Apart) => {
    const { name, far } = apart(widest);
    return pairs === 1
      ? `The one tied pair with stances on two third actors or more is no further apart than two holders without a difference would be: ${name}, ${far}.`
      : `Of ${pairs} tied pairs with stances on two third actors or more, none is further apart than two holders without a difference would be. The widest: ${name}, ${far}.`;
  },
  /** @param beyond pairs that are further apart than chance shows, at least one */
  beyond: (pairs: number, beyond: number, widest: Apart) => {
    const { name, far } = apart(widest);
    if (pairs === 1)
      return `The one tied pair with stances on two third actors or more, ${name}, disagree by more than chance shows: ${far}.`;
    return plural(beyond, {
      one: `Of ${pairs} tied pairs with stances on two third actors or more, ${name} disagree most: ${far}, the only pair further apart than chance shows.`,
      other: `Of ${pairs} tied pairs with stances on two third actors or more, ${name} disagree most: ${far}; ${beyond} pairs are further apart than chance shows.`,
    });
  },
  /** Many pairs are looked at: whether the first stands out over all of them. @param expected pairs that would by chance alone */
  holdsOverAll: (pairs: number, q: number) => `That holds over all ${pairs} pairs looked at (${qWords(q)}).`,
  wouldByChance: (pairs: number, expected: number, q: number) =>
    expected < 0.75
      ? `With ${pairs} pairs looked at, less than one would be by chance alone (${qWords(q)}).`
      : `With ${pairs} pairs looked at, about ${Math.round(expected)} would be by chance alone (${qWords(q)}).`,
  notCompared: (few: number, unknown: number) => {
    const single = plural(few, {
      one: '1 tied pair has a single third actor in common and is not compared',
      other: `${few} tied pairs have a single third actor in common and are not compared`,
    });
    if (unknown === 0) return `${single}.`;
    return few === 0
      ? plural(unknown, {
          one: '1 tied pair has no third actor in common, so nothing is known of their agreement.',
          other: `${unknown} tied pairs have no third actor in common, so nothing is known of their agreement.`,
        })
      : plural(unknown, {
          one: `${single}; 1 has none, so nothing is known of their agreement.`,
          other: `${single}; ${unknown} have none, so nothing is known of their agreement.`,
        });
  },
};
