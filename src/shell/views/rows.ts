import { drawnFrom, shown, type View } from './view';

const page = shown(
  () => import('../../evidence/EvidencePage.svelte'),
  ({ focus }) => ({ focus }),
);
const column = shown(
  () => import('../../evidence/EvidenceColumn.svelte'),
  (given) => ({
    focus: given.focus,
    get pivot() {
      return given.pivotNote;
    },
  }),
);

export const rows: View = {
  name: 'rows',
  label: 'Rows',
  home: 'evidence',
  tab: '',
  shows: () => true,
  page: { shown: page, always: true, instrument: true, key: false, undated: (record) => record.evidence.n > 0, rows: 'within' },
  phone: 'Rows',
  scene: page,
  frame: { shown: column, place: 'among' },
  picture: {
    key: null,
    words: 'window',
    laid: {
      width: 1340,
      hide: '.search, .facts, .left header .link, .bar, .acts, .right section:not(.coded, .sources), .coded dl, .coded > .small',
      lists: [{ at: '.sources li', called: 'sources', least: 1 }],
    },
    screen: 720,
    show: drawnFrom(page),
  },
};
