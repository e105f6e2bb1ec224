import { nameOf } from '../../record/names';
import { openEvidence } from '../../record/open';
import type { How } from '../../ui/how';
import { changeMessages } from '../../words/messages/change';
import { figure } from '../../words/counts';
import { betweenWords } from '../../words/dates';
import { decimal, percent, pWords, qWords, signed } from '../../words/numbers';
import type { Slice } from '../slice';
import { HANSEN_90 } from './changeTest';
import type { Pivot } from './pivot';
import { MOOD_DAYS } from './statistic';

/** How a change is found and tested, with its rows on both sides. */
export function pivotHow(slice: Slice, pivot: Pivot & { q?: number | null }): How {
  const { record } = slice;
  const { test, how, n, nBefore, nAfter } = pivot;
  const q = pivot.q ?? null;
  const unit = how.grouped ? 'occasions' : 'rows';
  const occasionOf = new Map(pivot.occasions.flatMap(({ rows }, i) => rows.map((k) => [k, i + 1] as const)));
  const row = (side: string) => (k: number) => {
    const i = slice.row[k]!;
    const { id, date, speaker } = openEvidence(record, record.stances.evidence[i]!);
    const name = record.occasions[record.stances.occasion[i] ?? -1] ?? '';
    const occasion = `${occasionOf.get(k) ?? ''}${how.grouped && name !== '' ? `: ${name}` : ''}`;
    return { id, cells: [date, side, signed(slice.score[k]!, 0), record.actors[speaker]?.name ?? 'event', occasion] };
  };
  const strength = ((nBefore * nAfter) / n) * pivot.size ** 2;
  return {
    title: `Largest change of ${nameOf(record, pivot.holder)} on ${nameOf(record, pivot.target)}`,
    figure: `${signed(pivot.from, 2)} to ${signed(pivot.to, 2)}${test ? `, ${pWords(test.p)}` : ''}`,
    formula: [
      `Split: of all splits of the ${unit} into before and after, at least ${how.minSegment} a side, the one with the largest n1 · n2 / n · (mean2 − mean1)².`,
      `Test: T = Σ S² / n² over the splits, with S the sum of the scores before the split minus their number times the mean of all, divided by the variance of the rest around the split times v; v = max((1 + r) / (1 − r), 1 + m · K).`,
      `r is the correlation of each rest with the next; m the share of their variance that fades with exp(−days / ${MOOD_DAYS}), K the sum of those weights over n; both corrected for their shortfall.`,
      `p = share of deals of the scores over the same days whose T is at least as large.`,
    ].join('\n'),
    filled: [
      `${nBefore} · ${nAfter} / ${n} · (${signed(pivot.to, 2)} − (${signed(pivot.from, 2)}))² = ${decimal(strength)}`,
      ...(test
        ? [
            `r = ${decimal(test.next)}, m = ${decimal(test.mood)}, v = ${decimal(test.inflation)}`,
            `${figure(test.extreme)} of ${figure(test.draws)} deals: ${pWords(test.p)}${q === null ? '' : `; ${qWords(q)} (share of chance findings to expect among the pairs down to this one)`}`,
          ]
        : ['The test is being made.']),
    ].join('\n'),
    columns: ['Date', 'Side', 'Score', 'Speaker', how.grouped ? 'Occasion' : 'Row'],
    rows: [...Array.from(pivot.before, row('before')), ...Array.from(pivot.after, row('after'))],
    notes: [
      how.grouped ? changeMessages.groupingNote() : changeMessages.ungroupedNote(),
      ...(test
        ? [
            changeMessages.uncertain(test.interval, pivot.range),
            `The days: all splits whose sum of squares falls short of the largest by at most ${decimal(HANSEN_90)} times the variance times v; the rows themselves put it ${betweenWords(pivot.lastBefore, pivot.firstAfter)}. The size: the lowest to the highest end of Student’s 90% intervals at those splits${test.p <= 0.05 ? ', cut at zero, which the test rules out' : ''}.`,
            test.settled
              ? `Drawn until it was told on which side of .05 p lies; another seed would say otherwise in at most ${percent(0.001, 1)} of cases.`
              : test.done
                ? changeMessages.undecided(test.draws)
                : 'Still drawing: it is not told yet on which side of .05 p lies.',
          ]
        : []),
      'Many pairs are tested at once, so some small p are luck: q allows for that. A pair that was chosen beforehand is one look, and its own p counts.',
      'The split is sought in the rows up to the as-of date; the half-life plays no part in it.',
      'How often the test errs under dependence, and how well the ranges cover, is tabled in the method.',
    ],
    method: 'what-changed',
    papers: [
      'Hinkley, D. V. (1970). Inference about the change-point in a sequence of random variables. Biometrika 57(1).',
      'Nyblom, J. (1989). Testing for the constancy of parameters over time. Journal of the American Statistical Association 84(405).',
      'Kwiatkowski, D., Phillips, P. C. B., Schmidt, P. and Shin, Y. (1992). Testing the null hypothesis of stationarity. Journal of Econometrics 54.',
      'Besag, J. and Clifford, P. (1991). Sequential Monte Carlo p-values. Biometrika 78(2).',
      'Ding, D., Gandy, A. and Hahn, G. (2020). A simple method for implementing Monte Carlo tests. Computational Statistics 35.',
      'Hansen, B. E. (2000). Sample splitting and threshold estimation. Econometrica 68(3).',
      'Benjamini, Y. and Hochberg, Y. (1995). Controlling the false discovery rate. Journal of the Royal Statistical Society B 57(1).',
    ],
  };
}
