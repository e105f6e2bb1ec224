import { inSentence } from '../analysis/leadWords';
import type { Slice } from '../analysis/slice';
import { stanceAt, weightsAt, type Reading, type Running } from '../analysis/stance';
import { formatDay } from '../record/day';
import type { Day } from '../record/record';
import type { How } from '../ui/how';
import { gradeOf, GRADE_WORDS, signed } from '../ui/marks';
import { gapAt, type GapHeading } from './gapModel';
import { saidAt } from './quotesModel';

/** "Belarus on Poland". */
export function pairName(slice: Slice, holder: number, target: number): string {
  const { actors } = slice.record;
  return `${inSentence(actors[holder]!)} on ${inSentence(actors[target]!)}`;
}

const KISH = 'Kish, L. (1965). Survey sampling. Wiley. (Effective sample size.)';

function readingFormula({ mode, halfLife }: Reading): string {
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
    const said = saidAt(slice, position);
    const share = sum > 0 ? `${((100 * weight) / sum).toFixed(1)}%` : '';
    return { id: said.id, cells: [said.date, signed(said.score, 0), weight.toFixed(3), share] };
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

/** How the gap of two holders at a date is computed, and what the sentence over the chart was tested on. */
export function gapHow(
  running: Running,
  shown: { holders: readonly [number, number]; target: number; pairs: readonly [number, number] },
  at: Day,
  heading: GapHeading | null,
): How {
  const { slice } = running;
  const now = gapAt(running, shown.pairs, at);
  const [a, b] = shown.holders.map((holder) => pairName(slice, holder, shown.target));
  const rows = shown.pairs.flatMap((pair, i) =>
    weightsAt(running, pair, at)
      .reverse()
      .map(({ position, weight }) => {
        const said = saidAt(slice, position);
        return {
          id: said.id,
          cells: [said.date, slice.record.actors[shown.holders[i]!]!.name, signed(said.score, 0), weight.toFixed(3)],
        };
      }),
  );
  const tested = heading?.tested ?? null;
  return {
    title: `Gap between ${a} and ${b}, ${formatDay(at)}`,
    figure: now.gap === null ? 'not covered' : `${now.gap.toFixed(2)} points, of at most 4`,
    formula: `|stance of the first − stance of the second|, each read as: ${readingFormula(running.reading)}`,
    filled: now.gap === null ? '' : `|${signed(now.a, 2)} − (${signed(now.b, 2)})| = ${now.gap.toFixed(2)}`,
    columns: ['Row', 'Holder', 'Score', 'Weight'],
    rows,
    notes: [
      ...(tested
        ? [
            `The sentence: on ${tested.passing} of the ${tested.covered} days from ${formatDay(tested.period.from)} to ${formatDay(tested.period.to)} on which both had spoken within two half-lives, the gap was ${tested.words}; the period has ${tested.all} days. “Most” is more than half.`,
          ]
        : []),
      'A gap is never filled in before both have spoken. Where one has been silent for more than two half-lives it is drawn lighter.',
    ],
    papers: [KISH],
  };
}
