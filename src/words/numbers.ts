import { plural } from './counts';

/** Numbers as they are printed: a true minus (U+2212), a fixed number of decimals, no locale of the machine. */

const MINUS = '\u2212';

/** A number to `digits` decimals: `0.45`, `−0.45`; what rounds to nought has no sign. */
export function decimal(value: number, digits = 2): string {
  const text = Math.abs(value).toFixed(digits);
  return value < 0 && Number(text) !== 0 ? `${MINUS}${text}` : text;
}

/** A number for a drawing, a file or a formula that a program reads: a plain hyphen before it, a fixed number of decimals. */
export function plainNumber(value: number, digits: number): string {
  return value.toFixed(digits);
}

/** A score as printed: always with its sign, to `digits` decimals; `0.0` for what rounds to nought; null is `not covered`. */
export function signed(value: number | null, digits = 1): string {
  if (value === null) return 'not covered';
  const text = decimal(value, digits);
  return value > 0 && Number(text) !== 0 ? `+${text}` : text;
}

/** A sign alone: `+`, `−`; `0` for neither. */
export function signMark(sign: number): string {
  return sign > 0 ? '+' : sign < 0 ? MINUS : '0';
}

/** A share from 0 to 1 in per cent: `45%`, with `digits` decimals `45.2%`. */
export function percent(share: number, digits = 0): string {
  return `${decimal(100 * share, digits)}%`;
}

/** Both ends of an interval: `0.12 to 0.45`. */
export function intervalWords(interval: readonly [number, number], digits = 2): string {
  return `${decimal(interval[0], digits)} to ${decimal(interval[1], digits)}`;
}

/** The same for scores, each with its sign: `−0.60 to +0.50`. */
export function scoreInterval(interval: readonly [number, number], digits = 2): string {
  return `${signed(interval[0], digits)} to ${signed(interval[1], digits)}`;
}

/** Probabilities are written without the nought before the point, as the APA has it (Publication Manual, 7th ed., 6.36). */
function chance(value: number, digits: number): string {
  const text = value.toFixed(digits);
  return text.startsWith('0.') ? text.slice(1) : text;
}

function probability(name: string, value: number): string {
  if (value < 0.0005) return `${name} < .001`;
  return `${name} = ${chance(value, value < 0.0995 ? 3 : 2)}`;
}

/**
 * A p value: `p = .021`, `p = .26`, `p < .001`.
 *
 * @param p from 0 to 1
 * @param shuffles of a permutation test: where no shuffle did as well, `p ≤ .001` is all that 999 of them can tell
 */
export function pWords(p: number, shuffles?: number): string {
  if (shuffles !== undefined) {
    const least = 1 / (shuffles + 1);
    const digits = Math.max(1, Math.ceil(-Math.log10(least) - 1e-9));
    if (p <= least * 1.0001) return `p ≤ ${chance(Math.ceil(least * 10 ** digits - 1e-9) / 10 ** digits, digits)}`;
  }
  return probability('p', p);
}

/** A false discovery rate: `q = .05`, `q < .001`. */
export function qWords(q: number): string {
  return probability('q', q);
}

/** A chance as something to count: `2 of 100`, `fewer than 1 of 100`. */
export function ofHundred(share: number): string {
  const n = Math.round(100 * share);
  return n === 0 && share > 0 ? 'fewer than 1 of 100' : `${n} of 100`;
}

/** `312 bytes`, `312 kB`, `4.6 MB`. */
export function sizeWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} ${plural(bytes, { one: 'byte', other: 'bytes' })}`;
  return bytes < 999_500 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${decimal(bytes / 1e6, 1)} MB`;
}
