import { actorId } from '../record/names';
import { evidenceAt } from '../analysis/cardAt';
import { quotesOf, type RankedPivot } from '../analysis/change/pivotRanking';
import type { PivotNote } from '../evidence/listModel';
import type { Focus } from '../focus/focus.svelte';
import type { StanceRecord } from '../record/record';
import type { Day } from '../words/calendar';

/** An asserted change as the timeline draws it: a box in the pair's lane over the days within which it may lie. */
export interface MarkedPivot {
  holder: string;
  target: string;
  from: Day;
  to: Day;
  size: number;
}

export function markedPivots(record: StanceRecord, pivots: readonly RankedPivot[]): MarkedPivot[] {
  return pivots.map(({ holder, target, range, size }) => ({
    holder: actorId(record, holder),
    target: actorId(record, target),
    from: range.from,
    to: range.to,
    size,
  }));
}

/** The marked pivot of the selected pair, as the list of rows shows it; null where none is marked. */
export function pivotOfPair(focus: Focus): PivotNote | null {
  const { pair } = focus.state;
  if (pair === null) return null;
  const { record, slice } = focus;
  const holder = record.actorIndex.get(pair[0]);
  const target = record.actorIndex.get(pair[1]);
  const pivot = focus.marked.find((marked) => marked.holder === holder && marked.target === target);
  if (pivot === undefined) return null;
  const { before } = quotesOf(slice, pivot);
  const beforeItem = before === null ? '' : (record.evidence.id[evidenceAt(slice, before)] ?? '');
  return { lastBefore: pivot.lastBefore, firstAfter: pivot.firstAfter, range: pivot.range, beforeItem };
}
