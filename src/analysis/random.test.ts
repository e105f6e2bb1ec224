import { expect, it } from 'vitest';
import { below, seeded, seedOf, shuffle } from './random';
import { syntheticRecord } from '../testing/synthetic';

it('is the same for the same seed and differs between seeds', () => {
  const draw = (seed: number) => Array.from({ length: 5 }, seeded(seed));
  expect(draw(7)).toEqual(draw(7));
  expect(draw(7)).not.toEqual(draw(8));
});

it('spreads evenly: chi-square over 20 cells of 100,000 draws stays in its middle 99.8 per cent', () => {
  for (const seed of [0, 1, 42, 0xffffffff]) {
    const random = seeded(seed);
    const cells = new Uint32Array(20);
    for (let i = 0; i < 100_000; i++) cells[below(random, 20)]!++;
    const chi = cells.reduce((sum, count) => sum + (count - 5000) ** 2 / 5000, 0);
    expect(chi).toBeGreaterThan(5.4);
    expect(chi).toBeLessThan(43.8);
  }
});

it('shuffles into every order equally often', () => {
  const random = seeded(3);
  const count = new Map<string, number>();
  for (let i = 0; i < 12_000; i++) {
    const deck = [1, 2, 3];
    shuffle(deck, random);
    count.set(deck.join(''), (count.get(deck.join('')) ?? 0) + 1);
  }
  expect(count.size).toBe(6);
  for (const times of count.values()) expect(Math.abs(times - 2000)).toBeLessThan(160);
});

it('gives named things seeds of their own', () => {
  expect(seedOf(1, 'x y')).not.toBe(seedOf(1, 'y x'));
  expect(seedOf(1, 'x y')).not.toBe(seedOf(2, 'x y'));
});

it('makes up sound records of the size asked for', () => {
  const record = syntheticRecord({ stances: 200, actors: 9, ties: 5 });
  expect(record.faults.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect([record.stances.n, record.actors.length, record.ties.length, record.coders]).toEqual([200, 9, 5, ['a', 'b']]);
  expect(syntheticRecord({ stances: 200, actors: 9, ties: 5 })).toEqual(record);
});
