import { seeded, shuffle, type Random } from '../random';
import { isSettled } from './sequential';
import { changeStatistic, cutsOf, type Dependence, type Evaluated, type Series } from './statistic';

/** A change is told from chance where p is at most this; over many pairs, where q is (see `asserted.ts`). */
export const LEVEL = 0.05;

/** What the draws say of the strongest split of a series. */
export interface ChangeTest extends Dependence {
  /** How often chance does as much, in (0, 1]. */
  p: number;
  /** Draws that did at least as much, of all draws. */
  extreme: number;
  draws: number;
  /** Whether the draws tell on which side of 0.05 p lies: at most one seed in a thousand would say otherwise. */
  settled: boolean;
  /** Whether drawing has come to its end: settled and exact, or given up. */
  done: boolean;
  /** The earliest and the latest split at which the change may lie, as numbers of observations before it. */
  range: [number, number];
  /** Interval for the size of the change, within -4 to +4. */
  interval: [number, number];
}

/** Draws that do as well after which a p above the level is told well enough (Besag and Clifford 1991): to about 7 %. */
const ENOUGH = 200;
/** Draws for a p below the level: it is compared with others for q, so it is wanted to a few hundredths of itself. */
const REFINED = 99_999;
/** Draws at most. A p that ten million draws cannot tell from 0.05 is called so, and nothing is asserted on it. */
export const MOST_DRAWS = 9_999_999;

/** The 90 % point of Hansen's distribution (2000, Econometrica 68, Table 1): `-2 log(1 - sqrt(0.90))`. */
export const HANSEN_90 = -2 * Math.log(1 - Math.sqrt(0.9));

/** Asks of a {@link changeTester}. */
export interface TesterOptions {
  /** Any whole number. Another seed gives other draws and the same answer. */
  seed: number;
  /** Draws at most. */
  most?: number;
  /** Stop as soon as the side of 0.05 is told, without making p exact: for looks that ask nothing else. */
  settleOnly?: boolean;
}

/** A test that can be gone on with. */
export interface ChangeTester {
  /** What is known by now; before the first draw p is 1. */
  known(): ChangeTest;
  /** Whether more draws would change nothing that is wanted. */
  readonly done: boolean;
  /** Draws up to `draws` more. */
  draw(draws: number): void;
}

/**
 * The test of one series, to be drawn piece by piece. The scores are dealt anew over the same days, again and again, and p is the share of
 * deals whose statistic (see `statistic.ts`) is at least that of the record: `(1 + extreme) / (1 + draws)`, or `extreme / draws` where drawing
 * stopped at a given number of extreme ones (Besag and Clifford 1991, Biometrika 78). Drawing goes on until it is settled on which side of
 * 0.05 p lies (see `sequential.ts`).
 *
 * @returns null where the series may not be split or no score differs
 */
export function changeTester(
  series: Series,
  { seed, most = MOST_DRAWS, settleOnly = false }: TesterOptions,
): ChangeTester | null {
  const statistic = changeStatistic(series);
  if (statistic === null) return null;
  const deck = Float64Array.from(series.scores);
  const seen = statistic.of(deck);
  const level = seen.value * (1 - 1e-9);
  const random: Random = seeded(seed);
  const range = rangeOf(series, seen);
  let extreme = 0;
  let draws = 0;
  let settled = false;
  let done = false;
  const look = () => {
    settled ||= isSettled(extreme, draws, LEVEL);
    const above = extreme > LEVEL * draws;
    done = draws >= most || (settled && (settleOnly || (above ? extreme >= ENOUGH : draws >= REFINED)));
  };
  return {
    get done() {
      return done;
    },
    draw(more) {
      const last = Math.min(most, draws + more);
      while (!done && draws < last) {
        shuffle(deck, random);
        draws++;
        const hit = statistic.reaches(deck, level);
        if (hit) extreme++;
        // Looked at where the answer can come: at each hit, and now and then between.
        if (hit || draws % 16 === 0) look();
      }
      if (draws >= most) look();
    },
    known() {
      const stopped = done && extreme === ENOUGH && extreme > LEVEL * draws;
      const p = stopped ? extreme / draws : (1 + extreme) / (1 + draws);
      const { next, mood, inflation } = seen;
      const sure = settled && p <= LEVEL;
      return { p, extreme, draws, settled, done, next, mood, inflation, range, interval: intervalOf(series, seen, range, sure) };
    },
  };
}

