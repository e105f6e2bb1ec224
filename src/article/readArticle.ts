import type { StanceRecord } from '../record/record';
import type { Day } from '../words/calendar';
import { datesIn, type DateMention } from './datesIn';
import { mentionsIn, type Mention } from './mentions';
import { quotationsIn, type Quotation } from './quotations';
import { isAccording, isPronoun, isSpeech } from './speech';
import { isWithin, sentencesIn, wordCount, wordsIn, type Span } from './text';

/** Who may be the speaker of what is said, and why. */
export interface SpeakerGuess {
  /** Index into `record.actors`. */
  actor: number;
  /** `told`: named beside a verb of speech; `before`: the one who spoke or was named last; `near`: only named nearby. */
  how: 'told' | 'before' | 'near';
}

/** Who is spoken of. */
export interface TargetGuess {
  actor: number;
  /** `within`: named in the words themselves; `beside`: in the sentence that they stand in. */
  how: 'within' | 'beside';
}

/** What a text says that somebody said: his own words, or a sentence that reports them. */
export interface Saying extends Span {
  kind: 'quotation' | 'reported';
  /** The words that would stand in the row. */
  words: Span;
  /** The sentence around it. */
  sentence: Span;
  speakers: readonly SpeakerGuess[];
  targets: readonly TargetGuess[];
  /** The date that it is told by: in its own sentence, else the last one before it in its paragraph; null for none. */
  date: DateMention | null;
}

/** A text as it was read. Pure data about places in it; the text itself is never changed. */
export interface Article {
  text: string;
  /** How many words. */
  words: number;
  sentences: readonly Span[];
  quotations: readonly Quotation[];
  mentions: readonly Mention[];
  dates: readonly DateMention[];
  /** Quotations and reported speech in order. */
  sayings: readonly Saying[];
}

/**
 * Reads a pasted article: its sentences, quotations and reported speech, the record's actors that it names, its dates, and for everything
 * said who may have said it of whom. Nothing leaves the page, and every proposal is one: a person confirms it.
 *
 * @param published the day of the article, from which its dates are counted
 */
export function readArticle(record: StanceRecord, text: string, published: Day): Article {
  const quotations = quotationsIn(text);
  const sentences = sentencesIn(text, quotations);
  const mentions = mentionsIn(record, text);
  const dates = datesIn(text, published);
  // Who is named within somebody's own words is spoken of, and does not speak.
  const telling = mentions.filter((mention) => !quotations.some((one) => isWithin(mention, one.inner)));
  const said: Saying[] = [];
  for (const sentence of sentences) {
    const own = quotations.filter((quotation) => quotation.start < sentence.end && quotation.end > sentence.start);
    const date = dateOf(sentence, text, dates);
    for (const quotation of own) {
      if (said.some(({ words }) => words.start === quotation.inner.start)) continue;
      const words = quotation.inner;
      const speakers = speakersOf(record, text, sentence, own, telling, said, quotation);
      said.push({
        ...pick(quotation),
        kind: 'quotation',
        words,
        sentence,
        speakers,
        targets: targetsOf(record, speakers, words, sentence, mentions),
        date,
      });
    }
    if (own.length > 0) continue;
    const inside = mentions.filter((mention) => isWithin(mention, sentence));
    const verbs = wordsIn(text.slice(sentence.start, sentence.end)).some(isSpeech);
    if (!verbs) continue;
    const speakers = speakersOf(record, text, sentence, own, telling, said, null);
    const targets = targetsOf(record, speakers, sentence, sentence, mentions);
    // A sentence that names nobody beside its speaker reports a stance on nobody.
    if (speakers.length === 0 || targets.length === 0 || inside.length === 0) continue;
    said.push({ ...sentence, kind: 'reported', words: sentence, sentence, speakers, targets, date });
  }
  return {
    text,
    words: wordCount(text),
    sentences,
    quotations,
    mentions,
    dates,
    sayings: said.sort((a, b) => a.start - b.start),
  };
}

const pick = ({ start, end }: Span): Span => ({ start, end });

/** The actor whose stance an actor states: the state of a minister; himself where he speaks for nobody. */
export function holderOf(record: StanceRecord, actor: number): number {
  const behalf = record.actors[actor]?.speaksFor ?? -1;
  return behalf >= 0 ? behalf : actor;
}

