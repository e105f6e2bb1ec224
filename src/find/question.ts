import { outletNames, type Facet, type Form } from '../analysis/facets';
import { filterMessages } from '../words/messages/filters';
import { NO_FILTERS, topicWords } from '../focus/filters/filterWords';
import type { ViewState } from '../focus/view';
import { nameAt, namesOf, wordsOf, type Names } from '../record/search/names';
import { fold } from '../record/fold';
import { SOURCE_KINDS, type SourceKind, type StanceRecord } from '../record/record';
import { askedDate } from '../words/askedDates';
import { type Day, dayFrom } from '../words/calendar';
import { slugWords } from '../words/names';

/**
 * A question as a reader types it (`us on belarus sanctions december 2025 official`), read as what the page can be set to: who on whom, on
 * what, when, on whose word. Nothing is guessed that the record does not name: words that are no part of it are searched for.
 */

/** One way to read what was typed. */
export interface Question {
  /** What the state becomes: selection and filters whole, so that nothing set before stays behind; dates only where some were named. */
  patch: Partial<ViewState>;
  /** First and last day that were named, or null where none was. */
  days: { first: Day; last: Day } | null;
  /** What turned is asked: the page of changes answers it. */
  turned: boolean;
  /** How many parts were understood, the words that are searched for not among them. */
  parts: number;
}

/** Words that ask and bind and name nothing; they are dropped where some part was understood. */
const IDLE = new Set(
  'a all an and any are around as at been by did do does for from had has have how i in is it its list me of or said say saying says show tell that the their them there they this to was were between during what when where which who whom whose why with wrote'.split(
    ' ',
  ),
);
const TARGET_ONLY = new Set(['on', 'about', 'towards', 'toward', 'against']);
const TURNED = new Set(['turned', 'turn', 'changed', 'shifted', 'drifted', 'moved', 'softened', 'hardened']);
const SINCE = new Set(['since', 'from', 'after']);
const UNTIL = new Set(['until', 'till', 'to', 'before', 'up']);
const PLACED = new Set(['at', 'in', 'near']);
const SPOKEN = new Set(['by', 'says', 'said']);

/** Words that name a filter's value, apart from the record's own names. */
const SET: readonly (readonly [RegExp, Partial<ViewState>, Facet | ''])[] = [
  [/^(hostile|critical|negative|unfriendly)$/, { sign: 'negative' }, ''],
  [/^(supportive|friendly|positive)$/, { sign: 'positive' }, ''],
  [/^mixed$/, { sign: 'mixed' }, ''],
  [/^(attributed|hearsay)$/, { basis: 'attributed' }, ''],
  [/^high confidence$/, { confidence: 2 }, ''],
  [/^medium confidence$/, { confidence: 1 }, ''],
  [/^disputed$/, { disputed: 'only' }, ''],
  [/^(undisputed)$/, { disputed: 'without' }, ''],
  [/^original( wording| words| language)?$/, { original: 'only' }, ''],
  [/^(statements|words)$/, { forms: ['words'] satisfies Form[] }, 'forms'],
  [/^events$/, { forms: ['events'] satisfies Form[] }, 'forms'],
  [/^(acts|actions|deeds)$/, { forms: ['acts'] satisfies Form[] }, 'forms'],
];

interface Lexicon {
  names: Names;
  topics: Map<string, string>;
  places: Map<string, string>;
  outlets: Map<string, string>;
  kinds: Map<string, SourceKind>;
  sides: Map<string, string>;
  speakers: ReadonlySet<number>;
}

const lexicons = new WeakMap<StanceRecord, Lexicon>();

const keyOf = (text: string): string => wordsOf(fold(text)).join(' ');

