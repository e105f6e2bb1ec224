import { actorId, nameOf } from '../record/names';
import { falseDiscovery } from '../analysis/change/pivotRanking';
import { riftInterval, type Growth, type RankedRift, type Rift } from '../analysis/rift/rift';
import type { RiftChance } from '../analysis/rift/riftChance';
import { folding, pairOf, rowsOf, type Slice } from '../analysis/slice';
import type { Running } from '../analysis/stance/stance';
import { GRADE_INTERVAL } from '../analysis/stance/stanceHow';
import { cardAt } from '../analysis/cardAt';
import type { ScoredCard } from '../record/card';
import type { StanceRecord } from '../record/record';
import type { Day } from '../words/calendar';
import { formatDay } from '../words/dates';
import { riftMessages } from '../words/messages/rifts';
import { tieName } from '../words/names';
import { decimal, intervalWords, signed } from '../words/numbers';
import { gradeOf } from '../words/scores';
import type { How } from '../ui/how';

/** `a~b` of a pair of actors, as it stands in the link: the smaller id first, so that a pair has one name. */
export function riftKey(record: StanceRecord, rift: Pick<Rift, 'a' | 'b'>): string {
  return [actorId(record, rift.a), actorId(record, rift.b)].sort().join('~');
}

export function riftName(record: StanceRecord, rift: Pick<Rift, 'a' | 'b'>): string {
  return tieName(nameOf(record, rift.a), nameOf(record, rift.b));
}

/** "Tied by Union State (since 8 December 1999), and 3 more ties." */
export function tiesWords(record: StanceRecord, ties: readonly number[]): string {
  const first = record.ties[ties[0] ?? -1];
  return first === undefined ? '' : riftMessages.tiedBy(first.title, ties.length - 1);
}

/** "narrowed by 0.09 since 1 January 2025, over 1 of the 8": growth counts the third actors known at both dates alone. */
export function growthWords(growth: Growth | null, from: Day, targets: number): string {
  return growth === null ? riftMessages.unknownAt(from) : riftMessages.growth(growth.by, from, overOf(growth, targets));
}

/** The same as a sentence of its own. */
export function growthSentence(growth: Growth | null, from: Day, targets: number): string {
  return growth === null ? riftMessages.unknownThen(from) : riftMessages.grew(growth.by, from, overOf(growth, targets));
}

const overOf = (growth: Growth, of: number) => (growth.targets === of ? null : { some: growth.targets, of });

/** Whether a rift is wider than all but one in twenty that two holders without a difference would show; null before that is known. */
export function beyondChance(rift: Pick<Rift, 'value'>, chance: RiftChance | null | undefined): boolean | null {
  return chance == null ? null : rift.value > chance.high + 1e-9;
}

/** A rift of the list with what chance shows. */
export interface ListedRift {
  rift: RankedRift;
  /** Undefined until it is dealt. */
  chance: RiftChance | null | undefined;
}

export interface RiftGroups {
  /** Wider than chance shows, widest first: these are ranked. */
  beyond: ListedRift[];
  /** No wider than chance shows. */
  within: ListedRift[];
  /** All of them, while one is not yet held against chance: a list that parts itself anew at every step cannot be read. */
  open: ListedRift[];
}

/** Pairs that could be compared, widest first, parted by what chance shows. */
export function riftGroups(listed: readonly ListedRift[]): RiftGroups {
  const beyond = listed.map(({ rift, chance }) => beyondChance(rift, chance));
  if (beyond.includes(null)) return { beyond: [], within: [], open: [...listed] };
  return { beyond: listed.filter((_, i) => beyond[i]), within: listed.filter((_, i) => !beyond[i]), open: [] };
}

/** The least end of a scale of quarters that holds every value and what chance shows. */
export function scaleEnd(listed: readonly ListedRift[]): number {
  const most = Math.max(0.01, ...listed.flatMap(({ rift, chance }) => [rift.value, chance?.high ?? 0]));
  return Math.min(1, Math.ceil(most * 4 - 1e-9) / 4);
}

