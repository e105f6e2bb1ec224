/** What a key does to a story: `escape` leaves the full screen where it is filled, and else the talk; `resume` goes on with one that was left. */
export type StoryAct =
  'next' | 'back' | 'first' | 'last' | 'blank' | 'full' | 'pointer' | 'timer' | 'notes' | 'escape' | 'leave' | 'resume';

const TURN: Readonly<Record<string, StoryAct>> = {
  ArrowRight: 'next',
  ArrowLeft: 'back',
  PageDown: 'next',
  PageUp: 'back',
};
const PRESENT: Readonly<Record<string, StoryAct>> = {
  ...TURN,
  ArrowDown: 'next',
  ArrowUp: 'back',
  ' ': 'next',
  Enter: 'next',
  Home: 'first',
  End: 'last',
  b: 'blank',
  '.': 'blank',
  f: 'full',
  p: 'pointer',
  t: 'timer',
  n: 'notes',
  Escape: 'escape',
};

/** Where keys belong to what has the focus, and never turn the page. */
const OWN_KEYS =
  'input, textarea, select, audio, video, [contenteditable], [role="dialog"], [role="menu"], [role="slider"], [role="grid"]';

/**
 * What a key does while a story is read, or presented; null where it belongs to a field, a menu or a picture that has the focus. A
 * presenter's keys work wherever the focus is, so that a click into the map does not stop the talk.
 */
export function storyAct(event: KeyboardEvent, presenting: boolean): StoryAct | null {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return null;
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest(OWN_KEYS)) return null;
  if (!presenting)
    return target === null || target === document.body || target.closest('[data-story-words]') ? (TURN[event.key] ?? null) : null;
  // Space and Enter press what has the focus.
  if ((event.key === ' ' || event.key === 'Enter') && target?.closest('button, a, [role="button"]')) return null;
  if (event.shiftKey && event.key === ' ') return 'back';
  return PRESENT[event.key.length === 1 ? event.key.toLowerCase() : event.key] ?? null;
}

/** The way a finger turns the page: 1 forwards, -1 back, 0 where it scrolled or tapped. Distances in px. */
export function swipeOf(dx: number, dy: number): -1 | 0 | 1 {
  if (Math.abs(dx) < 48 || Math.abs(dx) < 1.6 * Math.abs(dy)) return 0;
  return dx < 0 ? 1 : -1;
}
