import type { Day } from '../calendar';
import { count } from '../counts';
import { formatDay, rangeWords } from '../dates';
import { list } from '../names';
import { signed } from '../numbers';
import { scored } from '../scores';

/** What stands over the rows of a table twin: the picture for the ear, first how it is built, then who stands out. The rows follow. */

/** How many lines lie on either side, and on how little some of them rest. */
export interface Sides {
  positive: number;
  negative: number;
  mixed: number;
  /** Few effective rows, or long silent. */
  weak: number;
}

/** A name with what is counted of it. */
export type Counted = readonly [name: string, n: number];

const counted = (names: readonly Counted[]): string => list(names.map(([name, n]) => `${name} (${n})`));

export const aloudMessages = {
  /** `3 are cooperative or supportive, 2 critical or hostile, one is mixed; 2 of the 6 rest on few rows or have long been silent.` */
  sides: ({ positive, negative, mixed, weak }: Sides): string => {
    const all = positive + negative + mixed;
    if (all === 0) return 'No stance is known on this day.';
    const parts = [
      ...(positive > 0 ? [`${positive} cooperative or supportive`] : []),
      ...(negative > 0 ? [`${negative} critical or hostile`] : []),
      ...(mixed > 0 ? [`${mixed} mixed`] : []),
    ];
    const thin = weak === 0 ? '' : ` ${weak === all ? 'All' : `${weak} of these`} rest on few rows or have long been silent.`;
    return `Of ${count(all, 'stance')}: ${list(parts)}.${thin}`;
  },

  /** `Most lines: Belarus (12), Russia (10) and Poland (9).` */
  most: (what: string, names: readonly Counted[]): string => (names.length === 0 ? '' : `Most ${what}: ${counted(names)}.`),

  /** `Belarus on Poland: 37 rows from 1 January 2025 to 31 January 2026, highest +2 on …, lowest −2 on …; on 26 January 2026 +0.1 mixed.` */
  line: (
    pair: string,
    rows: number,
    [from, to]: readonly [Day, Day],
    extremes: { highest: readonly [number, Day]; lowest: readonly [number, Day] } | null,
    now: { value: number; at: Day } | null,
  ): string => {
    const ends =
      extremes === null
        ? ''
        : `; the running stance was highest, ${signed(extremes.highest[0])}, on ${formatDay(extremes.highest[1])} and lowest, ${signed(extremes.lowest[0])}, on ${formatDay(extremes.lowest[1])}`;
    const on = now === null ? '' : `; on ${formatDay(now.at)} it is ${scored(now.value)}`;
    return `${pair}: ${count(rows, 'row')} ${rangeWords(from, to)}${ends}${on}.`;
  },

  /** `120 rows and 68 events, 1 January 2025 to 31 January 2026; most rows in September 2025 (24).` */
  window: (rows: number, events: number, [from, to]: readonly [Day, Day], busiest: Counted | null): string =>
    `${count(rows, 'row')} and ${count(events, 'event')}, ${rangeWords(from, to)}${busiest === null ? '' : `; most rows in ${busiest[0]} (${busiest[1]})`}.`,
};
