import type { StanceRecord } from '../record/record';
import type { Day } from '../words/calendar';
import { pairOf, rowsBefore, rowsOf, sliceRecord, type Filters, type Slice, ALL } from './slice';

/** A filter that hides rows, by its name among the filters. */
export type Hider = Exclude<keyof Filters, 'but' | 'fold'>;

/** Rows that the filters hide where none is left to see. */
export interface HiddenRows {
  /** Rows of the record (statements and events) that pass without any filter. */
  rows: number;
  /** The filter that hides most of them when it stands alone; the first of equals. */
  most: Hider;
  /** How many that is. */
  by: number;
  /** Whether another filter is in use besides. */
  others: boolean;
}

/**
 * What the filters hide: so that a pair without a row says whether the record has none or the reader has put them aside. Each filter's
 * share is what it alone would hide, which does not depend on the others. The slices that this takes are made when first asked for.
 */
export class Hidden {
  readonly #record: StanceRecord;
  readonly #filters: Filters;
  /** Filters in use. */
  readonly #used: readonly Hider[];
  readonly #slices = new Map<Hider | '', Slice>();

  constructor(record: StanceRecord, filters: Filters) {
    this.#record = record;
    this.#filters = filters;
    this.#used = (Object.keys(ALL) as (keyof Filters)[]).filter(
      (name): name is Hider => name !== 'but' && name !== 'fold' && !isOff(filters[name], ALL[name]),
    );
  }

  /** Rows of a pair up to and including a day that the filters hide; null where the pair shows some, or the record has none. */
  ofPair(holder: number, target: number, until: Day): HiddenRows | null {
    if (this.#used.length === 0) return null;
    const rows = (slice: Slice) => {
      const pair = pairOf(slice, holder, target);
      if (pair < 0) return 0;
      const found = new Set<number>();
      for (const k of rowsOf(slice, pair)) {
        if ((slice.day[k] ?? 0) > until) break;
        found.add(this.#record.stances.evidence[slice.row[k] ?? 0] ?? -1);
      }
      return found.size;
    };
    return this.#judge(rows);
  }

  /** Rows with a stance between two days that the filters hide; null where some show, or the record has none. */
  between(from: Day, to: Day): HiddenRows | null {
    if (this.#used.length === 0) return null;
    return this.#judge((slice) => {
      const found = new Set<number>();
      const day = slice.day.subarray(0, slice.n);
      const end = rowsBefore(day, to + 1);
      for (let k = rowsBefore(day, from); k < end; k++) found.add(this.#record.stances.evidence[slice.row[k] ?? 0] ?? -1);
      return found.size;
    });
  }

  #judge(count: (slice: Slice) => number): HiddenRows | null {
    const all = count(this.#slice(''));
    if (all === 0 || count(sliceOnce(this.#record, this.#filters)) > 0) return null;
    let most = this.#used[0];
    if (most === undefined) return null;
    let by = -1;
    for (const name of this.#used) {
      const hides = all - count(this.#slice(name));
      if (hides > by) [most, by] = [name, hides];
    }
    return { rows: all, most, by, others: this.#used.length > 1 };
  }

  /** The rows under one filter alone, or under none. */
  #slice(name: Hider | ''): Slice {
    let slice = this.#slices.get(name);
    if (slice === undefined) {
      const alone = name === '' ? {} : { [name]: this.#filters[name], but: this.#filters.but };
      slice = sliceOnce(this.#record, { ...ALL, fold: this.#filters.fold, ...alone });
      this.#slices.set(name, slice);
    }
    return slice;
  }
}

/** A filter at its start lets everything through. */
function isOff(value: unknown, start: unknown): boolean {
  return Array.isArray(value) ? value.length === 0 : value === start;
}

const kept = new WeakMap<StanceRecord, WeakMap<Filters, Slice>>();

/** The slice of the same filters, made once. */
function sliceOnce(record: StanceRecord, filters: Filters): Slice {
  let ofRecord = kept.get(record);
  if (ofRecord === undefined) kept.set(record, (ofRecord = new WeakMap()));
  let slice = ofRecord.get(filters);
  if (slice === undefined) ofRecord.set(filters, (slice = sliceRecord(record, filters)));
  return slice;
}
