import { participantsTest } from '../../analysis/facets';
import { evidenceTest, type Filters } from '../../analysis/slice';
import { EVENT, listOf, type StanceRecord } from '../../record/record';
import { naturalOrder } from '../../words/naturalOrder';
import { middleOf, xOf, type TimeScale } from '../../ui/timeAxis';
import { type Day, LAST_DAY } from '../../words/calendar';

/** An event as it is drawn: a point in time, a span with a start and an end, or a vague date that may be any day between two. */
export interface EventMark {
  /** Evidence index, and its id. */
  e: number;
  id: string;
  title: string;
  /** The title's first clause and an ellipsis, used where the whole title has no room. */
  short: string;
  shape: 'point' | 'span' | 'vague';
  from: Day;
  /** Exclusive; beyond every window for what still goes on. */
  until: Day;
  /** It still goes on: its bracket has no end. */
  open: boolean;
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
  /** Ids of the marks without a label that stand together, itself among them, in order: what a "+4" or any of its ticks opens. */
  more: readonly string[];
  /** Of a count: the day at which it stands, like a point; the marks it counts may begin before the window. */
  at?: Day;
}

/** A mark that has no place of its own: a tick at the foot. */
export const FOOT: Omit<Placed, 'id'> = { row: -1, side: 'none', text: '', more: [] };

/** A mark where it is placed, as it is drawn: from when to when (days, fractions of them), its label, its tip, and the names of its looks. */
export interface ItemDrawn {
  id: string;
  from: number;
  until: number;
  text: string;
  /** What a count stands for is told in the tip of the plot: the title of one of them would be wrong. */
  title: string;
  className: string;
}

/** What is drawn of a mark. A point has no length; it and a count stand in the middle of their day. */
export function itemDrawn(mark: EventMark, { row, side, text, at }: Omit<Placed, 'id'>): ItemDrawn {
  const shape = at === undefined ? mark.shape : 'point';
  const from = shape === 'point' ? (at ?? mark.from) + 0.5 : mark.from;
  return {
    id: mark.id,
    from,
    until: shape === 'point' ? from : mark.until,
    text,
    title: at === undefined ? mark.title : '',
    className: `${shape}${mark.open && shape !== 'point' ? ' open' : ''} ${row < 0 ? 'foot' : `row-${row}`} side-${side}`,
  };
}

/** A window whose plot was dragged by so many px to the right: as long as it was, that much earlier. */
export function windowDragged({ from, until, width }: TimeScale, by: number): { from: number; until: number } {
  const days = (by / width) * (until - from);
  return { from: from - days, until: until - days };
}

