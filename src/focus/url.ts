import { FACETS, FORMS, PRESENCES, type Facet } from '../analysis/facets';
import { ACTOR_KINDS, SOURCE_KINDS } from '../record/record';
import { SPEED_RANGE } from './step';
import { LANES, MODES, PAGES, START, STEPS, type Page, type ViewState } from './view';
import { dayOf, isoOf } from '../words/calendar';

/** One field of the state as it stands in a link. `read` gives undefined for text that is no such value: the field is then left alone. */
interface Key<K extends keyof ViewState> {
  field: K;
  write: (value: ViewState[K]) => string;
  read: (text: string) => ViewState[K] | undefined;
}

function key<K extends keyof ViewState>(field: K, write: Key<K>['write'], read: Key<K>['read']): Key<K> {
  return { field, write, read };
}

const day = (text: string): number | undefined => {
  const value = dayOf(text);
  return Number.isNaN(value) ? undefined : value;
};
const slug = (text: string): string | undefined => (/^[\p{L}\p{N}._-]*$/u.test(text) ? text : undefined);
const slugs = (text: string): string[] => text.split('~').filter((part) => part !== '' && slug(part) !== undefined);
/** Whatever a cell may hold: topics, coders and sides are words of the tables' own. */
const words = (text: string): string => text;
const oneOf =
  <T extends string>(choices: readonly T[]) =>
  (text: string): T | undefined =>
    choices.find((choice) => choice === text);
const someOf =
  <T extends string>(choices: readonly T[]) =>
  (text: string): T[] | undefined => {
    const known = slugs(text).flatMap((part) => choices.filter((choice) => choice === part));
    return known.length === 0 && text !== '' ? undefined : known;
  };
const number = (low: number, high: number) => (text: string) => {
  const value = Number(text);
  return text !== '' && value >= low && value <= high ? value : undefined;
};
const plain = (value: string) => value;
const joined = (value: readonly string[]) => value.join('~');
/** Free text in a list: a tilde within it is escaped once more than the link escapes it. */
const texts = {
  write: (value: readonly string[]) => value.map((text) => text.replaceAll('%', '%25').replaceAll('~', '%7E')).join('~'),
  read: (text: string) =>
    text
      .split('~')
      .map((part) => part.replaceAll('%7E', '~').replaceAll('%25', '%'))
      .filter((part) => part !== ''),
};
/** Facets in `but` stand under the names that they have as keys of the link. */
const FACET_KEYS: Record<Facet, string> = {
  topics: 'topic',
  sourceKinds: 'source',
  only: 'only',
  speakers: 'speaker',
  holders: 'holder',
  targets: 'target',
  outlets: 'outlet',
  places: 'where',
  forms: 'form',
};

