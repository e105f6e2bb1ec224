import { createSubscriber } from 'svelte/reactivity';

/**
 * The one ruler for text. Plots place labels by their width before the page sets them: by a canvas where the page's own type counts, by
 * a table of letters where the same labels must stand at the same spots before and after the type arrives, and in a test.
 */

const WIDTHS = new Map<string, Map<string, number>>();

/** What was measured before a part of the page's type arrived is measured anew. */
if (typeof document !== 'undefined') document.fonts.addEventListener('loadingdone', () => WIDTHS.clear());
const typeArrives = createSubscriber((update) => {
  document.fonts.addEventListener('loadingdone', update);
  return () => document.fonts.removeEventListener('loadingdone', update);
});

/**
 * A ruler for one setting: width in px of a text in one line. Widths are kept, so that packing labels again costs look-ups alone. Within
 * a derived value it is another ruler once the page's type has arrived.
 *
 * @param size in px
 */
export function textRuler(
  size: number,
  weight = 400,
  family: '--sans' | '--serif' = '--sans',
  slant: '' | 'italic' = '',
): (text: string) => number {
  typeArrives();
  const key = `${slant} ${weight} ${size} ${family}`;
  const widths = WIDTHS.get(key) ?? new Map<string, number>();
  WIDTHS.set(key, widths);
  const context = typeof document === 'undefined' ? null : document.createElement('canvas').getContext('2d');
  if (context !== null) {
    const name = getComputedStyle(document.documentElement).getPropertyValue(family).trim();
    context.font = `${slant} ${weight} ${size}px ${name === '' ? 'sans-serif' : name}`;
  }
  return (text) => {
    let width = widths.get(text);
    if (width === undefined) {
      width = context === null ? letterWidth(text, size) : context.measureText(text).width;
      widths.set(text, width);
    }
    return width;
  };
}

const NARROW = new Set("iljtfrI.,:;'’ ()|!-");
const WIDE = new Set('mwMWЖЮШЩжюшщ@%');

/** Width of a text in px by the widths of its letters' classes, without a canvas; it errs to the wide side. */
export function letterWidth(text: string, size: number): number {
  let ems = 0;
  for (const letter of text) {
    if (NARROW.has(letter)) ems += 0.33;
    else if (WIDE.has(letter)) ems += 0.86;
    else if (letter > '\u2e80') ems += 1.05;
    else if (letter !== letter.toLowerCase()) ems += 0.63;
    else ems += 0.55;
  }
  return ems * size;
}

/** How many lines a text takes in `room` px, broken at spaces. */
export function linesOf(text: string, room: number, measure: (text: string) => number): number {
  let lines = 1;
  let used = 0;
  const space = measure(' ');
  for (const word of text.split(' ')) {
    const width = measure(word);
    if (used > 0 && used + space + width > room) {
      lines++;
      used = width;
    } else used += (used > 0 ? space : 0) + width;
  }
  return lines;
}
