import type { Snippet } from 'svelte';
import type { PivotNote } from '../evidence/listModel';
import type { Focus } from '../focus/focus.svelte';
import { steady } from '../focus/live.svelte';
import type { Player } from '../focus/player.svelte';
import type { Records } from '../focus/records';
import type { ViewState } from '../focus/view';
import type { KnownView } from '../focus/views';
import type { Over } from '../ui/over';
import { markedPivots, pivotOfPair, type MarkedPivot } from './marked';

/** What a view may be given, wherever it stands. */
export class Given {
  readonly focus: Focus;
  readonly player: Player;
  /** Laid over the map by whoever shows it. */
  readonly over: Snippet<[Over]> | undefined;
  // Found anew at every step of the clock, and mostly the same.
  readonly #pivots = steady(() => markedPivots(this.focus.record, this.focus.marked));
  readonly #marked = $derived(new Set(this.pivots.map(({ holder, target }) => `${holder} ${target}`)));
  readonly #pivotNote = steady(() => pivotOfPair(this.focus));

  constructor(focus: Focus, player: Player, over?: Snippet<[Over]>) {
    this.focus = focus;
    this.player = player;
    this.over = over;
  }

  /** The marked pivots as the timeline draws them. */
  get pivots(): readonly MarkedPivot[] {
    return this.#pivots.now;
  }

  /** Their pairs as the network knows them: `holder target` (ids). */
  get marked(): ReadonlySet<string> {
    return this.#marked;
  }

  /** The marked pivot of the selected pair; null where there is none. */
  get pivotNote(): PivotNote | null {
    return this.#pivotNote.now;
  }
}

export type Layout = 'wide' | 'medium' | 'narrow' | 'phone';

/** What stands around a page, for the pages that need it. */
export interface Around {
  layout: Layout;
  records: Records;
  /** The views that may stand beside a scene's words. */
  scenes: readonly KnownView[];
  /** Draws the one of this name, and over its map what is given. */
  view: Snippet<[string, Snippet<[Over]>?]>;
  /** The clock and the strip below a story. */
  strip: Snippet;
  /** A still of a view for paper. */
  still: (state: ViewState, view: KnownView) => Promise<Blob>;
  /** Opens the dialog that saves what is shown. */
  save: () => void;
  /** Copies the link to what is shown. */
  link: () => void;
}

/** What a view may be given on a page of the workbench. */
export class PageGiven extends Given {
  readonly #around: () => Around;

  constructor(focus: Focus, player: Player, around: () => Around) {
    super(focus, player);
    this.#around = around;
  }

  get around(): Around {
    return this.#around();
  }
}
