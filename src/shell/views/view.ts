import { mount, unmount, type Component } from 'svelte';
import type { KnownView } from '../../focus/views';
import type { StanceRecord } from '../../record/record';
import type { Drawing, NoPicture } from '../../save/pictureView';
import { Player } from '../../focus/player.svelte';
import { Given, type PageGiven } from '../given.svelte';

type Props = Record<string, unknown>;

/** A component and what it is given, as one: who shows it needs to know neither. */
export interface Shown<From = Given> {
  readonly load: () => Promise<{ default: Component<Props> }>;
  readonly props: (given: From) => Props;
}

/**
 * Binds a component to what it is given.
 *
 * @param load fetches it when it is first shown
 */
export function shown<Of extends Props, From = Given>(
  load: () => Promise<{ default: Component<Of> }>,
  props: (given: From) => Of,
): Shown<From> {
  // The props' type is known here and nowhere else: whoever shows it hands over what `props` made.
  return { load: load as unknown as Shown['load'], props };
}

/** How a view stands on a page of its own. */
interface OnPage {
  readonly shown: Shown<PageGiven>;
  /** In the masthead even where it has no room for all pages. */
  readonly always: boolean;
  /** What stands below the page: the clock with its lanes, the key to lines and areas. */
  readonly instrument: boolean;
  readonly key: boolean;
  /** Whether it has something to show of a record in which nothing has a date, and no clock stands below it. */
  readonly undated: (record: StanceRecord) => boolean;
  /** Where a selected row opens: within the page, or in a sheet beside it. */
  readonly rows: 'within' | 'beside';
}

/**
 * How a view stands in a frame of another page: with others in the height that the frame has, as high as its own content, or along the
 * foot as the timeline does.
 */
interface InFrame {
  readonly shown: Shown;
  readonly place: 'among' | 'flow' | 'foot';
}

interface Places extends KnownView {
  /** Null where it stands on another view's page. */
  readonly page: OnPage | null;
  /** Its tab on a phone: a short label, or null where it stands in the menu of pages only. */
  readonly phone: string | null;
  readonly frame: InFrame | null;
}

/**
 * A view: what it is called, when it has something to show, and in each place where it may stand how it is loaded and what it is
 * given. What stands beside a scene's words is printed and saved with them, so it must have a picture; a view that has none says why.
 */
export type View = Places &
  ({ readonly scene: Shown; readonly picture: Drawing } | { readonly scene: null; readonly picture: Drawing | NoPicture });

/** How a view is put into an element to be drawn; returns what takes it away. */
export function drawnFrom({ load, props }: Shown): Drawing['show'] {
  return async (target, focus) => {
    const { default: View } = await load();
    const made = mount(View, { target, props: props(new Given(focus, new Player(focus))) });
    return () => void unmount(made);
  };
}
