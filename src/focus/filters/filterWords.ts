import { disputedRows, FACETS, originalRows, outletNames, type Facet, type Form, type Presence } from '../../analysis/facets';
import type { StanceRecord } from '../../record/record';
import { START, type ViewState } from '../view';
import { list, slugWords } from '../../words/names';
import { signWords } from '../../words/scores';
import { sourceName } from '../../words/sources';
import { count, countWord, type Noun } from '../../words/counts';
import { coverageMessages } from '../../words/messages/coverage';

/**
 * The filters in words: the sentence under the masthead, one active filter at a time, and the state without it. Words are neutral and
 * come from the record's own ids; nothing here knows a dataset.
 */

/** Fields of the state that filter rows or lines, in the order of the sentence. */
export const FILTER_FIELDS = [
  'topics',
  'basis',
  'sourceKinds',
  'sides',
  'withoutSide',
  'outlets',
  'confidence',
  'rows',
  'forms',
  'speakers',
  'only',
  'holders',
  'targets',
  'places',
  'actorKinds',
  'sign',
  'without',
  'disputed',
  'original',
  'coder',
  'fold',
  'query',
] as const;
export type FilterField = (typeof FILTER_FIELDS)[number];

/** A filter that differs from the default. */
export interface ActiveFilter {
  field: FilterField;
  /** As it stands in the sentence, e.g. `border and sanctions`. */
  words: string;
  /** As it is named alone, e.g. `topics: border and sanctions`. */
  name: string;
  /** What `focus.go` takes to drop it. */
  drop: Partial<ViewState>;
}

const written = new WeakMap<StanceRecord, Map<string, string>>();

/** A topic as words; one that is also a name in the record is written as that name is (`nato` is NATO). */
export function topicWords(record: StanceRecord, topic: string): string {
  let names = written.get(record);
  if (names === undefined) {
    names = new Map(
      record.actors.flatMap(({ name, aliases }) => [...aliases, name].map((text) => [text.toLowerCase(), text] as const)),
    );
    written.set(record, names);
  }
  return names.get(topic) ?? slugWords(topic);
}

const either = (items: readonly string[]) => list(items, { joint: 'or', most: 3 });

export const BASIS_WORDS = {
  own: { before: 'in the actors’ ', words: 'own words and acts' },
  attributed: { before: 'in ', words: 'what others say of the actors' },
  all: { before: 'in ', words: 'their own words and others’ accounts' },
} as const;
export const CONFIDENCE_WORDS = ['any confidence', 'medium or high confidence', 'high confidence'] as const;
export const SIGN_WORDS = {
  any: 'any sign',
  negative: signWords(false),
  mixed: 'mixed',
  positive: signWords(true),
} as const;
export const FORM_WORDS: Record<Form, string> = { words: 'words', acts: 'acts', events: 'events' };
export const DISPUTED_WORDS: Record<Presence, string> = {
  any: 'disputed or not',
  only: 'disputed rows alone',
  without: 'no disputed rows',
};
export const ORIGINAL_WORDS: Record<Presence, string> = {
  any: 'in the original or not',
  only: 'rows with the original wording',
  without: 'rows without the original wording',
};
export const SOURCE_KIND_WORDS = {
  official: 'official pages',
  'state-media': 'state media',
  'news-agency': 'news agencies',
  'independent-media': 'independent media',
  opinion: 'opinion pages',
  'think-tank': 'think tanks',
  journal: 'journals',
  unspecified: 'sources of a kind that is not said',
} as const;
export const ACTOR_KIND_WORDS = {
  state: 'states',
  organisation: 'organisations',
  alliance: 'alliances',
  person: 'persons',
  movement: 'movements',
  outlet: 'outlets',
  issue: 'issues',
  unspecified: 'actors of a kind that is not said',
} as const;

function actorName(record: StanceRecord, id: string): string {
  const index = record.actorIndex.get(id);
  return index === undefined ? id : record.actors[index]!.name;
}

/** A coder in the sentence. */
export function coderWords(record: StanceRecord, coder: string): string {
  return `coder ${coder}${record.coders.includes(coder) ? '' : ' (unknown)'}`;
}

