import { putInOrder, type RankedHypothesis } from '../analysis/hypotheses/ach';
import { listOf, SOURCE_KINDS, type StanceRecord } from '../record/record';
import { kindWords, sourceName } from '../words/sources';

/** Evidence left out of the matrix: a row, or every row that rests on one source, one outlet or one kind of source alone. */
export interface Drop {
  /** In the link: `e:id`, `s:source`, `o:outlet`, `k:kind`. */
  key: string;
  kind: 'row' | 'source' | 'outlet' | 'source kind';
  label: string;
  /** Rows of the matrix that fall away. */
  rows: number[];
}

const SEPARATOR = '~';

export function dropKeys(text: string | undefined): string[] {
  return text === undefined ? [] : text.split(SEPARATOR).filter(Boolean);
}

/** The list with a key put in, or taken out where it was in. */
export function toggled(keys: readonly string[], key: string): string {
  return (keys.includes(key) ? keys.filter((other) => other !== key) : [...keys, key]).join(SEPARATOR);
}

/** Every drop that takes at least one of the rows away: each row, then kinds, outlets and single sources that rows rest on alone. */
export function dropsOf(record: StanceRecord, rows: readonly number[]): Drop[] {
  const { evidence, sources } = record;
  const found = new Map<string, Drop>();
  const put = (key: string, kind: Drop['kind'], label: string, e: number) => {
    const drop = found.get(key);
    if (drop) drop.rows.push(e);
    else found.set(key, { key, kind, label, rows: [e] });
  };
  for (const e of rows) put(`e:${evidence.id[e]!}`, 'row', evidence.title[e]!, e);
  for (const e of rows) {
    const list = [...listOf(evidence.sources, e)].flatMap((source) => sources[source] ?? []);
    const [first] = list;
    if (first === undefined) continue;
    if (list.every(({ kind }) => kind === first.kind)) put(`k:${first.kind}`, 'source kind', kindWords(first.kind), e);
    if (list.every(({ outlet }) => outlet === first.outlet)) put(`o:${first.outlet}`, 'outlet', first.outlet, e);
    if (list.length === 1) put(`s:${first.id}`, 'source', first.title || sourceName(first, 'short'), e);
  }
  // A source that takes away the same rows as its outlet says nothing more.
  const taken = new Set([...found.values()].filter(({ kind }) => kind === 'outlet').map(({ rows: gone }) => gone.join()));
  const order = ['row', 'source kind', 'outlet', 'source'];
  return [...found.values()]
    .filter(({ kind, rows: gone }) => kind !== 'source' || !taken.has(gone.join()))
    .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || (a.kind === 'row' ? 0 : b.rows.length - a.rows.length));
}

/** Whether the kinds are known that a key may name, so that a link of another time does no harm. */
export function isDropKey(key: string): boolean {
  return /^[eso]:/.test(key) || SOURCE_KINDS.some((kind) => key === `k:${kind}`);
}

/** What dropping one thing does to the order. */
export interface Effect {
  drop: Drop;
  /** Hypotheses that come first without it, where that differs from before; empty where the same lead. */
  leaders: number[];
  /** Pairs of hypotheses that change sides. */
  swaps: number;
  order: RankedHypothesis[];
}

/** Hypotheses in first place. */
export function leadersOf(order: readonly RankedHypothesis[]): number[] {
  return order.filter(({ place }) => place === 1).map(({ hypothesis }) => hypothesis);
}

/** Pairs that stand the other way round; two that were equal, or become so, count for neither. */
export function swappedPairs(before: readonly RankedHypothesis[], after: readonly RankedHypothesis[]): [number, number][] {
  const then = new Map(
    before.filter(({ place }) => place > 0).map(({ hypothesis, inconsistency }) => [hypothesis, inconsistency]),
  );
  const placed = after.filter(({ hypothesis, place }) => place > 0 && then.has(hypothesis));
  const pairs: [number, number][] = [];
  placed.forEach((a, i) => {
    for (const b of placed.slice(i + 1)) {
      const was = then.get(a.hypothesis)! - then.get(b.hypothesis)!;
      if (was > 1e-9 && b.inconsistency - a.inconsistency > 1e-9) pairs.push([a.hypothesis, b.hypothesis]);
    }
  });
  return pairs;
}

/** What one row weighs against each hypothesis; a row that is not counted weighs nothing and is left out. */
export interface Weighed {
  e: number;
  /** Weight times points, by hypothesis. */
  against: readonly number[];
  /** Share of its counted ratings that could speak against, by hypothesis. */
  asked: readonly number[];
}

function ranked(totals: readonly number[], asked: readonly number[], rows: number): RankedHypothesis[] {
  const order = totals.map((inconsistency, hypothesis) => ({
    hypothesis,
    inconsistency,
    rated: 0,
    against: 0,
    asked: rows === 0 ? 0 : asked[hypothesis]! / rows,
    place: 0,
  }));
  putInOrder(order);
  return order;
}

/**
 * The effect of every drop, one at a time; what changes the first place comes first. A score is a sum over rows, so that a drop is a
 * subtraction and a hundred of them cost no more than one matrix.
 */
export function effectsOf(rows: readonly Weighed[], drops: readonly Drop[], hypotheses: number): Effect[] {
  const sumOf = (of: (row: Weighed) => readonly number[]) =>
    Array.from({ length: hypotheses }, (_, h) => rows.reduce((sum, row) => sum + of(row)[h]!, 0));
  const totals = sumOf(({ against }) => against);
  const asked = sumOf((row) => row.asked);
  const weights = new Map(rows.map((row) => [row.e, row]));
  const whole = ranked(totals, asked, rows.length);
  const first = leadersOf(whole);
  return drops
    .filter((drop) => drop.rows.some((e) => weights.has(e)))
    .map((drop) => {
      const gone = drop.rows.flatMap((e) => weights.get(e) ?? []);
      const left = totals.map((total, h) => gone.reduce((sum, { against }) => sum - against[h]!, total));
      const still = asked.map((total, h) => gone.reduce((sum, row) => sum - row.asked[h]!, total));
      const order = ranked(left, still, rows.length - gone.length);
      const leaders = leadersOf(order);
      const same = leaders.length === first.length && leaders.every((h) => first.includes(h));
      return { drop, leaders: same ? [] : leaders, swaps: swappedPairs(whole, order).length, order };
    })
    .sort((a, b) => Number(b.leaders.length > 0) - Number(a.leaders.length > 0) || b.swaps - a.swaps);
}
