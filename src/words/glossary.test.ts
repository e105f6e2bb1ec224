import { expect, test } from 'vitest';
import { explained, meaningOf } from './glossary';

const LEAD =
  'Up to 5 November, 20 of 26 rows on 20 occasions were critical; since then 8 of 11 rows on 8 occasions are not. The change, +1.09 (90% interval 0.0 to +2.0), (p = .038; among the 13 pairs tested q = .49).';

test('the words of a sentence that can be opened are found, each once, and nothing of the sentence is lost', () => {
  const pieces = explained(LEAD);
  expect(pieces.map(({ text }) => text).join('')).toBe(LEAD);
  expect(pieces.filter(({ term }) => term !== null)).toEqual([
    { text: 'occasions', term: 'occasions' },
    { text: '90% interval', term: 'interval' },
    { text: 'p = .038', term: 'p' },
    { text: 'q = .49', term: 'q' },
  ]);
  expect(pieces[0]).toEqual({ text: 'Up to 5 November, 20 of 26 rows on 20 ', term: null });
});

test('a sentence without such words is one piece, and an empty one none', () => {
  expect(explained('Nothing of the kind stops up here.')).toEqual([{ text: 'Nothing of the kind stops up here.', term: null }]);
  expect(explained('')).toEqual([]);
  expect(explained('p < .001').map(({ term }) => term)).toEqual(['p']);
  expect(explained('Triads: 4').map(({ text, term }) => [text, term])).toEqual([
    ['Triads', 'triad'],
    [': 4', null],
  ]);
});

test('a meaning is one sentence', () => {
  for (const term of [
    'fading',
    'thin',
    'not covered',
    'occasions',
    'interval',
    'p',
    'q',
    'coder',
    'more',
    'rift',
    'triad',
  ] as const)
    expect(meaningOf(term)).toMatch(/^[A-Z][^.!?]*\.$/);
});
