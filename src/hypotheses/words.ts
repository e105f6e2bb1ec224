import type { RankedHypothesis } from '../analysis/hypotheses/ach';
import type { Consistency, Hypothesis, StanceRecord } from '../record/record';
import { leadersOf, swappedPairs, type Drop } from './dropsModel';
import { list } from '../words/names';
import { decimal, percent } from '../words/numbers';
import { count, plural } from '../words/counts';

/** Words of the hypotheses page: short names and the sentences that say what the matrix shows, caveats included. */

export const CONSISTENCY_WORDS: Record<Consistency, string> = {
  CC: 'very consistent',
  C: 'consistent',
  N: 'says nothing either way',
  I: 'inconsistent',
  II: 'very inconsistent',
};

/** What stands before the colon of a title, where that is short enough for the head of a column; else the title. */
export function shortTitle({ title }: Hypothesis): string {
  const at = title.indexOf(':');
  return at > 0 && at <= 26 ? title.slice(0, at) : title;
}

/** The headline: which explanation the rows speak least against. */
export function leadWords(record: StanceRecord, order: readonly RankedHypothesis[], rows: number): string {
  const leaders = leadersOf(order);
  if (rows === 0) return 'No rated row is counted, so nothing orders the explanations.';
  if (leaders.length === 0) return 'No explanation is asked by a third of the rows, so none is placed.';
  if (leaders.length === order.length) return 'The rows speak against all explanations alike.';
  if (leaders.length > 3) return `The rows speak least, and equally, against ${leaders.length} of ${order.length} explanations.`;
  const names = leaders.map((h) => `“${shortTitle(record.hypotheses[h]!)}”`);
  return leaders.length === 1
    ? `The rows speak least against “${record.hypotheses[leaders[0]!]!.title}”.`
    : `The rows speak least, and equally, against ${list(names)}.`;
}

/** How much an explanation was asked, and what speaks against it for each row that asked it. */
export function askedWords({ asked, inconsistency }: RankedHypothesis, rows: number): string {
  const asking = asked * rows;
  const each = asking === 0 ? '' : `, ${decimal(inconsistency / asking)} against it for each`;
  return `asked by ${percent(asked)} of the rows${each}`;
}

/** Which explanations are not placed, and why; empty where all are. */
export function unplacedWords(record: StanceRecord, order: readonly RankedHypothesis[]): string {
  const left = order.filter(({ place }) => place === 0);
  if (left.length === 0 || left.length === order.length) return '';
  const names = left.map(({ hypothesis }) => `“${shortTitle(record.hypotheses[hypothesis]!)}”`);
  return `Not placed: ${list(names)}, on which two of three rows or more say nothing either way.`;
}

/** By how much, and what stands at the other end. */
export function marginWords(record: StanceRecord, order: readonly RankedHypothesis[]): string {
  const name = (ranked: RankedHypothesis) => `“${shortTitle(record.hypotheses[ranked.hypothesis]!)}”`;
  const [first] = order;
  const next = order.find(({ place }) => place > 1);
  const last = order.filter(({ place }) => place > 0).at(-1);
  if (first === undefined || next === undefined || last === undefined) return '';
  const gap = next.inconsistency - first.inconsistency;
  const end = last === next ? '' : `; most speaks against ${name(last)} (${decimal(last.inconsistency, 1)})`;
  return `Weighted inconsistency ${decimal(first.inconsistency, 1)}, then ${name(next)} at ${decimal(next.inconsistency, 1)}: ${decimal(gap, 1)} apart${end}.`;
}

export interface Caveats {
  /** Rows counted, and how many of them tell the explanations apart (spread of 1 or more). */
  rows: number;
  telling: number;
  /** Cells on which published raters differ, and cells that at least two of them rated. */
  differ: number;
  rated: number;
  /** Rows and sources whose loss puts another explanation first. */
  fragile: number;
}

/** What a sceptical reader must know before using the order. */
export function caveatWords({ rows, telling, differ, rated, fragile }: Caveats): string {
  if (rows === 0) return '';
  const few = telling * 3 < rows ? 'Few rows tell them apart' : 'Rows that tell them apart';
  const parts = [`${few} (spread of 1 or more): ${telling} of ${rows}.`];
  if (rated > 0) parts.push(`The raters differ in ${differ} of ${count(rated, 'cell')}.`);
  parts.push(
    fragile === 0
      ? 'Dropping any one row or source leaves the first place as it is.'
      : `Dropping ${fragile === 1 ? 'one row or source' : `any one of ${fragile} rows or sources`} changes the first place.`,
  );
  parts.push('What is not refuted is not thereby shown.');
  return parts.join(' ');
}

/** A drop as it stands in a sentence. */
export function dropName({ kind, label }: Drop): string {
  return kind === 'row' ? `“${label}”` : `what rests on ${label} alone`;
}

/** How much of the matrix the reader has rated, said before anything that rests on it. */
export function coverWords(rated: number, cells: number): string {
  if (rated >= cells) return '';
  return `You have rated ${rated} of ${count(cells, 'cell')}; an unrated cell counts nothing.`;
}

/** What the present drops (as `dropName`) do to the order, in a sentence. */
export function dropWords(
  record: StanceRecord,
  labels: readonly string[],
  before: readonly RankedHypothesis[],
  after: readonly RankedHypothesis[],
): string {
  const name = (h: number) => shortTitle(record.hypotheses[h]!);
  const what = labels.length > 2 ? `${labels.length} things` : list(labels);
  const swaps = swappedPairs(before, after);
  const was = leadersOf(before);
  const is = leadersOf(after);
  const same = was.length === is.length && is.every((h) => was.includes(h));
  if (same && swaps.length === 0) return `Without ${what} the order does not change.`;
  if (!same)
    return `Without ${what} the order becomes ${after
      .filter(({ place }) => place > 0)
      .map(({ hypothesis, place }) => `${place} ${name(hypothesis)}`)
      .join(', ')}.`;
  const pairs = swaps.slice(0, 3).map(([a, b]) => `${name(a)} passes ${name(b)}`);
  const more =
    swaps.length > 3
      ? ` and ${plural(swaps.length - 3, { one: '1 more pair changes', other: `${swaps.length - 3} more pairs change` })}`
      : '';
  return `Without ${what} ${list(is.map(name))} still ${plural(is.length, { one: 'comes', other: 'come' })} first; ${pairs.join(', ')}${more}.`;
}
