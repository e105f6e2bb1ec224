import { coded } from '../../focus/views';
import { drawnFrom, shown, type View } from './view';

const page = shown(
  () => import('../../pair/PairPage.svelte'),
  ({ focus }) => ({ focus }),
);

export const pair: View = {
  name: 'pair',
  label: 'Pair',
  home: 'pair',
  tab: '',
  shows: (record) => coded(record) || record.ties.length > 0,
  page: { shown: page, always: true, instrument: true, key: false, undated: () => false, rows: 'beside' },
  phone: 'Pair',
  scene: page,
  frame: { shown: page, place: 'among' },
  picture: {
    key: { crossings: false, pivots: true },
    words: 'window',
    // Below 1300 px the page is one column wide: the chart has the whole of it.
    laid: { width: 1280, part: '.main', hide: '.top', fill: '.chart' },
    screen: 0,
    show: drawnFrom(page),
  },
};
