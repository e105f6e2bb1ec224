import type { StanceRecord, Tie, TieKind } from '../../record/record';
import type { Day } from '../../words/calendar';

/** Ties that say: these two are on one side. */
export const FRIENDLY_KINDS: readonly TieKind[] = ['alliance', 'union', 'treaty', 'membership', 'friendship', 'summit-group'];

/** Whether a tie holds on `day`: from its start up to but not including its end. */
export function holds(tie: Tie, day: Day): boolean {
  return tie.from <= day && day < tie.until;
}

/**
 * The pairs of actors that one tie joins, each once, smaller index first.
 * A membership joins the organisation (or alliance) with each member; where no member or every member is one, the first named is taken
 * for it. Sanctions of several join each of them with the last named, who bears them. Every other tie joins all its members.
 */
export function pairsOfTie(record: StanceRecord, tie: Tie): [number, number][] {
  const members = [...new Set(tie.members)];
  const pairs: [number, number][] = [];
  const join = (a: number, b: number) => pairs.push(a < b ? [a, b] : [b, a]);
  if (tie.kind === 'membership') {
    const body = (actor: number) => ['organisation', 'alliance'].includes(record.actors[actor]!.kind);
    const bodies = members.filter(body);
    const hubs = bodies.length === 0 || bodies.length === members.length ? members.slice(0, 1) : bodies;
    for (const hub of hubs) for (const member of members) if (!hubs.includes(member)) join(hub, member);
  } else if (tie.kind === 'sanctions') {
    const last = members[members.length - 1]!;
    for (const member of members) if (member !== last) join(member, last);
  } else {
    members.forEach((a, i) => {
      for (const b of members.slice(i + 1)) join(a, b);
    });
  }
  return pairs;
}

/** Two actors joined by ties on a day. */
export interface TiedPair {
  a: number;
  b: number;
  /** Indices into `record.ties`. */
  ties: number[];
}

/** The pairs that ties accepted by `accept` join on `day`, smaller actor index first, in order of first tie. */
export function tiedPairs(record: StanceRecord, day: Day, accept: (tie: Tie) => boolean): TiedPair[] {
  const pairs = new Map<number, TiedPair>();
  record.ties.forEach((tie, index) => {
    if (!accept(tie) || !holds(tie, day)) return;
    for (const [a, b] of pairsOfTie(record, tie)) {
      const key = a * record.actors.length + b;
      const known = pairs.get(key);
      if (known) known.ties.push(index);
      else pairs.set(key, { a, b, ties: [index] });
    }
  });
  return [...pairs.values()];
}

/** Which ties make two actors worth comparing: those that put them on one side (`close`), or treaties between neighbours too (`any`). */
export type TieSet = 'close' | 'any';

/** The pairs on one side on `day`: positive ties of a friendly kind; under `close` those that more than a treaty joins. */
export function friendlyPairs(record: StanceRecord, day: Day, set: TieSet = 'any'): TiedPair[] {
  const pairs = tiedPairs(record, day, (tie) => tie.sign === 1 && FRIENDLY_KINDS.includes(tie.kind));
  return set === 'any' ? pairs : pairs.filter(({ ties }) => ties.some((tie) => record.ties[tie]!.kind !== 'treaty'));
}
