import { NOTHING_CHOSEN, type Filters } from '../analysis/slice';
import type { Day } from '../words/calendar';

/** The pages of the workbench, in the order of the masthead. */
export const PAGES = [
  'atlas',
  'timeline',
  'matrix',
  'pair',
  'evidence',
  'change',
  'rifts',
  'balance',
  'hypotheses',
  'claims',
  'story',
  'desk',
] as const;
export type Page = (typeof PAGES)[number];

export const STEPS = ['day', 'week', 'month', 'year', 'decade'] as const;
export type Step = (typeof STEPS)[number];
export const MODES = ['decay', 'latest', 'mean', 'pivot'] as const;
export type Mode = (typeof MODES)[number];
export const LANES = ['pair', 'actor', 'topic', 'side'] as const;
export type LaneKind = (typeof LANES)[number];

/**
 * Everything that a link carries: the clock, the focus, the filters, and how the views are set. Plain values that serialise; ids, not
 * indices, so that a link outlives an edit of the tables. The filters are the slice's own, but for its actors (here `only` filters and
 * `actors` selects) and for what a search found.
 */
export interface ViewState extends Omit<Filters, 'actors' | 'found'> {
  /** Slug of the dataset, or empty for the first built-in one. */
  data: string;
  page: Page;
  /** The window, both days inclusive, and the as-of date. */
  from: Day;
  to: Day;
  at: Day;
  step: Step;
  /** Steps a second while playing, 0.25 to 60. */
  speed: number;
  mode: Mode;
  /** Half-life in days, 1 to 3650. */
  halfLife: number;
  /** A second date to compare with, or null. */
  compare: Day | null;

  /** Selected actors (ids); the first is the one the map reads from. */
  actors: readonly string[];
  /** Selected pair: holder, target. */
  pair: readonly [string, string] | null;
  /** Opened statement or event (id). */
  item: string;
  /** Selected place (id). */
  place: string;
  /** Further holders overlaid on the pair's chart (ids). */
  beside: readonly string[];

  /** Actors (ids) to which rows are cut: holder or target is one of them. */
  only: readonly string[];
  /** Text search, as typed. */
  query: string;
  /** Fewest rows on which a drawn stance rests, 1 or more. */
  rows: number;

  lanes: LaneKind;
  /** Map reading: the holder's stances, or the stances towards it. */
  reading: 'of' | 'towards';
  /** Settings that only one page knows, by its own key. */
  extra: Readonly<Record<string, string>>;
}

export const START: ViewState = {
  ...NOTHING_CHOSEN,
  data: '',
  page: 'atlas',
  from: 0,
  to: 0,
  at: 0,
  step: 'week',
  speed: 2,
  mode: 'decay',
  halfLife: 30,
  compare: null,
  actors: [],
  pair: null,
  item: '',
  place: '',
  beside: [],
  only: [],
  basis: 'own',
  query: '',
  rows: 2,
  lanes: 'pair',
  reading: 'of',
  extra: {},
};
