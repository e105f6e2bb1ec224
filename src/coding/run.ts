import { slugOf } from '../words/slug';
import { rowCard, type CardOriginal } from '../record/card';
import { evidenceOf, nameOf, pairNames } from '../record/names';
import { BASES, type StanceRecord } from '../record/record';
import { GRADE_WORDS, type Grade } from '../words/scores';
import { inSentence } from '../words/names';
import { codingMessages } from '../words/messages/coding';

/** One coder's way through a sample: what is shown of each row, what was answered, and what is still to be asked. */

export const KEYED: readonly Grade[] = [-2, -1, 0, 1, 2];

/** What a coder answered of one stance. */
export interface Answer {
  stance: string;
  /** null: cannot say; undefined: not chosen yet, in a draft. */
  score: Grade | null | undefined;
  reason: string;
  /** Seconds that the row was looked at, whole. */
  seconds: number;
  /** Whether the coder went on: until then it is a draft. */
  done: boolean;
}

/** Who codes. */
export interface Coder {
  /** As `codings` and `coders` name it. */
  id: string;
  name: string;
  /** Side that the coder declares, as the record names it; empty for none. */
  side: string;
}

/** A run as it is kept. The answers stand apart, one by one, so that two tabs never overwrite each other's. */
export interface Run {
  /** Record, coder and sample. */
  key: string;
  record: string;
  coder: Coder;
  /** The sample's words (see `specText`). */
  sample: string;
  /** Ids of the stances, in the order in which they are coded: kept, so that an edit of the record does not move them. */
  stances: string[];
  /** When it was begun, ISO 8601. */
  begun: string;
}

export const runKey = (record: string, coder: string, sample: string): string => `${record} ${coder} ${sample}`;

export type Answers = ReadonlyMap<string, Answer>;

/** What is missing before the coder may go on; empty for nothing. */
export type Missing = '' | 'grade' | 'reason';

/** A grade needs a reason, "cannot say" needs none. */
export function missingOf(draft: { score: Grade | null | undefined; reason: string }): Missing {
  if (draft.score === undefined) return 'grade';
  return draft.score !== null && draft.reason.trim() === '' ? 'reason' : '';
}

/** Places in the run whose stance the record still holds. */
export function codable(record: StanceRecord, run: Run): number[] {
  const known = new Set(record.stances.id);
  return run.stances.flatMap((id, place) => (known.has(id) ? [place] : []));
}

/** The first place without an answer that the record can show; -1 where all are answered. */
export function firstOpen(places: readonly number[], run: Run, answers: Answers): number {
  return places.find((place) => answers.get(run.stances[place] ?? '')?.done !== true) ?? -1;
}

/** A row as a coder sees it: blind to title, outlet, topics and every score. */
export interface CodingRow {
  /** Index into `record.stances`. */
  stance: number;
  date: string;
  /** Who spoke and what they are; `Event` with its place for an event. */
  speaker: string;
  office: string;
  /** What the row is read by: the quote, else the summary, else the title. */
  words: string;
  quoted: boolean;
  translated: boolean;
  /** Stands below the quote; empty where it is what the row is read by. */
  summary: string;
  /** The words that were translated, for who reads their language. */
  original: CardOriginal | null;
  /** `Belarus on Poland`. */
  pair: string;
  /** `Poland`, as it stands in a sentence. */
  target: string;
  /** `How does Belarus stand towards Poland here?` */
  question: string;
}

/** The row of a stance for a coder; null where the record does not hold it. */
export function codingRow(record: StanceRecord, id: string): CodingRow | null {
  const { stances } = record;
  const stance = stances.id.indexOf(id);
  const e = stance < 0 ? -1 : evidenceOf(record, stance);
  const holder = stances.holder[stance];
  const target = stances.target[stance];
  if (e < 0 || holder === undefined || target === undefined) return null;
  const card = rowCard(record, e);
  const quoted = card.quote !== '';
  const name = (actor: number) => inSentence(record.actors[actor] ?? { name: '', kind: '' });
  const attributed = BASES[stances.basis[stance] ?? 0] === 'attribution';
  const by = nameOf(record, stances.attributedBy[stance] ?? -1);
  return {
    stance,
    date: card.date,
    speaker: card.event ? card.remark : card.speaker,
    office: card.office,
    // The title is the dataset's own and may lean: it stands only where there is nothing else.
    words: quoted ? card.quote : card.summary || card.title,
    quoted,
    translated: card.translated,
    summary: quoted ? card.summary : '',
    original: card.original,
    pair: pairNames(record, holder, target),
    target: name(target),
    question: attributed
      ? codingMessages.askedOfAccount(name(holder), name(target), by)
      : codingMessages.asked(name(holder), name(target)),
  };
}

/** Words of an answer for those who hear it: `+1 cooperative`, `cannot say`. */
export function answerWords(score: Grade | null): string {
  return score === null ? codingMessages.cannotSay : codingMessages.grade(score, GRADE_WORDS[score]);
}

/**
 * An id for a coder from a typed name, as the record writes its ids: `Marta K.` is `marta-k`. A name in letters that have no Latin form
 * keeps them; empty for one without a letter or digit.
 */
export function coderId(name: string): string {
  const own = name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return slugOf(name) || own;
}
