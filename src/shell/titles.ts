import type { StanceRecord } from '../record/record';

/** The document's title: the page, but for the first one, and the record. What the tab, the history and a screen reader call it. */
export function titleOf(page: string, first: boolean, record: StanceRecord): string {
  return [first ? '' : page, record.meta.title, 'Stanceline'].filter((part) => part !== '').join(' · ');
}

/** What is said aloud: of a page or record that has just been opened its name first, then what is on show; else what is on show alone. */
export function saidOf(
  page: string,
  record: StanceRecord,
  before: { page: string; record: StanceRecord },
  sentence: string,
): string {
  const parts = [record === before.record ? '' : `${record.meta.title}.`, page === before.page ? '' : `${page}.`, sentence];
  return parts.filter((part) => part !== '').join(' ');
}
