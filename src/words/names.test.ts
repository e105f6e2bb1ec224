import { expect, test } from 'vitest';
import { capital, fitted, inSentence, isolated, list, pairName, possessive, quoted, sentence, slugWords, tieName } from './names';

test('articles', () => {
  const said = (name: string, kind = 'state') => inSentence({ name, kind });
  expect(said('United States')).toBe('the United States');
  expect(said('European Union', 'alliance')).toBe('the European Union');
  expect(said('The Hague Group', 'organisation')).toBe('The Hague Group');
  expect(said('Belarus')).toBe('Belarus');
  expect(said('Union Jack', 'person')).toBe('Union Jack');
  expect(said('Kyiv Independent Group', 'outlet')).toBe('Kyiv Independent Group');
});

test('possessives', () => {
  expect(['Belarus', 'United States', 'Trump'].map(possessive)).toEqual(['Belarus’s', 'United States’', 'Trump’s']);
});

test('pairs, ties and lists', () => {
  expect([pairName('Belarus', 'Poland'), tieName('Belarus', 'Poland')]).toEqual(['Belarus on Poland', 'Belarus and Poland']);
  expect([list([]), list(['a']), list(['a', 'b']), list(['a', 'b', 'c'])]).toEqual(['', 'a', 'a and b', 'a, b and c']);
  expect(list(['a', 'b', 'c'], { joint: 'or' })).toBe('a, b or c');
  expect(list(['a', 'b', 'c', 'd'], { most: 3 })).toBe('a, b and 2 more');
  expect(list(['a', 'b', 'c'], { most: 3 })).toBe('a, b and c');
});

test('marks and stops', () => {
  expect([quoted('yes'), quoted('“yes”'), quoted('')]).toEqual(['“yes”', '“yes”', '']);
  // Cut to whole words, within the marks.
  expect([quoted('one two three four', 10), quoted('“short”', 5), quoted('one, two', 6)]).toEqual([
    '“one two\u00a0…”',
    '“short”',
    '“one\u00a0…”',
  ]);
  expect([sentence('It is so'), sentence('Is it?'), sentence('“It is.”'), sentence('')]).toEqual([
    'It is so.',
    'Is it?',
    '“It is.”',
    '',
  ]);
  expect([capital('in November'), capital(''), slugWords('union-state-treaty')]).toEqual([
    'In November',
    '',
    'union state treaty',
  ]);
});

test('sets names from the right apart, so that what stands beside them keeps its place, and leaves all others as they are', () => {
  expect(pairName('ישראל', 'Poland')).toBe('\u2068ישראל\u2069 on Poland');
  expect(tieName('Poland', 'سوريا')).toBe('Poland and \u2068سوريا\u2069');
  expect(inSentence({ name: 'ישראל', kind: 'state' })).toBe('\u2068ישראל\u2069');
  expect(isolated('Ελλάδα, საქართველო, 中华')).toBe('Ελλάδα, საქართველო, 中华');
});

test('fits a name by its first words, never ending in a word that only joins, and by letters where one is too long', () => {
  const width = (text: string) => text.length;
  const name = 'Organization for Security and Co-operation in Europe';
  expect(fitted(name, 60, width)).toBe(name);
  expect(fitted(name, 45, width)).toBe('Organization for Security and Co-operation…');
  expect(fitted(name, 31, width)).toBe('Organization for Security…');
  expect(fitted(name, 18, width)).toBe('Organization…');
  expect(fitted(name, 8, width)).toBe('Organiz…');
});
