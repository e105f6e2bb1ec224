import { Hidden } from '../analysis/hidden';
import { sliceRecord, type Filters } from '../analysis/slice';
import { groundOf } from '../analysis/change/asserted';
import { atOnce, type ChangeTests } from '../analysis/change/changeTests';
import { leadOf } from '../analysis/change/lead';
import type { Lead } from '../analysis/change/leadParts';
import { looksAt, type Looks } from '../analysis/change/looks';
import { rankPivots, type PivotRanking, type RankedPivot } from '../analysis/change/pivotRanking';
import { PIVOT_TEST, pivotOf, type Pivot, type PivotTest } from '../analysis/change/pivot';
import { TestsBeside } from '../analysis/change/testsBeside';
import { runStances, type Reading } from '../analysis/stance/stance';
import type { StanceRecord } from '../record/record';
import { isBroken } from '../record/whole';
import { crossesEra, type TimeScale } from '../ui/timeAxis';
import { findEvidence } from './finder';
import { NO_MEDIA, type MediaFiles } from './media';
import { live, same, steady } from './live.svelte';
import { Resting } from './resting.svelte';
import { spanOf, startOf } from './start';
import { sound } from './url';
import { START, type ViewState } from './view';
import { type Day, FIRST_DAY } from '../words/calendar';

/** What the pointer or the keyboard rests on: shown in every view, never in the link. */
export interface Hover {
  actor?: string;
  pair?: readonly [string, string];
  item?: string;
}

/** One for the page: a second focus finds what the first has asked for. */
const TESTS: ChangeTests = typeof Worker === 'undefined' ? atOnce : new TestsBeside();

/** Rows of a record, or pairs of those that pass, past which what is read rather than seen to move waits for the hand to rest: below, it costs no frame. */
const MANY = { rows: 2_000, pairs: 500 };

/** Fields that say what is selected. */
const SELECTION: ReadonlySet<keyof ViewState> = new Set(['page', 'actors', 'pair', 'item', 'place']);

/**
 * How a change enters the history: a new entry to go back to, or in place (scrubbing, typing); `complete`: in place whatever it changes, since the
 * reader did nothing: what a link left out is filled in.
 */
export type Trace = 'push' | 'replace' | 'complete';

/**
 * The one clock and the one focus. Every view reads it and every act goes through it, so that all of them show the same record under
 * the same clock. It holds the record and the state of the link, and derives what the views share: the rows that pass and the running
 * stances. Both are recomputed only when what they depend on changes, so that moving the as-of date costs look-ups alone.
 */
export class Focus {
  record: StanceRecord = $state.raw()!;
  readonly #live = live(START);
  hover: Hover | null = $state.raw(null);
  /** The search that the state last asked for, and what the search before it or itself found. */
  #search: { record: StanceRecord; query: string } | null = null;
  #found: ReadonlySet<number> | null = $state.raw(null);
  /** Settled once the rows that the search finds are those that pass: a picture waits for it. */
  searched: Promise<void> = Promise.resolve();
  /** Called after every change with the way it enters the history, and what was before it. */
  onchange: ((trace: Trace, before: ViewState) => void) | null = null;
  /** The record's pictures, sounds and films; null while they are looked for. */
  media: MediaFiles | null = $state.raw(NO_MEDIA);

