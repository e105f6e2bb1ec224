import { pairOf, rowsOf, type Slice } from '../analysis/slice';
import { runStances, stanceAt, type Reading, type StanceAt } from '../analysis/stance/stance';
import { evidenceAt } from '../analysis/cardAt';
import type { Day } from '../words/calendar';
import { holderOf, type Article } from './readArticle';
import { isWithin, type Span } from './text';

/** A directed pair as it stood on a day, with its rows nearest to that day. */
export interface PairThen {
  holder: number;
  target: number;
  /** Null where no row of the pair counts by then. */
  stance: StanceAt | null;
  /** Positions in the slice, the nearest to the day first. */
  nearest: readonly number[];
}

/** A sentence that names two actors or more, beside what the record has of them. */
export interface SentenceThen {
  sentence: Span;
  /** The day that the sentence tells of: its own date's last day, else the article's. */
  day: Day;
  /** The actors that it names, those who speak for a state as that state; in order, each once. */
  actors: readonly number[];
  /** Pairs of them that have rows, those with most rows first. */
  pairs: readonly PairThen[];
  /** Pairs of them of which the record has no row, in both directions. */
  silent: readonly (readonly [number, number])[];
}

/** Rows set beside a pair. */
const NEAREST = 3;

/**
 * Every sentence of an article that names two actors, set beside the stances of those actors on each other as the record has them on
 * that day.
 *
 * @param published the day of the article
 * @param slice the rows that count, under the reader's filters
 * @param reading how a running stance is read from them
 */
export function againstRecord(article: Article, published: Day, slice: Slice, reading: Reading): SentenceThen[] {
  const { record } = slice;
  const running = runStances(slice, reading);
  return article.sentences.flatMap((sentence) => {
    const named = article.mentions.filter((mention) => isWithin(mention, sentence)).map(({ actor }) => holderOf(record, actor));
    const actors = [...new Set(named)];
    if (actors.length < 2) return [];
    const date = article.dates.find((one) => isWithin(one, sentence));
    const day = Math.min(date?.last ?? published, published);
    const pairs: PairThen[] = [];
    const silent: [number, number][] = [];
    for (const [i, a] of actors.entries())
      for (const b of actors.slice(i + 1)) {
        const both = [
          [a, b],
          [b, a],
        ] as const;
        const known = both.filter(([holder, target]) => pairOf(slice, holder, target) >= 0);
        if (known.length === 0) silent.push([a, b]);
        for (const [holder, target] of known) {
          const pair = pairOf(slice, holder, target);
          const rows = [...rowsOf(slice, pair)];
          const far = (k: number) => Math.abs((slice.day[k] ?? 0) - day);
          const nearest: number[] = [];
          // A row with several stances of the pair is shown once.
          for (const k of rows.sort((x, y) => far(x) - far(y) || x - y))
            if (nearest.length < NEAREST && !nearest.some((one) => evidenceAt(slice, one) === evidenceAt(slice, k)))
              nearest.push(k);
          pairs.push({ holder, target, stance: stanceAt(running, pair, day), nearest });
        }
      }
    pairs.sort((x, y) => (y.stance?.n ?? 0) - (x.stance?.n ?? 0));
    return [{ sentence, day, actors, pairs, silent }];
  });
}
