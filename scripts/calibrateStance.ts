/**
 * How often the 90 % interval of a running stance, and of the gap of two, holds the true mean, and how wide it is: by simulation, from a
 * stated seed. `npm run calibrate -- stance` prints the tables that docs/method.md quotes.
 */
import { seeded, type Random } from '../src/analysis/random';
import { gapInterval } from '../src/analysis/stance/gap';
import { gradeInterval, GRADES } from '../src/analysis/stance/interval';

/** Shares of the grades from -2 to +2. */
const TRUTHS: Record<string, readonly number[]> = {
  uniform: [0.2, 0.2, 0.2, 0.2, 0.2],
  middling: [0.05, 0.2, 0.5, 0.2, 0.05],
  skewed: [0.55, 0.25, 0.12, 0.06, 0.02],
  bimodal: [0.45, 0.05, 0, 0.05, 0.45],
  'two ends': [0.5, 0, 0, 0, 0.5],
  concentrated: [0.02, 0.9, 0.05, 0.02, 0.01],
  'at an end': [0.9, 0.08, 0.02, 0, 0],
  'rare outburst': [0.05, 0, 0, 0, 0.95],
};

/** Effective rows: from, up to. */
const BINS: readonly (readonly [number, number])[] = [
  [1, 1],
  [1, 2],
  [2, 4],
  [4, 8],
  [8, 12],
  [12, 20],
  [20, 40],
];

const DRAWS = 1000;

const meanOf = (shares: readonly number[]) => shares.reduce((sum, share, k) => sum + share * GRADES[k]!, 0);

function drawGrade(shares: readonly number[], at: number): number {
  let sum = 0;
  for (let k = 0; k < 4; k++) {
    sum += shares[k]!;
    if (at < sum) return k;
  }
  return 4;
}

/** Weights of rows that came in at random times, the newest 1, as a running stance with decay weighs them; and their effective number. */
function drawWeights([least, most]: readonly [number, number], random: Random): { weights: number[]; effective: number } {
  if (most === 1) return { weights: [1], effective: 1 };
  for (;;) {
    // A steady stream of r rows a half-life has about 2 r / ln 2 effective rows; short streams have fewer.
    const rate = (Math.LN2 / 2) * (least + (most - least) * random()) * (0.5 + random());
    const rows = 2 + Math.floor(random() * (6 * rate + 3));
    const weights: number[] = [];
    let age = 0;
    for (let i = 0; i < rows; i++) {
      weights.push(2 ** -age);
      age -= Math.log(1 - random()) / Math.max(rate, 0.2);
    }
    const sum = weights.reduce((all, w) => all + w, 0);
    const effective = sum ** 2 / weights.reduce((all, w) => all + w * w, 0);
    if (effective > least && effective <= most) return { weights, effective };
  }
}

function countsOf(grades: readonly number[], weights: readonly number[], effective: number): number[] {
  const counts = [0, 0, 0, 0, 0];
  const sum = weights.reduce((all, w) => all + w, 0);
  grades.forEach((grade, i) => (counts[grade]! += (weights[i]! / sum) * effective));
  return counts;
}

interface Cell {
  coverage: number;
  width: number;
}

type Draw = (shares: readonly number[], n: number, random: Random) => number[];

const independent: Draw = (shares, n, random) => Array.from({ length: n }, () => drawGrade(shares, random()));

/** Grades whose ranks follow a first-order autoregression in the order of the rows (a Gaussian copula). */
const autoregressive =
  (rho: number): Draw =>
  (shares, n, random) => {
    let z = normal(random);
    return Array.from({ length: n }, (_, i) => {
      if (i > 0) z = rho * z + Math.sqrt(1 - rho * rho) * normal(random);
      return drawGrade(shares, normalCdf(z));
    });
  };

const normal = (random: Random) => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** Abramowitz and Stegun 26.2.17, right to 1e-7. */
function normalCdf(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const tail =
    (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) *
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return z > 0 ? 1 - tail : tail;
}

