import type { Hider, HiddenRows } from '../../analysis/hidden';
import type { StanceRecord } from '../../record/record';
import { hiddenMessages } from '../../words/messages/hidden';
import type { Day } from '../../words/calendar';
import type { Focus } from '../focus.svelte';
import type { ViewState } from '../view';
import { dropOf, wordsOf, type FilterField } from './filterWords';

/** What the filters hide in words, and how to see it again. */

/** The field of the state that a filter is set by. */
const FIELD_OF: Record<Hider, FilterField> = {
  actors: 'only',
  actorKinds: 'actorKinds',
  topics: 'topics',
  sourceKinds: 'sourceKinds',
  sides: 'sides',
  withoutSide: 'withoutSide',
  outlets: 'outlets',
  speakers: 'speakers',
  holders: 'holders',
  targets: 'targets',
  places: 'places',
  forms: 'forms',
  disputed: 'disputed',
  original: 'original',
  basis: 'basis',
  confidence: 'confidence',
  sign: 'sign',
  without: 'without',
  coder: 'coder',
  found: 'query',
};

/** `the filter “official pages” hides 14 rows`; with several filters, the one that hides most is named. */
export function hiddenWords(record: StanceRecord, state: ViewState, hidden: HiddenRows): string {
  return hiddenMessages.hides(hidden.rows, wordsOf(record, state, FIELD_OF[hidden.most]), hidden.others, hidden.by);
}

/**
 * What is said of a pair without a row up to a day: that the reader's filters hide its rows, or null where the record has none.
 *
 * @param holder index of an actor
 */
export function hiddenOfPair(focus: Focus, holder: number, target: number, until: Day): string | null {
  const hidden = focus.hidden.ofPair(holder, target, until);
  return hidden === null ? null : hiddenWords(focus.record, focus.state, hidden);
}

/** What `focus.go` takes to drop the filter that hides most: own words alone are widened to all accounts. */
export function dropMost({ most }: HiddenRows): Partial<ViewState> {
  return most === 'basis' ? { basis: 'all' } : dropOf(FIELD_OF[most]);
}
