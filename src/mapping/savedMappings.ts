import { soundMapping, type ChosenMapping, type Mapping } from '../bring/mapping';

/** Mappings that the reader chose, kept in this browser by the header of the sheet: the next sheet of the same columns opens with it. */

const PLACE = 'stanceline-mappings';
const MOST = 20;

const keyOf = (header: readonly string[]): string => header.join('\u001f');

function all(): [string, unknown][] {
  try {
    const read = JSON.parse(localStorage.getItem(PLACE) ?? '[]') as unknown;
    return Array.isArray(read) ? read.filter((one): one is [string, unknown] => Array.isArray(one) && typeof one[0] === 'string') : []; // prettier-ignore
  } catch {
    return [];
  }
}

/** The mapping of a sheet with these columns; null where there is none. Columns that it names are all there, since the header is the same. */
export function savedMapping(header: readonly string[]): Mapping | null {
  return soundMapping(all().find(([key]) => key === keyOf(header))?.[1], header);
}

/** Keeps a mapping for the next time; a browser that refuses keeps none. */
export function saveMapping(header: readonly string[], mapping: Mapping): void {
  const others = all().filter(([key]) => key !== keyOf(header));
  try {
    localStorage.setItem(PLACE, JSON.stringify([[keyOf(header), mapping], ...others].slice(0, MOST)));
  } catch {
    // Nothing is lost but the next time's convenience.
  }
}

/** Keeps the mapping that a record brought along, for sheets of its kind; what the reader chose for them before stays. */
export function takeMapping(carried: ChosenMapping | null): void {
  if (carried !== null && savedMapping(carried.header) === null) saveMapping(carried.header, carried.mapping);
}
