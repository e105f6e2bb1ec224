import type { Running } from '../analysis/stance/stance';
import { lookOf, tieLook } from '../analysis/stance/look';
import { pooled, type Pooled } from '../analysis/stance/pooled';
import type { StanceRecord } from '../record/record';
import type { Day } from '../words/calendar';
import {
  compareIds,
  groupsOf,
  type Group,
  type Grouping,
  impliedCamps,
  ownGrouping,
  usefulGroupings,
} from '../analysis/actorGroups';
import { networkMessages } from '../words/messages/network';
import type { Chosen } from './networkModel';
import type { Link, NetworkSet } from './networkSet';

/** Past these a network cannot be read line by line: it is drawn as a crowd. */
export const CROWD_ACTORS = 40;
export const CROWD_LINES = 120;

/** Key of the group of those without a line. */
export const APART = 'apart';

/** Whether a set is more than can be read. */
export function isCrowd({ actors, links }: Pick<NetworkSet, 'actors' | 'links'>): boolean {
  return actors.length > CROWD_ACTORS || links.length > CROWD_LINES;
}

/** One end of a bundle, or what has a place: an actor (its index), or a group, counted on from the last actor. */
export type Node = number;

/** Lines between two nodes, of which at least one is a group, drawn as one. */
export interface Bundle {
  key: string;
  a: Node;
  b: Node;
  links: readonly Link[];
}

/** What is drawn of a crowd: some actors by themselves, the others in groups. */
export interface Crowd {
  /** The actors that are drawn by themselves and the lines between them: a set like any other. */
  set: NetworkSet;
  groups: readonly Group[];
  /** Node of each group, in their order. */
  nodes: readonly Node[];
  bundles: readonly Bundle[];
  by: Grouping;
  /** Groupings that part this crowd. */
  offered: readonly Grouping[];
  /** The group that is open; null where none is. */
  open: Group | null;
  /** Lines of the set that are drawn neither singly nor in a bundle. */
  undrawn: number;
}

/** What a crowd is made of. */
export interface CrowdOf {
  set: NetworkSet;
  running: Running;
  chosen: Chosen;
  /** First and last day of the window. The as-of date has no part in it, so that nobody moves as it does. */
  from: Day;
  to: Day;
  /** Grouping that the reader chose; null for the crowd's own. */
  by: Grouping | null;
  /** Key of the group that is open. */
  open: string;
  width: number;
  height: number;
}

/** Ink that a frame bears: so many actors by name, so many single lines, so many bundles. */
export function budgetOf(width: number, height: number): { actors: number; lines: number; bundles: number } {
  const area = width * height;
  const within = (value: number, low: number, high: number) => Math.max(low, Math.min(high, Math.floor(value)));
  return {
    actors: within(area / 10_500, 8, CROWD_ACTORS - 8),
    lines: within(area / 3_800, 24, CROWD_LINES - 30),
    bundles: within(area / 16_000, 6, 18),
  };
}

/** Rows up to `to` that a link rests on. */
function rowsOfLink({ running, to }: Pick<CrowdOf, 'running' | 'to'>, link: Link): number {
  return link.pair < 0 ? link.ties.length : (lookOf(running, link.pair, to)?.rows ?? 0);
}

function linedActors({ links }: Pick<NetworkSet, 'links'>): number[] {
  return [...new Set(links.flatMap(({ holder, target }) => [holder, target]))];
}

/** What makes a crowd, which the reader's selection has no part in: kept while the set stays. */
export interface CrowdGround {
  rows: readonly number[];
  /** Rows of all lines of an actor. */
  active: ReadonlyMap<number, number>;
  /** Links by how much they changed between the window's ends, most first. */
  turned: readonly number[];
  camps: ReturnType<typeof impliedCamps>;
}

