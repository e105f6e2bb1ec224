import { expect, test } from 'vitest';
import { languageName } from './languages';

test('a language goes by its name, a code that names none by itself', () => {
  expect(['ru', 'be', 'pl', 'lt'].map(languageName)).toEqual(['Russian', 'Belarusian', 'Polish', 'Lithuanian']);
  expect(languageName('not a code')).toBe('not a code');
  expect(languageName('')).toBe('');
});