const CLAUSE = /\s+(?:amid|after|as|following|before|for|over|during|ahead of|under|while|despite|saying|hours)\s|[;:,–]\s|\s\(/;

/** The first clause of a title: "Poland closes Kuźnica road crossing" of "… amid migration crisis". Whole words. */
export function firstClause(title: string): string {
  const cut = title.search(CLAUSE);
  const clause = cut > 0 ? title.slice(0, cut) : title;
  return clause.split(' ').length >= 3 ? clause : title;
}

/** The label of an event for which there is no room: the first clause of its title, with a mark where the title goes on. */
export function shortTitle(title: string): string {
  const clause = firstClause(title);
  return clause === title ? title : `${clause}…`;
}

/** Events that pass the filters, as marks in order of time. `pair` and `actors` (ids) are the selection: what involves them is labelled first. */
export function eventMarks(
  record: StanceRecord,
  filters: Filters,
  pair: readonly [string, string] | null,
  actors: readonly string[],
): EventMark[] {
  const { evidence } = record;
  const passes = evidenceTest(record, filters);
  const involves = participantsTest(record, filters);
  const focus = indices(record, [...(pair ?? []), ...actors]);
  const marks: EventMark[] = [];
  for (let e = 0; e < evidence.dated; e++) {
    if (evidence.kind[e] !== EVENT || !passes(e)) continue;
    const participants = listOf(evidence.actors, e);
    if (!involves(participants)) continue;
    const span = evidence.until[e]! > evidence.last[e]!;
    const vague = evidence.first[e] !== evidence.last[e];
    const involved = participants.reduce((sum, actor) => sum + Number(focus.has(actor)), 0);
    const title = evidence.title[e]!;
    marks.push({
      e,
      id: evidence.id[e]!,
      title,
      short: shortTitle(title),
      shape: span ? 'span' : vague ? 'vague' : 'point',
      from: evidence.first[e]!,
      until: evidence.until[e]! + 1,
      open: evidence.until[e] === LAST_DAY,
      weight:
        (span ? 6 : 0) +
        3 * Math.min(involved, 2) +
        2 * listOf(evidence.stances, e).length +
        listOf(evidence.sources, e).length +
        evidence.confidence[e]!,
    });
  }
  return marks.sort(inTime);
}

function indices(record: StanceRecord, ids: readonly string[]): Set<number> {
  return new Set(ids.flatMap((id) => record.actorIndex.get(id) ?? []));
}

/**
 * The marks to hand to the timeline for a stretch of days about the window: whatever is labelled in it, stands alone or leads a group,
 * and of the others, which stand behind a count, up to `most` that are dealt out over the stretch, of those close together the heaviest.
 */
export function marksToDraw(
  marks: readonly EventMark[],
  placed: readonly Placed[],
  from: number,
  until: number,
  most = 300,
): EventMark[] {
  const own = new Set(placed.flatMap(({ id, row, more }) => (row >= 0 || more.length === 0 || more[0] === id ? [id] : [])));
  const drawn: EventMark[] = [];
  const others: EventMark[] = [];
  for (const mark of marks) {
    if (own.has(mark.id)) drawn.push(mark);
    else if (mark.from < until && mark.until > from) others.push(mark);
  }
  const room = Math.max(0, most - drawn.length);
  others.sort(byWeight);
  if (others.length <= room) return [...drawn, ...others];
  // Ticks at the same spot hide each other: one of each stretch first, so that no month looks empty that is not.
  const stretch = (until - from) / Math.max(1, room);
  const taken = new Map<number, number>();
  const dealt = others.map((mark) => {
    const place = Math.floor((Math.max(from, mark.from) - from) / stretch);
    const round = taken.get(place) ?? 0;
    taken.set(place, round + 1);
    // Steps of the golden ratio: where a round is cut short, what is left of it lies all over the stretch.
    return { mark, turn: round + ((place * 0.618_034) % 1) };
  });
  return [
    ...drawn,
    ...dealt
      .sort((a, b) => a.turn - b.turn)
      .slice(0, room)
      .map(({ mark }) => mark),
  ];
}

const GAP = 4;
/** Free space kept between one mark with its label and the next. */
const MARGIN = 10;
/** Half a tick's width. */
const HALF = 1.5;
/** Unlabelled ticks nearer than this are counted together. */
const NEAR = 16;

type Interval = [number, number];

/** Whether two of a row would run into each other. */
function collide([a, b]: Interval, [from, to]: Interval): boolean {
  return a < to + MARGIN && b + MARGIN > from;
}

/** Rows of a plot with what is taken in each. */
class Rows {
  readonly #taken: Interval[][];

  constructor(count: number) {
    this.#taken = Array.from({ length: count }, () => []);
  }

  free(row: number, interval: Interval): boolean {
    return !this.#taken[row]!.some((taken) => collide(taken, interval));
  }

  take(row: number, interval: Interval): void {
    this.#taken[row]!.push(interval);
  }

  /** Changes a taken interval where the larger one is free but for itself. */
  widen(row: number, from: Interval, to: Interval): boolean {
    const others = this.#taken[row]!.filter((interval) => interval !== from);
    if (others.some((taken) => collide(taken, to))) return false;
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

/** A mark with its label, in a row. */
interface Labelled {
  mark: EventMark;
  side: Placed['side'];
  row: number;
  interval: Interval;
  text: string;
}

/** Past so many marks a row the lowest row is the counts' own, each standing for a stretch as wide as it: the heaviest keep their labels above. */
const CROWD = 60;
/** Px of such a stretch: a count of three digits with its tick and the space beside it. */
const STRETCH = 46;

/** So many marks without a label on one spot are counted, even where a label has to make way: their ticks hide each other. */
const BUSY = 4;
/** Ticks nearer than this hide each other. */
const SPOT = 3;

/**
 * Packs marks and their labels into rows so that nothing overlaps: heaviest first, the label to the right of its mark, else to its left;
 * over a long span. Labels start as first clauses and grow to whole titles where room is left. What finds no room becomes a tick at the
 * foot; ticks close together are counted by a "+4". On a busy day the lightest labels make way for the count; in a crowd the counts have the
 * lowest row to themselves. Whether a count finds room or not, `more` names what stands together: no mark is out of reach.
 *
 * @param measure width of a text in px
 */
export function packEvents(
  marks: readonly EventMark[],
  scale: TimeScale,
  measure: (text: string) => number,
  rowCount = 3,
): Placed[] {
  const inside = marks.filter((mark) => mark.from < scale.until && mark.until > scale.from).sort(byWeight);
  const across = acrossOf(inside, scale);
  if (rowCount > 1 && inside.length > CROWD * rowCount) return crowded(marks, inside, across, scale, measure, rowCount);
  let labelled = labelsOf(inside, scale, measure, rowCount);
  // Each turn takes at least one label away: the loop ends.
  for (;;) {
    const { evicted } = counted(across, labelled, scale, measure, rowCount, BUSY);
    if (evicted.size === 0) break;
    labelled = labelled.filter(({ mark }) => !evicted.has(mark));
  }
  const rows = rowsWith(labelled, rowCount);
  for (const { place, interval } of counted(across, labelled, scale, measure, rowCount, BUSY).counts)
    rows.take(place.row, interval);
  grow(labelled, rows, scale, measure);
  const { groups, counts } = counted(across, labelled, scale, measure, rowCount, 2);
  return inOrder(
    marks,
    labelled,
    groups,
    counts.map(({ place }) => place),
  );
}

/** Gives labels their whole titles where a row has room for them. */
function grow(labelled: readonly Labelled[], rows: Rows, scale: TimeScale, measure: (text: string) => number): void {
  for (const label of labelled) {
    if (label.text === label.mark.title) continue;
    const wider = candidates(label.mark, measure(label.mark.title), scale).find(({ side }) => side === label.side);
    if (wider === undefined || !rows.widen(label.row, label.interval, wider.interval)) continue;
    label.interval = wider.interval;
    label.text = label.mark.title;
  }
}

/** What is placed, in the order of the marks. */
function inOrder(
  marks: readonly EventMark[],
  labelled: readonly Labelled[],
  groups: readonly (readonly Standing[])[],
  counts: readonly Placed[],
): Placed[] {
  const placed = new Map<string, Placed>();
  for (const { mark, row, side, text } of labelled) placed.set(mark.id, { id: mark.id, row, side, text, more: [] });
  for (const group of groups) {
    const more = group.length > 1 ? group.map(({ mark }) => mark.id) : [];
    for (const { mark } of group) placed.set(mark.id, { id: mark.id, row: -1, side: 'none', text: '', more });
  }
  for (const count of counts) placed.set(count.id, count);
  return marks.flatMap((mark) => placed.get(mark.id) ?? []);
}

/** More marks than rows can name: the heaviest are labelled in all rows but the lowest, and there every other one is counted. */
function crowded(
  marks: readonly EventMark[],
  inside: readonly EventMark[],
  across: readonly Standing[],
  scale: TimeScale,
  measure: (text: string) => number,
  rowCount: number,
): Placed[] {
  const labelled = labelsOf(inside, scale, measure, rowCount - 1);
  grow(labelled, rowsWith(labelled, rowCount - 1), scale, measure);
  const shown = new Set(labelled.map(({ mark }) => mark));
  const groups = nearby(
    across.filter(({ mark }) => !shown.has(mark)),
    STRETCH,
  );
  // The last would hang out of the plot: it counts with the one before it.
  const [last, before] = [groups.at(-1), groups.at(-2)];
  if (last !== undefined && before !== undefined && (last[0]?.x ?? 0) + STRETCH > scale.width) {
    before.push(...last);
    groups.pop();
  }
  const counts = groups.flatMap((group): Placed[] => {
    const leader = group[0]?.mark;
    if (leader === undefined || group.length < 2) return [];
    const at = Math.max(leader.from, Math.ceil(scale.from));
    const text = `+${group.length}`;
    const [spot] = candidates({ ...leader, shape: 'point', from: at }, measure(text), scale);
    return spot === undefined
      ? []
      : [{ id: leader.id, row: rowCount - 1, side: spot.side, text, more: group.map(({ mark }) => mark.id), at }];
  });
  return inOrder(marks, labelled, groups, counts);
}

function labelsOf(
  order: readonly EventMark[],
  scale: TimeScale,
  measure: (text: string) => number,
  rowCount: number,
): Labelled[] {
  const rows = new Rows(rowCount);
  const labelled: Labelled[] = [];
  for (const mark of order) {
    // Of a hundred thousand marks only those that have room are measured.
    if (!roomFor(rows, rowCount, extentOf(mark, scale))) continue;
    const spot = findSpot(rows, rowCount, candidates(mark, measure(mark.short), scale));
    if (spot === null) continue;
    rows.take(spot.row, spot.interval);
    labelled.push({ mark, text: mark.short, ...spot });
  }
  return labelled;
}

function rowsWith(labelled: readonly Labelled[], rowCount: number): Rows {
  const rows = new Rows(rowCount);
  for (const { row, interval } of labelled) rows.take(row, interval);
  return rows;
}

/**
 * Marks without a label in groups that stand together, the counts of those of `least` or more that find room, and the labels that would
 * have to go for one on a single spot that finds none.
 */
function counted(
  across: readonly Standing[],
  labelled: readonly Labelled[],
  scale: TimeScale,
  measure: (text: string) => number,
  rowCount: number,
  least: number,
) {
  const rows = rowsWith(labelled, rowCount);
  const shown = new Set(labelled.map(({ mark }) => mark));
  const groups = nearby(across.filter(({ mark }) => !shown.has(mark)));
  const counts: { place: Placed; interval: Interval }[] = [];
  const evicted = new Set<EventMark>();
  // The largest first: a count of two never takes the room of one of seven.
  for (const group of [...groups].sort((a, b) => b.length - a.length)) {
    const leader = group[0]?.mark;
    if (leader === undefined || group.length < least) continue;
    const text = `+${group.length}`;
    const at = Math.max(leader.from, Math.ceil(scale.from));
    const options = candidates({ ...leader, shape: 'point', from: at }, measure(text), scale);
    const spot = findSpot(rows, rowCount, options);
    if (spot !== null) {
      rows.take(spot.row, spot.interval);
      counts.push({
        place: { id: leader.id, row: spot.row, side: spot.side, text, more: group.map(({ mark }) => mark.id), at },
        interval: spot.interval,
      });
    } else if (evicted.size === 0 && onOneSpot(group) >= BUSY) {
      for (const mark of cheapest(options, labelled, counts, rowCount)) evicted.add(mark);
    }
  }
  return { groups, counts, evicted };
}

/** Most marks of a group, given from left to right, that stand on one spot. */
function onOneSpot(group: readonly Standing[]): number {
  let most = 0;
  let start = 0;
  group.forEach(({ x }, end) => {
    while (x - (group[start]?.x ?? x) >= SPOT) start++;
    most = Math.max(most, end - start + 1);
  });
  return most;
}

/** The lightest labels that stand where a count could, none of them a count; none where counts are in the way everywhere. */
function cheapest(
  options: readonly Candidate[],
  labelled: readonly Labelled[],
  counts: readonly { place: Placed; interval: Interval }[],
  rowCount: number,
): EventMark[] {
  let best: EventMark[] = [];
  let least = Infinity;
  for (const { interval } of options) {
    for (let row = rowCount - 1; row >= 0; row--) {
      if (counts.some((count) => count.place.row === row && collide(count.interval, interval))) continue;
      const inTheWay = labelled.filter((label) => label.row === row && collide(label.interval, interval)).map(({ mark }) => mark);
      const cost = inTheWay.reduce((sum, { weight }) => sum + 1 + weight, 0);
      if (cost < least) [best, least] = [inTheWay, cost];
    }
  }
  return best;
}

/** By day, then as a reader counts: the order of the keyboard, the lists and the table. */
function inTime(a: EventMark, b: EventMark): number {
  return a.from - b.from || naturalOrder(a.title, b.title) || (a.id < b.id ? -1 : 1);
}

function byWeight(a: EventMark, b: EventMark): number {
  return b.weight - a.weight || inTime(a, b);
}

/** Whether any row has room for a mark by itself: where none has, none has room for its label. */
function roomFor(rows: Rows, rowCount: number, extent: Interval): boolean {
  for (let row = 0; row < rowCount; row++) if (rows.free(row, extent)) return true;
  return false;
}

function findSpot(rows: Rows, rowCount: number, options: Candidate[]): (Candidate & { row: number }) | null {
  for (const option of options)
    for (let row = 0; row < rowCount; row++) if (rows.free(row, option.interval)) return { ...option, row };
  return null;
}

/** A mark and where it begins on the plot, in px. */
interface Standing {
  mark: EventMark;
  x: number;
}

/** Marks from left to right; those that begin on one spot in order of time. */
function acrossOf(marks: readonly EventMark[], scale: TimeScale): Standing[] {
  return marks.map((mark) => ({ mark, x: extentOf(mark, scale)[0] })).sort((a, b) => a.x - b.x || inTime(a.mark, b.mark));
}

/** Marks from left to right, cut where the next stands apart from the first of its group. */
function nearby(across: readonly Standing[], near = NEAR): Standing[][] {
  const groups: Standing[][] = [];
  let start = -Infinity;
  for (const one of across) {
    const group = groups.at(-1);
    if (group === undefined || one.x - start > near) {
      groups.push([one]);
      start = one.x;
    } else group.push(one);
  }
  return groups;
}
