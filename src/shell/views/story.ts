import type { PageGiven } from '../given.svelte';
import { shown, type View } from './view';

export const story: View = {
  name: 'story',
  label: 'Story',
  home: 'story',
  tab: '',
  shows: () => true,
  page: {
    shown: shown(
      () => import('../../story/StoryPage.svelte'),
      ({ focus, around: { scenes, view, strip, still, save, link } }: PageGiven) => ({
        focus,
        scenes,
        view,
        strip,
        still,
        save,
        link,
      }),
    ),
    always: true,
    instrument: true,
    key: false,
    undated: () => true,
    rows: 'within',
  },
  phone: null,
  scene: null,
  frame: {
    shown: shown(
      () => import('../StoryFramed.svelte'),
      ({ focus, player }) => ({ focus, player }),
    ),
    place: 'flow',
  },
  picture: {
    none: 'A story of the record is saved as a picture of each scene: open one first. A draft is saved as tables, from its editor.',
  },
};
