import { type Day, formatDay } from '../../words/day';
import { openEvidence } from '../../record/open';
import type { How } from '../../ui/how';
import { gradeOf, GRADE_WORDS, signed } from '../../ui/marks';
import { inSentence } from '../change/leadWords';
import type { Slice } from '../slice';
import { stanceAt, weightsAt, type Reading, type Running } from './stance';

/** "Belarus on Poland". */
export function pairName(slice: Slice, holder: number, target: number): string {
  const { actors } = slice.record;
  return `${inSentence(actors[holder]!)} on ${inSentence(actors[target]!)}`;
}

export const KISH = 'Kish, L. (1965). Survey sampling. Wiley. (Effective sample size.)';

/** The formula of a reading, in words and signs. */
export function readingFormula({ mode, halfLife }: Reading): string {
  switch (mode) {
    case 'decay':
      return `Weighted mean of the scores of all rows up to the date: Σ w·s / Σ w, with w = 2^(−age / ${halfLife} days), age counted from the newest row.`;
    case 'latest':
      return 'Mean score of the rows of the latest date.';
    case 'mean':
      return 'Mean score of the rows from the first day of the window up to the date.';
    case 'pivot':
      return 'Mean score of the rows since the pair’s last pivot up to the date; without a pivot, since the first day of the window.';
  }
}

/** How a running stance at a date is computed, with each row's weight. */
export function stanceHow(running: Running, holder: number, target: number, pair: number, at: Day): How {
  const { slice, reading } = running;
  const stance = stanceAt(running, pair, at);
  const weights = weightsAt(running, pair, at);
  const sum = weights.reduce((total, { weight }) => total + weight, 0);
  const squares = weights.reduce((total, { weight }) => total + weight ** 2, 0);
  const scored = weights.reduce((total, { position, weight }) => total + weight * slice.score[position]!, 0);
  const rows = [...weights].reverse().map(({ position, weight }) => {
    const { id, date } = openEvidence(slice.record, slice.record.stances.evidence[slice.row[position]!]!);
    const share = sum > 0 ? `${((100 * weight) / sum).toFixed(1)}%` : '';
    return { id, cells: [date, signed(slice.score[position]!, 0), weight.toFixed(3), share] };
  });
  return {
    title: `Stance of ${pairName(slice, holder, target)}, ${formatDay(at)}`,
    figure: stance === null ? 'not covered' : `${signed(stance.value, 2)} (${GRADE_WORDS[gradeOf(stance.value)]}), from −2 to +2`,
    formula: `${readingFormula(reading)}\nEffective rows: (Σ w)² / Σ w².`,
    filled:
      stance === null
        ? ''
        : `${signed(scored, 3)} / ${sum.toFixed(3)} = ${signed(stance.value, 2)}\n${sum.toFixed(3)}² / ${squares.toFixed(3)} = ${stance.effective.toFixed(1)} effective rows of ${stance.n}`,
    columns: ['Row', 'Score', 'Weight', 'Share'],
    rows,
    notes:
      stance === null
        ? ['No row by this date: unknown is never zero.']
        : [
            `Last row: ${formatDay(stance.last)}.${stance.stale ? ` No row since for more than two half-lives (${2 * reading.halfLife} days): the number stands still, the record is silent.` : ''}`,
            'The band in the chart is a 90% bootstrap interval: how far the mean would move had other rows of this kind been collected. It does not tell how wrong the coders are.',
          ],
    papers: [KISH, 'Efron, B. and Tibshirani, R. (1993). An introduction to the bootstrap. Chapman and Hall.'],
  };
}