/** The codec, one row a key: what stands in the link, and how it is read and written. Lists are joined by `~`, which no id contains (see `texts` for those that do). */
const KEYS = {
  data: key('data', plain, slug),
  from: key('from', isoOf, day),
  to: key('to', isoOf, day),
  at: key('at', isoOf, day),
  step: key('step', plain, oneOf(STEPS)),
  speed: key('speed', String, number(...SPEED_RANGE)),
  mode: key('mode', plain, oneOf(MODES)),
  half: key('halfLife', String, number(1, 3650)),
  vs: key('compare', (value) => (value === null ? '' : isoOf(value)), day),
  actor: key('actors', joined, slugs),
  pair: key(
    'pair',
    (value) => (value === null ? '' : joined(value)),
    (text) => {
      const [holder, target, more] = slugs(text);
      return holder !== undefined && target !== undefined && more === undefined ? ([holder, target] as const) : undefined;
    },
  ),
  item: key('item', plain, slug),
  place: key('place', plain, slug),
  beside: key('beside', joined, slugs),
  only: key('only', joined, slugs),
  kind: key('actorKinds', joined, someOf(ACTOR_KINDS)),
  topic: key('topics', texts.write, texts.read),
  source: key('sourceKinds', joined, someOf(SOURCE_KINDS)),
  side: key('sides', texts.write, texts.read),
  'no-side': key('withoutSide', plain, words),
  outlet: key('outlets', texts.write, texts.read),
  speaker: key('speakers', joined, slugs),
  holder: key('holders', joined, slugs),
  target: key('targets', joined, slugs),
  where: key('places', joined, slugs),
  form: key('forms', joined, someOf(FORMS)),
  disputed: key('disputed', plain, oneOf(PRESENCES)),
  original: key('original', plain, oneOf(PRESENCES)),
  but: key(
    'but',
    (value) => joined(value.map((facet) => FACET_KEYS[facet])),
    (text) => {
      const named = FACETS.filter((facet) => slugs(text).includes(FACET_KEYS[facet]));
      return named.length === 0 && text !== '' ? undefined : named;
    },
  ),
  basis: key('basis', plain, oneOf(['own', 'attributed', 'all'] as const)),
  conf: key('confidence', String, (text) => ([0, 1, 2] as const).find((level) => String(level) === text)),
  sign: key('sign', plain, oneOf(['any', 'negative', 'mixed', 'positive'] as const)),
  without: key('without', plain, slug),
  coder: key('coder', plain, words),
  fold: key(
    'fold',
    (value) => (value ? '1' : ''),
    (text) => text === '1',
  ),
  q: key('query', plain, words),
  rows: key('rows', String, (text) => {
    const value = number(1, 1000)(text);
    return value === undefined ? undefined : Math.round(value);
  }),
  lanes: key('lanes', plain, oneOf(LANES)),
  map: key('reading', plain, oneOf(['of', 'towards'] as const)),
};

/** Keys of `extra` carry this prefix, so that a page's own setting can never shadow one of the codec's. */
const EXTRA = 'x-';
/** Settings that stand in a link without the prefix: those that people write by hand. Without a value they are at their start (`start`). */
const BY_HAND: readonly string[] = ['add', 'code'];

/**
 * The state as a string, without the leading `#`: `/page?key=value&…`. The dates always stand in it, everything else only where it
 * differs from the start, so that a link stays short and means the same for ever. A record in which nothing has a date (`undated`) has no dates to name.
 */
export function encodeView(state: ViewState, dates: 'dated' | 'undated' = 'dated'): string {
  const parts: string[] = [];
  for (const [name, codec] of Object.entries(KEYS)) {
    const write = codec.write as (value: unknown) => string;
    const text = write(state[codec.field]);
    const always = name === 'from' || name === 'to' || name === 'at';
    if (always ? dates === 'dated' : text !== write(START[codec.field])) parts.push(`${name}=${escape(text)}`);
  }
  for (const [name, value] of Object.entries(state.extra).sort(([a], [b]) => (a < b ? -1 : 1)))
    parts.push(`${BY_HAND.includes(name) ? '' : EXTRA}${escape(name)}=${escape(value)}`);
  return `/${state.page}?${parts.join('&')}`;
}

/** Like encodeURIComponent, but leaves `~` and `:` readable: both are allowed in a fragment. */
function escape(text: string): string {
  // Half of a letter of two code units has no bytes: an escape in JSON can write one, and it is no reason for an address to fail.
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD'))
    .replace(/%3A/g, ':')
    .replace(/%20/g, '+');
}

/**
 * Reads a state string (with or without `#`, page or `?`) over `base`. A link that names its window is whole: what it does not name
 * is at its start, not at `base`. Text that is no valid value is passed over: a broken link shows the default, never an error.
 */
