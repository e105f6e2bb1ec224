import { count, plural } from '../counts';
import type { Day } from '../calendar';
import { daysWords } from '../dates';

/** What is said of signed ties through time. */
export const tieMessages = {
  /** How many ties are listed: those that hold on some day of the window. */
  listed: (n: number, from: Day, to: Day) => `${count(n, 'tie')} in force in ${daysWords(from, to)}; no row counts them`,
  /** @param when `in 1872`, `on 22 October 1873`; @param friendly pairs, as `unfriendly` */
  begins: (when: string, friendly: number, unfriendly: number) => {
    if (unfriendly === 0) return `The record begins ${when} with ${count(friendly, 'pair')} on friendly terms.`;
    if (friendly === 0) return `The record begins ${when} with ${count(unfriendly, 'pair')} on unfriendly terms.`;
    return `The record begins ${when} with ${count(friendly, 'pair')} on friendly terms and ${unfriendly} on unfriendly ones.`;
  },
  triads: (balanced: number, unbalanced: number) => {
    const all = balanced + unbalanced;
    if (all === 0) return 'No triad has a sign on each side.';
    return plural(unbalanced, {
      one: `1 of ${count(all, 'triad')} is unbalanced.`,
      other:
        unbalanced === 0
          ? `Every one of ${count(all, 'triad')} is balanced.`
          : `${unbalanced} of ${count(all, 'triad')} are unbalanced.`,
    });
  },
};
