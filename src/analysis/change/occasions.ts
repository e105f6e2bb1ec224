import type { Day } from '../../words/calendar';
import { rowsAt, rowsBehind, rowsOf, type Slice } from '../slice';

/** What is counted once: an act, a talk, a decision or a trigger, with everything that the record holds of one pair about it. */
export interface Occasion {
  /** Earliest day of its rows. */
  day: Day;
  /** Mean score of its rows, -2 to +2. */
  score: number;
  /** Positions in the slice, in date order. */
  rows: number[];
}

/** Which days of a pair are read: both inclusive. */
export interface DaySpan {
  from: Day;
  to: Day;
}

/**
 * The rows of a pair as observations, in date order. Four reports of one closure are one observation of how a holder stands to a target,
 * not four: rows of one occasion (the column of that name in `stances.csv`) count once, rows of one day count once, and so does what
 * hangs together through either; each group stands at the mean of its rows and on its earliest day. No two groups share a day.
 *
 * @param grouped false counts every row for itself: same-day rows then follow each other on one day, and no split parts them
 * @returns empty where the pair has no row in the span, or is -1
 */
export function occasionsOf(slice: Slice, pair: number, { from, to }: DaySpan, grouped = true): Occasion[] {
  if (pair < 0) return [];
  const rows = Array.from(rowsOf(slice, pair)).filter((k) => slice.day[k]! >= from && slice.day[k]! <= to);
  // The rows of a bundle are known by their counts alone: they count once, whatever is asked.
  if (!grouped && slice.bundles === undefined)
    return rows.map((k) => ({ day: slice.day[k]!, score: slice.score[k]!, rows: [k] }));
  const { occasion } = slice.record.stances;
  const groups = joined(rows.map((k) => ({ day: slice.day[k]!, occasion: occasion[slice.row[k]!] ?? -1 })));
  const list = groups.map((places): Occasion => {
    const members = places.map((place) => rows[place]!);
    const sum = members.reduce((total, k) => total + rowsAt(slice, k) * slice.score[k]!, 0);
    return { day: slice.day[members[0]!]!, score: sum / rowsBehind(slice, members), rows: members };
  });
  return list.sort((a, b) => a.day - b.day);
}

/** Groups of places (in rising order) that share a day or an occasion, directly or through others. */
function joined(rows: readonly { day: Day; occasion: number }[]): number[][] {
  const parent = rows.map((_, i) => i);
  const rootOf = (i: number): number => {
    let root = i;
    while (parent[root] !== root) root = parent[root]!;
    return root;
  };
  const firstWith = new Map<string, number>();
  rows.forEach(({ day, occasion }, i) => {
    for (const mark of occasion < 0 ? [`day ${day}`] : [`day ${day}`, `occasion ${occasion}`]) {
      const other = firstWith.get(mark);
      if (other === undefined) firstWith.set(mark, i);
      else parent[rootOf(i)] = rootOf(other);
    }
  });
  const groups = new Map<number, number[]>();
  rows.forEach((_, i) => {
    const root = rootOf(i);
    const group = groups.get(root);
    if (group) group.push(i);
    else groups.set(root, [i]);
  });
  return [...groups.values()];
}
