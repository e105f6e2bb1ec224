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

/** The letter or digit of a key that is held with Alt, which on some machines writes another sign. */
const bare = ({ key, code }: KeyboardEvent): string => (/^(?:Key|Digit)(.)$/.exec(code)?.[1] ?? key).toLowerCase();

/**
 * What a key does on the page as a whole; null where it belongs to a field, a button, a dialog, or to a view that has used it.
 *
 * @param when when single letters, digits and signs act, as the reader has it; Space, Escape and Control K always do
 */
export function keyAct(event: KeyboardEvent, when: 'plain' | 'alt' | 'off' = 'plain'): KeyAct | null {
  if (event.defaultPrevented) return null;
  if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)) return { type: 'find' };
  if (event.ctrlKey || event.metaKey) return null;
  const sign = event.key.length === 1 && event.key !== ' ';
  if (event.altKey !== (sign && when === 'alt') || (sign && when === 'off')) return null;
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
  const key = event.altKey ? bare(event) : event.key;
  if (/^[1-9]$/.test(key)) return { type: 'page', index: Number(key) - 1 };
  return PLAIN[key] ?? null;
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
