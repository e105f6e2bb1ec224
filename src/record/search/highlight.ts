import { fold } from '../fold';

const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/**
 * Where words of a text are among the words that a search matched: pairs of offsets, end exclusive, in order.
 *
 * @param text as it is shown
 * @param terms folded words, as in `terms` of a hit
 */
export function marksIn(text: string, terms: readonly string[]): [number, number][] {
  const wanted = new Set(terms);
  const marks: [number, number][] = [];
  for (const match of text.matchAll(WORD)) {
    if (wanted.has(fold(match[0]))) marks.push([match.index, match.index + match[0].length]);
  }
  return marks;
}
