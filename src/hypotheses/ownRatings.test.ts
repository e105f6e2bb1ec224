import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONSISTENCIES } from '../record/record';
import { readKept } from './ownStore';
import { keyOf, mergeOwn, NOTHING, withoutRating, withRating, withRow, type Own } from './readerRatings';

const rated = (own: Own, evidence: string, consistency: (typeof CONSISTENCIES)[number], rationale = '') =>
  withRating(own, { hypothesis: 'h', evidence, consistency, rationale });
const cells = (own: Own) => Object.fromEntries([...own.ratings.values()].map((cell) => [cell.evidence, cell.consistency]));

describe('ratings of two tabs', () => {
  const base = rated(rated(NOTHING, 'a', 'C'), 'b', 'I');

  it('are merged by cell: each tab’s change stands, and a cell that both changed is as this tab has it', () => {
    const theirs = rated(rated(base, 'a', 'CC'), 'c', 'N');
    const mine = rated(rated(base, 'b', 'II'), 'c', 'I');
    expect(cells(mergeOwn(base, theirs, mine))).toEqual({ a: 'CC', b: 'II', c: 'I' });
  });

  it('that one took away are gone, unless the other rated them anew', () => {
    const without = withoutRating(base, 'h', 'a');
    expect(cells(mergeOwn(base, without, base))).toEqual({ b: 'I' });
    expect(cells(mergeOwn(base, base, without))).toEqual({ b: 'I' });
    expect(cells(mergeOwn(base, without, rated(base, 'a', 'N')))).toEqual({ a: 'N', b: 'I' });
  });

  it('keep the rows that either added and lose those that either took out', () => {
    const start = withRow(withRow(NOTHING, 'x'), 'y');
    const theirs = { ...start, added: ['y', 'z'] };
    expect(mergeOwn(start, theirs, withRow(start, 'w')).added).toEqual(['y', 'z', 'w']);
  });

  const any = fc
    .dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom(...CONSISTENCIES))
    .map((given): Own => Object.entries(given).reduce<Own>((own, [id, value]) => rated(own, id, value), NOTHING));

  it('give back the one change where the other changed nothing', () => {
    fc.assert(
      fc.property(any, any, (before, after) => {
        expect(cells(mergeOwn(before, before, after))).toEqual(cells(after));
        expect(cells(mergeOwn(before, after, before))).toEqual(cells(after));
      }),
    );
  });
});

it('what is kept and damaged costs the damaged cells alone', () => {
  const good = { hypothesis: 'h', evidence: 'a', consistency: 'C', rationale: '' };
  expect(readKept(undefined)).toEqual({ ...NOTHING, damaged: 0 });
  const read = readKept({ ratings: [good, { ...good, consistency: 'maybe' }, null, 7], added: ['x', 5, 'x'] });
  expect([[...read.ratings.keys()], read.added, read.damaged]).toEqual([[keyOf('h', 'a')], ['x'], 4]);
  for (const broken of ['text', null, {}, { ratings: 'none', added: [] }]) expect(readKept(broken).damaged).toBeGreaterThan(0);
});
