import { forceManyBody, forceSimulation, forceX, forceY, randomLcg, type SimulationNodeDatum } from 'd3';
import { seedOf } from '../analysis/random';
import type { Point } from '../ui/curves';

/** What the layout needs to know of an actor. */
export interface Placed {
  id: string;
  /** Degrees; NaN where unknown. */
  lat: number;
  lon: number;
  /** Room that its name takes, px. */
  width: number;
  height: number;
  /** Number of its lines: hubs claim more room. */
  weight: number;
  /** Put in last, around the others. */
  guest: boolean;
}

/** South-west and north-east corners in degrees. */
export type Bounds = readonly [readonly [number, number], readonly [number, number]];

interface Body extends SimulationNodeDatum {
  x: number;
  y: number;
  vx: number;
  vy: number;
  homeX: number;
  homeY: number;
  halfX: number;
  halfY: number;
  push: number;
}

const EDGE = 20;
const RAD = Math.PI / 180;
/** Beyond this many the simulation would hold the page up: the anchors are spread by ranks alone, then pushed apart a few times. */
const MANY = 250;

/**
 * Places for actors in a frame of `width` by `height` px that hint at geography: west left, north up, those outside the region at the
 * edge that their compass bearing points to. The same actors in the same frame always stand at the same places; time has no part in it.
 */
export function layOut(placed: readonly Placed[], width: number, height: number, bounds: Bounds | null): Point[] {
  if (placed.length === 0) return [];
  const homes = anchors(placed, width, height, bounds);
  const area = placed.reduce((sum, node) => sum + node.width * node.height, 0);
  // Where names would fill the frame, each claims less room and the labels sort it out.
  const shrink = Math.min(1, Math.sqrt((0.5 * width * height) / area));
  const bodies: Body[] = placed.map((node, i) => ({
    ...homes[i]!,
    vx: 0,
    vy: 0,
    homeX: homes[i]!.x,
    homeY: homes[i]!.y,
    halfX: Math.max(14, (node.width * shrink) / 2 + 3),
    halfY: Math.max(14, (node.height * shrink) / 2 + 2),
    push: -16 - 9 * Math.min(24, node.weight),
  }));
  const settled = bodies.filter((_, i) => !placed[i]!.guest);
  settle(settled, width, height, placed.map((node) => node.id).join(' '));
  for (const body of settled) {
    body.fx = body.x;
    body.fy = body.y;
  }
  if (settled.length < bodies.length) settle(bodies, width, height, 'guests');
  return bodies.map(({ x, y }) => ({ x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10 }));
}

function settle(bodies: Body[], width: number, height: number, name: string): void {
  const many = bodies.length > MANY;
  const apart = keepApart(width, height);
  if (many) {
    apart.initialize(bodies);
    for (let i = 0; i < 12; i++) apart(1);
    return;
  }
  const simulation = forceSimulation(bodies)
    .randomSource(randomLcg(seedOf(1, name)))
    .force('west', forceX<Body>((body) => body.homeX).strength(0.16))
    .force('north', forceY<Body>((body) => body.homeY).strength(0.2))
    .force(
      'spread',
      forceManyBody<Body>()
        .strength(-34)
        .distanceMax(Math.max(width, height) / 3),
    )
    .force('apart', apart)
    .alphaDecay(0.02)
    .stop();
  simulation.tick(220);
  stretch(bodies, width, height);
  // Last, room alone: the pull home would leave the crowded ones overlapping.
  for (let i = 0; i < 60; i++) apart(1);
}

/** Draws free bodies out to the edges of the frame, so that none of it is left bare. */
function stretch(bodies: Body[], width: number, height: number): void {
  const free = bodies.filter((body) => body.fx === undefined);
  if (free.length < 3 || free.length < bodies.length) return;
  const fit = (of: (body: Body) => number, room: number, set: (body: Body, value: number) => void) => {
    const values = free.map(of);
    const low = Math.min(...values);
    const high = Math.max(...values);
    if (high - low < 1) return;
    for (const body of free) set(body, EDGE + 6 + ((of(body) - low) / (high - low)) * (room - 2 * EDGE - 12));
  };
  fit(
    (body) => body.x,
    width,
    (body, x) => void (body.x = x),
  );
  fit(
    (body) => body.y,
    height,
    (body, y) => void (body.y = y),
  );
}