/** "With as many rows, two holders without a difference would show 0.16, and up to 0.24 in 19 of 20 deals (p = 0.016)." */
export function chanceWords({ mean, high, p, deals }: RiftChance): string {
  return riftMessages.chance(mean, high, p, deals);
}

/** What one holder last said or did about a third actor by the date. */
export interface LastWord extends ScoredCard {
  /** Its quote carries the score on that third actor; else its title stands. */
  quoted: boolean;
}

/** One third actor: how far the two are apart about it, what that adds to the rift, and the last word of each. */
export interface Contribution {
  target: string;
  name: string;
  a: number;
  b: number;
  rowsA: number;
  rowsB: number;
  gap: number;
  /** Share of the rift's sum, 0 to 1. */
  share: number;
  lastA: LastWord | null;
  lastB: LastWord | null;
}

/** The third actors of a rift, widest gap first. */
export function contributionsOf(slice: Slice, rift: Rift, at: Day): Contribution[] {
  const sum = rift.targets.reduce((total, { gap }) => total + gap, 0);
  return rift.targets.map(({ target, a, b, gap }) => ({
    target: actorId(slice.record, target),
    name: nameOf(slice.record, target),
    a: a.value,
    b: b.value,
    rowsA: a.n,
    rowsB: b.n,
    gap,
    share: sum === 0 ? 0 : gap / sum,
    lastA: lastWord(slice, rift.a, target, a.value, at),
    lastB: lastWord(slice, rift.b, target, b.value, at),
  }));
}

