import type { PageGiven } from '../given.svelte';
import { shown, type View } from './view';

export const atlas: View = {
  name: 'atlas',
  label: 'Atlas',
  home: 'atlas',
  tab: '',
  shows: () => true,
  page: {
    shown: shown(
      () => import('../AtlasPage.svelte'),
      (given: PageGiven) => ({ given }),
    ),
    always: true,
    instrument: true,
    key: true,
    undated: () => false,
    rows: 'beside',
  },
  phone: null,
  scene: null,
  frame: null,
  picture: { none: 'The atlas is network and map side by side: each of them has a picture of its own.' },
};