export function decodeView(text: string, base: ViewState): ViewState {
  const body = text.replace(/^#/, '');
  const mark = body.indexOf('?');
  const path = mark >= 0 ? body.slice(0, mark) : body.startsWith('/') ? body : '';
  const query = mark >= 0 ? body.slice(mark + 1) : body.startsWith('/') ? '' : body;
  const params = new URLSearchParams(query);
  const whole = day(params.get('from') ?? '') !== undefined;
  // The dates have no start of their own: one that is missing or no date is the dataset's.
  const { data, from, to, at } = base;
  const state: ViewState = whole ? { ...START, data, page: base.page, from, to, at } : { ...base };
  // A link to one row alone means that row: the dataset's own first selection would only hide what stands around it.
  if (!whole && params.has('item')) Object.assign(state, { pair: null, actors: [], place: '' });
  const page = pageIn(path);
  if (page !== undefined) state.page = page;
  for (const [name, codec] of Object.entries(KEYS)) {
    const value = params.get(name);
    if (value === null) continue;
    const read = codec.read(value);
    if (read !== undefined) Object.assign(state, { [codec.field]: read });
  }
  const extra: Record<string, string> = {};
  for (const [name, value] of params) if (name.startsWith(EXTRA)) extra[name.slice(EXTRA.length)] = value;
  for (const name of BY_HAND) {
    const value = params.get(name);
    if (value !== null) extra[name] = value === '' ? 'start' : value;
  }
  if (whole || Object.keys(extra).length > 0) state.extra = extra;
  return sound(state);
}

/** Pages by the word that their tab shows, where it is not the name in links. */
const CALLED: Readonly<Record<string, Page>> = { rows: 'evidence', changes: 'change', stories: 'story' };

function pageIn(path: string): Page | undefined {
  const name = path.replaceAll('/', '');
  return PAGES.find((page) => page === name) ?? (Object.hasOwn(CALLED, name) ? CALLED[name] : undefined);
}

/** Keys that a page reads for itself: what stands in them is no view. */
const OF_A_PAGE: readonly string[] = ['add', 'code'];

/** A part of a link that means nothing here: the key (`page` for the page itself) and what stands there. */
export interface PassedOver {
  name: string;
  value: string;
}

/**
 * What `decodeView` passes over in a link, in the order in which it stands there: a page, a key or a value that it does not know, also one
 * of several. What is shown is then less, or other, than what was linked to, and the reader must be told.
 */
export function passedOver(text: string): PassedOver[] {
  const body = text.replace(/^#/, '');
  const mark = body.indexOf('?');
  const path = mark >= 0 ? body.slice(0, mark) : body.startsWith('/') ? body : '';
  const passed: PassedOver[] = [];
  if (path.replaceAll('/', '') !== '' && pageIn(path) === undefined)
    passed.push({ name: 'page', value: path.replaceAll('/', '') });
  const codecs: Readonly<Record<string, { read: (text: string) => unknown }>> = KEYS;
  for (const [name, value] of new URLSearchParams(mark >= 0 ? body.slice(mark + 1) : body.startsWith('/') ? '' : body)) {
    if (name.startsWith(EXTRA) || OF_A_PAGE.includes(name) || value === '') continue;
    const read = Object.hasOwn(codecs, name) ? codecs[name]?.read(value) : undefined;
    const parts = value.split('~').filter((part) => part !== '').length;
    if (read === undefined || (Array.isArray(read) && read.length < parts)) passed.push({ name, value });
  }
  return passed;
}

/** Settings that are the reader's, or of the page that a frame stands in: no row of a record reaches them. */
const NOT_THE_RECORD_S: readonly string[] = ['embed', 'controls', 'theme', 'told', 'notes', 'write', 'about', 'code', 'add'];

/**
 * A view that the record itself names: its first one, or a scene's. It sets clock, focus, filters and how a view is drawn, and nothing
 * else: it puts no frame around the page, hides no masthead, opens no draft and changes nothing that the reader chose for the page.
 */
export function decodeOwnView(text: string, base: ViewState): ViewState {
  const { extra, ...view } = decodeView(text, base);
  const kept = Object.entries(extra).filter(
    ([name, value]) => !NOT_THE_RECORD_S.includes(name) && !(name === 'story' && /^(draft|told):/.test(value)),
  );
  return { ...view, data: base.data, extra: Object.fromEntries(kept) };
}

/** Puts the dates in order and the as-of date within reach of the window; a facet without values has none to leave out. */
export function sound(state: ViewState): ViewState {
  const from = Math.min(state.from, state.to);
  const to = Math.max(state.from, state.to);
  const at = Math.min(Math.max(state.at, from), to);
  const but = FACETS.filter((facet) => state.but.includes(facet) && state[facet].length > 0);
  const settled = from === state.from && to === state.to && at === state.at && but.length === state.but.length;
  return settled ? state : { ...state, from, to, at, but };
}
