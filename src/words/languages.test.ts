import { expect, test } from 'vitest';
import { babelName, codeOfBabel, languageName } from './languages';

test('a language goes by its name, a code that names none by itself', () => {
  expect(['ru', 'be', 'pl', 'lt'].map(languageName)).toEqual(['Russian', 'Belarusian', 'Polish', 'Lithuanian']);
  expect(languageName('not a code')).toBe('not a code');
  expect(languageName('')).toBe('');
});

test('babel has its own names, and none is made up for a language that it lacks', () => {
  expect(['en', 'de', 'uk', 'sr-Latn', 'NO'].map(babelName)).toEqual(['english', 'ngerman', 'ukrainian', 'serbian', 'norsk']);
  expect(['tlh', '', 'constructor'].map(babelName)).toEqual(['', '', '']);
  expect(['ngerman', 'German', 'polish', 'american', 'pl', 'klingon'].map(codeOfBabel)).toEqual([
    'de',
    'de',
    'pl',
    'en',
    'pl',
    'klingon',
  ]);
});
