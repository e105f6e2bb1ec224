import { riftInterval, type RankedRift, type Rift, type RiftRanking } from '../analysis/rift/rift';
import { pairOf, rowsOf, type Slice } from '../analysis/slice';
import type { Running } from '../analysis/stance/stance';
import { friendlyPairs } from '../analysis/rift/tied';
import { openEvidence } from '../record/open';
import type { StanceRecord, TieKind } from '../record/record';
import type { How } from '../ui/how';
import { formatDay } from '../words/dates';
import type { Day } from '../words/calendar';
import { signed } from '../words/numbers';

/** `a~b` of a pair of actors, as it stands in the link: the smaller id first, so that a pair has one name. */
export function riftKey(record: StanceRecord, rift: Pick<Rift, 'a' | 'b'>): string {
  return [record.actors[rift.a]!.id, record.actors[rift.b]!.id].sort().join('~');
}

export function riftName(record: StanceRecord, rift: Pick<Rift, 'a' | 'b'>): string {
  return `${record.actors[rift.a]!.name} and ${record.actors[rift.b]!.name}`;
}

const CLOSE: ReadonlySet<TieKind> = new Set(['alliance', 'union', 'membership', 'friendship', 'summit-group']);

/** The ranking at `at` without pairs that nothing but a treaty ties. */
export function closeOnly(record: StanceRecord, ranking: RiftRanking, at: Day): RiftRanking {
  const close = ({ ties }: { ties: readonly number[] }) => ties.some((tie) => CLOSE.has(record.ties[tie]!.kind));
  const ranked = ranking.ranked.filter(close);
  const few = ranking.few.filter(close);
  const all = friendlyPairs(record, at).filter(close).length;
  return { ranked, few, unknown: all - ranked.length - few.length };
}

/** "Union State (since 8 December 1999) and 3 more ties". */
export function tiesWords(record: StanceRecord, ties: readonly number[]): string {
  const first = record.ties[ties[0] ?? -1];
  if (first === undefined) return '';
  const more = ties.length - 1;
  return `${first.title}${more > 0 ? `, and ${more} more ${more === 1 ? 'tie' : 'ties'}` : ''}`;
}

/** "grew by 0.12 since 1 January 2025", over the third actors known on both dates. */
export function growthWords(growth: number | null, from: Day): string {
  if (growth === null) return `not known at ${formatDay(from)}`;
  if (Math.abs(growth) < 0.005) return `as wide as at ${formatDay(from)}`;
  return `${growth > 0 ? 'grew' : 'narrowed'} by ${Math.abs(growth).toFixed(2)} since ${formatDay(from)}`;
}

/** What one holder last said or did about a third actor by the date. */
export interface LastWord {
  id: string;
  date: string;
  who: string;
  text: string;
  quoted: boolean;
  score: number;
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
    target: slice.record.actors[target]!.id,
    name: slice.record.actors[target]!.name,
    a: a.value,
    b: b.value,
    rowsA: a.n,
    rowsB: b.n,
    gap,
    share: sum === 0 ? 0 : gap / sum,
    lastA: lastWord(slice, rift.a, target, at),
    lastB: lastWord(slice, rift.b, target, at),
  }));
}

/** The latest row with a quote; where none has one, the latest row. */
function lastWord(slice: Slice, holder: number, target: number, at: Day): LastWord | null {
  const rows = Array.from(rowsOf(slice, pairOf(slice, holder, target))).filter((k) => slice.day[k]! <= at);
  const opened = rows
    .reverse()
    .map((k) => ({ k, row: openEvidence(slice.record, slice.record.stances.evidence[slice.row[k]!]!) }));
  const found = opened.find(({ row }) => row.quote !== '') ?? opened[0];
  if (found === undefined) return null;
  const { k, row } = found;
  return {
    id: row.id,
    date: row.date,
    who: row.speaker >= 0 ? slice.record.actors[row.speaker]!.name : '',
    text: row.quote || row.title,
    quoted: row.quote !== '',
    score: slice.score[k]!,
  };
}

/** The headline of the page: which tied pair disagrees most, and how far to trust that. */
export function riftsSentence(record: StanceRecord, ranked: readonly RankedRift[], unknown: number, few: number): string {
  const top = ranked[0];
  const rest = [
    few > 0
      ? `${few} tied ${few === 1 ? 'pair has' : 'pairs have'} a single third actor in common and ${few === 1 ? 'is' : 'are'} not ranked`
      : '',
    unknown > 0 ? `${unknown} have none, so nothing is known of their agreement` : '',
  ].filter((part) => part !== '');
  const tail = rest.length > 0 ? ` ${rest.join('; ')}.` : '';
  if (top === undefined) return `No tied pair holds stances on two third actors or more at this date.${tail}`;
  const count = ranked.length === 1 ? 'The one tied pair' : `Of ${ranked.length} tied pairs`;
  return `${count} with stances on two third actors or more, ${riftName(record, top)} disagree most: ${top.value.toFixed(2)} of at most 1.${tail}`;
}

/** How a rift is computed, third actor by third actor. */
export function riftHow(running: Running, rift: Rift, at: Day): How {
  const { record } = running.slice;
  const interval = riftInterval(running, rift, at);
  const a = record.actors[rift.a]!.name;
  const b = record.actors[rift.b]!.name;
  return {
    title: `Rift of ${a} and ${b}, ${formatDay(at)}`,
    figure: `${rift.value.toFixed(2)} on a scale from 0 (agree on everybody) to 1 (opposite ends on everybody)`,
    formula: `Mean over the third actors t that both hold a stance on: |stance(${a}, t) − stance(${b}, t)| / 4.`,
    filled: `(${rift.targets.map(({ a: ofA, b: ofB }) => `|${signed(ofA.value, 2)} − (${signed(ofB.value, 2)})|`).join(' + ')}) / 4 / ${rift.targets.length} = ${rift.value.toFixed(2)}`,
    columns: ['Third actor', a, b, 'Gap / 4', 'Rows'],
    rows: rift.targets.map(({ target, a: ofA, b: ofB, gap }) => ({
      id: null,
      cells: [record.actors[target]!.name, signed(ofA.value, 2), signed(ofB.value, 2), gap.toFixed(2), `${ofA.n} and ${ofB.n}`],
    })),
    notes: [
      interval === null
        ? 'Too few rows for an interval.'
        : `90% bootstrap interval ${interval[0].toFixed(2)} to ${interval[1].toFixed(2)}: rows of each stance drawn anew, with their weights, 400 times from a stated seed.`,
      'A mean of absolute gaps leans upwards where rows are few: read the counts beside it.',
      'Ties say which pairs are compared: alliances, unions, treaties, memberships, friendships and summit groups that hold at the date.',
    ],
    papers: ['Efron, B. and Tibshirani, R. (1993). An introduction to the bootstrap. Chapman and Hall.'],
  };
}
