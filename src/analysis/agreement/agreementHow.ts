import { codingWords } from '../../record/coding';
import { openEvidence } from '../../record/open';
import type { StanceRecord } from '../../record/record';
import type { How } from '../../ui/how';
import { agreement, coderAgreement, ratingsOf } from './agreement';
import { AGREEMENT_WORDS, ratedBy } from './coders';
import { decimal, signed } from '../../words/numbers';

const number = (value: number | null) => (value === null ? 'none' : decimal(value, 2));
const bounds = (interval: [number, number] | null) =>
  interval === null ? '' : ` (95% ${decimal(interval[0], 2)} to ${decimal(interval[1], 2)})`;

/**
 * How the coders' agreement on the given stances is computed, with intervals, every two coders, and which way each leans on the whole record.
 *
 * @param stances rows of `record.stances`
 */
export function agreementHow(record: StanceRecord, stances: readonly number[]): How {
  const all = ratingsOf(record);
  const here = agreement(
    stances.map((stance) => all[stance]!),
    'ordinal',
    { draws: 300 },
  );
  const whole = coderAgreement(record, { draws: 200 });
  return {
    title: `${ratedBy(record, record.coders) === 'people' ? 'Agreement' : 'Consistency'} of the coders: Krippendorff’s alpha, ordinal`,
    figure: `${number(here.alpha)} on these ${here.units} stances${bounds(here.interval)}`,
    formula:
      'α = 1 − Do / De: observed disagreement of all pairs of ratings of the same stance, against what would be expected if the same ratings were dealt out by chance; two ratings differ by the square of the ranks that lie between them (ordinal). Any number of coders, missing ratings allowed.',
    filled: `Whole record: α = ${number(whole.all.alpha)}${bounds(whole.all.interval)} over ${whole.all.units} stances and ${whole.all.ratings} ratings.\n${whole.pairs.map(({ a, b, agreement: pair }) => `${a} and ${b}: ${number(pair.alpha)}${bounds(pair.interval)}`).join('\n')}`,
    columns: ['Row', ...record.coders],
    rows: stances.map((stance) => {
      const { id, date } = openEvidence(record, record.stances.evidence[stance]!);
      return { id, cells: [date, ...all[stance]!.map((score) => (score === null ? '' : signed(score, 0)))] };
    }),
    notes: [
      AGREEMENT_WORDS[ratedBy(record, record.coders)],
      `Mean score less the agreed one, over the whole record: ${whole.leanings.map(({ coder, lean }) => `${coder} ${signed(lean, 2)}`).join(', ')}.`,
      codingWords(record),
      'The interval is a percentile bootstrap over stances, from a stated seed.',
    ],
    method: 'agreement',
    papers: ['Krippendorff, K. (2004). Content analysis: an introduction to its methodology. Sage, chapter 11.'],
  };
}
