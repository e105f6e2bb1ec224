import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NILE } from '../../testing/publishedSeries';
import { seeded, type Random } from '../random';
import { HANSEN_90, studentPoint, testChange } from './changeTest';
import { isSettled, logChoose } from './sequential';
import { changeStatistic, strongestSplit, type Series } from './statistic';

const seriesOf = (scores: readonly number[], every = 3, minSegment = 3): Series => ({
  days: scores.map((_, i) => i * every),
  scores,
  minSegment,
});
const normal = (random: Random) => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
const grade = (value: number) => Math.max(-2, Math.min(2, Math.round(value)));
const noise = (n: number, random: Random, keep = 0): number[] => {
  let value = normal(random);
  return Array.from({ length: n }, (_, i) => {
    value = i === 0 ? value : keep * value + Math.sqrt(1 - keep * keep) * normal(random);
    return grade(value);
  });
};
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('the strongest split', () => {
  it('is the year in which the flow of the Nile fell', () => {
    const split = strongestSplit(seriesOf(NILE));
    expect(split?.at).toBe(28);
    expect(mean(NILE.slice(0, 28))).toBeCloseTo(1097.75, 9);
    expect(mean(NILE.slice(28))).toBeCloseTo(849.9722, 4);
  });

  it('equals the largest between-group sum of squares over all splits, tried one by one', () => {
    const scores = fc.array(fc.integer({ min: -2, max: 2 }), { minLength: 6, maxLength: 30 });
    fc.assert(
      fc.property(scores, fc.integer({ min: 1, max: 3 }), (values, minSegment) => {
        const days = values.map((_, i) => Math.floor(i / 1.5));
        let best = 0;
        for (let k = minSegment; k <= values.length - minSegment; k++) {
          if (days[k - 1] === days[k]) continue;
          const gap = mean(values.slice(0, k)) - mean(values.slice(k));
          best = Math.max(best, ((k * (values.length - k)) / values.length) * gap * gap);
        }
        const found = strongestSplit({ days, scores: values, minSegment });
        if (best < 1e-9) expect(found).toBeNull();
        else {
          expect(found?.strength).toBeCloseTo(best, 9);
          expect(days[found!.at]).not.toBe(days[found!.at - 1]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('parts no day, and leaves no side with fewer than asked', () => {
    const scores = [-2, -2, 2, 2, 2, 2, 2, 2];
    expect(strongestSplit({ days: [1, 2, 2, 3, 4, 5, 6, 7], scores, minSegment: 1 })?.at).not.toBe(2);
    expect(strongestSplit(seriesOf(scores))?.at).toBe(3);
    expect(strongestSplit({ days: [1, 1, 1, 1, 1, 1, 1, 1], scores, minSegment: 3 })).toBeNull();
    expect(strongestSplit(seriesOf([1, 1, 1, 1, 1, 1, 1, 1]))).toBeNull();
  });
});

describe('the statistic', () => {
  it('is the sum of squared cumulative sums over the long-run variance', () => {
    const scores = [1, -1, 1, 0, -1, 2, 0, -2, 1, -1];
    const found = changeStatistic(seriesOf(scores))!.of(Float64Array.from(scores));
    let [sum, squares] = [0, 0];
    scores.forEach((score, i) => {
      sum += score - mean(scores);
      if (i + 1 >= 3 && i + 1 <= 7) squares += sum * sum;
    });
    const sides = [scores.slice(0, found.split), scores.slice(found.split)];
    const residual = sides.reduce((all, side) => all + side.reduce((total, score) => total + (score - mean(side)) ** 2, 0), 0);
    expect(found.residual).toBeCloseTo(residual, 9);
    expect(found.value).toBeCloseTo(squares / 100 / ((residual / 10) * found.inflation), 9);
    expect(found.inflation).toBeGreaterThanOrEqual(1);
  });

  it('reaches a level where its value does, however that is found', () => {
    const random = seeded(4);
    const scores = noise(18, random);
    const statistic = changeStatistic(seriesOf(scores))!;
    const orders = Array.from({ length: 300 }, () => {
      const order = Float64Array.from(scores);
      for (let i = order.length - 1; i > 0; i--) {
        const j = Math.floor(random() * (i + 1));
        [order[i], order[j]] = [order[j]!, order[i]!];
      }
      return order;
    });
    for (const level of [0.02, 0.1, 0.3]) {
      for (const order of orders) expect(statistic.reaches(order, level)).toBe(statistic.of(order).value >= level);
    }
  });

  it('knows dependence for what it is, by order and by date', () => {
    const random = seeded(11);
    const average = (of: 'next' | 'mood', scores: () => number[], days: readonly number[]) =>
      mean(
        Array.from({ length: 80 }, () => {
          const drawn = scores();
          return changeStatistic({ days, scores: drawn, minSegment: 3 })!.of(Float64Array.from(drawn))[of];
        }),
      );
    const days = Array.from({ length: 60 }, (_, i) => i * 6);
    expect(average('next', () => noise(60, random), days)).toBeLessThan(0.12);
    expect(average('next', () => noise(60, random, 0.5), days)).toBeGreaterThan(0.38);
    const moody = () => {
      const fade = Math.exp(-6 / 30);
      let mood = normal(random);
      return days.map(() => {
        mood = fade * mood + Math.sqrt(1 - fade * fade) * normal(random);
        return grade(Math.SQRT1_2 * (mood + normal(random)));
      });
    };
    expect(average('mood', moody, days)).toBeGreaterThan(0.33);
    expect(average('mood', () => noise(60, random), days)).toBeLessThan(0.12);
  });

  it('reads the order of the scores and no other: a series turned round has the same strength and size of sums', () => {
    const scores = noise(24, seeded(3));
    const there = changeStatistic(seriesOf(scores))!.of(Float64Array.from(scores));
    const back = [...scores].reverse();
    const again = changeStatistic(seriesOf(back))!.of(Float64Array.from(back));
    expect(again.strength).toBeCloseTo(there.strength, 9);
    expect(again.value * again.inflation).toBeCloseTo(there.value * there.inflation, 9);
  });
});

describe('the test', () => {
  it('tells the fall of the Nile from chance, and its year within the interval that is published', () => {
    const scaled = NILE.map((flow) => (flow - 919) / 170);
    const test = testChange({ days: NILE.map((_, i) => i * 365), scores: scaled, minSegment: 3 }, { seed: 1 });
    expect(test?.p).toBeLessThan(0.0005);
    expect(1870 + test!.range[0]).toBeGreaterThanOrEqual(1895);
    expect(1870 + test!.range[1]).toBeLessThanOrEqual(1902);
    expect(test!.interval[1]).toBeLessThan(-0.8);
  });

  it('comes to the share of all orders that do as well, counted one by one', () => {
    const scores = [-1, -1, 0, -2, 1, 1, 2, 0];
    const series = seriesOf(scores, 9);
    const statistic = changeStatistic(series)!;
    const level = statistic.of(Float64Array.from(scores)).value * (1 - 1e-9);
    let [hits, all] = [0, 0];
    const walk = (left: number[], order: number[]) => {
      if (left.length === 0) {
        all++;
        if (statistic.of(Float64Array.from(order)).value >= level) hits++;
      }
      left.forEach((score, i) => {
        if (left.indexOf(score) === i) walk([...left.slice(0, i), ...left.slice(i + 1)], [...order, score]);
      });
    };
    walk(scores, []);
    const { p } = testChange(series, { seed: 1 })!;
    expect(Math.abs(p - hits / all)).toBeLessThan(0.15 * (hits / all));
  });

  it('lies on the same side of 0.05 whatever the seed', () => {
    const random = seeded(21);
    const cases = Array.from({ length: 12 }, () => noise(20, random).map((score, i) => grade(score + (i < 10 ? -0.5 : 0.5))));
    for (const scores of cases) {
      const tests = [1, 2, 3, 4, 5].map((seed) => testChange(seriesOf(scores), { seed, settleOnly: true })!);
      const sides = new Set(tests.filter(({ settled }) => settled).map(({ p }) => p <= 0.05));
      expect(sides.size).toBeLessThanOrEqual(1);
    }
  });

  it('keeps its word on independent scores: about 5 in 100 fall at or below 0.05, and no more than 9 where each leans on the last', () => {
    const random = seeded(8);
    const share = (keep: number) => {
      let below = 0;
      for (let s = 0; s < 300; s++) {
        const test = testChange(seriesOf(noise(24, random, keep), 9), { seed: s, settleOnly: true, most: 2000 });
        if (test && test.p <= 0.05) below++;
      }
      return below / 300;
    };
    expect(share(0)).toBeGreaterThan(0.02);
    expect(share(0)).toBeLessThan(0.08);
    expect(share(0.3)).toBeLessThan(0.13);
  });

  it('makes p exact to a few hundredths where it is small, and stops soon where it is not', () => {
    const turned = [...Array<number>(12).fill(-1), ...Array<number>(12).fill(1)].map((score, i) => (i % 5 === 0 ? 0 : score));
    const sure = testChange(seriesOf(turned), { seed: 1 })!;
    expect([sure.settled, sure.done, sure.draws >= 99_999]).toEqual([true, true, true]);
    const calm = testChange(seriesOf([0, 1, 0, -1, 0, 1, 0, 0, 1, -1, 1, 0]), { seed: 1 })!;
    expect(calm.extreme).toBe(200);
    expect(calm.p).toBe(200 / calm.draws);
    expect(calm.draws).toBeLessThan(4000);
  });

  it('leaves the other side of zero out where it tells the change from chance, and nowhere else', () => {
    const turned = [-1, -1, 0, -1, -2, -1, 0, -1, 1, 0, 1, 1, 0, 1, 2, 1, 0, 1];
    const sure = testChange(seriesOf(turned), { seed: 1 })!;
    expect(sure.p).toBeLessThan(0.05);
    expect(sure.interval[0]).toBeGreaterThanOrEqual(0);
    expect(sure.interval[1]).toBeGreaterThan(1);
    const unsure = testChange(seriesOf([0, 1, 0, -1, 0, 1, 0, 0, 1, -1, 1, 0]), { seed: 1 })!;
    expect(unsure.interval[0]).toBeLessThan(0);
    expect(unsure.interval[1]).toBeGreaterThan(0);
  });

  it('asks for nothing where nothing differs', () => {
    expect(testChange(seriesOf([1, 1, 1, 1, 1, 1, 1, 1]), { seed: 1 })).toBeNull();
    expect(testChange(seriesOf([1, 2, 1, 0]), { seed: 1 })).toBeNull();
  });
});

describe('published points', () => {
  it('Hansen’s 90 % point for the place of a split is 5.94', () => expect(HANSEN_90).toBeCloseTo(5.94, 2));

  it.each([
    [3, 2.353],
    [6, 1.943],
    [14, 1.761],
    [29, 1.699],
    [120, 1.658],
  ])('the 95 %% point of Student’s t with %i degrees of freedom is %f', (df, point) => {
    expect(studentPoint(df)).toBeCloseTo(point, 2);
  });

  it('binomial coefficients are what they are', () => {
    expect(Math.exp(logChoose(10, 3))).toBeCloseTo(120, 6);
    expect(Math.exp(logChoose(52, 5)) / 2_598_960).toBeCloseTo(1, 8);
    expect(Math.exp(logChoose(5, 0))).toBeCloseTo(1, 9);
  });
});

describe('when the side of a level is told', () => {
  it('is by Robbins’s sequence: (m + 1) C(m, s) p^s (1 - p)^(m - s) at most the risk', () => {
    // No hit: (m + 1) 0.95^m falls to 0.001 between 237 and 238 draws.
    const first = Array.from({ length: 400 }, (_, m) => m).find((m) => (m + 1) * 0.95 ** m <= 0.001)!;
    expect(isSettled(0, first, 0.05, 0.001)).toBe(true);
    expect(isSettled(0, first - 1, 0.05, 0.001)).toBe(false);
    expect(isSettled(50, 1000, 0.05, 0.001)).toBe(false);
    expect(isSettled(90, 1000, 0.05, 0.001)).toBe(true);
  });

  it('is hardly ever told where p is the level itself, however long one draws', () => {
    const random = seeded(5);
    let wrong = 0;
    for (let run = 0; run < 400; run++) {
      let hits = 0;
      for (let m = 1; m <= 2000; m++) {
        if (random() < 0.05) hits++;
        if (isSettled(hits, m, 0.05, 0.05)) {
          wrong++;
          break;
        }
      }
    }
    expect(wrong / 400).toBeLessThan(0.05);
  });
});
