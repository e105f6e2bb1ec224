import { drawnFrom, shown, type View } from './view';

const whole = shown(
  () => import('../../timeline/TimelinePage.svelte'),
  (given) => ({
    focus: given.focus,
    player: given.player,
    get pivots() {
      return given.pivots;
    },
  }),
);
const instrument = shown(
  () => import('../../timeline/clock/Instrument.svelte'),
  (given) => ({
    focus: given.focus,
    player: given.player,
    get pivots() {
      return given.pivots;
    },
  }),
);
/** The page draws its events with a library that makes boxes of HTML; the picture packs the same marks as SVG. */
const drawn = shown(
  () => import('../TimelinePicture.svelte'),
  (given) => ({
    focus: given.focus,
    get pivots() {
      return given.pivots;
    },
  }),
);

export const timeline: View = {
  name: 'timeline',
  label: 'Timeline',
  home: 'timeline',
  tab: '',
  shows: () => true,
  page: { shown: whole, always: true, instrument: false, key: false, undated: () => false, rows: 'within' },
  phone: 'Time',
  scene: whole,
  frame: { shown: instrument, place: 'foot' },
  picture: { key: null, words: 'window', laid: null, screen: 0, show: drawnFrom(drawn) },
};
