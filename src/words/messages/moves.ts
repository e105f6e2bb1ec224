import type { Day } from '../calendar';
import { count } from '../counts';
import { formatDay } from '../dates';
import { signed } from '../numbers';

/** What an edit of a record moves, for a pull request and for the list of one's changes. */

interface Mean {
  n: number;
  mean: number;
}

const said = ({ n, mean }: Mean) => `${signed(mean, 2)} (${count(n, 'row')})`;

export const movesMessages = {
  /** `Belarus on Poland, mean since 1 January 2025: +0.36 (41 rows), now +0.31 (43 rows)`. */
  pair: (name: string, from: Day, before: Mean | null, after: Mean | null) => {
    const what = `${name}, mean since ${formatDay(from)}`;
    if (before === null && after !== null) return `${what}: no row before, now ${said(after)}`;
    if (before !== null && after === null) return `${what}: ${said(before)}, now no row`;
    return before === null || after === null ? what : `${what}: ${said(before)}, now ${said(after)}`;
  },
  more: (n: number) => `and ${count(n, { one: 'other pair', other: 'other pairs' })}`,
  sameHeadline: 'The headline is unchanged.',
  headline: (before: string, after: string) => `The headline was: “${before}” It would be: “${after}”`,
  nothing: 'No pair and no headline moves.',

  /** `statements: 2 rows added, 1 row changed`. */
  table: (name: string, { added, removed, changed }: { added: number; removed: number; changed: number }) => {
    const parts = [
      added > 0 ? `${count(added, 'row')} added` : '',
      removed > 0 ? `${count(removed, 'row')} taken out` : '',
      changed > 0 ? `${count(changed, 'row')} changed` : '',
    ].filter((part) => part !== '');
    return `${name}: ${parts.join(', ')}`;
  },
  sameTables: 'No row of its tables differs.',
  newRecord: (rows: number) => `A new record, ${count(rows, 'row')}.`,
  goneRecord: 'The record is taken away.',
  checks: (errors: number, warnings: number) =>
    errors === 0 && warnings === 0
      ? 'Every row passes every check.'
      : `The checks find ${count(errors, 'error')} and ${count(warnings, 'warning')}.`,
};
