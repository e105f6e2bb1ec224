import { rowCard, type ScoredCard } from '../record/card';
import { evidenceOf } from '../record/names';
import type { Slice } from './slice';

/** Index into `record.evidence` of the statement or event behind position `k` of the slice; -1 where it has no such position. */
export function evidenceAt({ record, row }: Slice, k: number): number {
  return evidenceOf(record, row[k] ?? -1);
}

/** The row at position `k` of the slice as a card, with its score as the chosen coder has it. Throws a RangeError where there is none. */
export function cardAt(slice: Slice, k: number): ScoredCard {
  return { ...rowCard(slice.record, evidenceAt(slice, k)), k, score: slice.score[k] ?? 0 };
}
