import type { StanceRecord } from '../record/record';

/** Views that a packed record's counts can feed: they read stances of pairs, and no row. */
export const FROM_COUNTS: ReadonlySet<string> = new Set(['atlas', 'network', 'map', 'timeline', 'matrix', 'pair', 'balance']);

/** Whether a view needs rows that a packed record has not fetched. */
export const needsRows = (record: StanceRecord, view: string): boolean => record.packed !== undefined && !FROM_COUNTS.has(view);