/** Rows, activity and changes of a set in a window. O(links). */
export function crowdGround({ set, running, from, to }: Pick<CrowdOf, 'set' | 'running' | 'from' | 'to'>): CrowdGround {
  const rows = set.links.map((link) => rowsOfLink({ running, to }, link));
  const active = new Map<number, number>();
  set.links.forEach(({ holder, target }, i) => {
    for (const actor of [holder, target]) active.set(actor, (active.get(actor) ?? 0) + (rows[i] ?? 0));
  });
  const turn = set.links.map(({ pair }) => {
    const [before, after] = pair < 0 ? [null, null] : [lookOf(running, pair, from), lookOf(running, pair, to)];
    if (before === null || after === null || before.grade === after.grade) return 0;
    return Math.abs(after.value - before.value) * Math.sqrt(Math.min(before.rows, after.rows - before.rows));
  });
  const turned = turn
    .map((value, i) => ({ value, i }))
    .filter(({ value }) => value > 0)
    .sort((x, y) => y.value - x.value || (set.links[x.i]!.key < set.links[y.i]!.key ? -1 : 1))
    .map(({ i }) => i);
  return { rows, active, turned, camps: impliedCamps(running, to) };
}

/** So many changed pairs are drawn by themselves where nothing is selected, and where something is. */
const TURNED = { alone: 6, beside: 2 };

/** Who is drawn by themselves, the most wanted first; at most `most`, but all that are selected. */
function namedActors(
  { set, running, chosen, open }: CrowdOf,
  ground: CrowdGround,
  groups: readonly Group[],
  most: number,
): number[] {
  const { record } = running.slice;
  const busy = (a: number, b: number) => (ground.active.get(b) ?? 0) - (ground.active.get(a) ?? 0) || compareIds(record, a, b);
  const named = new Set<number>(chosen.actors);
  const limit = Math.max(most, named.size);
  const take = (actors: readonly number[], upTo: number) => {
    for (const actor of actors) if (named.size < upTo) named.add(actor);
  };
  const opened = groups.find(({ key }) => key === open);
  if (opened) {
    take([...opened.members].sort(busy), limit);
    return [...named];
  }
  const ends = (indices: readonly number[]) => indices.flatMap((i) => [set.links[i]!.holder, set.links[i]!.target]);
  if (chosen.actors.size > 0) {
    const weight = new Map<number, number>();
    set.links.forEach(({ holder, target }, i) => {
      for (const [own, other] of [
        [holder, target],
        [target, holder],
      ] as const)
        if (chosen.actors.has(own) && !chosen.actors.has(other))
          weight.set(other, (weight.get(other) ?? 0) + (ground.rows[i] ?? 0));
    });
    const near = [...weight.keys()].sort((a, b) => (weight.get(b) ?? 0) - (weight.get(a) ?? 0) || compareIds(record, a, b));
    take(near, Math.max(chosen.actors.size, limit - 2 * TURNED.beside));
    const beside = ground.turned.filter((i) => ends([i]).some((actor) => named.has(actor))).slice(0, TURNED.beside);
    take(ends(beside), limit);
    return [...named];
  }
  take(ends(ground.turned.slice(0, TURNED.alone)), Math.ceil(limit / 2));
  take([...set.actors].sort(busy), limit);
  return [...named];
}

/**
 * What a crowd is drawn as within its budget of ink. Selected actors are always among the named, then their neighbours, the ends of pairs that
 * changed, and the most active; everybody else is in a group. Depends on the window, the selection and the frame; neither on the as-of
 * date nor on the order of the record's rows.
 */