/** Name of a source in a sentence; of one that the record does not hold, its id. */
export function sourceWords(record: StanceRecord, id: string): string {
  const index = record.sourceIndex.get(id);
  if (index === undefined) return id;
  return sourceName(record.sources[index]!);
}

/** The least rows that a drawn stance rests on: `two rows or more`. */
export function leastRows(n: number): string {
  return `${countWord(n, 'row')} or more`;
}

/** What the record calls a side of its sources; the id of one that it does not know. */
export function sideWords(record: StanceRecord, id: string): string {
  return record.sides.find((side) => side.id === id)?.label ?? id;
}

function placeName(record: StanceRecord, id: string): string {
  return record.places[record.placeIndex.get(id) ?? -1]?.name ?? id;
}

/** What a facet says where nothing is chosen, and what stands before the chosen values where all but those are shown. */
const FACET_WORDS: Record<Facet, { all: string; but: string }> = {
  topics: { all: 'all topics', but: 'all topics but' },
  sourceKinds: { all: 'every kind of source', but: 'every kind of source but' },
  only: { all: 'all actors', but: 'all actors but' },
  speakers: { all: 'any speaker', but: 'any speaker but' },
  holders: { all: 'any holder', but: 'any holder but' },
  targets: { all: 'any target', but: 'any target but' },
  outlets: { all: 'any outlet', but: 'any outlet but' },
  places: { all: 'any place', but: 'any place but' },
  forms: { all: 'words, acts and events', but: 'all but' },
};

/** One chosen value of a facet in words. */
function valueWords(record: StanceRecord, facet: Facet, value: string): string {
  switch (facet) {
    case 'topics':
      return topicWords(record, value);
    case 'sourceKinds':
      return SOURCE_KIND_WORDS[value as keyof typeof SOURCE_KIND_WORDS];
    case 'places':
      return placeName(record, value);
    case 'outlets':
      return value;
    case 'forms':
      return FORM_WORDS[value as Form];
    case 'only':
    case 'speakers':
    case 'holders':
    case 'targets':
      return actorName(record, value);
  }
}

/** Whether a field is a facet: one of which all but the chosen values can be shown. */
export const isFacet = (field: FilterField): field is Facet => (FACETS as readonly string[]).includes(field);

/** The words of one field at its present value; for a default they are the sentence's own words (`all topics`). */
export function wordsOf(record: StanceRecord, state: ViewState, field: FilterField): string {
  if (isFacet(field)) {
    const { all, but } = FACET_WORDS[field];
    if (state[field].length === 0) return all;
    const chosen = either(state[field].map((value) => valueWords(record, field, value)));
    return state.but.includes(field) ? `${but} ${chosen}` : chosen;
  }
  switch (field) {
    case 'basis':
      return BASIS_WORDS[state.basis].words;
    case 'sides':
      return state.sides.length === 0 ? 'every side' : `the ${either(state.sides.map((side) => sideWords(record, side)))} side`;
    case 'withoutSide':
      return state.withoutSide === '' ? 'no side left out' : `any side but ${sideWords(record, state.withoutSide)}`;
    case 'confidence':
      return CONFIDENCE_WORDS[state.confidence];
    case 'rows':
      return leastRows(state.rows);
    case 'actorKinds':
      return state.actorKinds.length === 0
        ? 'actors of every kind'
        : either(state.actorKinds.map((kind) => ACTOR_KIND_WORDS[kind]));
    case 'sign':
      return SIGN_WORDS[state.sign];
    case 'without':
      return state.without === '' ? 'no source left out' : sourceWords(record, state.without);
    case 'disputed':
      return DISPUTED_WORDS[state.disputed];
    case 'original':
      return ORIGINAL_WORDS[state.original];
    case 'coder':
      return state.coder === '' ? 'the agreed scores' : coderWords(record, state.coder);
    case 'fold':
      return state.fold ? 'words about leaders count for their states' : 'leaders apart from their states';
    case 'query':
      return state.query === '' ? 'any words' : `“${state.query}”`;
  }
}

