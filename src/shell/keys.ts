export type KeyAct =
  | { type: 'find' | 'help' | 'actors' | 'link' | 'save' | 'play' | 'clear' }
  | { type: 'step'; direction: 1 | -1 }
  | { type: 'page'; index: number };

/** What a single sign does, and the sign that does it until the reader chooses another. */
export const SIGN_ACTS = {
  find: { sign: '/', act: { type: 'find' } },
  help: { sign: '?', act: { type: 'help' } },
  actors: { sign: 'a', act: { type: 'actors' } },
  link: { sign: 'l', act: { type: 'link' } },
  save: { sign: 's', act: { type: 'save' } },
  back: { sign: ',', act: { type: 'step', direction: -1 } },
  on: { sign: '.', act: { type: 'step', direction: 1 } },
} as const satisfies Record<string, { sign: string; act: KeyAct }>;
export type SignAct = keyof typeof SIGN_ACTS;

/** The sign of every act. */
export type Signs = Readonly<Record<SignAct, string>>;

const NAMES = Object.keys(SIGN_ACTS) as SignAct[];

export const FIRST_SIGNS = Object.fromEntries(NAMES.map((name) => [name, SIGN_ACTS[name].sign])) as Signs;

/** Whether a text is one sign that can be seen. */
const isOne = (text: string): boolean => [...text].length === 1 && !/[\s\p{C}]/u.test(text);
/** Digits turn to the pages. */
const isPage = (sign: string): boolean => /^[1-9]$/.test(sign);
const isFree = (text: string): boolean => isOne(text) && !isPage(text);

/** Signs with one of them changed, or why it cannot be: it is none, it turns pages, or it does something else. */
export function withSign(signs: Signs, name: SignAct, typed: string): { signs: Signs } | { taken: SignAct | 'pages' | 'none' } {
  const sign = typed.toLowerCase();
  if (!isOne(sign)) return { taken: 'none' };
  if (isPage(sign)) return { taken: 'pages' };
  const other = NAMES.find((act) => act !== name && signs[act] === sign);
  return other === undefined ? { signs: { ...signs, [name]: sign } } : { taken: other };
}

/** Signs as the browser has kept them, the first ones for what is none; the first ones throughout where two would be alike. */
export function soundSigns(kept: unknown): Signs {
  if (typeof kept !== 'object' || kept === null) return FIRST_SIGNS;
  const known = kept as Readonly<Record<string, unknown>>;
  const isSign = (value: unknown): value is string => typeof value === 'string' && isFree(value) && value === value.toLowerCase();
  const signs = Object.fromEntries(NAMES.map((name) => [name, isSign(known[name]) ? known[name] : FIRST_SIGNS[name]])) as Signs;
  return new Set(Object.values(signs)).size === NAMES.length ? signs : FIRST_SIGNS;
}

const ALWAYS: ReadonlyMap<string, KeyAct> = new Map([
  [' ', { type: 'play' }],
  ['Escape', { type: 'clear' }],
]);

/** The letter or digit of a key that is held with Alt, which on some machines writes another sign. */
const bare = ({ key, code }: KeyboardEvent): string => (/^(?:Key|Digit)(.)$/.exec(code)?.[1] ?? key).toLowerCase();

/**
 * What a key does on the page as a whole; null where it belongs to a field, a button, a dialog, or to a view that has used it.
 *
 * @param when when single letters, digits and signs act, as the reader has it; Space, Escape and Control K always do
 * @param signs which sign does what
 */
export function keyAct(event: KeyboardEvent, when: 'plain' | 'alt' | 'off' = 'plain', signs = FIRST_SIGNS): KeyAct | null {
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
  const name = NAMES.find((act) => signs[act] === key);
  return name === undefined ? (ALWAYS.get(key) ?? null) : SIGN_ACTS[name].act;
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
