import { coderKind } from '../../record/coding';
import { NO_SCORE, type StanceRecord } from '../../record/record';
import { codingMessages } from '../../words/messages/coding';
import { agreement, ratingsOf, type Agreement } from './agreement';

/** What people, and they alone, coded of a record or of some of its stances. */
export interface ByPeople {
  /** Coders who are people and coded one of the stances, in the record's order. */
  people: string[];
  codings: number;
  /** Stances that at least one of them coded. */
  stances: number;
  /** Among them; null where fewer than two coded. */
  agreement: Agreement | null;
}

/** Fewest stances coded by two or more of which an alpha is given: below, one answer would move it by a tenth and more. */
export const LEAST_FOR_ALPHA = 10;

/**
 * Counts the codings of people and measures their agreement (see `agreement`; ordinal).
 *
 * @param stances rows of `record.stances`; all of them where none are given
 */
export function byPeople(record: StanceRecord, stances?: readonly number[], draws = 200): ByPeople {
  const known = record.coders.filter((coder) => coderKind(record, coder) === 'person');
  const { n } = record.stances;
  const rows = stances ?? Array.from({ length: n }, (_, i) => i);
  const scored = (stance: number, coder: string) =>
    (record.stances.coders[stance * record.coders.length + record.coders.indexOf(coder)] ?? NO_SCORE) !== NO_SCORE;
  const people = known.filter((coder) => rows.some((stance) => scored(stance, coder)));
  let codings = 0;
  let touched = 0;
  for (const stance of rows) {
    const here = people.filter((coder) => scored(stance, coder)).length;
    codings += here;
    touched += Number(here > 0);
  }
  if (people.length < 2) return { people, codings, stances: touched, agreement: null };
  const all = ratingsOf(record, people);
  const ratings = rows.flatMap((stance) => {
    const ratings = all[stance];
    return ratings === undefined ? [] : [ratings];
  });
  return { people, codings, stances: touched, agreement: agreement(ratings, 'ordinal', { draws }) };
}

/** The same in a sentence; `where` is what the stances are of: `this record`, `Belarus on Poland`. */
export function byPeopleWords(where: string, { people, codings, stances, agreement: found }: ByPeople): string {
  return codingMessages.byPeople(where, codings, stances, people, found, LEAST_FOR_ALPHA);
}
