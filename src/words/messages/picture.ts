import type { Day } from '../calendar';
import { count } from '../counts';
import { formatDay } from '../dates';

/** The words around a saved picture. */
export const pictureMessages = {
  ratings: (ratings: number, hypotheses: number) => `${count(ratings, 'rating')} of ${count(hypotheses, 'hypothesis')}`,
  claims: (claims: number, articles: number) => `${count(claims, 'claim')} of ${count(articles, 'article')}`,

  /** How the running stance is read; a half-life is in days. */
  reading: {
    decay: (halfLife: number) => `running stance with a half-life of ${count(halfLife, 'day')}`,
    latest: () => 'latest row of each pair',
    mean: () => 'mean of the window',
    pivot: () => 'mean since the last pivot',
  } satisfies Record<string, (halfLife: number) => string>,

  /** `reading` names how the running stance is read; empty where there is none. */
  asOf: (at: Day, from: Day, to: Day, reading: string) =>
    reading === ''
      ? `As of ${formatDay(at)}; window ${formatDay(from)} to ${formatDay(to)}`
      : `As of ${formatDay(at)}; window ${formatDay(from)} to ${formatDay(to)}; ${reading}`,

  /** Each filter as the sentence under the masthead has it; empty for none. */
  shown: (filters: readonly string[]) => (filters.length === 0 ? '' : `Shown: ${filters.join('; ')}.`),

  source: (record: string) => `Source: ${record}.`,
  sourceOfRows: (record: string, rows: number) => `Source: ${record}, ${count(rows, 'coded row')} in the window.`,
  sourceOfTies: (record: string, ties: number) => `Source: ${record}, ${count(ties, 'tie')}.`,
};
