import { compareDates, type Difference } from '../analysis/stance/compare';
import { groundOf } from '../analysis/change/asserted';
import type { Pivot, PivotTest } from '../analysis/change/pivot';
import { quotesOf, testedOf, type PivotRanking } from '../analysis/change/pivotRanking';
import { changeMessages } from '../words/messages/change';
import type { Slice } from '../analysis/slice';
import type { Running } from '../analysis/stance/stance';
import { cardAt } from '../analysis/cardAt';
import type { ScoredCard } from '../record/card';
import { actorId, pairNames } from '../record/names';
import type { Day } from '../words/calendar';

/** The quotes on either side of a split; null where no row on that side has a quote. */
export function sidesOf(slice: Slice, pivot: Pivot): { before: ScoredCard | null; after: ScoredCard | null } {
  const { before, after } = quotesOf(slice, pivot);
  return { before: before === null ? null : cardAt(slice, before), after: after === null ? null : cardAt(slice, after) };
}

/** What was looked at and what came of it, before any ranking is read. */
export function rankingSentence(ranking: PivotRanking, { minOccasions, grouped }: PivotTest): string {
  const { pairs, tested } = testedOf(ranking);
  const out = ranking.ranked.filter((pivot) => groundOf(pivot, null) !== null).length;
  return changeMessages.ranking(pairs, tested, out, ranking.waiting, minOccasions, grouped);
}

export interface DifferenceLine {
  holder: string;
  target: string;
  name: string;
  before: number | null;
  after: number | null;
  change: number | null;
  rows: number;
}

/** What differs between two dates, as lines: changed, then newly known, then silent since. */
export function differenceLines(
  running: Running,
  first: Day,
  second: Day,
): Record<'changed' | 'appeared' | 'silent', DifferenceLine[]> {
  const line = (difference: Difference): DifferenceLine => ({
    holder: actorId(running.slice.record, difference.holder),
    target: actorId(running.slice.record, difference.target),
    name: pairNames(running.slice.record, difference.holder, difference.target),
    before: difference.before?.value ?? null,
    after: difference.after?.value ?? null,
    change: difference.change,
    rows: difference.rows.length,
  });
  const comparison = compareDates(running, first, second);
  return {
    changed: comparison.changed.map(line),
    appeared: comparison.appeared.map(line),
    silent: comparison.silent.map(line),
  };
}
