import { signsAt, SIGN_RULE, weakSide } from '../analysis/balance/signs';
import type { Running } from '../analysis/stance/stance';
import { nameOf } from '../record/names';
import type { StanceRecord } from '../record/record';
import type { Day } from '../words/calendar';
import { list } from '../words/names';
import { TIE_WORDS } from '../words/scores';

/** What stands before the three actors of a link to a triad: `triad:france~germany~russia`. */
const SCHEME = 'triad:';

/** The ids of the three actors that a link names; null for any other link. */
export function triadIn(href: string): readonly [string, string, string] | null {
  if (!href.startsWith(SCHEME)) return null;
  const [a, b, c, more] = href.slice(SCHEME.length).split('~');
  return a && b && c && more === undefined ? [a, b, c] : null;
}

export interface TriadSide {
  /** 0 where the pair has no sign on that day. */
  sign: 1 | -1 | 0;
  weak: boolean;
  /** `France and Germany: hostile`. */
  words: string;
}

/** A triad on a day. */
export interface Triad {
  /** Of its first and second actor, its first and third, its second and third. */
  sides: TriadSide[];
  /** `France, Germany and Russia`. */
  names: string;
  /** What the signs make of it, in words. */
  told: string;
}

/** The signs of a triad on a day, by the rule of the balance page: words and acts first, and ties where these are silent (Cartwright and Harary 1956). */
export function triadAt(record: StanceRecord, running: Running, at: Day, members: readonly [number, number, number]): Triad {
  const graph = signsAt(record, running, at, { ...SIGN_RULE, kinds: [] });
  const sideOf = (one: number, other: number): TriadSide => {
    const edge = graph.edges.find(({ a, b }) => {
      const ends = [graph.actors[a], graph.actors[b]];
      return ends.includes(one) && ends.includes(other);
    });
    const who = list([nameOf(record, one), nameOf(record, other)]);
    if (edge === undefined) return { sign: 0, weak: false, words: `${who}: no sign` };
    return { sign: edge.sign, weak: weakSide(edge.reason) !== null, words: `${who}: ${TIE_WORDS[edge.sign]}` };
  };
  const [a, b, c] = members;
  const sides = [sideOf(a, b), sideOf(a, c), sideOf(b, c)];
  return { sides, names: list(members.map((member) => nameOf(record, member))), told: toldOf(sides.map(({ sign }) => sign)) };
}

/** Three signs in words. */
function toldOf(signs: readonly number[]): string {
  if (signs.includes(0)) return 'Not all three pairs have a sign: the triad is neither balanced nor strained.';
  const hostile = signs.filter((sign) => sign < 0).length;
  if (hostile === 0) return 'Three friends: balanced.';
  if (hostile === 1) return 'Two who are at odds have a friend in common: strained.';
  if (hostile === 2) return 'Two friends have an enemy in common: balanced.';
  return 'Three mutual enemies: strained.';
}
