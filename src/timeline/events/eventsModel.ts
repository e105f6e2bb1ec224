import { evidenceTest, type Filters } from '../../analysis/slice';
import { EVENT, listOf, type StanceRecord } from '../../record/record';
import type { Day } from '../../words/day';
import { middleOf, xOf, type TimeScale } from '../../ui/timeAxis';

/** An event as it is drawn: a point in time, a span with a start and an end, or a vague date that may be any day between two. */
export interface EventMark {
  /** Evidence index, and its id. */
  e: number;
  id: string;
  title: string;
  /** The title's first clause, used where the whole title has no room. */
  short: string;
  shape: 'point' | 'span' | 'vague';
  from: Day;
  /** Exclusive. */
  until: Day;
  /** Heavier events are labelled first. */
  weight: number;
}

/** Where a mark stands and what it says. */
export interface Placed {
  id: string;
  /** Row from the top, or -1: a tick on the foot of the plot without a label. */
  row: number;
  side: 'right' | 'left' | 'over' | 'none';
  text: string;
  /** Ids of the unlabelled marks, itself among them, that a "+4" stands for. */
  more: readonly string[];
}

const CLAUSE = /\s+(?:amid|after|as|following|before|for|over|during|ahead of|under|while|despite|saying|hours)\s|[;:,–]\s|\s\(/;

/** The first clause of a title: "Poland closes Kuźnica road crossing" of "… amid migration crisis". Whole words, never an ellipsis. */
export function firstClause(title: string): string {
  const cut = title.search(CLAUSE);
  const clause = cut > 0 ? title.slice(0, cut) : title;
  return clause.split(' ').length >= 3 ? clause : title;
}

/** Events that pass the filters, as marks. `pair` and `actors` (ids) are the selection: what involves them is labelled first. */
export function eventMarks(
  record: StanceRecord,
  filters: Filters,
  pair: readonly [string, string] | null,
  actors: readonly string[],
): EventMark[] {
  const { evidence } = record;
  const passes = evidenceTest(record, filters);
  const chosen = indices(record, filters.actors);
  const focus = indices(record, [...(pair ?? []), ...actors]);
  const marks: EventMark[] = [];
  for (let e = 0; e < evidence.n; e++) {
    if (evidence.kind[e] !== EVENT || !passes(e)) continue;
    const participants = listOf(evidence.actors, e);
    if (chosen.size > 0 && !participants.some((actor) => chosen.has(actor))) continue;
    const span = evidence.until[e]! > evidence.last[e]!;
    const vague = evidence.first[e] !== evidence.last[e];
    const involved = participants.reduce((sum, actor) => sum + Number(focus.has(actor)), 0);
    const title = evidence.title[e]!;
    marks.push({
      e,
      id: evidence.id[e]!,
      title,
      short: firstClause(title),
      shape: span ? 'span' : vague ? 'vague' : 'point',
      from: evidence.first[e]!,
      until: evidence.until[e]! + 1,
      weight:
        (span ? 6 : 0) +
        3 * Math.min(involved, 2) +
        2 * listOf(evidence.stances, e).length +
        listOf(evidence.sources, e).length +
        evidence.confidence[e]!,
    });
  }
  return marks;
}

function indices(record: StanceRecord, ids: readonly string[]): Set<number> {
  return new Set(ids.flatMap((id) => record.actorIndex.get(id) ?? []));
}

/** The marks to hand to the timeline: those that touch the window, the heaviest where they are too many for labels to mean anything. */
export function marksIn(marks: readonly EventMark[], from: number, until: number, most = 300): EventMark[] {
  const inside = marks.filter((mark) => mark.from < until && mark.until > from);
  if (inside.length <= most) return inside;
  return [...inside].sort((a, b) => b.weight - a.weight || a.from - b.from).slice(0, most);
}

const GAP = 4;
/** Free space kept between one mark with its label and the next. */
const MARGIN = 10;
/** Half a tick's width. */
const HALF = 1.5;
/** Unlabelled ticks nearer than this are counted together. */
const NEAR = 16;

type Interval = [number, number];

/** Rows of a plot with what is taken in each. */
class Rows {
  readonly #taken: Interval[][];

  constructor(count: number) {
    this.#taken = Array.from({ length: count }, () => []);
  }

  free(row: number, [a, b]: Interval): boolean {
    return this.#taken[row]!.every(([from, to]) => b + MARGIN <= from || a - MARGIN >= to);
  }

  take(row: number, interval: Interval): void {
    this.#taken[row]!.push(interval);
  }

  /** Changes a taken interval where the larger one is free but for itself. */
  widen(row: number, from: Interval, to: Interval): boolean {
    const others = this.#taken[row]!.filter((interval) => interval !== from);
    if (!others.every(([a, b]) => to[1] + MARGIN <= a || to[0] - MARGIN >= b)) return false;
    this.#taken[row] = [...others, to];
    return true;
  }
}

interface Candidate {
  side: Placed['side'];
  interval: Interval;
}

/** Px between which a mark stands, cut to the plot. A point is one tick wide. */
export function extentOf(mark: EventMark, scale: TimeScale): Interval {
  if (mark.shape === 'point') {
    const x = middleOf(scale, mark.from);
    return [x - HALF, x + HALF];
  }
  return [Math.max(0, xOf(scale, mark.from)), Math.min(scale.width, xOf(scale, mark.until))];
}

function candidates(mark: EventMark, label: number, scale: TimeScale): Candidate[] {
  const [a, b] = extentOf(mark, scale);
  const options: Candidate[] = [];
  if (mark.shape === 'span' && b - a >= label + 2 * GAP) options.push({ side: 'over', interval: [a, b] });
  options.push({ side: 'right', interval: [a, b + GAP + label] }, { side: 'left', interval: [a - GAP - label, b] });
  return options.filter(({ interval }) => interval[0] >= 0 && interval[1] <= scale.width);
}

/**
 * Packs marks and their labels into rows so that nothing overlaps: heaviest first, the label to the right of its mark, else to its left;
 * over a long span. Labels start as first clauses and grow to whole titles where room is left. What finds no room becomes a tick at the
 * foot; ticks close together are counted by a "+4" where that still fits.
 *
 * @param measure width of a text in px
 */
export function packEvents(
  marks: readonly EventMark[],
  scale: TimeScale,
  measure: (text: string) => number,
  rowCount = 3,
): Placed[] {
  const rows = new Rows(rowCount);
  const placed = new Map<string, Placed>();
  const labelled: { mark: EventMark; side: Placed['side']; row: number; interval: Interval }[] = [];
  const order = marks.filter((mark) => mark.from < scale.until && mark.until > scale.from).sort(byWeight);

  for (const mark of order) {
    const spot = findSpot(rows, rowCount, candidates(mark, measure(mark.short), scale));
    if (spot === null) continue;
    rows.take(spot.row, spot.interval);
    labelled.push({ mark, ...spot });
    placed.set(mark.id, { id: mark.id, row: spot.row, side: spot.side, text: mark.short, more: [] });
  }
  for (const { mark, side, row, interval } of labelled) {
    if (mark.short === mark.title) continue;
    const wider = candidates(mark, measure(mark.title), scale).find((candidate) => candidate.side === side);
    if (wider !== undefined && rows.widen(row, interval, wider.interval)) placed.get(mark.id)!.text = mark.title;
  }

  const rest = order.filter((mark) => !placed.has(mark.id)).sort((a, b) => extentOf(a, scale)[0] - extentOf(b, scale)[0]);
  for (const group of nearby(rest, scale)) {
    const [leader, ...others] = group;
    if (leader === undefined) continue;
    const text = group.length > 1 ? `+${group.length}` : '';
    const point: EventMark = leader.shape === 'span' ? { ...leader, shape: 'point' } : leader;
    const spot = text === '' ? null : findSpot(rows, rowCount, candidates(point, measure(text), scale));
    if (spot !== null) rows.take(spot.row, spot.interval);
    const more = group.map(({ id }) => id);
    placed.set(leader.id, spot === null ? foot(leader.id) : { id: leader.id, row: spot.row, side: spot.side, text, more });
    for (const other of others) placed.set(other.id, foot(other.id));
  }
  return marks.flatMap((mark) => placed.get(mark.id) ?? []);
}

const foot = (id: string): Placed => ({ id, row: -1, side: 'none', text: '', more: [] });

function byWeight(a: EventMark, b: EventMark): number {
  return b.weight - a.weight || a.from - b.from || (a.id < b.id ? -1 : 1);
}

function findSpot(rows: Rows, rowCount: number, options: Candidate[]): (Candidate & { row: number }) | null {
  for (const option of options)
    for (let row = 0; row < rowCount; row++) if (rows.free(row, option.interval)) return { ...option, row };
  return null;
}

/** Marks in order of x, cut where the next stands apart from the first of its group. */
function nearby(marks: readonly EventMark[], scale: TimeScale): EventMark[][] {
  const groups: EventMark[][] = [];
  let start = -Infinity;
  for (const mark of marks) {
    const x = extentOf(mark, scale)[0];
    if (x - start > NEAR) {
      groups.push([mark]);
      start = x;
    } else groups[groups.length - 1]!.push(mark);
  }
  return groups;
}
