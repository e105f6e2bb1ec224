import { fold } from '../record/fold';

/** Where the typed words stand in a text: the search finds whole rows, this shows the place. */

/** A stretch of text, and whether it is a hit. */
export interface Part {
  text: string;
  hit: boolean;
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** The typed words, folded; one letter alone marks nothing. */
export function termsOf(query: string): string[] {
  return (fold(query).match(WORD) ?? []).filter((term) => term.length > 1);
}

/**
 * The text cut at its hits: words that begin with a typed word, or that the search matched otherwise.
 *
 * @param matched folded words, as in `terms` of a search hit
 */
export function hitParts(text: string, query: string, matched: readonly string[] = []): Part[] {
  const terms = termsOf(query);
  const parts: Part[] = [];
  let from = 0;
  if (terms.length > 0 || matched.length > 0) {
    for (const match of text.matchAll(WORD)) {
      const word = fold(match[0]);
      if (!matched.includes(word) && !terms.some((term) => word.startsWith(term))) continue;
      if (match.index > from) parts.push({ text: text.slice(from, match.index), hit: false });
      parts.push({ text: match[0], hit: true });
      from = match.index + match[0].length;
    }
  }
  if (from < text.length) parts.push({ text: text.slice(from), hit: false });
  return parts;
}

/** About `length` letters of a text around its first hit, cut between words; the ends say that there is more. */
export function excerpt(text: string, query: string, matched: readonly string[] = [], length = 140): string {
  if (text.length <= length) return text;
  let place = 0;
  const parts = hitParts(text, query, matched);
  for (const part of parts.some(({ hit }) => hit) ? parts : []) {
    if (part.hit) break;
    place += part.text.length;
  }
  let from = Math.max(0, Math.min(place - Math.floor(length / 3), text.length - length));
  if (from > 0) from = text.indexOf(' ', from) + 1;
  let to = Math.min(text.length, from + length);
  if (to < text.length) to = Math.max(from + 1, text.lastIndexOf(' ', to));
  return `${from > 0 ? '… ' : ''}${text.slice(from, to)}${to < text.length ? ' …' : ''}`;
}
