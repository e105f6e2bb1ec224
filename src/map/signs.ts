import type { Plate } from './plate.svelte';

/** The signs of the map, in the order of its key. */
export const SIGNS = [
  'capital',
  'said',
  'event',
  'count',
  'troops',
  'crossing',
  'subject',
  'group',
  'pair',
  'stale',
  'hatch',
  'lake',
] as const;
export type Sign = (typeof SIGNS)[number];

/** What may ever stand on the map of a record: all signs, but those of stances where it has none, and lakes where they have not come. */
export function possibleSigns({ ties, lakes }: Pick<Plate, 'ties' | 'lakes'>): ReadonlySet<Sign> {
  return new Set(SIGNS.filter((sign) => (sign === 'lake' ? lakes.length > 0 : !ties || (sign !== 'pair' && sign !== 'stale'))));
}

/** What of a map stands on it now; crossings and the hatch of what is not covered are in the key of lines and areas beside it. */
export type Shown = Pick<
  Plate,
  'ties' | 'lakes' | 'placeMarks' | 'deployments' | 'actor' | 'group' | 'pair' | 'pairStance' | 'shades' | 'countries' | 'inFrame'
>;

/** The signs that stand on a map now, for the line under its picture. */
export function shownSigns(map: Shown): ReadonlySet<Sign> {
  const { placeMarks: marks, shades } = map;
  const stale = [...shades.values()].some((shade) => shade.kind === 'stance' && shade.stale);
  const is: Readonly<Record<Sign, boolean>> = {
    capital: map.countries.size > 0,
    said: marks.some(({ statements }) => statements > 0),
    event: marks.some(({ events }) => events > 0),
    // Several places may share a mark; which do is up to the zoom.
    count: marks.length > 1,
    troops: map.deployments.some(({ host }) => host >= 0),
    crossing: false,
    subject: map.actor !== undefined,
    group: map.group !== null,
    pair: map.pair !== null && map.pairStance !== null,
    stale,
    hatch: false,
    lake: map.lakes.length > 0,
  };
  return new Set(SIGNS.filter((sign) => is[sign]));
}
