import type { StanceRecord } from '../../record/record';
import type { Day } from '../../words/calendar';
import { formatDay } from '../../words/dates';
import { signed } from '../../words/numbers';
import { rechecks, type Recheck } from './checks';
import { pWords } from './leadWords';
import { pivotOf, PIVOT_TEST, type Pivot, type PivotTest } from './pivot';
import { SIGNIFICANCE } from './pivotRanking';
import { pairOf, sliceRecord, sliceRows, type Slice } from '../slice';
import { runStances, stanceAt } from '../stance/stance';

/** One look at a headline from another side. */
export interface Check {
  /** "without state media", "with coder c’s scores", "with a half-life of 180 days". */
  what: string;
  kind: Recheck['kind'] | 'half-life' | 'test' | 'seed';
  survives: boolean;
  /** What was found instead, with its numbers. */
  numbers: string;
}

export interface Robustness {
  checks: Check[];
  held: number;
  /** "The turn holds in 14 of 16 checks; it fails with coder c’s scores (p = 0.21)." */
  words: string;
}

/** Half-lives, in days, at which the running stance must show the change too. */
const HALF_LIVES = [60, 180] as const;
/** The change must lie at most this many days from where it was first found. */
const NEAR = 31;

/**
 * Whether a pivot holds when rows, scores or parameters change. A check is passed where a change of the same direction is found, between
 * dates at most 31 days from the first, with p up to 0.05. The half-lives ask whether the running stance shows at least half of the
 * change by the end of the window. A pivot that was never below p = 0.05 can still pass a check, and the words give its own p.
 */
export function pivotRobustness(
  slice: Slice,
  pivot: Pivot,
  window: { from: Day; at: Day },
  test: PivotTest = PIVOT_TEST,
): Robustness {
  const { record, filters } = slice;
  const span = { from: window.from, to: window.at };
  const again = (other: Slice, how: PivotTest = test) => {
    const pair = pairOf(other, pivot.holder, pivot.target);
    return pair < 0 ? null : pivotOf(other, pair, span, how);
  };
  const rows = [...pivot.before, ...pivot.after].map((k) => slice.row[k]!);
  const checks: Check[] = rechecks(record, filters, rows).map((recheck) => ({
    what: recheck.what,
    kind: recheck.kind,
    ...compared(pivot, again(slicedBy(record, recheck))),
  }));
  for (const halfLife of HALF_LIVES) checks.push(halfLifeCheck(slice, pivot, window, halfLife));
  for (const minSegment of [2, 3, 4, 5]) {
    if (minSegment === test.minSegment) continue;
    checks.push({
      what: `with at least ${minSegment} rows a side`,
      kind: 'test',
      ...compared(pivot, again(slice, { ...test, minSegment })),
    });
  }
  for (const seed of [test.seed + 1, test.seed + 2]) {
    checks.push({
      what: `with other shuffles (seed ${seed})`,
      kind: 'seed',
      ...compared(pivot, again(slice, { ...test, seed })),
    });
  }
  const many = 10 * (test.shuffles + 1) - 1;
  checks.push({ what: `with ${many} shuffles`, kind: 'test', ...compared(pivot, again(slice, { ...test, shuffles: many })) });
  return summed('The turn holds', checks);
}

function slicedBy(record: StanceRecord, { filters, drops }: Recheck): Slice {
  const slice = sliceRecord(record, filters);
  return drops ? sliceRows(slice, (k) => !drops(slice.row[k]!)) : slice;
}

function compared(first: Pivot, second: Pivot | null): { survives: boolean; numbers: string } {
  if (!second) return { survives: false, numbers: 'too few rows, or no change of score' };
  const direction = Math.sign(second.size) === Math.sign(first.size);
  const near = second.lastBefore <= first.firstAfter + NEAR && second.firstAfter >= first.lastBefore - NEAR;
  const means = `${signed(second.from, 2)} to ${signed(second.to, 2)}`;
  const where = near ? '' : `, about ${formatDay(second.firstAfter)}`;
  const numbers = `${means}${where}; ${second.nBefore} and ${second.nAfter} rows; ${pWords(second.p, second.shuffles)}`;
  return { survives: direction && near && second.p <= SIGNIFICANCE, numbers };
}

function halfLifeCheck(slice: Slice, pivot: Pivot, window: { at: Day }, halfLife: number): Check {
  const running = runStances(slice, { mode: 'decay', halfLife, from: pivot.lastBefore });
  const before = stanceAt(running, pivot.pair, pivot.lastBefore)?.value ?? 0;
  const after = stanceAt(running, pivot.pair, window.at)?.value ?? 0;
  const survives = (after - before) * Math.sign(pivot.size) >= Math.abs(pivot.size) / 2;
  const numbers = `running stance ${signed(before, 2)} to ${signed(after, 2)}`;
  return { what: `with a half-life of ${halfLife} days`, kind: 'half-life', survives, numbers };
}

function summed(holds: string, checks: Check[]): Robustness {
  const failed = checks.filter(({ survives }) => !survives);
  const held = checks.length - failed.length;
  const named = failed.slice(0, 3).map((check) => `${check.what} (${check.numbers})`);
  const rest = failed.length - named.length;
  const fails =
    failed.length === 0 ? '' : `; it fails ${named.join(', ')}${rest > 0 ? ` and in ${rest} other${rest === 1 ? '' : 's'}` : ''}`;
  const words =
    checks.length === 0 ? 'There is no other way to look at it.' : `${holds} in ${held} of ${checks.length} checks${fails}.`;
  return { checks, held, words };
}
