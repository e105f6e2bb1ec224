/** A stream of numbers in [0, 1), the same for the same seed on every machine: every interval and p value can be had again. */
export type Random = () => number;

/**
 * sfc32 by Chris Doty-Humphrey (PractRand 0.95): 128 bits of state, period at least 2^32, passes PractRand and BigCrush.
 * @param seed any whole number; its low 32 bits count
 */
export function seeded(seed: number): Random {
  let a = 0;
  let b = seed | 0;
  let c = (seed ^ 0x9e3779b9) | 0;
  let counter = 1;
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return (sum >>> 0) / 4294967296;
  };
  for (let i = 0; i < 15; i++) next();
  return next;
}

/** A whole number from 0 up to and excluding `n` (n above 0). */
export function below(random: Random, n: number): number {
  return Math.floor(random() * n);
}

/** Shuffles `values` in place, every order equally likely (Fisher and Yates; Durstenfeld 1964). */
export function shuffle(values: Float64Array | number[], random: Random): void {
  for (let i = values.length - 1; i > 0; i--) {
    const j = below(random, i + 1);
    const kept = values[i]!;
    values[i] = values[j]!;
    values[j] = kept;
  }
}

/**
 * A seed of its own for a named thing, so that its random numbers stay the same when other things are added or reordered.
 * FNV-1a, 32 bits (Fowler, Noll and Vo).
 */
export function seedOf(seed: number, name: string): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let i = 0; i < name.length; i++) {
    hash ^= name.charCodeAt(i);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
}
