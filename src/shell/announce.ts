import { pairOf } from '../analysis/slice';
import { stanceAt } from '../analysis/stance/stance';
import type { Focus } from '../focus/focus.svelte';
import { formatDay } from '../words/dates';
import { GRADE_WORDS, gradeOf } from '../words/scores';
import { signed } from '../words/numbers';

/** The present view in one sentence, for those who hear the page. */
export function announce(focus: Focus): string {
  const { record, slice, running, state } = focus;
  const date = formatDay(state.at);
  if (state.pair !== null) {
    const holder = record.actorIndex.get(state.pair[0]);
    const target = record.actorIndex.get(state.pair[1]);
    if (holder !== undefined && target !== undefined) {
      const names = `${record.actors[holder]!.name} on ${record.actors[target]!.name}`;
      const stance = stanceAt(running, pairOf(slice, holder, target), state.at);
      if (stance === null) return `${date}. ${names}: not covered by then.`;
      const rows = stance.n === 1 ? '1 row' : `${stance.n} rows`;
      return `${date}. ${names}: ${signed(stance.value)}, ${GRADE_WORDS[gradeOf(stance.value)]}, from ${rows}.`;
    }
  }
  const chosen = state.actors.flatMap((id) => record.actors[record.actorIndex.get(id) ?? -1]?.name ?? []);
  return chosen.length > 0 ? `${date}. Selected: ${chosen.join(', ')}.` : `${date}.`;
}
