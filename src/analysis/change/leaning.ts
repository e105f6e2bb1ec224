import type { Lean } from '../../words/messages/change';

/**
 * What most of some rows are. "Mostly critical" means that more than half of them are: a mean of -0.6 can also come from rows that are half
 * hostile and half cooperative, and then no word but "mixed" is true.
 *
 * @param scores of rows, whole grades from -2 to +2
 */
export function leanOf(scores: readonly number[]): Lean {
  const most = (test: (score: number) => boolean) => 2 * scores.filter(test).length > scores.length;
  if (most((score) => score < 0)) {
    if (most((score) => score <= -2)) return 'hostile';
    return most((score) => score === -1) ? 'critical' : 'critical or hostile';
  }
  if (most((score) => score > 0)) {
    if (most((score) => score >= 2)) return 'supportive';
    return most((score) => score === 1) ? 'cooperative' : 'cooperative or supportive';
  }
  return 'mixed';
}

const WARMTH: Record<Lean, number> = {
  hostile: -2,
  'critical or hostile': -1.5,
  critical: -1,
  mixed: 0,
  cooperative: 1,
  'cooperative or supportive': 1.5,
  supportive: 2,
};

/** Whether words for two sides say that the second is warmer (1), harsher (-1) or the same (0). */
export function wayOf(from: Lean, to: Lean): -1 | 0 | 1 {
  return Math.sign(WARMTH[to] - WARMTH[from]) as -1 | 0 | 1;
}
