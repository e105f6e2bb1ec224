import type { Focus } from '../focus/focus.svelte';
import type { KnownView } from '../focus/views';

/** A list in a picture that may lose its last lines. */
interface Shortened {
  /** Selector of its lines. */
  at: string;
  /** What a reader calls them: `rows`. */
  called: string;
  /** How many always stay. */
  least: number;
}

/** How a view that is laid out at a width of its own becomes a picture. Selectors are read within what is shown. */
export interface Laid {
  /** Px at which it is laid out before it is fitted to the sheet. */
  width: number;
  /** The part that is drawn; all of it where none is named. */
  part?: string;
  /** What is left out: settings, and lists that go on. */
  hide?: string;
  /** What takes the height that is left over, or gives what is missing. */
  fill?: string;
  /** Lists of which the last lines are left out, and said to be, where all of them would be too small to read. */
  lists?: readonly Shortened[];
}

/** A view that can be drawn for a picture. */
export interface Drawing {
  /** The key under it: to lines and areas, with crossings and marked changes where it draws them; null for none. */
  key: { crossings: boolean; pivots: boolean } | null;
  /** What the words around it speak of: rows in a window under filters, the ratings of hypotheses, or the claims of an article. */
  words: 'window' | 'ratings' | 'claims';
  /** Null where it fills the sheet by itself. */
  laid: Laid | null;
  /** Width in px that the screen must have: a view that shows less on a small one is no whole picture there. 0: any. */
  screen: number;
  /** Shows it in an element; returns what takes it away. */
  show: (target: HTMLElement, focus: Focus) => Promise<() => void>;
}

/** Why there is no picture of a view, in a sentence for the reader. */
export interface NoPicture {
  none: string;
}

/** A view as the save dialog knows it. The shell gives them: nothing here knows the views. */
export interface SavedView extends KnownView {
  readonly picture: Drawing | NoPicture;
}

/** The picture that can be taken of a view on a screen this wide (px), or why none can. */
export function pictureOn(screen: number, { label, picture }: SavedView): Drawing | NoPicture {
  if ('none' in picture || screen >= picture.screen) return picture;
  return { none: `${label} needs a window of ${picture.screen} pixels or more: on this one it shows less of itself.` };
}
