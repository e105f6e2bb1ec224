import { decimal, signed } from './numbers';

/** Numbers as a text says them, in figures or in words, and the same number said anew. */

const CARDINALS = 'no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(' '); // prettier-ignore
const ORDINALS = 'zeroth first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ');

const small = (text: string): string => text.trim().toLowerCase();

/** The number that words say: `20`, `1,204`, `−0.45`, `eight`, `Seven`, `third`, `none`; null where they say none, or more than one. */
export function saidNumber(words: string): number | null {
  const text = small(words);
  if (text === 'none' || text === 'zero') return 0;
  for (const list of [CARDINALS, ORDINALS]) if (list.includes(text)) return list.indexOf(text);
  const figures = text.replace(/^[\u2212-]/, '-').replace(/,(?=\d{3}\b)/g, '');
  return /^[+-]?\d+(\.\d+)?$/.test(figures) ? Number(figures) : null;
}

/** How many decimals a number in words or figures is said to. */
const decimalsOf = (words: string): number => /\.(\d+)$/.exec(words.trim())?.[1]?.length ?? 0;

/** Whether words say this number, to the decimals that they give. */
export function saysNumber(words: string, value: number): boolean {
  const said = saidNumber(words);
  return said !== null && decimal(said, decimalsOf(words)) === decimal(value, decimalsOf(words));
}

/** A number said as other words say theirs: in words where they are words, with a sign where they have one, to their decimals. */
export function saidAlike(words: string, value: number): string {
  const text = small(words);
  const capital = /^\p{Lu}/u.test(words.trim());
  const list = ORDINALS.includes(text) ? ORDINALS : /^\p{L}/u.test(text) ? CARDINALS : [];
  const word = text === 'none' && value === 0 ? 'none' : list[value];
  if (word !== undefined) return capital ? word.charAt(0).toUpperCase() + word.slice(1) : word;
  const digits = decimalsOf(words);
  return text.startsWith('+') || /^[\u2212-]/.test(text) ? signed(value, digits) : decimal(value, digits);
}
