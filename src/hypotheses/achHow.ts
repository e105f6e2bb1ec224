import type { RankedHypothesis } from '../analysis/hypotheses/ach';
import { CONSISTENCIES, type StanceRecord } from '../record/record';
import type { How } from '../ui/how';
import { positionOf, type RaterPair, type Row } from './gridModel';
import { MINE } from './readerRatings';
import { AGREEMENT_WORDS, type RatedBy } from '../analysis/agreement/coders';
import { ratioOf, type DecibanScale, type WeighedHypothesis } from '../analysis/hypotheses/weight';
import { capital } from '../words/names';
import { decimal, intervalWords, signed } from '../words/numbers';
import { askedWords } from './words';

export const HEUER = 'Heuer, R. J. (1999): Psychology of Intelligence Analysis, chapter 8. Center for the Study of Intelligence.';
const PARC =
  'Good, L., Shrager, J., Stefik, M., Pirolli, P. and Card, S. with Heuer, R.: ACH1.1, A Tool for Analyzing Competing Hypotheses, technical description. Palo Alto Research Center.';

/** A rater's name on the page. */
export function raterName(rater: string): string {
  return rater === '' ? 'mean' : rater.trim();
}

/** The weighted inconsistency of one hypothesis, row by row, so that it can be added up by hand. */
export function howInconsistent(
  record: StanceRecord,
  ranked: RankedHypothesis,
  rows: readonly Row[],
  { rater, weigh, without }: { rater: string; weigh: boolean; without: ReadonlySet<number> },
): How {
  const hypothesis = record.hypotheses[ranked.hypothesis]!;
  const counted = rows.filter(({ e, cells }) => !without.has(e) && cells[ranked.hypothesis]!.counted.length > 0);
  const parts = counted
    .map((row) => {
      const cell = row.cells[ranked.hypothesis]!;
      const weight = weigh ? row.weight : 1;
      return { row, cell, weight, points: cell.against ?? 0, product: weight * (cell.against ?? 0) };
    })
    .sort((a, b) => b.product - a.product || a.row.e - b.row.e);
  const against = parts.filter(({ points }) => points > 0);
  const figure = decimal(ranked.inconsistency, 1);
  return {
    title: `Weighted inconsistency of “${hypothesis.title}”`,
    figure: `${figure} (0 is best; ${ranked.place > 0 ? `place ${ranked.place} of ${record.hypotheses.length}` : 'asked by too few rows to be placed'})`,
    formula:
      'Sum over rows of weight × points against.\nPoints: CC, C and N 0, I 1, II 2; the mean where several raters count.\nWeight by confidence: high √2, medium 1, low 1/√2.',
    filled:
      against.length === 0
        ? `No row counts against it: ${figure}`
        : `${against.map(({ weight, points }) => `${decimal(weight, 2)} × ${points}`).join(' + ')} = ${figure}`,
    columns: ['Row', 'Date', 'Ratings', 'Points', 'Weight', 'Product'],
    rows: parts.map(({ row, cell, weight, points, product }) => ({
      id: row.id,
      cells: [
        row.title,
        row.date,
        cell.counted.map((rating) => `${raterName(rating.rater)} ${rating.consistency}`).join(', '),
        String(points),
        decimal(weight, 2),
        decimal(product, 2),
      ],
    })),
    notes: [
      `Ratings: ${rater === '' ? 'the mean of the published raters, cell by cell' : rater === MINE ? 'yours, kept in this browser' : `rater ${rater}`}. ${counted.length} of ${rows.length} rows are counted; a cell without a rating counts nothing.`,
      'Consistent rows earn nothing: evidence that fits one explanation often fits others as well, so only what speaks against an explanation orders them.',
      `${capital(askedWords(ranked, counted.length))}: rows that say nothing either way could not have spoken against it. One that is asked by fewer than a third of the rows is given no place.`,
      'Rows are not independent, and a score is no probability.',
    ],
    method: 'competing-hypotheses',
    papers: [HEUER, PARC],
  };
}

/** How far one row tells the hypotheses apart. */
export function howTelling(record: StanceRecord, row: Row, rater: string): How {
  const parts = row.cells.flatMap((cell) => {
    const position = positionOf(cell);
    return position === null ? [] : [{ cell, position }];
  });
  const mean = parts.reduce((sum, { position }) => sum + position, 0) / Math.max(1, parts.length);
  const spread = decimal(row.spread ?? 0, 2);
  return {
    title: `How far “${row.title}” tells the explanations apart`,
    figure: `${spread} (0 tells nothing apart, 2 is the most there can be)`,
    formula:
      'Standard deviation of the ratings over the explanations.\nPositions: CC +2, C +1, N 0, I \u22121, II \u22122; the mean where several raters count.',
    filled: `√(sum of squared distances from ${signed(mean, 2)} / ${parts.length}) = ${spread}`,
    columns: ['Explanation', 'Ratings', 'Position'],
    rows: parts.map(({ cell, position }) => ({
      id: null,
      cells: [
        record.hypotheses[cell.hypothesis]!.title,
        cell.counted.map((rating) => `${raterName(rating.rater)} ${rating.consistency}`).join(', '),
        signed(position, 1),
      ],
    })),
    notes: [
      `Ratings: ${raterName(rater)}. A row that fits every explanation alike says nothing about which is right, however striking it is.`,
    ],
    method: 'competing-hypotheses',
    papers: [HEUER],
  };
}

