import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { live, onceStill, same, steady } from './live.svelte';

describe('same content', () => {
  const plain = fc.jsonValue().filter((value) => !JSON.stringify(value).includes('-0'));

  it('is what JSON would write alike, in whatever order the fields stand', () => {
    const sorted = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(sorted);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, of]) => [name, sorted(of)])); // prettier-ignore
    };
    const text = (value: unknown) => JSON.stringify(sorted(value));
    fc.assert(fc.property(plain, plain, (a, b) => same(a, b) === (text(a) === text(b))));
    fc.assert(fc.property(plain, (a) => same(a, structuredClone(a))));
  });

  it.each([
    ['a list and an object', [], {}],
    ['nothing and an empty list', null, []],
    ['a missing field and one that is not there', { a: undefined }, {}],
    ['two lists of which one begins the other', [1], [1, 2]],
    ['a set and a list', new Set([1]), [1]],
    ['two sets', new Set([1, 2]), new Set([1, 3])],
    ['a set within another', new Set([1]), new Set([1, 2])],
    ['a map and an object', new Map([['a', 1]]), { a: 1 }],
    ['two maps', new Map([['a', [1]]]), new Map([['a', [2]]])],
    ['a map within another', new Map([['a', 1]]), new Map([['a', 1], ['b', 2]])], // prettier-ignore
  ])('is not had by %s', (_, a, b) => {
    expect([same(a, b), same(b, a)]).toEqual([false, false]);
  });

  it('is had by sets and maps of the same, by no number and itself', () => {
    expect(same(new Set(['a', 'b']), new Set(['b', 'a']))).toBe(true);
    expect(same(new Map([['a', [1]]]), new Map([['a', [1]]]))).toBe(true);
    expect(same(NaN, NaN)).toBe(true);
  });
});

describe('a steady value', () => {
  it('is the same object until its content changes', () => {
    const { view, set } = live({ at: 1, names: ['a'] });
    const found = steady(() => ({ late: view.at > 5, names: view.names }));
    const first = found.now;
    set({ at: 2 });
    expect(found.now).toBe(first);
    set({ at: 6 });
    expect(found.now).toEqual({ late: true, names: ['a'] });
  });
});

describe('a value that waits for the hand to be still', () => {
  it('is made at once, not while the hand moves, and anew once it is still', () => {
    const { view, set } = live({ at: 1, moving: true });
    const value = onceStill(
      () => view.moving,
      () => view.at,
    );
    expect(value.now).toBe(1);
    set({ at: 2 });
    expect(value.now).toBe(1);
    set({ at: 3, moving: false });
    expect(value.now).toBe(3);
    set({ at: 4 });
    expect(value.now).toBe(4);
  });
});
