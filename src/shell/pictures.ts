import { mount, unmount } from 'svelte';
import { Focus } from '../focus/focus.svelte';
import type { PictureView } from '../save/pictureView';
import type { ViewState } from '../focus/view';
import { markedPivots } from './marked';
import { views } from './views';

const taken = (made: Record<string, unknown>) => () => void unmount(made);

/** The pairs of the marked pivots, as the network knows them. */
const pivotKeys = (focus: Focus) =>
  new Set(focus.marked.map(({ holder, target }) => `${focus.record.actors[holder]!.id} ${focus.record.actors[target]!.id}`));

/** Every view that can be drawn for a picture, in the order in which they are offered. */
export const PICTURES: readonly PictureView[] = [
  {
    name: 'network',
    label: 'Network',
    pages: ['atlas'],
    key: true,
    width: 0,
    part: '',
    hide: '',
    fill: '',
    rows: '',
    screen: 0,
    show: async (target, focus) => {
      const { default: View } = await views.network();
      return taken(mount(View, { target, props: { focus, pivots: pivotKeys(focus), camps: focus.camps } }));
    },
  },
  {
    name: 'map',
    label: 'Map',
    pages: [],
    key: true,
    width: 0,
    part: '',
    hide: '',
    fill: '',
    rows: '',
    screen: 0,
    show: async (target, focus) => {
      const { default: View } = await views.map();
      return taken(mount(View, { target, props: { focus } }));
    },
  },
  {
    name: 'timeline',
    label: 'Timeline',
    pages: ['timeline', 'evidence', 'change'],
    key: false,
    width: 0,
    part: '',
    hide: '',
    fill: '',
    rows: '',
    screen: 0,
    show: async (target, focus) => {
      const { default: View } = await import('./TimelinePicture.svelte');
      return taken(mount(View, { target, props: { focus, pivots: markedPivots(focus.record, focus.marked) } }));
    },
  },
  {
    name: 'matrix',
    label: 'Matrix',
    pages: ['matrix'],
    key: true,
    width: 1400,
    part: '',
    hide: '.caption button',
    fill: '',
    rows: '',
    screen: 0,
    show: async (target, focus) => {
      const { default: View } = await views.matrix();
      return taken(mount(View, { target, props: { focus } }));
    },
  },
  {
    name: 'pair',
    label: 'Pair',
    pages: ['pair'],
    key: true,
    // Below 1300 px the page is one column wide: the chart has the whole of it.
    width: 1280,
    part: '.main',
    hide: '.top',
    fill: '.chart',
    rows: '',
    screen: 0,
    show: async (target, focus) => {
      const { default: View } = await views.pair();
      return taken(mount(View, { target, props: { focus } }));
    },
  },
  {
    name: 'rifts',
    label: 'Rifts',
    pages: ['rifts'],
    key: false,
    width: 1340,
    part: '',
    hide: 'details, table, .thirds li:nth-child(n + 4), .list li:nth-child(n + 7), .list > .link, .detail h3:has(~ table), .detail header .how, .thirds p .link',
    fill: '',
    rows: '',
    screen: 0,
    show: async (target, focus) => {
      const { default: View } = await views.rifts();
      return taken(mount(View, { target, props: { focus } }));
    },
  },
  {
    name: 'balance',
    label: 'Balance',
    pages: ['balance'],
    key: false,
    width: 1500,
    part: '.sum',
    hide: 'h3:has(+ .switch), .switch, label, details, dd .how',
    fill: '',
    rows: '',
    screen: 0,
    show: async (target, focus) => {
      const { default: View } = await views.balance();
      return taken(mount(View, { target, props: { focus } }));
    },
  },
  {
    name: 'hypotheses',
    label: 'Hypotheses',
    pages: ['hypotheses'],
    key: false,
    width: 1500,
    part: '.main',
    hide: '.foot > .figure, .foot > :last-child, .controls',
    fill: '',
    rows: '.main tbody tr',
    screen: 720,
    show: async (target, focus) => {
      const { default: View } = await views.hypotheses();
      return taken(mount(View, { target, props: { focus } }));
    },
  },
];

/** A focus of its own for a picture: the same record under a state, pictures instead of tables, with the answer to its search. */
export async function focusFor(focus: Focus, state: ViewState): Promise<Focus> {
  const extra = Object.fromEntries(Object.entries(state.extra).filter(([name]) => !name.startsWith('table-')));
  const own = new Focus(focus.record, { ...state, extra, item: '' });
  if (state.query.trim() !== '') {
    const { findEvidence } = await import('../find/finder');
    own.found = await findEvidence(focus.record, state.query);
  }
  return own;
}
