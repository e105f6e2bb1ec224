import { flushSync } from 'svelte';

/** Px of the paper that is printed on, between its margins: A4 across, 10 mm left and right. */
const PAPER = 1046;

/**
 * The page on paper. A browser lays the page out for print without giving it time to draw anew: drawings keep the size that they have on the
 * screen, and the sheet as a whole is made as small as the paper. Lists that draw only what is seen draw all of it while `now` is true.
 */
class Printing {
  now = $state(false);

  constructor() {
    if (typeof window === 'undefined') return;
    addEventListener('beforeprint', () => {
      const { style } = document.documentElement;
      style.setProperty('--sheet', `${innerWidth}px`);
      style.setProperty('--sheet-zoom', String(Math.min(1, PAPER / innerWidth)));
      style.setProperty('--sheet-page', `${document.getElementById('main')?.clientHeight ?? 0}px`);
      // The browser looks as soon as this returns.
      flushSync(() => (this.now = true));
    });
    addEventListener('afterprint', () => {
      this.now = false;
      document.documentElement.removeAttribute('style');
    });
  }
}

export const printing = new Printing();
