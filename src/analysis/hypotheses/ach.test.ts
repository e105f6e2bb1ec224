import { describe, expect, it } from 'vitest';
import { achMatrix, ACH_READING, ratersOf } from './ach';
import { datasetRecord, smallRecord, type Line } from '../../testing/smallRecord';

const record = smallRecord({
  stances: [
    ['x', 'y', '2025-01-01', 0, { confidence: 'high' }],
    ['x', 'y', '2025-01-02', 0, { confidence: 'medium', sources: 's2' }],
    ['x', 'y', '2025-01-03', 0, { confidence: 'low' }],
  ],
  assessments: [
    ['h1', 0, 'a', 'II'], ['h2', 0, 'a', 'CC'], ['h3', 0, 'a', 'N'],
    ['h1', 1, 'a', 'C'], ['h2', 1, 'a', 'I'], ['h3', 1, 'a', 'I'],
    ['h1', 2, 'a', 'N'], ['h2', 2, 'a', 'N'], ['h3', 2, 'a', 'N'],
    ['h1', 0, 'b', 'I'], ['h2', 0, 'b', 'C'], ['h3', 0, 'b', 'I'],
  ],
}); // prettier-ignore
const scores = (reading: Partial<typeof ACH_READING>) =>
  Object.fromEntries(
    achMatrix(record, { ...ACH_READING, ...reading }).order.map((o) => [record.hypotheses[o.hypothesis]!.id, o.inconsistency]),
  );

describe('competing hypotheses', () => {
  it('are ordered by what speaks against them: only I and II count, I once and II twice', () => {
    expect(scores({ weigh: false, rater: 'a' })).toEqual({ h1: 2, h2: 1, h3: 1 });
    expect(scores({ weigh: false, rater: 'b' })).toEqual({ h1: 1, h2: 0, h3: 1 });
  });

  it('weigh rows by confidence, and take the mean of the raters cell by cell', () => {
    const found = scores({});
    expect(found['h1']).toBeCloseTo(1.5 * Math.SQRT2, 12);
    expect(found['h2']).toBeCloseTo(1, 12);
    expect(found['h3']).toBeCloseTo(0.5 * Math.SQRT2 + 1, 12);
  });

  it('say how much each was asked: a rating that says nothing either way asks nothing, nor does a missing one', () => {
    const asked = Object.fromEntries(achMatrix(record, { ...ACH_READING, rater: 'a' }).order.map((o) => [o.hypothesis, o.asked]));
    expect(asked).toEqual({ 0: 2 / 3, 1: 2 / 3, 2: 1 / 3 });
    const both = achMatrix(record, ACH_READING).order.find(({ hypothesis }) => hypothesis === 2)!;
    // Of the first row one rater of two says something, of the second the only one, of the third none.
    expect(both.asked).toBeCloseTo(1.5 / 3, 12);
  });

  it('give no place to one that nothing can contradict, however little speaks against it', () => {
    const quiet = smallRecord({
      stances: [0, 1, 2, 3].map((i): Line => ['x', 'y', `2025-01-0${i + 1}`, 0]),
      assessments: [0, 1, 2, 3].flatMap((i) => [['h1', i, 'a', 'I'], ['h2', i, 'a', 'II'], ['h3', i, 'a', i === 0 ? 'C' : 'N']] as const),
    }); // prettier-ignore
    const { order } = achMatrix(quiet, { ...ACH_READING, weigh: false });
    expect(order.map(({ hypothesis, inconsistency, place }) => [quiet.hypotheses[hypothesis]!.id, inconsistency, place])).toEqual(
      [
        ['h1', 4, 1],
        ['h2', 8, 2],
        ['h3', 0, 0],
      ],
    );
    // Without rows that say nothing of it, it is asked by half of the others, and leads.
    const fewer = achMatrix(quiet, { ...ACH_READING, weigh: false, without: new Set([1, 3]) }).order;
    expect(fewer.map(({ hypothesis, place }) => [quiet.hypotheses[hypothesis]!.id, place])).toEqual([['h3', 1], ['h1', 2], ['h2', 3]]); // prettier-ignore
  });

  it('share a place where they are equal', () => {
    const { order } = achMatrix(record, { ...ACH_READING, weigh: false, rater: 'a' });
    expect(order.map(({ place }) => place)).toEqual([1, 1, 3]);
  });

  it('are told apart by the rows with a spread; a row that fits all alike tells nothing', () => {
    const { rows } = achMatrix(record, { ...ACH_READING, rater: 'a' });
    expect(rows[0]!.positions).toEqual([-2, 2, 0]);
    expect(rows.map(({ spread }) => spread)).toEqual([
      expect.closeTo(Math.sqrt(8 / 3), 12),
      expect.closeTo(Math.sqrt(8 / 9), 12),
      0,
    ]);
  });

  it('name their raters', () => expect(ratersOf(record)).toEqual(['a', 'b']));
});

describe('the hypotheses of the Eastern Flank', () => {
  const flank = datasetRecord('eastern-flank');

  it('are ordered by sums that a plain loop over the table gives as well', () => {
    for (const rater of ratersOf(flank)) {
      const { order } = achMatrix(flank, { ...ACH_READING, rater, weigh: false });
      for (const { hypothesis, inconsistency } of order) {
        const rows = flank.assessments.filter((a) => a.hypothesis === hypothesis && a.rater === rater);
        expect(inconsistency).toBe(
          rows.filter((a) => a.consistency === 'I').length + 2 * rows.filter((a) => a.consistency === 'II').length,
        );
      }
      const placed = order.filter(({ place }) => place > 0).map(({ inconsistency }) => inconsistency);
      expect(placed).toEqual([...placed].sort((a, b) => a - b));
      expect(order.slice(placed.length).every(({ asked, place }) => place === 0 && asked < 1 / 3)).toBe(true);
    }
  });
});
