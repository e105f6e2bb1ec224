import { nameOf } from '../record/names';
import { pairOf } from '../analysis/slice';
import { saidStance } from '../analysis/stance/look';
import { stanceAt } from '../analysis/stance/stance';
import { hiddenOfPair } from '../focus/filters/hiddenWords';
import type { Focus } from '../focus/focus.svelte';
import { hiddenMessages } from '../words/messages/hidden';
import { coverageMessages } from '../words/messages/coverage';
import { stanceMessages } from '../words/messages/stance';
import { pairName } from '../words/names';

/** The present view in one sentence, for those who hear the page. */
export function announce(focus: Focus): string {
  const { record, slice, running, state } = focus;
  if (record.span === null) return coverageMessages.covers(record);
  if (state.pair !== null) {
    const holder = record.actorIndex.get(state.pair[0]);
    const target = record.actorIndex.get(state.pair[1]);
    if (holder !== undefined && target !== undefined) {
      const pair = pairName(nameOf(record, holder), nameOf(record, target));
      const stance = stanceAt(running, pairOf(slice, holder, target), state.at);
      const hides = stance === null ? hiddenOfPair(focus, holder, target, state.at) : null;
      if (hides !== null) return stanceMessages.heardHidden(state.at, hiddenMessages.ofPair(pair, hides));
      return stance === null
        ? stanceMessages.heardNotCovered(state.at, pair)
        : stanceMessages.heard(state.at, pair, saidStance(running, stance, state.from));
    }
  }
  const chosen = state.actors.flatMap((id) => record.actors[record.actorIndex.get(id) ?? -1]?.name ?? []);
  return stanceMessages.heardActors(state.at, chosen);
}
