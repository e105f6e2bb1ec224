import type { Assessment, Consistency, StanceRecord } from '../record/record';

/**
 * The reader's own ratings, kept beside the published ones and never mixed into them. Ids, not indices, so that they outlive an edit of
 * the tables; a rating of something that the record no longer holds is kept and exported, and counts for nothing.
 */
export interface OwnRating {
  hypothesis: string;
  evidence: string;
  consistency: Consistency;
  rationale: string;
}

export interface Own {
  /** By hypothesis and evidence, see `keyOf`. */
  ratings: ReadonlyMap<string, OwnRating>;
  /** Evidence that the reader added to the matrix (ids), in the order of adding. */
  added: readonly string[];
}

export const NOTHING: Own = { ratings: new Map(), added: [] };

/** Name of the reader as a rater. No cell of a table begins with a space, so that no published rater can bear it. */
export const MINE = ' mine';

export function keyOf(hypothesis: string, evidence: string): string {
  return `${hypothesis} ${evidence}`;
}

/** With one rating set; its rationale stays where none is given. */
export function withRating(own: Own, rating: Omit<OwnRating, 'rationale'> & { rationale?: string }): Own {
  const key = keyOf(rating.hypothesis, rating.evidence);
  const rationale = rating.rationale ?? own.ratings.get(key)?.rationale ?? '';
  return { ...own, ratings: new Map([...own.ratings, [key, { ...rating, rationale }]]) };
}

export function withoutRating(own: Own, hypothesis: string, evidence: string): Own {
  const ratings = new Map(own.ratings);
  ratings.delete(keyOf(hypothesis, evidence));
  return { ...own, ratings };
}

/** With other ratings laid over: those win cell by cell, everything else stays. */
export function merged(own: Own, ratings: readonly OwnRating[]): Own {
  return {
    ...own,
    ratings: new Map([...own.ratings, ...ratings.map((rating) => [keyOf(rating.hypothesis, rating.evidence), rating] as const)]),
  };
}

/**
 * One set of ratings from two that were changed apart, as in two tabs: cell by cell, and row by row of those that were added. What only one
 * of them changed is as that one has it; where both did, `mine` counts.
 *
 * @param base what both began with
 */
export function mergeOwn(base: Own, theirs: Own, mine: Own): Own {
  const ratings = new Map<string, OwnRating>();
  for (const key of new Set([...theirs.ratings.keys(), ...mine.ratings.keys()])) {
    const [was, there, here] = [base.ratings.get(key), theirs.ratings.get(key), mine.ratings.get(key)];
    const cell = sameCell(was, here) ? there : here;
    if (cell !== undefined) ratings.set(key, cell);
  }
  const gone = base.added.filter((id) => !theirs.added.includes(id) || !mine.added.includes(id));
  const added = [...new Set([...theirs.added, ...mine.added])].filter((id) => !gone.includes(id));
  return { ratings, added };
}

const sameCell = (a: OwnRating | undefined, b: OwnRating | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && a.consistency === b.consistency && a.rationale === b.rationale);

export function withRow(own: Own, evidence: string): Own {
  return own.added.includes(evidence) ? own : { ...own, added: [...own.added, evidence] };
}

/** Without a row that was added, and without its ratings. */
export function withoutRow(own: Own, evidence: string): Own {
  return {
    added: own.added.filter((id) => id !== evidence),
    ratings: new Map([...own.ratings].filter(([, rating]) => rating.evidence !== evidence)),
  };
}

/** The ratings that bear on this record, as assessments of the rater `MINE`. */
export function assessmentsOf(record: StanceRecord, own: Own): Assessment[] {
  const hypotheses = new Map(record.hypotheses.map(({ id }, i) => [id, i]));
  return [...own.ratings.values()].flatMap(({ hypothesis, evidence, consistency, rationale }) => {
    const h = hypotheses.get(hypothesis);
    const e = record.evidenceIndex.get(evidence);
    return h === undefined || e === undefined ? [] : [{ hypothesis: h, evidence: e, rater: MINE, consistency, rationale }];
  });
}

/** The record with the reader's ratings beside the published ones, for sums over either. */
export function recordWith(record: StanceRecord, own: Own): StanceRecord {
  const mine = assessmentsOf(record, own);
  return mine.length === 0 ? record : { ...record, assessments: [...record.assessments, ...mine] };
}
