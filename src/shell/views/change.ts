import { coded } from '../../focus/views';
import { drawnFrom, shown, type View } from './view';

const page = shown(
  () => import('../../change/ChangePage.svelte'),
  ({ focus }) => ({ focus }),
);

export const change: View = {
  name: 'change',
  label: 'Changes',
  home: 'change',
  tab: '',
  shows: coded,
  page: { shown: page, always: true, instrument: true, key: false, undated: () => false, rows: 'beside' },
  phone: null,
  scene: page,
  frame: null,
  picture: {
    key: null,
    words: 'window',
    laid: {
      width: 1340,
      hide: 'details, .acts, figure .link, .dates, section > .small, section > h3, section > .names',
      lists: [
        { at: '.pivots > article', called: 'changes', least: 1 },
        { at: 'section tbody tr', called: 'pairs', least: 6 },
      ],
    },
    screen: 1024,
    show: drawnFrom(page),
  },
};