function lexiconOf(record: StanceRecord): Lexicon {
  let lexicon = lexicons.get(record);
  if (lexicon !== undefined) return lexicon;
  const keyed = <T>(entries: readonly (readonly [string, T])[]) =>
    new Map(entries.map(([text, value]) => [keyOf(text), value] as const).filter(([key]) => key !== ''));
  lexicon = {
    names: namesOf(record),
    topics: keyed(
      record.topics.flatMap((topic) => [[slugWords(topic), topic] as const, [topicWords(record, topic), topic] as const]),
    ),
    places: keyed(record.places.map(({ id, name }) => [name, id] as const)),
    outlets: keyed(outletNames(record).map((name) => [name, name] as const)),
    kinds: keyed(
      SOURCE_KINDS.flatMap((kind) => {
        const words = filterMessages.sourceKind[kind];
        const one = words.replace(/ies$/, 'y').replace(/(page|tank|journal)s$/, '$1');
        const bare = kind === 'official' || kind === 'opinion' ? [kind] : [];
        return [words, one, slugWords(kind), ...bare].map((text) => [text, kind] as const);
      }),
    ),
    sides: keyed(
      record.sides.flatMap(({ id, label }) => ['side', 'sources', 'media'].map((noun) => [`${label} ${noun}`, id] as const)),
    ),
    speakers: new Set(record.evidence.speaker.filter((speaker) => speaker >= 0)),
  };
  lexicons.set(record, lexicon);
  return lexicon;
}

/** A word of the question. */
interface Word {
  /** As typed, without punctuation at its ends and without its minus. */
  text: string;
  folded: string;
  minus: boolean;
}

type Part =
  | { type: 'actor'; actors: readonly number[]; topic: string; before: string; minus: boolean; text: string }
  | { type: 'topic' | 'place' | 'outlet' | 'kind' | 'side'; value: string; minus: boolean }
  | { type: 'date'; first: Day; last: Day; before: string; wide: number }
  | { type: 'set'; patch: Partial<ViewState>; facet: Facet | ''; minus: boolean }
  | { type: 'turned' }
  | { type: 'word'; word: Word };

