import { pairOf, rowsAt, rowsBefore, rowsOf, type Slice } from '../../analysis/slice';
import { friendlyPairs } from '../../analysis/rift/tied';
import { LANES, type LaneKind } from '../../focus/view';
import { listOf, type StanceRecord } from '../../record/record';
import type { Day } from '../../words/calendar';
import { capital, fitted, pairName, slugWords } from '../../words/names';

/** One lane: whose rows it holds, and what a click on its name chooses. */
export interface Lane {
  /** Stable across windows. */
  key: string;
  by: LaneKind;
  label: string;
  /** Holder and target of a pair, one actor, one topic, or one side of sources (none where a source has no side). */
  ids: readonly string[];
  /** Index of the pair in the slice, -1 for the other kinds. */
  pair: number;
  /** Belongs to the selection. */
  strong: boolean;
  /** Positions in the slice, in date order, and their days. */
  rows: Uint32Array;
  days: Int32Array;
  /** Rows in the window. */
  count: number;
}

export interface LaneChoice {
  by: LaneKind;
  from: Day;
  to: Day;
  /** Selected pair (ids) and further holders set beside it. */
  pair: readonly [string, string] | null;
  beside: readonly string[];
  /** Selected actors (ids). */
  actors: readonly string[];
  /** Topics and sides of the filter. */
  topics: readonly string[];
  sides: readonly string[];
  /** How many lanes there is room for. */
  most: number;
}

/** A name short enough for a lane: the actor's initials (US, EU) where its aliases have them, else its name. */
export function initialsOf(record: StanceRecord, actor: number): string {
  const { name, aliases } = record.actors[actor]!;
  return aliases.find((alias) => /^\p{Lu}{2,5}$/u.test(alias)) ?? name;
}

/**
 * "Belarus on US": full names where they fit in `width` px, else the longer one shortened to initials, else both; where these are too long
 * too, each side keeps its first words in the room that the other leaves it, so that neither is ever lost.
 */
export function pairLabel(
  record: StanceRecord,
  holder: number,
  target: number,
  width = Infinity,
  measure: (text: string) => number = () => 0,
): string {
  const h = record.actors[holder]!.name;
  const t = record.actors[target]!.name;
  const hs = initialsOf(record, holder);
  const ts = initialsOf(record, target);
  const longerFirst = h.length >= t.length ? [pairName(hs, t), pairName(h, ts)] : [pairName(h, ts), pairName(hs, t)];
  const options = [pairName(h, t), ...longerFirst, pairName(hs, ts)];
  const whole = options.find((option) => measure(option) <= width);
  if (whole !== undefined) return whole;
  const room = width - measure(' on ');
  const [a, b] = [measure(hs), measure(ts)];
  const half = room / 2;
  const first = fitted(hs, b < half ? room - b : half, measure);
  const second = fitted(ts, a < half ? room - a : half, measure);
  return pairName(first, second);
}

const daysOf = (slice: Slice, rows: Uint32Array) => Int32Array.from(rows, (k) => slice.day[k]!);
const within = (days: Int32Array, from: Day, to: Day) => rowsBefore(days, to + 1) - rowsBefore(days, from);

/** Lanes for the window: what is selected first, then the most active, as many as there is room for. */
export function lanesOf(slice: Slice, choice: LaneChoice): Lane[] {
  switch (lanesBy(slice.record, choice.by)) {
    case 'pair':
      return pairLanes(slice, choice);
    case 'actor':
      return actorLanes(slice, choice);
    case 'topic':
      return topicLanes(slice, choice);
    case 'side':
      return sideLanes(slice, choice);
  }
}

/** By what a record's lanes can stand: by side of sources only where its sources have sides. */
export function laneKinds(record: StanceRecord): LaneKind[] {
  return LANES.filter((kind) => kind !== 'side' || record.sides.length > 0);
}

/** By what they do stand: a link may ask for what the record has not. */
export function lanesBy(record: StanceRecord, asked: LaneKind): LaneKind {
  return laneKinds(record).includes(asked) ? asked : 'pair';
}

function pairLanes(slice: Slice, { from, to, pair, beside, actors, most }: LaneChoice): Lane[] {
  const { record, pairs } = slice;
  const chosen: { pair: number; strong: boolean }[] = [];
  const add = (index: number, strong: boolean) => {
    if (index >= 0 && !chosen.some((lane) => lane.pair === index)) chosen.push({ pair: index, strong });
  };
  const count = Array.from({ length: pairs.n }, (_, p) => countOf(slice, p, from, to));
  const active = (list: number[]) => list.filter((p) => count[p]! > 0).sort((a, b) => count[b]! - count[a]! || a - b);
  const all = Array.from({ length: pairs.n }, (_, p) => p);

  const holder = pair === null ? undefined : record.actorIndex.get(pair[0]);
  const target = pair === null ? undefined : record.actorIndex.get(pair[1]);
  if (holder !== undefined && target !== undefined) {
    add(pairOf(slice, holder, target), true);
    for (const id of beside) add(pairOf(slice, record.actorIndex.get(id) ?? -1, target), true);
    const friends = companions(record, holder, to).map((friend) => pairOf(slice, friend, target));
    for (const p of active(friends.filter((p) => p >= 0)).slice(0, 2)) add(p, true);
    add(pairOf(slice, target, holder), false);
  }
  const own = new Set(actors.flatMap((id) => record.actorIndex.get(id) ?? []));
  if (own.size > 0) {
    const touching = all.filter((p) => own.has(pairs.holder[p]!) || own.has(pairs.target[p]!));
    for (const p of active(touching)) add(p, own.has(pairs.holder[p]!));
  }
  const filling = active(all);
  // An empty window keeps its lanes: those that speak most elsewhere.
  if (filling.length === 0) filling.push(...all.sort((a, b) => rowsOf(slice, b).length - rowsOf(slice, a).length || a - b));
  for (const p of filling) {
    if (chosen.length >= most) break;
    add(p, false);
  }
  return chosen.slice(0, most).map(({ pair: p, strong }) => {
    const rows = rowsOf(slice, p);
    const ids = [record.actors[pairs.holder[p]!]!.id, record.actors[pairs.target[p]!]!.id];
    return {
      key: `pair ${ids.join(' ')}`,
      by: 'pair',
      label: pairLabel(record, pairs.holder[p]!, pairs.target[p]!),
      ids,
      pair: p,
      strong,
      rows,
      days: daysOf(slice, rows),
      count: count[p]!,
    };
  });
}

