import { PAGES, type Page } from '../focus/view';
import type { StanceRecord } from '../record/record';

export const PAGE_NAMES: Record<Page, string> = {
  atlas: 'Atlas',
  timeline: 'Timeline',
  matrix: 'Matrix',
  pair: 'Pair',
  evidence: 'Rows',
  change: 'What changed',
  rifts: 'Rifts',
  balance: 'Balance',
  hypotheses: 'Hypotheses',
  claims: 'Claims',
  story: 'Story',
  desk: 'Desk',
};

const HIDDEN: ReadonlySet<Page> = new Set(['hypotheses', 'claims', 'story']);

/** The pages that have something to show for this record, in the order of the masthead. A page hidden here still opens by its link. */
export function pagesOf(record: StanceRecord): Page[] {
  const coded = record.stances.n > 0;
  return PAGES.filter((page) => (page !== 'change' && page !== 'rifts' ? !HIDDEN.has(page) : coded && !HIDDEN.has(page)));
}
