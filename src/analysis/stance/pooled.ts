import { type Grade, gradeOf } from '../../words/scores';
import type { Look } from './look';

/** What several pairs say together on a date. */
export interface Pooled {
  /** Mean of the pairs that are covered, each counted once. */
  value: number;
  grade: Grade;
  /** Pairs that are covered, and how many of them are positive and negative. */
  pairs: number;
  positive: number;
  negative: number;
  /** Signs cancel: near zero, and at least a third as many on the one side as on the other. Never said as zero. */
  mixed: boolean;
}

/** A mean within this of zero says little of pairs that lie on both sides of it. */
const NEAR = 0.3;

/** The mean of pairs by what each says on a date (null: not covered); null where none is covered. */
export function pooled(looks: Iterable<Pick<Look, 'value' | 'grade'> | null>): Pooled | null {
  let sum = 0;
  let pairs = 0;
  let positive = 0;
  let negative = 0;
  for (const look of looks) {
    if (look === null) continue;
    pairs += 1;
    sum += look.value;
    if (look.grade > 0) positive += 1;
    else if (look.grade < 0) negative += 1;
  }
  if (pairs === 0) return null;
  const value = sum / pairs;
  const mixed =
    Math.abs(value) < NEAR && Math.min(positive, negative) * 3 >= Math.max(positive, negative) && positive > 0 && negative > 0;
  return { value, grade: mixed ? 0 : gradeOf(value), pairs, positive, negative, mixed };
}
