import { achMatrix, type AchReading, type RankedHypothesis } from '../analysis/ach';
import { listOf, SOURCE_KINDS, type StanceRecord } from '../record/record';

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
    if (list.every(({ kind }) => kind === first.kind)) put(`k:${first.kind}`, 'source kind', first.kind.replaceAll('-', ' '), e);
    if (list.every(({ outlet }) => outlet === first.outlet)) put(`o:${first.outlet}`, 'outlet', first.outlet, e);
    if (list.length === 1) put(`s:${first.id}`, 'source', first.title || `${first.outlet} (${first.id})`, e);
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
  const then = new Map(before.map(({ hypothesis, inconsistency }) => [hypothesis, inconsistency]));
  const pairs: [number, number][] = [];
  after.forEach((a, i) => {
    for (const b of after.slice(i + 1)) {
      const was = then.get(a.hypothesis)! - then.get(b.hypothesis)!;
      if (was > 1e-9 && b.inconsistency - a.inconsistency > 1e-9) pairs.push([a.hypothesis, b.hypothesis]);
    }
  });
  return pairs;
}

/** The effect of every drop, one at a time, on the order as the reading has it; what changes the first place comes first. */
export function effectsOf(record: StanceRecord, reading: AchReading, drops: readonly Drop[]): Effect[] {
  const whole = achMatrix(record, reading);
  const first = leadersOf(whole.order);
  return drops
    .filter(({ rows }) => rows.some((e) => !reading.without.has(e)))
    .map((drop) => {
      const { order } = achMatrix(record, { ...reading, without: new Set([...reading.without, ...drop.rows]) });
      const leaders = leadersOf(order);
      const same = leaders.length === first.length && leaders.every((h) => first.includes(h));
      return { drop, leaders: same ? [] : leaders, swaps: swappedPairs(whole.order, order).length, order };
    })
    .sort((a, b) => Number(b.leaders.length > 0) - Number(a.leaders.length > 0) || b.swaps - a.swaps);
}
