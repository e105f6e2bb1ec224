import { stanceAt, type Running } from '../analysis/stance/stance';
import { pairNames } from '../record/names';
import type { Day } from '../words/calendar';
import { aloudMessages } from '../words/messages/aloud';
import type { TableRow } from './tableModel';

/**
 * A sentence for each holder of the chart, over the rows of its table: how many rows, where the running stance was highest and lowest in
 * the window, and where it stands at the hand.
 *
 * @param shown the holders (indices) and their target; `pairs` are theirs in the slice, -1 where there is none
 */
export function pairAloud(
  running: Running,
  rows: readonly TableRow[],
  shown: { holders: readonly number[]; target: number; pairs: readonly number[] },
  { from, to, at }: { from: Day; to: Day; at: Day },
): string[] {
  return shown.holders.map((holder, i) => {
    const own = rows.filter((row) => row.holder === i);
    const known = own.flatMap(({ value, day }) => (value === null ? [] : [[value, day] as const]));
    const by = (better: (a: number, b: number) => boolean) =>
      known.reduce((best, one) => (better(one[0], best[0]) ? one : best), known[0] ?? ([NaN, from] as const));
    const now = stanceAt(running, shown.pairs[i] ?? -1, at);
    return aloudMessages.line(
      pairNames(running.slice.record, holder, shown.target),
      own.length,
      [from, to],
      known.length < 2 ? null : { highest: by((a, b) => a > b), lowest: by((a, b) => a < b) },
      now === null ? null : { value: now.value, at },
    );
  });
}
