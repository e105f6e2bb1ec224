import { pairOf, rowsAt, type Slice } from '../analysis/slice';
import { type Look, lookOf, saidStance, tieLook } from '../analysis/stance/look';
import type { Running } from '../analysis/stance/stance';
import { tiedPairs } from '../analysis/rift/tied';
import type { ViewState } from '../focus/view';
import type { Actor, StanceRecord } from '../record/record';
import type { Grade } from '../words/scores';
import { signed } from '../words/numbers';
import type { Day } from '../words/calendar';
import { hiddenMessages } from '../words/messages/hidden';
import { mapMessages } from '../words/messages/map';
import { stanceMessages } from '../words/messages/stance';

/** Setting under which the map keeps the actor it reads from, where the selection alone does not say it (see `subjectOf`). */
export const SUBJECT = 'map-of';

/** South-west and north-east corners in degrees; an east above 180 lies across the antimeridian. */
export type Bounds = [[number, number], [number, number]];

/** What an area on the map says. */
export type Shade =
  | { kind: 'subject' }
  | ({ kind: 'stance' } & Look)
  /** Rows there are, but fewer than the reader asks for. */
  | { kind: 'below'; rows: number }
  | { kind: 'tie'; grade: Grade; titles: string[] }
  /** Rows there are, and the filters hide them; in words. */
  | { kind: 'hidden'; says: string }
  | { kind: 'uncovered' };

/** An actor that the map's actor may hold a stance on, or that may hold one on it, and the pair that says so (-1 for none). */
export interface Counterpart {
  actor: number;
  pair: number;
}

/** The first state actor of each country: which actor an area stands for. */
export function statesByCountry(record: StanceRecord): Map<string, number> {
  const found = new Map<string, number>();
  record.actors.forEach((actor, index) => {
    if (actor.kind === 'state' && actor.country !== '' && !found.has(actor.country)) found.set(actor.country, index);
  });
  return found;
}

/** Whether the map can only read ties: the record holds no stance at all. */
export function readsTies(record: StanceRecord): boolean {
  return record.stances.n === 0;
}

/** The actor with most rows as holder in the slice; in a record of ties, the one with most signed ties; -1 in an empty record. */
export function mainHolder(slice: Slice): number {
  const { record } = slice;
  const count = new Uint32Array(record.actors.length);
  if (readsTies(record)) for (const tie of record.ties) for (const member of tie.sign === 0 ? [] : tie.members) count[member]!++;
  else for (let k = 0; k < slice.n; k++) count[slice.holder[k]!]! += rowsAt(slice, k);
  let best = record.actors.length > 0 ? 0 : -1;
  count.forEach((n, actor) => (best = n > count[best]! ? actor : best));
  return best;
}

/**
 * The actor that the map reads from: the first selected actor; else the one kept under `SUBJECT` while it is part of the selected pair
 * or a place is selected (so that choosing whose stance towards it is meant, or a place, does not change what the map is about); else
 * the pair's holder; else the main holder of the record.
 */
export function subjectOf(
  record: StanceRecord,
  state: Pick<ViewState, 'actors' | 'pair' | 'place' | 'extra'>,
  main: number,
): number {
  const indexOf = (id: string | undefined) => (id === undefined ? undefined : record.actorIndex.get(id));
  const kept = state.extra[SUBJECT];
  const stays = kept !== undefined && (state.pair === null ? state.place !== '' : state.pair.includes(kept));
  return indexOf(state.actors[0]) ?? (stays ? indexOf(kept) : undefined) ?? indexOf(state.pair?.[0]) ?? main;
}

/** Every other actor that has a pair with the subject in the reading, and every state, in order of actor. */
export function counterparts(slice: Slice, subject: number, reading: ViewState['reading']): Counterpart[] {
  const list: Counterpart[] = [];
  slice.record.actors.forEach((actor, other) => {
    if (other === subject || subject < 0) return;
    const pair = reading === 'of' ? pairOf(slice, subject, other) : pairOf(slice, other, subject);
    if (pair >= 0 || actor.kind === 'state') list.push({ actor: other, pair });
  });
  return list;
}

