import { expect, test } from 'vitest';
import { marked, piece, plainText } from './message';

test('a message keeps its marked words apart and stays whole', () => {
  const pieces = marked`In ${'November 2025'}, ${piece('Belarus’s words on Poland', 'pivot')} turned ${'mixed'}.`;
  expect(pieces).toEqual([
    { text: 'In November 2025, ', role: null },
    { text: 'Belarus’s words on Poland', role: 'pivot' },
    { text: ' turned mixed.', role: null },
  ]);
  expect(plainText(pieces)).toBe('In November 2025, Belarus’s words on Poland turned mixed.');
});

test('pieces in a row fill one hole, and join the plain words around them', () => {
  const inner = marked`on ${piece('Poland', 'pivot')} alone`;
  expect(marked`Belarus ${inner}.`).toEqual([
    { text: 'Belarus on ', role: null },
    { text: 'Poland', role: 'pivot' },
    { text: ' alone.', role: null },
  ]);
});

test('empty holes leave no piece', () => {
  expect(marked`${piece('', 'pivot')}${''}`).toEqual([]);
});
