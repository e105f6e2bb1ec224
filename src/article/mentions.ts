import { fold } from '../record/fold';
import type { StanceRecord } from '../record/record';
import { nameAt, namesOf, wordsOf, type Names } from '../record/search/names';
import { soundOf } from '../record/search/spelling';
import { wordsIn, type Span, type Word } from './text';

/**
 * How surely a word means an actor. `name`: as the record spells it; `form`: one of its names in another case of its grammar; `sound`:
 * another spelling that sounds alike; `capital`: a state by its capital, as in “Minsk said”.
 */
export type Sureness = 'name' | 'form' | 'sound' | 'capital';

/** An actor named in a text. */
export interface Mention extends Span {
  /** Index into `record.actors`. */
  actor: number;
  /** Others who bear the same name. */
  others: readonly number[];
  sure: Sureness;
}

/** Endings of nouns and adjectives, folded, in the cases of Russian, Belarusian and Ukrainian. */
const CYRILLIC = new Set(
  (
    ' а у е и і ы о я ю є ь ою ею еи ои ом ем ам ям ым им ім ого его ому ему ью ів ах ях ами ями ові еві аю яи аи ии ыи ая ои ую ых их ою ' +
    'ами ага яга аму яму ай эй эи ою цы це ці'
  ).split(' '),
);

/** The same of Polish and Lithuanian. */
const LATIN = new Set(
  (
    ' a e y i u o em iem ie ego iego emu iemu im ym owi om ami ach ej iej ow ych ich ia iu io ii ji ja je ju as is us os ui uje ai es ' +
    'iai ais oje eje ioje uose ams'
  ).split(' '),
);

const isCyrillic = (word: string) => /\p{Script=Cyrillic}/u.test(word);

/** What a word has in front of the ending of its first case, and whether it had such an ending. */
interface Stem {
  stem: string;
  bare: boolean;
}

function stemsOf(word: string): Stem[] {
  const folded = fold(word);
  const cyrillic = isCyrillic(folded);
  const ending = cyrillic ? /(?:ии|ыи|ая|ое|а|я|о|е|ь|и|і|ы)$/ : /(?:ski|cki|a|o|e|y|i|as|is|us|ys)$/;
  const cut = ending.exec(folded)?.[0] ?? '';
  const kept = cut === 'ski' || cut === 'cki' ? folded.slice(0, -1) : folded.slice(0, folded.length - cut.length);
  const stems: Stem[] = [{ stem: kept, bare: kept === folded }];
  // Białoruś ends as Vilnius does, and is no such word.
  if (!cyrillic && cut.endsWith('s')) stems.push({ stem: folded, bare: true });
  // What the grammar changes at a stem's end: Polsce, Łukaszence, Lukašenkos; Рыжанкоў, Рыжанкова.
  if (!cyrillic && /[^s]k$|sk$/.test(kept)) stems.push({ stem: `${kept.slice(0, -1)}c`, bare: false });
  if (!cyrillic && kept.endsWith('d')) stems.push({ stem: `${kept}z`, bare: false });
  if (cyrillic && /[оеё]у$/.test(folded)) stems.push({ stem: `${folded.slice(0, -1)}в`, bare: false });
  if (cyrillic && kept.endsWith('к')) stems.push({ stem: `${kept.slice(0, -1)}ц`, bare: false });
  return stems;
}

interface Inflected {
  actor: number;
  /** Stems of its words; any of each will do. */
  words: readonly (readonly Stem[])[];
}

interface Known {
  names: Names;
  /** Folded names as they are written, to tell a spelling of the record's from one that only sounds like it. */
  written: ReadonlySet<string>;
  /** First words' stems to the names that begin so. */
  stems: ReadonlyMap<string, readonly Inflected[]>;
  /** Capitals by how they sound, and the states whose they are. */
  capitals: readonly { sound: string; state: number }[];
}

const LEAST_STEM = 4;
const known = new WeakMap<StanceRecord, Known>();

function knownOf(record: StanceRecord): Known {
  const before = known.get(record);
  if (before !== undefined) return before;
  const written = new Set<string>();
  const stems = new Map<string, Inflected[]>();
  record.actors.forEach(({ name, aliases, kind }, actor) => {
    const last = kind === 'person' ? wordsOf(name).slice(-1) : [];
    for (const text of [name, ...aliases, ...last]) {
      const words = wordsOf(text);
      const [first = ''] = words;
      if (words.length === 0) continue;
      written.add(words.map(fold).join(' '));
      // Short names and abbreviations have no cases, and a stem of three letters begins too many words.
      if (!/^\p{Lu}/u.test(text) || first === first.toUpperCase()) continue;
      const inflected = { actor, words: words.map(stemsOf) };
      for (const { stem } of inflected.words[0] ?? []) {
        if (stem.length < (isCyrillic(stem) ? LEAST_STEM - 1 : LEAST_STEM)) continue;
        stems.set(stem, [...(stems.get(stem) ?? []), inflected]);
      }
    }
  });
  const capitals: { sound: string; state: number }[] = [];
  for (const place of record.places) {
    if (place.kind !== 'capital') continue;
    const state = record.actors.findIndex(({ kind, country }) => kind === 'state' && country === place.country);
    if (state >= 0) capitals.push({ sound: soundOf(place.name), state });
  }
  const made = { names: namesOf(record), written, stems, capitals };
  known.set(record, made);
  return made;
}

