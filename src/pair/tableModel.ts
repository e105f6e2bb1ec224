import { rowsOf } from '../analysis/slice';
import { stanceInterval } from '../analysis/stance/series';
import { lastRow, type Running } from '../analysis/stance/stance';
import { basisWords, rowCard } from '../record/card';
import { evidenceOf } from '../record/names';
import { openStance } from '../record/open';
import type { Day } from '../words/calendar';

/** A row of the chart's table twin. */
export interface TableRow {
  k: number;
  day: Day;
  date: string;
  id: string;
  title: string;
  /** Place among the holders shown. */
  holder: number;
  score: number;
  basis: string;
  /** Running stance at the end of the row's day; null where nothing counts. */
  value: number | null;
  effective: number;
  /** 90 % interval of that value. */
  interval: [number, number] | null;
}

/** Every row of the pairs in the window, in order of date. */
export function tableRows(running: Running, pairs: readonly number[], { from, to }: { from: Day; to: Day }): TableRow[] {
  const { slice } = running;
  const { record } = slice;
  return pairs
    .flatMap((pair, holder) =>
      (pair < 0 ? [] : Array.from(rowsOf(slice, pair))).map((k) => ({ k, holder, pair, day: slice.day[k]! })),
    )
    .filter(({ day }) => day >= from && day <= to)
    .sort((a, b) => a.day - b.day || a.k - b.k)
    .map(({ k, holder, pair, day }) => {
      const stance = slice.row[k]!;
      const card = rowCard(record, evidenceOf(record, stance));
      const j = lastRow(running, pair, day);
      const value = j < 0 ? NaN : running.value[j]!;
      return {
        k,
        day,
        date: card.date,
        id: card.id,
        title: card.title,
        holder,
        score: slice.score[k]!,
        basis: basisWords(record, openStance(record, stance)),
        value: Number.isNaN(value) ? null : value,
        effective: j < 0 ? 0 : running.effective[j]!,
        interval: stanceInterval(running, pair, day),
      };
    });
}
