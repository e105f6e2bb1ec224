import { openEvidence, type OpenEvidence } from '../../record/open';
import type { StanceRecord } from '../../record/record';
import { evidenceBehind } from '../reference';
import { formatDate } from '../../words/dates';

/** An event of the scene that happened at a spot on the map, or at several. */
export interface Callout {
  id: string;
  /** Its number in order of time, from 1. */
  n: number;
  /** "12 Sep", "12 to 16 Sep". */
  date: string;
  title: string;
  /** All its places that have a spot, in the order of the table. */
  places: readonly { lat: number; lon: number }[];
}

/** Events that the text links to and that have a spot, in order of time. Numbers count these alone. */
export function calloutsOf(record: StanceRecord, hrefs: readonly string[]): Callout[] {
  return evidenceBehind(record, hrefs)
    .flatMap((e) => {
      const open = openEvidence(record, e);
      // One callout an event: a line leads from it to each of its places.
      const places = open.places
        .flatMap((index) => record.places[index] ?? [])
        .filter(({ lat, lon }) => !Number.isNaN(lat + lon));
      if (open.kind !== 'event' || places.length === 0) return [];
      return [{ id: open.id, day: open.first, date: dateOf(open), title: open.title, places }];
    })
    .sort((a, b) => a.day - b.day)
    .map(({ id, date, title, places }, i) => ({ id, n: i + 1, date, title, places }));
}

/** The day, without its year, which the scene says, and without a time. An event of more than a month is told by its first day. */
function dateOf({ dateText, endText, first, last, until }: OpenEvidence): string {
  const ends = [dateText, until - first > 31 || endText === dateText ? '' : endText];
  const text = ends.flatMap((end) => (end === '' ? [] : [end.replace(/T.*$/, '')])).join('/');
  const words = formatDate({ text, first, last: Math.max(last, until) }, 'short');
  return words.replace(/ \d{4}\b/g, '') || words;
}

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A callout with its box and the spots that it points at, in px of the frame: those of its places that lie in it. */
export interface PlacedCallout extends Callout {
  box: Box;
  /** Each spot, and where the line from it meets the box. */
  lines: { spot: { x: number; y: number }; end: { x: number; y: number } }[];
}

export const BOX_WIDTH = 168;
const LINE = 17;
const PAD = 8;
/** Average width of a letter at 12.5 px, measured on the sans. */
const LETTER = 5.6;

/** Height of a callout's box by the lines that its title takes. */
export function boxHeight(title: string): number {
  const room = (BOX_WIDTH - 2 * PAD) / LETTER;
  let lines = 1;
  let used = 0;
  for (const word of title.split(' ')) {
    if (used > 0 && used + 1 + word.length > room) {
      lines++;
      used = word.length;
    } else used += (used > 0 ? 1 : 0) + word.length;
  }
  return 2 * PAD + LINE * (1 + lines) - 2;
}

const overlap = (a: Box, b: Box): number =>
  Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)) *
  Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y));

/** Distances from the spot at which a box is tried, nearest first. */
const REACHES = [26, 56, 96, 140];
const WAYS = 12;
/** Room around every spot that boxes keep free: the mark and its name. */
const CLEAR = 34;

/**
 * Sets the boxes one by one in the frame, each where it covers least of the boxes before it and of every spot, and lies near its own.
 * Near its own is near the first of them. Callouts all of whose spots are outside the frame are left out: the text still names them.
 *
 * @param labels names on the map, to keep clear of
 */
export function placeCallouts(
  callouts: readonly Callout[],
  frame: { width: number; height: number; point: (lat: number, lon: number) => { x: number; y: number } },
  labels: readonly Box[] = [],
): PlacedCallout[] {
  const inside = callouts
    .map((callout) => ({
      callout,
      own: callout.places
        .map(({ lat, lon }) => frame.point(lat, lon))
        .filter(({ x, y }) => x > 4 && y > 4 && x < frame.width - 4 && y < frame.height - 4),
    }))
    .filter(({ own }) => own.length > 0);
  const spots = inside
    .flatMap(({ own }) => own)
    .map((spot): Box => ({ x: spot.x - CLEAR / 2, y: spot.y - CLEAR / 2, width: CLEAR, height: CLEAR }));
  const placed: PlacedCallout[] = [];
  for (const { callout, own } of inside) {
    const [spot] = own;
    if (spot === undefined) continue;
    const height = boxHeight(callout.title);
    let best: Box | null = null;
    let least = Infinity;
    for (const reach of REACHES) {
      for (let way = 0; way < WAYS; way++) {
        const angle = (way / WAYS) * 2 * Math.PI;
        const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
        const box = {
          x: spot.x + dx * (reach + BOX_WIDTH / 2) - BOX_WIDTH / 2,
          y: spot.y + dy * (reach + height / 2) - height / 2,
          width: BOX_WIDTH,
          height,
        };
        const out =
          Math.max(0, 6 - box.x) +
          Math.max(0, 6 - box.y) +
          Math.max(0, box.x + box.width + 6 - frame.width) +
          Math.max(0, box.y + box.height + 6 - frame.height);
        const covered =
          placed.reduce((sum, other) => sum + 3 * overlap(box, grown(other.box)), 0) +
          spots.reduce((sum, other) => sum + overlap(box, other), 0) +
          labels.reduce((sum, other) => sum + overlap(box, other), 0);
        const cost = out * 400 + covered + reach * 6;
        if (cost < least) {
          least = cost;
          best = box;
        }
      }
    }
    if (best === null) continue;
    const box = { ...best, x: Math.round(best.x), y: Math.round(best.y) };
    placed.push({ ...callout, box, lines: own.map((one) => ({ spot: one, end: nearestOn(box, one) })) });
  }
  return placed;
}

function grown(box: Box): Box {
  return { x: box.x - 6, y: box.y - 6, width: box.width + 12, height: box.height + 12 };
}

function nearestOn({ x, y, width, height }: Box, spot: { x: number; y: number }): { x: number; y: number } {
  return { x: Math.min(Math.max(spot.x, x), x + width), y: Math.min(Math.max(spot.y, y), y + height) };
}
