import { coverageMessages } from '../../words/messages/coverage';
import { BASES } from '../../record/record';
import { isBroken } from '../../record/whole';
import { changeMessages, type Move, type RowsKind, type Side, type Subject } from '../../words/messages/change';
import type { Piece } from '../../words/messages/message';
import { wholeMessages } from '../../words/messages/whole';
import { inSentence } from '../../words/names';
import { friendlyPairs } from '../rift/tied';
import { pairOf, rowsBefore, rowsBehind, rowsOf, scoresOf, type Slice } from '../slice';
import { stanceAt, type Running } from '../stance/stance';
import { groundOf, type Ground } from './asserted';
import { leanOf, wayOf } from './leaning';
import { partsOf, type Lead, type LeadPart, type LeadWindow } from './leadParts';
import { tiesLead } from './leadTies';
import { occasionsOf } from './occasions';
import { rowsIn, type Pivot, type PivotTest } from './pivot';
import { testedOf, type PivotRanking, type RankedPivot } from './pivotRanking';

/** Everything that the lead is made from. */
export interface LeadSubject {
  slice: Slice;
  window: LeadWindow;
  /** Of the same slice, window and test. */
  ranking: PivotRanking;
  how: PivotTest;
  /** Holder and target of the pair that the lead is asked about, or null for all of them. */
  about: readonly [holder: number, target: number] | null;
  /** The pair that was chosen beforehand (see `groundOf`), or null. */
  chosen: readonly [holder: number, target: number] | null;
  /** The chosen pair is the one on which the record opens. */
  byRecord: boolean;
  /** The running stance of the page, so that the lead does not contradict what it opens; null where it is not shown. */
  running: Running | null;
}

/**
 * The lead. With a pair selected it speaks of that pair: how its words and acts moved, how often chance alone does as much, what its closest
 * company did; then, smaller, whether any of all pairs stands out from chance. With none selected that comes first. Every word is computed from
 * the rows of the slice; nothing is said as a fact that `groundOf` does not assert. A record of ties alone is led by the last that changed.
 */
export function leadOf(subject: LeadSubject): Lead {
  const { slice, window, ranking, about } = subject;
  if (isBroken(slice.record)) return bare('broken', [{ text: wholeMessages.noHeadline, mark: null }]);
  if (slice.record.stances.n === 0) return tiesLead(slice, window) ?? emptyLead(slice, window);
  if (about !== null) return pairLead(subject, pairOf(slice, ...about));
  if (rowsBefore(slice.day, window.at + 1) === rowsBefore(slice.day, window.from)) return emptyLead(slice, window);
  const [top] = ranking.ranked;
  if (top && groundOf(top, null) !== null) return { ...pivotLead(subject, top), standing: standingOf(subject) };
  return noneLead(subject);
}

/** The lead of one pair, whether or not it could be tested. */
function pairLead(subject: LeadSubject, pair: number): Lead {
  const { slice, window, ranking, how } = subject;
  const standing = standingOf(subject);
  const pivot = ranking.ranked.find((ranked) => ranked.pair === pair);
  if (pivot) return { ...pivotLead(subject, pivot), standing };
  const span = { from: window.from, to: window.at };
  const [first, last] = pair < 0 ? [0, 0] : rowsIn(slice, pair, span);
  if (last === first) return { ...emptyLead(slice, window), standing };
  const rows = rowsOf(slice, pair).subarray(first, last);
  const lean = leanOf(scoresOf(slice, rows));
  const { length } = occasionsOf(slice, pair, span, how.grouped);
  const about = subjectOf(slice, pair, rows);
  const pieces =
    length < how.minOccasions
      ? changeMessages.tooFew(about, lean, length, how.minOccasions, how.grouped)
      : changeMessages.unchanged(about, lean);
  return { ...bare('thin', partsOf(pieces)), brief: changeMessages.brief(length, how.grouped, null), standing };
}

