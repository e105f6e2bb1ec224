import { innerHeight, innerWidth } from 'svelte/reactivity/window';

/**
 * The reader's own size of type. Words and the room around them are built in rem (`scripts/textUnits.ts`) and follow it by themselves. A
 * drawing, whose labels are placed by the width of letters, is laid out as for 16 px in a room that is so much smaller, and enlarged as a
 * whole: its element has the class `drawn`. One px of the design is one px within it, and one sixteenth of a rem elsewhere.
 */

/** The size of type that the styles are written for, in px. */
const WRITTEN_FOR = 16;

let scale = $state(1);

/** How many times larger the reader's type is than the one the styles are written for: 2 where the browser is set to 32 px. */
export const textScale = (): number => scale;

/** The window in px of the design: half as wide where the type is twice as large. */
export const screenSize = (): { width: number; height: number } => ({
  width: (innerWidth.current ?? 1440) / scale,
  height: (innerHeight.current ?? 900) / scale,
});

/** A length of the design in px, for the style of an element outside drawings: it follows the reader's type. */
export const rem = (length: number): string => `${length / WRITTEN_FOR}rem`;

/** A media query for windows narrower than so many px of the design. */
export const narrowerThan = (width: number): string => `(max-width: ${(width - 1) / WRITTEN_FOR}em)`;

/**
 * How many px of the screen one px of the design takes in a drawing: the reader's type, and what else enlarges the element, as a talk does.
 * What a browser says of where elements and pointers are is in px of the screen.
 */
export function enlargement(element: Element): number {
  // Browsers that do not say what enlarges an element do not count it either.
  if (!('currentCSSZoom' in element)) return scale;
  return element.closest('.drawn') === null ? element.currentCSSZoom * scale : element.currentCSSZoom;
}

/** Where a pointer is, in px of the design from the upper left corner of an element in a drawing. */
export function placeIn(element: Element, { clientX, clientY }: { clientX: number; clientY: number }): { x: number; y: number } {
  const { left, top } = element.getBoundingClientRect();
  const by = enlargement(element);
  return { x: (clientX - left) / by, y: (clientY - top) / by };
}

/** Reads the reader's size of type, now and whenever it is changed. To be called once, by the page. */
export function followTextSize(): void {
  const root = document.documentElement;
  const read = () => {
    const size = Number.parseFloat(getComputedStyle(root).fontSize) / WRITTEN_FOR;
    if (!(size > 0) || size === scale) return;
    scale = size;
    root.style.setProperty('--text-scale', String(size));
  };
  read();
  // An element as wide as one em: nothing else tells that the setting was changed.
  const measure = document.createElement('span');
  measure.className = 'em-measure';
  measure.ariaHidden = 'true';
  document.body.append(measure);
  new ResizeObserver(read).observe(measure);
}
