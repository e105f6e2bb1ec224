import type { Slice } from '../analysis/slice';
import { coverageMessages } from '../words/messages/coverage';
import { evidenceMessages } from '../words/messages/evidence';
import { datedRows, scoreIn, type ChosenRows, type Cut } from '../analysis/chosenRows';
import type { Day } from '../words/calendar';

/** The last change in a pair's words, as the column shows it. */
export interface PivotNote {
  /** Day of the last row before it and of the first row after it. */
  lastBefore: Day;
  firstAfter: Day;
  /** First and last day within which the change may lie. */
  range: { from: Day; to: Day };
  /** Id of the clearest row before it, or empty. */
  beforeItem: string;
}

/** What stands in the list, from the top: rows, and the lines between them. */
export type Entry =
  | { type: 'row'; key: string; e: number; part: 'lead' | 'before' | 'row' | 'later' }
  | { type: 'pivot'; key: string; from: Day; to: Day }
  | { type: 'newest'; key: string; rows: number }
  | { type: 'after'; key: string; rows: number }
  | { type: 'note'; key: string; text: string };

export const ORDERS = ['newest', 'oldest', 'lowest', 'highest'] as const;
export type Order = (typeof ORDERS)[number];

export interface ListOptions {
  order: Order;
  /** Evidence that is selected, -1 for none: stands first. */
  item: number;
  /** The days within which the pair's change may lie and its row before, where the hand has passed it. */
  pivot: { from: Day; to: Day; before: number } | null;
}

const rowEntries = { lead: new Map<number, Entry>(), before: new Map(), row: new Map(), later: new Map() };

/** The same object for the same row in the same part, so that a scrub step leaves drawn rows as they are. */
function row(e: number, part: 'lead' | 'before' | 'row' | 'later'): Entry {
  const known: Map<number, Entry> = rowEntries[part];
  let entry = known.get(e);
  if (entry === undefined) known.set(e, (entry = { type: 'row', key: `${part} ${e}`, e, part }));
  return entry;
}

/**
 * The list: the selected row (without one and with a pivot, the newest up to the hand), the row before the pivot, the rest up to the hand
 * in order, and below a rule what comes after the hand within the window, soonest first. Sorted by date the other way or by score, the
 * list is plain: the rows up to the hand, then those after it. What began before the window and goes on in it stands under a line of its
 * own. Rows without a date end the list, whatever the window.
 */
export function listEntries(slice: Slice, chosen: ChosenRows, cut: Cut, { order, item, pivot }: ListOptions): Entry[] {
  const { rows } = chosen;
  const past = Array.from(rows.subarray(cut.low, cut.split));
  const later = Array.from(rows.subarray(cut.split, cut.high));
  const undated = Array.from(rows.subarray(datedRows(chosen)));
  const holding = [...cut.holding];
  const entries: Entry[] = [];
  if (order === 'newest') {
    past.reverse();
    const lead = item >= 0 && rows.includes(item) ? item : pivot !== null ? (past[0] ?? -1) : -1;
    const before =
      pivot !== null && pivot.before >= 0 && pivot.before !== lead && past.includes(pivot.before) ? pivot.before : -1;
    if (lead >= 0) entries.push(row(lead, 'lead'));
    if (pivot !== null && before >= 0) {
      entries.push(
        { type: 'pivot', key: `pivot ${pivot.from} ${pivot.to}`, from: pivot.from, to: pivot.to },
        row(before, 'before'),
      );
    }
    const rest = lead < 0 && before < 0 ? past : past.filter((e) => e !== lead && e !== before);
    if (entries.length > 0 && rest.length > 0) entries.push({ type: 'newest', key: 'newest', rows: rest.length });
    for (const e of rest) entries.push(row(e, 'row'));
    pushHolding(
      entries,
      holding.filter((e) => e !== lead),
    );
    pushLater(
      entries,
      later.filter((e) => e !== lead),
    );
    pushUndated(
      entries,
      undated.filter((e) => e !== lead),
    );
    return entries;
  }
  for (const list of [past, later]) {
    if (order !== 'oldest') sortByScore(slice, chosen, list, order === 'lowest' ? 1 : -1);
  }
  for (const e of past) entries.push(row(e, e === item ? 'lead' : 'row'));
  pushHolding(entries, holding);
  pushLater(entries, later);
  pushUndated(entries, undated);
  return entries;
}

function pushHolding(entries: Entry[], holding: readonly number[]): void {
  if (holding.length === 0) return;
  entries.push({ type: 'note', key: 'holding', text: evidenceMessages.holding(holding.length) });
  for (const e of holding) entries.push(row(e, 'row'));
}

function pushUndated(entries: Entry[], undated: readonly number[]): void {
  if (undated.length === 0) return;
  entries.push({ type: 'note', key: 'undated', text: coverageMessages.undated(undated.length) });
  for (const e of undated) entries.push(row(e, 'row'));
}

function pushLater(entries: Entry[], later: readonly number[]): void {
  if (later.length === 0) return;
  entries.push({ type: 'after', key: 'after', rows: later.length });
  for (const e of later) entries.push(row(e, 'later'));
}

/** Rows without a score come last either way; equal scores stay in date order. */
function sortByScore(slice: Slice, chosen: ChosenRows, list: number[], direction: 1 | -1): void {
  const score = new Map(list.map((e) => [e, scoreIn(slice, chosen, e)]));
  list.sort((a, b) => {
    const x = score.get(a)!;
    const y = score.get(b)!;
    if (x === null || y === null) return Number(x === null) - Number(y === null) || a - b;
    return (x - y) * direction || a - b;
  });
}

/** The row before and after `e` in the list, -1 at its ends. */
export function neighbours(
  entries: readonly Entry[],
  e: number,
): { previous: number; next: number; place: number; rows: number } {
  const list = entries.flatMap((entry) => (entry.type === 'row' ? [entry.e] : []));
  const place = list.indexOf(e);
  return {
    previous: place > 0 ? list[place - 1]! : -1,
    next: place >= 0 && place + 1 < list.length ? list[place + 1]! : -1,
    place,
    rows: list.length,
  };
}

/** A plain list of rows under no heading, then further rows under one. */
export function plainEntries(rows: readonly number[], heading = '', further: readonly number[] = []): Entry[] {
  const entries = rows.map((e) => row(e, 'row'));
  if (further.length === 0) return entries;
  return [...entries, { type: 'note', key: 'note', text: heading }, ...further.map((e) => row(e, 'later'))];
}