function dateOf(sentence: Span, text: string, dates: readonly DateMention[]): DateMention | null {
  const inside = dates.find((date) => isWithin(date, sentence));
  if (inside !== undefined) return inside;
  const before = dates.filter(({ end }) => end <= sentence.start).at(-1);
  if (before === undefined) return null;
  const between = text.slice(before.end, sentence.start).trimEnd();
  // Words that open a paragraph follow what the one before it tells of them.
  const opens = /^["“„«–—-]/.test(text.slice(sentence.start)) && !/[\n\r]/.test(between);
  return opens || !/[\n\r]/.test(text.slice(before.end, sentence.start)) ? before : null;
}

/** Words between a name and its verb, at most, before and after it: `Tusk, speaking in Warsaw, said`; `said the premier, Tusk`. */
const REACH = { before: 9, after: 6 };

function speakersOf(
  record: StanceRecord,
  text: string,
  sentence: Span,
  quotations: readonly Quotation[],
  telling: readonly Mention[],
  said: readonly Saying[],
  quotation: Quotation | null,
): SpeakerGuess[] {
  const words = wordsIn(text.slice(sentence.start, sentence.end))
    .map((word) => ({ ...word, start: word.start + sentence.start, end: word.end + sentence.start }))
    .filter((word) => !quotations.some((one) => isWithin(word, one.inner)));
  const named = telling.filter((mention) => isWithin(mention, sentence));
  const indexOf = (span: Span) => words.findIndex(({ start }) => start >= span.start);
  const verbs = words.flatMap((word, i) => (isSpeech(word) ? [i] : []));
  const weighed = new Map<number, number>();
  for (const mention of named) {
    const at = indexOf(mention);
    if (!canSpeak(record, mention.actor)) continue;
    for (const verb of verbs) {
      const far = verb - at;
      const reach = far > 0 ? REACH.before : REACH.after;
      if (Math.abs(far) > reach) continue;
      // Who stands before the verb is its subject more often than who stands behind it, and a person more often than a state.
      const person = record.actors[mention.actor]?.kind === 'person' ? 4 : 0;
      const place = mention.sure === 'capital' ? -2 : 0;
      // A name in another case is mostly whom the words are to or about; behind `according to` it is who says them.
      const teller = words[verb];
      const according = teller !== undefined && isAccording(teller);
      const cased = mention.sure === 'form' && !according ? -8 : 0;
      const weight = 20 - Math.abs(far) + (far > 0 !== according ? 3 : 0) + person + place + cased;
      weighed.set(mention.actor, Math.max(weight, weighed.get(mention.actor) ?? 0));
    }
  }
  const told = [...weighed].sort(([, a], [, b]) => b - a).map(([actor]): SpeakerGuess => ({ actor, how: 'told' }));
  const pronoun = words.some(isPronoun);
  const byPronoun = pronoun && verbs.length > 0 && told.every(({ actor }) => record.actors[actor]?.kind !== 'person');
  const before = byPronoun || told.length === 0 ? lastSpeaker(record, sentence, telling, said) : [];
  const near =
    told.length + before.length === 0 && quotation !== null
      ? named.filter(({ actor }) => canSpeak(record, actor)).map(({ actor }): SpeakerGuess => ({ actor, how: 'near' }))
      : [];
  const all = byPronoun ? [...before, ...told] : [...told, ...before, ...near];
  // A sentence that only names and reports nobody's words has no speaker by being near one.
  const kept = quotation === null ? all.filter(({ how }) => how === 'told' || (how === 'before' && pronoun)) : all;
  return kept.filter(({ actor }, i) => kept.findIndex((one) => one.actor === actor) === i).slice(0, 4);
}

const canSpeak = (record: StanceRecord, actor: number): boolean => record.actors[actor]?.kind !== 'issue';

/** Who spoke or was named last before a sentence: persons only, the nearest first. */
function lastSpeaker(record: StanceRecord, sentence: Span, telling: readonly Mention[], said: readonly Saying[]): SpeakerGuess[] {
  const named = telling.findLast((mention) => mention.end <= sentence.start && record.actors[mention.actor]?.kind === 'person');
  const speaker = said.at(-1)?.speakers[0];
  // Who has just spoken goes on, unless another person was named since.
  const since = named !== undefined && (said.at(-1)?.end ?? -1) < named.start;
  const order = since ? [named.actor, speaker?.actor] : [speaker?.actor, named?.actor];
  return order.flatMap((actor) => (actor === undefined ? [] : [{ actor, how: 'before' as const }]));
}

function targetsOf(
  record: StanceRecord,
  speakers: readonly SpeakerGuess[],
  words: Span,
  sentence: Span,
  mentions: readonly Mention[],
): TargetGuess[] {
  const speaker = speakers[0]?.actor ?? -1;
  const holder = speaker < 0 ? -1 : holderOf(record, speaker);
  const guesses: TargetGuess[] = [];
  const add = (actor: number, how: TargetGuess['how']) => {
    const target = holderOf(record, actor);
    if (target === holder || target === speaker || guesses.some((guess) => guess.actor === target)) return;
    guesses.push({ actor: target, how });
  };
  for (const mention of mentions) if (isWithin(mention, words) && mention.sure !== 'capital') add(mention.actor, 'within');
  for (const mention of mentions) if (isWithin(mention, words)) add(mention.actor, 'within');
  for (const mention of mentions) if (isWithin(mention, sentence)) add(mention.actor, 'beside');
  return guesses;
}