function stanceCell(shares: readonly number[], bin: readonly [number, number], draw: Draw, random: Random): Cell {
  const mean = meanOf(shares);
  let held = 0;
  let width = 0;
  for (let d = 0; d < DRAWS; d++) {
    const { weights, effective } = drawWeights(bin, random);
    const [low, high] = gradeInterval(countsOf(draw(shares, weights.length, random), weights, effective));
    if (low <= mean + 1e-9 && mean <= high + 1e-9) held++;
    width += high - low;
  }
  return { coverage: held / DRAWS, width: width / DRAWS };
}

/** Two holders with truths of their own; whether the interval of the gap holds the difference of the means. */
function gapCell(bin: readonly [number, number], random: Random): Cell {
  const names = Object.keys(TRUTHS);
  const pick = () => TRUTHS[names[Math.floor(random() * names.length)]!]!;
  let held = 0;
  let width = 0;
  for (let d = 0; d < DRAWS; d++) {
    const [a, b] = [pick(), pick()].map((shares) => {
      const { weights, effective } = drawWeights(bin, random);
      const counts = countsOf(independent(shares, weights.length, random), weights, effective);
      const value = counts.reduce((sum, count, k) => sum + count * GRADES[k]!, 0) / effective;
      return { mean: meanOf(shares), value, interval: gradeInterval(counts) };
    }) as [
      { mean: number; value: number; interval: [number, number] },
      { mean: number; value: number; interval: [number, number] },
    ];
    const { low, high } = gapInterval(a, b);
    const gap = Math.abs(a.mean - b.mean);
    if (low <= gap + 1e-9 && gap <= high + 1e-9) held++;
    width += high - low;
  }
  return { coverage: held / DRAWS, width: width / DRAWS };
}

const binName = ([least, most]: readonly [number, number]) => (least === most ? `${least}` : `${least} to ${most}`);
const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
const figure = ({ coverage, width }: Cell) => `${coverage.toFixed(2)} (${width.toFixed(1)})`;

/** The tables as lines of Markdown. Some twenty seconds. */
export function calibrateStance(print: (line: string) => void = console.log): void {
  const random = seeded(2026);
  const names = Object.keys(TRUTHS);
  print('The 90 % interval of a running stance: share of draws in which it holds the true mean (mean width in grades, of 4).');
  print(`Rows at random times, weighted by decay; ${DRAWS} draws a cell.`);
  print('');
  print(row(['Effective rows', ...names, 'least', 'mean width']));
  print(row(['---', ...names.map(() => '---'), '---', '---']));
  for (const bin of BINS) {
    const cells = names.map((name) => stanceCell(TRUTHS[name]!, bin, independent, random));
    const least = Math.min(...cells.map(({ coverage }) => coverage));
    const width = cells.reduce((sum, cell) => sum + cell.width, 0) / cells.length;
    print(row([binName(bin), ...cells.map(figure), least.toFixed(2), width.toFixed(2)]));
  }
  print('');
  print(
    'The same where rows hang together in time (autoregression in the order of the rows), mean over the eight distributions, and least:',
  );
  print('');
  print(row(['Effective rows', 'independent', '0.3', '0.5']));
  print(row(['---', '---', '---', '---']));
  for (const bin of BINS.slice(1)) {
    const cells = [0, 0.3, 0.5].map((rho) => {
      const found = names.map((name) => stanceCell(TRUTHS[name]!, bin, rho === 0 ? independent : autoregressive(rho), random));
      const coverage = found.map((cell) => cell.coverage);
      return `${(coverage.reduce((sum, c) => sum + c, 0) / coverage.length).toFixed(2)}, least ${Math.min(...coverage).toFixed(2)}`;
    });
    print(row([binName(bin), ...cells]));
  }
  print('');
  print('The 90 % interval of the gap of two holders, each of a distribution of its own (mean width in grades, of 4):');
  print('');
  print(row(['Effective rows of each', 'coverage (width)']));
  print(row(['---', '---']));
  for (const bin of BINS) print(row([binName(bin), figure(gapCell(bin, random))]));
}
