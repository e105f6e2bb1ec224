import type { StanceRecord } from '../record/record';

/** How the scores were made, in the dataset's own sentence; said in everything that leaves the page. Empty where nothing is coded. */
export function codingWords(record: StanceRecord): string {
  if (record.stances.n === 0) return '';
  return record.meta.coding ?? 'The dataset does not say how its scores were made; its codebook may.';
}

/** The same for ratings and verdicts. */
export function judgingWords(record: StanceRecord): string {
  if (record.assessments.length === 0 && record.claims.length === 0) return '';
  return record.meta.judging ?? 'The dataset does not say how its ratings and verdicts were made; its codebook may.';
}