/** The whole test at once. */
export function testChange(series: Series, options: TesterOptions): ChangeTest | null {
  const tester = changeTester(series, options);
  if (tester === null) return null;
  while (!tester.done) tester.draw(10_000);
  return tester.known();
}

/**
 * Where the change may lie: the splits whose sum of squares falls short of the strongest's by at most 5.94 long-run variances. That is
 * the likelihood-ratio set for the place of a split (Hansen 2000, Econometrica 68), with the variance of the residuals made larger by their
 * dependence. From the first of them to the last; it covers the place of a true change at least nine times in ten (`npm run calibrate`).
 */
export function rangeOf(
  series: Series,
  seen: Pick<Evaluated, 'strength' | 'split' | 'residual' | 'inflation'>,
): [number, number] {
  const variance = longRun(series, seen);
  let [first, last] = [seen.split, seen.split];
  for (const { at, strength } of strengthsOf(series)) {
    if (seen.strength - strength > HANSEN_90 * variance) continue;
    first = Math.min(first, at);
    last = Math.max(last, at);
  }
  return [first, last];
}

/**
 * An interval for the size of the change: from the lowest to the highest end of the 90 % intervals of Student at all splits at which the
 * change may lie, each with the pooled variance of the residuals made larger by their dependence. The split was chosen for the size that
 * it shows, so an interval at that split alone covers nothing like 90 %; this one does, with no change at all and with one (`npm run calibrate`).
 * Where the test tells the change from chance, the other side of zero is left out.
 */
export function intervalOf(
  series: Series,
  seen: Pick<Evaluated, 'split' | 'residual' | 'inflation'>,
  range: readonly [number, number],
  sure: boolean,
): [number, number] {
  const n = series.scores.length;
  const variance = longRun(series, seen);
  const t = studentPoint(n - 2);
  let [low, high] = [Infinity, -Infinity];
  let size = 0;
  for (const { at, size: here } of strengthsOf(series)) {
    if (at === seen.split) size = here;
    if (at < range[0] || at > range[1]) continue;
    const half = t * Math.sqrt(variance * (1 / at + 1 / (n - at)));
    low = Math.min(low, here - half);
    high = Math.max(high, here + half);
  }
  if (sure && size > 0) low = Math.max(0, low);
  if (sure && size < 0) high = Math.min(0, high);
  return [Math.max(-4, low), Math.min(4, high)];
}

function longRun({ scores }: Series, { residual, inflation }: Pick<Evaluated, 'residual' | 'inflation'>): number {
  return (residual / Math.max(1, scores.length - 2)) * inflation;
}

/** Strength and size (mean after minus mean before) of every split that is allowed. */
function strengthsOf(series: Series): { at: number; strength: number; size: number }[] {
  const { scores } = series;
  const n = scores.length;
  const total = scores.reduce((sum, score) => sum + score, 0);
  let sum = 0;
  let k = 0;
  return cutsOf(series).map((at) => {
    while (k < at) sum += scores[k++]!;
    const size = (total - sum) / (n - at) - sum / at;
    return { at, strength: ((at * (n - at)) / n) * size * size, size };
  });
}

/** The 95 % point of Student's t with `df` degrees of freedom, at least 1 (Cornish and Fisher's expansion; good to 0.005 from 3 up). */
export function studentPoint(df: number): number {
  const z = 1.6448536269514722;
  const [z2, z3] = [z * z, z ** 3];
  const terms = [
    (z3 + z) / 4,
    (5 * z3 * z2 + 16 * z3 + 3 * z) / 96,
    (3 * z3 * z2 * z2 + 19 * z3 * z2 + 17 * z3 - 15 * z) / 384,
    (79 * z3 ** 3 + 776 * z3 * z2 * z2 + 1482 * z3 * z2 - 1920 * z3 - 945 * z) / 92_160,
  ];
  return terms.reduce((sum, term, i) => sum + term / df ** (i + 1), z);
}
