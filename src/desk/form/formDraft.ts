import {
  ACTOR_KINDS,
  BASES,
  CONFIDENCES,
  PLACE_KINDS,
  SOURCE_KINDS,
  type ActorKind,
  type Basis,
  type Confidence,
  type PlaceKind,
  type SourceKind,
} from '../../record/record';
import { dayOf } from '../../words/calendar';

/** What is being entered: plain values and ids, so that it is kept as it stands and outlives an edit of the tables. */

/** How exactly the day of a statement is known. */
export const PRECISIONS = ['day', 'month', 'about', 'between'] as const;
export type Precision = (typeof PRECISIONS)[number];

/** The page that was read, as a row of `sources` has it. */
export interface PageDraft {
  address: string;
  title: string;
  outlet: string;
  author: string;
  /** As the table writes it; empty where the page gives none. */
  published: string;
  language: string;
  kind: SourceKind;
  country: string;
  side: string;
  owner: string;
  mirror: boolean;
}

export interface TargetDraft {
  /** Id of an actor. */
  actor: string;
  /** -2 to +2; null while nothing is chosen: there is no default. */
  score: number | null;
  reason: string;
}

/** An actor that the record does not know yet. */
export interface MadeActor {
  id: string;
  name: string;
  kind: ActorKind;
  /** Id of an actor, or empty. */
  speaksFor: string;
  country: string;
}

export interface MadePlace {
  id: string;
  name: string;
  kind: PlaceKind;
  country: string;
  lat: string;
  lon: string;
}

export interface FormDraft {
  id: string;
  /** Ms since 1970. */
  changed: number;
  /** The article as it was pasted; empty for a row that is entered without one. */
  article: string;
  page: PageDraft;
  quote: string;
  /** The words were translated by whoever enters them. */
  translated: boolean;
  original: string;
  originalLanguage: string;
  /** The original is itself what a report in that language gives, not the words as they were spoken. */
  reported: boolean;
  title: string;
  summary: string;
  /** Ids of actors, or empty. */
  speaker: string;
  behalf: string;
  precision: Precision;
  /** Full ISO days; `until` counts for `between` alone. */
  day: string;
  until: string;
  /** Id of a place, or empty. */
  place: string;
  topics: string[];
  confidence: Confidence;
  notes: string;
  basis: Basis;
  attributedBy: string;
  targets: TargetDraft[];
  actors: MadeActor[];
  places: MadePlace[];
  /** Who enters it: id and name in `coders`. */
  coder: string;
  coderName: string;
  /** Ids of rows of which the reader said that they are other statements. */
  others: string[];
}

export const EMPTY_PAGE: PageDraft = {
  address: '',
  title: '',
  outlet: '',
  author: '',
  published: '',
  language: '',
  kind: 'unspecified',
  country: '',
  side: '',
  owner: '',
  mirror: false,
};

/** Everything of a draft that is of one statement and not of its article or its coder. */
const EMPTY_ROW = {
  quote: '',
  translated: false,
  original: '',
  originalLanguage: '',
  reported: false,
  title: '',
  summary: '',
  speaker: '',
  behalf: '',
  precision: 'day' as const,
  day: '',
  until: '',
  place: '',
  topics: [] as string[],
  confidence: 'high' as const,
  notes: '',
  basis: 'statement' as const,
  attributedBy: '',
  targets: [] as TargetDraft[],
  actors: [] as MadeActor[],
  places: [] as MadePlace[],
  others: [] as string[],
};

export function newForm(id: string, changed: number): FormDraft {
  return { id, changed, article: '', page: EMPTY_PAGE, coder: '', coderName: '', ...EMPTY_ROW };
}

/** The same article, page and coder, and an empty row: for the next statement of an article. */
export function nextRow(draft: FormDraft): FormDraft {
  return { ...draft, ...EMPTY_ROW };
}

/** Whether nothing was entered yet that would be lost. */
export function isBlank(draft: FormDraft): boolean {
  return draft.article.trim() === '' && draft.page.address.trim() === '' && isRowBlank(draft);
}

