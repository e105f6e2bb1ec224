import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alikeness } from './alike';
import { signedGraph } from './signs';

describe('the order of those who stand alike', () => {
  it('parts the camps of a balanced graph', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 6, maxLength: 24 }), (sides) => {
        const pairs = sides.flatMap((side, a) =>
          sides.flatMap((other, b) => (a < b ? [[a, b, side === other ? 1 : -1] as const] : [])),
        );
        const values = alikeness(signedGraph(sides.length, pairs));
        sides.forEach((side, node) => expect(Math.sign(values[node]!)).toBe(side === sides[0] ? 1 : -1));
      }),
    );
  });

  it('leaves apart those without a sign, and what little goes against the camps', () => {
    const values = alikeness(
      signedGraph(6, [
        [0, 1, 1],
        [1, 2, 1],
        [0, 2, 1],
        [3, 4, 1],
        [0, 3, -1],
        [1, 4, -1],
        [2, 3, 1],
      ]),
    );
    expect([0, 1, 2].every((node) => values[node]! > 0)).toBe(true);
    expect([3, 4].every((node) => values[node]! < 0)).toBe(true);
    expect(Math.abs(values[5]!)).toBeLessThan(1e-6);
  });
});