function countOf(slice: Slice, pair: number, from: Day, to: Day): number {
  let n = 0;
  for (const k of rowsOf(slice, pair)) if (slice.day[k]! >= from && slice.day[k]! <= to) n += rowsAt(slice, k);
  return n;
}

/** Actors on one side with `holder` on `day`: those whose rift with it is asked about. */
function companions(record: StanceRecord, holder: number, day: Day): number[] {
  return friendlyPairs(record, day).flatMap(({ a, b }) => (a === holder ? [b] : b === holder ? [a] : []));
}

function grouped(slice: Slice, groups: number, groupsOf: (k: number) => Iterable<number>): Uint32Array[] {
  const lists: number[][] = Array.from({ length: groups }, () => []);
  for (let k = 0; k < slice.n; k++) for (const group of groupsOf(k)) lists[group]!.push(k);
  return lists.map((list) => Uint32Array.from(list));
}

function rankedLanes(
  slice: Slice,
  lists: Uint32Array[],
  choice: LaneChoice,
  id: (i: number) => string,
  label: (i: number) => string,
): Lane[] {
  const chosen: Record<Exclude<LaneKind, 'pair'>, readonly string[]> = {
    actor: [...choice.actors, ...(choice.pair === null ? [] : [choice.pair[0]])],
    topic: choice.topics,
    side: choice.sides,
  };
  const selected = choice.by === 'pair' ? [] : chosen[choice.by];
  const empty = within(slice.day, choice.from, choice.to) === 0;
  const lanes = lists.flatMap((rows, i): Lane[] => {
    if (rows.length === 0) return [];
    const days = daysOf(slice, rows);
    const count = within(days, choice.from, choice.to);
    const strong = selected.includes(id(i));
    if (count === 0 && !strong && !empty) return [];
    const ids = id(i) === '' ? [] : [id(i)];
    return [{ key: `${choice.by} ${id(i)}`, by: choice.by, label: label(i), ids, pair: -1, strong, rows, days, count }];
  });
  return lanes
    .sort(
      (a, b) =>
        Number(b.strong) - Number(a.strong) || b.count - a.count || b.rows.length - a.rows.length || (a.label < b.label ? -1 : 1),
    )
    .slice(0, choice.most);
}

/** All stances that an actor holds. */
function actorLanes(slice: Slice, choice: LaneChoice): Lane[] {
  const { actors } = slice.record;
  const lists = grouped(slice, actors.length, (k) => [slice.holder[k]!]);
  return rankedLanes(
    slice,
    lists,
    choice,
    (i) => actors[i]!.id,
    (i) => actors[i]!.name,
  );
}

/** All stances from evidence on a topic: a row stands in the lane of each of its topics. */
function topicLanes(slice: Slice, choice: LaneChoice): Lane[] {
  const { record } = slice;
  const lists = grouped(slice, record.topics.length, (k) =>
    listOf(record.evidence.topics, record.stances.evidence[slice.row[k]!]!),
  );
  return rankedLanes(
    slice,
    lists,
    choice,
    (i) => record.topics[i]!,
    (i) => topicName(record.topics[i]!),
  );
}

/** All stances by the sides of their sources: a row with sources of two sides stands in the lanes of both. */
function sideLanes(slice: Slice, choice: LaneChoice): Lane[] {
  const { record } = slice;
  const sides = [...record.sides, { id: '', label: 'side not given' }];
  const sideOf = record.sources.map(({ side }) => sides.findIndex(({ id }) => id === side));
  const lists = grouped(
    slice,
    sides.length,
    (k) => new Set(listOf(record.evidence.sources, record.stances.evidence[slice.row[k]!]!).map((source) => sideOf[source]!)),
  );
  return rankedLanes(
    slice,
    lists,
    choice,
    (i) => sides[i]!.id,
    (i) => capital(sides[i]!.label),
  );
}

/** A topic's slug as a reader reads it: "eu", "ukraine-war" become "EU", "Ukraine war". */
export function topicName(slug: string): string {
  const words = slugWords(slug);
  return words.length <= 4 && /^(eu|un|nato|osce|csto)$/.test(words)
    ? words.toUpperCase()
    : words.charAt(0).toUpperCase() + words.slice(1);
}
