import { evidenceText } from '../record/cell';
import { fold } from '../record/fold';
import { listOf, STATEMENT, type StanceRecord } from '../record/record';
import { NO_DAY, type Day } from '../words/calendar';
import { wordsIn } from './text';

/** Rows that may already be what is about to be added. */
export interface Duplicate {
  /** Index into `record.evidence`. */
  e: number;
  /** Days from the nearest day that its date may mean to the nearest that the new one may mean; 0 where they meet. */
  days: number;
  /** Its date lies before the new one's. */
  before: boolean;
  /** Share of the shorter wording's words that stand in both, 0 to 1. */
  likeness: number;
  /** Targets in both, as indices into `record.actors`. */
  shared: readonly number[];
}

/** Days within which a speaker's earlier words are looked at. */
export const NEAR_DAYS = 90;
/** From this share of common words on, two wordings are one. */
export const SAME_WORDING = 0.75;

/** Pairs of neighbouring words, folded: what two wordings of one sentence share and two sentences on one matter do not. */
function pairsOf(text: string): Set<string> {
  const words = wordsIn(text).map((word) => fold(word.text));
  if (words.length === 1) return new Set(words);
  return new Set(words.slice(1).map((word, i) => `${words[i] ?? ''} ${word}`));
}

/**
 * How much of the shorter of two wordings stands in the longer, by pairs of neighbouring words (containment, Broder 1997): 0 for nothing
 * in common, 1 where one holds the other whole.
 */
export function likeness(a: string, b: string): number {
  return contained(pairsOf(a), pairsOf(b));
}

function contained(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  if (small.size === 0) return 0;
  let both = 0;
  for (const pair of small) if (large.has(pair)) both++;
  return both / small.size;
}

/** Wordings of each row, translated and original; a record is not changed after it was read, so that they are taken apart once. */
const wordings = new WeakMap<StanceRecord, readonly (readonly ReadonlySet<string>[])[]>();

function wordingsOf(record: StanceRecord): readonly (readonly ReadonlySet<string>[])[] {
  let known = wordings.get(record);
  if (known === undefined) {
    known = Array.from({ length: record.evidence.n }, (_, e) =>
      record.evidence.kind[e] !== STATEMENT
        ? []
        : ['quote', 'quote_original'].map((column) => pairsOf(evidenceText(record, e, column))).filter(({ size }) => size > 0),
    );
    wordings.set(record, known);
  }
  return known;
}

/** The statement (index into evidence) whose words, translated or not, are these; -1 where no row has them. Fewer than three words are in too many. */
export function rowWithWords(record: StanceRecord, words: string): number {
  if (wordsIn(words).length < 3) return -1;
  const wanted = pairsOf(words);
  let best = -1;
  let most = 0;
  wordingsOf(record).forEach((own, e) => {
    for (const wording of own) {
      const like = contained(wanted, wording);
      if (like < SAME_WORDING || like <= most) continue;
      most = like;
      best = e;
    }
  });
  return best;
}

/** What is about to be added, as far as it is known. */
export interface Newcomer {
  /** Index into `record.actors`, -1 while not chosen. */
  speaker: number;
  /** Days that its date may mean; null while not known. */
  first: Day | null;
  last: Day | null;
  words: string;
  targets: readonly number[];
}

/**
 * Statements that may be the same one: by the same speaker within {@link NEAR_DAYS} days, or in the same words whoever said them. Those in
 * like words come first, then the nearest in time.
 */
export function duplicatesOf(record: StanceRecord, { speaker, first, last, words, targets }: Newcomer): Duplicate[] {
  const { evidence } = record;
  const found: Duplicate[] = [];
  const known = wordingsOf(record);
  const wanted = pairsOf(words);
  const tells = wordsIn(words).length >= 3;
  for (let e = 0; e < evidence.n; e++) {
    if (evidence.kind[e] !== STATEMENT) continue;
    const like = Math.max(0, ...(known[e] ?? []).map((own) => contained(wanted, own)));
    const from = evidence.first[e] ?? NO_DAY;
    const until = evidence.last[e] ?? NO_DAY;
    const dated = first !== null && last !== null && from !== NO_DAY;
    const before = dated && until < first;
    const days = !dated ? Infinity : before ? first - until : Math.max(0, from - last);
    const same = tells && like >= SAME_WORDING;
    const near = speaker >= 0 && evidence.speaker[e] === speaker && days <= NEAR_DAYS;
    if (!same && !near) continue;
    const shared = Array.from(listOf(evidence.actors, e)).filter((actor) => targets.includes(actor));
    found.push({ e, days, before, likeness: like, shared });
  }
  return found.sort(
    (a, b) => Number(b.likeness >= SAME_WORDING) - Number(a.likeness >= SAME_WORDING) || a.days - b.days || a.e - b.e,
  );
}