function pivotLead(subject: LeadSubject, pivot: RankedPivot): Lead {
  const { slice, chosen } = subject;
  const ground = groundOf(pivot, chosen);
  const rows = Uint32Array.from([...pivot.before, ...pivot.after]);
  const about = subjectOf(slice, pivot.pair, rows);
  const move = moveOf(slice, pivot);
  const said =
    ground === null ? changeMessages.movedByChance(about, move, pivot.test?.p ?? null) : changeMessages.turned(about, move);
  const company = companyOf(subject, pivot);
  return {
    kind: ground === null ? 'chance' : 'asserted',
    parts: [
      ...partsOf(said, ground === null ? null : pivot.pair),
      ...(company ? [{ text: ' ', mark: null }, ...partsOf(company.said)] : []),
    ],
    counts: countsOf(subject, pivot, ground, company?.numbers ?? ''),
    standing: [],
    brief: briefOf(pivot),
    pivot,
    ground,
  };
}

function noneLead(subject: LeadSubject): Lead {
  const { slice, window, ranking, how } = subject;
  const { pairs, tested } = testedOf(ranking);
  const { from, at } = window;
  const plain = (text: string): LeadPart[] => [{ text, mark: null }];
  if (tested === 0) return bare('thin', plain(changeMessages.noneCanBeTested(pairs, how.minOccasions, from, at)));
  if (ranking.waiting > 0) return bare('chance', plain(changeMessages.beingTested(tested, from, at)));
  const none = plain(changeMessages.noneStandsOut(tested, from, at));
  const [nearest] = ranking.ranked;
  const standing = standingOf(subject);
  if (!nearest?.test) return { ...bare('chance', none), standing };
  const about = subjectOf(slice, nearest.pair, Uint32Array.from([...nearest.before, ...nearest.after]));
  const near = changeMessages.nearest(about, nearest.test.p, tested);
  return {
    ...bare('chance', [...none, { text: ' ', mark: null }, ...partsOf(near)]),
    counts: countsOf(subject, nearest, null, ''),
    standing,
    brief: briefOf(nearest),
    pivot: nearest,
  };
}

function emptyLead({ record }: Slice, { from, at }: LeadWindow): Lead {
  const text = record.span === null ? coverageMessages.coversOnly(record) : coverageMessages.emptyWindow('row', from, at, record);
  return bare('empty', [{ text, mark: null }]);
}

/** In a line: how much it rests on, how large it is, and how sure. */
function briefOf({ n, how, size, test, q }: RankedPivot): string {
  return changeMessages.brief(n, how.grouped, test && { size, interval: test.interval, p: test.p, q });
}

function bare(kind: Lead['kind'], parts: LeadPart[]): Lead {
  return { kind, parts, counts: '', standing: [], brief: '', pivot: null, ground: null };
}

/** Pairs named in the smaller sentence. */
const NAMED = 3;

function standingOf({ slice, ranking }: LeadSubject): LeadPart[] {
  const { pairs, tested } = testedOf(ranking);
  if (ranking.waiting > 0) return [{ text: changeMessages.standingAwaited(pairs, tested), mark: null }];
  const out = ranking.ranked.filter((pivot) => groundOf(pivot, null) !== null);
  const named = out.slice(0, NAMED).map(({ pair, holder, target }): Piece<string> => {
    const text = `${nameOf(slice, holder)} on ${nameOf(slice, target)}`;
    return { text, role: String(pair) };
  });
  return partsOf(changeMessages.standing(pairs, tested, out.length, named));
}

/** How a pivot moved, in what most of its rows are on either side. */
export function moveOf(slice: Slice, pivot: Pivot): Move {
  const scores = (rows: Uint32Array) => scoresOf(slice, rows);
  const from = leanOf(scores(pivot.before));
  const to = leanOf(scores(pivot.after));
  const rising = pivot.size > 0;
  const way = wayOf(from, to);
  return { last: pivot.lastBefore, first: pivot.firstAfter, from, to, rising, byMean: way !== 0 && way > 0 !== rising };
}

/** Days without a row after which a change says what its "then" rests on. */
const SILENCE = 365;
/** Least difference of the mean since the change and the running stance at which both are said, half a grade. */
const APART = 0.5;

