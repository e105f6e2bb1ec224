import MiniSearch, { type Query, type SearchResult } from 'minisearch';
import { evidenceText } from '../cell';
import { fold } from '../fold';
import { nameAt, namedIn, namesOf, wordsOf, type Names } from './names';
import { listOf, type Lists, type StanceRecord } from '../record';
import { calendarOf, NO_DAY } from '../../words/calendar';
import { askedDate } from '../../words/askedDates';
import { monthName } from '../../words/dates';

/** One row that a search found. */
export interface Hit {
  /** Index into evidence, actors or sources. */
  index: number;
  /** Higher is better; comparable within one list only. */
  score: number;
  /** Folded words of the row that matched, for `marksIn`. */
  terms: string[];
  /** Whether every word of the query is in the row; false for rows that were offered because no row has them all. */
  all: boolean;
}

export interface Found {
  evidence: Hit[];
  actors: Hit[];
  sources: Hit[];
}

interface Document {
  id: number;
  [field: string]: string | number;
}

interface Part {
  index: MiniSearch<Document>;
  /** Folded text of each row, in which quoted phrases are looked for; made when the first phrase is. */
  texts: Map<number, string>;
  documents: Document[];
}

/** What {@link search} looks through. */
export interface SearchIndex {
  evidence: Part;
  actors: Part;
  sources: Part;
  /** Evidence that rests on each source. */
  bySource: Lists;
  names: Names;
  /** Days between which each row of the evidence lies; NO_DAY where it has no date. */
  first: Int32Array;
  last: Int32Array;
}

/** Words too common to tell rows apart; a query of nothing else finds nothing. */
const STOP = new Set([
  'a',
  'an',
  'and',
  'at',
  'by',
  'for',
  'in',
  'is',
  'it',
  'of',
  'on',
  'or',
  'that',
  'the',
  'to',
  'was',
  'with',
]);

/** How much a word counts by where it stands. */
const BOOST: Record<string, number> = {
  title: 4,
  name: 4,
  aliases: 3,
  quote: 3,
  original: 3,
  speaker: 3,
  outlet: 2,
  author: 2,
  actors: 1.5,
  date: 1.5,
  place: 1.5,
  topics: 1.5,
  notes: 0.5,
  pages: 0.75,
};

/** Stands before an actor's number where a text names it, so that every spelling of its name finds the same rows. */
const NAMED = '\uE000';

function tokenize(text: string): string[] {
  return text.split(/[^\p{L}\p{N}\p{M}\uE000]+/u).filter(Boolean);
}

function processTerm(term: string): string | null {
  const folded = fold(term);
  return STOP.has(folded) ? null : folded;
}

/** A year or day must match exactly: one edit away lies another year; so must a name that was recognised. */
function isNumber(term: string): boolean {
  return /^\uE000?\p{N}+$/u.test(term);
}

function partOf(fields: string[], documents: Document[], names: Names): Part {
  const index = new MiniSearch<Document>({
    fields,
    tokenize: (text, field) => [
      ...tokenize(text),
      ...(field === undefined || field === 'date' ? [] : Array.from(namedIn(names, text), (actor) => `${NAMED}${actor}`)),
    ],
    processTerm,
    searchOptions: {
      tokenize,
      boost: Object.fromEntries(fields.map((field) => [field, BOOST[field] ?? 1])),
      prefix: (term) => term.length > 2 && !isNumber(term),
      fuzzy: (term) => (term.length > 4 && !isNumber(term) ? 0.2 : false),
      weights: { fuzzy: 0.2, prefix: 0.5 },
    },
  });
  index.addAll(documents);
  return { index, texts: new Map(), documents };
}

/** Day, month and year in words, so that `January 2026` finds what was said then; a vague date counts for each month it may mean, none for nothing. */
function dateWords(first: number, last: number): string {
  if (first === NO_DAY) return '';
  const from = calendarOf(first);
  if (first === last) return `${from.day} ${monthName(from.month)} ${from.year}`;
  const to = calendarOf(last);
  const months = (to.year - from.year) * 12 + to.month - from.month;
  if (months > 3) return from.year === to.year ? String(from.year) : `${from.year} ${to.year}`;
  const words: string[] = [];
  for (let i = 0; i <= months; i++) words.push(monthName(((from.month - 1 + i) % 12) + 1));
  return [...words, String(from.year), String(to.year)].join(' ');
}

