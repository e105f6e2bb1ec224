import { nameOf } from '../record/names';
import { evidenceTest, folding, pairOf, rowsBefore, rowsOf, type Filters, type Slice } from './slice';
import { listOf, type StanceRecord } from '../record/record';
import { type Day, NO_DAY } from '../words/calendar';

/** What the reader has selected, as the state of the focus holds it. */
export interface Selection {
  pair: readonly [string, string] | null;
  actors: readonly string[];
  place: string;
}

/** The rows of a selection over all dates: the window and the hand of the clock only cut them. */
export interface ChosenRows {
  title: string;
  kind: 'pair' | 'actors' | 'place' | 'all';
  /** Indices of the evidence, in date order; those without a date last. */
  rows: Uint32Array;
  day: Int32Array;
  /** Last day on which each of them goes on: of a statement and an event of one day, that day. */
  until: Int32Array;
  /** Positions in the slice of the stances that belong to the selection, by evidence. */
  positions: ReadonlyMap<number, readonly number[]>;
}

const nameById = (record: StanceRecord, id: string): string => {
  const index = record.actorIndex.get(id);
  return index === undefined ? id : nameOf(record, index);
};

/** What is selected, by name. */
export function titleOf(record: StanceRecord, { pair, actors, place }: Selection): string {
  if (pair !== null) return `${nameById(record, pair[0])} on ${nameById(record, pair[1])}`;
  if (actors.length === 1) return nameById(record, actors[0] ?? '');
  if (actors.length > 1) {
    const names = actors.map((id) => nameById(record, id));
    return `${names.length === 2 ? 'Between' : 'Among'} ${names.slice(0, -1).join(', ')} and ${names[names.length - 1]!}`;
  }
  if (place !== '') {
    const index = record.placeIndex.get(place);
    return index === undefined ? place : record.places[index]!.name;
  }
  return 'All rows in the window';
}

/**
 * Which rows belong to a selection, under the filters of the slice. A pair: the rows that its stances rest on. One actor: the rows in
 * which it speaks, is spoken for, is a target, takes part, or holds or receives a stance. Several: the rows that involve two of them or
 * more. A place: what happened or was said there. Nothing: every row.
 *
 * A row that carries coded stances is in only if one of them passes; a row without any (most events) only where no filter asks for
 * what it cannot have: a coder's score, a sign, an account at second hand, a holder or a target.
 */
export function chooseRows(slice: Slice, selection: Selection): ChosenRows {
  const { record, filters } = slice;
  const { evidence, stances } = record;
  const title = titleOf(record, selection);
  const positions = new Map<number, number[]>();
  const keep = (k: number) => {
    const e = stances.evidence[slice.row[k]!]!;
    const list = positions.get(e);
    if (list === undefined) positions.set(e, [k]);
    else list.push(k);
  };
  if (selection.pair !== null) {
    const [holder, target] = selection.pair.map((id) => record.actorIndex.get(id) ?? -1) as [number, number];
    const pair = holder < 0 || target < 0 ? -1 : pairOf(slice, holder, target);
    if (pair >= 0) rowsOf(slice, pair).forEach(keep);
    for (let k = slice.n; k < slice.all; k++) if (slice.holder[k] === holder && slice.target[k] === target) keep(k);
    return finished({ title, kind: 'pair', positions }, record, [...positions.keys()]);
  }
  const fold = folding(record, filters);
  const chosen = new Set(selection.actors.map((id) => record.actorIndex.get(id) ?? -1));
  const least = Math.min(2, chosen.size);
  const place = selection.place === '' ? -1 : (record.placeIndex.get(selection.place) ?? -2);
  const coded = new Uint8Array(evidence.n);
  for (let k = 0; k < slice.all; k++) {
    coded[stances.evidence[slice.row[k]!]!] = 1;
    const between = Number(chosen.has(slice.holder[k]!)) + Number(chosen.has(slice.target[k]!));
    if (between >= least) keep(k);
  }
  const passes = evidenceTest(record, filters);
  const uncoded = canBeUncoded(filters);
  const kinds = new Set(filters.actorKinds);
  const only = new Set(filters.actors.map((id) => record.actorIndex.get(id) ?? -1));
  const rows: number[] = [];
  for (let e = 0; e < evidence.n; e++) {
    if (place !== -1 && !listOf(evidence.places, e).includes(place)) continue;
    const hasStances = listOf(evidence.stances, e).length > 0;
    if (hasStances ? coded[e] !== 1 : !uncoded || !passes(e)) continue;
    const involved = involvedIn(record, e, fold);
    if (!hasStances) {
      if (only.size > 0 && some(involved, only) === filters.but.includes('only')) continue;
      if (kinds.size > 0 && ![...involved].every((actor) => kinds.has(record.actors[actor]!.kind))) continue;
    }
    if (chosen.size > 0 && !positions.has(e) && count(involved, chosen) < least) continue;
    rows.push(e);
  }
  const kind = chosen.size > 0 ? 'actors' : selection.place !== '' ? 'place' : 'all';
  return finished({ title, kind, positions }, record, rows);
}

