import { count } from '../counts';
import type { Day } from '../calendar';
import { formatDay } from '../dates';
import { signed } from '../numbers';

/** What the matrix says where actors stand in it as groups. */
export const matrixMessages = {
  /** The head of a group: `Europe (69)`, `Europe, 62 others` where some of it stand beside it. */
  group: (name: string, members: number, rest: boolean) =>
    rest ? `${name}, ${count(members, { one: 'other', other: 'others' })}` : `${name} (${members})`,

  /** The cell of a group on a date: `Europe (69) on Asia (46): mean +0.2 of 34 pairs, 20 positive, 9 negative, on 1 June 2025`. */
  pooled: (
    pair: string,
    {
      value,
      pairs,
      positive,
      negative,
      mixed,
    }: { value: number; pairs: number; positive: number; negative: number; mixed: boolean },
    at: Day,
  ) => {
    const sides = `${positive} positive, ${negative} negative`;
    const mean = mixed ? `${count(pairs, 'pair')} that cancel out` : `mean ${signed(value)} of ${count(pairs, 'pair')}`;
    return `${pair}: ${mean}, ${sides}, on ${formatDay(at)}`;
  },
  /** A cell of a group in which no pair is covered. */
  noneCovered: (pair: string, by: Day) => `${pair}: no pair is covered by ${formatDay(by)}`,

  /** What pressing the head of a group does: `Europe (69). Opens in place`. */
  opens: (group: string) => `${group}. Opens in place`,

  /** What is drawn: `16 actors with most rows; 184 others in 5 groups. A group’s cell is the mean of its pairs, ± where they cancel out.` */
  drawn: (single: number, others: number, groups: number) =>
    `${count(single, 'actor')} by themselves, the most active and those selected; ${count(others, { one: 'other', other: 'others' })} in ${count(groups, { one: 'group', other: 'groups' })}. A group’s cell is the mean of its pairs, each counted once; ± where they cancel out.`,
};
