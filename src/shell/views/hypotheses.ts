import { drawnFrom, shown, type View } from './view';

const page = shown(
  () => import('../../hypotheses/HypothesesPage.svelte'),
  ({ focus }) => ({ focus }),
);

export const hypotheses: View = {
  name: 'hypotheses',
  label: 'Hypotheses',
  home: 'hypotheses',
  tab: '',
  shows: (record) => record.hypotheses.length > 0,
  page: { shown: page, always: false, instrument: true, key: false, undated: () => true, rows: 'within' },
  phone: null,
  scene: page,
  frame: { shown: page, place: 'flow' },
  picture: {
    key: null,
    words: 'ratings',
    laid: {
      width: 1500,
      part: '.main',
      hide: '.foot > .figure, .foot > :last-child, .controls',
      lists: [{ at: '.main tbody tr', called: 'rows', least: 6 }],
    },
    screen: 720,
    show: drawnFrom(page),
  },
};
