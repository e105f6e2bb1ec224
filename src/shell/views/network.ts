import { drawnFrom, shown, type View } from './view';

const plate = shown(
  () => import('../../network/NetworkReading.svelte'),
  (given) => ({
    focus: given.focus,
    get pivots() {
      return given.marked;
    },
  }),
);

export const network: View = {
  name: 'network',
  label: 'Network',
  home: 'atlas',
  tab: 'net',
  shows: () => true,
  page: null,
  phone: 'Net',
  scene: plate,
  frame: { shown: plate, place: 'among' },
  picture: { key: { crossings: false, pivots: true }, words: 'window', laid: null, screen: 0, show: drawnFrom(plate) },
};
