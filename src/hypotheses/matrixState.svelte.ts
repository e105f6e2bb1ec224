import type { AchReading } from '../analysis/hypotheses/ach';
import type { Focus } from '../focus/focus.svelte';
import type { Consistency } from '../record/record';
import { dropKeys, dropsOf, isDropKey, toggled } from './dropsModel';
import { differences, evidenceIn, orderOf, ratersIn, rowsOf, SORTS, sortedRows, type Row, type Sort } from './gridModel';
import { keyOf, mergeOwn, MINE, NOTHING, recordWith, withoutRating, withRating, withRow, type Own } from './readerRatings';
import { keepRatings, keptRatings, noteRatings, recoverRatings } from './ownStore';
import { refusalOf, Tabs } from '../ui/browserStore';
import { count, plural } from '../words/counts';

export type Tab = 'order' | 'hangs' | 'row';

/** Most changes of the reader's ratings that can be taken back. */
const UNDO = 100;

/** The matrix as the page holds it: the published ratings under the focus, the reader's own beside them, and how both are read. */
export class MatrixState {
  own: Own = $state.raw(NOTHING);
  /** What was last done, for the line under the matrix and for those who hear it. */
  message = $state('');
  /** Why the browser keeps nothing (a private window, a full disc), as the end of a sentence; empty where it does. */
  refusal = $state('');
  past: readonly Own[] = $state.raw([]);

  readonly #focus: Focus;
  /** The reader's ratings as this tab last knew them to be stored. */
  #stored: Own = NOTHING;
  /** What this tab has last sent to be stored; null where nothing is on its way. */
  #storing: Own | null = null;
  #tabs: Tabs | null = null;
  readonly #extra = $derived.by(() => this.#focus.state.extra);

