import { distance } from 'fastest-levenshtein';
import { fold } from './fold';

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
