import { createContext } from 'svelte';
import type { ViewState } from '../focus/view';
import type { KnownView } from '../focus/views';

/**
 * The views that may stand beside a scene's words, by the name in its view (`x-plate=map`). The story page is given them and hands
 * them on to whatever reads, prints or writes a scene.
 */
export const [sceneViews, setSceneViews] = createContext<readonly KnownView[]>();

/** Name of the view that a state sets beside the words: the network where it names none. */
export const besideName = (state: Pick<ViewState, 'extra'>): string => state.extra['plate'] ?? 'network';

/** That view; undefined where no view has the name, of which the page then says so. */
export const viewBeside = (state: Pick<ViewState, 'extra'>, views: readonly KnownView[]): KnownView | undefined =>
  views.find(({ name }) => name === besideName(state));

/** What the reader calls the view of a state. */
export const besideLabel = (state: Pick<ViewState, 'extra'>, views: readonly KnownView[]): string =>
  viewBeside(state, views)?.label ?? `“${besideName(state)}”`;
