import { drawnFrom, shown, type View } from './view';

const page = shown(
  () => import('../../matrix/MatrixPage.svelte'),
  ({ focus }) => ({ focus }),
);

export const matrix: View = {
  name: 'matrix',
  label: 'Matrix',
  home: 'matrix',
  tab: '',
  shows: () => true,
  page: { shown: page, always: false, instrument: true, key: true, undated: () => false, rows: 'beside' },
  phone: null,
  scene: page,
  frame: { shown: page, place: 'among' },
  picture: {
    key: { crossings: false, pivots: false },
    words: 'window',
    laid: { width: 1400, hide: '.caption button' },
    screen: 0,
    show: drawnFrom(page),
  },
};
