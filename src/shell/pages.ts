import { PAGES, type Page } from '../focus/view';
import type { StanceRecord } from '../record/record';

export const PAGE_NAMES: Record<Page, string> = {
  atlas: 'Atlas',
  timeline: 'Timeline',
  matrix: 'Matrix',
  pair: 'Pair',
  evidence: 'Rows',
  change: 'Changes',
  rifts: 'Rifts',
  balance: 'Balance',
  hypotheses: 'Hypotheses',
  claims: 'Claims',
  story: 'Story',
  desk: 'Desk',
};

/** Where the masthead has no room for all, these stand in it and the others under “More”. */
export const MAIN_PAGES: ReadonlySet<Page> = new Set(['atlas', 'timeline', 'pair', 'evidence', 'change', 'story']);

/** The pages that have something to show for this record, in the order of the masthead. A page left out here still opens by its link. */
export function pagesOf(record: StanceRecord): Page[] {
  const shown: Partial<Record<Page, boolean>> = {
    change: record.stances.n > 0,
    rifts: record.stances.n > 0,
    hypotheses: record.hypotheses.length > 0,
    claims: record.claims.length > 0,
  };
  return PAGES.filter((page) => shown[page] ?? true);
}
