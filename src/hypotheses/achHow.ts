import type { RankedHypothesis } from '../analysis/hypotheses/ach';
import { CONSISTENCIES, type StanceRecord } from '../record/record';
import type { How } from '../ui/how';
import { positionOf, type RaterPair, type Row } from './gridModel';
import { MINE } from './readerRatings';
import { decimal, signed } from '../words/numbers';
import { count, plural } from '../words/counts';
import { list } from '../words/names';

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
    figure: `${figure} (0 is best; place ${ranked.place} of ${record.hypotheses.length})`,
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
      `Ratings: ${rater === '' ? 'the mean of the published raters, cell by cell' : rater === MINE ? 'yours, kept in this browser' : `rater ${rater}`}. ${counted.length} of ${count(rows.length, 'row')} ${plural(counted.length, { one: 'is', other: 'are' })} counted; a cell without a rating counts nothing.`,
      'Consistent rows earn nothing: evidence that fits one explanation often fits others as well, so only what speaks against an explanation orders them.',
      'Rows are not independent, and a score is no probability.',
    ],
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
  const spread = (row.spread ?? 0).toFixed(2);
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
    papers: [HEUER],
  };
}

/** The agreement of two raters, with the table of how often each rating of one met each rating of the other. */
export function howAgreed({ a, b, alpha, cells, same, table }: RaterPair): How {
  const names = [raterName(a), raterName(b)] as const;
  return {
    title: `Agreement of ${list(names)} on the matrix`,
    figure: alpha === null ? 'cannot be told' : `alpha ${decimal(alpha, 2)}; same rating in ${same} of ${count(cells, 'cell')}`,
    formula:
      'alpha = 1 \u2212 observed disagreement / disagreement expected by chance, ordinal: two ratings differ by the squared number of ratings that lie between them.',
    filled: '',
    columns: [`${names[0]} down, ${names[1]} across`, ...CONSISTENCIES],
    rows: CONSISTENCIES.map((consistency, i) => ({ id: null, cells: [consistency, ...table[i]!.map(String)] })),
    notes: ['1 is perfect agreement, 0 what chance would bring. 0.80 is the bar for firm conclusions, 0.667 for tentative ones.'],
    papers: ['Krippendorff, K. (2011): Computing Krippendorff’s Alpha-Reliability. University of Pennsylvania.'],
  };
}
