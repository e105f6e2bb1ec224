/**
 * How long to draw. A Monte Carlo p value comes near to what all draws would give, and near is not enough where it stands beside a level:
 * two readers with two seeds could then see two answers. So drawing goes on until the level lies outside a confidence sequence for p, that
 * is, an interval that holds at every number of draws at once.
 */

/** Chance, over all numbers of draws together, that the draws put p on the wrong side of the level. */
export const RISK = 0.001;

/**
 * Whether the draws tell on which side of `level` the p value lies: the level is outside Robbins's confidence sequence for it (1970, Annals
 * of Mathematical Statistics 41), `{p : (m + 1) C(m, s) p^s (1 - p)^(m - s) > risk}`, as Ding, Gandy and Hahn (2020, Computational
 * Statistics 35) use it for Monte Carlo tests.
 *
 * @param extreme draws that did as well, s
 * @param draws all draws so far, m
 */
export function isSettled(extreme: number, draws: number, level: number, risk = RISK): boolean {
  const chance = logChoose(draws, extreme) + extreme * Math.log(level) + (draws - extreme) * Math.log1p(-level);
  return Math.log(draws + 1) + chance <= Math.log(risk);
}

/** Logarithm of the binomial coefficient, by Stirling's series for the factorials: good to 1e-9 from 8 up, exact below. */
export function logChoose(n: number, k: number): number {
  return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
}

function logFactorial(n: number): number {
  if (n < 8) {
    let product = 1;
    for (let i = 2; i <= n; i++) product *= i;
    return Math.log(product);
  }
  const x = n + 1;
  const inverse = 1 / (x * x);
  return (
    (x - 0.5) * Math.log(x) -
    x +
    0.5 * Math.log(2 * Math.PI) +
    (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse / 1680))) / x
  );
}