function countsOf(
  { slice, ranking, window, about, byRecord, running }: LeadSubject,
  pivot: RankedPivot,
  ground: Ground | null,
  company: string,
): string {
  const rise = pivot.size > 0;
  const { lastBefore: last, firstAfter: first, test } = pivot;
  const { tested } = testedOf(ranking);
  const side = (rows: Uint32Array, occasions: number, mean: number, positive: boolean): Side => ({
    rows: rowsBehind(slice, rows),
    hits: scoresOf(slice, rows).filter((score) => (positive ? score > 0 : score < 0)).length,
    positive,
    occasions,
    grouped: pivot.how.grouped,
    mean,
  });
  const before = side(pivot.before, pivot.nBefore, pivot.from, !rise);
  const after = side(pivot.after, pivot.nAfter, pivot.to, rise);
  const sentences = [changeMessages.sides({ last, first }, before, after)];
  if (test) {
    sentences.push(changeMessages.size(pivot.size, test.interval, pivot.range), changeMessages.chance(test.p, pivot.q, tested));
    if (!test.settled && test.done) sentences.push(changeMessages.undecided(test.draws));
    if (ground === 'chosen') sentences.push(changeMessages.chosen(byRecord));
  }
  if (first - last > SILENCE) {
    const since = slice.day[pivot.before[0]!]!;
    sentences.push(changeMessages.silence(rowsBehind(slice, pivot.before), since, last, nameOf(slice, pivot.holder)));
  }
  const stance = running === null || about === null ? null : stanceAt(running, pivot.pair, window.at);
  if (stance && Math.abs(stance.value - pivot.to) >= APART)
    sentences.push(changeMessages.running(pivot.to, stance.value, window.at));
  if (company) sentences.push(company);
  return sentences.join(' ');
}

/** Least difference of means that is called a move, half a grade. */
const MOVE = 0.5;
/** Least occasions of a companion on either side. */
const COMPANY = 3;

/**
 * What the holder's closest company did meanwhile on the same target: of the actors that a tie joins to the holder at the as-of date, the
 * one with the most occasions on the target in the window. Its means before and after the same date are compared, without a claim of
 * significance, and the counts are said beside it.
 */
function companyOf({ slice, window, how }: LeadSubject, pivot: Pivot): { said: Piece<string>[]; numbers: string } | null {
  let best: { pair: number; before: number[]; after: number[] } | null = null;
  for (const { a, b } of friendlyPairs(slice.record, window.at)) {
    if (a !== pivot.holder && b !== pivot.holder) continue;
    const partner = a === pivot.holder ? b : a;
    const pair = partner === pivot.target ? -1 : pairOf(slice, partner, pivot.target);
    const occasions = occasionsOf(slice, pair, { from: window.from, to: window.at }, how.grouped);
    const before = occasions.filter(({ day }) => day <= pivot.lastBefore).map(({ score }) => score);
    const after = occasions.filter(({ day }) => day >= pivot.firstAfter).map(({ score }) => score);
    if (Math.min(before.length, after.length) < COMPANY) continue;
    if (!best || before.length + after.length > best.before.length + best.after.length) best = { pair, before, after };
  }
  if (!best) return null;
  const [from, to] = [meanOf(best.before), meanOf(best.after)];
  const about = subjectOf(slice, best.pair, []);
  const way = Math.abs(to - from) < MOVE ? 'hardly moved' : to < from ? 'hardened' : 'softened';
  return {
    said: changeMessages.company(about, way),
    numbers: changeMessages.companyNumbers(about.holder, from, to, best.before.length, best.after.length),
  };
}

const CONDUCT = BASES.indexOf('conduct');

/** Who on whom, and whether the rows are words, acts or both. */
function subjectOf(slice: Slice, pair: number, rows: ArrayLike<number>): Subject {
  const { stances } = slice.record;
  const list = Array.from(rows);
  const { bundles } = slice;
  const acts =
    bundles === undefined
      ? list.filter((k) => stances.basis[slice.row[k]!] === CONDUCT).length
      : list.reduce((sum, k) => sum + (bundles.acts[k] ?? 0), 0);
  const kind: RowsKind = acts === 0 ? 'words' : acts === rowsBehind(slice, list) ? 'acts' : 'words and acts';
  return {
    pair,
    holder: nameOf(slice, slice.pairs.holder[pair]!),
    target: nameOf(slice, slice.pairs.target[pair]!),
    kind,
  };
}

function nameOf(slice: Slice, actor: number): string {
  return inSentence(slice.record.actors[actor]!);
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
