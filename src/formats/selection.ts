import { evidenceTest, type Slice } from '../analysis/slice';
import type { StanceRecord } from '../record/record';
import { listOf } from '../record/record';
import type { Day } from '../words/calendar';

/** What a view shows of a record, as far as it says which rows: the window and what is selected. All by id. */
export interface Shown {
  from: Day;
  to: Day;
  pair: readonly [string, string] | null;
  beside: readonly string[];
  actors: readonly string[];
}

/** Rows to take along: indices into `record.stances`, `record.evidence` and `record.ties`. */
export interface Selection {
  stances: number[];
  evidence: number[];
  ties: number[];
  /** Nothing is left out: the record as it is. */
  whole: boolean;
}

/** Every row of the record. */
export function everything(record: StanceRecord): Selection {
  return { stances: range(record.stances.n), evidence: range(record.evidence.n), ties: range(record.ties.length), whole: true };
}

/**
 * The rows that a view stands on: stances that pass the filters, in the window, of the selected pair or actors; the statements and
 * events behind them; and where no pair is selected every other row that passes in the window (events without a stance among them). Rows without a date are in every window's list, and come along.
 */
export function selectionOf(slice: Slice, shown: Shown): Selection {
  const { record, filters } = slice;
  const index = (id: string) => record.actorIndex.get(id) ?? -1;
  const holders = shown.pair === null ? null : new Set([shown.pair[0], ...shown.beside].map(index));
  const target = shown.pair === null ? -1 : index(shown.pair[1]);
  const actors = shown.pair === null && shown.actors.length > 0 ? new Set(shown.actors.map(index)) : null;

  const stances: number[] = [];
  for (let k = 0; k < slice.all; k++) {
    if (k < slice.n && (slice.day[k]! < shown.from || slice.day[k]! > shown.to)) continue;
    const holder = slice.holder[k]!;
    if (holders !== null && !(holders.has(holder) && slice.target[k] === target)) continue;
    if (actors !== null && !actors.has(holder) && !actors.has(slice.target[k]!)) continue;
    stances.push(slice.row[k]!);
  }

  const chosen = new Set(stances.map((i) => record.stances.evidence[i]!));
  if (holders === null) {
    const passes = evidenceTest(record, filters);
    const { first, until, speaker } = record.evidence;
    for (let e = 0; e < record.evidence.n; e++) {
      if (e < record.evidence.dated && (until[e]! < shown.from || first[e]! > shown.to)) continue;
      if (!passes(e)) continue;
      if (actors !== null && !actors.has(speaker[e]!) && !listOf(record.evidence.actors, e).some((actor) => actors.has(actor)))
        continue;
      chosen.add(e);
    }
  }

  const ties = range(record.ties.length).filter((t) => {
    const tie = record.ties[t]!;
    if (tie.until <= shown.from || tie.from > shown.to) return false;
    if (holders !== null) return tie.members.includes(target) && tie.members.some((member) => holders.has(member));
    return actors === null || tie.members.some((member) => actors.has(member));
  });
  return { stances, evidence: [...chosen].sort((a, b) => a - b), ties, whole: false };
}

/** Sources of the selected evidence, as indices into `record.sources`, in order. */
export function sourcesOf(record: StanceRecord, selection: Selection): number[] {
  if (selection.whole) return range(record.sources.length);
  const found = new Set<number>();
  for (const e of selection.evidence) for (const source of listOf(record.evidence.sources, e)) found.add(source);
  for (const t of selection.ties) for (const source of record.ties[t]!.sources) found.add(source);
  return [...found].sort((a, b) => a - b);
}

function range(n: number): number[] {
  return Array.from({ length: n }, (_, i) => i);
}
