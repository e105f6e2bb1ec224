import { distance } from 'fastest-levenshtein';

/** Lower case without marks, so that `Łukaszenka` and `lukaszenka` are near; letters that do not decompose are mapped by hand. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[łøđħı]/g, (letter) => ({ ł: 'l', ø: 'o', đ: 'd', ħ: 'h' })[letter] ?? 'i')
    .replaceAll('ß', 'ss')
    .replaceAll('æ', 'ae')
    .replaceAll('œ', 'oe');
}

/** A slug (lower-case Latin letters, digits, hyphens) near a text; empty where the text has no Latin letter or digit. */
export function slugOf(text: string): string {
  return fold(text)
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

/**
 * The candidate nearest to a text by edit distance (Levenshtein 1966), or null where none is within a third of its length: a far
 * suggestion misleads more than none.
 */
export function nearest(text: string, candidates: Iterable<string>): string | null {
  const wanted = fold(text);
  let best: string | null = null;
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - wanted.length) >= least) continue;
    const far = distance(wanted, fold(candidate));
    if (far < least) {
      least = far;
      best = candidate;
      if (far === 0) break;
    }
  }
  return best;
}
