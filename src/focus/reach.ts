import type { StanceRecord } from '../record/record';
import type { ViewState } from './view';

/** How a row lies to the window: whatever of it may lie in the window counts. */
export type Lies = 'inside' | 'before' | 'after' | 'undated';

/** Where a row of the evidence lies: an event that goes on into the window is inside it. */
export function liesIn({ evidence }: StanceRecord, { from, to }: Pick<ViewState, 'from' | 'to'>, e: number): Lies {
  if (e >= evidence.dated) return 'undated';
  if ((evidence.until[e] ?? 0) < from) return 'before';
  return (evidence.first[e] ?? 0) > to ? 'after' : 'inside';
}

/** What of the clock has to move so that a row is in view: nothing where the window holds it, else the window to it and the hand onto it. */
export function clockFor(
  record: StanceRecord,
  state: Pick<ViewState, 'from' | 'to'>,
  e: number,
): Partial<Pick<ViewState, 'from' | 'to' | 'at'>> {
  const lies = liesIn(record, state, e);
  if (lies === 'inside' || lies === 'undated') return {};
  const day = record.evidence.day[e] ?? state.from;
  return { from: Math.min(state.from, day), to: Math.max(state.to, day), at: day };
}
