import { openEvidence } from '../../record/open';
import type { Source, StanceRecord } from '../../record/record';
import { sourcesLine } from '../../words/sources';
import { referenceOf } from '../reference';
import { formatDate } from '../../words/dates';
import { quoted } from '../../words/names';

/** A row of the record as it stands in a scene: when, who on whom, the score, the words, and who said them where. */
export interface QuoteCard {
  id: string;
  /** "9 September, Poland on Belarus". */
  heading: string;
  /** null where no stance was coded from it. */
  score: number | null;
  /** In quotation marks; empty for an event and where no words were seen: then `title` stands instead. */
  quote: string;
  title: string;
  by: string;
  sourceWords: string;
  sources: Source[];
  /** What the record doubts or disputes about the row; empty for nothing. */
  notes: string;
  summary: string;
}

/** The first words of an actor's description that say what he is, the office in small letters: "prime minister of Poland". */
function officeOf(description: string): string {
  const first = description.split(/[;,.]/)[0]!.trim();
  if (first.split(' ').length > 9) return '';
  const of = first.indexOf(' of ');
  if (of >= 0) return first.slice(0, of).toLowerCase() + first.slice(of);
  // "Russian senator" keeps its capital, "Political analyst" does not.
  return /^(US|UK|EU|\p{Lu}\p{Ll}*(an|ish|ese|ch|i))\b/u.test(first) ? first : first.charAt(0).toLowerCase() + first.slice(1);
}

/**
 * The card of statement or event `e`.
 *
 * @param pair holder and target (ids) of the scene: their stance is the one that the card shows, where the row has it
 */
export function quoteCard(record: StanceRecord, e: number, pair: readonly [string, string] | null): QuoteCard {
  const open = openEvidence(record, e);
  const near = (holder: number, target: number) => {
    const names = [record.actors[holder]!.id, record.actors[target]!.id];
    // Without a pair, or with one that the row is not about, the first target that the row names is what it is about.
    return (pair === null ? 0 : 2 * names.filter((id) => pair.includes(id)).length) + Number(target === open.actors[0]);
  };
  const stance = [...open.stances].sort((a, b) => near(b.holder, b.target) - near(a.holder, a.target) || a.row - b.row)[0];
  const name = (actor: number) => record.actors[actor]?.name ?? '';
  const about = stance === undefined ? '' : `, ${name(stance.holder)} on ${name(stance.target)}`;
  const speaker = record.actors[open.speaker];
  const office = speaker?.kind === 'person' ? officeOf(speaker.description) : '';
  const by = [speaker?.name ?? '', office, open.translated ? 'translated' : ''].filter((part) => part !== '').join(', ');
  const sources = open.sources.flatMap((source) => record.sources[source] ?? []);
  return {
    id: open.id,
    heading: `${capital(open.date)}${about}`,
    score: stance?.score ?? null,
    quote: quoted(open.quote),
    title: open.title,
    by,
    sourceWords: sourcesLine(sources),
    sources,
    notes: open.notes,
    summary: open.summary,
  };
}

/** A heading begins with a capital: "From September 2025". */
function capital(date: string): string {
  return date.charAt(0).toUpperCase() + date.slice(1);
}

/** What an opened link shows where it leads to no statement or event. */
export interface NoteCard {
  title: string;
  lines: string[];
  /** Address of a page that was read, where it is live. */
  url: string;
  sources: Source[];
}

/** The card of a tie, a claim, a hypothesis, an actor, a place or a source; null where a link leads to a row or to nothing. */
export function noteCard(record: StanceRecord, href: string): NoteCard | null {
  const reference = referenceOf(record, href);
  const none = { url: '', sources: [] };
  if (reference.type === 'tie') {
    const { title, summary, sources, start, end } = record.ties[reference.tie]!;
    const span = [start === null ? '' : `From ${formatDate(start)}`, end === null ? '' : `up to ${formatDate(end)}`];
    const lines = [summary, span.filter((part) => part !== '').join(' ')].filter((line) => line !== '');
    return { ...none, title, lines, sources: sources.flatMap((source) => record.sources[source] ?? []) };
  }
  if (reference.type === 'claim') {
    const { claim, verdict, note, source } = record.claims[reference.claim]!;
    const page = record.sources[source];
    return { ...none, title: `Claim: ${claim}`, lines: [`Verdict: ${verdict}.`, note], sources: page ? [page] : [] };
  }
  if (reference.type === 'hypothesis') {
    const { title, description } = record.hypotheses[reference.hypothesis]!;
    return { ...none, title, lines: [description] };
  }
  if (reference.type === 'actor') {
    const { name, description } = record.actors[reference.actor]!;
    return { ...none, title: name, lines: [description] };
  }
  if (reference.type === 'place') return { ...none, title: record.places[reference.place]!.name, lines: [] };
  if (reference.type === 'source') {
    const source = record.sources[reference.source]!;
    return { title: source.title || source.outlet, lines: [], url: source.url, sources: [source] };
  }
  return null;
}