/** Whether a row without a coded stance can pass: no filter asks for what it cannot have. */
const canBeUncoded = (filters: Filters): boolean =>
  filters.coder === '' &&
  filters.sign === 'any' &&
  filters.basis !== 'attributed' &&
  filters.holders.length === 0 &&
  filters.targets.length === 0;

/** Actors that a row involves: who speaks, for whom, on whose behalf, on whom, or who takes part. */
function involvedIn(record: StanceRecord, e: number, fold: (actor: number) => number): Set<number> {
  const { evidence, actors } = record;
  const involved = new Set<number>();
  const add = (actor: number | undefined) => {
    if (actor !== undefined && actor >= 0) involved.add(actor).add(fold(actor));
  };
  const speaker = evidence.speaker[e]!;
  add(speaker);
  add(speaker < 0 ? -1 : actors[speaker]!.speaksFor);
  add(evidence.behalf[e]);
  listOf(evidence.actors, e).forEach(add);
  return involved;
}

const some = (values: ReadonlySet<number>, wanted: ReadonlySet<number>) => [...values].some((value) => wanted.has(value));
const count = (values: ReadonlySet<number>, wanted: ReadonlySet<number>) =>
  [...values].filter((value) => wanted.has(value)).length;

function finished(base: Omit<ChosenRows, 'rows' | 'day' | 'until'>, record: StanceRecord, list: number[]): ChosenRows {
  // Evidence is sorted by day: its indices in rising order are in date order.
  const rows = Uint32Array.from(list).sort();
  const { evidence } = record;
  const span = (e: number) => evidence.until[e]! > evidence.last[e]!;
  return {
    ...base,
    rows,
    day: Int32Array.from(rows, (e) => evidence.day[e]!),
    until: Int32Array.from(rows, (e) => (span(e) ? evidence.until[e]! : evidence.day[e]!)),
  };
}

/** Where the window and the hand cut the chosen rows: positions in `rows`, the window is [low, high), up to the hand [low, split). */
export interface Cut {
  low: number;
  split: number;
  high: number;
  /** Rows (evidence) that began before the window and go on in it, in date order. */
  holding: readonly number[];
}

export function cutRows(chosen: ChosenRows, from: Day, to: Day, at: Day): Cut {
  const low = rowsBefore(chosen.day, from);
  const high = Math.max(low, rowsBefore(chosen.day, to + 1));
  const holding: number[] = [];
  for (let i = 0; i < low; i++) if (chosen.until[i]! >= from) holding.push(chosen.rows[i]!);
  return { low, high, split: Math.min(high, Math.max(low, rowsBefore(chosen.day, at + 1))), holding };
}

/** The nearest rows outside an empty window: indices of the evidence, -1 where there is none on that side. */
export function nearestRows(chosen: ChosenRows, from: Day, to: Day): { before: number; after: number } {
  const { low, high } = cutRows(chosen, from, to, to);
  return { before: low > 0 ? chosen.rows[low - 1]! : -1, after: high < datedRows(chosen) ? chosen.rows[high]! : -1 };
}

/** How many of the chosen rows have a date: the others stand after them. */
export function datedRows(chosen: ChosenRows): number {
  return rowsBefore(chosen.day, NO_DAY);
}

/** Mean score of the selection's stances in a row, or null where it carries none of them: what the list is sorted by. */
export function scoreIn(slice: Slice, chosen: ChosenRows, e: number): number | null {
  const positions = chosen.positions.get(e);
  if (positions === undefined || positions.length === 0) return null;
  return positions.reduce((sum, k) => sum + slice.score[k]!, 0) / positions.length;
}
