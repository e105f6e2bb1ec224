import { actorId, nameOf } from '../record/names';
import { pairOf, rowsAt, rowsOf, rowsOfPlaces, type Slice } from '../analysis/slice';
import { friendlyPairs, pairsOfTie } from '../analysis/rift/tied';
import type { StanceRecord } from '../record/record';
import type { Day } from '../words/calendar';

/** Holders overlaid on one chart at most: the pair's own and two beside it. */
export const MOST_BESIDE = 2;

/** Fewest rows in the window that make a tied holder worth an overlay that nobody asked for. */
export const FEWEST_ROWS = 3;

/** Whose stance towards whom the page shows. Actors are indices. */
export interface PairShown {
  holder: number;
  target: number;
  /** Further holders, as overlaid. */
  beside: number[];
  /** The overlay is the page's own choice (see {@link companionOf}): it can be taken away. */
  offered: boolean;
}

export interface Window {
  from: Day;
  to: Day;
}

/** How many rows a holder has on the target in the window. */
export function rowsInWindow(slice: Slice, holder: number, target: number, { from, to }: Window): number {
  const pair = pairOf(slice, holder, target);
  if (pair < 0) return 0;
  return rowsOf(slice, pair).reduce((n, k) => n + (slice.day[k]! >= from && slice.day[k]! <= to ? rowsAt(slice, k) : 0), 0);
}

/**
 * The holder that is set beside a pair when the reader names none: of the actors that a positive tie joins to the holder at the end of
 * the window, the one with the most rows on the same target in the window, at least {@link FEWEST_ROWS}; -1 where there is none. A tie
 * promises agreement, so a gap to a tied actor says more than a gap to any other.
 */
export function companionOf(slice: Slice, holder: number, target: number, window: Window): number {
  let best = -1;
  let most = FEWEST_ROWS - 1;
  for (const partner of tiedTo(slice.record, holder, window.to)) {
    const n = partner === target ? 0 : rowsInWindow(slice, partner, target, window);
    if (n > most) {
      best = partner;
      most = n;
    }
  }
  return best;
}

/** Actors that a positive tie joins to `actor` on `day`. */
export function tiedTo(record: StanceRecord, actor: number, day: Day): number[] {
  return friendlyPairs(record, day).flatMap(({ a, b }) => (a === actor ? [b] : b === actor ? [a] : []));
}

/**
 * The pair that the page shows: the reader's, else the one with most rows in the window; null where
 * the record knows none. A pair that is named but holds no row is shown as such.
 */
export function pairShown(
  slice: Slice,
  chosen: { pair: readonly [string, string] | null; beside: readonly string[]; alone: boolean },
  window: Window,
): PairShown | null {
  const { record } = slice;
  const named = chosen.pair?.map((id) => record.actorIndex.get(id) ?? -1) ?? [];
  const pair = named.length === 2 && !named.includes(-1) ? (named as [number, number]) : firstPair(slice, window);
  if (pair === null) return null;
  const [holder, target] = pair;
  const beside = [...new Set(chosen.beside.map((id) => record.actorIndex.get(id) ?? -1))]
    .filter((actor) => actor >= 0 && actor !== holder && actor !== target)
    .slice(0, MOST_BESIDE);
  if (beside.length > 0 || chosen.alone) return { holder, target, beside, offered: false };
  const companion = pairOf(slice, holder, target) < 0 ? -1 : companionOf(slice, holder, target, window);
  return { holder, target, beside: companion < 0 ? [] : [companion], offered: companion >= 0 };
}

function firstPair(slice: Slice, window: Window): [number, number] | null {
  let best: [number, number] | null = null;
  let most = -1;
  for (let p = 0; p < slice.pairs.n; p++) {
    const pair: [number, number] = [slice.pairs.holder[p]!, slice.pairs.target[p]!];
    const n = rowsInWindow(slice, ...pair, window);
    if (n > most) {
      best = pair;
      most = n;
    }
  }
  return best ?? mostTied(slice.record);
}

