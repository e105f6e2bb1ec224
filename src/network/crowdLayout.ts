import type { StanceRecord } from '../record/record';
import { curveBetween, lengthOf, pointOn, trimmed, type Curve, type Point } from '../ui/curves';
import { lineParts, type LineParts } from '../ui/lines';
import type { Running } from '../analysis/stance/stance';
import type { Day } from '../words/calendar';
import { networkMessages } from '../words/messages/network';
import { signed } from '../words/numbers';
import { bundleLook, type Bundle, type BundleLook, type Crowd, type Node } from './crowdModel';
import { nameForms } from './nameForms';
import { placesOf, type Beside } from './networkModel';
import { NODE_RADIUS, numberSpot, samples } from './networkLines';

/** Where a crowd's nodes stand, and how large its circles are. */
export interface CrowdPlaces {
  places: ReadonlyMap<Node, Point>;
  radii: ReadonlyMap<Node, number>;
}

/** Px of a circle for so many actors: its area goes by their number, within what can be told apart and pressed. */
export function radiusOf(members: number, width: number): number {
  const [least, most] = width < 480 ? [9, 15] : [10, 21];
  return Math.round(Math.max(least, Math.min(most, 5 + 2 * Math.sqrt(members))));
}

/**
 * Places of a crowd: groups along the frame's edge, in the direction in which their members lie on the globe from the middle of them all;
 * those by themselves within. The same for the same actors, whatever the date and the order of the rows.
 */
export function crowdPlaces(record: StanceRecord, crowd: Crowd, width: number, height: number): CrowdPlaces {
  const narrow = width < 480;
  const inset = { x: narrow ? 30 : Math.min(84, width * 0.1), y: Math.min(narrow ? 44 : 38, height * 0.14) };
  const radii = new Map(crowd.groups.map(({ members }, i) => [crowd.nodes[i]!, radiusOf(members.length, width)]));
  const rim = { x: narrow ? 24 : 34, y: 26, width: width - (narrow ? 48 : 68), height: height - 58 };
  const spots = aroundRim(
    crowd.groups.map(({ key, whole }) => ({ key, ...middleOf(record, whole) })),
    rim,
  );
  const places = new Map<Node, Point>(crowd.nodes.map((node, i) => [node, spots[i]!]));
  const inner = placesOf(record, crowd.set, width - 2 * inset.x, height - 2 * inset.y);
  for (const [actor, { x, y }] of inner) {
    let at = { x: x + inset.x, y: y + inset.y };
    crowd.nodes.forEach((node, i) => {
      const spot = spots[i]!;
      const room = (radii.get(node) ?? 0) + NODE_RADIUS + 12;
      const away = Math.hypot(at.x - spot.x, at.y - spot.y) || 1;
      if (away < room) at = { x: spot.x + ((at.x - spot.x) / away) * room, y: spot.y + ((at.y - spot.y) / away) * room };
    });
    places.set(actor, {
      x: Math.min(width - 12, Math.max(12, at.x)),
      y: Math.min(height - 12, Math.max(12, at.y)),
    });
  }
  return { places, radii };
}

/** The mean place of actors in degrees; NaN where none of them has one. */
function middleOf(record: StanceRecord, actors: readonly number[]): { lat: number; lon: number } {
  let [lat, lon, n] = [0, 0, 0];
  for (const actor of actors) {
    const place = record.actors[actor];
    if (!place || !Number.isFinite(place.lat) || !Number.isFinite(place.lon)) continue;
    lat += place.lat;
    lon += place.lon;
    n += 1;
  }
  return { lat: lat / n, lon: lon / n };
}

interface Rim {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Spots along a rectangle for groups that lie in a direction each, kept apart; those that lie nowhere stand at the foot. */
function aroundRim(groups: readonly { key: string; lat: number; lon: number }[], rim: Rim): Point[] {
  const located = groups.filter(({ lat }) => Number.isFinite(lat));
  const mean = (of: (group: { lat: number; lon: number }) => number) =>
    located.reduce((sum, group) => sum + of(group), 0) / Math.max(1, located.length);
  const [midLat, midLon] = [mean(({ lat }) => lat), mean(({ lon }) => lon)];
  const round = 2 * (rim.width + rim.height);
  const wanted = groups.map(({ key, lat, lon }, i) => {
    const known = Number.isFinite(lat) && located.length > 1;
    // A degree of latitude counts for two of longitude, as the frame is wide.
    const angle = known ? Math.atan2((midLat - lat) * 2, lon - midLon) : Math.PI / 2;
    return { i, key, at: onRim(angle, rim) };
  });
  wanted.sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1));
  const gap = round / (groups.length * 1.25);
  for (let pass = 0; pass < 80 && wanted.length > 1; pass++) {
    wanted.forEach((one, k) => {
      const next = wanted[(k + 1) % wanted.length]!;
      const apart = next.at - one.at + (k === wanted.length - 1 ? round : 0);
      if (apart >= gap) return;
      one.at -= (gap - apart) / 2;
      next.at += (gap - apart) / 2;
    });
  }
  const spots: Point[] = [];
  for (const { i, at } of wanted) spots[i] = pointOnRim(((at % round) + round) % round, rim);
  return spots;
}

