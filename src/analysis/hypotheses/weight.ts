import { CONSISTENCIES, type Consistency, type StanceRecord } from '../../record/record';
import { CONFIDENCE_WEIGHTS, type AchReading } from './ach';

/**
 * Decibans of a likelihood ratio: ten times its logarithm to the base ten (Good 1985; Fairfield and Charman 2017, Political Analysis 25).
 * 3 is a ratio of 2, 10 one of 10, 20 one of 100.
 *
 * @param ratio above 0
 */
export function decibans(ratio: number): number {
  if (!(ratio > 0)) throw new RangeError(`a likelihood ratio is above 0, not ${ratio}`);
  return 10 * Math.log10(ratio);
}

/** The likelihood ratio of so many decibans. */
export function ratioOf(db: number): number {
  return 10 ** (db / 10);
}

/** How much likelier, in decibans, a row is under a hypothesis rated so than under one that it says nothing about. */
export type DecibanScale = Readonly<Record<Consistency, number>>;

/** A step is about three times as likely, two steps ten times: the same way for and against. A judgement, and the reader's to change. */
export const DECIBANS: DecibanScale = { CC: 10, C: 5, N: 0, I: -5, II: -10 };

/** Most decibans that one rating may weigh. */
export const MOST_DECIBANS = 40;

/** Reads a scale from five numbers parted by commas, from CC to II; the usual scale where they are not that. */
export function decibanScale(text: string | undefined): DecibanScale {
  const values = (text ?? '').split(',').map((part) => (part.trim() === '' ? NaN : Number(part)));
  const falls = values.every((value, i) => Math.abs(value) <= MOST_DECIBANS && (i === 0 || value <= values[i - 1]!));
  if (values.length !== CONSISTENCIES.length || !falls) return DECIBANS;
  return Object.fromEntries(CONSISTENCIES.map((name, i) => [name, values[i]!])) as Record<Consistency, number>;
}

/**
 * The scale, from CC to II, with the decibans of one rating changed: whole, within `MOST_DECIBANS`, and no further than its neighbours, so
 * that a rating more consistent never weighs less. What is no number changes nothing.
 */
export function withDecibans(scale: DecibanScale, at: number, value: number): number[] {
  const values = CONSISTENCIES.map((name) => scale[name]);
  if (Number.isNaN(value)) return values;
  const most = values[at - 1] ?? MOST_DECIBANS;
  const least = values[at + 1] ?? -MOST_DECIBANS;
  // Adding 0 makes -0 a plain nought.
  values[at] = Math.min(most, Math.max(least, Math.round(value))) + 0;
  return values;
}

/** The weight of all evidence for one hypothesis. */
export interface WeighedHypothesis {
  /** Index into `record.hypotheses`. */
  hypothesis: number;
  /** Sum over rows, in decibans, against a hypothesis that the rows say nothing about. */
  decibans: number;
  /** How far behind the first, in decibans: the odds against it from even ones, given these ratings. */
  behind: number;
}

/**
 * The weight of evidence: for each row the decibans of its rating (the mean of the raters that the reading counts), times the row's weight
 * where the reading weighs, summed. The difference of two sums is the logarithm of the odds between two hypotheses that began even, had
 * the rows been independent. They are not, so sums overstate: read their order and rough size. First is the heaviest.
 */
export function weightOfEvidence(record: StanceRecord, reading: AchReading, scale: DecibanScale = DECIBANS): WeighedHypothesis[] {
  const cells = new Map<string, { hypothesis: number; evidence: number; sum: number; n: number }>();
  for (const { hypothesis, evidence, rater, consistency } of record.assessments) {
    if ((reading.rater !== '' && rater !== reading.rater) || reading.without.has(evidence)) continue;
    const key = `${hypothesis} ${evidence}`;
    const cell = cells.get(key) ?? { hypothesis, evidence, sum: 0, n: 0 };
    cell.sum += scale[consistency];
    cell.n += 1;
    cells.set(key, cell);
  }
  const totals = record.hypotheses.map(() => 0);
  for (const { hypothesis, evidence, sum, n } of cells.values()) {
    const weight = reading.weigh ? (CONFIDENCE_WEIGHTS[record.evidence.confidence[evidence]!] ?? 1) : 1;
    totals[hypothesis]! += (weight * sum) / n;
  }
  const most = Math.max(...totals);
  return totals
    .map((total, hypothesis) => ({ hypothesis, decibans: total, behind: most - total }))
    .sort((a, b) => b.decibans - a.decibans || a.hypothesis - b.hypothesis);
}