export function crowdOf(of: CrowdOf, ground: CrowdGround = crowdGround(of)): Crowd {
  const { set, running, chosen, width, height } = of;
  const { record } = running.slice;
  const budget = budgetOf(width, height);
  const by = of.by ?? ownGrouping(record, set.actors, ground.camps);
  const all = groupsOf(record, linedActors(set), by, ground.camps);
  const lined = new Set(linedActors(set));
  const apart = record.actors.map((_, actor) => actor).filter((actor) => !lined.has(actor));
  if (apart.length > 0) {
    apart.sort((a, b) => compareIds(record, a, b));
    all.push({ key: APART, name: networkMessages.apart, members: apart, whole: apart });
  }
  const open = all.find(({ key }) => key === of.open) ?? null;
  const named = new Set(namedActors(of, ground, all, budget.actors));
  const actors = [...named].sort((a, b) => a - b);
  const left = all
    .map((group, i) => ({
      group: { ...group, members: group.members.filter((actor) => !named.has(actor)) },
      node: record.actors.length + i,
    }))
    .filter(({ group }) => group.members.length > 0);
  const groups = left.map(({ group }) => group);
  const nodes = left.map(({ node }) => node);
  const keyOf = new Map(left.map(({ group, node }) => [node, group.key]));
  const nodeOf = new Map<number, Node>(actors.map((actor) => [actor, actor]));
  groups.forEach(({ members }, i) => members.forEach((actor) => nodeOf.set(actor, nodes[i]!)));

  const own = (link: Link) => chosen.links.has(link.key) || chosen.actors.has(link.holder) || chosen.actors.has(link.target);
  const single: number[] = [];
  const tied = new Map<string, { key: string; a: Node; b: Node; links: number[] }>();
  set.links.forEach((link, i) => {
    const [x, y] = [nodeOf.get(link.holder), nodeOf.get(link.target)];
    if (x === undefined || y === undefined || x === y) return;
    if (x < record.actors.length && y < record.actors.length) {
      single.push(i);
      return;
    }
    const [a, b] = x < y ? [x, y] : [y, x];
    const key = bundleKey(a, b, record, keyOf);
    const bundle = tied.get(key);
    if (bundle) bundle.links.push(i);
    else tied.set(key, { key, a, b, links: [i] });
  });

  const turned = new Set(ground.turned.slice(0, TURNED.alone));
  const rank = (i: number) => {
    const link = set.links[i]!;
    return chosen.links.has(link.key) ? 3 : own(link) ? 2 : turned.has(i) ? 1 : 0;
  };
  const byKey = (i: number, j: number) => (set.links[i]!.key < set.links[j]!.key ? -1 : 1);
  const drawn = single
    .sort((i, j) => rank(j) - rank(i) || (ground.rows[j] ?? 0) - (ground.rows[i] ?? 0) || byKey(i, j))
    .filter((i, place) => place < budget.lines || chosen.links.has(set.links[i]!.key))
    .sort((i, j) => i - j);

  const bundles = bundlesOf([...tied.values()], record.actors.length, chosen, budget.bundles).map(({ key, a, b, links }) => ({
    key,
    a,
    b,
    links: links.map((i) => set.links[i]!),
  }));
  const told = drawn.length + bundles.reduce((sum, { links }) => sum + links.length, 0);
  return {
    set: subset(
      set,
      actors,
      drawn.map((i) => set.links[i]!),
    ),
    groups,
    nodes,
    bundles,
    by,
    offered: usefulGroupings(record, set.actors, ground.camps),
    open,
    undrawn: set.links.length - told,
  };
}

function bundleKey(a: Node, b: Node, record: StanceRecord, groups: ReadonlyMap<Node, string>): string {
  const name = (node: Node) => record.actors[node]?.id ?? `+${groups.get(node) ?? ''}`;
  return [name(a), name(b)].sort().join(' ');
}

/** The bundles of a budget: those of what is selected, the strongest of each pair of groups, then the strongest between an actor and a group. */
function bundlesOf<B extends { key: string; a: Node; b: Node; links: readonly number[] }>(
  all: B[],
  firstGroup: Node,
  chosen: Chosen,
  most: number,
): B[] {
  const rank = ({ a }: B) => (chosen.actors.has(a) ? 2 : a >= firstGroup ? 1 : 0);
  const sorted = all.sort((x, y) => rank(y) - rank(x) || y.links.length - x.links.length || (x.key < y.key ? -1 : 1));
  const seen = new Map<Node, number>();
  return sorted
    .filter((bundle) => {
      if (rank(bundle) > 0) return true;
      // One bundle of an actor that nobody selected, and only where it stands for several lines.
      const before = seen.get(bundle.a) ?? 0;
      seen.set(bundle.a, before + 1);
      return before === 0 && bundle.links.length > 2;
    })
    .slice(0, most);
}

function subset(set: NetworkSet, actors: number[], links: Link[]): NetworkSet {
  return { ...set, actors, guests: new Set(), links };
}

/** What a bundle says on a date. */
export type BundleLook = Pooled;

/** The mean of a bundle's pairs at the end of day `at`; null where none of them is covered. */
export function bundleLook(running: Running, { links }: Bundle, at: Day): BundleLook | null {
  return pooled(
    links.map((link) => (link.pair < 0 ? tieLook(running.slice.record, link.ties, at) : lookOf(running, link.pair, at))),
  );
}
