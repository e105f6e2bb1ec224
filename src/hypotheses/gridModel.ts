import { achMatrix, CONFIDENCE_WEIGHTS, ratersOf, type AchReading, type RankedHypothesis } from '../analysis/hypotheses/ach';
import { agreement } from '../analysis/agreement/agreement';
import { CONFIDENCES, CONSISTENCIES, SOURCE_KINDS, type Confidence, type Consistency, type StanceRecord } from '../record/record';
import { openEvidence } from '../record/open';
import type { Weighed } from './dropsModel';
import { MINE } from './readerRatings';
import { kindWords } from '../words/sources';

/** The matrix as it is drawn: rows of evidence, a cell for each hypothesis, and what each rater gave. */

export const SORTS = ['diagnosticity', 'date', 'disagreement'] as const;
export type Sort = (typeof SORTS)[number];

/** How much a rating counts against a hypothesis (Heuer 1999: only inconsistency counts). */
export const AGAINST: Record<Consistency, number> = { CC: 0, C: 0, N: 0, I: 1, II: 2 };

export interface Rating {
  rater: string;
  consistency: Consistency;
  rationale: string;
}

export interface Cell {
  /** Index into `record.hypotheses`. */
  hypothesis: number;
  /** Of all raters, the reader among them, in the order of `ratersIn`. */
  ratings: Rating[];
  /** Those that the reading counts. */
  counted: Rating[];
  /** Mean of what counts against it, 0 to 2; null where nothing is counted. */
  against: number | null;
  /** Steps between the published raters furthest apart; 0 where they agree. */
  differ: number;
}

export interface Row {
  e: number;
  id: string;
  title: string;
  confidence: Confidence;
  weight: number;
  /** Months cut to three letters. */
  date: string;
  /** Kinds of its sources. */
  kinds: string;
  cells: Cell[];
  /** Spread of the positions over the hypotheses, 0 to 2, in the present reading; null where nothing is counted. */
  spread: number | null;
  /** Cells of this row on which published raters differ, in steps. */
  disagreement: number;
}

/** Place of a rating on the scale, 0 (very consistent) to 4. */
export const STEP: Record<Consistency, number> = Object.fromEntries(CONSISTENCIES.map((name, i) => [name, i])) as Record<
  Consistency,
  number
>;

/** Published raters, then the reader where he rated. */
export function ratersIn(record: StanceRecord): string[] {
  const raters = ratersOf(record);
  return [...raters.filter((rater) => rater !== MINE), ...raters.filter((rater) => rater === MINE)];
}

/** Rows of the matrix: what anybody rated, and what the reader added; by date. */
export function evidenceIn(record: StanceRecord, added: readonly string[]): number[] {
  const own = added.flatMap((id) => record.evidenceIndex.get(id) ?? []);
  return [...new Set([...record.assessments.map(({ evidence }) => evidence), ...own])].sort((a, b) => a - b);
}

function kindsOf(record: StanceRecord, e: number): string {
  return SOURCE_KINDS.filter((_, k) => (record.evidence.kinds[e]! & (1 << k)) !== 0)
    .map(kindWords)
    .join(', ');
}

/** Dates in words, by the evidence they belong to: the same while ratings come and go. */
const dates = new WeakMap<StanceRecord['evidence'], Map<number, string>>();

function dateOf(record: StanceRecord, e: number): string {
  let known = dates.get(record.evidence);
  if (!known) dates.set(record.evidence, (known = new Map()));
  let date = known.get(e);
  if (date === undefined) known.set(e, (date = openEvidence(record, e).shortDate));
  return date;
}

/**
 * Rows with their cells, in the order of `evidence`.
 *
 * @param rater whose ratings are counted; empty: the mean of the published ones
 */
export function rowsOf(record: StanceRecord, evidence: readonly number[], rater: string): Row[] {
  const raters = ratersIn(record);
  const cells = new Map<number, Cell[]>(
    evidence.map((e) => [
      e,
      record.hypotheses.map((_, hypothesis) => ({ hypothesis, ratings: [], counted: [], against: null, differ: 0 })),
    ]),
  );
  for (const by of raters) {
    for (const { hypothesis, evidence: e, rater: own, consistency, rationale } of record.assessments) {
      if (own === by) cells.get(e)?.[hypothesis]?.ratings.push({ rater: by, consistency, rationale });
    }
  }
  return evidence.map((e) => {
    const row = cells.get(e)!;
    for (const cell of row) finishCell(cell, rater);
    const positions = row.map(positionOf).filter((position) => position !== null);
    return {
      e,
      id: record.evidence.id[e]!,
      title: record.evidence.title[e]!,
      confidence: CONFIDENCES[record.evidence.confidence[e]!]!,
      weight: CONFIDENCE_WEIGHTS[record.evidence.confidence[e]!]!,
      date: dateOf(record, e),
      kinds: kindsOf(record, e),
      cells: row,
      spread: positions.length === 0 ? null : deviation(positions),
      disagreement: row.reduce((sum, cell) => sum + cell.differ, 0),
    };
  });
}

function finishCell(cell: Cell, rater: string): void {
  const published = cell.ratings.filter((rating) => rating.rater !== MINE);
  cell.counted = rater === '' ? published : cell.ratings.filter((rating) => rating.rater === rater);
  if (cell.counted.length > 0) cell.against = mean(cell.counted.map(({ consistency }) => AGAINST[consistency]));
  const steps = published.map(({ consistency }) => STEP[consistency]);
  cell.differ = steps.length < 2 ? 0 : Math.max(...steps) - Math.min(...steps);
}

