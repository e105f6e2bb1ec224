import { pairOf } from '../analysis/slice';
import { sideOf } from '../analysis/stance/look';
import { stanceAt } from '../analysis/stance/stance';
import type { Focus } from '../focus/focus.svelte';
import { steady } from '../focus/live.svelte';
import { againstStance, type Against } from './againstModel';
import { chooseRows, cutRows, type Cut } from '../analysis/chosenRows';
import { listEntries, type Order, type PivotNote } from './listModel';

/**
 * The rows of the present selection as column and page show them. What moves with the clock is steady between two rows, so that a
 * scrub step past no row redraws nothing.
 */
export class Rows {
  readonly #focus: Focus;
  readonly #pivot: () => PivotNote | null;
  readonly #order: () => Order;
  readonly #lead: boolean;

  /** @param lead the selected row stands first in the list; else in its place */
  constructor(focus: Focus, pivot: () => PivotNote | null, order: () => Order, lead: boolean) {
    this.#lead = lead;
    this.#focus = focus;
    this.#pivot = pivot;
    this.#order = order;
  }

  readonly chosen = $derived.by(() => {
    const { pair, actors, place } = this.#focus.state;
    return chooseRows(this.#focus.slice, { pair, actors, place });
  });
  readonly #cut = steady(() => cutRows(this.chosen, this.#focus.from, this.#focus.to, this.#focus.rested));

  /** The rows of the window, and how many of them the hand has passed. */
  get cut(): Cut {
    return this.#cut.now;
  }

  /** Evidence that the link names, -1 for none. */
  readonly item: number = $derived.by(() => this.#focus.record.evidenceIndex.get(this.#focus.state.item) ?? -1);
  readonly #passed = $derived.by(() => {
    const pivot = this.#pivot();
    return pivot !== null && this.chosen.kind === 'pair' && this.#focus.at >= pivot.firstAfter;
  });
  readonly entries = $derived.by(() => {
    const pivot = this.#passed ? this.#pivot() : null;
    return listEntries(this.#focus.slice, this.chosen, this.cut, {
      order: this.#order(),
      item: this.#lead ? this.item : -1,
      pivot: pivot && {
        from: pivot.range.from,
        to: pivot.range.to,
        before: this.#focus.record.evidenceIndex.get(pivot.beforeItem) ?? -1,
      },
    });
  });
  /** The rows in plain order, whichever is selected: what previous and next step through. */
  readonly sequence = $derived.by(() =>
    listEntries(this.#focus.slice, this.chosen, this.cut, { order: this.#order(), item: -1, pivot: null }),
  );
  /** Rows of the window up to the hand. */
  readonly past: number = $derived.by(() => this.cut.split - this.cut.low + this.cut.holding.length);
  /** Rows of the window. */
  readonly inWindow: number = $derived.by(() => this.cut.high - this.cut.low + this.cut.holding.length);

  /** The selected pair's running stance at the date; null without a pair, or where it is not covered. */
  readonly value: number | null = $derived.by(() => {
    const ends = this.#ends;
    if (ends === null) return null;
    return stanceAt(this.#focus.running, pairOf(this.#focus.slice, ends[0], ends[1]), this.#focus.at)?.value ?? null;
  });
  /** The side that it takes: -1, 0, 1, or null without a stance. */
  readonly side: -1 | 0 | 1 | null = $derived.by(() => (this.value === null ? null : sideOf(this.value)));
  readonly #ends: [number, number] | null = $derived.by(() => {
    const { pair } = this.#focus.state;
    if (pair === null) return null;
    const { actorIndex } = this.#focus.record;
    return [actorIndex.get(pair[0]) ?? -1, actorIndex.get(pair[1]) ?? -1];
  });
  /** What argues against that side. */
  readonly against: Against = $derived.by(() => {
    const ends = this.#ends;
    const { side, cut, chosen } = this;
    const pivot = this.#passed ? this.#pivot() : null;
    if (ends === null || side === null || cut.split === 0) return { inside: [], outside: [] };
    // The day of the last row stands for the hand: it moves only when a row comes in.
    const until = chosen.day[cut.split - 1]!;
    return againstStance(this.#focus.slice, ends[0], ends[1], side, pivot?.firstAfter ?? this.#focus.from, until);
  });
  /** Positions in the slice of the selection's stances in the window up to the hand. */
  readonly positions: readonly number[] = $derived.by(() => {
    const { chosen, cut } = this;
    return Array.from(chosen.rows.subarray(cut.low, cut.split)).flatMap((e) => chosen.positions.get(e) ?? []);
  });
}
