/** Grades of the score, lowest first: what a stance is a mean of. */
export const GRADES = [-2, -1, 0, 1, 2] as const;

/** How much of what was seen stands at each grade, in the order of GRADES; the sum is the number of observations, whole or not. */
export type GradeCounts = ArrayLike<number>;

/** Share of the posterior that an interval holds. */
export const LEVEL = 0.9;

/**
 * Rows whose grade is left open: the interval must hold whatever grade this much more of the record would have had. With one, two grades
 * give the exact interval of Clopper and Pearson.
 */
export const OPEN_ROWS = 1;

/**
 * The interval of the mean of five ordered grades, from the counts seen. The counts are taken for multinomial, the prior for a Dirichlet
 * of strength OPEN_ROWS that may sit on any grade, and the interval is the widest over all such priors (the imprecise Dirichlet model:
 * Walley 1996, JRSS B 58). The lower bound is so the 5 % point with one more row of the lowest grade, the upper bound the 95 % point with
 * one more row of the highest: the bound of Gaffke (2005) and Learned-Miller and Thomas (2019) for a mean between known ends, which for
 * two grades is that of Clopper and Pearson (1934). It covers at least `level` for independent rows of equal weight, is never of zero
 * width, always holds the observed mean, and where rows are weighted is read at their effective number (Kish 1965).
 *
 * @param counts five counts, 0 or above
 * @param level above 0 and below 1
 * @returns bounds within -2 to +2; the whole scale where nothing was seen
 */
export function gradeInterval(counts: GradeCounts, level = LEVEL): [number, number] {
  const total = sumOf(counts);
  if (total === 0) return [GRADES[0], GRADES[4]];
  const tail = (1 - level) / 2;
  const mean = meanOf(counts) ?? 0;
  const open = (grade: number) => GRADES.map((_, k) => counts[k]! + (k === grade ? OPEN_ROWS : 0));
  return [Math.min(mean, meanQuantile(open(0), tail)), Math.max(mean, meanQuantile(open(4), 1 - tail))];
}

const sumOf = (counts: GradeCounts) => Array.from(counts).reduce((sum, count) => sum + count, 0);

function meanOf(counts: GradeCounts): number | null {
  const total = sumOf(counts);
  return total === 0 ? null : GRADES.reduce<number>((sum, grade, k) => sum + grade * counts[k]!, 0) / total;
}

/** Nodes and weights of Gauss and Legendre's rule on [0, 1]. */
function gaussLegendre(n: number): { node: Float64Array; weight: Float64Array } {
  const node = new Float64Array(n);
  const weight = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let z = Math.cos((Math.PI * (i + 0.75)) / (n + 0.5));
    let slope = 1;
    for (let step = 0; step < 20; step++) {
      let value = 1;
      let before = 0;
      for (let j = 0; j < n; j++) [value, before] = [((2 * j + 1) * z * value - j * before) / (j + 1), value];
      slope = (n * (z * value - before)) / (z * z - 1);
      const move = value / slope;
      z -= move;
      if (Math.abs(move) < 1e-15) break;
    }
    node[i] = (1 - z) / 2;
    weight[i] = 1 / ((1 - z * z) * slope * slope);
  }
  return { node, weight };
}

const RULE = gaussLegendre(64);

/**
 * How likely the mean of the grades is at most `t` when the shares of the grades are Dirichlet with these parameters. A Dirichlet is a set
 * of gammas over their sum, so the mean is at most t where a weighted sum of gammas is at most 0; its distribution is had by inverting the
 * characteristic function (Gil-Pelaez 1951; Imhof 1961). Right to 1e-4 or better for parameters that sum to 1.5 to 200.
 *
 * @param parameters five, 0 or above, at least two of them above 0
 */
export function meanProbability(parameters: GradeCounts, t: number): number {
  if (t <= GRADES[0]) return 0;
  if (t >= GRADES[4]) return 1;
  const parts = GRADES.map((grade, k) => ({ share: parameters[k]!, apart: grade - t })).filter(({ share }) => share > 0);
  const spread = Math.sqrt(parts.reduce((sum, { share, apart }) => sum + share * apart * apart, 0));
  if (spread === 0) return 1;
  let sum = 0;
  for (let i = 0; i < RULE.node.length; i++) {
    const y = RULE.node[i]!;
    // The half line as [0, 1): far out the integrand falls as a power, which this map makes smooth.
    const u = y / (1 - y);
    let angle = 0;
    let log = 0;
    for (const { share, apart } of parts) {
      const v = (u * apart) / spread;
      angle += share * Math.atan(v);
      log += share * Math.log1p(v * v);
    }
    sum += ((RULE.weight[i]! / (1 - y) ** 2) * Math.sin(angle) * Math.exp(-log / 2)) / u;
  }
  return Math.min(1, Math.max(0, 0.5 - sum / Math.PI));
}

/** The `q` quantile of that mean, right to a thousandth of a grade (false position with halving: Dowell and Jarratt 1971). */
export function meanQuantile(parameters: GradeCounts, q: number): number {
  const held = GRADES.filter((_, k) => parameters[k]! > 0);
  let low: number = held[0] ?? GRADES[0];
  let high: number = held[held.length - 1] ?? GRADES[4];
  if (low === high) return low;
  let below = -q;
  let above = 1 - q;
  let side = 0;
  for (let step = 0; step < 60 && high - low > 1e-3; step++) {
    // Now and then the middle, so that a flat end cannot hold the search up.
    const t = step % 4 === 3 ? (low + high) / 2 : (low * above - high * below) / (above - below);
    const at = meanProbability(parameters, t) - q;
    if (Math.abs(at) < 1e-6) return t;
    if (at < 0) {
      low = t;
      below = at;
      if (side === -1) above /= 2;
      side = -1;
    } else {
      high = t;
      above = at;
      if (side === 1) below /= 2;
      side = 1;
    }
  }
  return (low + high) / 2;
}
