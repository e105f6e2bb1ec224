import { writeRows } from '../../record/write';
import type { Source } from './packWith';
import { SYNTHETIC_TEXTS, syntheticSource as relationOf, type Dialect } from './queries';

/** First day of the made-up rows: 1 January 2019. */
const FIRST = 17_897;

/** Made-up rows for measuring: 200 actors, 1,000 pairs, 2,340 days, or as told. */
export function syntheticSource(dialect: Dialect, rows: number, { actors = 200, pairs = 1000, days = 2340 } = {}): Source {
  return {
    relation: relationOf(dialect, { rows, actors, pairs, days, first: FIRST }),
    texts: SYNTHETIC_TEXTS,
    name: 'synthetic',
    title: 'A made-up record',
    times: false,
    occasions: false,
    tables: () => {
      const table = Array.from({ length: actors }, (_, a) => [`actor-${a}`, `Actor ${a}`, 'state']);
      return Promise.resolve(new Map([['actors.csv', writeRows([['id', 'name', 'kind'], ...table])]]));
    },
  };
}