/** Names and other names of actors, apart from each other. */
function allNames(record: StanceRecord, actors: Iterable<number>): string {
  return [...actors].flatMap((actor) => namesIn(record, actor)).join(' \n ');
}

function namesIn(record: StanceRecord, actor: number): string[] {
  const who = record.actors[actor];
  return who === undefined ? [] : [who.name, ...who.aliases];
}

/** Index of a record's evidence, actors and sources. Takes about a tenth of a millisecond a row. */
export function buildSearch(record: StanceRecord): SearchIndex {
  const { evidence } = record;
  const names = namesOf(record);
  const rows = Array.from({ length: evidence.n }, (_, i): Document => {
    return {
      id: i,
      title: evidence.title[i] ?? '',
      quote: evidenceText(record, i, 'quote'),
      original: evidenceText(record, i, 'quote_original'),
      summary: evidenceText(record, i, 'summary'),
      notes: evidenceText(record, i, 'notes'),
      speaker: allNames(record, [evidence.speaker[i] ?? -1]),
      actors: allNames(record, [evidence.behalf[i] ?? -1, ...listOf(evidence.actors, i)]),
      place: Array.from(listOf(evidence.places, i), (place) => record.places[place]?.name ?? '').join(' \n '),
      topics: Array.from(listOf(evidence.topics, i), (topic) => record.topics[topic] ?? '').join(' '),
      date: dateWords(evidence.first[i] ?? 0, evidence.last[i] ?? 0),
      pages: Array.from(listOf(evidence.sources, i), (source) => record.sources[source]?.title ?? '').join(' \n '),
    };
  });
  const actors = record.actors.map((actor, id): Document => ({ id, name: actor.name, aliases: actor.aliases.join(' \n ') }));
  const sources = record.sources.map(({ title, outlet, author }, id): Document => ({ id, title, outlet, author }));
  const evidenceFields = [
    'title',
    'quote',
    'original',
    'summary',
    'notes',
    'speaker',
    'actors',
    'place',
    'topics',
    'date',
    'pages',
  ];
  return {
    evidence: partOf(evidenceFields, rows, names),
    actors: partOf(['name', 'aliases'], actors, names),
    sources: partOf(['title', 'outlet', 'author'], sources, names),
    bySource: invert(evidence.sources, record.sources.length),
    names,
    first: evidence.first,
    last: evidence.last,
  };
}

/** For each of `n` items the lists that hold it. */
export function invert(lists: Lists, n: number): Lists {
  const start = new Uint32Array(n + 1);
  for (const item of lists.item) start[item + 1] = (start[item + 1] ?? 0) + 1;
  for (let i = 0; i < n; i++) start[i + 1] = (start[i + 1] ?? 0) + (start[i] ?? 0);
  const next = start.slice();
  const item = new Uint32Array(lists.item.length);
  for (let list = 0; list + 1 < lists.start.length; list++) {
    for (const held of listOf(lists, list)) {
      const at = next[held] ?? 0;
      item[at] = list;
      next[held] = at + 1;
    }
  }
  return { start, item };
}

/** One thing that is asked for: any of these words; a name in all its spellings is one thing. */
interface Term {
  /** Folded words, the first of them as typed or the actor's mark. */
  any: string[];
  /** Whether they are exactly these words (names), or may begin longer ones and be a slip away. */
  name: boolean;
}

interface Asked {
  terms: Term[];
  /** What must not be in the row. */
  not: Term[];
  /** Folded phrases that stood in double quotes, and those that must not be there. */
  phrases: string[];
  notPhrases: string[];
  /** Days between which the row must lie. */
  dates: { first: number; last: number }[];
}

