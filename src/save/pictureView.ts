import type { Focus } from '../focus/focus.svelte';
import type { Page } from '../focus/view';

/** A view that can be drawn for a picture. The shell gives them: nothing here knows the views. */
export interface PictureView {
  /** As a scene names it (`x-plate=map`). */
  name: string;
  /** What the reader calls it. */
  label: string;
  /** Pages on which it is what the reader looks at. */
  pages: readonly Page[];
  /** Whether the key to lines and areas belongs under it. */
  key: boolean;
  /** Width in px at which it is laid out before it is fitted to the sheet; 0: laid out at the sheet's own size. */
  width: number;
  /** Selector of the part that is drawn, within what is shown; empty: all of it. */
  part: string;
  /** Selector of what is left out of the picture: settings, and lists that go on. */
  hide: string;
  /** Selector of what takes the height that is left over, or gives what is missing; empty: nothing does. */
  fill: string;
  /** Selector of rows of which the last are left out, and said to be, where all of them would be too small to read; empty: all stay. */
  rows: string;
  /** Width in px that the screen must have: a view that shows less on a small one is no whole picture there. 0: any. */
  screen: number;
  /** Shows it in an element; returns what takes it away. */
  show: (target: HTMLElement, focus: Focus) => Promise<() => void>;
}
