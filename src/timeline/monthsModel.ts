import { evidenceTest, rowsBefore, type Slice } from '../analysis/slice';
import { participantsTest } from '../analysis/facets';
import { EVENT, listOf } from '../record/record';
import { gradeOf } from '../words/scores';
import { naturalOrder } from '../words/naturalOrder';
import type { EventMark } from './events/eventsModel';
import type { Bin } from './strip/stripModel';
import { calendarOf, type Day, dayFrom } from '../words/calendar';
import { formatMonth } from '../words/dates';

/** One statement or event in the list, with the stances it shows. */
export interface ListItem {
  /** Evidence index. */
  e: number;
  day: Day;
  event: boolean;
  /** Positions in the slice. */
  stances: number[];
}

/** A month of the list, and its rows as a bar. */
export interface Month {
  key: string;
  label: string;
  items: ListItem[];
  bin: Bin;
}

/**
 * The rows that pass and have no date, by title: they stand in every window's list, after all others. Their `day` means nothing.
 */
export function undatedItems(slice: Slice): ListItem[] {
  const { record, filters } = slice;
  const { stances, evidence } = record;
  const items = new Map<number, ListItem>();
  const itemOf = (e: number): ListItem => {
    const known = items.get(e) ?? { e, day: evidence.day[e]!, event: evidence.kind[e] === EVENT, stances: [] };
    items.set(e, known);
    return known;
  };
  for (let k = slice.n; k < slice.all; k++) itemOf(stances.evidence[slice.row[k]!]!).stances.push(k);
  const passes = evidenceTest(record, filters);
  const involves = participantsTest(record, filters);
  for (let e = evidence.dated; e < evidence.n; e++)
    if (evidence.kind[e] === EVENT && passes(e) && involves(listOf(evidence.actors, e))) itemOf(e);
  return [...items.values()].sort((a, b) => naturalOrder(evidence.title[a.e]!, evidence.title[b.e]!) || a.e - b.e);
}

/** The rows of a window grouped by month, newest first, those of a day by title: the form of the timeline where there is no width for an axis. */
export function monthsOf(slice: Slice, marks: readonly EventMark[], from: Day, to: Day): Month[] {
  const { stances, evidence } = slice.record;
  const items = new Map<number, ListItem>();
  const end = rowsBefore(slice.day, to + 1);
  for (let k = rowsBefore(slice.day, from); k < end; k++) {
    const e = stances.evidence[slice.row[k]!]!;
    const known = items.get(e);
    if (known) known.stances.push(k);
    else items.set(e, { e, day: slice.day[k]!, event: false, stances: [k] });
  }
  for (const { e } of marks) {
    const known = items.get(e);
    if (known) known.event = true;
    else if (evidence.day[e]! >= from && evidence.day[e]! <= to)
      items.set(e, { e, day: evidence.day[e]!, event: true, stances: [] });
  }
  const months = new Map<string, Month>();
  for (const item of [...items.values()].sort(
    (a, b) => b.day - a.day || naturalOrder(evidence.title[a.e]!, evidence.title[b.e]!) || a.e - b.e,
  )) {
    const { year, month } = calendarOf(item.day);
    const key = `${year}-${month}`;
    let group = months.get(key);
    if (group === undefined) {
      const start = dayFrom(year, month, 1);
      const until = month === 12 ? dayFrom(year + 1, 1, 1) : dayFrom(year, month + 1, 1);
      group = {
        key,
        label: formatMonth(year, month),
        items: [],
        bin: { from: start, until, counts: [0, 0, 0, 0, 0], total: 0 },
      };
      months.set(key, group);
    }
    group.items.push(item);
    for (const k of item.stances) {
      group.bin.counts[gradeOf(slice.score[k]!) + 2]!++;
      group.bin.total++;
    }
  }
  return [...months.values()];
}
