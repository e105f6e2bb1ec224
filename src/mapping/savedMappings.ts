import type { Mapping } from '../bring/mapping';
import type { Sheet } from '../bring/sheet';

/** Mappings that the reader chose, kept in this browser by the header of the sheet: the next sheet of the same columns opens with it. */

const PLACE = 'stanceline-mappings';
const MOST = 20;

const keyOf = ({ columns }: Sheet): string => columns.join('\u001f');

function all(): [string, Mapping][] {
  try {
    const read = JSON.parse(localStorage.getItem(PLACE) ?? '[]') as unknown;
    return Array.isArray(read) ? (read as [string, Mapping][]) : [];
  } catch {
    return [];
  }
}

/** The mapping of a sheet with these columns; null where there is none. Columns that it names are all there, since the header is the same. */
export function savedMapping(sheet: Sheet): Mapping | null {
  return all().find(([key]) => key === keyOf(sheet))?.[1] ?? null;
}

/** Keeps a mapping for the next time; a browser that refuses keeps none. */
export function saveMapping(sheet: Sheet, mapping: Mapping): void {
  const others = all().filter(([key]) => key !== keyOf(sheet));
  try {
    localStorage.setItem(PLACE, JSON.stringify([[keyOf(sheet), mapping], ...others].slice(0, MOST)));
  } catch {
    // Nothing is lost but the next time's convenience.
  }
}