  readonly evidence = $derived.by(() => evidenceIn(recordWith(this.#focus.record, this.own), this.own.added));
  /** Cells that the reader has rated, of all that there are. */
  readonly rated = $derived.by(() => {
    const { hypotheses, evidence } = this.#focus.record;
    const here = this.evidence.flatMap((e) => hypotheses.map(({ id }) => keyOf(id, evidence.id[e]!)));
    return { n: here.filter((key) => this.own.ratings.has(key)).length, of: here.length };
  });
  /** The published ratings are hidden until the reader's own are all in: somebody else's rating sways one's own. */
  readonly blind: boolean = $derived.by(() => this.#extra['ach-blind'] === '1' && this.rated.n < this.rated.of);
  /** What is published, as far as it is shown. */
  readonly #shown = $derived.by(() => (this.blind ? { ...this.#focus.record, assessments: [] } : this.#focus.record));
  readonly published: string[] = $derived.by(() => ratersIn(this.#shown));
  /** Whose ratings are shown and counted; empty: the mean of the published ones. */
  readonly rater: string = $derived.by(() => {
    const asked = this.#extra['ach-rater'];
    if (asked === MINE.trim() || this.published.length === 0) return MINE;
    return asked !== undefined && this.published.includes(asked) ? asked : '';
  });
  readonly sort: Sort = $derived.by(() => SORTS.find((name) => name === this.#extra['ach-sort']) ?? 'diagnosticity');
  readonly weigh = $derived.by(() => this.#extra['ach-unweighed'] !== '1');
  readonly asOf = $derived.by(() => this.#extra['ach-asof'] === '1');
  readonly tab: Tab = $derived.by(() => (['hangs', 'row'] as const).find((name) => name === this.#extra['ach-side']) ?? 'order');

  readonly record = $derived.by(() => recordWith(this.#shown, this.own));
  readonly #rows = $derived.by(() => new Map(rowsOf(this.record, this.evidence, this.rater).map((row) => [row.e, row])));
  /** Order of the rows. It rests on published ratings alone, so that no row jumps away under the hand that rates it. */
  readonly #places = $derived.by(() =>
    sortedRows(rowsOf(this.#shown, this.evidence, this.rater === MINE ? '' : this.rater), this.blind ? 'date' : this.sort).map(
      ({ e }) => e,
    ),
  );
  readonly rows: Row[] = $derived.by(() => this.#places.flatMap((e) => this.#rows.get(e) ?? []));

  /** Rows after the as-of date, counted from the end: a number, so that a scrub step that passes no row changes nothing. */
  readonly #later: number = $derived.by(() =>
    this.asOf ? this.evidence.filter((e) => this.#focus.record.evidence.day[e]! > this.#focus.at).length : 0,
  );
  readonly later: ReadonlySet<number> = $derived.by(() => new Set(this.#later === 0 ? [] : this.evidence.slice(-this.#later)));

  readonly drops = $derived.by(() => dropsOf(this.#focus.record, this.evidence));
  readonly #dropText = $derived.by(() => this.#extra['ach-drop'] ?? '');
  readonly dropped = $derived.by(() => {
    const keys = dropKeys(this.#dropText).filter(isDropKey);
    return this.drops.filter(({ key }) => keys.includes(key));
  });
  readonly gone: ReadonlySet<number> = $derived.by(() => new Set(this.dropped.flatMap(({ rows }) => rows)));
  readonly reading: AchReading = $derived.by(() => ({
    rater: this.rater,
    weigh: this.weigh,
    without: new Set([...this.later, ...this.gone]),
  }));
  readonly order = $derived.by(() => orderOf(this.record, this.reading));
  /** The reading with the mean of the published raters spelled out: the reader's own ratings are never in it. */
  readonly weighedRecord = $derived.by(() => (this.rater === '' ? this.#shown : this.record));
  /** Columns: in the order of the hypotheses; while the reader rates, as the published mean has them, so that none jumps away. */
  readonly columns = $derived.by(() => {
    if (this.rater !== MINE) return this.order;
    const places = orderOf(this.#shown, { ...this.reading, rater: '' }).map(({ hypothesis }) => hypothesis);
    return [...this.order].sort((a, b) => places.indexOf(a.hypothesis) - places.indexOf(b.hypothesis));
  });
  /** The order without the reader's drops, to tell what they changed. */
  readonly whole = $derived.by(() => orderOf(this.record, { ...this.reading, without: this.later }));
  readonly counted = $derived.by(() => this.rows.filter(({ e, spread }) => spread !== null && !this.reading.without.has(e)));
  readonly differences = $derived.by(() => differences(this.rows.filter(({ e }) => !this.reading.without.has(e))));

  constructor(focus: Focus) {
    this.#focus = focus;
  }

  /** Fetches what this browser keeps for the dataset. */
  async load(name: string): Promise<void> {
    this.past = [];
    this.own = NOTHING;
    this.#stored = NOTHING;
    try {
      await recoverRatings(name);
      const { damaged, ...own } = await keptRatings(name);
      if (this.#focus.record.meta.name !== name) return;
      this.own = own;
      this.#stored = own;
      this.refusal = '';
      if (damaged > 0)
        this.message = `${count(damaged, 'rating')} kept here ${plural(damaged, { one: 'is', other: 'are' })} damaged and left out; the others stand.`;
    } catch (error) {
      this.refusal = refusalOf(error);
    }
  }

  /** Follows what other tabs store for the dataset; returns what ends that. */
  follow(name: string): () => void {
    this.#tabs = new Tabs(`stanceline-ratings ${name}`, () => {
      keptRatings(name).then(
        (theirs) => this.#take(this.#stored, theirs, name),
        () => undefined,
      );
    });
    return () => this.#tabs?.close();
  }

  /** What is stored now, which was `base` when this tab last looked: merged into what stands here and into what can be undone. */
  #take(base: Own, stored: Own, name: string): void {
    if (this.#focus.record.meta.name !== name) return;
    this.#stored = stored;
    this.own = mergeOwn(base, stored, this.own);
    this.past = this.past.map((before) => mergeOwn(base, stored, before));
  }

  /** One change of the reader's ratings: kept at once, and taken back by `undo`. */
  change(own: Own, message: string): void {
    this.past = [...this.past.slice(-UNDO), this.own];
    this.#put(own, message);
  }

  undo(): void {
    const before = this.past.at(-1);
    if (before === undefined) return;
    this.past = this.past.slice(0, -1);
    this.#put(before, 'The last change of your ratings is taken back.');
  }

  #put(own: Own, message: string): void {
    this.own = own;
    this.message = message;
    const { name } = this.#focus.record.meta;
    // What this tab is storing already is stored before this: to take back a change that is still on its way is a change too.
    const base = this.#storing ?? this.#stored;
    this.#storing = own;
    const end = () => {
      if (this.#storing === own) this.#storing = null;
    };
    const struck = noteRatings(name, this.#stored, own);
    keepRatings(name, base, own).then(
      (stored) => {
        struck();
        end();
        this.refusal = '';
        this.#take(own, stored, name);
        this.#tabs?.tell(name);
      },
      (error: unknown) => {
        end();
        this.refusal = refusalOf(error);
      },
    );
  }

  /** Rates a cell as the reader; the reader's own ratings come into view, so that what was typed is seen. */
  rate(row: Row, hypothesis: number, consistency: Consistency | null, rationale?: string): void {
    const { id, title } = this.record.hypotheses[hypothesis]!;
    const words = `“${row.title}” on “${title}”`;
    if (consistency === null) this.change(withoutRating(this.own, id, row.id), `Your rating of ${words} is taken away.`);
    else {
      const rating = { hypothesis: id, evidence: row.id, consistency, ...(rationale === undefined ? {} : { rationale }) };
      this.change(withRating(this.own, rating), `Your rating of ${words}: ${consistency}.`);
    }
    if (this.rater !== MINE) this.#focus.setExtra('ach-rater', MINE.trim());
  }

  /** Adds a statement or event as a row and opens it. */
  add(id: string): void {
    const e = this.record.evidenceIndex.get(id);
    if (e === undefined) {
      this.message = 'What was dropped here is no statement or event of this record.';
      return;
    }
    if (!this.evidence.includes(e))
      this.change(withRow(this.own, id), `“${this.record.evidence.title[e]!}” is added as a row, yours to rate.`);
    this.open(id);
  }

  open(id: string): void {
    this.#focus.go({ item: id, extra: { ...this.#extra, 'ach-side': 'row' } });
  }

  toggleDrop(key: string): void {
    this.#focus.setExtra('ach-drop', toggled(dropKeys(this.#dropText), key), 'push');
  }

  set(name: string, value: string): void {
    this.#focus.setExtra(name, value);
  }
}
