import { outletNames } from '../analysis/facets';
import { chooseRows, titleOf } from '../analysis/chosenRows';
import { clockFor } from '../focus/reach';
import type { Focus } from '../focus/focus.svelte';
import { activeFilters, clauseOf, NO_FILTERS, topicWords } from '../focus/filters/filterWords';
import { plainText } from '../words/messages/message';
import { excerpt, hitParts, type Part } from '../focus/hits';
import type { ViewState } from '../focus/view';
import { fold } from '../record/fold';
import { evidenceText } from '../record/cell';
import { listOf, type StanceRecord } from '../record/record';
import { tieCard, tieOfId, tiesFound, type TieCard } from '../record/tieCard';
import type { Hit } from '../record/search/search';
import type { Finder } from '../focus/finder';
import { formatDate } from '../words/dates';
import { whenOf } from '../record/when';
import { calendarOf } from '../words/calendar';
import { count } from '../words/counts';
import { rangeWords } from '../words/dates';
import { capital } from '../words/names';
import { answerOf, wordsAnswer, type Answer } from './answer';
import { readQuestion, type Question } from './question';

/**
 * What the dialog offers for what is typed: ways to read it as a question, what has that id or address, actors, topics, places, outlets,
 * rows, sources, and the filter. What leads to rows says how many, and those are the rows that it leads to.
 */

export type Offer =
  | { type: 'actor'; key: string; id: string; name: Part[]; facts: string }
  | { type: 'row'; key: string; id: string; title: Part[]; facts: string; words: Part[]; said: boolean }
  | {
      type: 'source';
      key: string;
      source: number;
      title: Part[];
      /** ISO 639 code, or empty. */ language: string;
      facts: string;
      rows: number;
    }
  | { type: 'view'; key: string; title: Part[]; facts: string; answer: Answer; page: 'change' | null }
  | { type: 'tie'; key: string; id: string; title: Part[]; facts: string }
  | { type: 'words'; key: string; words: string };

export interface Group {
  title: string;
  offers: Offer[];
}

export interface Offers {
  groups: Group[];
  /** Rows that hold every word. */
  rows: number;
  /** Some row holds every word; otherwise what is offered is only near. */
  exact: boolean;
}

const MOST = { readings: 3, actors: 4, named: 5, rows: 20, ties: 5, sources: 5, words: 4 };

/**
 * Offers for a query; none for an empty one.
 *
 * @param now the state from which the reader asks: the window it is widened from
 */
export function offersFor(record: StanceRecord, finder: Finder, now: ViewState, query: string): Offers {
  const { index, search } = finder;
  if (query.trim() === '') return { groups: [], rows: 0, exact: true };
  const found = search(index, query);
  const rows = found.evidence.filter((hit) => hit.all).length;
  const exactActors = found.actors.filter((hit) => hit.all);
  const exactSources = found.sources.filter((hit) => hit.all);
  const readings = readingOffers(record, finder, now, query);
  const pointed = pointedOffers(record, index.bySource, query);
  const named = namedOffers(record, finder, now, query);
  const ties = tiesFound(record, query);
  const exact =
    rows + exactActors.length + exactSources.length + readings.length + pointed.length + named.length + ties.length > 0;
  const groups: Group[] = [
    { title: 'By its id or address', offers: pointed },
    { title: 'Read as a question', offers: readings },
    {
      title: 'Actors',
      offers: (exact ? exactActors : found.actors).slice(0, MOST.actors).map((hit) => actorOffer(record, hit, query)),
    },
    { title: 'Topics, places and outlets', offers: named },
    {
      title: rows > 0 || !exact ? (exact ? 'Statements and events' : 'No row has all these words. Nearest:') : 'Nearest rows',
      offers: (rows > 0 ? found.evidence.filter((hit) => hit.all) : found.evidence)
        .slice(0, MOST.rows)
        .map((hit) => rowOffer(record, hit.index, query, hit.terms)),
    },
    { title: 'Ties', offers: ties.slice(0, MOST.ties).map((card) => tieOffer(card, query)) },
    {
      title: 'Sources',
      offers: (exact ? exactSources : [])
        .map((hit) => sourceOffer(record, index.bySource, hit, query))
        .filter((offer) => offer.rows > 0)
        .slice(0, MOST.sources),
    },
  ];
  if (!exact) groups.push({ title: 'Did you mean', offers: suggestions(index, query) });
  if (rows > 0) groups.push({ title: '', offers: [filterOffer(record, finder, now, query.trim())] });
  return { groups: groups.filter((group) => group.offers.length > 0), rows, exact };
}

