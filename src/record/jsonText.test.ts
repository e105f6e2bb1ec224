import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readJson } from './jsonText';

const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

test('reads what JSON.parse reads', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
      const text = JSON.stringify(value);
      expect(readJson(text)).toEqual({ value: JSON.parse(text) as unknown });
    }),
  );
});

test('says why a text is no JSON, in a line', () => {
  expect(readJson('{"a": }')).toMatchObject({ reason: expect.stringMatching(/^is not JSON: .+/) });
  const long = readJson(`{"a": ${'x'.repeat(10_000)}`);
  expect('reason' in long && long.reason.length).toBeLessThan(230);
});

test('refuses depth before it parses, and only depth', () => {
  expect(readJson(nested(64))).toHaveProperty('value');
  expect(readJson(nested(65))).toEqual({ reason: 'has more than 64 lists or objects within each other' });
  // A bomb of a hundred kilobytes costs a message.
  expect(readJson('['.repeat(102_000))).toHaveProperty('reason');
  // Brackets in strings, and after escaped quotes, are letters.
  expect(readJson(JSON.stringify({ a: `"${'['.repeat(500)}\\"${'{'.repeat(500)}` }))).toHaveProperty('value');
  // Side by side is not within each other.
  expect(readJson(`[${Array.from({ length: 500 }, () => '[]').join(',')}]`)).toHaveProperty('value');
});

test('refuses length', () => {
  expect(readJson(`"${'a'.repeat(98)}"`, { length: 100, depth: 3 })).toHaveProperty('value');
  expect(readJson(`"${'a'.repeat(99)}"`, { length: 100, depth: 3 })).toHaveProperty('reason');
});
