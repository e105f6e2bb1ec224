import { coverWords } from '../../record/coverage';
import type { Lead, LeadPart, LeadWindow } from './leadParts';
import { tiesLead } from './leadTies';
import { betweenWords, countWords, inSentence, meanWords, opening, possessive, pWords, rowsWords, shortDay } from './leadWords';
import { FEW_ROWS, pivotOf, rowsIn, PIVOT_TEST, type Pivot, type PivotTest } from './pivot';
import { rankPivots, SIGNIFICANCE, type PivotRanking, type RankedPivot } from './pivotRanking';
import { pairOf, rowsBefore, rowsOf, type Slice } from '../slice';
import { friendlyPairs } from '../rift/tied';
import { formatDay } from '../../words/dates';
import { signed } from '../../words/numbers';

const plain = (text: string): LeadPart => ({ text, mark: null });

/**
 * The lead sentence: the strongest change in the window up to `at`, of all pairs. Every word of it is computed from the rows of the
 * slice. Where no pair passes p = 0.05 it says so, and what came nearest; a record of ties alone is led by the last tie that changed.
 */
export function leadOf(slice: Slice, window: LeadWindow, test: PivotTest = PIVOT_TEST): Lead {
  if (slice.record.stances.n === 0) return tiesLead(slice, window) ?? emptyLead(slice, window);
  const ranking = rankPivots(slice, { from: window.from, to: window.at, ...test });
  const top = ranking.ranked[0];
  if (!top)
    return rowsBefore(slice.day, window.at + 1) > rowsBefore(slice.day, window.from)
      ? thinLead(ranking, window)
      : emptyLead(slice, window);
  const lead = top.p <= SIGNIFICANCE ? pivotLead(slice, window, top) : chanceLead(slice, window, top);
  return { ...lead, caveat: manyWords(ranking, top) };
}

/** The same for one pair, whatever the others did. */
export function leadFor(slice: Slice, pair: number, window: LeadWindow, test: PivotTest = PIVOT_TEST): Lead {
  const pivot = pair < 0 ? null : pivotOf(slice, pair, { from: window.from, to: window.at }, test);
  if (pivot) return pivot.p <= SIGNIFICANCE ? pivotLead(slice, window, pivot) : uncertainLead(slice, window, pivot);
  const [first, last] = pair < 0 ? [0, 0] : rowsIn(slice, pair, { from: window.from, to: window.at });
  if (last === first) return emptyLead(slice, window);
  const rows = rowsOf(slice, pair).subarray(first, last);
  const n = rows.length;
  const mean = meanScore(slice, rows);
  const whose = opening(possessive(nameOf(slice, slice.pairs.holder[pair]!)));
  const what = `${whose} ${rowsWords(slice, rows)} on ${nameOf(slice, slice.pairs.target[pair]!)}`;
  const why =
    n < test.minRows
      ? `are too few rows to look for a change (${n}; ${test.minRows} are needed)`
      : 'is no change of score to find';
  const parts = [{ text: `${what} are ${meanWords(mean)}.`, mark: null, pair }, plain(` There ${why}.`)];
  return {
    kind: 'none',
    parts,
    counts: `Mean ${signed(mean, 2)} over ${n} ${n === 1 ? 'row' : 'rows'}.`,
    caveat: '',
    pivot: null,
  };
}

function pivotLead(slice: Slice, window: LeadWindow, pivot: Pivot): Lead {
  const holder = nameOf(slice, pivot.holder);
  const target = nameOf(slice, pivot.target);
  const rows = rowsOf(slice, pivot.pair).filter((k) => slice.day[k]! >= window.from && slice.day[k]! <= window.at);
  const companion = companionOf(slice, window, pivot);
  const parts = [
    plain(`${betweenWords(pivot.lastBefore, pivot.firstAfter)} `),
    { text: `${possessive(holder)} ${rowsWords(slice, rows)} on ${target}`, mark: 'pivot' as const, pair: pivot.pair },
    plain(` ${turnWords(pivot.from, pivot.to)}.`),
    ...(companion ? [companion.part] : []),
  ];
  const counts = [countsOf(slice, pivot), ...(companion ? [companion.numbers] : [])].join(' ');
  return { kind: 'pivot', parts, counts, caveat: '', pivot };
}

function chanceLead(slice: Slice, window: LeadWindow, pivot: Pivot): Lead {
  const pair = `${nameOf(slice, pivot.holder)} on ${nameOf(slice, pivot.target)}`;
  return {
    kind: 'none',
    parts: [
      plain(`No pair changed more than chance would explain between ${formatDay(window.from)} and ${formatDay(window.at)}.`),
      { text: ` Nearest to it came ${pair}, which ${turnWords(pivot.from, pivot.to)}.`, mark: null, pair: pivot.pair },
    ],
    counts: countsOf(slice, pivot),
    caveat: '',
    pivot,
  };
}

