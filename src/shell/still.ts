import type { Focus } from '../focus/focus.svelte';
import type { ViewState } from '../focus/view';

/** Px of a still: as wide as a sheet of paper holds at a readable size, and low enough to leave room for words. */
const SIZE = { width: 1240, height: 820, zoom: 1.2 };

/** A still of a view's plate for paper, as SVG, without a link of its own: the page has one; null for a plate of which no picture can be taken (lists, claims). */
export async function still(focus: Focus, state: ViewState, plate: string, title: string): Promise<Blob | null> {
  const { focusFor, PICTURES } = await import('./pictures');
  const view = PICTURES.find(({ name }) => name === plate);
  if (view === undefined) return null;
  const { takePicture } = await import('../save/takePicture');
  const own = await focusFor(focus, state);
  const { svg } = await takePicture(view, own, { title, link: '', size: SIZE });
  return new Blob([svg], { type: 'image/svg+xml' });
}
