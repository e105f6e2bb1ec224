import { searchCamps } from './balance/camps';
import { SIGN_RULE, signedGraph, signsAt } from './balance/signs';
import type { Running } from './stance/stance';
import { actorId, nameOf } from '../record/names';
import type { ActorKind, StanceRecord } from '../record/record';
import { regionOf } from '../record/regions';
import type { Day } from '../words/calendar';
import { networkMessages } from '../words/messages/network';

/** By what the actors of a crowd are put together. */
export const GROUPINGS = ['camp', 'region', 'kind', 'country'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** Actors that are drawn as one circle. */
export interface Group {
  /** Stays the same whoever else is in the record: the link holds it while the group is open. */
  key: string;
  name: string;
  /** Actors (indices), in order of id. */
  members: number[];
  /** Those of the group who are drawn by themselves included: where the circle stands does not change as somebody is brought out. */
  whole: readonly number[];
}

/** More circles than these say less than one for the rest of them. */
const MOST_GROUPS = 8;
/** Under this many signs, or where more than one in eight goes against two camps, the signs imply none. */
const CAMPS = { signs: 12, against: 1 / 8, least: 3 };

const KINDS: Readonly<Record<ActorKind, string>> = {
  state: 'States',
  organisation: 'Organisations',
  alliance: 'Alliances',
  person: 'Persons',
  movement: 'Movements',
  outlet: 'Outlets',
  issue: 'Issues',
  unspecified: 'Kind not said',
};

/** Where each actor belongs: its group's key and name, by actor; an actor that is not in it belongs nowhere. */
type Sorting = ReadonlyMap<number, { key: string; name: string }>;

/** Two camps of the signs on a day, where the signs imply two; null where too few are known, or too many go against any two. */
export function impliedCamps(running: Running, at: Day): Sorting | null {
  const { record } = running.slice;
  const found = signsAt(record, running, at, { ...SIGN_RULE, kinds: [] });
  if (found.edges.length < CAMPS.signs || found.edges.length < found.n) return null;
  // Nodes in order of id: where several pairs of camps are as good, the order of rows must not choose.
  const order = found.actors.map((_, node) => node).sort((x, y) => compareIds(record, found.actors[x]!, found.actors[y]!));
  const place = new Uint32Array(found.n);
  order.forEach((node, i) => (place[node] = i));
  const edges = found.edges.map(({ a, b, sign }) => [place[a]!, place[b]!, sign] as const);
  edges.sort((x, y) => Math.min(x[0], x[1]) - Math.min(y[0], y[1]) || Math.max(x[0], x[1]) - Math.max(y[0], y[1]));
  const graph = { ...signedGraph(found.n, edges), actors: order.map((node) => found.actors[node]!) };
  const { camps, against } = searchCamps(graph, { starts: 4 });
  if (against > graph.edges.length * CAMPS.against) return null;
  const busy = new Uint32Array(graph.n);
  for (const { a, b } of graph.edges) {
    busy[a]!++;
    busy[b]!++;
  }
  const sides = [1, -1].map((camp) =>
    graph.actors
      .map((actor, node) => ({ actor, node }))
      .filter(({ node }) => camps[node] === camp)
      .sort((x, y) => busy[y.node]! - busy[x.node]! || compareIds(record, x.actor, y.actor)),
  );
  if (sides.some((side) => side.length < CAMPS.least)) return null;
  return new Map(
    sides.flatMap((side) => {
      const [first] = side;
      if (first === undefined) return [];
      // A camp is named by the one in it with most signs: a camp has no name of its own.
      const group = { key: `with-${actorId(record, first.actor)}`, name: networkMessages.campOf(nameOf(record, first.actor)) };
      return side.map(({ actor }) => [actor, group] as const);
    }),
  );
}

/** The region of each actor: of its country, else of the one it speaks for, else of the nearest actor whose region is known. */
function byRegion(record: StanceRecord, level: 'part' | 'region'): Sorting {
  const own = (actor: number): string | null => {
    const { country = '', speaksFor = -1 } = record.actors[actor] ?? {};
    return regionOf(country)?.[level] ?? (speaksFor >= 0 ? own(speaksFor) : null);
  };
  const known = record.actors.flatMap(({ lat, lon }, actor) => {
    const region = own(actor);
    return region !== null && Number.isFinite(lat) && Number.isFinite(lon) ? [{ lat, lon, region }] : [];
  });
  const nearest = ({ lat, lon }: { lat: number; lon: number }): string | null => {
    let found: string | null = null;
    let least = Infinity;
    for (const other of known) {
      const turn = Math.abs(other.lon - lon);
      const away = Math.hypot(other.lat - lat, Math.min(turn, 360 - turn) * Math.cos((lat * Math.PI) / 180));
      if (away < least) [least, found] = [away, other.region];
    }
    return found;
  };
  const sorting = new Map<number, { key: string; name: string }>();
  record.actors.forEach((place, actor) => {
    const region = own(actor) ?? (Number.isFinite(place.lat) && Number.isFinite(place.lon) ? nearest(place) : null);
    if (region !== null) sorting.set(actor, { key: slug(region), name: region });
  });
  return sorting;
}

function byKind(record: StanceRecord): Sorting {
  return new Map(record.actors.map(({ kind }, actor) => [actor, { key: kind, name: KINDS[kind] }]));
}

function byCountry(record: StanceRecord): Sorting {
  const states = new Map(record.actors.filter(({ kind }) => kind === 'state').map(({ country, name }) => [country, name]));
  return new Map(
    record.actors.flatMap(({ country }, actor) =>
      country === '' ? [] : [[actor, { key: country.toLowerCase(), name: states.get(country) ?? country }] as const],
    ),
  );
}

const slug = (name: string) => name.toLowerCase().replace(/[^a-z]+/g, '-');

/** Order by id, so that the order of a file's rows says nothing. */
export function compareIds(record: StanceRecord, a: number, b: number): number {
  const [x, y] = [actorId(record, a), actorId(record, b)];
  return x < y ? -1 : x > y ? 1 : 0;
}

/**
 * The grouping of a crowd that nobody has chosen one for: by camp where the signs imply two, else by region where most of `actors` have one,
 * else by kind where there are several.
 */
export function ownGrouping(record: StanceRecord, actors: readonly number[], camps: Sorting | null): Grouping {
  if (camps !== null && actors.filter((actor) => camps.has(actor)).length * 2 > actors.length) return 'camp';
  const regions = byRegion(record, 'part');
  const placed = actors.filter((actor) => regions.has(actor));
  if (placed.length * 2 > actors.length && sizesOf(byRegion(record, 'region'), placed).size > 1) return 'region';
  return 'kind';
}

function sizesOf(sorting: Sorting, actors: readonly number[]): Map<string, number> {
  const sizes = new Map<string, number>();
  for (const actor of actors) {
    const group = sorting.get(actor);
    if (group) sizes.set(group.key, (sizes.get(group.key) ?? 0) + 1);
  }
  return sizes;
}

/**
 * Puts actors into groups: at most eight, the smallest of more together as "others", those that belong nowhere as one without a name. Regions
 * are taken wide (Europe) where the narrow ones would be too many. The same whatever the order of the rows.
 */
export function groupsOf(record: StanceRecord, actors: readonly number[], by: Grouping, camps: Sorting | null): Group[] {
  const narrow = by === 'region' ? byRegion(record, 'region') : null;
  const sorting =
    narrow !== null
      ? sizesOf(narrow, actors).size <= MOST_GROUPS
        ? narrow
        : byRegion(record, 'part')
      : by === 'camp'
        ? (camps ?? new Map<number, never>())
        : by === 'kind'
          ? byKind(record)
          : byCountry(record);
  const groups = new Map<string, Omit<Group, 'whole'>>();
  const none: number[] = [];
  for (const actor of [...actors].sort((a, b) => compareIds(record, a, b))) {
    const of = sorting.get(actor);
    if (of === undefined) none.push(actor);
    else {
      const group = groups.get(of.key);
      if (group) group.members.push(actor);
      else groups.set(of.key, { ...of, members: [actor] });
    }
  }
  const found = [...groups.values()].sort((a, b) => b.members.length - a.members.length || (a.key < b.key ? -1 : 1));
  const room = MOST_GROUPS - Number(none.length > 0);
  const kept = found.length > room ? found.slice(0, room - 1) : found;
  const rest = found.slice(kept.length);
  if (rest.length > 0)
    kept.push({
      key: 'others',
      name: networkMessages.otherGroups(rest.length),
      members: rest.flatMap(({ members }) => members).sort((a, b) => compareIds(record, a, b)),
    });
  if (none.length > 0) kept.push({ key: 'nowhere', name: networkMessages.noGroup(by, kept.length > 0), members: none });
  return kept.map((group) => ({ ...group, whole: group.members }));
}

/** Which groupings say something of these actors: those that part them. */
export function usefulGroupings(record: StanceRecord, actors: readonly number[], camps: Sorting | null): Grouping[] {
  return GROUPINGS.filter((by) => by === 'kind' || groupsOf(record, actors, by, camps).length > 1);
}
