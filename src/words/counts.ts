/** Counts and what is counted. `1 pairs` cannot be written: the form of the noun is chosen by the number that stands before it. */

/** The forms that English has for a number: `one` for 1, `other` for all else. Another language has `few` and `many` beside them. */
export interface Forms {
  one: string;
  other: string;
}

/** What is counted on the page, so that a noun is spelled once. */
const NOUNS = {
  actor: { one: 'actor', other: 'actors' },
  address: { one: 'address', other: 'addresses' },
  article: { one: 'article', other: 'articles' },
  byte: { one: 'byte', other: 'bytes' },
  cell: { one: 'cell', other: 'cells' },
  change: { one: 'change', other: 'changes' },
  character: { one: 'character', other: 'characters' },
  claim: { one: 'claim', other: 'claims' },
  'coded row': { one: 'coded row', other: 'coded rows' },
  coder: { one: 'coder', other: 'coders' },
  column: { one: 'column', other: 'columns' },
  coding: { one: 'coding', other: 'codings' },
  crossing: { one: 'crossing', other: 'crossings' },
  day: { one: 'day', other: 'days' },
  decade: { one: 'decade', other: 'decades' },
  error: { one: 'error', other: 'errors' },
  event: { one: 'event', other: 'events' },
  fault: { one: 'fault', other: 'faults' },
  file: { one: 'file', other: 'files' },
  hypothesis: { one: 'hypothesis', other: 'hypotheses' },
  'language model': { one: 'language model', other: 'language models' },
  line: { one: 'line', other: 'lines' },
  month: { one: 'month', other: 'months' },
  occasion: { one: 'occasion', other: 'occasions' },
  other: { one: 'other', other: 'others' },
  pair: { one: 'pair', other: 'pairs' },
  person: { one: 'person', other: 'people' },
  picture: { one: 'picture', other: 'pictures' },
  place: { one: 'place', other: 'places' },
  rating: { one: 'rating', other: 'ratings' },
  record: { one: 'record', other: 'records' },
  result: { one: 'result', other: 'results' },
  row: { one: 'row', other: 'rows' },
  scene: { one: 'scene', other: 'scenes' },
  second: { one: 'second', other: 'seconds' },
  sign: { one: 'sign', other: 'signs' },
  'signed tie': { one: 'signed tie', other: 'signed ties' },
  source: { one: 'source', other: 'sources' },
  stance: { one: 'stance', other: 'stances' },
  statement: { one: 'statement', other: 'statements' },
  'statement or event': { one: 'statement or event', other: 'statements and events' },
  step: { one: 'step', other: 'steps' },
  story: { one: 'story', other: 'stories' },
  table: { one: 'table', other: 'tables' },
  tie: { one: 'tie', other: 'ties' },
  'third actor': { one: 'third actor', other: 'third actors' },
  triad: { one: 'triad', other: 'triads' },
  warning: { one: 'warning', other: 'warnings' },
  week: { one: 'week', other: 'weeks' },
  year: { one: 'year', other: 'years' },
} satisfies Record<string, Forms>;

export type Noun = keyof typeof NOUNS;

const RULES = new Intl.PluralRules('en');
const FIGURES = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const SMALL = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'] as const;

/** The form that goes with a count, e.g. of a verb: `plural(n, { one: 'is', other: 'are' })`. */
export function plural<T>(n: number, forms: { one: T; other: T }): T {
  return RULES.select(n) === 'one' ? forms.one : forms.other;
}

/** The noun that goes with a count, without the count: `row`, `rows`. */
export function noun(n: number, of: Noun | Forms): string {
  return plural(n, typeof of === 'string' ? NOUNS[of] : of);
}

/** A whole number in figures, thousands parted: `1,204`. */
export function figure(n: number): string {
  return FIGURES.format(n);
}

/** A whole number in words up to ten, in figures above; 0 is `no`. */
export function numberWord(n: number): string {
  return SMALL[n] ?? figure(n);
}

/**
 * A count and its noun: `1 row`, `1,204 rows`, `0 rows`.
 *
 * @param n whole, from 0
 * @param of a noun of the page, or the forms of one that is used in one place only
 */
export function count(n: number, of: Noun | Forms): string {
  return `${figure(n)} ${noun(n, of)}`;
}

/** The same with the number in words up to ten: `no row`, `one row`, `two rows`, `1,204 rows`. */
export function countWord(n: number, of: Noun | Forms): string {
  return `${numberWord(n)} ${n === 0 ? noun(1, of) : noun(n, of)}`;
}

/** `18 of 29 rows`: a part and the whole; the noun goes with the whole. `none of 29 rows`, `1 of 1 row`. */
export function countOf(part: number, whole: number, of: Noun | Forms): string {
  return `${part === 0 ? 'none' : figure(part)} of ${count(whole, of)}`;
}
