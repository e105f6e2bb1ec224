import { describe, expect, it } from 'vitest';
import { datasetRecord, smallRecord, type Line } from '../../testing/smallRecord';
import { syntheticRecord } from '../../testing/synthetic';
import { dayOf, isoOf } from '../../words/calendar';
import { ALL, pairOf, rowsOf, sliceRecord } from '../slice';
import { groundOf } from './asserted';
import type { ChangeTest } from './changeTest';
import { atOnce, type ChangeTests } from './changeTests';
import { pivotOf, PIVOT_TEST } from './pivot';
import { falseDiscovery, quoteOf, quotesOf, rankPivots, testedOf, type RankedPivot } from './pivotRanking';

const START = dayOf('2025-01-01');
const linesOf = (scores: readonly number[], more?: (i: number) => Line[4]): Line[] =>
  scores.map((score, i): Line => ['x', 'y', isoOf(START + 2 * i), score, more?.(i)]);

describe('the pivot of a pair', () => {
  const record = smallRecord({
    stances: linesOf([-1, -2, -1, -1, -1, -1, 1, 1, 2, 1, 1, 0, 1], (i) => ({ quote: i === 1 ? '' : `Words ${i}` })),
  });
  const slice = sliceRecord(record, ALL);
  const window = { from: START, to: START + 100 };
  const pivot = pivotOf(slice, 0, window)!;

  it('tells both means, the days of the split, the rows of either side, and its test', () => {
    expect(pivot).toMatchObject({
      from: -7 / 6,
      to: 1,
      nBefore: 6,
      nAfter: 7,
      n: 13,
      lastBefore: START + 10,
      firstAfter: START + 12,
      few: true,
    });
    expect([...pivot.before, ...pivot.after]).toEqual(Array.from(rowsOf(slice, 0)));
    expect(pivot.size).toBe(pivot.to - pivot.from);
    expect(pivot.test!.p).toBeLessThan(0.01);
  });

  it('may lie on any day of its range, which holds those of the split', () => {
    expect(pivot.range.from).toBeLessThanOrEqual(pivot.lastBefore);
    expect(pivot.range.to).toBeGreaterThanOrEqual(pivot.firstAfter);
    const calm = sliceRecord(smallRecord({ stances: linesOf([1, 0, 1, -1, 0, 1, -1, 0, 1, 0, 0, 1, -1]) }), ALL);
    const vague = pivotOf(calm, 0, window)!;
    expect(vague.range.to - vague.range.from).toBeGreaterThan(pivot.range.to - pivot.range.from);
  });

  it('is the same for the same seed and reads no row outside the window', () => {
    expect(pivotOf(sliceRecord(record, ALL), 0, window)).toEqual(pivot);
    const early = pivotOf(slice, 0, { from: START, to: START + 20 })!;
    expect(early.n).toBe(11);
    const cut = sliceRecord(smallRecord({ stances: linesOf([-1, -2, -1, -1, -1, -1, 1, 1, 2, 1, 1]) }), ALL);
    expect(pivotOf(cut, 0, window)).toEqual(early);
  });

  it('is remembered by its rows: a later date without a new row gives the very same object', () => {
    expect(pivotOf(slice, 0, { from: START - 5, to: START + 4000 })).toBe(pivot);
  });

  it('is not looked for on few occasions', () => expect(pivotOf(slice, 0, { from: START, to: START + 12 })).toBeNull());

  it('is shown by the clearest words with a quote on either side', () => {
    const { before, after } = quotesOf(slice, pivot);
    expect([quoteOf(slice, before!), quoteOf(slice, after!)]).toEqual(['Words 5', 'Words 8']);
  });

  it('counts an event once, however many rows report it, unless the reader asks for rows', () => {
    const scores = [-1, 0, -1, 1, 0, -1, 0, 1, 0, 2, 2, 2, 2, 1];
    const reported = sliceRecord(smallRecord({ stances: linesOf(scores, (i) => ({ occasion: i >= 9 ? 'release' : '' })) }), ALL);
    const once = pivotOf(reported, 0, window)!;
    expect(once.n).toBe(10);
    expect(once.test!.p).toBeGreaterThan(0.05);
    const byRows = pivotOf(reported, 0, window, { ...PIVOT_TEST, grouped: false })!;
    expect(byRows.n).toBe(14);
    expect(byRows.test!.p).toBeLessThan(0.05);
    expect(once.before.length + once.after.length).toBe(14);
  });

  it('waits for a test that comes later, and is another object when it comes', () => {
    let come: ChangeTest | null = null;
    const later: ChangeTests = { of: () => come };
    const fresh = sliceRecord(record, ALL);
    const waiting = pivotOf(fresh, 0, window, PIVOT_TEST, later)!;
    expect([waiting.test, waiting.range]).toEqual([null, { from: waiting.lastBefore, to: waiting.firstAfter }]);
    expect(pivotOf(fresh, 0, window, PIVOT_TEST, later)).toBe(waiting);
    come = atOnce.of(waiting.series, { seed: 1 });
    expect(pivotOf(fresh, 0, window, PIVOT_TEST, later)!.test).toBe(come);
  });
});