/** Pushes overlapping boxes apart along the shorter way out, and keeps every box in the frame. */
function keepApart(width: number, height: number): ((alpha: number) => void) & { initialize: (bodies: Body[]) => void } {
  let bodies: Body[] = [];
  const held = (body: Body) => body.fx !== undefined && body.fx !== null;
  const force = () => {
    const order = bodies.map((_, i) => i).sort((a, b) => bodies[a]!.x - bodies[b]!.x || a - b);
    const widest = bodies.reduce((most, body) => Math.max(most, body.halfX), 0);
    for (let i = 0; i < order.length; i++) {
      const a = bodies[order[i]!]!;
      for (let j = i + 1; j < order.length; j++) {
        const b = bodies[order[j]!]!;
        if (b.x - a.x > a.halfX + widest) break;
        const overX = a.halfX + b.halfX - Math.abs(b.x - a.x);
        const overY = a.halfY + b.halfY - Math.abs(b.y - a.y);
        if (overX <= 0 || overY <= 0) continue;
        const share = held(a) === held(b) ? 0.25 : 0.5;
        if (overX < overY) {
          const push = overX * share * (b.x >= a.x ? 1 : -1);
          if (!held(a)) a.x -= push;
          if (!held(b)) b.x += push;
        } else {
          const push = overY * share * (b.y >= a.y ? 1 : -1);
          if (!held(a)) a.y -= push;
          if (!held(b)) b.y += push;
        }
      }
    }
    for (const body of bodies) {
      if (held(body)) continue;
      const insetX = Math.min(Math.max(EDGE, body.halfX), width / 2);
      const insetY = Math.min(EDGE, height / 2);
      body.x = Math.min(width - insetX, Math.max(insetX, body.x));
      body.y = Math.min(height - insetY, Math.max(insetY, body.y));
    }
  };
  return Object.assign(force, { initialize: (given: Body[]) => void (bodies = given) });
}

/** Where each actor would stand if nobody else were there. */
function anchors(placed: readonly Placed[], width: number, height: number, given: Bounds | null): Point[] {
  const [[south, west], [north, east]] = given ?? region(placed);
  const inside = (node: Placed) => node.lat >= south && node.lat <= north && node.lon >= west && node.lon <= east;
  const covered = placed.filter(inside);
  const xs = covered.map((node) => node.lon);
  const ys = covered.map((node) => node.lat);
  const seen = new Map<string, number>();
  return placed.map((node) => {
    // Actors of one place start on a small spiral around it, in order of id.
    const spot = `${node.lat},${node.lon}`;
    const turn = seen.get(spot) ?? 0;
    seen.set(spot, turn + 1);
    const nudge = { x: 26 * Math.sqrt(turn) * Math.cos(turn * 2.4), y: 26 * Math.sqrt(turn) * Math.sin(turn * 2.4) };
    let u = 0.5;
    let v = 0.94;
    if (inside(node)) {
      u = 0.1 + 0.8 * spread(node.lon, west, east, xs);
      v = 0.9 - 0.8 * spread(node.lat, south, north, ys);
    } else if (Number.isFinite(node.lat) && Number.isFinite(node.lon)) {
      const bearing = bearingOf((south + north) / 2, (west + east) / 2, node.lat, node.lon);
      const reach = 0.5 / Math.max(Math.abs(Math.sin(bearing)), Math.abs(Math.cos(bearing)));
      u = 0.5 + reach * Math.sin(bearing);
      v = 0.5 - reach * Math.cos(bearing);
    }
    return {
      x: EDGE + Math.min(1, Math.max(0, u)) * (width - 2 * EDGE) + nudge.x,
      y: EDGE + Math.min(1, Math.max(0, v)) * (height - 2 * EDGE) + nudge.y,
    };
  });
}

/** Share of the way from `low` to `high`: half by degrees, half by rank, so that crowded longitudes get room and order stays. */
function spread(value: number, low: number, high: number, all: readonly number[]): number {
  const degrees = high > low ? (value - low) / (high - low) : 0.5;
  let below = 0;
  let same = 0;
  for (const other of all) {
    if (other < value) below += 1;
    else if (other === value) same += 1;
  }
  const rank = all.length > 1 ? (below + (same - 1) / 2) / (all.length - 1) : 0.5;
  return 0.4 * degrees + 0.6 * rank;
}

/** The region of a record that names none: the middle nine tenths of its actors, by longitude and latitude. */
function region(placed: readonly Placed[]): Bounds {
  const lons = placed
    .map((node) => node.lon)
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
  const lats = placed
    .map((node) => node.lat)
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
  const middle = (sorted: number[]): [number, number] => {
    if (sorted.length === 0) return [0, 0];
    const at = (q: number) => sorted[Math.round(q * (sorted.length - 1))]!;
    // Far beyond the middle half is outside, as in a box plot.
    const reach = 2 * Math.max(4, at(0.75) - at(0.25));
    const near = sorted.filter((value) => value >= at(0.25) - reach && value <= at(0.75) + reach);
    return [near[0]!, near[near.length - 1]!];
  };
  const [south, north] = middle(lats);
  const [west, east] = middle(lons);
  return [
    [south, west],
    [north, east],
  ];
}

/** Initial great-circle bearing in radians, clockwise from north: where a traveller would set out for. */
function bearingOf(lat1: number, lon1: number, lat2: number, lon2: number): number {
  const turn = (lon2 - lon1) * RAD;
  const y = Math.sin(turn) * Math.cos(lat2 * RAD);
  const x = Math.cos(lat1 * RAD) * Math.sin(lat2 * RAD) - Math.sin(lat1 * RAD) * Math.cos(lat2 * RAD) * Math.cos(turn);
  return Math.atan2(y, x);
}