/** Mean position of what a cell counts, from -2 (very inconsistent) to +2; null where nothing is counted. */
export function positionOf({ counted }: Cell): number | null {
  return counted.length === 0 ? null : mean(counted.map(({ consistency }) => 2 - STEP[consistency]));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function deviation(values: readonly number[]): number {
  const middle = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)));
}

/** Share of a cell's counted ratings that say something either way, 0 to 1; 0 where nothing is counted. */
export function askedBy({ counted }: Cell): number {
  return counted.length === 0 ? 0 : mean(counted.map(({ consistency }) => Number(consistency !== 'N')));
}

/** What a cell prints: one rating where the raters agree, two where two differ, the span where more do. */
export function cellText({ counted }: Cell): string {
  const given = [...new Set(counted.map(({ consistency }) => consistency))];
  if (given.length === 0) return '';
  if (given.length === 1) return given[0]!;
  if (counted.length === 2) return counted.map(({ consistency }) => consistency).join(' ');
  const steps = given.map((consistency) => STEP[consistency]);
  return `${CONSISTENCIES[Math.min(...steps)]!} ${CONSISTENCIES[Math.max(...steps)]!}`;
}

/** How dark a cell is, 0 to 4: half steps of what counts against the hypothesis, 4 for very inconsistent. */
export function shadeOf({ against }: Cell): 0 | 1 | 2 | 3 | 4 {
  return against === null ? 0 : (Math.round(against * 2) as 0 | 1 | 2 | 3 | 4);
}

/** Rows in another order; equals stay by date. */
export function sortedRows(rows: readonly Row[], sort: Sort): Row[] {
  const list = [...rows];
  if (sort === 'diagnosticity') list.sort((a, b) => (b.spread ?? -1) - (a.spread ?? -1) || a.e - b.e);
  if (sort === 'disagreement') list.sort((a, b) => b.disagreement - a.disagreement || a.e - b.e);
  return list;
}

/** The order of hypotheses under a reading, with the reader's ratings at hand but never in the mean. */
export function orderOf(record: StanceRecord, reading: AchReading): RankedHypothesis[] {
  if (reading.rater !== '') return achMatrix(record, reading).order;
  const published = record.assessments.filter(({ rater }) => rater !== MINE);
  return achMatrix(published.length === record.assessments.length ? record : { ...record, assessments: published }, reading)
    .order;
}

/** What each counted row weighs against each hypothesis. */
export function weighed(rows: readonly Row[], weigh: boolean): Weighed[] {
  return rows.map(({ e, weight, cells }) => ({
    e,
    against: cells.map((cell) => (cell.against ?? 0) * (weigh ? weight : 1)),
    asked: cells.map(askedBy),
  }));
}

/** Ordinal alpha of two raters over the cells that both rated, with how many those are and on how many they agree. */
export interface RaterPair {
  a: string;
  b: string;
  alpha: number | null;
  /** 95 % bootstrap interval of it, or null. */
  interval: [number, number] | null;
  cells: number;
  same: number;
  /** How often rating i of `a` met rating j of `b`, on the scale from CC to II. */
  table: number[][];
}

export function agreementsOf(record: StanceRecord): RaterPair[] {
  const raters = ratersIn(record);
  const given = new Map(raters.map((rater) => [rater, new Map<string, number>()]));
  for (const { hypothesis, evidence, rater, consistency } of record.assessments)
    given.get(rater)!.set(`${hypothesis} ${evidence}`, STEP[consistency]);
  return raters.flatMap((a, i) =>
    raters.slice(i + 1).map((b) => {
      const both = [...given.get(a)!].flatMap(([key, x]) => {
        const y = given.get(b)!.get(key);
        return y === undefined ? [] : [[x, y] as [number, number]];
      });
      const table = CONSISTENCIES.map(() => CONSISTENCIES.map(() => 0));
      for (const [x, y] of both) table[x]![y]!++;
      const { alpha, interval } = agreement(both, 'ordinal', { draws: 200 });
      return { a, b, alpha, interval, cells: both.length, same: both.filter(([x, y]) => x === y).length, table };
    }),
  );
}

/** Cells on which published raters differ, and cells that two or more of them rated. */
export function differences(rows: readonly Row[]): { differ: number; rated: number } {
  let differ = 0;
  let rated = 0;
  for (const row of rows) {
    for (const cell of row.cells) {
      if (cell.ratings.filter(({ rater }) => rater !== MINE).length > 1) rated++;
      if (cell.differ > 0) differ++;
    }
  }
  return { differ, rated };
}

/** The rating that a key stands for: 1 to 5, or the letters of the codebook (capitals for the strong ones). */
export function ratingOfKey(key: string): Consistency | null {
  const byKey: Record<string, Consistency> = {
    '1': 'CC',
    '2': 'C',
    '3': 'N',
    '4': 'I',
    '5': 'II',
    C: 'CC',
    c: 'C',
    n: 'N',
    N: 'N',
    i: 'I',
    I: 'II',
  };
  return byKey[key] ?? null;
}

/** Evidence whose title holds every word that was typed, newest first, without what is in the matrix. */
export function evidenceFound(record: StanceRecord, query: string, present: ReadonlySet<number>, most = 12): number[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const found: number[] = [];
  if (words.length === 0) return found;
  const { n, dated } = record.evidence;
  for (let i = 1; i <= n && found.length < most; i++) {
    // From the newest down, then those without a date.
    const e = i <= dated ? dated - i : i - 1;
    const text = `${record.evidence.title[e]!} ${record.evidence.id[e]!}`.toLowerCase();
    if (!present.has(e) && words.every((word) => text.includes(word))) found.push(e);
  }
  return found;
}
