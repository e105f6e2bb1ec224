import { fold } from '../fold';
import type { StanceRecord } from '../record';
import { soundOf } from './spelling';

/** The actors' names and other names, looked up by how they sound: in what is typed and in the rows' own words. */

/** A name that was met: the actors that bear it and how many words it is. */
export interface NameMet {
  actors: readonly number[];
  words: number;
}

interface Bearer {
  actor: number;
  /** The name is written with a capital: in running text only a word with one is meant (`The West`, `US`). */
  capital: boolean;
}

export interface Names {
  /** Sounds of a name's words, joined by a space, to who bears it. */
  bearers: ReadonlyMap<string, readonly Bearer[]>;
  /** Most words in a name. */
  longest: number;
  /** Folded one-word names of each actor: what is marked in a text, whichever of them was typed. */
  single: readonly (readonly string[])[];
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** The words of a text; `U.S.` and `US` are one word. */
export function wordsOf(text: string): string[] {
  return text.replace(/\b(\p{Lu})\.(?=\p{Lu}\.)/gu, '$1').match(WORD) ?? [];
}

const known = new WeakMap<StanceRecord, Names>();

/** The names of a record, read once. */
export function namesOf(record: StanceRecord): Names {
  let names = known.get(record);
  if (names === undefined) known.set(record, (names = readNames(record)));
  return names;
}

function readNames({ actors }: StanceRecord): Names {
  const bearers = new Map<string, Bearer[]>();
  let longest = 1;
  const single = actors.map(({ name, aliases, kind }, actor) => {
    const one = new Set<string>();
    // A person is mostly called by the last name alone.
    const last = kind === 'person' ? wordsOf(name).slice(-1) : [];
    for (const text of [name, ...aliases, ...last]) {
      const words = wordsOf(text);
      if (words.length === 0) continue;
      const only = words.length === 1 ? words[0] : undefined;
      if (only !== undefined) one.add(fold(only));
      longest = Math.max(longest, words.length);
      const key = words.map(soundOf).join(' ');
      const list = bearers.get(key) ?? [];
      if (!list.some((bearer) => bearer.actor === actor)) list.push({ actor, capital: /^\p{Lu}/u.test(text) });
      bearers.set(key, list);
    }
    return [...one];
  });
  return { bearers, longest, single };
}

/**
 * The longest name that begins at a word; null where none does.
 *
 * @param running the words stand in running text: a name with a capital is met only where its first word has one, and one of up to three
 *   letters (`US`) only where it is written like that
 */
export function nameAt(names: Names, words: readonly string[], at: number, running: boolean): NameMet | null {
  const sounds: string[] = [];
  let met: NameMet | null = null;
  for (let n = 0; n < names.longest && at + n < words.length; n++) {
    sounds.push(soundOf(words[at + n] ?? ''));
    const list = names.bearers.get(sounds.join(' '));
    if (list === undefined) continue;
    const first = words[at] ?? '';
    const short = n === 0 && first.length <= 3;
    const meant = !running
      ? list
      : list.filter(({ capital }) => !capital || (short ? first === first.toUpperCase() : /^\p{Lu}/u.test(first)));
    if (meant.length > 0) met = { actors: meant.map(({ actor }) => actor), words: n + 1 };
  }
  return met;
}

/** Every actor that a running text names. */
export function namedIn(names: Names, text: string): Set<number> {
  const words = wordsOf(text);
  const found = new Set<number>();
  for (let i = 0; i < words.length; i++) for (const actor of nameAt(names, words, i, true)?.actors ?? []) found.add(actor);
  return found;
}
