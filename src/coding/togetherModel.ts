import { codingMessages } from '../words/messages/coding';
import { list } from '../words/names';
import { signed } from '../words/numbers';
import type { ClassCell } from './results';

/** Who gave which grade, from the lowest up: `−1: anna and ben; +1: olga; cannot say: tom`. */
export function givenWords(given: ClassCell['given']): string {
  const by = new Map<number | null, string[]>();
  for (const { coder, score } of given) by.set(score, [...(by.get(score) ?? []), coder]);
  return [...by]
    .sort(([a], [b]) => (a ?? Infinity) - (b ?? Infinity))
    .map(([score, coders]) => `${score === null ? codingMessages.cannotSay : signed(score, 0)}: ${list(coders)}`)
    .join('; ');
}
