import { disputedRows, FACETS, originalRows, outletNames, type Facet, type Form } from '../../analysis/facets';
import type { StanceRecord } from '../../record/record';
import { START, type ViewState } from '../view';
import { inShort, slugWords } from '../../words/names';
import { sourceName } from '../../words/sources';
import { count, type Noun } from '../../words/counts';
import { coverageMessages } from '../../words/messages/coverage';
import { packedMessages } from '../../words/messages/packed';
import { either, filterMessages } from '../../words/messages/filters';
import { piece, type Piece } from '../../words/messages/message';

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

function actorName(record: StanceRecord, id: string): string {
  const index = record.actorIndex.get(id);
  return index === undefined ? id : record.actors[index]!.name;
}

/** A coder in the sentence. */
export function coderWords(record: StanceRecord, coder: string): string {
  return filterMessages.coder(coder, record.coders.includes(coder));
}

/** Name of a source in a sentence; of one that the record does not hold, its id. */
export function sourceWords(record: StanceRecord, id: string): string {
  const index = record.sourceIndex.get(id);
  if (index === undefined) return id;
  return sourceName(record.sources[index]!);
}

/** What the record calls a side of its sources; the id of one that it does not know. */
export function sideWords(record: StanceRecord, id: string): string {
  return record.sides.find((side) => side.id === id)?.label ?? id;
}

function placeName(record: StanceRecord, id: string): string {
  return record.places[record.placeIndex.get(id) ?? -1]?.name ?? id;
}

/** One chosen value of a facet in words. */
function valueWords(record: StanceRecord, facet: Facet, value: string): string {
  switch (facet) {
    case 'topics':
      return topicWords(record, value);
    case 'sourceKinds':
      return filterMessages.sourceKind[value as keyof typeof filterMessages.sourceKind];
    case 'places':
      return placeName(record, value);
    case 'outlets':
      return value;
    case 'forms':
      return filterMessages.form[value as Form];
    case 'only':
    case 'speakers':
    case 'holders':
    case 'targets':
      return actorName(record, value);
  }
}

/** Whether a field is a facet: one of which all but the chosen values can be shown. */
export const isFacet = (field: FilterField): field is Facet => (FACETS as readonly string[]).includes(field);

/** The choice of one field at its present value; for a default it is the sentence's own words (`all topics`). */
export function wordsOf(record: StanceRecord, state: ViewState, field: FilterField): string {
  const said = filterMessages;
  if (isFacet(field)) {
    const { all, but } = said.facet[field];
    if (state[field].length === 0) return all;
    const chosen = either(state[field].map((value) => inShort(valueWords(record, field, value))));
    return state.but.includes(field) ? but(chosen) : chosen;
  }
  switch (field) {
    case 'basis':
      return said.basis[state.basis];
    case 'sides':
      return state.sides.length === 0 ? said.everySide : said.sides(state.sides.map((side) => inShort(sideWords(record, side))));
    case 'withoutSide':
      return state.withoutSide === '' ? said.noSideLeftOut : said.anySideBut(inShort(sideWords(record, state.withoutSide)));
    case 'confidence':
      return said.confidence[state.confidence] ?? '';
    case 'rows':
      return said.leastRows(state.rows);
    case 'actorKinds':
      return state.actorKinds.length === 0 ? said.everyActorKind : either(state.actorKinds.map((kind) => said.actorKind[kind]));
    case 'sign':
      return said.sign[state.sign];
    case 'without':
      return state.without === '' ? said.noSourceLeftOut : inShort(sourceWords(record, state.without));
    case 'disputed':
      return said.disputed[state.disputed];
    case 'original':
      return said.original[state.original];
    case 'coder':
      return state.coder === '' ? said.agreed : filterMessages.coder(inShort(state.coder), record.coders.includes(state.coder));
    case 'fold':
      return state.fold ? said.folded.yes : said.folded.no;
    case 'query':
      return state.query === '' ? said.anyWords : said.words(inShort(state.query));
  }
}

/** One field in a sentence about rows, the choice marked with the field's name: `only with` Lithuania, but `with` all actors but Lithuania. */
export function clauseOf(record: StanceRecord, state: ViewState, field: FilterField): Piece<FilterField>[] {
  const choice = piece(wordsOf(record, state, field), field);
  if (field === 'basis') return filterMessages.basisClause[state.basis](choice);
  if (field === 'only') return filterMessages.onlyClause[state.but.includes(field) ? 'others' : 'these'](choice);
  return filterMessages.clause[field](choice);
}

/** What is shown, as the page's first sentence; `extras` are the fields that are set besides those that always stand in it. */
export function filterSentence(record: StanceRecord, state: ViewState, extras: readonly FilterField[]): Piece<FilterField>[] {
  const choice = (field: FilterField) => piece(wordsOf(record, state, field), field);
  if (record.stances.n === 0) return filterMessages.ofTies(choice('only'), choice('actorKinds'));
  return filterMessages.sentence(
    choice('topics'),
    clauseOf(record, state, 'basis'),
    choice('sourceKinds'),
    choice('confidence'),
    extras.map((field) => clauseOf(record, state, field)),
    choice('rows'),
  );
}

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
    return { field, words, name: filterMessages.named(filterMessages.name[field], words), drop: dropOf(field) };
  });
}

/** All filters at their defaults. */
export const NO_FILTERS: Partial<ViewState> = Object.assign({}, ...FILTER_FIELDS.map(dropOf)) as Partial<ViewState>;

/** `434 statements, 81 events, 800 sources`, how many rows have no date, and how many the reader has changed; for a record without stances `6 actors, 34 ties, 6 events`. */
export function recordWords(record: StanceRecord): string {
  const { evidence, packed } = record;
  if (packed !== undefined) return packedMessages.rows(packed.rows);
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