/** The weight of evidence for one hypothesis, row by row. */
export function howWeighed(
  record: StanceRecord,
  weighed: WeighedHypothesis,
  rows: readonly Row[],
  { weigh, without }: { weigh: boolean; without: ReadonlySet<number> },
  scale: DecibanScale,
): How {
  const parts = rows
    .filter(({ e, cells }) => !without.has(e) && cells[weighed.hypothesis]!.counted.length > 0)
    .map((row) => {
      const { counted } = row.cells[weighed.hypothesis]!;
      const db = counted.reduce((sum, { consistency }) => sum + scale[consistency], 0) / counted.length;
      return { row, counted, db, weight: weigh ? row.weight : 1 };
    })
    .sort((a, b) => Math.abs(b.db * b.weight) - Math.abs(a.db * a.weight) || a.row.e - b.row.e);
  return {
    title: `Weight of evidence for “${record.hypotheses[weighed.hypothesis]!.title}”`,
    figure: `${signed(weighed.decibans, 1)} decibans; ${weighed.behind < 0.05 ? 'the first' : `${decimal(weighed.behind, 1)} behind the first`}`,
    formula: `Sum over rows of weight × decibans of the rating. A deciban is ten times the logarithm (to ten) of how much likelier the row is under this explanation than under one on which it says nothing: ${CONSISTENCIES.map((name) => `${name} ${signed(scale[name], 0)} (× ${Number(ratioOf(scale[name]).toPrecision(2))})`).join(', ')}.`,
    filled: `${parts.map(({ db, weight }) => `${decimal(weight)} × ${signed(db, 1)}`).join(' + ')} = ${signed(weighed.decibans, 1)}`,
    columns: ['Row', 'Date', 'Ratings', 'Decibans', 'Weight', 'Product'],
    rows: parts.map(({ row, counted, db, weight }) => ({
      id: row.id,
      cells: [
        row.title,
        row.date,
        counted.map((rating) => `${raterName(rating.rater)} ${rating.consistency}`).join(', '),
        signed(db, 1),
        decimal(weight),
        signed(db * weight, 1),
      ],
    })),
    notes: [
      'The ratings are those of the matrix, read a second way: here a consistent row counts for an explanation as an inconsistent one counts against it.',
      'The difference of two sums would be the logarithm of the odds between two explanations that began even, were the rows independent. They are not: the sums overstate.',
      'Which ratio a rating stands for is a judgement; the scale can be changed.',
    ],
    method: 'competing-hypotheses',
    papers: [
      'Fairfield, T. and Charman, A. E. (2017). Explicit Bayesian analysis for process tracing: guidelines, opportunities, and caveats. Political Analysis 25.',
      'Good, I. J. (1985). Weight of evidence: a brief survey. Bayesian Statistics 2.',
    ],
  };
}

/** The agreement of two raters, with the table of how often each rating of one met each rating of the other. */
export function howAgreed({ a, b, alpha, interval, cells, same, table }: RaterPair, by: RatedBy): How {
  const names = [raterName(a), raterName(b)] as const;
  const bounds = interval === null ? '' : ` (95% ${intervalWords(interval)})`;
  return {
    title: `${by === 'people' ? 'Agreement' : 'Consistency'} of ${names[0]} and ${names[1]} on the matrix`,
    figure: alpha === null ? 'cannot be told' : `alpha ${decimal(alpha)}${bounds}; same rating in ${same} of ${cells} cells`,
    formula:
      'alpha = 1 \u2212 observed disagreement / disagreement expected by chance, ordinal: two ratings differ by the squared number of ratings that lie between them.',
    filled: '',
    columns: [`${names[0]} down, ${names[1]} across`, ...CONSISTENCIES],
    rows: CONSISTENCIES.map((consistency, i) => ({ id: null, cells: [consistency, ...table[i]!.map(String)] })),
    notes: ['1 is perfect agreement, 0 what chance would bring.', AGREEMENT_WORDS[by]],
    method: 'agreement',
    papers: ['Krippendorff, K. (2011): Computing Krippendorff’s Alpha-Reliability. University of Pennsylvania.'],
  };
}
