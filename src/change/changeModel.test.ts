import { describe, expect, it } from 'vitest';
import { PIVOT_TEST } from '../analysis/change/pivot';
import { rankPivots } from '../analysis/change/pivotRanking';
import { ALL, sliceRecord } from '../analysis/slice';
import { runStances } from '../analysis/stance/stance';
import { shipped } from '../testing/shippedDataset';
import { differenceLines, rankingSentence, sidesOf } from './changeModel';
import { pivotHow } from '../analysis/change/pivotHow';
import { dayOf } from '../words/calendar';

const record = shipped('eastern-flank');
const slice = sliceRecord(record, { ...ALL, basis: 'own' });
const from = dayOf('2025-01-01');
const at = dayOf('2026-01-26');
const ranking = rankPivots(slice, { from, to: at });

describe('what changed', () => {
  it('counts what was looked at before anything is ranked', () => {
    const sentence = rankingSentence(ranking, PIVOT_TEST);
    const pairs = ranking.ranked.length + ranking.unchanged.length + ranking.tooFew.length;
    expect(sentence).toContain(`Of ${pairs} pairs`);
    expect(sentence).toContain(`${ranking.tooFew.length} have fewer than 8 occasions`);
    expect(sentence).toContain('from chance (q up to .05)');
  });

  it('says so where there is nothing', () => {
    expect(rankingSentence({ ranked: [], tooFew: [], unchanged: [], waiting: 0 }, PIVOT_TEST)).toBe(
      'No pair has a row in this window.',
    );
  });

  it('shows words from the right side of the split', () => {
    for (const pivot of ranking.ranked) {
      const { before, after } = sidesOf(slice, pivot);
      if (before) expect(record.evidence.day[record.evidenceIndex.get(before.id)!]!).toBeLessThanOrEqual(pivot.lastBefore);
      if (after) expect(record.evidence.day[record.evidenceIndex.get(after.id)!]!).toBeGreaterThanOrEqual(pivot.firstAfter);
    }
  });

  it('lists every row of a pivot under “how”', () => {
    const top = ranking.ranked[0]!;
    const how = pivotHow(slice, top);
    expect(how.rows).toHaveLength(top.before.length + top.after.length);
    expect(how.rows.filter(({ cells }) => cells[1] === 'before')).toHaveLength(top.before.length);
    expect(new Set(how.rows.map(({ cells }) => cells[4]?.split(':')[0])).size).toBe(top.n);
  });

  it('compares two dates the same way round however they are given, and never calls unknown zero', () => {
    const running = runStances(slice, { mode: 'decay', halfLife: 30, from });
    const early = dayOf('2025-03-01');
    const lines = differenceLines(running, early, at);
    expect(differenceLines(running, at, early)).toEqual(lines);
    expect(lines.changed.length).toBeGreaterThan(5);
    for (const line of lines.appeared) expect(line.before).toBeNull();
    const sizes = lines.changed.map(({ change }) => Math.abs(change!));
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
  });
});
