import { CONFIDENCES, type Consistency, type StanceRecord } from '../../record/record';
import { decimal } from '../../words/numbers';

/** How a rating counts against a hypothesis: only inconsistency does (Heuer 1999, chapter 8, step 5: try to refute, not to confirm). */
const AGAINST: Record<Consistency, number> = { CC: 0, C: 0, N: 0, I: 1, II: 2 };
/** Rating as a position from -2 (very inconsistent) to +2 (very consistent): what spread is measured on. */
const POSITION: Record<Consistency, number> = { CC: 2, C: 1, N: 0, I: -1, II: -2 };
/** Weight of a row by its confidence: low, medium, high; 1/√2, 1 and √2, as PARC's ACH 1.1 weighs credibility. */
export const CONFIDENCE_WEIGHTS: readonly number[] = [Math.SQRT1_2, 1, Math.SQRT2];

/** How the matrix is read. */
export interface AchReading {
  /** Whose ratings; empty: the mean of all raters, cell by cell. */
  rater: string;
  /** Whether rows weigh by their confidence. */
  weigh: boolean;
  /** Evidence left out. */
  without: ReadonlySet<number>;
}

export const ACH_READING: AchReading = { rater: '', weigh: true, without: new Set() };

/** One hypothesis in the order that the evidence gives. */
export interface RankedHypothesis {
  /** Index into `record.hypotheses`. */
  hypothesis: number;
  /** Sum over rows of weight times inconsistency (I 1, II 2): the lower, the less the evidence speaks against it. */
  inconsistency: number;
  /** Rows that bear a rating. */
  rated: number;
  /** Rows that speak against it (I or II in the reading: mean above 0). */
  against: number;
  /**
   * Share of the rows that could have spoken against it, 0 to 1: of each row's counted ratings those other than N ("says nothing either
   * way"). A row without a rating of it asks it nothing.
   */
  asked: number;
  /** 1 for the least inconsistent of those asked enough; equals share a place. 0: asked by too few rows to be placed. */
  place: number;
}

/** An explanation must be asked by this share of the rows to be placed: what nothing can contradict would win by silence. */
export const ASKED_ENOUGH = 1 / 3;

/**
 * Puts hypotheses in order, in place: those asked enough by inconsistency, then the others, by inconsistency too but without a place.
 */
export function putInOrder(order: RankedHypothesis[]): void {
  const enough = ({ asked }: RankedHypothesis) => asked >= ASKED_ENOUGH - 1e-9;
  order.sort((a, b) => Number(enough(b)) - Number(enough(a)) || a.inconsistency - b.inconsistency || a.hypothesis - b.hypothesis);
  order.forEach((ranked, i) => {
    const above = order[i - 1];
    const equal = above !== undefined && Math.abs(above.inconsistency - ranked.inconsistency) < 1e-9;
    ranked.place = !enough(ranked) ? 0 : equal ? above.place : i + 1;
  });
}

/** One row of evidence across the hypotheses. */
export interface AchRow {
  /** Index into `record.evidence`. */
  evidence: number;
  weight: number;
  /** Position from -2 to +2 for each hypothesis, null where unrated. */
  positions: (number | null)[];
  /**
   * Diagnosticity: standard deviation of the positions over the hypotheses, 0 to 2. A row that fits all hypotheses alike (0) tells
   * nothing about which is right, however striking it is.
   */
  spread: number;
}

export interface AchMatrix {
  reading: AchReading;
  /** Least inconsistent first; those asked by too few rows last. */
  order: RankedHypothesis[];
  /** Most diagnostic first. */
  rows: AchRow[];
}

/** Raters of a record's assessments, sorted. */
export function ratersOf(record: StanceRecord): string[] {
  return [...new Set(record.assessments.map(({ rater }) => rater))].sort();
}

interface Cell {
  position: number;
  against: number;
  /** Ratings other than N. */
  asked: number;
  n: number;
}

/** Cells by evidence, then hypothesis: sums over the raters that the reading counts. */
function cellsOf(record: StanceRecord, { rater, without }: AchReading): Map<number, Map<number, Cell>> {
  const rows = new Map<number, Map<number, Cell>>();
  for (const { hypothesis, evidence, rater: by, consistency } of record.assessments) {
    if ((rater !== '' && by !== rater) || without.has(evidence)) continue;
    let row = rows.get(evidence);
    if (!row) rows.set(evidence, (row = new Map()));
    const cell = row.get(hypothesis) ?? { position: 0, against: 0, asked: 0, n: 0 };
    cell.position += POSITION[consistency];
    cell.against += AGAINST[consistency];
    cell.asked += Number(consistency !== 'N');
    cell.n += 1;
    row.set(hypothesis, cell);
  }
  return rows;
}

/** The matrix of hypotheses against evidence: order by weighted inconsistency, and the diagnosticity of every row (Heuer 1999). */
export function achMatrix(record: StanceRecord, reading: AchReading = ACH_READING): AchMatrix {
  const { hypotheses, evidence } = record;
  const order = hypotheses.map((_, hypothesis) => ({ hypothesis, inconsistency: 0, rated: 0, against: 0, asked: 0, place: 0 }));
  const rows: AchRow[] = [];
  for (const [e, cells] of cellsOf(record, reading)) {
    const weight = reading.weigh ? (CONFIDENCE_WEIGHTS[evidence.confidence[e]!] ?? 1) : 1;
    const positions = hypotheses.map((_, h) => {
      const cell = cells.get(h);
      if (!cell) return null;
      const ranked = order[h]!;
      ranked.inconsistency += (weight * cell.against) / cell.n;
      ranked.rated += 1;
      ranked.asked += cell.asked / cell.n;
      if (cell.against > 0) ranked.against += 1;
      return cell.position / cell.n;
    });
    rows.push({ evidence: e, weight, positions, spread: spreadOf(positions) });
  }
  for (const ranked of order) ranked.asked = rows.length === 0 ? 0 : ranked.asked / rows.length;
  putInOrder(order);
  rows.sort((a, b) => b.spread - a.spread || b.weight - a.weight || a.evidence - b.evidence);
  return { reading, order, rows };
}

function spreadOf(positions: readonly (number | null)[]): number {
  const given = positions.filter((position) => position !== null);
  if (given.length < 2) return 0;
  const mean = given.reduce((sum, position) => sum + position, 0) / given.length;
  return Math.sqrt(given.reduce((sum, position) => sum + (position - mean) ** 2, 0) / given.length);
}

/** The weight of a confidence, in words for "how computed". */
export function weightWords(confidence: number): string {
  return `${CONFIDENCES[confidence] ?? 'medium'}: ${decimal(CONFIDENCE_WEIGHTS[confidence] ?? 1, 2)}`;
}
