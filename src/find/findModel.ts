import { excerpt, hitParts, type Part } from '../focus/hits';
import { evidenceText } from '../record/cell';
import { listOf, type StanceRecord } from '../record/record';
import type { Hit } from '../record/search/search';
import type { Finder } from '../focus/finder';
import { formatDate } from '../words/dates';
import { whenOf } from '../record/when';

/** What the dialog offers for what is typed: actors, rows, sources, and the filter; each with its hits marked. */

export type Offer =
  | { type: 'actor'; key: string; id: string; name: Part[]; facts: string }
  | { type: 'row'; key: string; id: string; title: Part[]; facts: string; words: Part[]; said: boolean }
  | { type: 'source'; key: string; source: number; title: Part[]; facts: string; rows: number }
  | { type: 'filter'; key: string; rows: number }
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

const MOST = { actors: 4, rows: 20, sources: 5, words: 4 };

/** Offers for a query; none for an empty one. */
export function offersFor(record: StanceRecord, { index, search }: Finder, query: string): Offers {
  if (query.trim() === '') return { groups: [], rows: 0, exact: true };
  const found = search(index, query);
  const rows = found.evidence.filter((hit) => hit.all).length;
  const exactActors = found.actors.filter((hit) => hit.all);
  const exactSources = found.sources.filter((hit) => hit.all);
  const exact = rows + exactActors.length + exactSources.length > 0;
  const groups: Group[] = [
    {
      title: 'Actors',
      offers: (exact ? exactActors : found.actors).slice(0, MOST.actors).map((hit) => actorOffer(record, hit, query)),
    },
    {
      title: exact ? 'Statements and events' : 'No row has all these words. Nearest:',
      offers: (exact ? found.evidence.filter((hit) => hit.all) : found.evidence)
        .slice(0, MOST.rows)
        .map((hit) => rowOffer(record, hit.index, query, hit.terms)),
    },
    {
      title: 'Sources',
      offers: (exact ? exactSources : [])
        .map((hit) => sourceOffer(record, index.bySource, hit, query))
        .filter((offer) => offer.rows > 0)
        .slice(0, MOST.sources),
    },
  ];
  if (!exact) groups.push({ title: 'Did you mean', offers: suggestions(index, query) });
  if (rows > 0) groups.push({ title: '', offers: [{ type: 'filter', key: 'filter', rows }] });
  return { groups: groups.filter((group) => group.offers.length > 0), rows, exact };
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
  const { id, title, outlet, author, published } = record.sources[index]!;
  return {
    type: 'source',
    key: `source ${id}`,
    source: index,
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
      if (suggestion !== words.toLowerCase()) seen.add(suggestion);
      if (seen.size >= MOST.words) break;
    }
  }
  return [...seen].slice(0, MOST.words).map((suggestion) => ({ type: 'words', key: `words ${suggestion}`, words: suggestion }));
}
