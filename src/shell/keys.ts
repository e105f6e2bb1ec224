export type KeyAct =
  | { type: 'find' | 'help' | 'actors' | 'link' | 'save' | 'play' | 'clear' }
  | { type: 'step'; direction: 1 | -1 }
  | { type: 'page'; index: number };

const PLAIN: Record<string, KeyAct> = {
  '/': { type: 'find' },
  '?': { type: 'help' },
  a: { type: 'actors' },
  l: { type: 'link' },
  s: { type: 'save' },
  ' ': { type: 'play' },
  ',': { type: 'step', direction: -1 },
  '.': { type: 'step', direction: 1 },
  Escape: { type: 'clear' },
};

/** What a key does on the page as a whole; null where it belongs to a field, a button, a dialog, or to a view that has used it. */
export function keyAct(event: KeyboardEvent): KeyAct | null {
  if (event.defaultPrevented) return null;
  if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)) return { type: 'find' };
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest('input, textarea, select, [contenteditable], [role="dialog"], [role="menu"]')) return null;
  // Space and Enter press what has the focus.
  if (
    event.key === ' ' &&
    target?.closest('button, a, [role="button"], [role="slider"], [role="option"], [role="gridcell"], summary')
  )
    return null;
  // Escape closes an open sheet first, wherever in it or beside it the focus stands; what is selected stays.
  if (event.key === 'Escape' && target?.ownerDocument.querySelector(':popover-open')) return null;
  if (/^[1-9]$/.test(event.key)) return { type: 'page', index: Number(event.key) - 1 };
  return PLAIN[event.key] ?? null;
}

/**
 * What has been typed for a field that is not there yet, after one more key; null where the key is none that writes (a shortcut, an arrow,
 * a part of a composition).
 */
export function typedAhead(
  typed: string,
  { key, ctrlKey, metaKey, altKey, isComposing }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing'>,
): string | null {
  if (isComposing || ctrlKey || metaKey || (altKey && key.length !== 1)) return null;
  if (key === 'Backspace') return [...typed].slice(0, -1).join('');
  if (key === 'Escape' || key === 'Enter') return typed;
  return [...key].length === 1 ? typed + key : null;
}
