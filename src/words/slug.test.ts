import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slugOf } from './slug';

describe('a slug', () => {
  it.each([
    ['Łódź and Białystok', 'lodz-and-bialystok'],
    ['Sønderborg, Đorđević, Weißrußland', 'sonderborg-dordevic-weissrussland'],
    ['Ærø, cœur, Þing, Iğdır', 'aero-coeur-thing-igdir'],
    ['Żubr’s tale', 'zubrs-tale'],
    ['Щербаков, Йошкар-Ола, Ёлка', 'shcherbakov-yoshkar-ola-yolka'],
    ['Їжак і Євген', 'izhak-i-yevgen'],
    ['«…»', ''],
  ])('of “%s” is %s', (text, slug) => {
    expect(slugOf(text)).toBe(slug);
  });

  it('ends between two words where it is cut, and within a word only where that word is the first', () => {
    expect(slugOf('one two three', 8)).toBe('one-two');
    expect(slugOf('one two three', 7)).toBe('one-two');
    expect(slugOf('one two three', 6)).toBe('one');
    expect(slugOf('Donaudampfschiff', 5)).toBe('donau');
  });

  it('is a slug or nothing whatever the text, and a slug stays as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const slug = slugOf(text);
        expect(slug).toMatch(/^([a-z0-9]+(-[a-z0-9]+)*)?$/);
        expect(slugOf(slug)).toBe(slug);
      }),
    );
  });
});
