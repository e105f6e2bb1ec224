import { own } from './own';
import { calendarOf, dayFrom, type Day } from '../words/calendar';
import { listOf, type StanceRecord } from './record';

/**
 * What a record is made of, in figures: what a reader checks before believing it. Read by the page about the record and by
 * `npm run check-data -- --report`, so that both say the same.
 */

/** How many sources are of one side, kind or country; `id` empty where the table gives none. */
export interface Share {
  id: string;
  label: string;
  n: number;
}

/** Rows of one pair in one month, by side of source. */
export interface MonthOfPair {
  year: number;
  /** 1 to 12. */
  month: number;
  /** Stances of the pair dated in the month. */
  rows: number;
  /**
   * For each of {@link RecordFigures.sides}, how many of these rows have a source of that side. A row with sources of two sides counts for
   * both, so that the columns may add up to more than the rows.
   */
  bySide: number[];
}

export interface PairFigures {
  /** Actors, as indices. */
  holder: number;
  target: number;
  rows: number;
  bySide: number[];
  /** Months with rows, in order. */
  months: MonthOfPair[];
}

export interface RecordFigures {
  /** Rows of each table that has any, in the order of the files. */
  tables: { name: string; rows: number }[];
  /** Sides in the record's own order; the last one, with an empty id, holds sources without a side, where there are any. */
  sides: Share[];
  kinds: Share[];
  /** Most frequent first. */
  countries: Share[];
  /** Codings that each coder gave, in the record's order of coders. */
  coders: Share[];
  /** Pairs with a dated stance, those with most rows first. */
  pairs: PairFigures[];
  /** Months between the first and the last dated row that have no statement and no event, as first days of the months. */
  emptyMonths: Day[];
  /** Statements and events without a date. */
  undated: number;
}

const monthKey = (day: Day) => {
  const { year, month } = calendarOf(day);
  return year * 12 + month - 1;
};

/**
 * The figures of a record. A row is dated by the middle of what its date may mean, as everywhere; a stance's sources are those of the
 * statement or event that it is coded from.
 */
export function figuresOf(record: StanceRecord): RecordFigures {
  const { sources, stances, evidence } = record;
  const sides = sidesOf(record);
  const place = new Map(sides.map(({ id }, i) => [id, i]));
  const sideOfSource = sources.map(({ side }) => place.get(side) ?? -1);
  const pairs = new Map<string, PairFigures & { byMonth: Map<number, MonthOfPair> }>();
  for (let i = 0; i < stances.dated; i++) {
    const [holder, target, e, day] = [stances.holder[i], stances.target[i], stances.evidence[i], stances.day[i]];
    if (holder === undefined || target === undefined || e === undefined || day === undefined) continue;
    const key = `${holder} ${target}`;
    const pair = pairs.get(key) ?? { holder, target, rows: 0, bySide: sides.map(() => 0), months: [], byMonth: new Map() };
    pairs.set(key, pair);
    const { year, month } = calendarOf(day);
    const own = pair.byMonth.get(monthKey(day)) ?? { year, month, rows: 0, bySide: sides.map(() => 0) };
    pair.byMonth.set(monthKey(day), own);
    pair.rows++;
    own.rows++;
    for (const side of new Set(Array.from(listOf(evidence.sources, e), (source) => sideOfSource[source] ?? -1))) {
      if (side < 0) continue;
      pair.bySide[side] = (pair.bySide[side] ?? 0) + 1;
      own.bySide[side] = (own.bySide[side] ?? 0) + 1;
    }
  }
  return {
    tables: Object.values(record.tables)
      .map(({ name, rows }) => ({ name, rows: rows.length }))
      .filter(({ rows }) => rows > 0),
    sides,
    kinds: shares(sources.map(({ kind }) => kind)),
    countries: shares(sources.map(({ country }) => country)),
    coders: record.coders.map((id, coder) => ({
      id,
      label: own(record.meta.coders, id) ?? id,
      n: codingsOf(record, coder),
    })),
    pairs: [...pairs.values()]
      .map(({ byMonth, ...pair }) => ({
        ...pair,
        months: [...byMonth].sort(([a], [b]) => a - b).map(([, month]) => month),
      }))
      .sort((a, b) => b.rows - a.rows || a.holder - b.holder || a.target - b.target),
    emptyMonths: emptyMonthsOf(record),
    undated: evidence.n - evidence.dated,
  };
}

function sidesOf({ sides, sources }: StanceRecord): Share[] {
  const count = (id: string) => sources.filter((source) => source.side === id).length;
  const named = sides.map(({ id, label }) => ({ id, label, n: count(id) }));
  const none = count('');
  return none > 0 ? [...named, { id: '', label: 'no side given', n: none }] : named;
}

/** How often each value occurs, most frequent first, then by name. */
function shares(values: readonly string[]): Share[] {
  const n = new Map<string, number>();
  for (const value of values) n.set(value, (n.get(value) ?? 0) + 1);
  return [...n].map(([id, times]) => ({ id, label: id, n: times })).sort((a, b) => b.n - a.n || (a.id < b.id ? -1 : 1));
}

function codingsOf({ tables, coders }: StanceRecord, coder: number): number {
  const table = tables.codings;
  const column = table?.columns.indexOf('coder') ?? -1;
  return table?.rows.filter((cells) => (cells[column] ?? '').trim() === coders[coder]).length ?? 0;
}

function emptyMonthsOf({ evidence }: StanceRecord): Day[] {
  const filled = new Set<number>();
  for (let e = 0; e < evidence.dated; e++) {
    const day = evidence.day[e];
    if (day !== undefined) filled.add(monthKey(day));
  }
  if (filled.size === 0) return [];
  const empty: Day[] = [];
  // A record of centuries has no use for a list of its empty months: years say as much.
  const [first, last] = [Math.min(...filled), Math.max(...filled)];
  if (last - first > MOST_MONTHS) return [];
  for (let month = first; month <= last; month++)
    if (!filled.has(month)) empty.push(dayFrom(Math.floor(month / 12), (((month % 12) + 12) % 12) + 1, 1));
  return empty;
}

const MOST_MONTHS = 600;