  readonly at: Day = $derived.by(() => this.state.at);
  readonly #resting = new Resting(START.at);
  /** The as-of date for what is read: sentences, lists of rows, changes. The date itself, but while the hand moves through a large record. */
  readonly rested: Day = $derived.by(() => this.#resting.day);
  /** Whether what is read waits for the hand: nothing fades from one date to the next then. */
  readonly moving: boolean = $derived.by(() => this.at !== this.rested);
  readonly from: Day = $derived.by(() => this.state.from);
  readonly to: Day = $derived.by(() => this.state.to);

  readonly filters: Filters = $derived.by(() => filtersOf(this.state, this.found));
  readonly slice = $derived.by(() => sliceRecord(this.record, this.filters));
  /** What the filters hide: a pair without a row is not covered only where it says so. */
  readonly hidden = $derived.by(() => new Hidden(this.record, this.filters));

  readonly #pivotTest = steady(() => testOf(this.state));

  readonly #tests: ChangeTests;
  /** How many times tests came in from beside the page: what is asked for anew when they do. */
  #arrivals = $state(0);

  /**
   * Where each pair's words changed most in the window, by rows up to the date on which the hand rests. A pair is tested again only when
   * the hand has passed one of its rows; the tests are made beside the page and come in later than the frame.
   */
  readonly pivots: PivotRanking = $derived.by(() => {
    void this.#arrivals;
    return rankPivots(this.slice, { from: this.from, to: this.rested, ...this.pivotTest }, this.#tests);
  });
  /** Holder and target of the selected pair: the pair that the reader, or the record with its first view, chose to ask about. */
  readonly chosen: readonly [holder: number, target: number] | null = $derived.by(() => {
    const [holder, target] = (this.state.pair ?? []).map((id) => this.record.actorIndex.get(id));
    return holder === undefined || target === undefined ? null : [holder, target];
  });
  /** The selected pair is the one on which the record itself opens. */
  readonly chosenByRecord: boolean = $derived.by(() => {
    const { pair } = this.state;
    return pair !== null && same(startOf(this.record, '').pair, pair);
  });
  /** The changes that are said as facts (see `groundOf`), strongest evidence first. */
  readonly asserted: readonly RankedPivot[] = $derived.by(() =>
    isBroken(this.record) ? [] : this.pivots.ranked.filter((pivot) => groundOf(pivot, this.chosen) !== null),
  );
  /** Those of them that the marker marks: the selected pair's where a pair is selected, so that all that is yellow is about one pair. */
  readonly marked: readonly RankedPivot[] = $derived.by(() => {
    const { chosen, at } = this;
    // A hand that moves back passes a change sooner than the search follows it.
    return this.asserted.filter(
      ({ holder, target, firstAfter }) => firstAfter <= at && (chosen === null || (chosen[0] === holder && chosen[1] === target)),
    );
  });

  readonly #reading = steady((): Reading => {
    const { mode, halfLife } = this.state;
    // These two count every row: a window that moves changes nothing for them.
    if (mode === 'decay' || mode === 'latest') return { mode, halfLife, from: FIRST_DAY };
    if (mode === 'mean') return { mode, halfLife, from: this.from };
    return { mode, halfLife, from: this.from, since: new Map(this.asserted.map((pivot) => [pivot.pair, pivot.firstAfter])) };
  });
  readonly running = $derived.by(() => runStances(this.slice, this.reading));

  readonly #era: boolean = $derived.by(() => crossesEra(...spanOf(this.record)));

  /** @param tests where tests of change are made: beside the page, at once where there is no page */
  constructor(record: StanceRecord, state: ViewState, tests: ChangeTests = TESTS) {
    this.record = record;
    this.state = sound(state);
    this.#tests = tests;
    if (!(tests instanceof TestsBeside)) return;
    // A focus made for a picture goes when the picture is done: what it waits for does not hold it.
    const weak = new WeakRef(this);
    const stop = tests.subscribe(() => {
      const focus = weak.deref();
      if (!focus) stop();
      // While the hand moves nobody reads them: where it rests they are asked for again.
      else if (!focus.moving) focus.#arrivals++;
    });
  }

  /** Resolves once the tests of the present view have come in: for a picture, which is taken once. */
  async settled(): Promise<void> {
    while (this.pivots.waiting > 0 && this.#tests instanceof TestsBeside) {
      await this.#tests.settled();
      // What came in is told in a turn of its own: asked for again before it, nothing ever comes in.
      await new Promise((resolve) => setTimeout(resolve));
    }
  }

