import { seeded, seedOf, shuffle, type Random } from '../analysis/random';
import { actorId } from '../record/names';
import { listOf, type StanceRecord } from '../record/record';

/** Which stances a coder is given: the same for the same words of a link, so that a class codes one sample. */
export type SampleKind = 'all' | 'pair' | 'spread';

export interface SampleSpec {
  kind: SampleKind;
  /** Most stances, 0 for all that there are. */
  n: number;
  /** Whole, from 1. */
  seed: number;
  /** Holder and target (ids), for `pair`. */
  pair: readonly [string, string] | null;
}

export const SAMPLE_SIZE = 60;
export const MOST_SEED = 999_999;

/**
 * A sample as it stands in a link: `spread~60~1`, `all~0~1`, `pair~20~3~belarus~poland`; null for words that are none.
 *
 * @param text what stands after `code=`
 */
export function specOf(text: string): SampleSpec | null {
  const [kind, size, seeds, holder = '', target = '', more] = text.split('~');
  const n = Number(size);
  const seed = Number(seeds);
  if (kind !== 'all' && kind !== 'pair' && kind !== 'spread') return null;
  if (!/^\d+$/.test(size ?? '') || !/^\d+$/.test(seeds ?? '') || seed < 1 || seed > MOST_SEED || n > 1_000_000) return null;
  if (more !== undefined || (kind === 'pair' ? holder === '' || target === '' : holder !== '' || target !== '')) return null;
  return { kind, n, seed, pair: kind === 'pair' ? [holder, target] : null };
}

/** The same back: `specOf(specText(spec))` is `spec`. */
export function specText({ kind, n, seed, pair }: SampleSpec): string {
  return [kind, n, seed, ...(pair ?? [])].join('~');
}

/** The side of the first source of a stance's row that is on one; empty for none. */
function sideOf(record: StanceRecord, stance: number): string {
  const e = record.stances.evidence[stance] ?? -1;
  if (e < 0) return '';
  for (const source of listOf(record.evidence.sources, e)) {
    const side = record.sources[source]?.side ?? '';
    if (side !== '') return side;
  }
  return '';
}

/** What a stance is sorted by before the sample is drawn: pair, sign of its score, side of its source. */
export function stratumOf(record: StanceRecord, stance: number): string {
  const { holder, target, score } = record.stances;
  const sign = Math.sign(score[stance] ?? 0);
  return [actorId(record, holder[stance] ?? -1), actorId(record, target[stance] ?? -1), sign, sideOf(record, stance)].join(' ');
}

/**
 * `n` of `stances`, spread over the strata: the list is put in order of the strata, in no order within one, and every so-manieth is
 * taken from a random start (systematic sampling with implicit strata: Kish, L. (1965). Survey sampling. Wiley, section 7.4). Each stratum
 * has its share of the sample, rounded down or up.
 */
function spread(record: StanceRecord, stances: readonly number[], n: number, random: Random): number[] {
  const mixed = [...stances];
  shuffle(mixed, random);
  const strata = new Map(mixed.map((stance) => [stance, stratumOf(record, stance)]));
  const word = (stance: number) => strata.get(stance) ?? '';
  mixed.sort((a, b) => (word(a) < word(b) ? -1 : word(a) > word(b) ? 1 : 0));
  const step = mixed.length / n;
  const start = random() * step;
  return Array.from({ length: n }, (_, i) => mixed[Math.min(mixed.length - 1, Math.floor(start + i * step))]).filter(
    (stance) => stance !== undefined,
  );
}

/**
 * The stances of a sample as indices into `record.stances`, in the order in which they are coded: a shuffled one, since an order by pair
 * or score would hint at what comes. The same for the same record and spec.
 */
export function drawSample(record: StanceRecord, { kind, n, seed, pair }: SampleSpec): number[] {
  const random = seeded(seed);
  const { holder, target } = record.stances;
  const [from = '', to = ''] = pair ?? [];
  const all = Array.from({ length: record.stances.n }, (_, i) => i).filter(
    (i) => kind !== 'pair' || (actorId(record, holder[i] ?? -1) === from && actorId(record, target[i] ?? -1) === to),
  );
  const size = n === 0 ? all.length : Math.min(n, all.length);
  const drawn = size === all.length ? all : spread(record, all, size, random);
  const order = [...drawn];
  // The draw and the order are two things: the order does not depend on how many numbers the draw took.
  shuffle(order, seeded(seedOf(seed, 'order')));
  return order;
}