const QUOTES = /(^|\s)(-?)["“”„«»]([^"“”„«»]+)["“”„«»]/g;

/**
 * Names, words, dates of digits and quoted phrases of a query, and those with a minus before them. A quote that is not closed yet is being
 * typed, and is words so far.
 */
function asked(query: string, names: Names): Asked {
  const found: Asked = { terms: [], not: [], phrases: [], notPhrases: [], dates: [] };
  const rest = query.replace(QUOTES, (_, before: string, minus: string, phrase: string) => {
    const folded = fold(phrase).replace(/\s+/g, ' ').trim();
    if (folded === '') return before;
    if (minus !== '') {
      found.notPhrases.push(folded);
      return before;
    }
    found.phrases.push(folded);
    for (const word of tokenize(phrase)) pushWord(found.terms, word);
    return before;
  });
  const plain: string[] = [];
  for (const piece of rest.replace(/["“”„«»]/g, ' ').split(/\s+/)) {
    const date = /^\d+[./-]\d+/.test(piece) ? askedDate([piece.replace(/[,;.]$/, '')], 0) : null;
    if (date !== null) found.dates.push(date);
    else if (/^-\p{L}/u.test(piece)) pushTerms(found.not, piece.slice(1), names);
    else plain.push(piece);
  }
  pushTerms(found.terms, plain.join(' '), names);
  return found;
}

function pushWord(terms: Term[], word: string): void {
  const folded = processTerm(word);
  if (folded !== null) terms.push({ any: [folded], name: false });
}

function pushTerms(terms: Term[], text: string, names: Names): void {
  const words = wordsOf(text);
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? '';
    const met = STOP.has(fold(word)) && word !== word.toUpperCase() ? null : nameAt(names, words, i, false);
    if (met === null) {
      pushWord(terms, word);
      continue;
    }
    const singles = met.actors.flatMap((actor) => names.single[actor] ?? []).filter((name) => name.length > 3);
    terms.push({ any: [...met.actors.map((actor) => `${NAMED}${actor}`), ...new Set(singles)], name: true });
    i += met.words - 1;
  }
}

function textOf(part: Part, id: number): string {
  let text = part.texts.get(id);
  if (text === undefined) {
    const cells = Object.entries(part.documents[id] ?? {}).flatMap(([field, cell]) => (field === 'id' ? [] : [cell]));
    text = fold(cells.join(' \n ')).replace(/[^\S\n]+/g, ' ');
    part.texts.set(id, text);
  }
  return text;
}

/** A name begins other words of its kind (`Belarusian`); a common word may be a slip of the keyboard away. */
const queryOf = ({ any, name }: Term): Query => ({
  combineWith: 'OR',
  queries: any,
  ...(name ? { fuzzy: false, prefix: (term: string) => !isNumber(term) } : {}),
});

function run(
  part: Part,
  { terms, not, phrases, notPhrases, dates }: Asked,
  days: Pick<SearchIndex, 'first' | 'last'> | null,
): Hit[] {
  // A query of nothing but common words finds nothing; one of a date alone finds all rows of that date.
  if (terms.length === 0 && (dates.length === 0 || days === null)) return [];
  if (dates.length > 0 && days === null) return [];
  const within = (id: number): boolean =>
    dates.every(({ first, last }) => (days?.first[id] ?? NO_DAY) <= last && (days?.last[id] ?? NO_DAY) >= first);
  const holds = ({ id }: SearchResult): boolean =>
    within(Number(id)) &&
    phrases.every((phrase) => textOf(part, Number(id)).includes(phrase)) &&
    !notPhrases.some((phrase) => textOf(part, Number(id)).includes(phrase));
  const filter = phrases.length + notPhrases.length + dates.length > 0 ? { filter: holds } : {};
  const find = (combineWith: 'AND' | 'OR'): SearchResult[] => {
    const wanted: Query = terms.length === 0 ? MiniSearch.wildcard : { combineWith, queries: terms.map(queryOf) };
    const query: Query =
      not.length === 0
        ? wanted
        : {
            combineWith: 'AND_NOT',
            queries: [wanted, ...not.map((term) => ({ ...(queryOf(term) as object), fuzzy: false }) as Query)],
          };
    return part.index.search(query, filter);
  };
  const strict = find('AND');
  const all = strict.length > 0;
  const results = all || terms.length <= 1 ? strict : find('OR');
  // Every spelling of a name that was asked for is marked where it stands.
  const marks = terms.flatMap(({ any, name }) => (name ? any.filter((word) => !word.startsWith(NAMED)) : []));
  return results.map(({ id, score, terms: matched }) => ({
    index: Number(id),
    score,
    terms: [...matched.filter((term) => !term.startsWith(NAMED)), ...marks],
    all,
  }));
}

/**
 * Rows that match a query, best first: those with all its words, or where there are none those with any. Words match beginnings of
 * words and small slips of the keyboard; letters match with and without marks; an actor is found by each of its names alike, however it
 * is spelled (Рыженков, Ryzenkov); a phrase in double quotes must stand in the row literally; a date in digits is the days on which the
 * row must lie; a minus leaves out; months and years of the date are words too. An empty query finds nothing.
 */
export function search(index: SearchIndex, query: string): Found {
  const words = asked(query, index.names);
  return {
    evidence: run(index.evidence, words, index),
    actors: run(index.actors, words, null),
    sources: run(index.sources, words, null),
  };
}
