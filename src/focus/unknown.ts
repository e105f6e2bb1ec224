import { nearest } from '../record/nearest';
import type { StanceRecord } from '../record/record';
import type { ViewState } from './view';

/** Ids of a link that the record does not hold: said, never passed over, for what stands in their place would not be what was linked to. */

export interface UnknownIds {
  what: 'actor' | 'place' | 'topic' | 'source';
  /** As the link has it: `belarus~polnd` for a pair. */
  id: string;
  /** What was probably meant, as the link would have it, and what `focus.go` takes to go there; null where nothing is near. */
  near: { id: string; patch: Partial<ViewState> } | null;
}

const ACTOR_FIELDS = ['actors', 'beside', 'only', 'speakers', 'holders', 'targets'] as const;

/** The first thing that a state names and the record does not hold; null where it holds all of them. */
export function unknownIn(record: StanceRecord, state: ViewState): UnknownIds | null {
  const actor = (id: string) => record.actorIndex.has(id);
  const nearActor = (id: string) => (actor(id) ? id : nearest(id, record.actorIndex.keys()));
  if (state.pair !== null && !state.pair.every(actor)) {
    const [holder, target] = state.pair.map(nearActor);
    const near = holder && target ? { id: `${holder}~${target}`, patch: { pair: [holder, target] as const } } : null;
    return { what: 'actor', id: state.pair.join('~'), near };
  }
  const listed = <Field extends (typeof ACTOR_FIELDS)[number] | 'places' | 'topics'>(
    field: Field,
    what: UnknownIds['what'],
    holds: (id: string) => boolean,
    candidates: Iterable<string>,
  ): UnknownIds | null => {
    const id = state[field].find((one) => !holds(one));
    if (id === undefined) return null;
    const meant = nearest(id, candidates);
    const list = meant === null ? [] : state[field].map((one) => (one === id ? meant : one));
    return { what, id, near: meant === null ? null : { id: meant, patch: { [field]: list } } };
  };
  for (const field of ACTOR_FIELDS) {
    const found = listed(field, 'actor', actor, record.actorIndex.keys());
    if (found !== null) return found;
  }
  if (state.place !== '' && !record.placeIndex.has(state.place)) {
    const meant = nearest(state.place, record.placeIndex.keys());
    return { what: 'place', id: state.place, near: meant === null ? null : { id: meant, patch: { place: meant } } };
  }
  if (state.without !== '' && !record.sourceIndex.has(state.without)) {
    const meant = nearest(state.without, record.sourceIndex.keys());
    return { what: 'source', id: state.without, near: meant === null ? null : { id: meant, patch: { without: meant } } };
  }
  return (
    listed('places', 'place', (id) => record.placeIndex.has(id), record.placeIndex.keys()) ??
    listed('topics', 'topic', (id) => record.topics.includes(id), record.topics)
  );
}

/** The state without what the record does not hold: the way on where nothing is near. */
export const NOTHING_NAMED: Partial<ViewState> = {
  pair: null,
  actors: [],
  beside: [],
  only: [],
  speakers: [],
  holders: [],
  targets: [],
  place: '',
  places: [],
  topics: [],
  without: '',
};
