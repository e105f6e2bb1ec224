import { fold } from '../../record/fold';
import { own } from '../../record/own';
import { FORMS, outletNames, PRESENCES, type Presence } from '../../analysis/facets';
import { ACTOR_KINDS, SOURCE_KINDS, type StanceRecord } from '../../record/record';
import { filterMessages } from '../../words/messages/filters';
import { coderWords, sideWords, topicWords, type FilterField } from './filterWords';
import type { ViewState } from '../view';
import { capital } from '../../words/names';

/** One line of a filter's list. */
export interface Choice {
  value: string;
  label: string;
  /** A second, quieter line: what a coder is. */
  hint?: string;
  chosen: boolean;
  /** Stances that it would leave, or null where that is not counted. */
  count: number | null;
  /** What `focus.go` takes to choose it, or to take it away again. */
  patch: Partial<ViewState>;
}

/** Fields of which several values may be chosen at once. */
export const MANY: ReadonlySet<FilterField> = new Set([
  'topics',
  'sourceKinds',
  'sides',
  'outlets',
  'forms',
  'speakers',
  'only',
  'holders',
  'targets',
  'places',
  'actorKinds',
]);

/** Heading of a filter's list. */
export const QUESTIONS: Record<FilterField, string> = {
  topics: 'Topics',
  basis: 'On whose word',
  sourceKinds: 'Kinds of source',
  sides: 'Sides of the sources',
  withoutSide: 'Without one side',
  outlets: 'Outlets',
  forms: 'Words, acts, events',
  speakers: 'Who speaks',
  holders: 'Whose stance',
  targets: 'Stance on whom',
  places: 'Places',
  disputed: 'Sources that differ',
  original: 'Original wording',
  confidence: 'How well the sources carry a row',
  rows: 'Least rows behind a drawn stance',
  only: 'Only these actors',
  actorKinds: 'Kinds of actor, at both ends',
  sign: 'Sign of the score',
  without: 'Without one source',
  coder: 'Whose scores',
  fold: 'Leaders',
  query: 'Words in the rows',
};

function toggled<T extends string>(list: readonly T[], value: T): T[] {
  return list.includes(value) ? list.filter((other) => other !== value) : [...list, value];
}

const byCount = (a: Choice, b: Choice) => (b.count ?? 0) - (a.count ?? 0) || a.label.localeCompare(b.label, 'en');
const chosenFirst = (a: Choice, b: Choice) => Number(b.chosen) - Number(a.chosen) || byCount(a, b);

const FORM_HINTS = {
  words: 'what somebody said or wrote',
  acts: 'stances coded from what was done',
  events: 'what happened, with a stance coded from it or without',
} as const;

/** Ids of the actors who speak in some statement. */
function speakersOf(record: StanceRecord): Set<number> {
  return new Set(record.evidence.speaker.filter((speaker) => speaker >= 0));
}

/** Actors at one end of some stance. */
function endsOf(record: StanceRecord, end: 'holders' | 'targets'): Set<number> {
  return new Set(end === 'holders' ? record.stances.holder : record.stances.target);
}

function actorChoices(
  record: StanceRecord,
  actors: ReadonlySet<number>,
  field: 'speakers' | 'holders' | 'targets',
  state: ViewState,
  counts: ReadonlyMap<string, number>,
): Choice[] {
  return record.actors
    .filter(({ id }, actor) => actors.has(actor) || counts.has(id) || state[field].includes(id))
    .map(({ id, name }) => ({
      value: id,
      label: name,
      chosen: state[field].includes(id),
      count: counts.get(id) ?? 0,
      patch: { [field]: toggled(state[field], id) },
    }))
    .sort(chosenFirst);
}

function presences(
  words: Record<Presence, string>,
  now: Presence,
  count: (value: string) => number,
  patch: (value: Presence) => Partial<ViewState>,
): Choice[] {
  return PRESENCES.map((value) => ({
    value,
    label: capital(words[value]),
    chosen: now === value,
    count: count(value),
    patch: patch(value),
  }));
}