/** How far along the rim, clockwise from its upper left corner, a ray from the middle leaves it. */
function onRim(angle: number, { width, height }: Rim): number {
  const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
  const scale = Math.min(width / 2 / Math.max(1e-9, Math.abs(dx)), height / 2 / Math.max(1e-9, Math.abs(dy)));
  const [x, y] = [width / 2 + dx * scale, height / 2 + dy * scale];
  if (y <= 0.5) return x;
  if (x >= width - 0.5) return width + y;
  if (y >= height - 0.5) return width + height + (width - x);
  return 2 * width + height + (height - y);
}

function pointOnRim(at: number, { x, y, width, height }: Rim): Point {
  if (at <= width) return { x: x + at, y };
  if (at <= width + height) return { x: x + width, y: y + at - width };
  if (at <= 2 * width + height) return { x: x + width - (at - width - height), y: y + height };
  return { x, y: y + height - (at - 2 * width - height) };
}

/** Px of a bundle's band: wider for more pairs. */
export function bandOf(links: number): number {
  return Math.round(Math.min(12, 3.5 + 1.1 * Math.sqrt(links)) * 10) / 10;
}

/** A bundle's course, and where its number stands. */
export interface BundleWay {
  bundle: Bundle;
  course: Curve;
  number: Point;
}

/** The courses of a crowd's bundles: bent away from the middle, so that what is drawn by itself lies free. */
export function bundleWays(crowd: Crowd, { places, radii }: CrowdPlaces, width: number, height: number): BundleWay[] {
  const middle = { x: width / 2, y: height / 2 };
  const taken = [...places.values()];
  return crowd.bundles.map((bundle) => {
    const [from, to] = [places.get(bundle.a)!, places.get(bundle.b)!];
    const outer = [0.09, -0.09].map((bend) => {
      const { x, y } = pointOn(curveBetween(from, to, bend), 0.5);
      return { bend, away: Math.hypot(x - middle.x, (y - middle.y) * 1.5) };
    });
    const [one, other] = [outer[0]!, outer[1]!];
    const whole = curveBetween(from, to, one.away >= other.away ? one.bend : other.bend);
    const reach = (node: Node) => (radii.get(node) ?? NODE_RADIUS) + 2;
    const course = trimmed(whole, reach(bundle.a), reach(bundle.b));
    const number = numberSpot(course, taken);
    taken.push(number);
    return { bundle, course, number };
  });
}

/** What a crowd's groups and bundles take of the room that names compete for. */
export function besideCrowd(crowd: Crowd, { places, radii }: CrowdPlaces, ways: readonly BundleWay[]): Beside {
  return {
    claims: crowd.groups.map(({ name, members }, i) => ({
      actor: crowd.nodes[i]!,
      at: places.get(crowd.nodes[i]!)!,
      forms: nameForms({ name: `${name} ${members.length}`, aliases: [] }),
      focus: false,
      weight: Infinity,
      radius: radii.get(crowd.nodes[i]!) ?? NODE_RADIUS,
    })),
    boxes: ways
      .filter(({ course }) => lengthOf(course) > SHORT)
      .map(({ bundle, number: { x, y } }) => {
        // What is written differs from date to date: the widest that it may come to.
        const width = widthOfNumber(4 + 2 * String(bundle.links.length).length);
        return { x: x - width / 2, y: y - 9, width, height: 18 };
      }),
    points: ways.flatMap(({ course }) => samples(course, 10)),
  };
}

const widthOfNumber = (letters: number) => 8 + 6.5 * letters;

/** Under this many px a bundle has no room for its number. */
export const SHORT = 60;

/** What is written on a bundle, and px that it takes. Signs that cancel are no zero: how many there are on either side is written instead. */
export function numberOf({ mixed, value, positive, negative }: BundleLook): { text: string; width: number } {
  const text = mixed ? networkMessages.sides(positive, negative) : signed(value);
  return { text, width: widthOfNumber(text.length) };
}

/** A bundle as it is drawn at a date. The same object comes back while what it says stays. */
export interface DrawnBundle extends BundleWay {
  look: BundleLook;
  parts: LineParts;
  band: number;
}

/** The bundles of a crowd at any date. */
export class BundleSteps {
  readonly #running: Running;
  readonly #ways: readonly BundleWay[];
  readonly #kept: (DrawnBundle | null)[];
  #last: DrawnBundle[] = [];

  constructor(running: Running, ways: readonly BundleWay[]) {
    this.#running = running;
    this.#ways = ways;
    this.#kept = ways.map(() => null);
  }

  /** Those of which a pair is covered at the end of day `at`, the widest first. The same array where nothing differs from the last call. */
  at(at: Day): DrawnBundle[] {
    const drawn: DrawnBundle[] = [];
    this.#ways.forEach((way, i) => {
      const look = bundleLook(this.#running, way.bundle, at);
      const before = this.#kept[i] ?? null;
      const kept = look === null ? null : before !== null && sameLook(before.look, look) ? before : this.#draw(way, look);
      this.#kept[i] = kept;
      if (kept !== null) drawn.push(kept);
    });
    drawn.sort((a, b) => b.band - a.band);
    const same = drawn.length === this.#last.length && drawn.every((bundle, i) => bundle === this.#last[i]);
    if (!same) this.#last = drawn;
    return this.#last;
  }

  #draw(way: BundleWay, look: BundleLook): DrawnBundle {
    const parts = lineParts(way.course, look.grade, { directed: false });
    return { ...way, look, parts, band: bandOf(look.pairs) };
  }
}

function sameLook(a: BundleLook, b: BundleLook): boolean {
  return a.value === b.value && a.pairs === b.pairs && a.positive === b.positive && a.negative === b.negative;
}