/** What an answer shows, as the filter sentence says it: `United States on Belarus, on sanctions, from official pages, December 2025`. */
export function answerWords(record: StanceRecord, { state }: Answer): string {
  const selected = state.pair !== null || state.actors.length > 0 || state.place !== '' ? [titleOf(record, state)] : [];
  const filters = activeFilters(record, state).flatMap(({ field }) =>
    field === 'rows' ? [] : [plainText(clauseOf(record, state, field))],
  );
  return capital([...selected, ...filters, rangeWords(state.from, state.to)].join(', '));
}

const countWords = ({ rows, undated }: Answer): string =>
  undated === 0 ? count(rows, 'row') : `${count(rows, 'row')} and ${undated} without a date`;

const plain = (text: string): Part[] => [{ text, hit: false }];

function viewOffer(record: StanceRecord, answer: Answer, facts: string, page: 'change' | null): Offer {
  const title = answerWords(record, answer);
  return { type: 'view', key: `view ${title}`, title: plain(title), facts, answer, page };
}

/**
 * The readings that some row answers. Where the likeliest names only what the record knows and yet no row answers it, that is the answer: it
 * stands there with none, and after it the question without the one part that hides most.
 */
function readingOffers(record: StanceRecord, finder: Finder, now: ViewState, query: string): Offer[] {
  const readings = readQuestion(record, query).map((question) => ({
    question,
    answer: answerOf(record, finder, now, question),
    page: question.turned ? ('change' as const) : null,
  }));
  const answered = readings.filter(({ answer }) => answer.rows + answer.undated > 0);
  if (answered.length > 0)
    return answered.slice(0, MOST.readings).map(({ answer, page }) => viewOffer(record, answer, countWords(answer), page));
  const [first] = readings;
  if (first === undefined || first.answer.state.query !== '' || first.question.parts < 2) return [];
  const dropped = withoutOne(record, finder, now, first.question);
  if (dropped === null) return [];
  return [
    viewOffer(record, first.answer, `no rows; without “${dropped.words}” ${countWords(dropped.answer)}`, first.page),
    viewOffer(record, dropped.answer, countWords(dropped.answer), first.page),
  ];
}

/** A question without the one filter, or the dates, whose absence brings most rows; null where none brings any. */
function withoutOne(
  record: StanceRecord,
  finder: Finder,
  now: ViewState,
  question: Question,
): { answer: Answer; words: string } | null {
  const tries: { question: Question; words: string }[] = activeFilters(record, { ...now, ...question.patch })
    .filter(({ field }) => field !== 'rows')
    .map(({ field, drop }) => ({
      question: { ...question, patch: { ...question.patch, ...drop } },
      words: plainText(clauseOf(record, { ...now, ...question.patch }, field)),
    }));
  const { days } = question;
  if (days !== null) tries.push({ question: { ...question, days: null }, words: rangeWords(days.first, days.last) });
  let best: { answer: Answer; words: string } | null = null;
  for (const { question: less, words } of tries) {
    const answer = answerOf(record, finder, now, less);
    if (answer.rows > (best?.answer.rows ?? 0)) best = { answer, words };
  }
  return best;
}

const NOTHING_SELECTED = { ...NO_FILTERS, pair: null, actors: [], item: '', place: '', basis: 'all' } as const;

function filterOffer(record: StanceRecord, finder: Finder, now: ViewState, query: string): Offer {
  const answer = wordsAnswer(record, finder, now, { ...NOTHING_SELECTED, query });
  return {
    type: 'view',
    key: 'filter',
    title: plain(`Filter everything by “${query}”`),
    facts: countWords(answer),
    answer,
    page: null,
  };
}

