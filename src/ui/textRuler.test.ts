import { describe, expect, it } from 'vitest';
import { letterWidth, linesOf, textRuler } from './textRuler';

describe('the width of a text without a page', () => {
  it('is told by classes of letters: narrow, wide, capital, ideograph, any other', () => {
    expect([...'i.m%A一a'].map((letter) => Math.round(letterWidth(letter, 100)))).toEqual([33, 33, 86, 86, 63, 105, 55]);
  });

  it('is the sum of its letters, and grows with the size', () => {
    expect(letterWidth('', 12)).toBe(0);
    expect(letterWidth('Ami', 10)).toBeCloseTo(10 * (0.63 + 0.86 + 0.33), 9);
    expect(letterWidth('Ami', 20)).toBeCloseTo(2 * letterWidth('Ami', 10), 9);
  });

  it('is what the ruler of a size measures, the first time and again', () => {
    const [small, large] = [textRuler(10), textRuler(20)];
    for (let i = 0; i < 2; i++) {
      expect(small('Minsk')).toBe(letterWidth('Minsk', 10));
      expect(large('Minsk')).toBe(letterWidth('Minsk', 20));
    }
  });
});

describe('the lines that a text takes', () => {
  const measure = (text: string) => text.length;
  it.each([
    ['one two', 7, 1],
    ['one two', 6, 2],
    ['one two three', 7, 2],
    ['one two three', 5, 3],
    ['one two six ten', 7, 2],
    ['interminable', 4, 1],
    ['a interminable b', 4, 3],
    ['', 10, 1],
  ])('%s in %i: %i', (text, room, lines) => expect(linesOf(text, room, measure)).toBe(lines));
});
