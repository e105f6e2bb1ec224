import { evidenceTest, pairOf, rowsAt, type Slice } from '../analysis/slice';
import { stanceAt, type Running } from '../analysis/stance/stance';
import { fold } from '../record/fold';
import { actorId, nameOf } from '../record/names';
import { ACTOR_KINDS, type StanceRecord } from '../record/record';
import type { Day } from '../words/calendar';

/** The actors as a reader looks them up: by kind, those who speak for another under it, with the rows that each holds and receives. */

export type Line =
  | { type: 'group'; key: string; title: string; actors: number }
  | { type: 'actor'; key: string; actor: number; held: number; received: number; spoken: number; under: boolean };

const GROUPS = {
  state: 'States',
  organisation: 'Organisations',
  alliance: 'Alliances and unions',
  person: 'Persons who speak for themselves',
  movement: 'Movements',
  outlet: 'Outlets',
  issue: 'Issues on which sides are taken',
  unspecified: 'Actors of a kind that is not said',
} as const;

/** Rows of the slice that each actor holds and receives, and statements that it spoke under the filters on evidence. */
export function rowCounts(slice: Slice): { held: Uint32Array; received: Uint32Array; spoken: Uint32Array } {
  const { record } = slice;
  const spoken = new Uint32Array(record.actors.length);
  const passes = evidenceTest(record, slice.filters);
  record.evidence.speaker.forEach((speaker, e) => {
    if (speaker >= 0 && passes(e)) spoken[speaker]!++;
  });
  const held = new Uint32Array(slice.record.actors.length);
  const received = new Uint32Array(slice.record.actors.length);
  for (let k = 0; k < slice.n; k++) {
    held[slice.holder[k]!]! += rowsAt(slice, k);
    received[slice.target[k]!]! += rowsAt(slice, k);
  }
  return { held, received, spoken };
}

/** Whether every typed word begins a word of the actor's name or of one of its other names. */
export function matches(record: StanceRecord, actor: number, typed: string): boolean {
  const words = fold(typed).split(/\s+/).filter(Boolean);
  const { name, aliases } = record.actors[actor] ?? { name: '', aliases: [] };
  return [name, ...aliases].some((text) => {
    const own = fold(text).split(/[^\p{L}\p{N}]+/u);
    return words.every((word) => own.some((part) => part.startsWith(word)));
  });
}

/**
 * The lines of the list: groups by kind, most rows first in each; who speaks for another stands under it. A search shows the actors that
 * match, and those they speak for so that they are not left alone.
 */
export function actorLines(slice: Slice, typed: string): Line[] {
  const { record } = slice;
  const { actors } = record;
  const { held, received, spoken } = rowCounts(slice);
  const found = actors.map((_, i) => typed.trim() === '' || matches(record, i, typed));
  const speakers = new Map<number, number[]>();
  actors.forEach(({ speaksFor }, i) => {
    // A chain of speakers is short, but one that bites its tail would leave all of them out: such an actor stands for itself.
    if (speaksFor < 0 || rootOf(record, i) === i) return;
    const root = rootOf(record, i);
    speakers.set(root, [...(speakers.get(root) ?? []), i]);
  });
  const under = new Set([...speakers.values()].flat());
  const rows = (i: number) => (held[i] ?? 0) + (received[i] ?? 0) + (spoken[i] ?? 0);
  const order = (a: number, b: number) => rows(b) - rows(a) || nameOf(record, a).localeCompare(nameOf(record, b), 'en');
  const line = (actor: number, isUnder: boolean): Line => ({
    type: 'actor',
    key: actorId(record, actor),
    actor,
    held: held[actor] ?? 0,
    received: received[actor] ?? 0,
    spoken: spoken[actor] ?? 0,
    under: isUnder,
  });
  const lines: Line[] = [];
  for (const kind of ACTOR_KINDS) {
    const roots = actors.flatMap((actor, i) => (actor.kind === kind && !under.has(i) ? [i] : [])).sort(order);
    const own: Line[] = [];
    for (const root of roots) {
      const below = (speakers.get(root) ?? []).filter((i) => found[i]).sort(order);
      if (!found[root] && below.length === 0) continue;
      own.push(line(root, false), ...below.map((i) => line(i, true)));
    }
    if (own.length > 0) lines.push({ type: 'group', key: `group ${kind}`, title: GROUPS[kind], actors: own.length }, ...own);
  }
  return lines;
}

/** The actor at the end of the chain of `speaksFor`; itself where the chain is a ring. */
function rootOf(record: StanceRecord, actor: number): number {
  let root = actor;
  for (let i = 0; i < 4; i++) {
    const next = record.actors[root]?.speaksFor ?? -1;
    if (next < 0) return root;
    if (next === actor) return actor;
    root = next;
  }
  return root;
}

/** Running stances between an actor and the selected one, either way; null is not covered. */
export function stancesWith(running: Running, actor: number, other: number, at: Day): { on: number | null; from: number | null } {
  return {
    on: stanceAt(running, pairOf(running.slice, actor, other), at)?.value ?? null,
    from: stanceAt(running, pairOf(running.slice, other, actor), at)?.value ?? null,
  };
}
