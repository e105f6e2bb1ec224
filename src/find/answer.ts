import { chooseRows, cutRows, datedRows } from '../analysis/chosenRows';
import { sliceRecord } from '../analysis/slice';
import type { Finder } from '../focus/finder';
import { filtersOf } from '../focus/focus.svelte';
import { spanOf } from '../focus/start';
import { sound } from '../focus/url';
import type { ViewState } from '../focus/view';
import type { StanceRecord } from '../record/record';
import type { Question } from './question';

/** A state that a choice of Find leads to, and what its rows are: the count that stands beside the choice is the count that it shows. */
export interface Answer {
  state: ViewState;
  /** Rows of the selection that pass in its window. */
  rows: number;
  /** Rows of it that have no date and stand in every window's list. */
  undated: number;
}

/** The rows of a state as Rows lists them; `finder` answers its words. */
export function rowsIn(record: StanceRecord, finder: Finder, state: ViewState): Answer & { days: [number, number] | null } {
  const found =
    state.query === ''
      ? null
      : new Set(finder.search(finder.index, state.query).evidence.flatMap((hit) => (hit.all ? [hit.index] : [])));
  const chosen = chooseRows(sliceRecord(record, filtersOf(state, found)), state);
  const cut = cutRows(chosen, state.from, state.to, state.to);
  const dated = datedRows(chosen);
  const days: [number, number] | null = dated === 0 ? null : [chosen.day[0] ?? 0, chosen.day[dated - 1] ?? 0];
  return { state, rows: cut.high - cut.low + cut.holding.length, undated: chosen.rows.length - dated, days };
}

/**
 * What a question leads to from where the reader is. Where it names no time, the window is widened to all rows that answer it; where
 * nothing in the actors' own words does, others' accounts are taken in.
 */
export function answerOf(record: StanceRecord, finder: Finder, now: ViewState, { patch, days }: Question): Answer {
  const [first, last] = spanOf(record);
  const asked = { ...now, ...patch };
  if (days !== null) {
    const from = Math.max(days.first, Math.min(first, days.last));
    const to = Math.min(days.last, Math.max(last, days.first));
    Object.assign(asked, { from, to, at: to });
  }
  const own = settle(record, finder, asked, days !== null);
  if (own.rows + own.undated > 0 || asked.basis !== 'own') return own;
  const all = settle(record, finder, { ...asked, basis: 'all' }, days !== null);
  return all.rows + all.undated > 0 ? all : own;
}

/** All rows that hold the words, whoever says so and whenever. */
export function wordsAnswer(record: StanceRecord, finder: Finder, now: ViewState, patch: Partial<ViewState>): Answer {
  return settle(record, finder, { ...now, ...patch }, false);
}

function settle(record: StanceRecord, finder: Finder, state: ViewState, dated: boolean): Answer {
  const { rows, undated, days } = rowsIn(record, finder, state);
  if (dated || days === null) return { state: sound(state), rows, undated };
  const wide = sound({ ...state, from: Math.min(state.from, days[0]), to: Math.max(state.to, days[1]) });
  // Every row that is promised is up to the hand.
  const settled = { ...wide, at: Math.max(wide.at, days[1]) };
  return { ...rowsIn(record, finder, settled), state: settled };
}
