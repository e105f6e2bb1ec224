import { sliceRecord } from '../../analysis/slice';
import type { StanceRecord } from '../../record/record';
import { filtersOf } from '../focus.svelte';
import { activeFilters, NO_FILTERS, type ActiveFilter } from './filterWords';
import type { ViewState } from '../view';

/** The filter whose removal alone brings back most stances, and how many; null where no single removal brings any. */
export interface BestDrop {
  filter: ActiveFilter;
  rows: number;
}

/** Stances that pass the filters of a state; `found` is the text search's answer. */
export function passing(record: StanceRecord, state: ViewState, found: ReadonlySet<number> | null): number {
  return sliceRecord(record, filtersOf(state, state.query === '' ? null : found)).all;
}

/**
 * What to drop when nothing passes: each active filter is dropped in turn and the rest kept, so that the number promised is the number
 * that then passes. The least number of rows for a drawn line hides lines, not rows, and is never the reason.
 */
export function bestDrop(record: StanceRecord, state: ViewState, found: ReadonlySet<number> | null): BestDrop | null {
  let best: BestDrop | null = null;
  for (const filter of activeFilters(record, state)) {
    if (filter.field === 'rows') continue;
    const rows = passing(record, { ...state, ...filter.drop }, found);
    if (rows > 0 && (best === null || rows > best.rows)) best = { filter, rows };
  }
  return best;
}

/** Stances that pass once every filter is dropped. */
export function withoutFilters(record: StanceRecord, state: ViewState): number {
  return passing(record, { ...state, ...NO_FILTERS }, null);
}
