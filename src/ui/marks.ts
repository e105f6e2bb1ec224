import type { Grade } from '../words/scores';

/** The two hues: colours of marks and areas by grade. */

/** Suffix of the colour tokens: `--stance-n2`, `--area-p1`. */
export const GRADE_TOKENS: Record<Grade, string> = { [-2]: 'n2', [-1]: 'n1', 0: '0', 1: 'p1', 2: 'p2' };

/** `var(--stance-…)` for marks: lines, dots, stems. */
export function markColour(grade: Grade): string {
  return `var(--stance-${GRADE_TOKENS[grade]})`;
}

/** `var(--area-…)` for areas: states, cells. */
export function areaColour(grade: Grade): string {
  return `var(--area-${GRADE_TOKENS[grade]})`;
}