describe('all pivots of a window', () => {
  it('rank what stands out among all first, and forget no pair', () => {
    const slice = sliceRecord(syntheticRecord({ stances: 900, actors: 30, pairs: 60 }), ALL);
    const ranking = rankPivots(slice, { from: -1e6, to: 1e6 });
    const { ranked, tooFew, unchanged } = ranking;
    expect(ranked.length + tooFew.length + unchanged.length).toBe(slice.pairs.n);
    expect(testedOf(ranking)).toEqual({ pairs: slice.pairs.n, tested: ranked.length + unchanged.length });
    const out = ranked.map((pivot) => groundOf(pivot, null) !== null);
    expect(out).toEqual([...out].sort((a, b) => Number(b) - Number(a)));
    expect(out.some(Boolean)).toBe(true);
    const rest = ranked.filter((pivot) => groundOf(pivot, null) === null).map(({ test }) => test!.p);
    expect(rest).toEqual([...rest].sort((a, b) => a - b));
    for (const { test, q } of ranked) expect(q!).toBeGreaterThanOrEqual(test!.p - 1e-12);
  });

  it('count a test that is not in yet as if chance did as much always, and say how many wait', () => {
    const lines = ['a', 'b', 'c'].flatMap((target) => linesOf([-1, -2, -1, -1, -1, -2, 1, 1, 2, 1, 1, 2]).map(([x, , ...rest]): Line => [x, target, ...rest])); // prettier-ignore
    const slice = sliceRecord(smallRecord({ stances: lines }), ALL);
    const window = { from: START, to: START + 100 };
    const all = rankPivots(slice, window);
    expect([all.waiting, all.ranked.every(({ q }) => q! < 0.05)]).toEqual([0, true]);
    let asked = 0;
    const some: ChangeTests = { of: (series, options) => (asked++ === 0 ? atOnce.of(series, options) : null) };
    const part = rankPivots(sliceRecord(smallRecord({ stances: lines }), ALL), window, some);
    expect(part.waiting).toBe(2);
    expect(part.ranked.map(({ q }) => q === null)).toEqual([false, true, true]);
    expect(part.ranked[0]!.q).toBeCloseTo(3 * part.ranked[0]!.test!.p, 9);
  });

  it('adjust for their number as Benjamini and Hochberg do (their 1995 example: four of fifteen at 0.05)', () => {
    const p = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1];
    const q = falseDiscovery([...p].reverse()).reverse();
    expect(q.filter((value) => value <= 0.05)).toHaveLength(4);
    expect(q[3]).toBeCloseTo((0.0095 * 15) / 4, 9);
    expect(q[14]).toBe(1);
  });
});

describe('what is asserted', () => {
  const test = (p: number, settled = true) => ({ p, settled }) as ChangeTest;
  const pivot = (p: number, q: number | null, settled = true) =>
    ({ holder: 1, target: 2, test: test(p, settled), q }) as RankedPivot;

  it('stands out among all pairs, or was chosen beforehand and passes by itself', () => {
    expect(groundOf(pivot(0.001, 0.04), null)).toBe('all');
    expect(groundOf(pivot(0.03, 0.05), null)).toBe('all');
    expect(groundOf(pivot(0.03, 0.2), null)).toBeNull();
    expect(groundOf(pivot(0.03, 0.2), [1, 2])).toBe('chosen');
    expect(groundOf(pivot(0.05, 0.2), [1, 2])).toBe('chosen');
    expect(groundOf(pivot(0.051, 0.2), [1, 2])).toBeNull();
    expect(groundOf(pivot(0.03, 0.2), [2, 1])).toBeNull();
  });

  it('is nothing while the test is being made, nor where the draws cannot tell p from 0.05', () => {
    expect(groundOf({ holder: 1, target: 2, test: null, q: null }, [1, 2])).toBeNull();
    expect(groundOf(pivot(0.049, 0.2, false), [1, 2])).toBeNull();
  });
});

describe('the record of the Eastern Flank', () => {
  const record = datasetRecord('eastern-flank');
  const slice = sliceRecord(record, { ...ALL, basis: 'own' });
  const pair = pairOf(slice, record.actorIndex.get('belarus')!, record.actorIndex.get('poland')!);

  it('has Belarus move warmer towards Poland in autumn 2025 (first-hand rows from 2025 to 26 January 2026)', () => {
    const pivot = pivotOf(slice, pair, { from: dayOf('2025-01-01'), to: dayOf('2026-01-26') })!;
    expect([isoOf(pivot.lastBefore), isoOf(pivot.firstAfter)]).toEqual(['2025-11-05', '2025-11-11']);
    expect(pivot.n).toBeLessThan(pivot.before.length + pivot.after.length);
    expect(pivot.from).toBeLessThan(-0.5);
    expect(pivot.to).toBeGreaterThan(0);
  });
});