/** The choices of a field in the order of the schema (topics and actors: most rows first, then by name). */
export function choicesOf(
  record: StanceRecord,
  state: ViewState,
  field: FilterField,
  counts: ReadonlyMap<string, number>,
): Choice[] {
  const count = (value: string) => counts.get(value) ?? 0;
  switch (field) {
    case 'topics':
      return record.topics
        .map((value) => ({
          value,
          label: capital(topicWords(record, value)),
          chosen: state.topics.includes(value),
          count: count(value),
          patch: { topics: toggled(state.topics, value) },
        }))
        .sort(byCount);
    case 'sourceKinds':
      return SOURCE_KINDS.map((value) => ({
        value,
        label: capital(filterMessages.sourceKind[value]),
        chosen: state.sourceKinds.includes(value),
        count: count(value),
        patch: { sourceKinds: toggled(state.sourceKinds, value) },
      }));
    case 'sides':
      return record.sides.map(({ id, label, description }) => ({
        value: id,
        label: capital(label),
        hint: description,
        chosen: state.sides.includes(id),
        count: count(id),
        patch: { sides: toggled(state.sides, id) },
      }));
    case 'withoutSide':
      return ['', ...record.sides.map(({ id }) => id)].map((value) => ({
        value,
        label: value === '' ? 'No side left out' : `All but ${sideWords(record, value)}`,
        chosen: state.withoutSide === value,
        count: count(value),
        patch: { withoutSide: value },
      }));
    case 'actorKinds':
      return ACTOR_KINDS.filter((kind) => record.actors.some((actor) => actor.kind === kind)).map((value) => ({
        value,
        label: capital(filterMessages.actorKind[value]),
        chosen: state.actorKinds.includes(value),
        count: null,
        patch: { actorKinds: toggled(state.actorKinds, value) },
      }));
    case 'only':
      return record.actors
        .map(({ id, name }) => ({
          value: id,
          label: name,
          chosen: state.only.includes(id),
          count: record.stances.n === 0 ? null : count(id),
          patch: { only: toggled(state.only, id) },
        }))
        .sort(chosenFirst);
    case 'outlets':
      return outletNames(record)
        .map((value) => ({
          value,
          label: value,
          chosen: state.outlets.includes(value),
          count: count(value),
          patch: { outlets: toggled(state.outlets, value) },
        }))
        .sort(chosenFirst);
    case 'forms':
      return FORMS.map((value) => ({
        value,
        label: capital(filterMessages.form[value]),
        hint: FORM_HINTS[value],
        chosen: state.forms.includes(value),
        count: count(value),
        patch: { forms: toggled(state.forms, value) },
      }));
    case 'speakers':
      return actorChoices(record, speakersOf(record), 'speakers', state, counts);
    case 'holders':
    case 'targets':
      return actorChoices(record, endsOf(record, field), field, state, counts);
    case 'places':
      return record.places
        .filter(({ id }) => counts.has(id) || state.places.includes(id))
        .map(({ id, name }) => ({
          value: id,
          label: name,
          chosen: state.places.includes(id),
          count: count(id),
          patch: { places: toggled(state.places, id) },
        }))
        .sort(chosenFirst);
    case 'disputed':
      return presences(filterMessages.disputed, state.disputed, count, (disputed) => ({ disputed }));
    case 'original':
      return presences(filterMessages.original, state.original, count, (original) => ({ original }));
    case 'basis':
      return (['own', 'attributed', 'all'] as const).map((value) => ({
        value,
        label: capital(filterMessages.basis[value]),
        chosen: state.basis === value,
        count: count(value),
        patch: { basis: value },
      }));
    case 'confidence':
      return ([0, 1, 2] as const).map((value) => ({
        value: String(value),
        label: capital(filterMessages.confidence[value] ?? ''),
        chosen: state.confidence === value,
        count: count(String(value)),
        patch: { confidence: value },
      }));
    case 'sign':
      return (['any', 'negative', 'mixed', 'positive'] as const).map((value) => ({
        value,
        label: capital(filterMessages.sign[value]),
        chosen: state.sign === value,
        count: count(value),
        patch: { sign: value },
      }));
    case 'rows':
      return [1, 2, 3, 5, 10].map((value) => ({
        value: String(value),
        label: capital(filterMessages.leastRows(value)),
        chosen: state.rows === value,
        count: null,
        patch: { rows: value },
      }));
    case 'coder':
      return ['', ...record.coders].map((value) => ({
        value,
        label: value === '' ? 'The agreed scores' : capital(coderWords(record, value)),
        hint: own(record.meta.coders, value) ?? '',
        chosen: state.coder === value,
        count: null,
        patch: { coder: value },
      }));
    case 'fold':
      return [false, true].map((value) => ({
        value: String(value),
        label: value ? 'Words about a leader count for the state' : 'Leaders apart from their states',
        chosen: state.fold === value,
        count: null,
        patch: { fold: value },
      }));
    case 'without':
    case 'query':
      return [];
  }
}

/** Choices whose label holds every typed word; the chosen ones stay. At most `limit`. */
export function narrowed(choices: readonly Choice[], typed: string, limit = Infinity): Choice[] {
  const words = fold(typed).split(/\s+/).filter(Boolean);
  return choices.filter((choice) => choice.chosen || words.every((word) => fold(choice.label).includes(word))).slice(0, limit);
}
