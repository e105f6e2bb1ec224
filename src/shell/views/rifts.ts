import { coded } from '../../focus/views';
import { drawnFrom, shown, type View } from './view';

const page = shown(
  () => import('../../rifts/RiftsPage.svelte'),
  ({ focus }) => ({ focus }),
);

export const rifts: View = {
  name: 'rifts',
  label: 'Rifts',
  home: 'rifts',
  tab: '',
  shows: coded,
  page: { shown: page, always: false, instrument: true, key: false, undated: () => false, rows: 'beside' },
  phone: null,
  scene: page,
  frame: null,
  picture: {
    key: null,
    words: 'window',
    laid: {
      width: 1340,
      hide: 'details, table, .thirds li:nth-child(n + 4), .list li:nth-child(n + 7), .list > .link, .detail h3:has(~ table), .detail header .how, .thirds p .link',
    },
    screen: 0,
    show: drawnFrom(page),
  },
};
