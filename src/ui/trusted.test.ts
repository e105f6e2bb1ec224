import { expect, test } from 'vitest';
import { ownScript, plainMarkup } from './trusted';

test.each(['', '12 Dec', '<svg/>', 'Łódź “a” > b'])('text is let through: %s', (text) => {
  expect(plainMarkup(text)).toBe(text);
});

test.each(['<b>', 'a <img src=x onerror=alert(1)>', '&lt;', '<svg/ onload=x>', '<svg/><script>'])('markup is not: %s', (text) => {
  expect(plainMarkup(text)).toBeNull();
});

test('a script is a blob of this page’s, or its service worker', () => {
  const base = 'https://example.org/some/path/';
  expect(ownScript('blob:https://example.org/0b1c', base)).toBe('blob:https://example.org/0b1c');
  expect(ownScript('https://example.org/some/path/sw.js', base)).not.toBeNull();
  for (const url of [
    'data:text/javascript,1',
    'blob:https://elsewhere.org/0b1c',
    'https://elsewhere.org/sw.js',
    'sw.js?x',
    'evil.js',
  ])
    expect(ownScript(url, base)).toBeNull();
});
