import { holds } from '../analysis/rift/tied';
import type { StanceRecord } from '../record/record';
import type { Day } from '../words/calendar';

/** Setting under which the outlined group is kept: a tie's id, or `NONE`. */
export const OUTLINE = 'outline';
export const NONE = 'none';
const LEAST_STATES = 4;

/** A tie that can be outlined: one of at least four states. */
export interface Group {
  tie: number;
  id: string;
  title: string;
  /** Country codes of its member states. */
  countries: string[];
}

/** The ties of a record that can be outlined, in the order of the table. */
export function groupsOf(record: StanceRecord): Group[] {
  return record.ties.flatMap(({ id, title, members }, tie) => {
    const states = members
      .map((member) => record.actors[member]!)
      .filter(({ kind, country }) => kind === 'state' && country !== '');
    const countries = [...new Set(states.map(({ country }) => country))];
    return countries.length >= LEAST_STATES ? [{ tie, id, title, countries }] : [];
  });
}

/** Those of them alive at a date. */
export function groupsAt(record: StanceRecord, groups: readonly Group[], at: Day): Group[] {
  return groups.filter(({ tie }) => holds(record.ties[tie]!, at));
}

/** The group to outline: the chosen one while it is alive, none where the reader asks for none, else the summit group begun last. */
export function outlined(record: StanceRecord, groups: readonly Group[], chosen: string | undefined): Group | null {
  if (chosen === NONE) return null;
  if (chosen !== undefined && record.ties.some(({ id }) => id === chosen)) return groups.find(({ id }) => id === chosen) ?? null;
  const summits = groups.filter(({ tie }) => record.ties[tie]!.kind === 'summit-group');
  return summits.reduce<Group | null>(
    (last, group) => (last && record.ties[last.tie]!.from >= record.ties[group.tie]!.from ? last : group),
    null,
  );
}
