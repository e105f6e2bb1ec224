import { nameOf, pairInSentence } from '../record/names';
import { GRADE_INTERVAL, KISH, readingFormula } from '../analysis/stance/stanceHow';
import { gapByHalfLife } from '../analysis/stance/gap';
import { weightsAt, type Running } from '../analysis/stance/stance';
import type { How } from '../ui/how';
import { gapAt, type GapHeading } from './gap/gapModel';
import { saidAt } from './quotesModel';
import { formatDay } from '../words/dates';
import type { Day } from '../words/calendar';
import { decimal, signed } from '../words/numbers';

/** How the gap of two holders at a date is computed, and what the sentence over the chart was tested on. */
export function gapHow(
  running: Running,
  shown: { holders: readonly [number, number]; target: number; pairs: readonly [number, number] },
  at: Day,
  heading: GapHeading | null,
): How {
  const { slice } = running;
  const now = gapAt(running, shown.pairs, at);
  const [a, b] = shown.holders.map((holder) => pairInSentence(slice.record, holder, shown.target));
  const rows = shown.pairs.flatMap((pair, i) =>
    weightsAt(running, pair, at)
      .reverse()
      .map(({ position, weight }) => {
        const said = saidAt(slice, position);
        return {
          id: said.id,
          cells: [said.date, nameOf(slice.record, shown.holders[i]!), signed(said.score, 0), decimal(weight, 3)],
        };
      }),
  );
  const tested = heading?.tested ?? null;
  const byHalfLife = gapByHalfLife(running, shown.pairs, at);
  return {
    title: `Gap between ${a} and ${b}, ${formatDay(at)}`,
    figure:
      now.gap === null || now.interval === null
        ? 'not covered'
        : `${decimal(now.gap, 2)} points, of at most 4; 90% interval ${decimal(now.interval.low, 2)} to ${decimal(now.interval.high, 2)}`,
    formula: `|stance of the first − stance of the second|, each read as: ${readingFormula(running.reading)}\nIts interval, from that of each: the distances from value to bound are added as squares.`,
    filled: now.gap === null ? '' : `|${signed(now.a, 2)} − (${signed(now.b, 2)})| = ${decimal(now.gap, 2)}`,
    columns: ['Row', 'Holder', 'Score', 'Weight'],
    rows,
    notes: [
      ...(tested
        ? [
            `The sentence: on ${tested.passing} of the ${tested.covered} days from ${formatDay(tested.period.from)} to ${formatDay(tested.period.to)} on which both had spoken within two half-lives, the gap was ${tested.words}; the period has ${tested.all} days. “Most” is more than half.`,
          ]
        : []),
      ...(byHalfLife.length > 0
        ? [
            `The gap hangs on how fast rows fade: ${byHalfLife.map(({ halfLife, gap }) => `${decimal(gap, 2)} at ${halfLife} days`).join(', ')}.`,
          ]
        : []),
      'An interval that begins at 0 says that rows this few do not tell the gap from none.',
      'A gap is never filled in before both have spoken. Where one has been silent for more than two half-lives it is drawn lighter.',
    ],
    method: 'the-gap-of-two-holders',
    papers: [
      KISH,
      ...GRADE_INTERVAL,
      'Newcombe, R. G. (1998). Interval estimation for the difference between independent proportions. Statistics in Medicine 17.',
      'Zou, G. Y. and Donner, A. (2008). Construction of confidence limits about effect measures: a general approach. Statistics in Medicine 27.',
    ],
  };
}
