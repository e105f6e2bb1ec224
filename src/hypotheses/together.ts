import { agreement, type Agreement } from '../analysis/agreement/agreement';
import { mergeSheets, type Merged, type SheetKind } from '../analysis/agreement/mergeSheets';
import type { RankedHypothesis } from '../analysis/hypotheses/ach';
import { checkTables } from '../record/checking/check';
import { fileFault, inReadingOrder } from '../record/checking/rules';
import { readTable } from '../record/reading/csv';
import { cellOf } from '../record/tables';
import { writeTable } from '../record/write';
import { CONSISTENCIES, type Assessment, type Consistency, type Fault, type StanceRecord } from '../record/record';
import { ratingMessages } from '../words/messages/rating';
import { list } from '../words/names';
import { orderOf, STEP } from './gridModel';
import { keyOf, type OwnRating } from './readerRatings';
import { columnsOf } from '../record/schema';

/** Ratings of many people, each in a file of their own: put together, and where they part. */

/** What one person rated. */
export interface RaterSheet {
  id: string;
  /** By hypothesis and evidence, see `keyOf`. */
  ratings: ReadonlyMap<string, OwnRating>;
  files: readonly string[];
}

/**
 * Reads a file of ratings, of one person or several, held against the same rules as the record's own tables. A row with an error is left out
 * and named, the others are taken.
 */
export function readSheets(record: StanceRecord, file: string, content: Uint8Array): { sheets: RaterSheet[]; faults: Fault[] } {
  const { table, faults: shape, unread } = readTable('assessments', file, content);
  if (unread || !table.columns.includes('rater')) {
    return { sheets: [], faults: [fileFault(file, 'unreadable-file', ratingMessages.noRatings, ratingMessages.whichFiles)] };
  }
  const tables = { ...record.tables, assessments: table };
  delete tables.coders;
  const checked = checkTables(tables).faults.filter(
    ({ file: where, severity }) => where === 'assessments.csv' && severity === 'error',
  );
  const faults = [...shape, ...checked.map((fault) => ({ ...fault, file }))];
  const left = new Set(checked.map(({ row }) => row - 1));
  const sheets = new Map<string, Map<string, OwnRating>>();
  table.rows.forEach((_, row) => {
    if (left.has(row)) return;
    const cell = (column: string) => cellOf(table, row, column);
    const own = sheets.get(cell('rater')) ?? new Map<string, OwnRating>();
    const [hypothesis, evidence] = [cell('hypothesis'), cell('evidence')];
    const consistency = cell('consistency') as Consistency;
    own.set(keyOf(hypothesis, evidence), { hypothesis, evidence, consistency, rationale: cell('rationale') });
    sheets.set(cell('rater'), own);
  });
  return { sheets: [...sheets].map(([id, ratings]) => ({ id, ratings, files: [file] })), faults: inReadingOrder(faults) };
}

const KIND: SheetKind<RaterSheet, OwnRating> = {
  cells: ({ ratings }) => ratings,
  same: (a, b) => a.consistency === b.consistency && a.rationale === b.rationale,
  join: (known, more) => ({
    ...known,
    ratings: new Map([...known.ratings, ...more.ratings]),
    files: [...known.files, ...more.files],
  }),
  renamed: (sheet, id) => ({ ...sheet, id }),
};

/** Puts the sheets of a class together (see `mergeSheets`); raters of the record keep their names. */
export function mergeRaters(record: Pick<StanceRecord, 'assessments'>, given: readonly RaterSheet[]): Merged<RaterSheet> {
  return mergeSheets(given, [...new Set(record.assessments.map(({ rater }) => rater))], KIND);
}

/** One cell of the matrix that two or more rated. */
export interface SharedCell {
  hypothesis: number;
  /** Index into `record.evidence`. */
  evidence: number;
  given: { rater: string; consistency: Consistency; rationale: string }[];
  /** Mean position, from -2 (very inconsistent) to 2. */
  mean: number;
  /** Steps between the two furthest apart, 0 to 4. */
  spread: number;
}

export interface ClassView {
  agreement: Agreement;
  /** Widest apart first, then in the order of the record. */
  cells: SharedCell[];
  /** The explanations by the mean of the class, weighed by confidence. */
  order: RankedHypothesis[];
  /** For each person: cells rated, and how many of those that others rated too lie within a step of their mean. */
  people: { id: string; rated: number; shared: number; near: number }[];
}

const position = (consistency: Consistency): number => 2 - STEP[consistency];

/** How a class rated: who differs where, its mean, its agreement (Krippendorff's alpha, ordinal), and the cells to talk about. */
export function classView(record: StanceRecord, sheets: readonly RaterSheet[]): ClassView {
  const assessments: Assessment[] = [];
  const cells: SharedCell[] = [];
  const ratings: (number | null)[][] = [];
  const people = sheets.map(({ id, ratings: own }) => ({ id, rated: own.size, shared: 0, near: 0 }));
  for (const [hypothesis, { id }] of record.hypotheses.entries()) {
    for (let evidence = 0; evidence < record.evidence.n; evidence++) {
      const key = keyOf(id, record.evidence.id[evidence]!);
      const row = sheets.map(({ ratings: own }) => own.get(key));
      const given = row.flatMap((rating, i) =>
        rating === undefined ? [] : [{ rater: sheets[i]!.id, consistency: rating.consistency, rationale: rating.rationale }],
      );
      assessments.push(...given.map((one) => ({ ...one, hypothesis, evidence })));
      if (given.length < 2) continue;
      const places = given.map(({ consistency }) => position(consistency));
      const sum = places.reduce((all, place) => all + place, 0);
      cells.push({ hypothesis, evidence, given, mean: sum / places.length, spread: Math.max(...places) - Math.min(...places) });
      ratings.push(row.map((rating) => (rating === undefined ? null : position(rating.consistency))));
      row.forEach((rating, i) => {
        const person = people[i];
        if (rating === undefined || person === undefined) return;
        const own = position(rating.consistency);
        person.shared++;
        if (Math.abs(own - (sum - own) / (places.length - 1)) <= 1) person.near++;
      });
    }
  }
  const order = orderOf({ ...record, assessments }, { rater: '', weigh: true, without: new Set() });
  return {
    agreement: agreement(ratings, 'ordinal', { draws: 300 }),
    cells: cells.sort((a, b) => b.spread - a.spread),
    order,
    people,
  };
}

/** Who gave which rating, from very consistent down: `CC: anna and ben; II: olga`. */
export function givenWords(given: SharedCell['given']): string {
  return CONSISTENCIES.flatMap((consistency) => {
    const raters = given.filter((one) => one.consistency === consistency).map(({ rater }) => rater);
    return raters.length === 0 ? [] : [`${consistency}: ${list(raters)}`];
  }).join('; ');
}

/** All of them as one table in the columns of assessments.csv. */
export function sheetsToCsv(sheets: readonly RaterSheet[]): string {
  const columns = columnsOf('assessments');
  const rows = sheets.flatMap(({ id, ratings }) =>
    [...ratings.values()].map((rating) => {
      const cells: Record<string, string> = { ...rating, rater: id };
      return columns.map((column) => cells[column] ?? '');
    }),
  );
  return writeTable({ name: 'assessments', columns, rows, lines: new Uint32Array(rows.length) });
}
