import type { Focus, Trace } from './focus.svelte';
import { encodeView } from './url';
import type { ViewState } from './view';

/** Browsers refuse more than a few hundred address changes in half a minute; a scrub makes sixty a second. */
const REST = 300;

/**
 * Keeps the address bar in step with the focus: acts become entries to go back to, scrubbing and typing change the present entry
 * once the hand rests. A window that is dragged or zoomed is an act as well, one for the whole of the gesture, so that it can be taken back. Returns a function that stops it.
 */
export function writeHistory(focus: Focus): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** The hand is moving the window: all that it does until it rests is one entry. */
  let dragging = false;
  const rest = () => {
    clearTimeout(timer);
    timer = undefined;
    dragging = false;
    history.replaceState(null, '', linkOf(focus));
  };
  focus.onchange = (trace: Trace, before: ViewState) => {
    clearTimeout(timer);
    const drags = trace === 'replace' && (before.from !== focus.state.from || before.to !== focus.state.to);
    if (trace === 'push' || (drags && !dragging)) {
      // An act right after a change: the way back leads to what was changed, not to what was before that.
      if (timer !== undefined) history.replaceState(null, '', `#${encodeView(before)}`);
      timer = undefined;
      history.pushState(null, '', linkOf(focus));
    }
    if (trace === 'push') dragging = false;
    else {
      dragging ||= drags;
      timer = setTimeout(rest, REST);
    }
  };
  // What was changed a moment ago is written before a link is followed from it, or the way back would lead to what was before that.
  const beforeLink = ({ target }: Event) => {
    if (timer === undefined || !(target instanceof Element) || target.closest('a[href*="#/"]') === null) return;
    rest();
  };
  addEventListener('click', beforeLink, true);
  return () => {
    clearTimeout(timer);
    removeEventListener('click', beforeLink, true);
    focus.onchange = null;
  };
}

/** The present view as a fragment, `#/page?…`. Where nothing in the record has a date it names none: those of the state stand for none. */
export function linkOf(focus: Focus): string {
  return `#${encodeView(focus.state, focus.record.span === null ? 'undated' : 'dated')}`;
}
