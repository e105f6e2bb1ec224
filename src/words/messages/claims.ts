import { count } from '../counts';

/** What is counted of a claim. */
export const claimMessages = {
  /** Rows that bear on it, where no row is sorted to a side. */
  bearing: (rows: number) => (rows === 0 ? 'no rows' : count(rows, 'row')),
  /** `1 for, 5 against, 2 neither`. */
  sides: (supporting: number, opposing: number, neither: number) =>
    neither === 0 ? `${supporting} for, ${opposing} against` : `${supporting} for, ${opposing} against, ${neither} neither`,
};
