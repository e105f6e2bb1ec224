import { testChange, type ChangeTest, type TesterOptions } from './changeTest';
import type { Series } from './statistic';

/** Where tests of change come from: at once, or by and by from a worker (see `testsBeside.ts`). */
export interface ChangeTests {
  /** The test of a series that may be split, or null while it is being worked out. */
  of(series: Series, options: TesterOptions): ChangeTest | null;
}

/** What a series says, as a text: a series is asked for at every step of the clock, and it never changes. */
const said = new WeakMap<Series, string>();

/** Says which series it is, wherever in time it lies: the same observations are tested once. */
export function seriesKey(series: Series, { seed, most, settleOnly }: TesterOptions): string {
  let text = said.get(series);
  if (text === undefined) {
    const { days, scores, minSegment } = series;
    const apart = days.map((day, i) => (i === 0 ? 0 : day - days[i - 1]!));
    said.set(series, (text = `${minSegment} ${apart.join(',')} ${scores.join(',')}`));
  }
  return `${seed} ${most ?? ''} ${settleOnly === true ? 1 : 0} ${text}`;
}

/** Tests that are remembered at most: the oldest make room. */
const MOST_KEPT = 4000;

/** Answers by their series. */
export class TestMemory {
  readonly #known = new Map<string, ChangeTest>();

  get(key: string): ChangeTest | undefined {
    return this.#known.get(key);
  }

  set(key: string, test: ChangeTest): void {
    if (!this.#known.has(key) && this.#known.size >= MOST_KEPT) this.#known.delete(this.#known.keys().next().value ?? '');
    this.#known.set(key, test);
  }
}

const memory = new TestMemory();

/** Draws at most where somebody waits for them. */
const MOST_AT_ONCE = 99_999;

/** Worked out where it is asked for, and remembered: for a terminal, a test, a script. */
export const atOnce: ChangeTests = {
  of(series, options) {
    const key = seriesKey(series, options);
    const known = memory.get(key);
    if (known) return known;
    const test = testChange(series, { most: MOST_AT_ONCE, ...options });
    if (test) memory.set(key, test);
    return test;
  },
};
