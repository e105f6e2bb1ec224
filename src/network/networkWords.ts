import { nameOf } from '../record/names';
import { saidStance, type Look } from '../analysis/stance/look';
import type { Running } from '../analysis/stance/stance';
import { holds } from '../analysis/rift/tied';
import { tieWords } from '../analysis/rift/tieWords';
import type { StanceRecord } from '../record/record';
import type { Day } from '../words/calendar';
import { networkMessages } from '../words/messages/network';
import { stanceMessages } from '../words/messages/stance';
import { pairName, tieName } from '../words/names';
import type { Hairline } from './networkHairlines';
import type { Link, NetworkSet } from './networkSet';
import type { Change } from './networkSteps';

/** `Belarus on Poland`; the ends of a tie are joined by `and`. */
export function linkName(record: StanceRecord, link: Link): string {
  const [holder, target] = [nameOf(record, link.holder), nameOf(record, link.target)];
  return link.pair < 0 ? tieName(holder, target) : pairName(holder, target);
}

/** What a line says on a date, as the plate's foot and those who do not see it have it; `from` is where the window begins. */
export function lineWords(running: Running, link: Link, look: Look | null, at: Day, from: Day): string {
  const { record } = running.slice;
  const pair = linkName(record, link);
  if (look === null) return link.pair < 0 ? stanceMessages.noTie(pair, at) : stanceMessages.notCovered(pair, at);
  if (look.ties.length === 0) return stanceMessages.ofPair(pair, saidStance(running, look, from));
  return stanceMessages.tied(
    pair,
    look.value,
    look.ties.map((index) => tieWords(record, index)),
  );
}

/** How a line changed between two dates, in order of time. */
export function changeWords(record: StanceRecord, link: Link, { before, after }: Change, from: Day, at: Day): string {
  const [first, second] = from <= at ? [before, after] : [after, before];
  return networkMessages.changed(
    linkName(record, link),
    first?.value ?? null,
    second?.value ?? null,
    link.pair < 0 ? 0 : 1,
    Math.min(from, at),
    Math.max(from, at),
  );
}

/** How many lines changed their grade between two dates, and how many are known on one of them only. */
export function changesCaption(changes: ReadonlyMap<string, Change>, all: number, from: Day, at: Day): string {
  const once = [...changes.values()].filter(({ before, after }) => !before || !after).length;
  return networkMessages.changes(changes.size - once, all, once, Math.min(from, at), Math.max(from, at));
}

/** An actor and how many stances it holds and receives. */
export function actorName(record: StanceRecord, set: NetworkSet, actor: number): string {
  const { name, kind } = record.actors[actor]!;
  const held = set.held.get(actor) ?? 0;
  const received = set.received.get(actor) ?? 0;
  return set.kind === 'ties'
    ? networkMessages.tiedActor(name, kind, held + received)
    : networkMessages.actor(name, kind, held, received);
}

/** What the plate's foot says of an actor: its stances, and how many ties it is in. */
export function actorWords(record: StanceRecord, set: NetworkSet, actor: number, at: Day): string {
  const ties = record.ties.filter((tie) => tie.members.includes(actor) && holds(tie, at)).length;
  return networkMessages.actorAndTies(actorName(record, set, actor), ties);
}

/** Two actors and the ties between them that take no side. */
export function hairlineWords(record: StanceRecord, { a, b, ties }: Hairline): string {
  return networkMessages.hairline(
    tieName(nameOf(record, a), nameOf(record, b)),
    ties.map((tie) => tieWords(record, tie)),
  );
}
