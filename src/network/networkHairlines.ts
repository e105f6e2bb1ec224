import { tiedPairs } from '../analysis/rift/tied';
import type { StanceRecord } from '../record/record';
import { curveBetween, spine, type Point } from '../ui/curves';
import type { Day } from '../words/calendar';

/** Ties between two actors, drawn as one thin line under the stances. */
export interface Hairline {
  key: string;
  a: number;
  b: number;
  path: string;
  sign: -1 | 0 | 1;
  /** Indices into `record.ties`. */
  ties: number[];
}

/** The signed ties in force on a day between actors that are drawn. */
export function hairlinesAt(record: StanceRecord, places: ReadonlyMap<number, Point>, at: Day): Hairline[] {
  return tiedPairs(record, at, (tie) => tie.sign !== 0).flatMap(({ a, b, ties }) => {
    const from = places.get(a);
    const to = places.get(b);
    if (!from || !to) return [];
    const sum = ties.reduce((total, tie) => total + record.ties[tie]!.sign, 0);
    return [{ key: `${a} ${b}`, a, b, path: spine(curveBetween(from, to, 0.02)), sign: sum > 0 ? 1 : sum < 0 ? -1 : 0, ties }];
  });
}