/** Whether nothing of a row was entered yet, whatever is known of its page. */
export function isRowBlank({ quote, title, summary, speaker, targets, notes }: FormDraft): boolean {
  return [quote, title, summary, speaker, notes].every((text) => text.trim() === '') && targets.length === 0;
}

/** The date as the table writes it (EDTF): `2026-01-21`, `2026-01`, `2026-01~`, `2026-01-20/2026-01-22`; empty where no day is given. */
export function dateText({ precision, day, until }: Pick<FormDraft, 'precision' | 'day' | 'until'>): string {
  if (Number.isNaN(dayOf(day))) return '';
  if (precision === 'day') return day;
  if (precision === 'between') return Number.isNaN(dayOf(until)) || until === day ? day : `${day}/${until}`;
  const month = day.slice(0, -3);
  return precision === 'month' ? month : `${month}~`;
}

/** What a date in a text says of the form's fields. */
export function dateFields(edtf: string): Pick<FormDraft, 'precision' | 'day' | 'until'> {
  const [from = '', to = ''] = edtf.split('/');
  if (to !== '') return { precision: 'between', day: from, until: to };
  if (/^\d{4}-\d\d-\d\d$/.test(from)) return { precision: 'day', day: from, until: '' };
  return { precision: from.endsWith('~') ? 'about' : 'month', day: `${from.replace('~', '')}-01`, until: '' };
}

const text = (value: unknown): value is string => typeof value === 'string';
const texts = (value: unknown): string[] => (Array.isArray(value) ? value.filter(text) : []);
const oneOf = <T extends string>(choices: readonly T[], value: unknown, other: T): T =>
  choices.find((choice) => choice === value) ?? other;
const objects = (value: unknown): Record<string, unknown>[] =>
  Array.isArray(value)
    ? value.filter((one): one is Record<string, unknown> => typeof one === 'object' && one !== null && !Array.isArray(one))
    : [];
const object = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};

/** A draft from what a browser kept: what has not the shape of its field is as in an empty one. Null for what is no draft at all. */
export function asForm(kept: unknown): FormDraft | null {
  const all = object(kept);
  if (!text(all['id']) || all['id'] === '') return null;
  const changed = typeof all['changed'] === 'number' && Number.isFinite(all['changed']) ? all['changed'] : 0;
  const empty = newForm(all['id'], changed);
  const textsOf = <T extends object>(from: Record<string, unknown>, shape: T): T =>
    Object.fromEntries(
      Object.entries(shape).map(([name, value]) => [
        name,
        typeof value === typeof from[name] && !Array.isArray(value) && typeof value !== 'object' ? from[name] : value,
      ]),
    ) as T;
  const plain = textsOf(all, empty);
  const page = textsOf(object(all['page']), EMPTY_PAGE);
  return {
    ...plain,
    page: { ...page, kind: oneOf(SOURCE_KINDS, page.kind, 'unspecified') },
    precision: oneOf(PRECISIONS, plain.precision, 'day'),
    confidence: oneOf(CONFIDENCES, plain.confidence, 'high'),
    basis: oneOf(BASES, plain.basis, 'statement'),
    topics: texts(all['topics']),
    others: texts(all['others']),
    targets: objects(all['targets']).flatMap(({ actor, score, reason }) =>
      text(actor)
        ? [{ actor, score: [-2, -1, 0, 1, 2].find((grade) => grade === score) ?? null, reason: text(reason) ? reason : '' }]
        : [],
    ),
    actors: objects(all['actors'])
      .map((one) => textsOf(one, { id: '', name: '', kind: 'person' as ActorKind, speaksFor: '', country: '' }))
      .map((one) => ({ ...one, kind: oneOf(ACTOR_KINDS, one.kind, 'person') }))
      .filter(({ id }) => id !== ''),
    places: objects(all['places'])
      .map((one) => textsOf(one, { id: '', name: '', kind: 'city' as PlaceKind, country: '', lat: '', lon: '' }))
      .map((one) => ({ ...one, kind: oneOf(PLACE_KINDS, one.kind, 'city') }))
      .filter(({ id }) => id !== ''),
  };
}