/** Topics, places and outlets of which a word begins as what is typed, each with the rows that it leads to. */
function namedOffers(record: StanceRecord, finder: Finder, now: ViewState, query: string): Offer[] {
  const words = fold(query.trim()).split(/\s+/);
  if (words.join('').length < 3) return [];
  const begins = (text: string) => {
    const own = fold(text).split(/[^\p{L}\p{N}.]+/u);
    return words.every((word) => own.some((part) => part.startsWith(word)));
  };
  const found: [what: string, name: string, patch: Partial<ViewState>][] = [
    ...record.topics.map((topic): [string, string, Partial<ViewState>] => [
      'topic',
      topicWords(record, topic),
      { topics: [topic] },
    ]),
    ...record.places.map(({ id, name }): [string, string, Partial<ViewState>] => ['place', name, { places: [id] }]),
    ...outletNames(record).map((name): [string, string, Partial<ViewState>] => ['outlet', name, { outlets: [name] }]),
  ];
  return found
    .filter(([, name]) => begins(name))
    .slice(0, 20)
    .map(([what, name, patch]): Extract<Offer, { type: 'view' }> => {
      const answer = wordsAnswer(record, finder, now, { ...NOTHING_SELECTED, ...patch });
      return {
        type: 'view',
        key: `${what} ${name}`,
        title: hitParts(capital(name), query),
        facts: `${what}, ${countWords(answer)}`,
        answer,
        page: null,
      };
    })
    .filter(({ answer }) => answer.rows + answer.undated > 0)
    .sort((a, b) => b.answer.rows - a.answer.rows)
    .slice(0, MOST.named);
}

const bareAddress = (text: string): string =>
  text
    .toLowerCase()
    .replace(/^[a-z]+:\/\/(www\.)?/, '')
    .replace(/\/+$/, '');

/** What has the typed text as its id (or the id in a link to it), and the sources that were read at an address. */
function pointedOffers(record: StanceRecord, bySource: Finder['index']['bySource'], query: string): Offer[] {
  const text = query.trim();
  if (/\s/.test(text)) return [];
  const id = /[?&]item=([^&]+)/.exec(text)?.[1] ?? text;
  const e = record.evidenceIndex.get(id) ?? evidenceOfStance(record, id);
  if (e !== undefined) return [rowOffer(record, e, '', [])];
  const tie = tieOfId(record, id);
  if (tie >= 0) return [tieOffer(tieCard(record, tie), '')];
  const actor = record.actorIndex.get(id);
  if (actor !== undefined && /-/.test(id)) return [actorOffer(record, { index: actor, score: 0, terms: [], all: true }, '')];
  const address = bareAddress(text);
  const isAddress = /^[a-z]+:\/\//i.test(text) || /^[\w-]+(\.[\w-]+)+\//.test(text);
  return record.sources.flatMap((source, index) => {
    const own = bareAddress(source.url);
    if (source.id !== id && !(isAddress && address.length > 4 && own !== '' && own.startsWith(address))) return [];
    return [sourceOffer(record, bySource, { index, score: 0, terms: [], all: true }, '')];
  });
}

/** The row from which the stance of an id was coded. */
function evidenceOfStance(record: StanceRecord, id: string): number | undefined {
  const stance = record.stances.id.indexOf(id);
  return stance < 0 ? undefined : record.stances.evidence[stance];
}

/** The rows that rest on a source, newest first. */
export function rowsOfSource(record: StanceRecord, { index }: Finder, source: number): Offer[] {
  return Array.from(listOf(index.bySource, source))
    .sort((a, b) => b - a)
    .map((e) => rowOffer(record, e, '', []));
}

function actorOffer(record: StanceRecord, { index, terms }: Hit, query: string): Offer {
  const { id, name, kind, speaksFor, aliases } = record.actors[index]!;
  const behind = record.actors[speaksFor];
  const marked = hitParts(name, query, terms);
  // A name that was found by another spelling says which.
  const holds = (text: string) => hitParts(text, query).some((part) => part.hit);
  const alias = holds(name) ? undefined : aliases.find(holds);
  const facts = [kind, behind === undefined ? '' : `speaks for ${behind.name}`, alias === undefined ? '' : `also ${alias}`];
  return { type: 'actor', key: `actor ${id}`, id, name: marked, facts: facts.filter(Boolean).join(', ') };
}

