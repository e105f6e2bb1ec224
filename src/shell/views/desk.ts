import type { PageGiven } from '../given.svelte';
import { shown, type View } from './view';

export const desk: View = {
  name: 'desk',
  label: 'Desk',
  home: 'desk',
  tab: '',
  shows: () => true,
  page: {
    shown: shown(
      () => import('../../desk/DeskPage.svelte'),
      ({ focus, around }: PageGiven) => ({
        focus,
        records: around.records,
        picker: () => import('../../map/PlacePicker.svelte'),
      }),
    ),
    always: false,
    instrument: false,
    key: false,
    undated: () => true,
    rows: 'within',
  },
  phone: null,
  scene: null,
  frame: null,
  picture: { none: 'The desk opens and checks tables; there is nothing of it to draw. Its tables are saved under “Data”.' },
};
