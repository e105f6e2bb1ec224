import { agreement, type Agreement } from '../analysis/agreement/agreement';
import { coderKind } from '../record/coding';
import { openStance } from '../record/open';
import { NO_SCORE, type CoderKind, type StanceRecord } from '../record/record';
import type { Grade } from '../words/scores';
import type { CoderSheet } from './codingFiles';

/** What a coder's codings come to once they are done: against every other coder, and where they part. */

/** Somebody whose codings can be set beside another's. */
export interface Reader {
  /** Id of a coder, or a name of several. */
  id: string;
  /** As it is shown. */
  label: string;
  kind: CoderKind | 'unknown';
  /** Several coders read as one, by the middle of their scores. */
  group: boolean;
  /** By the stance's id: a score from -2 to 2 (a middle may lie between two grades). */
  scores: ReadonlyMap<string, number>;
}

export const GRADES: readonly Grade[] = [-2, -1, 0, 1, 2];

/** Krippendorff's bars are read from so many stances on. */
export const LEAST_FOR_BAR = 30;

export function readerOf(sheet: CoderSheet): Reader {
  const scores = [...sheet.codings.values()].flatMap(({ stance, score }) => (score === null ? [] : [[stance, score] as const]));
  return { id: sheet.id, label: sheet.id, kind: 'person', group: false, scores: new Map(scores) };
}

function middle(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const low = sorted[Math.floor((sorted.length - 1) / 2)];
  const high = sorted[Math.ceil((sorted.length - 1) / 2)];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

/**
 * The record's coders, and after them each kind of which there are two or more, read as one by the middle of its scores.
 *
 * @param but ids of coders who are left out: one's own, where the record holds an earlier part of one's codings
 */
export function readersOf(record: StanceRecord, but: readonly string[] = []): Reader[] {
  const { coders, stances } = record;
  const own = coders.filter((coder) => !but.includes(coder));
  const scoreOf = (stance: number, coder: string): number | null => {
    const score = stances.coders[stance * coders.length + coders.indexOf(coder)] ?? NO_SCORE;
    return score === NO_SCORE ? null : score;
  };
  const read = (of: readonly string[]): ReadonlyMap<string, number> => {
    const scores = new Map<string, number>();
    for (let i = 0; i < stances.n; i++) {
      const id = stances.id[i];
      const given = of.flatMap((coder) => scoreOf(i, coder) ?? []);
      const value = middle(given);
      if (id !== undefined && value !== null) scores.set(id, value);
    }
    return scores;
  };
  const single = own.map((coder): Reader => ({ id: coder, label: `coder ${coder}`, kind: coderKind(record, coder), group: false, scores: read([coder]) })); // prettier-ignore
  const kinds = (['person', 'model'] as const).flatMap((kind): Reader[] => {
    const of = own.filter((coder) => coderKind(record, coder) === kind);
    if (of.length < 2) return [];
    const label = kind === 'person' ? `people, ${of.length} of them` : `language models, ${of.length} of them`;
    return [{ id: ` ${kind}`, label, kind, group: true, scores: read(of) }];
  });
  return [...single, ...kinds];
}

/** Two readers side by side. */
export interface Beside {
  agreement: Agreement;
  /** Stances with the same grade, one apart, two or more apart; a middle between two grades counts for the nearer end. */
  same: number;
  next: number;
  far: number;
  /** Counts: `cells[row][column]`, both from -2 to 2; the first reader in rows. */
  cells: number[][];
  /** Whether Krippendorff's bars may be read: people both, and enough stances. */
  bars: boolean;
}

const gradeIndex = (score: number) => Math.min(4, Math.max(0, Math.round(score) + 2));

/** Alpha (ordinal, with its interval), the confusion of grades and how far apart two readers stand, on the stances that both scored. */
export function beside(one: Reader, other: Reader): Beside {
  const cells = GRADES.map(() => GRADES.map(() => 0));
  const ratings: [number, number][] = [];
  let same = 0;
  let next = 0;
  let far = 0;
  for (const [stance, mine] of one.scores) {
    const theirs = other.scores.get(stance);
    if (theirs === undefined) continue;
    ratings.push([mine, theirs]);
    const apart = Math.floor(Math.abs(mine - theirs));
    if (apart === 0) same++;
    else if (apart === 1) next++;
    else far++;
    const row = cells[gradeIndex(mine)];
    const at = gradeIndex(theirs);
    if (row !== undefined) row[at] = (row[at] ?? 0) + 1;
  }
  const found = agreement(ratings, 'ordinal', { draws: 500 });
  const bars = one.kind === 'person' && other.kind === 'person' && found.units >= LEAST_FOR_BAR;
  return { agreement: found, same, next, far, cells, bars };
}

/** A stance on which two coders stand far apart, with the reason of each. */
export interface ToSettle {
  stance: string;
  mine: { score: number; reason: string };
  theirs: { score: number; reason: string };
  /** Grades between the two, both included. */
  choices: Grade[];
}

/**
 * Stances on which a coder and one of the record's stand so many grades apart, oldest first.
 *
 * @param least grades, 1 or more
 */
export function toSettle(record: StanceRecord, sheet: CoderSheet, coder: string, least = 2): ToSettle[] {
  const at = record.coders.indexOf(coder);
  if (at < 0) return [];
  return record.stances.id.flatMap((stance, i): ToSettle[] => {
    const mine = sheet.codings.get(stance);
    const theirs = record.stances.coders[i * record.coders.length + at] ?? NO_SCORE;
    if (mine === undefined || mine.score === null || theirs === NO_SCORE || Math.abs(mine.score - theirs) < least) return [];
    const { score } = mine;
    const reason = openStance(record, i).coders.find((one) => one.coder === coder)?.reason ?? '';
    return [
      {
        stance,
        mine: { score, reason: mine.reason },
        theirs: { score: theirs, reason },
        choices: GRADES.filter((grade) => grade >= Math.min(score, theirs) && grade <= Math.max(score, theirs)),
      },
    ];
  });
}

/** The same among the sheets of a class: stances on which any two of them stand so far apart, widest first. */
export interface ClassCell {
  stance: string;
  /** By coder, in the order of the sheets; null where one could not say; those who did not code it are left out. */
  given: { coder: string; score: Grade | null; reason: string }[];
  mean: number;
  /** Highest less lowest score. */
  spread: number;
}

export interface ClassView {
  agreement: Agreement;
  /** Every stance that two or more scored, widest first, then in the record's order. */
  cells: ClassCell[];
}

/** How a class, or a team, read the same stances. */
export function classView(record: StanceRecord, sheets: readonly CoderSheet[]): ClassView {
  const cells = record.stances.id.flatMap((stance): ClassCell[] => {
    const given = sheets.flatMap(({ id, codings }) => {
      const coding = codings.get(stance);
      return coding === undefined ? [] : [{ coder: id, score: coding.score, reason: coding.reason }];
    });
    const scores = given.flatMap(({ score }) => score ?? []);
    if (scores.length < 2) return [];
    const mean = scores.reduce<number>((sum, score) => sum + score, 0) / scores.length;
    return [{ stance, given, mean, spread: Math.max(...scores) - Math.min(...scores) }];
  });
  const ratings = cells.map(({ given }) => sheets.map(({ id }) => given.find(({ coder }) => coder === id)?.score ?? null));
  return { agreement: agreement(ratings, 'ordinal', { draws: 300 }), cells: [...cells].sort((a, b) => b.spread - a.spread) };
}

/** The middle of the seconds that rows took; null where none was timed. */
export function middleSeconds(seconds: Iterable<number>): number | null {
  return middle([...seconds]);
}