/**
 * The stance of one pair at `at` as an area shows it. `resting`: whether the pair rests on as many rows as the reader asks for, by the
 * window's end (`restingPairs`), as the network and the matrix have it.
 */
export function stanceShade(running: Running, pair: number, at: Day, resting: boolean): Shade {
  const look = lookOf(running, pair, at);
  if (look === null) return { kind: 'uncovered' };
  if (!resting) return { kind: 'below', rows: look.rows };
  return { kind: 'stance', ...look };
}

/** In a record of ties: the sign of the sum of the ties that join the subject with each actor on `at`. */
export function tieShades(record: StanceRecord, subject: number, at: Day): Map<number, Shade> {
  const shades = new Map<number, Shade>();
  for (const { a, b, ties } of tiedPairs(record, at, (tie) => tie.sign !== 0)) {
    if (a !== subject && b !== subject) continue;
    const look = tieLook(record, ties, at);
    if (look === null) continue;
    const titles = ties.map((tie) => record.ties[tie]!.title);
    shades.set(a === subject ? b : a, { kind: 'tie', grade: look.grade, titles });
  }
  return shades;
}

/** The plate's title. */
export function plateTitle(actor: Actor | undefined, reading: ViewState['reading'], ties: boolean): string {
  if (!actor) return 'Map';
  if (ties) return mapMessages.ties(actor.name);
  return reading === 'of' ? mapMessages.of(actor.name) : mapMessages.towards(actor.name);
}

/** What stands beside a name on the map: a signed number, or words. */
export function shadeFigure(shade: Shade): string {
  switch (shade.kind) {
    case 'subject':
      return '';
    case 'stance':
      return signed(shade.value);
    case 'below':
      return mapMessages.fewRows(shade.rows);
    case 'tie':
      return mapMessages.side(shade.grade);
    case 'hidden':
      return hiddenMessages.short;
    case 'uncovered':
      return mapMessages.notCovered;
  }
}

/** The same in full, for the line under the map, the table and screen readers. */
export function shadeWords(running: Running, shade: Shade, ties: boolean, from: Day): string {
  switch (shade.kind) {
    case 'subject':
      return ties ? mapMessages.tieSubject : mapMessages.subject;
    case 'stance':
      return stanceMessages.said(saidStance(running, shade, from));
    case 'below':
      return mapMessages.tooFew(shade.rows);
    case 'tie':
      return mapMessages.tied(shade.grade, shade.titles);
    case 'hidden':
      return shade.says;
    case 'uncovered':
      return ties ? mapMessages.noTie : mapMessages.notCovered;
  }
}

/** Name of the area's look: a grade's token, `hatch` for what is not covered, `hidden` for what the filters hide, `subject`; a stale stance is drawn lighter besides. */
export function shadeLook(shade: Shade): string {
  switch (shade.kind) {
    case 'subject':
      return 'subject';
    case 'stance':
    case 'tie':
      return ({ [-2]: 'n2', [-1]: 'n1', 0: '0', 1: 'p1', 2: 'p2' } as const)[shade.grade];
    case 'hidden':
      return 'hidden';
    default:
      return 'hatch';
  }
}

/** Actors with a stance at the date that have no area in the frame, those with most rows first. Persons and outlets stay out. */
export interface OffMap {
  actor: number;
  shade: Shade;
}

/** How much stands behind what an area says: rows, or ties; 0 where nothing is said of it. */
export const weightOf = (shade: Shade): number =>
  shade.kind === 'stance' ? shade.n : shade.kind === 'below' ? shade.rows : shade.kind === 'tie' ? shade.titles.length : 0;

export function offMap(record: StanceRecord, shades: ReadonlyMap<number, Shade>, onMap: ReadonlySet<number>): OffMap[] {
  const rows = (shade: Shade) => (shade.kind === 'below' ? 0 : weightOf(shade));
  const list: OffMap[] = [];
  for (const [actor, shade] of shades) {
    const { kind } = record.actors[actor]!;
    if (onMap.has(actor) || kind === 'person' || kind === 'outlet' || rows(shade) === 0) continue;
    list.push({ actor, shade });
  }
  return list.sort((a, b) => rows(b.shade) - rows(a.shade) || a.actor - b.actor);
}

