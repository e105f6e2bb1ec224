import { pairInSentence } from '../../record/names';
import { openEvidence } from '../../record/open';
import type { How } from '../../ui/how';
import { massAt, stanceInterval } from './series';
import { stanceAt, weightsAt, type Reading, type Running } from './stance';
import { lastDate } from './look';
import { formatDate, formatDay } from '../../words/dates';
import type { Day } from '../../words/calendar';
import { GRADE_WORDS, gradeOf } from '../../words/scores';
import { decimal, scoreInterval, signed } from '../../words/numbers';

export const KISH = 'Kish, L. (1965). Survey sampling. Wiley. (Effective sample size.)';

/** What the interval of a mean of grades rests on. */
export const GRADE_INTERVAL: readonly string[] = [
  'Clopper, C. J. and Pearson, E. S. (1934). The use of confidence or fiducial limits illustrated in the case of the binomial. Biometrika 26.',
  'Walley, P. (1996). Inferences from multinomial data: learning about a bag of marbles. Journal of the Royal Statistical Society B 58. (The prior of one open row.)',
  'Learned-Miller, E. and Thomas, P. S. (2019). A new confidence interval for the mean of a bounded random variable. arXiv 1905.06208.',
];

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
  const interval = stanceInterval(running, pair, at);
  const mass = massAt(running, pair, at);
  const sum = weights.reduce((total, { weight }) => total + weight, 0);
  const squares = weights.reduce((total, { weight }) => total + weight ** 2, 0);
  const scored = weights.reduce((total, { position, weight }) => total + weight * slice.score[position]!, 0);
  const rows = [...weights].reverse().map(({ position, weight }) => {
    const { id, date } = openEvidence(slice.record, slice.record.stances.evidence[slice.row[position]!]!);
    const share = sum > 0 ? `${decimal((100 * weight) / sum, 1)}%` : '';
    return { id, cells: [date, signed(slice.score[position]!, 0), decimal(weight, 3), share] };
  });
  return {
    title: `Stance of ${pairInSentence(slice.record, holder, target)}, ${formatDay(at)}`,
    figure:
      stance === null || interval === null
        ? 'not covered'
        : `${signed(stance.value, 2)} (${GRADE_WORDS[gradeOf(stance.value)]}), 90% interval ${scoreInterval(interval)}, on a scale from −2 to +2`,
    formula: `${readingFormula(reading)}\nEffective rows: (Σ w)² / Σ w².\nInterval: 5% and 95% points of the mean of the grades, their shares Dirichlet with the weighted counts, and one more row that might have had any grade.`,
    filled:
      stance === null || mass === null || interval === null
        ? ''
        : `${signed(scored, 3)} / ${decimal(sum, 3)} = ${signed(stance.value, 2)}\n${decimal(sum, 3)}² / ${decimal(squares, 3)} = ${decimal(stance.effective, 1)} effective rows of ${stance.n}\nGrades −2 to +2, of ${decimal(mass.occasions, 1)} effective occasions: ${mass.counts.map((count) => decimal(count, 1)).join(', ')}; with one open row ${scoreInterval(interval)}`,
    columns: ['Row', 'Score', 'Weight', 'Share'],
    rows,
    notes:
      stance === null
        ? ['No row by this date: unknown is never zero.']
        : [
            `Last row: ${formatDate(lastDate(running, stance))}.${stance.stale ? ` No row since for more than two half-lives (${2 * reading.halfLife} days): the number stands still, the record is silent.` : ''}`,
            'The interval, and the band in the chart, tell how far the mean may lie from this had other rows of this kind been collected. They do not tell how wrong the coders are, nor what the record never saw.',
            'The value weighs rows: every row counts, also where several tell of one occasion. The interval counts occasions: rows of one occasion or one day count once in it. Where one occasion leads to the next the interval is too narrow; the method has the table.',
          ],
    method: 'the-running-stance',
    papers: [KISH, ...GRADE_INTERVAL],
  };
}
