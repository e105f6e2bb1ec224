import { count } from '../counts';

/** What the reader's own filters hide: never to be read as not covered. */
export const hiddenMessages = {
  /** `the filter “official pages” hides 14 rows`, `the filters hide 14 rows, “official pages” alone 12 of them`. */
  hides: (rows: number, most: string, others: boolean, by: number) => {
    if (!others || by === rows) return `the filter “${most}” hides ${count(rows, 'row')}`;
    return `the filters hide ${count(rows, 'row')}, “${most}” alone ${by} of them`;
  },
  /** `Russia on Poland: the filter “official pages” hides 14 rows`. */
  ofPair: (pair: string, hides: string) => `${pair}: ${hides}`,
  /** Beside a name on the map and in a cell: there is something, and the reader has put it aside. */
  short: 'filtered',
};