/** One pair's change where chance does as well too often: the same words, and the doubt with them. */
function uncertainLead(slice: Slice, window: LeadWindow, pivot: Pivot): Lead {
  const lead = pivotLead(slice, window, pivot);
  // The marker means a pivot, and this is none.
  const parts = lead.parts.map((part) => ({ ...part, mark: null }));
  return { ...lead, parts, kind: 'none', caveat: 'Chance alone explains a change this large too often to call it one.' };
}

function thinLead(ranking: PivotRanking, window: LeadWindow): Lead {
  const most = ranking.tooFew[0]?.n ?? 0;
  const text = `Between ${formatDay(window.from)} and ${formatDay(window.at)} no pair has rows enough to look for a change.`;
  const counts = `${ranking.tooFew.length} pairs have rows, none more than ${most}.`;
  return { kind: 'none', parts: [plain(text)], counts: ranking.tooFew.length > 0 ? counts : '', caveat: '', pivot: null };
}

function emptyLead(slice: Slice, window: LeadWindow): Lead {
  const covers = `${coverWords(slice.record)}; not covered is not the same as nothing happened.`;
  if (slice.record.span === null) return { kind: 'empty', parts: [plain(covers)], counts: '', caveat: '', pivot: null };
  const text = `No rows between ${formatDay(window.from)} and ${formatDay(window.at)}. ${covers}`;
  return { kind: 'empty', parts: [plain(text)], counts: '', caveat: '', pivot: null };
}

/** "turned from mostly critical to mostly cooperative", or how a mean moved within one word. */
export function turnWords(from: number, to: number): string {
  const [before, after] = [meanWords(from), meanWords(to)];
  if (before !== after) return `turned from ${before} to ${after}`;
  return `grew ${to > from ? 'warmer' : 'harsher'}, though still ${after}`;
}

function countsOf(slice: Slice, pivot: Pivot): string {
  const rise = pivot.size > 0;
  const before = countWords(slice, pivot.before, !rise, 'past');
  const after = countWords(slice, pivot.after, rise, 'present');
  const few = pivot.few ? ', few rows' : '';
  return (
    `Up to ${shortDay(pivot.lastBefore, pivot.firstAfter)}, ${before} (mean ${signed(pivot.from, 2)}); ` +
    `since ${formatDay(pivot.firstAfter)}, ${after} (${signed(pivot.to, 2)}; ${pWords(pivot.p, pivot.shuffles)}${few}).`
  );
}

/** Least difference of means that is called a move, half a grade. */
const MOVE = 0.5;
/** Least rows of a companion on either side. */
const COMPANION_ROWS = 3;

/**
 * What the holder's closest company did meanwhile on the same target: of the actors tied to the holder at `at`, the one with the most rows
 * on the target in the window. Its means before and after the same date are compared, without a claim of significance, and the counts are
 * said beside it.
 */
function companionOf(slice: Slice, window: LeadWindow, pivot: Pivot): { part: LeadPart; numbers: string } | null {
  let best: { pair: number; before: Uint32Array; after: Uint32Array } | null = null;
  for (const { a, b } of friendlyPairs(slice.record, window.at)) {
    if (a !== pivot.holder && b !== pivot.holder) continue;
    const partner = a === pivot.holder ? b : a;
    const pair = partner === pivot.target ? -1 : pairOf(slice, partner, pivot.target);
    if (pair < 0) continue;
    const [first, last] = rowsIn(slice, pair, { from: window.from, to: window.at });
    const rows = rowsOf(slice, pair).subarray(first, last);
    const before = rows.filter((k) => slice.day[k]! <= pivot.lastBefore);
    const after = rows.filter((k) => slice.day[k]! >= pivot.firstAfter);
    if (Math.min(before.length, after.length) < COMPANION_ROWS) continue;
    if (!best || before.length + after.length > best.before.length + best.after.length) best = { pair, before, after };
  }
  if (!best) return null;
  const from = meanScore(slice, best.before);
  const to = meanScore(slice, best.after);
  const whose = opening(possessive(nameOf(slice, slice.pairs.holder[best.pair]!)));
  const few = Math.min(best.before.length, best.after.length) < FEW_ROWS ? ', few' : '';
  const what = Math.abs(to - from) < MOVE ? 'moved little meanwhile' : to < from ? 'hardened meanwhile' : 'softened meanwhile';
  return {
    part: { text: ` ${whose} ${what}.`, mark: null, pair: best.pair },
    numbers: `${whose}: ${signed(from, 2)} to ${signed(to, 2)} (${best.before.length} and ${best.after.length} rows${few}).`,
  };
}

function manyWords(ranking: PivotRanking, top: RankedPivot): string {
  const tested = ranking.ranked.length + ranking.unchanged.length;
  if (tested < 2) return '';
  return `Strongest of ${tested} pairs tested; allowing for that, q = ${top.q.toFixed(2)}.`;
}

function nameOf(slice: Slice, actor: number): string {
  return inSentence(slice.record.actors[actor]!);
}

function meanScore(slice: Slice, rows: Uint32Array): number {
  let sum = 0;
  for (const k of rows) sum += slice.score[k]!;
  return sum / rows.length;
}