/** The two actors that most ties join, for a record without stances; null without ties. */
export function mostTied(record: StanceRecord): [number, number] | null {
  const counts = new Map<string, number>();
  for (const tie of record.ties) {
    for (const [a, b] of pairsOfTie(record, tie)) counts.set(`${a} ${b}`, (counts.get(`${a} ${b}`) ?? 0) + 1);
  }
  const best = [...counts].sort((x, y) => y[1] - x[1])[0];
  if (!best) return null;
  const [a, b] = best[0].split(' ').map(Number);
  return [a!, b!];
}

/** An actor to choose, with how many rows that would show. */
export interface ActorChoice {
  actor: number;
  id: string;
  name: string;
  n: number;
  /** Joined to the pair's holder by a positive tie. */
  tied: boolean;
}

function choicesOf(
  slice: Slice,
  window: Window,
  pairs: Iterable<number>,
  side: 'holder' | 'target',
  tied: Set<number>,
): ActorChoice[] {
  const counts = new Map<number, number>();
  for (const p of pairs) {
    const actor = slice.pairs[side][p]!;
    const n = rowsInWindow(slice, slice.pairs.holder[p]!, slice.pairs.target[p]!, window);
    counts.set(actor, (counts.get(actor) ?? 0) + n);
  }
  return [...counts]
    .map(([actor, n]) => {
      const { id, name } = slice.record.actors[actor]!;
      return { actor, id, name, n, tied: tied.has(actor) };
    })
    .sort((a, b) => Number(b.tied) - Number(a.tied) || b.n - a.n || a.name.localeCompare(b.name, 'en'));
}

const pairsWith = (slice: Slice, test: (holder: number, target: number) => boolean) =>
  Array.from({ length: slice.pairs.n }, (_, p) => p).filter((p) => test(slice.pairs.holder[p]!, slice.pairs.target[p]!));

/** Every holder, by rows in the window. */
export function holderChoices(slice: Slice, window: Window): ActorChoice[] {
  return choicesOf(
    slice,
    window,
    pairsWith(slice, () => true),
    'holder',
    new Set(),
  );
}

/** What the holder has rows on, by rows in the window. */
export function targetChoices(slice: Slice, holder: number, window: Window): ActorChoice[] {
  const pairs = pairsWith(slice, (h) => h === holder);
  return choicesOf(slice, window, pairs, 'target', new Set());
}

/** Other holders with rows on the target: those tied to the holder first. */
export function besideChoices(slice: Slice, holder: number, target: number, window: Window): ActorChoice[] {
  const pairs = pairsWith(slice, (h, t) => t === target && h !== holder);
  return choicesOf(slice, window, pairs, 'holder', new Set(tiedTo(slice.record, holder, window.to)));
}

/** For a record without stances: the actors that ties join, or with `to` those joined to it, by how many ties. */
export function tieChoices(record: StanceRecord, to: number | null): ActorChoice[] {
  const counts = new Map<number, number>();
  for (const tie of record.ties) {
    for (const [a, b] of pairsOfTie(record, tie)) {
      for (const actor of to === null ? [a, b] : a === to ? [b] : b === to ? [a] : [])
        counts.set(actor, (counts.get(actor) ?? 0) + 1);
    }
  }
  return [...counts]
    .map(([actor, n]) => ({ actor, id: actorId(record, actor), name: nameOf(record, actor), n, tied: false }))
    .sort((a, b) => b.n - a.n || a.name.localeCompare(b.name, 'en'));
}

/** Pairs near to one that holds no row: the other direction, the same holder on others, others on the same target; most rows first. */
export function nearPairs(
  slice: Slice,
  holder: number,
  target: number,
  most = 6,
): { holder: number; target: number; n: number }[] {
  const rank = (h: number, t: number) => (h === target && t === holder ? 0 : h === holder || t === target ? 1 : 2);
  return Array.from({ length: slice.pairs.n }, (_, p) => ({
    holder: slice.pairs.holder[p]!,
    target: slice.pairs.target[p]!,
    n: rowsOfPlaces(slice, slice.pairs.start[p]!, slice.pairs.start[p + 1]!),
  }))
    .filter(({ holder: h, target: t }) => rank(h, t) < 2)
    .sort((a, b) => rank(a.holder, a.target) - rank(b.holder, b.target) || b.n - a.n)
    .slice(0, most);
}
