import type { Focus } from '../focus/focus.svelte';
import type { ViewState } from '../focus/view';
import type { KnownView } from '../focus/views';
import { screenSize } from '../ui/textScale.svelte';
import { pictureOn } from '../save/pictureView';
import { VIEWS } from './views/all';

/** Px of a still: as wide as a sheet of paper holds at a readable size, and low enough to leave room for words. */
const SIZE = { width: 1240, height: 820, zoom: 1.2 };

/**
 * A still of a view for paper, as SVG, without a link of its own: the page has one.
 *
 * @throws why none can be taken here, in a sentence for the reader
 */
export async function still(focus: Focus, state: ViewState, { name, label }: KnownView): Promise<Blob> {
  const view = VIEWS.find((each) => each.name === name);
  const picture = view === undefined ? { none: `There is no view called “${name}”.` } : pictureOn(screenSize().width, view);
  if ('none' in picture) throw new Error(picture.none);
  const { focusFor, takePicture } = await import('../save/takePicture');
  const { svg } = await takePicture(picture, await focusFor(focus, state), { title: label, link: '', size: SIZE });
  return new Blob([svg], { type: 'image/svg+xml' });
}
