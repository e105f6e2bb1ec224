import { drawnFrom, shown, type View } from './view';

const plate = shown(
  () => import('../../map/MapPlate.svelte'),
  ({ focus, over }) => ({ focus, over }),
);

const picture = shown(
  () => import('../../map/MapPlate.svelte'),
  ({ focus }) => ({ focus, signs: true }),
);

export const map: View = {
  name: 'map',
  label: 'Map',
  home: 'atlas',
  tab: 'map',
  shows: () => true,
  page: null,
  phone: 'Map',
  scene: plate,
  frame: { shown: plate, place: 'among' },
  picture: { key: { crossings: true, pivots: false }, words: 'window', laid: null, screen: 0, show: drawnFrom(picture) },
};
