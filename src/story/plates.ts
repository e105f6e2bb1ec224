import type { Page, ViewState } from '../focus/view';
import type { StanceRecord } from '../record/record';

/** The pictures that may stand beside a scene's words, by the name in its view (`x-plate=map`), each with what the reader calls it. */
export const PLATES = {
  network: 'Network',
  map: 'Map',
  timeline: 'Timeline',
  pair: 'Pair',
  matrix: 'Matrix',
  balance: 'Balance',
  change: 'What changed',
  rifts: 'Rifts',
  hypotheses: 'Hypotheses',
  claims: 'Claims',
  rows: 'Rows',
} as const;
export type PlateName = keyof typeof PLATES;

export const PLATE_NAMES = Object.keys(PLATES) as PlateName[];

/** The page on which a plate lives when the reader goes on alone. */
const PAGES: Record<PlateName, Page> = {
  network: 'atlas',
  map: 'atlas',
  timeline: 'timeline',
  pair: 'pair',
  matrix: 'matrix',
  balance: 'balance',
  change: 'change',
  rifts: 'rifts',
  hypotheses: 'hypotheses',
  claims: 'claims',
  rows: 'evidence',
};

export function isPlate(name: string | undefined): name is PlateName {
  return name !== undefined && name in PLATES;
}

/** The plate of a state: the one that it names, else the network. */
export function plateOf(state: ViewState): PlateName {
  const name = state.extra['plate'];
  return isPlate(name) ? name : 'network';
}

export function pageOfPlate(plate: PlateName): Page {
  return PAGES[plate];
}

/** Plates that have something to show for a record. */
export function platesFor(record: StanceRecord): PlateName[] {
  const coded = record.stances.n > 0;
  return PLATE_NAMES.filter((plate) => {
    if (plate === 'change' || plate === 'rifts' || plate === 'pair') return coded;
    if (plate === 'hypotheses') return record.hypotheses.length > 0;
    if (plate === 'claims') return record.claims.length > 0;
    return true;
  });
}
