import { count, figure } from '../counts';

/** What the page about a record says of it. */
export const aboutMessages = {
  undated: (rows: number) => `${count(rows, 'row')} without a date: listed at the end of every list, on no clock.`,
  noPerson: (coders: number) =>
    `${count(coders, 'coder')}, none of whom the record says is a person: what they agree on is consistency, not truth.`,
  emptyMonths: (months: number) =>
    months === 0
      ? 'Every month between its first and its last row has at least one row.'
      : `${count(months, { one: 'month', other: 'months' })} between its first and its last row ${months === 1 ? 'has' : 'have'} none. A month without rows is one in which nothing was collected, not one in which nothing happened.`,
  disputes: (rows: number) =>
    rows === 0
      ? 'No row is marked as disputed.'
      : `${count(rows, 'row')} on which sources differ; each keeps both accounts in its notes.`,
  pairTotal: (pair: string, rows: number) => `${pair}, ${count(rows, 'row')}`,
  otherPairs: (pairs: number, least: number) =>
    `and ${count(pairs, 'pair')} with fewer than ${figure(least)} rows, in the report of the checker`,
  occasions: (occasions: number, rows: number) =>
    `${count(occasions, { one: 'occasion', other: 'occasions' })} group ${count(rows, 'row')}: rows of one pair that tell of one act, talk, decision or trigger are counted once where changes are tested. That they belong together is a judgement; the codebook names the groups in doubt, and Changes lets it be switched off.`,
};
