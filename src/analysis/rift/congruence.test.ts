import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ActorKind } from '../../record/record';
import { smallRecord, type Line } from '../../testing/smallRecord';
import { dayOf } from '../../words/calendar';
import { ALL, sliceRecord } from '../slice';
import { runStances } from '../stance/stance';
import { congruenceAt, hasIssues } from './congruence';

const at = dayOf('2025-06-01');
const ISSUES: Record<string, ActorKind> = { tax: 'issue', trade: 'issue', ban: 'issue', levy: 'issue' };

function network(stances: readonly Line[], kinds: Record<string, ActorKind> = ISSUES) {
  const record = smallRecord({ stances, kinds });
  const running = runStances(sliceRecord(record, ALL), { mode: 'decay', halfLife: 30, from: 0 });
  const id = (actor: number) => record.actors[actor]?.id ?? '';
  const edges = congruenceAt(running, at).map(({ a, b, same, opposite, ...rest }) => ({
    pair: [id(a), id(b)].sort().join(' '),
    same: same.map(id).sort(),
    opposite: opposite.map(id).sort(),
    ...rest,
  }));
  return { running, edges, of: (pair: string) => edges.find((edge) => edge.pair === pair) };
}

// By hand: alpha speaks on tax, trade and ban, beta on tax, trade, ban and levy, gamma on tax alone.
const stated: Line[] = [
  ['alpha', 'tax', '2025-01-01', 2],
  ['alpha', 'trade', '2025-01-01', -1],
  ['alpha', 'ban', '2025-01-01', 1],
  ['beta', 'tax', '2025-01-01', 1],
  ['beta', 'trade', '2025-01-01', 2],
  ['beta', 'ban', '2025-01-01', 1],
  ['beta', 'levy', '2025-01-01', -2],
  ['gamma', 'tax', '2025-01-01', -1],
];

describe('the network of congruence', () => {
  it('is what can be counted by hand: congruence, conflict, subtraction, and over the mean activity', () => {
    const { edges, of } = network(stated);
    expect(edges).toHaveLength(3);
    expect(of('alpha beta')).toMatchObject({ same: ['ban', 'tax'], opposite: ['trade'], subtraction: 1, activity: [3, 4] });
    expect(of('alpha beta')?.normalised).toBeCloseTo(1 / 3.5, 12);
    expect(of('alpha gamma')).toMatchObject({ same: [], opposite: ['tax'], subtraction: -1, normalised: -1 / 2 });
    expect(of('beta gamma')).toMatchObject({ same: [], opposite: ['tax'], subtraction: -1, normalised: -1 / 2.5 });
  });

  it('leaves out a stance that takes no side, and those that share no issue', () => {
    const { edges } = network([...stated.slice(0, 1), ['beta', 'tax', '2025-01-01', 0], ['gamma', 'ban', '2025-01-01', 2]]);
    expect(edges).toEqual([]);
  });

  it('compares on issues alone where a record has them, else on all third actors', () => {
    const lines: Line[] = [['a', 'c', '2025-01-01', 2], ['b', 'c', '2025-01-01', 2], ['a', 'tax', '2025-01-01', 2], ['b', 'tax', '2025-01-01', -2]]; // prettier-ignore
    expect(network(lines).of('a b')).toMatchObject({ same: [], opposite: ['tax'] });
    const without = network(lines, {});
    expect(hasIssues(without.running)).toBe(false);
    expect(without.of('a b')).toMatchObject({ same: ['c'], opposite: ['tax'], subtraction: 0, normalised: 0 });
  });

  it('counts nothing that the two say of each other or of themselves', () => {
    const { edges } = network([['a', 'b', '2025-01-01', 2], ['b', 'b', '2025-01-01', 2], ['b', 'a', '2025-01-01', 1], ['a', 'a', '2025-01-01', 1]], {}); // prettier-ignore
    expect(edges).toEqual([]);
  });

  it('lies between -1 and 1; turning every score turns its sign; full agreement on the same issues is 1', () => {
    const lines = fc.uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('tax', 'trade', 'ban', 'levy'), fc.integer({ min: -2, max: 2 })), { selector: ([who, what]) => `${who} ${what}`, minLength: 2, maxLength: 12 }); // prettier-ignore
    const of = (given: readonly (readonly [string, string, number])[], turn: 1 | -1) =>
      network(given.map(([who, what, score]): Line => [who, what, '2025-01-01', turn * score])).edges;
    fc.assert(
      fc.property(lines, (given) => {
        const [plain, other] = [of(given, 1), of(given.map(([who, what, score]) => [who, what, who === 'a' ? -score : score]), 1)]; // prettier-ignore
        expect(of(given, -1)).toEqual(plain);
        for (const { pair, normalised, subtraction } of plain) {
          expect(Math.abs(normalised)).toBeLessThanOrEqual(1);
          const turned = other.find((edge) => edge.pair === pair);
          expect(Math.abs((turned?.subtraction ?? NaN) - (pair.includes('a') ? -subtraction : subtraction))).toBe(0);
        }
      }),
      { numRuns: 40 },
    );
    const both: Line[] = ['x', 'y'].flatMap((who): Line[] => [[who, 'tax', '2025-01-01', 2], [who, 'ban', '2025-01-01', -1]]); // prettier-ignore
    expect(network(both).of('x y')?.normalised).toBe(1);
  });
});
