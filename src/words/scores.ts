import { signed } from './numbers';

/** Scores and the codebook's words for them. A word names a score given to a statement, never an actor. */

/** A grade: a score rounded to the codebook's five labels. */
export type Grade = -2 | -1 | 0 | 1 | 2;

export const GRADE_WORDS: Record<Grade, string> = {
  [-2]: 'hostile',
  [-1]: 'critical',
  0: 'mixed',
  1: 'cooperative',
  2: 'supportive',
};

/**
 * Grade of a score in [-2, 2]; breaks at -1.5, -0.5, 0.5 and 1.5.
 *
 * The score is rounded first, as it is printed: a line that carries the number −1.5 is hostile in its word, stroke and colour,
 * whether it is -1.5 or -1.46 underneath.
 *
 * @param digits decimals of the number that stands beside the word or the mark
 */
export function gradeOf(value: number, digits = 1): Grade {
  const printed = Number(value.toFixed(digits));
  if (printed <= -1.5) return -2;
  if (printed <= -0.5) return -1;
  if (printed < 0.5) return 0;
  if (printed < 1.5) return 1;
  return 2;
}

/** The word for a score that is printed to `digits` decimals: `hostile`, `mixed`. */
export function scoreWord(value: number, digits = 1): string {
  return GRADE_WORDS[gradeOf(value, digits)];
}

/** A score and its word: `−1.5 hostile`, `+0.5 cooperative`. */
export function scored(value: number, digits = 1): string {
  return `${signed(value, digits)} ${scoreWord(value, digits)}`;
}

/** A mean of rows in words: `mostly critical`, `mixed`. */
export function meanWord(value: number, digits = 1): string {
  const grade = gradeOf(value, digits);
  return grade === 0 ? GRADE_WORDS[0] : `mostly ${GRADE_WORDS[grade]}`;
}

/** The sides that a tie takes: never the words of scores, which are given to statements. */
export const TIE_WORDS = { '-1': 'unfriendly', 0: 'mixed', 1: 'friendly' } as const;

/** The words for one side of zero: `critical or hostile`, `cooperative or supportive`. */
export function signWords(positive: boolean): string {
  return positive ? `${GRADE_WORDS[1]} or ${GRADE_WORDS[2]}` : `${GRADE_WORDS[-1]} or ${GRADE_WORDS[-2]}`;
}
