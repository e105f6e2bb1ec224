import { figuresOf, type PairFigures, type RecordFigures } from '../record/figures';
import { isDisputed } from '../record/dispute';
import type { StanceRecord } from '../record/record';
import { dayFrom, calendarOf, type Day } from '../words/calendar';
import { formatMonth } from '../words/dates';
import { pairName } from '../words/names';

/** What a reader is shown of a record as a whole: figures, gaps, disputes, and whose sources stand behind which pair. */

/** Pairs with fewer rows than this are counted and not listed: their months are single rows. */
export const LEAST_ROWS = 8;

export interface AboutPair {
  key: string;
  name: string;
  figures: PairFigures;
}

export interface About {
  figures: RecordFigures;
  pairs: AboutPair[];
  /** Pairs with fewer rows than {@link LEAST_ROWS}. */
  otherPairs: number;
  /** Stretches of months without a row, in words: `October 2020 to October 2021`. */
  gaps: string[];
  /** Statements and events whose sources differ, newest first. */
  disputes: { id: string; title: string }[];
  /** Occasions, and the stances that belong to one. */
  occasions: { n: number; rows: number };
}

/** Everything that the page about a record shows, from its rows alone. */
export function aboutOf(record: StanceRecord): About {
  const figures = figuresOf(record);
  const name = (actor: number) => record.actors[actor]?.name ?? '';
  const pairs = figures.pairs
    .filter(({ rows }) => rows >= LEAST_ROWS)
    .map((pair) => ({
      key: `${record.actors[pair.holder]?.id ?? ''}~${record.actors[pair.target]?.id ?? ''}`,
      name: pairName(name(pair.holder), name(pair.target)),
      figures: pair,
    }));
  return {
    figures,
    pairs,
    otherPairs: figures.pairs.length - pairs.length,
    gaps: gapsOf(figures.emptyMonths),
    disputes: disputesOf(record),
    occasions: { n: record.occasions.length, rows: record.stances.occasion.filter((occasion) => occasion >= 0).length },
  };
}

/** Months in a row as one stretch. */
export function gapsOf(months: readonly Day[]): string[] {
  const keyOf = (day: Day) => {
    const { year, month } = calendarOf(day);
    return year * 12 + month - 1;
  };
  const words = (key: number) => formatMonth(Math.floor(key / 12), (((key % 12) + 12) % 12) + 1);
  const stretches: [number, number][] = [];
  for (const key of months.map(keyOf)) {
    const last = stretches.at(-1);
    if (last !== undefined && last[1] === key - 1) last[1] = key;
    else stretches.push([key, key]);
  }
  return stretches.map(([from, to]) => (from === to ? words(from) : `${words(from)} to ${words(to)}`));
}

/** Rows whose notes say that their sources differ. */
export function disputesOf(record: StanceRecord): { id: string; title: string }[] {
  const rows: { id: string; title: string }[] = [];
  for (let e = record.evidence.n - 1; e >= 0; e--) {
    if (isDisputed(record, e)) rows.push({ id: record.evidence.id[e] ?? '', title: record.evidence.title[e] ?? '' });
  }
  return rows;
}

/** First days of the months of a pair's rows. */
export const monthOf = ({ year, month }: { year: number; month: number }): Day => dayFrom(year, month, 1);
