import { expect, test } from 'vitest';
import { readPackage } from './package';

test('a package says what its coders are and how the scores were made', () => {
  const json = JSON.stringify({ stanceline: { coders: { a: 'a language model', b: 7 }, coding: 'No person has coded it yet.' } });
  const { meta, faults } = readPackage(json, 'one');
  expect(faults).toEqual([]);
  expect(meta.coders).toEqual({ a: 'a language model' });
  expect(meta.coding).toBe('No person has coded it yet.');
});

test('a package without coders leaves them out', () => {
  expect(readPackage('{}', 'one').meta).not.toHaveProperty('coders');
});