const PHRASE = /-?["“”„«»][^"“”„«»]+["“”„«»]/g;
const MOST_WORDS = 8;

/** The parts of a question in order. */
function partsOf(record: StanceRecord, text: string): { parts: Part[]; phrases: string[] } {
  const lexicon = lexiconOf(record);
  const phrases = text.match(PHRASE) ?? [];
  const words = text
    .replace(PHRASE, ' ')
    .split(/\s+/)
    .map((raw): Word => {
      const minus = /^-\p{L}/u.test(raw);
      const bare = (minus ? raw.slice(1) : raw)
        .replace(/^[("'‘’“”«]+|[)"'‘’“”»,;:!?]+$|(?<=\p{L}{2})\.$/gu, '')
        .replace(/['’]s$/, '');
      return { text: bare, folded: fold(bare), minus };
    })
    .filter((word) => word.text !== '');
  const folded = words.map((word) => word.folded);
  const parts: Part[] = [];
  let before = '';
  for (let i = 0; i < words.length;) {
    const word = words[i];
    if (word === undefined) break;
    const read = partAt(lexicon, words, folded, i, before);
    if (read !== null) {
      parts.push(read.part);
      i += read.words;
      before = '';
      continue;
    }
    parts.push({ type: 'word', word });
    before = word.folded;
    i += 1;
  }
  return { parts, phrases };
}

function partAt(
  { names, topics, places, outlets, kinds, sides }: Lexicon,
  words: readonly Word[],
  folded: readonly string[],
  i: number,
  before: string,
): { part: Part; words: number } | null {
  const minus = words[i]?.minus ?? false;
  const around = /^±?(\d{1,3})$/.exec(folded[i] ?? '');
  const unit = { day: 1, days: 1, week: 7, weeks: 7, month: 30, months: 30 }[folded[i + 1] ?? ''];
  if (around !== null && unit !== undefined && (folded[i + 2] === 'around' || folded[i + 2] === 'of')) {
    const date = askedDate(folded, i + 3);
    if (date !== null)
      return {
        part: { type: 'date', first: date.first, last: date.last, before: '', wide: Number(around[1]) * unit },
        words: 3 + date.words,
      };
  }
  const date = askedDate(folded, i);
  if (date !== null) return { part: { type: 'date', first: date.first, last: date.last, before, wide: 0 }, words: date.words };
  if (TURNED.has(folded[i] ?? '')) return { part: { type: 'turned' }, words: 1 };
  // The longest that is known: `state media` before `state`, `union state` before either.
  const flat = words.slice(i, i + MOST_WORDS).map((word) => wordsOf(word.text));
  for (let n = flat.length; n > 0; n--) {
    const own = flat.slice(0, n).flat();
    const key = own.map(fold).join(' ');
    if (key === '') continue;
    for (const [pattern, patch, facet] of SET)
      if (pattern.test(key)) return { part: { type: 'set', patch, facet, minus }, words: n };
    const kind = kinds.get(key);
    if (kind !== undefined) return { part: { type: 'kind', value: kind, minus }, words: n };
    const side = sides.get(key);
    if (side !== undefined) return { part: { type: 'side', value: side, minus }, words: n };
    const place = places.get(key);
    if (place !== undefined && PLACED.has(before)) return { part: { type: 'place', value: place, minus }, words: n };
    const topic = topics.get(key) ?? '';
    const met = nameAt(names, own, 0, false);
    if (met !== null && met.words === own.length && !(n === 1 && IDLE.has(key)))
      return { part: { type: 'actor', actors: met.actors, topic, before, minus, text: own.join(' ') }, words: n };
    if (topic !== '') return { part: { type: 'topic', value: topic, minus }, words: n };
    if (place !== undefined) return { part: { type: 'place', value: place, minus }, words: n };
    const outlet = outlets.get(key);
    // One short word is an outlet only where it is asked for as one: `Politico` is, `News` might be any.
    if (outlet !== undefined && (key.length > 3 || before === 'in' || before === 'from'))
      return { part: { type: 'outlet', value: outlet, minus }, words: n };
  }
  // A plural or an adjective's end is no other topic: `sanction`, `prisoner`.
  const single = topics.get(`${folded[i] ?? ''}s`);
  return single === undefined ? null : { part: { type: 'topic', value: single, minus }, words: 1 };
}

const id = (record: StanceRecord, actor: number): string => record.actors[actor]?.id ?? '';

/** A person or an office that speaks for a state: its words are coded for the state, so that it is followed as the speaker. */
function speaks(record: StanceRecord, actor: number): boolean {
  const who = record.actors[actor];
  return who !== undefined && (who.kind === 'person' || who.speaksFor >= 0) && lexiconOf(record).speakers.has(actor);
}

/**
 * How a question can be read, the likeliest first; none where nothing but words to search for was typed.
 *
 * Two actors are a pair, the first on the second. `on`, `towards`, `about` before one makes it the target, of all holders where none is
 * named. A person before it is the speaker. An actor that is named as a topic is (`NATO`) is also read as the topic.
 */
export function readQuestion(record: StanceRecord, text: string): Question[] {
  const { parts, phrases } = partsOf(record, text);
  const known = parts.filter((part) => part.type !== 'word').length;
  if (known === 0) return [];
  const actors = parts.flatMap((part, at) => (part.type === 'actor' && !part.minus ? [{ ...part, at }] : []));
  const readings: Question[] = [];
  const add = (patch: Partial<ViewState>, extraTopics: readonly string[] = []) =>
    readings.push(questionOf(record, parts, [...phrases, ...searched], patch, extraTopics, known));

  const [a, b] = actors;
  // Actors that are topics as well, beside a pair: `us on belarus nato` asks for the topic.
  const rest = actors.slice(2);
  const topicsBeside = rest.flatMap(({ topic }) => (topic === '' ? [] : [topic]));
  // A third actor that is no topic is searched for by its name.
  const searched = rest.flatMap(({ topic, text: name }) => (topic === '' ? [name] : []));
  if (a === undefined) add({});
  else if (b === undefined) {
    const actor = a.actors[0] ?? -1;
    const one = id(record, actor);
    if (TARGET_ONLY.has(a.before)) {
      add({ targets: [one] });
      if (a.topic !== '') add({}, [a.topic]);
    } else if (speaks(record, actor)) {
      add({ speakers: [one] });
      add({ only: [one] });
    } else {
      if (SPOKEN.has(a.before)) add({ holders: [one] });
      add({ only: [one] });
      if (a.topic !== '') add({}, [a.topic]);
    }
  } else {
    const [first, second] = [a.actors[0] ?? -1, b.actors[0] ?? -1];
    const pairOf = (holder: number, target: number): Partial<ViewState> => {
      if (holder === target) return { only: [id(record, holder)] };
      if (speaks(record, holder)) return { speakers: [id(record, holder)], targets: [id(record, target)] };
      return { pair: [id(record, holder), id(record, target)] };
    };
    // `on belarus by poland`: the target came first.
    const turned = TARGET_ONLY.has(a.before) && !TARGET_ONLY.has(b.before);
    add(turned ? pairOf(second, first) : pairOf(first, second), topicsBeside);
    if (!turned && !TARGET_ONLY.has(b.before)) {
      add(pairOf(second, first), topicsBeside);
      if (b.topic !== '') add({ only: [id(record, first)] }, [b.topic, ...topicsBeside]);
      if (a.topic !== '') add({ only: [id(record, second)] }, [a.topic, ...topicsBeside]);
    }
  }
  return readings;
}

function questionOf(
  record: StanceRecord,
  parts: readonly Part[],
  phrases: readonly string[],
  who: Partial<ViewState>,
  moreTopics: readonly string[],
  known: number,
): Question {
  const kept: Record<Facet, string[]> = emptyFacets();
  const left: Record<Facet, string[]> = emptyFacets();
  const sides: string[] = [];
  const set: Partial<ViewState> = {};
  const search: string[] = [...phrases];
  const dates: Extract<Part, { type: 'date' }>[] = [];
  let turned = false;
  for (const facet of ['only', 'speakers', 'holders', 'targets'] as const) kept[facet].push(...(who[facet] ?? []));
  kept.topics.push(...moreTopics);
  const into = (facet: Facet, value: string, minus: boolean) => (minus ? left : kept)[facet].push(value);
  for (const part of parts) {
    switch (part.type) {
      case 'topic':
        into('topics', part.value, part.minus);
        break;
      case 'kind':
        into('sourceKinds', part.value, part.minus);
        break;
      case 'place':
        into('places', part.value, part.minus);
        break;
      case 'outlet':
        into('outlets', part.value, part.minus);
        break;
      case 'side':
        if (part.minus) set.withoutSide = part.value;
        else sides.push(part.value);
        break;
      case 'actor':
        if (part.minus) left.only.push(id(record, part.actors[0] ?? -1));
        break;
      case 'set':
        if (part.facet === 'forms') for (const form of part.patch.forms ?? []) into('forms', form, part.minus);
        else if (!part.minus) Object.assign(set, part.patch);
        else if (part.patch.disputed === 'only') set.disputed = 'without';
        else if (part.patch.original === 'only') set.original = 'without';
        break;
      case 'date':
        dates.push(part);
        break;
      case 'turned':
        turned = true;
        break;
      case 'word':
        if (part.word.minus) search.push(`-${part.word.text}`);
        else if (!isIdle(part.word.folded)) search.push(part.word.text);
        break;
    }
  }
  // A facet keeps values or leaves some out: where both were asked for, what is left out is searched for with a minus.
  const facets: Partial<Record<Facet, string[]>> = {};
  const but: Facet[] = [];
  for (const facet of Object.keys(kept) as Facet[]) {
    if (kept[facet].length > 0) facets[facet] = kept[facet];
    else if (left[facet].length > 0) {
      facets[facet] = left[facet];
      but.push(facet);
    }
    if (kept[facet].length > 0) search.push(...left[facet].map((value) => `-${value.split('-')[0] ?? value}`));
  }
  const patch: Partial<ViewState> = {
    ...NO_FILTERS,
    actors: [],
    item: '',
    place: '',
    pair: who.pair ?? null,
    ...(facets as Partial<ViewState>),
    ...(sides.length > 0 ? { sides } : {}),
    ...set,
    but,
    query: search.join(' '),
  };
  return { patch, days: daysOf(dates), turned, parts: known };
}

const isIdle = (word: string): boolean => [IDLE, TARGET_ONLY, SINCE, UNTIL].some((words) => words.has(word));

const emptyFacets = (): Record<Facet, string[]> => ({
  topics: [],
  sourceKinds: [],
  only: [],
  speakers: [],
  holders: [],
  targets: [],
  outlets: [],
  places: [],
  forms: [],
});

/** Far ends of `since` and `until`; the record's own span cuts them. */
const OPEN = { first: dayFrom(1, 1, 1), last: dayFrom(9999, 12, 31) };

/** The days that the dates of a question hold together: from the first to the last of those named, or open to one side. */
function daysOf(dates: readonly Extract<Part, { type: 'date' }>[]): Question['days'] {
  if (dates.length === 0) return null;
  const one = dates.length === 1;
  const firsts = dates.map((date) => {
    if (date.before === 'after') return date.last + 1;
    return one && UNTIL.has(date.before) ? OPEN.first : date.first - date.wide;
  });
  const lasts = dates.map((date) => {
    if (date.before === 'before') return date.first - 1;
    return one && SINCE.has(date.before) ? OPEN.last : date.last + date.wide;
  });
  const [first, last] = [Math.min(...firsts), Math.max(...lasts)];
  return first <= last ? { first, last } : null;
}
