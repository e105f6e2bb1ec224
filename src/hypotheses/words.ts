import type { RankedHypothesis } from '../analysis/hypotheses/ach';
import type { Consistency, Hypothesis, StanceRecord } from '../record/record';
import { leadersOf, swappedPairs, type Drop } from './dropsModel';
import { hypothesesMessages as said } from '../words/messages/hypotheses';

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

const titled = (record: StanceRecord, h: number): string => {
  const hypothesis = record.hypotheses[h];
  return hypothesis === undefined ? '' : shortTitle(hypothesis);
};

/** The headline: which explanation the rows speak least against. */
export function leadWords(record: StanceRecord, order: readonly RankedHypothesis[], rows: number): string {
  const leaders = leadersOf(order);
  const [leader] = leaders;
  if (rows === 0) return said.noRows;
  if (leader === undefined) return said.noneAsked;
  if (leaders.length === order.length) return said.allAlike;
  if (leaders.length > 3) return said.manyLead(leaders.length, order.length);
  return leaders.length === 1
    ? said.oneLeads(record.hypotheses[leader]?.title ?? '')
    : said.someLead(leaders.map((h) => titled(record, h)));
}

/** How much an explanation was asked, and what speaks against it for each row that asked it. */
export function askedWords({ asked, inconsistency }: RankedHypothesis, rows: number): string {
  return said.asked(asked, asked * rows === 0 ? null : inconsistency / (asked * rows));
}

/** Which explanations are not placed, and why; empty where all are. */
export function unplacedWords(record: StanceRecord, order: readonly RankedHypothesis[]): string {
  const left = order.filter(({ place }) => place === 0);
  if (left.length === 0 || left.length === order.length) return '';
  return said.unplaced(left.map(({ hypothesis }) => titled(record, hypothesis)));
}

/** By how much, and what stands at the other end. */
export function marginWords(record: StanceRecord, order: readonly RankedHypothesis[]): string {
  const against = ({ hypothesis, inconsistency }: RankedHypothesis) => ({ name: titled(record, hypothesis), inconsistency });
  const [first] = order;
  const next = order.find(({ place }) => place > 1);
  const last = order.filter(({ place }) => place > 0).at(-1);
  if (first === undefined || next === undefined || last === undefined) return '';
  return said.margin(first.inconsistency, against(next), last === next ? null : against(last));
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

/** What a sceptical reader must know before using the order, sentence after sentence. */
export function caveatWords({ rows, telling, differ, rated, fragile }: Caveats): string {
  if (rows === 0) return '';
  const sentences = [
    said.telling(telling, rows),
    rated > 0 ? said.differ(differ, rated) : null,
    said.fragile(fragile),
    said.notShown,
  ];
  return sentences.filter((sentence) => sentence !== null).join(' ');
}

/** A drop as it stands in a sentence. */
export function dropName({ kind, label }: Drop): string {
  return kind === 'row' ? said.droppedRow(label) : said.droppedSource(label);
}

/** How much of the matrix the reader has rated, said before anything that rests on it. */
export function coverWords(rated: number, cells: number): string {
  return rated >= cells ? '' : said.rated(rated, cells);
}

/** What the present drops (as `dropName`) do to the order, in a sentence. */
export function dropWords(
  record: StanceRecord,
  labels: readonly string[],
  before: readonly RankedHypothesis[],
  after: readonly RankedHypothesis[],
): string {
  const swaps = swappedPairs(before, after);
  const was = leadersOf(before);
  const is = leadersOf(after);
  const same = was.length === is.length && is.every((h) => was.includes(h));
  if (same && swaps.length === 0) return said.orderKept(labels);
  if (same)
    return said.orderBehind(
      labels,
      is.map((h) => titled(record, h)),
      swaps.map(([a, b]) => [titled(record, a), titled(record, b)] as const),
    );
  const placed = after.filter(({ place }) => place > 0);
  return said.orderNow(
    labels,
    placed.map(({ hypothesis, place }) => ({ place, name: titled(record, hypothesis) })),
  );
}
