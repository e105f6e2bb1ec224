import { nameOf } from '../record/names';
import type { StanceRecord } from '../record/record';
import { formatDate } from '../words/dates';
import type { Day } from '../words/calendar';
import { slugWords } from '../words/names';

/** What a reader sees of one actor. */
export interface ActorFacts {
  /** Index of the actor. */
  actor: number;
  name: string;
  kind: string;
  speaksFor: { id: string; name: string } | null;
  aliases: string[];
  description: string;
}

/** Facts of the actor with an id, or null where the record holds none. */
export function actorFacts(record: StanceRecord, id: string): ActorFacts | null {
  const actor = record.actorIndex.get(id);
  if (actor === undefined) return null;
  const { name, kind, speaksFor, aliases, description } = record.actors[actor]!;
  const other = record.actors[speaksFor];
  return {
    actor,
    name,
    kind: kind.charAt(0).toUpperCase() + kind.slice(1),
    speaksFor: other === undefined ? null : { id: other.id, name: other.name },
    aliases,
    description,
  };
}

/** Indices of the ties of an actor that hold at a date, youngest first. A tie holds from `from` up to but not including `until`. */
export function liveTies(record: StanceRecord, actor: number, at: Day): number[] {
  return record.ties
    .flatMap((tie, i) => (tie.members.includes(actor) && tie.from <= at && at < tie.until ? [i] : []))
    .sort((a, b) => record.ties[b]!.from - record.ties[a]!.from || a - b);
}

export interface TieFacts {
  tie: number;
  title: string;
  kind: string;
  /** In words, empty where it began before the record. */
  since: string;
  /** The other members. */
  members: string;
}

/** A tie in words, as one of its members sees it. */
export function tieFacts(record: StanceRecord, tie: number, actor: number): TieFacts {
  const { title, kind, start, members } = record.ties[tie]!;
  const others = members.filter((member) => member !== actor).map((member) => nameOf(record, member));
  const shown = others.length > 5 ? [...others.slice(0, 4), `${others.length - 4} more`] : others;
  return {
    tie,
    title,
    kind: slugWords(kind),
    since: start === null ? '' : formatDate(start),
    members: `with ${shown.join(', ')}`,
  };
}