/** Whether a word of a text is a case of a name's word. */
function isForm(word: string, stems: readonly Stem[]): boolean {
  const folded = fold(word);
  const endings = isCyrillic(folded) ? CYRILLIC : LATIN;
  return stems.some(({ stem, bare }) => {
    if (!folded.startsWith(stem)) return false;
    const ending = folded.slice(stem.length);
    // Without an ending it is the stem alone: a word only where the name is one without an ending (`German` is no case of `Germany`).
    return ending === '' ? bare : endings.has(ending);
  });
}

function formAt({ stems }: Known, words: readonly Word[], at: number): { actors: number[]; words: number } | null {
  const first = words[at]?.text ?? '';
  if (!/^\p{Lu}/u.test(first)) return null;
  const folded = fold(first);
  let best: { actors: number[]; words: number } | null = null;
  for (let length = Math.min(folded.length, 24); length >= LEAST_STEM - 1; length--) {
    for (const { actor, words: own } of stems.get(folded.slice(0, length)) ?? []) {
      if (!own.every((stem, i) => isForm(words[at + i]?.text ?? '', stem))) continue;
      if (best === null || own.length > best.words) best = { actors: [actor], words: own.length };
      else if (own.length === best.words && !best.actors.includes(actor)) best.actors.push(actor);
    }
  }
  return best;
}

/** Words after which a capital is a place and not a government: `in Minsk`, `в Минске`, `w Warszawie`. */
const PLACED = new Set([
  'in',
  'at',
  'to',
  'from',
  'near',
  'of',
  'outside',
  'around',
  'в',
  'у',
  'из',
  'во',
  'з',
  'w',
  'z',
  'do',
  'we',
]);

/**
 * The actors that a text names, in order and without overlap, each by the longest name that begins there. A person who is named whole
 * somewhere is meant by the last name elsewhere where several actors bear it.
 */
export function mentionsIn(record: StanceRecord, text: string): Mention[] {
  const lookup = knownOf(record);
  const words = wordsIn(text);
  const plain = words.map((word) => word.text);
  const found: Mention[] = [];
  for (let i = 0; i < words.length; i++) {
    const met = nameAt(lookup.names, plain, i, true);
    const exact =
      met !== null &&
      lookup.written.has(
        plain
          .slice(i, i + met.words)
          .map(fold)
          .join(' '),
      );
    const form = exact ? null : formAt(lookup, words, i);
    const taken = exact || form === null || (met !== null && met.words > form.words) ? met : form;
    const capital = taken === null ? capitalAt(lookup, plain, i) : -1;
    if (taken === null && capital < 0) continue;
    const n = taken?.words ?? 1;
    const [first, last] = [words[i], words[i + n - 1]];
    if (first === undefined || last === undefined) continue;
    const actors = taken?.actors ?? [capital];
    const [actor = -1, ...others] = actors;
    found.push({
      start: first.start,
      end: last.end,
      actor,
      others,
      sure: taken === null ? 'capital' : exact ? 'name' : taken === form ? 'form' : 'sound',
    });
    i += n - 1;
  }
  return settled(found);
}

function capitalAt({ capitals }: Known, words: readonly string[], at: number): number {
  const word = words[at] ?? '';
  if (!/^\p{Lu}/u.test(word) || PLACED.has((words[at - 1] ?? '').toLowerCase())) return -1;
  const sound = soundOf(word);
  // `Минску`, `Варшава`: another script's case of the name that the record has in Latin letters.
  const met = capitals.find((one) => sound.startsWith(one.sound) && /^[aeiou]{0,2}$/.test(sound.slice(one.sound.length)));
  return met?.state ?? -1;
}

/** Where several bear a name, the one whom the text names without doubt elsewhere is meant. */
function settled(mentions: Mention[]): Mention[] {
  const sure = new Set(mentions.filter(({ others }) => others.length === 0).map(({ actor }) => actor));
  return mentions.map((mention) => {
    const all = [mention.actor, ...mention.others];
    const meant = all.filter((actor) => sure.has(actor));
    const [actor] = meant;
    return meant.length === 1 && actor !== undefined ? { ...mention, actor, others: [] } : mention;
  });
}
