import type { Pivot, PivotTest } from './pivot';
import { pivotWords } from './pivotRanking';
import type { Slice } from '../slice';
import type { How } from '../../ui/how';
import { openEvidence } from '../../record/open';
import { formatDay } from '../../words/dates';
import { signed } from '../../words/numbers';

/** How a pivot is computed, with its rows on both sides. */
export function pivotHow(slice: Slice, pivot: Pivot & { q?: number }, test: PivotTest): How {
  const { record } = slice;
  const row = (side: string) => (k: number) => {
    const { id, date, speaker } = openEvidence(record, record.stances.evidence[slice.row[k]!]!);
    return { id, cells: [date, side, signed(slice.score[k]!, 0), record.actors[speaker]?.name ?? 'event'] };
  };
  const scale = (pivot.nBefore * pivot.nAfter) / pivot.n;
  const strength = scale * pivot.size ** 2;
  const all = pivot.shuffles + 1;
  return {
    title: `Largest change of ${record.actors[pivot.holder]!.name} on ${record.actors[pivot.target]!.name}`,
    figure: `${signed(pivot.from, 2)} to ${signed(pivot.to, 2)}, p = ${pivot.p.toFixed(3)}`,
    formula: `Of all splits of the dated scores into before and after (no day is cut in two, at least ${test.minSegment} rows a side), the one with the largest n1 · n2 / n · (mean2 − mean1)².\np = (1 + shuffles with a split at least as strong) / (1 + shuffles).`,
    filled: `${pivot.nBefore} · ${pivot.nAfter} / ${pivot.n} · (${signed(pivot.to, 2)} − (${signed(pivot.from, 2)}))² = ${strength.toFixed(2)}\np = ${Math.round(pivot.p * all)} / ${all} = ${pivot.p.toFixed(3)}${pivot.q === undefined ? '' : `\nq = ${pivot.q.toFixed(3)} (share of chance findings to expect among the pairs down to this one)`}`,
    columns: ['Date', 'Side', 'Score', 'Speaker'],
    rows: [...Array.from(pivot.before, row('before')), ...Array.from(pivot.after, row('after'))],
    notes: [
      `${pivotWords(pivot)}. Seed ${pivot.seed}: the same seed gives the same p.`,
      `The change lies between ${formatDay(pivot.lastBefore)} and ${formatDay(pivot.firstAfter)}: between those days the record has no row of this pair.`,
      'Many pairs are tested at once, so some small p are luck: q allows for that.',
      'The split is sought in the rows up to the as-of date; the half-life plays no part in it.',
    ],
    papers: [
      'Hinkley, D. V. (1970). Inference about the change-point in a sequence of random variables. Biometrika 57(1).',
      'Good, P. (2005). Permutation, parametric and bootstrap tests of hypotheses. Springer.',
      'Benjamini, Y. and Hochberg, Y. (1995). Controlling the false discovery rate. Journal of the Royal Statistical Society B 57(1).',
    ],
  };
}