/** Words of a name as they stand in a text: "US" is no part of "Belarus". */
function names(text: string, actor: { name: string; aliases: readonly string[] }): boolean {
  const folded = ` ${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  return [actor.name, ...actor.aliases].some((name) => {
    const word = name
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
    return word !== '' && folded.includes(` ${word} `);
  });
}

/**
 * Whether the quote of a row carries the score on this target. A statement may speak of several: its quote stands for one of them where it
 * names this one and none with another score, or where all have one score and it names none of the others.
 */
function carries(slice: Slice, k: number, quote: string): boolean {
  const { record, filters } = slice;
  const { stances, actors } = record;
  const fold = folding(record, filters);
  const row = slice.row[k]!;
  const others = new Map<number, boolean>();
  for (let i = 0; i < stances.n; i++) {
    if (stances.evidence[i] !== stances.evidence[row] || fold(stances.holder[i]!) !== slice.holder[k]) continue;
    const target = fold(stances.target[i]!);
    if (target !== slice.target[k]) others.set(target, stances.score[i] === stances.score[row]);
  }
  const named = [...others].filter(([other]) => names(quote, actors[other]!)).map(([, alike]) => alike);
  if (names(quote, actors[slice.target[k]!]!)) return !named.includes(false);
  return named.length === 0 && ![...others.values()].includes(false);
}

/**
 * The last words of a holder on a target: the latest row whose quote carries the score on that target and has the sign of the stance that
 * it stands beside; else the latest such quote of any sign; where none has one, the title of the latest row.
 */
function lastWord(slice: Slice, holder: number, target: number, value: number, at: Day): LastWord | null {
  const rows = Array.from(rowsOf(slice, pairOf(slice, holder, target))).filter((k) => slice.day[k]! <= at);
  const opened = rows.reverse().map((k) => cardAt(slice, k));
  const quoted = opened.filter(({ k, quote }) => quote !== '' && carries(slice, k, quote));
  const sign = Math.sign(gradeOf(value));
  const found = quoted.find(({ score }) => Math.sign(gradeOf(score)) === sign) ?? quoted[0] ?? opened[0];
  return found === undefined ? null : { ...found, quoted: quoted.includes(found) };
}

/** The headline of the page: which tied pairs disagree by more than chance shows, and how far to trust that. */
export function riftsSentence(record: StanceRecord, groups: RiftGroups, few: number, unknown: number): string {
  const all = [...groups.beyond, ...groups.within, ...groups.open].sort((x, y) => y.rift.value - x.rift.value);
  const sentences = [
    ...leadSentences(record, groups, all),
    ...(few + unknown > 0 ? [riftMessages.notCompared(few, unknown)] : []),
  ];
  return sentences.join(' ');
}

function leadSentences(record: StanceRecord, groups: RiftGroups, all: readonly ListedRift[]): string[] {
  const apart = ({ rift: { a, b, value } }: ListedRift) => ({ a: nameOf(record, a), b: nameOf(record, b), value });
  const [widest] = all;
  const [top] = groups.beyond;
  if (widest === undefined) return [riftMessages.none];
  if (groups.open.length > 0) return [riftMessages.open(all.length, apart(widest))];
  if (top === undefined) return [riftMessages.within(all.length, apart(widest))];
  const first = riftMessages.beyond(all.length, groups.beyond.length, apart(top));
  if (all.length === 1) return [first];
  // Many pairs are looked at: how many would stand out by chance, and whether the first does so over all of them.
  const q = falseDiscovery(all.map(({ chance }) => chance?.p ?? 1))[all.indexOf(top)] ?? 1;
  const holds = q <= 0.05;
  return [first, holds ? riftMessages.holdsOverAll(all.length, q) : riftMessages.wouldByChance(all.length, all.length * 0.05, q)];
}

/** How a rift is computed, third actor by third actor. */
export function riftHow(running: Running, rift: Rift, at: Day, chance: RiftChance | null | undefined): How {
  const { record } = running.slice;
  const interval = riftInterval(running, rift, at);
  const a = nameOf(record, rift.a);
  const b = nameOf(record, rift.b);
  return {
    title: `Rift of ${a} and ${b}, ${formatDay(at)}`,
    figure: `${decimal(rift.value, 2)} on a scale from 0 (agree on everybody) to 1 (opposite ends on everybody)`,
    formula: `Mean over the third actors t that both hold a stance on: |stance(${a}, t) − stance(${b}, t)| / 4.`,
    filled: `(${rift.targets.map(({ a: ofA, b: ofB }) => `|${signed(ofA.value, 2)} − (${signed(ofB.value, 2)})|`).join(' + ')}) / 4 / ${rift.targets.length} = ${decimal(rift.value, 2)}`,
    columns: ['Third actor', a, b, 'Gap / 4', 'Rows'],
    rows: rift.targets.map(({ target, a: ofA, b: ofB, gap }) => ({
      id: null,
      cells: [nameOf(record, target), signed(ofA.value, 2), signed(ofB.value, 2), decimal(gap, 2), `${ofA.n} and ${ofB.n}`],
    })),
    notes: [
      interval === null
        ? 'Nothing in common, so no interval.'
        : `90% interval ${intervalWords(interval)}, from the intervals of the gaps: distances from value to bound, added as squares.`,
      chance == null
        ? 'What chance shows is not dealt yet.'
        : `${chanceWords(chance)} For each third actor the scores of both are put in one pot and dealt anew to the same places, ${chance.deals} times from a stated seed; rows of one occasion are dealt as one.`,
      'A mean of absolute gaps leans upwards where rows are few: so a rift counts as one only where it is wider than that.',
      'Ties say which pairs are compared: alliances, unions, memberships, friendships and summit groups that hold at the date, and treaties where the reader asks for them.',
    ],
    method: 'rifts',
    papers: [
      'Fisher, R. A. (1935). The design of experiments. Oliver and Boyd. (Permutation test.)',
      'Zou, G. Y. and Donner, A. (2008). Construction of confidence limits about effect measures: a general approach. Statistics in Medicine 27.',
      'Benjamini, Y. and Hochberg, Y. (1995). Controlling the false discovery rate. Journal of the Royal Statistical Society B 57.',
      ...GRADE_INTERVAL,
    ],
  };
}
