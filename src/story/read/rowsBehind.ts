import { evidenceAt } from '../../analysis/cardAt';
import { evidenceTest, rowsBefore, type Slice } from '../../analysis/slice';
import type { ViewState } from '../../focus/view';
import { listOf } from '../../record/record';

/**
 * How many statements and events stand behind a scene: those of its pair in its window, or where it has no selection every row in the
 * window that the filters let pass. null where the selection is another one: the list of rows then says how many.
 */
export function rowsBehind(slice: Slice, state: Pick<ViewState, 'from' | 'to' | 'pair' | 'actors' | 'place'>): number | null {
  const { record, filters } = slice;
  const { from, to, pair } = state;
  if (state.actors.length > 0 || state.place !== '') return null;
  const rows = new Set<number>();
  const [holder, target] = (pair ?? []).map((id) => record.actorIndex.get(id) ?? -1);
  const end = rowsBefore(slice.day, to + 1);
  for (let k = rowsBefore(slice.day, from); k < end; k++) {
    if (pair === null || (slice.holder[k] === holder && slice.target[k] === target)) rows.add(evidenceAt(slice, k));
  }
  if (pair !== null || filters.coder !== '' || filters.sign !== 'any' || filters.basis === 'attributed') return rows.size;
  if (filters.holders.length > 0 || filters.targets.length > 0) return rows.size;
  if (filters.actors.length > 0 || filters.actorKinds.length > 0) return null;
  const passes = evidenceTest(record, filters);
  let uncoded = 0;
  for (let e = rowsBefore(record.evidence.day, from); e < rowsBefore(record.evidence.day, to + 1); e++) {
    if (listOf(record.evidence.stances, e).length === 0 && passes(e)) uncoded++;
  }
  return rows.size + uncoded;
}
