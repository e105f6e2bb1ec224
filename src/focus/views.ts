import type { StanceRecord } from '../record/record';
import type { Page, ViewState } from './view';

/**
 * What every room may know of a view. The views themselves stand above, one file each in `shell/views/`: a room that lets the reader
 * choose among them (a story, the save dialog) is given the list.
 */
export interface KnownView {
  /** As links and scenes name it: `x-plate=map`, `x-embed=map`. It never changes. */
  readonly name: string;
  /** What the reader calls it, with a capital letter. */
  readonly label: string;
  /** The page on which it stands. */
  readonly home: Page;
  /** How a link names it where its page shows one of several at a time (`x-tab=map`); empty where it has its page to itself. */
  readonly tab: string;
  /** Whether it has something to show of a record. */
  readonly shows: (record: StanceRecord) => boolean;
}

/** Records that hold coded stances; most views draw nothing else. */
export const coded = (record: StanceRecord): boolean => record.stances.n > 0;

/** What opens a view on its own page. */
export const opening = ({ home, tab }: KnownView, extra: ViewState['extra']): Pick<ViewState, 'page'> & Partial<ViewState> =>
  tab === '' ? { page: home } : { page: home, extra: { ...extra, tab } };

/** The label within a sentence: "the network". */
export const spoken = (view: KnownView): string => view.label.toLowerCase();