  /** The change of a pair where it is asserted: the very same object as long as the same rows are read. */
  assertedPivot(pair: number): Pivot | null {
    const found = this.asserted.some((pivot) => pivot.pair === pair);
    return found ? pivotOf(this.slice, pair, { from: this.from, to: this.rested }, this.pivotTest, this.#tests) : null;
  }

  /** What changed: of one pair, or of all of them. */
  leadAbout(about: readonly [holder: number, target: number] | null): Lead {
    const { slice, from, rested: at, chosen, running, chosenByRecord: byRecord } = this;
    return leadOf({ slice, window: { from, at }, ranking: this.pivots, how: this.pivotTest, about, chosen, byRecord, running });
  }

  /** Whether a change holds from other sides; null while that is being worked out. */
  looksAt(pivot: Pivot): Looks | null {
    void this.#arrivals;
    const asserted = this.asserted.some(({ pair }) => pair === pivot.pair);
    return looksAt(this.slice, pivot, { from: this.from, at: this.rested }, asserted, this.#tests);
  }

  /** How changes are looked for: the reader may vary it, and the link says so. */
  get pivotTest(): PivotTest {
    return this.#pivotTest.now;
  }

  get reading(): Reading {
    return this.#reading.now;
  }

  /** Evidence that the text search found, or null where nothing is searched for. While the answer to new words is awaited, the last one. */
  get found(): ReadonlySet<number> | null {
    return this.#found;
  }

  /** The state of the link. Its fields are followed one by one: reading one does not follow the others. */
  get state(): ViewState {
    return this.#live.view;
  }

  set state(next: ViewState) {
    this.#set(next, false);
  }

  /** @param moving nothing differs but the as-of date, and more steps may follow */
  #set(next: ViewState, moving: boolean): void {
    this.#live.set(next);
    if (moving && (this.record.stances.n > MANY.rows || this.slice.pairs.n > MANY.pairs)) this.#resting.move(next.at);
    else this.#resting.set(next.at);
    this.#find(this.record, next.query.trim());
  }

  /** Another record and the state to show it in. */
  open(record: StanceRecord, state: ViewState): void {
    this.hover = null;
    if (record !== this.record) this.#found = null;
    this.record = record;
    this.state = sound(state);
  }

  /** Searches where the words or the record are others than before. The index is fetched and built when somebody first searches. */
  #find(record: StanceRecord, query: string): void {
    if (this.#search?.record === record && this.#search.query === query) return;
    const asked = { record, query };
    this.#search = asked;
    if (query === '') {
      this.#found = null;
      this.searched = Promise.resolve();
      return;
    }
    this.searched = findEvidence(record, query).then((found) => {
      if (this.#search === asked) this.#found = found;
    });
    // What could not be fetched is asked for again at the next change; whoever waits is told.
    this.searched.catch(() => {
      if (this.#search === asked) this.#search = null;
    });
  }

  /** The window as a line of `width` px: what every picture of time stands on. */
  scale(width: number): TimeScale {
    return { from: this.from, until: this.to + 1, width, era: this.#era };
  }

  /** Changes part of the state. Does nothing where nothing differs. */
  go(patch: Partial<ViewState>, trace: Trace = 'push'): void {
    const names = Object.keys(patch) as (keyof ViewState)[];
    if (names.every((name) => same(this.state[name], patch[name]))) return;
    const before = { ...this.state };
    this.#set(sound({ ...before, ...patch }), trace === 'replace' && names.length === 1 && names[0] === 'at');
    // A selection speaks for itself, and what was pointed at may be gone with its list: no element says so when it is taken away.
    if (names.some((name) => SELECTION.has(name))) {
      this.hover = null;
      this.#asked = '';
    }
    this.onchange?.(trace, before);
  }

  /** Moves the as-of date; the window follows where the date would leave it. */
  moveTo(at: Day, trace: Trace = 'replace'): void {
    const { from, to } = this.state;
    this.go(at < from ? { at, from: at } : at > to ? { at, to: at } : { at }, trace);
  }

  /** Selects one actor, or with `more` adds it to the selection or takes it away. Selecting the only selected actor again clears it. */
  selectActor(id: string, more = false): void {
    const { actors } = this.state;
    const chosen = actors.includes(id);
    if (more) this.go({ actors: chosen ? actors.filter((other) => other !== id) : [...actors, id], pair: null, place: '' });
    else if (chosen && actors.length === 1) this.go({ actors: [] });
    else this.go({ actors: [id], pair: null, item: '', place: '' });
  }

  selectPair(holder: string, target: string): void {
    this.go({ pair: [holder, target], actors: [], item: '', place: '' });
  }

  /** Opens a statement or event. The pair or actor in focus stays: the item is opened within it. */
  selectItem(id: string): void {
    this.go({ item: id });
  }

  /** What was asked for by name, to be read: the part of the page that shows it takes the keyboard's focus, see {@link takes}. */
  #asked = $state.raw('');

  /** Opens a row that the reader asked for (in Find, in a table, by "Open the row"): where it opens, it takes the keyboard's focus. */
  openItem(id: string, also: Partial<ViewState> = {}): void {
    this.go({ ...also, item: id });
    this.#asked = `row ${id}`;
  }

  /** Goes to what else the reader asked for: the heading of its rows, where there is one, takes the keyboard's focus. */
  openView(patch: Partial<ViewState>): void {
    this.go(patch);
    this.#asked = 'rows';
  }

  /** Whether what shows this is what the reader asked for; asked once, it is so no longer. */
  takes(what: `row ${string}` | 'rows'): boolean {
    if (this.#asked !== what) return false;
    this.#asked = '';
    return true;
  }

  selectPlace(id: string): void {
    this.go(this.state.place === id ? { place: '' } : { place: id, pair: null, actors: [], item: '' });
  }

  /** Drops actors, pair, item and place; the clock and the filters stay. */
  clear(): void {
    this.go({ actors: [], pair: null, item: '', place: '' });
  }

  /** A page's own setting; empty text takes it out of the link. */
  setExtra(name: string, value: string, trace: Trace = 'replace'): void {
    const extra = Object.fromEntries(Object.entries({ ...this.state.extra, [name]: value }).filter((entry) => entry[1] !== ''));
    this.go({ extra }, trace);
  }
}

/** The filters of a state; `found` is the text search's answer. */
export function filtersOf(state: ViewState, found: ReadonlySet<number> | null): Filters {
  return {
    actors: state.only,
    actorKinds: state.actorKinds,
    topics: state.topics,
    sourceKinds: state.sourceKinds,
    sides: state.sides,
    withoutSide: state.withoutSide,
    outlets: state.outlets,
    speakers: state.speakers,
    holders: state.holders,
    targets: state.targets,
    places: state.places,
    forms: state.forms,
    disputed: state.disputed,
    original: state.original,
    but: state.but,
    basis: state.basis,
    confidence: state.confidence,
    sign: state.sign,
    without: state.without,
    coder: state.coder,
    fold: state.fold,
    found,
  };
}

/** The parameters of the test of change that a reader may vary, by their names in the link. */
export const TEST_PARAMETERS = {
  'pivot-side': { field: 'minSegment', low: 1, high: 30, words: 'Fewest occasions on either side' },
  'pivot-rows': { field: 'minOccasions', low: 2, high: 100, words: 'Fewest occasions of a pair to be tested' },
  'pivot-seed': { field: 'seed', low: 1, high: 999_999, words: 'Seed' },
} as const satisfies Record<string, { field: keyof PivotTest; low: number; high: number; words: string }>;
export type TestParameter = keyof typeof TEST_PARAMETERS;

/** In the link: `1` where every row counts for itself. */
export const UNGROUPED = 'ungrouped';

function testOf(state: ViewState): PivotTest {
  const test: PivotTest = { ...PIVOT_TEST, grouped: state.extra[UNGROUPED] !== '1' };
  for (const [name, { field, low, high }] of Object.entries(TEST_PARAMETERS)) {
    const text = state.extra[name] ?? '';
    const value = Math.round(Number(text));
    if (text !== '' && value >= low && value <= high) test[field] = value;
  }
  return test;
}