/** What stands before the words of a filter in a sentence about rows: `only with ` Lithuania, but `with ` all actors but Lithuania. */
export function wordsBefore({ but }: Pick<ViewState, 'but'>, field: FilterField): string {
  return field === 'only' && but.includes(field) ? 'with ' : BEFORE[field];
}

const BEFORE: Record<FilterField, string> = {
  topics: 'on ',
  basis: 'in ',
  sourceKinds: 'from ',
  sides: 'on ',
  withoutSide: 'on ',
  outlets: 'read in ',
  confidence: 'at ',
  rows: 'stances that rest on ',
  forms: '',
  speakers: 'in the words of ',
  only: 'only with ',
  holders: 'held by ',
  targets: 'towards ',
  places: 'at ',
  actorKinds: 'between ',
  sign: 'scores that are ',
  without: 'without ',
  disputed: '',
  original: '',
  coder: 'in the eyes of ',
  fold: '',
  query: 'with the words ',
};

/** Whether a record has anything for a filter to choose among. */
export function canAsk(record: StanceRecord, field: FilterField): boolean {
  switch (field) {
    case 'sides':
    case 'withoutSide':
      return record.sides.length > 0;
    case 'outlets':
      return outletNames(record).length > 0;
    case 'places':
      return record.places.length > 0;
    case 'speakers':
      return record.evidence.speaker.some((speaker) => speaker >= 0);
    case 'original':
      return originalRows(record).includes(1);
    case 'disputed':
      return disputedRows(record).includes(1);
    default:
      return true;
  }
}

const NAMES: Record<FilterField, string> = {
  topics: 'topics',
  basis: 'basis',
  sourceKinds: 'sources',
  sides: 'sides of sources',
  withoutSide: 'sides of sources',
  outlets: 'outlets',
  speakers: 'speakers',
  holders: 'holders',
  targets: 'targets',
  places: 'places',
  forms: 'words, acts, events',
  disputed: 'disputed',
  original: 'original wording',
  confidence: 'confidence',
  rows: 'least rows',
  only: 'actors',
  actorKinds: 'kinds of actor',
  sign: 'sign',
  without: 'without source',
  coder: 'scores',
  fold: 'leaders',
  query: 'words',
};

/** The state with one filter back at its default. */
export function dropOf(field: FilterField): Partial<ViewState> {
  return { [field]: START[field] };
}

/** Whether a field differs from its default. */
export function isActive(state: ViewState, field: FilterField): boolean {
  const value = state[field];
  const start = START[field];
  return typeof value === 'object' ? value.length > 0 : value !== start;
}

/** Every filter that differs from the default, in the order of the sentence. */
export function activeFilters(record: StanceRecord, state: ViewState): ActiveFilter[] {
  return FILTER_FIELDS.filter((field) => isActive(state, field)).map((field) => {
    const words = wordsOf(record, state, field);
    return { field, words, name: `${NAMES[field]}: ${words}`, drop: dropOf(field) };
  });
}

/** All filters at their defaults. */
export const NO_FILTERS: Partial<ViewState> = Object.assign({}, ...FILTER_FIELDS.map(dropOf)) as Partial<ViewState>;

/** `434 statements, 81 events, 800 sources`, how many rows have no date, and how many the reader has changed; for a record without stances `6 actors, 34 ties, 6 events`. */
export function recordWords(record: StanceRecord): string {
  const { evidence } = record;
  let events = 0;
  for (let e = 0; e < evidence.n; e++) events += evidence.kind[e]!;
  const parts: [number, Noun][] = [
    [evidence.n - events, 'statement'],
    [events, 'event'],
    [record.sources.length, 'source'],
  ];
  if (record.stances.n === 0) parts.unshift([record.actors.length, 'actor'], [record.ties.length, 'tie']);
  const words = parts.flatMap(([n, noun]) => (n > 0 ? [count(n, noun)] : []));
  return [...words, coverageMessages.undated(evidence.n - evidence.dated), coverageMessages.changed(record.meta.edits ?? 0)]
    .filter(Boolean)
    .join(', ');
}
