import { vagueDate } from '../words/dates';
import { evidenceMessages } from '../words/messages/evidence';
import { list, quoted } from '../words/names';
import { sourcesLine } from '../words/sources';
import { isDisputed } from './dispute';
import { nameOf, pairNames } from './names';
import { openEvidence, type OpenStance } from './open';
import type { Confidence, Source, StanceRecord } from './record';
import { whenOf } from './when';

/**
 * What a row says: one statement or event as every list, card, quote and caption of the page words it. Nothing in it depends on the
 * clock, the filters or the place where it stands; a place chooses which of it to show.
 */

/** One coded stance of a row. */
export interface CardStance {
  /** Index into `record.stances`. */
  row: number;
  /** Who on whom: `Belarus on Poland`. */
  names: string;
  /** The same, and that it is an account where it is one: `Belarus on Poland, as others say`. */
  label: string;
  score: number;
}

/** The words in which a quote was read. */
export interface CardOriginal {
  text: string;
  /** ISO 639 code, or empty. */
  language: string;
  /** What stands over them: `In the original, Russian`. */
  above: string;
}

export interface Card {
  /** Index into `record.evidence`. */
  e: number;
  id: string;
  event: boolean;
  /** Owns up to what is not known: `5 November 2025`, `November 2025, day not known`. */
  date: string;
  /** The same with months cut to three letters, for a line in a list. */
  shortDate: string;
  title: string;
  /** In quotation marks, once; empty for an event and where no words were seen. */
  quote: string;
  /** The quote, else the title: what the row is read by. */
  words: string;
  translated: boolean;
  original: CardOriginal | null;
  summary: string;
  /** Who spoke; empty for an event. */
  speaker: string;
  /** What a person who spoke is, where its description says so in a few words: `foreign minister of Poland`. */
  office: string;
  /** What stands after the speaker, or instead of one: `translated`; `Event, Minsk`. Empty for nothing. */
  remark: string;
  /** Outlet and kind of the first source and how many more: `BelTA, state media and 2 more`; empty without one. */
  sourceLine: string;
  sources: readonly Source[];
  confidence: Confidence;
  notes: string;
  /** The notes say that sources or the parties contradict each other. */
  disputed: boolean;
  /** Those about whom it is read first, see {@link rowCard}. */
  stances: readonly CardStance[];
}

/** The first words of an actor's description that say what he is, the office in small letters: `prime minister of Poland`. */
function officeOf(description: string): string {
  const first = (/^[^;,.]*/.exec(description)?.[0] ?? '').trim();
  if (first.split(' ').length > 9) return '';
  const of = first.indexOf(' of ');
  if (of >= 0) return first.slice(0, of).toLowerCase() + first.slice(of);
  // "Russian senator" keeps its capital, "Political analyst" does not.
  return /^(US|UK|EU|\p{Lu}\p{Ll}*(an|ish|ese|ch|i))\b/u.test(first) ? first : first.charAt(0).toLowerCase() + first.slice(1);
}

/**
 * What statement or event `e` says. Throws a RangeError where there is no such row.
 *
 * @param e index into `record.evidence`
 * @param about actors (indices) whose stances on each other come first; of others, the one on the first actor that the row names
 */
export function rowCard(record: StanceRecord, e: number, about: ReadonlySet<number> = new Set()): Card {
  const open = openEvidence(record, e);
  const when = whenOf(record, e);
  const event = open.kind === 'event';
  const quote = event ? '' : quoted(open.quote);
  const translated = !event && open.translated;
  const speaker = record.actors[open.speaker];
  const sources = open.sources.flatMap((source) => record.sources[source] ?? []);
  const places = open.places.map((place) => record.places[place]?.name ?? '').filter((name) => name !== '');
  const near = ({ holder, target }: OpenStance) =>
    2 * (Number(about.has(holder)) + Number(about.has(target))) + Number(target === open.actors[0]);
  return {
    e,
    id: open.id,
    event,
    date: vagueDate(when),
    shortDate: vagueDate(when, 'short'),
    title: open.title,
    quote,
    words: quote === '' ? open.title : quote,
    translated,
    original: open.original && {
      text: open.original.text,
      language: open.original.language,
      above: evidenceMessages.original(open.original.language, open.original.origin),
    },
    summary: open.summary,
    speaker: speaker?.name ?? '',
    office: speaker?.kind === 'person' ? officeOf(speaker.description) : '',
    remark: event ? evidenceMessages.event(list(places)) : translated ? evidenceMessages.translated : '',
    sourceLine: sourcesLine(sources),
    sources,
    confidence: open.confidence,
    notes: open.notes,
    disputed: isDisputed(record, e),
    stances: [...open.stances]
      .sort((a, b) => near(b) - near(a) || a.row - b.row)
      .map(({ row, holder, target, score, basis }) => {
        const names = pairNames(record, holder, target);
        return { row, names, label: evidenceMessages.holds(names, basis === 'attribution'), score };
      }),
  };
}

/** How a stance was taken, in words: own words, an act, or somebody's account. */
export function basisWords(record: StanceRecord, { basis, attributedBy }: Pick<OpenStance, 'basis' | 'attributedBy'>): string {
  return evidenceMessages.basis(basis, nameOf(record, attributedBy));
}

/** A card whose row is read for one of its stances. */
export interface ScoredCard extends Card {
  /** Position in the slice that it was taken from. */
  k: number;
  /** Score of that stance, as the chosen coder has it. */
  score: number;
}
