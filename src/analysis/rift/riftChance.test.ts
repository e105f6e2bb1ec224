import { describe, expect, it } from 'vitest';
import { isoOf, dayOf } from '../../words/calendar';
import { smallRecord, type Line } from '../../testing/smallRecord';
import { ALL, sliceRecord } from '../slice';
import { runStances, type Reading } from '../stance/stance';
import { riftAt } from './rift';
import { chanceOf, keptChance, riftChance } from './riftChance';
import { riftLooks, riftRobustness } from './riftRobustness';
import { seeded } from '../random';

const START = dayOf('2025-01-01');
const at = START + 200;
const mean: Reading = { mode: 'mean', halfLife: 30, from: START };

function of(lines: readonly Line[], reading = mean) {
  const record = smallRecord({ stances: [...lines] });
  const running = runStances(sliceRecord(record, ALL), reading);
  const actor = (id: string) => record.actorIndex.get(id)!;
  return { record, running, rift: riftAt(running, actor('x'), actor('y'), at) };
}

/** Rows of a holder on a target, a day apart. */
const rows = (holder: string, target: string, scores: readonly number[], first = 0): Line[] =>
  scores.map((score, i): Line => [holder, target, isoOf(START + first + i), score]);

describe('what chance shows of a rift', () => {
  it('is all of it where each has one row: who holds which tells nothing', () => {
    const { running, rift } = of([...rows('x', 't', [2]), ...rows('y', 't', [-2], 5), ...rows('x', 'u', [1]), ...rows('y', 'u', [0], 5)]); // prettier-ignore
    const chance = riftChance(running, rift, at)!;
    expect(rift.value).toBe(0.625);
    expect([chance.low, chance.mean, chance.high]).toEqual([0.625, expect.closeTo(0.625, 12), 0.625]);
    expect(chance.p).toBe(1);
  });

  it('has the mean and the p of all deals, counted by hand', () => {
    // Three rows each of +1 and -1, all of x one, all of y the other: of the 20 deals 2 are as wide, and the mean gap is
    // (2 * 2 + 18 * 2/3) / 20 = 0.8 grades.
    const { running, rift } = of([...rows('x', 't', [1, 1, 1]), ...rows('y', 't', [-1, -1, -1], 50)]);
    const chance = riftChance(running, rift, at, { deals: 9999 })!;
    expect(rift.value).toBe(0.5);
    expect(chance.mean).toBeCloseTo(0.2, 2);
    expect(chance.p).toBeCloseTo(0.1, 1);
    expect(Math.abs(chance.p - 0.1)).toBeLessThan(0.01);
    expect([chance.low, chance.high]).toEqual([expect.closeTo(1 / 6, 12), 0.5]);
  });

  it('deals for each third actor alone: scores of one never pass to another', () => {
    const { running, rift } = of([...rows('x', 't', [2, 2, 2]), ...rows('y', 't', [2, 2], 50), ...rows('x', 'u', [-2, -2]), ...rows('y', 'u', [-2, -2, -2], 50)]); // prettier-ignore
    expect(riftChance(running, rift, at)).toMatchObject({ mean: 0, high: 0, p: 1 });
  });

  it('deals the rows of one day as one', () => {
    const day = isoOf(START);
    const same = (holder: string, score: number): Line[] => Array.from({ length: 6 }, (): Line => [holder, 't', day, score]);
    const { running, rift } = of([...same('x', 2), ...same('y', -2)]);
    expect(riftChance(running, rift, at)!.p).toBe(1);
  });

  it('deals the rows of one occasion as one', () => {
    const lines = (occasion: string) => [...rows('x', 't', [2, 2, 2, 2]), ...rows('y', 't', [-2, -2, -2, -2], 50)].map(
      ([holder, target, date, score]): Line => [holder, target, date, score, { occasion: occasion && `${occasion}-${holder}` }],
    ); // prettier-ignore
    const p = (occasion: string) => {
      const { running, rift } = of(lines(occasion));
      return riftChance(running, rift, at)!.p;
    };
    expect(p('talk')).toBe(1);
    expect(p('')).toBeLessThan(0.06);
  });

  it('calls about one in twenty wide where there is no difference', () => {
    const random = seeded(11);
    let wide = 0;
    for (let i = 0; i < 120; i++) {
      const score = () => Math.floor(random() * 5) - 2;
      const some = (n: number) => Array.from({ length: n }, score);
      const { running, rift } = of(
        ['t', 'u', 'v'].flatMap((target) => [...rows('x', target, some(7)), ...rows('y', target, some(5), 20)]),
        { ...mean, mode: 'decay' },
      );
      if (riftChance(running, rift, at, { deals: 199, seed: i })!.p <= 0.05) wide++;
    }
    expect(wide).toBeLessThanOrEqual(12);
    expect(wide).toBeGreaterThan(0);
  });

  it('is the same for the same seed, and dealt once for the same rows', () => {
    const { running, rift } = of([...rows('x', 't', [1, 2, -1]), ...rows('y', 't', [-1, 0, 1], 3)]);
    expect(riftChance(running, rift, at)).toEqual(riftChance(running, rift, at));
    expect(keptChance(running, rift, at)).toBeUndefined();
    const chance = chanceOf(running, rift, at);
    expect(keptChance(running, rift, at + 30)).toBe(chance);
    expect(chanceOf(running, riftAt(running, rift.a, rift.b, START + 4), START + 4)).not.toBe(chance);
    expect(riftChance(running, { ...rift, targets: [] }, at)).toBeNull();
  });
});

describe('whether a rift stays the widest', () => {
  const record = smallRecord({
    stances: [
      ...rows('x', 't', [2, 2]), ...rows('y', 't', [-2, -2]), ...rows('x', 'u', [2, 2]), ...rows('y', 'u', [-1, -1]),
      ...rows('z', 't', [1, 1]), ...rows('z', 'u', [1, 1]), ...rows('w', 't', [2]), ...rows('w', 'u', [-2]),
    ],
    ties: [['x;y', 'alliance', '1', '2020', ''], ['x;z', 'alliance', '1', '2020', ''], ['w;y', 'treaty', '1', '2020', '']],
  }); // prettier-ignore
  const slice = sliceRecord(record, ALL);
  const reading: Reading = { mode: 'decay', halfLife: 30, from: START };
  const actor = (id: string) => record.actorIndex.get(id)!;
  const looks = (set: 'close' | 'any', a: string, b: string) =>
    riftRobustness(riftLooks(slice, reading, { a: actor(a), b: actor(b) }, { from: START, at, set }).map((look) => look()));

  it('is asked among the pairs of the same set of ties as the list', () => {
    const close = looks('close', 'x', 'y');
    expect(close.checks.find(({ what }) => what === 'with a half-life of 60 days')).toMatchObject({ survives: true, numbers: expect.stringContaining('place 1 of 2') as string }); // prettier-ignore
    expect(looks('any', 'y', 'x').checks.at(-1)!.numbers).toContain('of 3');
    expect(close.words).toBe(`The rift stays the widest in ${close.held} of ${close.checks.length} checks${close.held === close.checks.length ? '.' : close.words.slice(close.words.indexOf('; not'))}`); // prettier-ignore
  });

  it('fails where another is wider, and says which look failed', () => {
    const found = looks('close', 'x', 'z');
    expect(found.held).toBe(0);
    expect(found.words).toMatch(/^The rift stays the widest in 0 of \d+ checks; not .*place 2 of 2/);
  });
});
