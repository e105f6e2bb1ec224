import { expect, test } from 'vitest';
import { excerpt, hitParts } from './hits';

const hits = (text: string, query: string) => hitParts(text, query).flatMap((part) => (part.hit ? [part.text] : []));

test('words that begin with a typed word are marked, accents and case aside', () => {
  expect(hits('Kuźnica and Łódź; kuznice too', 'kuznic łódz')).toEqual(['Kuźnica', 'Łódź', 'kuznice']);
  expect(hits('unreadable', 'read')).toEqual([]);
});

test('the parts put together are the text', () => {
  const text = '“Big deal” — or ёлка, Ĳ and 漢字?';
  expect(
    hitParts(text, 'deal 漢字 елка')
      .map((part) => part.text)
      .join(''),
  ).toBe(text);
});

test('an excerpt shows the hit, says where it is cut, and is a piece of the text', () => {
  const text = `${'word '.repeat(80)}breakthrough ${'more '.repeat(80)}`;
  const cut = excerpt(text, 'breakthrough');
  expect(cut).toContain('breakthrough');
  expect(cut.startsWith('… ')).toBe(true);
  expect(cut.length).toBeLessThan(160);
  expect(text).toContain(cut.slice(2, -2).trim());
});
