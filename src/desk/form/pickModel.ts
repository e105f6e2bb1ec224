import { fold } from '../../record/fold';
import type { StanceRecord } from '../../record/record';
import type { MadeActor, MadePlace } from './formDraft';

/** What can be picked by any of its names. */
export interface Pickable {
  id: string;
  name: string;
  /** Other names and spellings. */
  aliases: readonly string[];
  /** What tells it from others of its name: `state`, `person, BLR`. */
  note: string;
}

/** Offered at once: a list to read, not to scroll. */
const MOST = 8;

/** The first that bear what was typed: those whose name begins so, then another name, then any word of a name, then anywhere. Of nothing typed the first of all. */
export function chosenFrom(items: readonly Pickable[], typed: string): { item: Pickable; exact: boolean }[] {
  const wanted = fold(typed.trim());
  const weighed = items.flatMap((item) => {
    const [name = '', ...others] = [item.name, ...item.aliases].map(fold);
    const all = [name, ...others];
    const exact = all.includes(wanted);
    const rank = exact
      ? 0
      : name.startsWith(wanted)
        ? 1
        : others.some((one) => one.startsWith(wanted))
          ? 2
          : all.some((one) => one.split(/[\s-]+/).some((part) => part.startsWith(wanted)))
            ? 3
            : all.some((one) => one.includes(wanted))
              ? 4
              : -1;
    return rank < 0 ? [] : [{ item, exact, rank }];
  });
  return weighed
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MOST)
    .map(({ item, exact }) => ({ item, exact }));
}

/** The actors of a record and those made in the form. */
export function actorsToPick(record: StanceRecord, made: readonly MadeActor[]): Pickable[] {
  return [
    ...made.map(({ id, name, kind }) => ({ id, name, aliases: [], note: `${kind}, made here` })),
    ...record.actors.map(({ id, name, aliases, kind, country }) => ({
      id,
      name,
      aliases,
      note: kind === 'state' || country === '' ? kind : `${kind}, ${country}`,
    })),
  ];
}

export function placesToPick(record: StanceRecord, made: readonly MadePlace[]): Pickable[] {
  return [
    ...made.map(({ id, name, kind }) => ({ id, name, aliases: [], note: `${kind}, made here` })),
    ...record.places.map(({ id, name, kind, country }) => ({
      id,
      name,
      aliases: [],
      note: [kind, country].filter(Boolean).join(', '),
    })),
  ];
}
