import { drawnFrom, shown, type View } from './view';

const page = shown(
  () => import('../../claims/ClaimsPage.svelte'),
  ({ focus }) => ({ focus }),
);

export const claims: View = {
  name: 'claims',
  label: 'Claims',
  home: 'claims',
  tab: '',
  shows: (record) => record.claims.length > 0,
  page: { shown: page, always: false, instrument: true, key: false, undated: () => true, rows: 'within' },
  phone: null,
  scene: page,
  frame: { shown: page, place: 'flow' },
  picture: {
    key: null,
    words: 'claims',
    laid: {
      width: 1340,
      hide: '.switch, .chooser, .about, .turn',
      lists: [
        { at: '.claim-list > li', called: 'claims', least: 4 },
        { at: '.reading .each', called: 'claims in full', least: 1 },
        { at: '.reading > article .two > .side:first-child .card', called: 'rows for it', least: 1 },
        { at: '.reading > article .two > .side:last-child .card', called: 'rows against it', least: 1 },
        { at: '.reading > article .side.all .card', called: 'rows for neither side', least: 0 },
      ],
    },
    screen: 720,
    show: drawnFrom(page),
  },
};
