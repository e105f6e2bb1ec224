import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changePoint, pivotOf, PIVOT_TEST } from './pivot';
import { falseDiscovery, pivotWords, quoteOf, quotesOf, rankPivots } from './pivotRanking';
import { ALL, pairOf, rowsOf, sliceRecord } from '../slice';
import { datasetRecord, smallRecord, type Line } from '../../testing/smallRecord';
import { syntheticRecord } from '../../testing/synthetic';
import { dayOf, isoOf } from '../../words/calendar';

const quick = { shuffles: 199, seed: 1, minSegment: 3 };
const START = dayOf('2025-01-01');
const linesOf = (scores: readonly number[], more?: (i: number) => Line[4]): Line[] =>
  scores.map((score, i): Line => ['x', 'y', isoOf(START + 2 * i), score, more?.(i)]);

describe('the change point', () => {
  it('is found where the mean turns, and chance does as well in no shuffle', () => {
    const scores = [...Array<number>(15).fill(-1), ...Array<number>(12).fill(1)];
    const days = scores.map((_, i) => i);
    expect(changePoint(days, scores, { ...quick, shuffles: 999 })).toMatchObject({ split: 15, p: 0.001 });
  });

  it('equals the largest between-group sum of squares over all splits, tried one by one', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -2, max: 2 }), { minLength: 6, maxLength: 30 }),
        fc.integer({ min: 1, max: 3 }),
        (scores, minSegment) => {
          const days = scores.map((_, i) => Math.floor(i / 1.5));
          const mean = (part: number[]) => part.reduce((sum, x) => sum + x, 0) / part.length;
          let best = 0;
          for (let k = minSegment; k <= scores.length - minSegment; k++) {
            if (days[k - 1] === days[k]) continue;
            const gap = mean(scores.slice(0, k)) - mean(scores.slice(k));
            best = Math.max(best, ((k * (scores.length - k)) / scores.length) * gap * gap);
          }
          const found = changePoint(days, scores, { ...quick, shuffles: 1, minSegment });
          if (best < 1e-9) {
            expect(found).toBeNull();
            return;
          }
          expect(found!.strength).toBeCloseTo(best, 9);
          expect(days[found!.split]).not.toBe(days[found!.split - 1]);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('never splits a day, nor leaves a side with fewer rows than asked', () => {
    const scores = [-2, -2, 2, 2, 2, 2, 2, 2];
    expect(changePoint([1, 2, 2, 3, 4, 5, 6, 7], scores, { ...quick, minSegment: 1 })!.split).not.toBe(2);
    expect(changePoint([1, 2, 3, 4, 5, 6, 7, 8], scores, quick)!.split).toBe(3);
    expect(changePoint([1, 1, 1, 1, 1, 1, 1, 1], scores, quick)).toBeNull();
    expect(changePoint([1, 2, 3, 4, 5, 6, 7, 8], Array<number>(8).fill(1), quick)).toBeNull();
  });

  it('has a p value that keeps its word: of 400 series without a change about 5 in 100 fall below 0.05', () => {
    let below = 0;
    const all = syntheticRecord({ stances: 8000, actors: 60, pairs: 400 });
    const shuffled = Array.from(all.stances.score);
    for (let s = 0; s < 400; s++) {
      const scores = Array.from({ length: 18 }, (_, i) => shuffled[(s * 7919 + i * 6133) % shuffled.length]!);
      const change = changePoint(scores.map((_, i) => i), scores, { ...quick, seed: s, shuffles: 99 }); // prettier-ignore
      if (change && change.p <= 0.05) below++;
    }
    expect(below / 400).toBeGreaterThan(0.015);
    expect(below / 400).toBeLessThan(0.095);
  });
});

describe('the pivot of a pair', () => {
  const record = smallRecord({
    stances: linesOf([-1, -2, -1, -1, -1, -1, 1, 1, 2, 1, 1, 0, 1], (i) => ({ quote: i === 1 ? '' : `Words ${i}` })),
  });
  const slice = sliceRecord(record, ALL);
  const window = { from: START, to: START + 100 };
  const pivot = pivotOf(slice, 0, window)!;

  it('tells both means, the days between which it lies, and the rows of either side', () => {
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
  });

  it('is the same for the same seed and reads no row outside the window', () => {
    expect(pivotOf(sliceRecord(record, ALL), 0, window)).toEqual(pivot);
    const early = pivotOf(slice, 0, { from: START, to: START + 20 }, { ...PIVOT_TEST, minRows: 6 })!;
    expect(early.n).toBe(11);
    const cut = sliceRecord(smallRecord({ stances: linesOf([-1, -2, -1, -1, -1, -1, 1, 1, 2, 1, 1]) }), ALL);
    expect(pivotOf(cut, 0, window, { ...PIVOT_TEST, minRows: 6 })).toEqual(early);
  });

  it('is remembered by its rows: a later date without a new row gives the very same object', () => {
    expect(pivotOf(slice, 0, { from: START - 5, to: START + 4000 })).toBe(pivot);
  });

  it('is not looked for in few rows', () => expect(pivotOf(slice, 0, { from: START, to: START + 12 })).toBeNull());

  it('is told in words that keep to the counts', () => {
    expect(pivotWords({ ...pivot, p: 0.003 })).toBe(
      '13 rows (few: 6 before, 7 after); a change this large arises by chance in 3 of 1,000 shuffles',
    );
  });

  it('is shown by the clearest words with a quote on either side', () => {
    const { before, after } = quotesOf(slice, pivot);
    expect([quoteOf(slice, before!), quoteOf(slice, after!)]).toEqual(['Words 5', 'Words 8']);
  });
});

describe('all pivots of a window', () => {
  it('rank what passes first, and forget no pair', () => {
    const slice = sliceRecord(syntheticRecord({ stances: 3000, actors: 40, pairs: 200 }), ALL);
    const { ranked, tooFew, unchanged } = rankPivots(slice, { from: -1e6, to: 1e6, shuffles: 199 });
    expect(ranked.length + tooFew.length + unchanged.length).toBe(slice.pairs.n);
    const passes = ranked.map(({ p }) => p <= 0.05);
    expect(passes).toEqual([...passes].sort((a, b) => Number(b) - Number(a)));
    for (const { p, q } of ranked) expect(q).toBeGreaterThanOrEqual(p - 1e-12);
  });

  it('adjust for their number as Benjamini and Hochberg do (their 1995 example: four of fifteen at 0.05)', () => {
    const p = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1];
    const q = falseDiscovery([...p].reverse()).reverse();
    expect(q.filter((value) => value <= 0.05)).toHaveLength(4);
    expect(q[3]).toBeCloseTo((0.0095 * 15) / 4, 9);
    expect(q[14]).toBe(1);
  });
});

describe('the record of the Eastern Flank', () => {
  const record = datasetRecord('eastern-flank');
  const slice = sliceRecord(record, { ...ALL, basis: 'own' });
  const pair = pairOf(slice, record.actorIndex.get('belarus')!, record.actorIndex.get('poland')!);

  it('has Belarus turn warmer towards Poland between 5 and 11 November 2025 (first-hand rows from 2025 to 26 January 2026)', () => {
    const pivot = pivotOf(slice, pair, { from: dayOf('2025-01-01'), to: dayOf('2026-01-26') })!;
    expect([isoOf(pivot.lastBefore), isoOf(pivot.firstAfter)]).toEqual(['2025-11-05', '2025-11-11']);
    expect(pivot.from).toBeLessThan(-0.5);
    expect(pivot.to).toBeGreaterThan(0);
    expect(pivot.p).toBeLessThanOrEqual(0.05);
  });
});
