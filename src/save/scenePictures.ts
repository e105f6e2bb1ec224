import { decodeView } from '../focus/url';
import type { ViewState } from '../focus/view';
import type { Story } from '../record/record';
import { pictureOn, type Drawing, type NoPicture, type SavedView } from './pictureView';
import { firstParagraph } from './pictureWords';

/** One scene of a story as it is to be drawn. */
export interface ScenePicture {
  /** Place in the story, from 1. */
  n: number;
  title: string;
  /** The first paragraph of its text. */
  told: string;
  state: ViewState;
  /** The view that stands beside its words, or why no picture of it can be taken. */
  picture: Drawing | NoPicture;
}

/**
 * The scenes of a story in their order, each with the view that it names. Never another: a scene whose view cannot be drawn says why.
 *
 * @param start read for what a scene's view leaves open
 * @param views all of them; a scene that names none shows the first that can be drawn
 * @param screen width of the reader's screen in px
 */
export function scenePictures(story: Story, start: ViewState, views: readonly SavedView[], screen: number): ScenePicture[] {
  const scenes = [...story.scenes].sort((a, b) => a.order - b.order);
  return scenes.map(({ title, text, view: words }, i) => {
    const state = { ...decodeView(words, start), data: start.data };
    const name = state.extra['plate'];
    const view = views.find((each) => (name === undefined ? !('none' in each.picture) : each.name === name));
    return {
      n: i + 1,
      title,
      told: firstParagraph(text),
      state: { ...state, page: 'story', extra: { ...state.extra, story: story.id, scene: String(i + 1) } },
      picture: view === undefined ? { none: `There is no view called “${name ?? ''}”.` } : pictureOn(screen, view),
    };
  });
}
