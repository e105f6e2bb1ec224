import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { headingsOf, readDocument } from './documentText';
import { METHOD_SECTIONS, methodAddress } from './how';

describe('the method', () => {
  const headings = headingsOf(readDocument(readFileSync('docs/method.md', 'utf8')), 2).map(({ slug }) => slug);

  it('has every section that a panel leads to, once, and no panel leaves one out', () => {
    expect(headings).toEqual([...METHOD_SECTIONS]);
  });

  it('stands open over the view that a link shows', () => {
    expect(methodAddress('https://a.org/x/#/rifts', 'rifts')).toBe('https://a.org/x/#/rifts?x-about=method&x-section=rifts');
    // A question mark before the fragment asks the server, not the page.
    expect(methodAddress('https://a.org/?b=c#/pair?at=2026', 'balance')).toBe(
      'https://a.org/?b=c#/pair?at=2026&x-about=method&x-section=balance',
    );
    expect(methodAddress('https://a.org/?b=c#/pair', 'balance')).toBe(
      'https://a.org/?b=c#/pair?x-about=method&x-section=balance',
    );
  });
});
