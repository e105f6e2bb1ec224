import { stanceSeries, type BandStep } from '../../analysis/stance/series';
import { silentFrom, type Running } from '../../analysis/stance/stance';
import { middleOf, type TimeScale } from '../../ui/timeAxis';
import type { Day } from '../../words/calendar';

/** A stretch of days on which a running stance stands still. */
export interface Stretch {
  from: Day;
  /** Exclusive. */
  until: Day;
  value: number;
  /** No row for more than two half-lives: drawn lighter. */
  stale: boolean;
}

/** The running stance of a pair in the days from `from` up to but not including `until`, cut where a row comes in and where silence grows long. */
export function stretchesOf(running: Running, pair: number, from: Day, until: Day): Stretch[] {
  const steps = stanceSeries(running, pair);
  const stretches: Stretch[] = [];
  steps.forEach((step, i) => {
    const end = Math.min(steps[i + 1]?.day ?? until, until);
    const silent = silentFrom(running.reading, step.day);
    for (const [a, b, stale] of [
      [step.day, Math.min(end, silent), false],
      [Math.max(step.day, silent), end, true],
    ] as const) {
      const start = Math.max(a, from);
      if (start < b) stretches.push({ from: start, until: b, value: step.value, stale });
    }
  });
  return stretches;
}

const px = (value: number) => Math.round(value * 10) / 10;

/** X of a boundary: a step rises in the middle of the day of its row, where the mark stands; at the plot's edges it runs to the edge. */
function boundary(scale: TimeScale, day: Day): number {
  return day <= scale.from ? 0 : day >= scale.until ? scale.width : middleOf(scale, day);
}

/** The step line as two paths: where the record speaks, and where it has long been silent. Steps, never curves. */
export function stepPaths(
  stretches: readonly Stretch[],
  scale: TimeScale,
  yOf: (value: number) => number,
): { fresh: string; stale: string } {
  const paths = { fresh: '', stale: '' };
  let last: Stretch | null = null;
  for (const stretch of stretches) {
    const kind = stretch.stale ? 'stale' : 'fresh';
    const [a, b, y] = [px(boundary(scale, stretch.from)), px(boundary(scale, stretch.until)), px(yOf(stretch.value))];
    const joined = last !== null && last.until === stretch.from;
    // A riser belongs to the row that causes it: to the new stretch.
    const start = joined && last !== null ? px(yOf(last.value)) : y;
    const goesOn = joined && last !== null && last.stale === stretch.stale;
    paths[kind] += goesOn ? `V${y}H${b}` : `M${a},${start}V${y}H${b}`;
    last = stretch;
  }
  return paths;
}

/** Area of the 90 % intervals, one box a step. */
export function bandPath(steps: readonly BandStep[], scale: TimeScale, yOf: (value: number) => number): string {
  let path = '';
  steps.forEach((step, i) => {
    const until = steps[i + 1]?.day ?? scale.until;
    if (until <= scale.from || step.day >= scale.until) return;
    const [a, b] = [px(boundary(scale, step.day)), px(boundary(scale, until))];
    const [low, high] = [px(yOf(step.band[0])), px(yOf(step.band[1]))];
    path += `M${a},${high}H${b}V${low}H${a}Z`;
  });
  return path;
}

/** A stretch on which two holders have both spoken. */
export interface GapSpan {
  from: Day;
  /** Exclusive. */
  until: Day;
  a: number;
  b: number;
  /** One of the two has long been silent. */
  stale: boolean;
}

/** Where both have a stance, and only there: nothing is filled in before both have spoken. */
export function gapSpans(a: readonly Stretch[], b: readonly Stretch[]): GapSpan[] {
  const spans: GapSpan[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const [one, other] = [a[i]!, b[j]!];
    const from = Math.max(one.from, other.from);
    const until = Math.min(one.until, other.until);
    if (from < until) spans.push({ from, until, a: one.value, b: other.value, stale: one.stale || other.stale });
    if (one.until <= other.until) i++;
    else j++;
  }
  return spans;
}

/** Px between two rungs. */
const RUNG = 6;

/** The gap as an area and as rungs across it, which tell it without colour. */
export function gapPaths(
  spans: readonly GapSpan[],
  scale: TimeScale,
  yOf: (value: number) => number,
): { fresh: string; stale: string; rungs: string } {
  const paths = { fresh: '', stale: '', rungs: '' };
  for (const span of spans) {
    const [a, b] = [px(boundary(scale, span.from)), px(boundary(scale, span.until))];
    const [y1, y2] = [px(yOf(span.a)), px(yOf(span.b))];
    if (y1 === y2) continue;
    paths[span.stale ? 'stale' : 'fresh'] += `M${a},${y1}H${b}V${y2}H${a}Z`;
    if (span.stale) continue;
    for (let x = Math.ceil(a / RUNG) * RUNG; x < b; x += RUNG) paths.rungs += `M${x},${y1}V${y2}`;
  }
  return paths;
}
