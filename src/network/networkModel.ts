import type { StanceRecord } from '../record/record';
import type { Curve, Point } from '../ui/curves';
import { placeLabels, type Box, type Claim, type Label, LABEL_SIZE } from './networkLabels';
import { layOut, type Placed } from './networkLayout';
import { courses, numberSpot, samples } from './networkLines';
import type { Link, NetworkSet } from './networkSet';
import type { Emphasis } from '../ui/lines';
import { letterWidth } from '../ui/textRuler';
import { nameForms } from './nameForms';

/** Where everything stands: what a renderer needs beside the lines of a date. */
export interface Scene {
  width: number;
  height: number;
  places: ReadonlyMap<number, Point>;
  /** Course of each link, in the order of the set's links. */
  courses: readonly Curve[];
  labels: readonly Label[];
  /** Where the number of a link in focus stands, by key. */
  numbers: ReadonlyMap<string, Point>;
}

/** What is selected: its lines are drawn heavier and its names are placed first. */
export interface Chosen {
  actors: ReadonlySet<number>;
  links: ReadonlySet<string>;
}

/** Past these a network is a thicket, and the matrix is offered. */
export const CROWDED_ACTORS = 25;
export const CROWDED_LINES = 120;
/** Past this many lines they are painted on a canvas, and only those in focus are elements of the page. */
export const CANVAS_LINES = 400;

const NUMBER: Pick<Box, 'width' | 'height'> = { width: 34, height: 18 };

/** Places for the actors of a set, by actor. */
export function placesOf(record: StanceRecord, set: NetworkSet, width: number, height: number): Map<number, Point> {
  const size = labelSize(width);
  const placed: Placed[] = set.actors.map((actor) => {
    const { id, lat, lon, name } = record.actors[actor]!;
    return {
      id,
      lat,
      lon,
      width: Math.min(130, letterWidth(name, size) + 6),
      height: 20 + size * 1.2,
      weight: weightOf(set, actor),
      guest: set.guests.has(actor),
    };
  });
  // In order of id: where somebody stands must not depend on the order of the file's rows.
  const order = set.actors.map((_, i) => i).sort((i, j) => (placed[i]!.id < placed[j]!.id ? -1 : 1));
  const points = layOut(
    order.map((i) => placed[i]!),
    width,
    height,
    record.meta.bounds,
  );
  return new Map(order.map((i, place) => [set.actors[i]!, points[place]!]));
}

/** Number of an actor's lines. */
function weightOf(set: NetworkSet, actor: number): number {
  return (set.held.get(actor) ?? 0) + (set.received.get(actor) ?? 0);
}

/** Remembers the last few answers of `placesOf`: the same actors in the same frame are asked for again and again. */
export function rememberedPlaces(): typeof placesOf {
  const known = new Map<string, Map<number, Point>>();
  let of: StanceRecord | null = null;
  return (record, set, width, height) => {
    if (record !== of) known.clear();
    of = record;
    const key = `${width}x${height} ${set.actors.map((actor) => (set.guests.has(actor) ? `+${actor}` : actor)).join(' ')}`;
    const places = known.get(key) ?? placesOf(record, set, width, height);
    known.delete(key);
    known.set(key, places);
    if (known.size > 16) known.delete(known.keys().next().value!);
    return places;
  };
}

/** Names are a little smaller on narrow plates, never under the floor. */
export function labelSize(width: number): number {
  return width < 480 ? 12 : LABEL_SIZE;
}

/** The course of every link of a set between actors that have their places. */
export function waysOf(set: NetworkSet, places: ReadonlyMap<number, Point>, width: number, height: number): Curve[] {
  return courses(set.links, places, set.kind === 'stances', { width, height });
}

/** What stands beside actors and lines: names of groups, boxes of the numbers of their bundles, points along those. */
export interface Beside {
  claims: readonly Claim[];
  boxes: readonly Box[];
  points: readonly Point[];
}

/** Sets names and numbers around actors that have their places and lines that have their courses. */
export function sceneOf(
  record: StanceRecord,
  set: NetworkSet,
  places: ReadonlyMap<number, Point>,
  ways: readonly Curve[],
  width: number,
  height: number,
  chosen: Chosen,
  beside: Beside = { claims: [], boxes: [], points: [] },
): Scene {
  const numbers = new Map<string, Point>();
  const taken: Point[] = [...places.values()];
  const context: Point[] = [...beside.points];
  const focus: Point[] = [];
  set.links.forEach((link, i) => {
    if (chosen.links.has(link.key) && set.kind === 'stances') {
      const spot = numberSpot(ways[i]!, taken);
      numbers.set(link.key, spot);
      taken.push(spot);
      focus.push(...samples(ways[i]!, 8));
    } else if (set.links.length <= CANVAS_LINES) context.push(...samples(ways[i]!, 14));
  });
  const claims = set.actors.map((actor) => ({
    actor,
    at: places.get(actor)!,
    forms: nameForms(record.actors[actor]!),
    focus: chosen.actors.has(actor),
    weight: weightOf(set, actor),
  }));
  const boxes = [...numbers.values()]
    .map(({ x, y }) => ({ x: x - NUMBER.width / 2, y: y - NUMBER.height / 2, ...NUMBER }))
    .concat(beside.boxes);
  const size = labelSize(width);
  const labels = placeLabels([...claims, ...beside.claims], width, height, { context, focus, taken: boxes }, size);
  return { width, height, places, courses: [...ways], labels, numbers };
}

/** What is pointed at, selected or compared. */
export interface Attention {
  /** Actor under the pointer, -1 for none. */
  actor: number;
  /** Keys of the links under the pointer, here or in another view. */
  pairs: ReadonlySet<string>;
  chosen: Chosen;
  /** While two dates are compared, the links that differ; null otherwise. */
  changed: ReadonlyMap<string, unknown> | null;
}

/** What the pointer and the selection do to a line: its own at full strength, others back. */
export function emphasisOf(
  link: Pick<Link, 'key' | 'holder' | 'target'>,
  { actor, pairs, chosen, changed }: Attention,
): Emphasis {
  if (pairs.has(link.key)) return 'lit';
  if (actor >= 0) return link.holder === actor || link.target === actor ? 'lit' : 'faded';
  if (changed) return changed.has(link.key) ? 'lit' : 'faded';
  if (chosen.links.has(link.key)) return 'lit';
  if (chosen.actors.size > 0 && chosen.links.size === 0) {
    return chosen.actors.has(link.holder) || chosen.actors.has(link.target) ? 'lit' : 'faint';
  }
  return '';
}

/** The shape that a kind of actor is drawn as. */
export function markOfKind(
  kind: StanceRecord['actors'][number]['kind'],
): 'ring' | 'square' | 'diamond' | 'small-ring' | 'small-square' | 'sheet' | 'disc' {
  switch (kind) {
    case 'state':
      return 'ring';
    case 'organisation':
    case 'alliance':
      return 'square';
    case 'movement':
      return 'diamond';
    case 'person':
      return 'small-ring';
    case 'outlet':
      return 'small-square';
    case 'issue':
      return 'sheet';
    case 'unspecified':
      return 'disc';
  }
}