function tieOffer({ id, title, kind, members, span }: TieCard, query: string): Offer {
  return { type: 'tie', key: `tie ${id}`, id, title: hitParts(title, query), facts: [kind, members, span].join(', ') };
}

function rowOffer(record: StanceRecord, e: number, query: string, terms: readonly string[]): Offer {
  const { evidence, actors, sources } = record;
  const speaker = actors[evidence.speaker[e]!]?.name ?? 'Event';
  const outlet = sources[listOf(evidence.sources, e)[0] ?? -1]?.outlet ?? '';
  const quote = evidenceText(record, e, 'quote');
  const words = quote === '' ? evidenceText(record, e, 'summary') : `“${quote}”`;
  return {
    type: 'row',
    key: `row ${e}`,
    id: evidence.id[e]!,
    title: hitParts(evidence.title[e]!, query, terms),
    facts: [dateOf(record, e), speaker, outlet].filter(Boolean).join(', '),
    words: hitParts(excerpt(words, query, terms), query, terms),
    said: quote !== '',
  };
}

function dateOf(record: StanceRecord, e: number): string {
  return formatDate(whenOf(record, e));
}

function sourceOffer(
  record: StanceRecord,
  bySource: Finder['index']['bySource'],
  { index, terms }: Hit,
  query: string,
): Extract<Offer, { type: 'source' }> {
  const { id, title, outlet, author, published, language } = record.sources[index]!;
  return {
    type: 'source',
    key: `source ${id}`,
    source: index,
    language: title === '' ? '' : language,
    title: hitParts(title === '' ? outlet : title, query, terms),
    facts: [title === '' ? '' : outlet, author, published === null ? '' : formatDate(published)].filter(Boolean).join(', '),
    rows: listOf(bySource, index).length,
  };
}

function suggestions(index: Finder['index'], query: string): Offer[] {
  const seen = new Set<string>();
  const words = query.trim();
  for (const part of [index.evidence, index.actors, index.sources]) {
    for (const { suggestion } of part.index.autoSuggest(words, { fuzzy: 0.4, combineWith: 'OR' })) {
      // What stands for a recognised name is no word that anybody types.
      if (suggestion !== words.toLowerCase() && !/\uE000/.test(suggestion)) seen.add(suggestion);
      if (seen.size >= MOST.words) break;
    }
  }
  return [...seen].slice(0, MOST.words).map((suggestion) => ({ type: 'words', key: `words ${suggestion}`, words: suggestion }));
}

/**
 * What moves so that a row that is opened is in view: the window is widened to it and the hand set on it where it lies outside, and a
 * selection that it does not belong to is dropped. Filters stay: the opened row says where one hides it.
 */
export function reaching(focus: Focus, id: string): Partial<ViewState> {
  const { record, slice, state } = focus;
  const e = record.evidenceIndex.get(id);
  if (e === undefined) return {};
  const patch: Partial<ViewState> = chooseRows(slice, state).rows.includes(e) ? {} : { pair: null, actors: [], place: '' };
  return { ...patch, ...clockFor(record, state, e) };
}

/** A question that the record answers, as an example: its two most quoted actors, a topic and a year. */
export function exampleFor({ stances, actors, topics, evidence, span }: StanceRecord): string {
  const counts = new Map<string, number>();
  for (let i = 0; i < stances.n; i++) {
    const key = `${stances.holder[i]} ${stances.target[i]}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const [key] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
  const [holder, target] = (key ?? '').split(' ').map(Number);
  const names = [actors[holder ?? -1]?.name, actors[target ?? -1]?.name];
  if (names.includes(undefined)) return actors[0]?.name ?? '';
  const used = new Uint32Array(topics.length);
  for (const topic of evidence.topics.item) used[topic] = (used[topic] ?? 0) + 1;
  const topic = topics[used.indexOf(Math.max(...used))]?.replaceAll('-', ' ');
  const year = span === null ? '' : String(calendarOf(span[1]).year - 1);
  return [names[0], 'on', names[1], topic, year].filter(Boolean).join(' ');
}
