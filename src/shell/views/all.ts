import type { ViewState } from '../../focus/view';
import type { StanceRecord } from '../../record/record';
import { atlas } from './atlas';
import { balance } from './balance';
import { change } from './change';
import { claims } from './claims';
import { desk } from './desk';
import { hypotheses } from './hypotheses';
import { map } from './map';
import { matrix } from './matrix';
import { network } from './network';
import { pair } from './pair';
import { rifts } from './rifts';
import { rows } from './rows';
import { story } from './story';
import { timeline } from './timeline';
import type { View } from './view';

/** Every view, in the order of the masthead; those that stand on the atlas follow it. A new view is a file beside this one and a name here. */
export const VIEWS: readonly View[] = [
  atlas,
  network,
  map,
  timeline,
  matrix,
  pair,
  rows,
  change,
  rifts,
  balance,
  hypotheses,
  claims,
  story,
  desk,
];

type In<Place extends 'page' | 'scene' | 'frame' | 'phone'> = View & { readonly [P in Place]: NonNullable<View[P]> };
const standing = <Place extends 'page' | 'scene' | 'frame' | 'phone'>(place: Place) =>
  VIEWS.filter((view): view is In<Place> => view[place] !== null);

/** The views that have a page of their own, may stand beside a scene's words, in a frame of another page, on a tab of a phone. */
export const PAGED = standing('page');
export const SCENES = standing('scene');
export const FRAMED = standing('frame');
export const TABBED = standing('phone');

/** The view of a state's page. */
export function pageOf(state: Pick<ViewState, 'page'>): In<'page'> {
  const view = PAGED.find(({ home }) => home === state.page);
  if (view === undefined) throw new Error(`No view stands on the page “${state.page}”.`);
  return view;
}

/** The pages that have something to show, in the order of the masthead. One that is left out still opens by its link. */
export const pagesFor = (record: StanceRecord): In<'page'>[] => PAGED.filter((view) => view.shows(record));

/** Which tab of a phone a state shows; null on a page that has none. The atlas opens on its map: the first screen explains itself there. */
export function tabOf(state: Pick<ViewState, 'page' | 'extra'>): In<'phone'> | null {
  const here = TABBED.filter(({ home }) => home === state.page);
  return here.find(({ tab }) => tab === state.extra['tab']) ?? here.at(-1) ?? null;
}
