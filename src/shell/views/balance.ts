import { drawnFrom, shown, type View } from './view';

const beside = shown(
  () => import('../BalanceBeside.svelte'),
  ({ focus }) => ({ focus, stands: 'beside' as const }),
);
const above = shown(
  () => import('../BalanceBeside.svelte'),
  ({ focus }) => ({ focus, stands: 'above' as const }),
);

/** The network in its camps, and the sum: neither is read without the other. */
export const balance: View = {
  name: 'balance',
  label: 'Balance',
  home: 'balance',
  tab: '',
  shows: () => true,
  page: { shown: beside, always: false, instrument: true, key: false, undated: () => false, rows: 'beside' },
  phone: null,
  scene: above,
  frame: { shown: beside, place: 'flow' },
  picture: {
    key: null,
    words: 'window',
    laid: {
      width: 1500,
      hide: '.pane section:not(.sum, .camps), .camps h3, .camps h3 ~ *, h3:has(+ .switch), .switch, label, details, dd .how',
    },
    screen: 0,
    show: drawnFrom(beside),
  },
};
