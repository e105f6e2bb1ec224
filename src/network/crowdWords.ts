import { nameOf } from '../record/names';
import type { StanceRecord } from '../record/record';
import type { Day } from '../words/calendar';
import { networkMessages } from '../words/messages/network';
import type { DrawnBundle } from './crowdLayout';
import type { Crowd, CrowdGround, Node } from './crowdModel';
import { compareIds, type Group } from '../analysis/actorGroups';
import type { Chosen } from './networkModel';

/** A group as it is drawn. */
export interface ShownGroup extends Group {
  node: Node;
  radius: number;
  open: boolean;
  /** Said of it, and what pressing it does. */
  words: string;
}

/** So many of a group are named in a sentence. */
const NAMED = 3;

/** The groups of a crowd with their words. */
export function shownGroups(
  record: StanceRecord,
  crowd: Crowd,
  radii: ReadonlyMap<Node, number>,
  active: CrowdGround['active'],
): ShownGroup[] {
  return crowd.groups.map((group, i) => {
    const node = crowd.nodes[i] ?? -1;
    const open = group.key === crowd.open?.key;
    const words = groupWords(record, group, active);
    return { ...group, node, radius: radii.get(node) ?? 0, open, words: open ? words : networkMessages.openGroup(words) };
  });
}

/** A group and those of it with most rows. */
export function groupWords(record: StanceRecord, { name, members }: Group, active: CrowdGround['active']): string {
  const most = [...members]
    .filter((actor) => (active.get(actor) ?? 0) > 0)
    .sort((a, b) => (active.get(b) ?? 0) - (active.get(a) ?? 0) || compareIds(record, a, b))
    .slice(0, NAMED);
  return networkMessages.group(
    name,
    members.length,
    most.map((actor) => nameOf(record, actor)),
  );
}

/** What is drawn and how, in the plate's own sentence. */
export function crowdSentence(record: StanceRecord, { set, groups, open }: Crowd, chosen: Chosen): string {
  const names = [...chosen.actors].map((actor) => nameOf(record, actor));
  const others = groups.reduce((sum, { members }) => sum + members.length, 0);
  const of = open && {
    name: open.name,
    drawn: open.whole.filter((actor) => set.actors.includes(actor)).length,
    of: open.whole.length,
  };
  return networkMessages.crowd(names, set.actors.length - chosen.actors.size, others, groups.length, of);
}

/** What a bundle says on a date. */
export function bundleWords(record: StanceRecord, crowd: Crowd, { bundle, look }: DrawnBundle, at: Day): string {
  const name = (node: Node) =>
    node < record.actors.length ? nameOf(record, node) : (crowd.groups[crowd.nodes.indexOf(node)]?.name ?? '');
  return networkMessages.bundle([name(bundle.a), name(bundle.b)], look, at);
}