/** Today's borders under a record of another time: said wherever the record ends before 1990. */
export function bordersNote(record: StanceRecord): string {
  return record.span && record.span[1] < 7305 ? 'Today\u2019s borders, under a record of another time.' : '';
}

/**
 * The corners that a link asks the map to show (`south~west~north~east` in degrees; an east beyond 180, or west of the west corner, is a
 * frame across the antimeridian); null where it asks for none.
 */
export function boundsAsked(text: string): Bounds | null {
  const [south, west, north, east, more] = text.split('~').map(Number);
  if (south === undefined || west === undefined || north === undefined || east === undefined || more !== undefined) return null;
  if (!(south < north && south >= -85 && north <= 85 && west >= -180 && west <= 180 && east >= -180 && east <= 540)) return null;
  const bounds = acrossPacific([
    [south, west],
    [north, east],
  ]);
  return bounds[1][1] - bounds[0][1] > 0 && bounds[1][1] - bounds[0][1] <= 360 ? bounds : null;
}

/** Corners whose east lies west of their west run across the antimeridian: the east is told beyond 180. */
function acrossPacific([[south, west], [north, east]]: Bounds): Bounds {
  return [
    [south, west],
    [north, east < west ? east + 360 : east],
  ];
}

/** Latitude beyond which no frame opens: what Web Mercator stretches there says nothing of a state. */
const POLAR = 78;

/**
 * Degrees to show: the dataset's own, else where its states and places lie, in the shortest stretch of longitude that holds them (so that
 * a record of the Pacific opens as one piece across 180 degrees). Of ten spots or more the outer tenth on every side may lie
 * outside, so that one far actor does not make the region small; where that would leave out more than it saves, all are shown.
 */
export function boundsOf(record: StanceRecord): Bounds {
  if (record.meta.bounds) return acrossPacific(record.meta.bounds);
  const spots = [...record.actors.filter((actor) => actor.kind === 'state'), ...record.places].filter(
    ({ lat, lon }) => !Number.isNaN(lat + lon),
  );
  if (spots.length === 0)
    return [
      [-50, -160],
      [75, 170],
    ];
  const lats = spots.map(({ lat }) => lat).sort((a, b) => a - b);
  const lons = unrolled(spots.map(({ lon }) => lon));
  const [south, north] = middleOf(lats);
  const [west, east] = middleOf(lons);
  // A city of one place is shown with the country around it.
  const margin = Math.max(2.5, (north - south) * 0.1, (east - west) * 0.05);
  const whole = east - west + 2 * margin >= 300;
  return [
    [Math.max(-POLAR, south - margin), whole ? -180 : west - margin],
    [Math.min(POLAR, north + margin), whole ? 180 : east + margin],
  ];
}

/** Longitudes in the order in which they lie from the far side of the widest gap between them: rising, the later ones beyond 180. */
function unrolled(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  let widest = -1;
  let first = 0;
  sorted.forEach((lon, i) => {
    const before = sorted[i - 1] ?? (sorted[sorted.length - 1] ?? lon) - 360;
    // Where two gaps are as wide, the map keeps to its usual middle.
    if (lon - before > widest + 1e-9) {
      widest = lon - before;
      first = i;
    }
  });
  return [...sorted.slice(first), ...sorted.slice(0, first).map((lon) => lon + 360)];
}

/** The stretch that leaves out a tenth at either end of ten values or more, if the ends stretch it to more than half again its length. */
function middleOf(sorted: readonly number[]): [number, number] {
  const end = (cut: number): [number, number] => [sorted[cut] ?? 0, sorted[sorted.length - 1 - cut] ?? 0];
  const [first, last] = end(0);
  const [low, high] = end(sorted.length >= 10 ? Math.floor(sorted.length / 10) : 0);
  return last - first > 1.5 * (high - low) ? [low, high] : [first, last];
}
