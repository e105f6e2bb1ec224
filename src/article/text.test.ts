import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quotationsIn } from './quotations';
import { paragraphsIn, sentencesIn, wordCount, wordsIn } from './text';

const pieces = (text: string, spans: readonly { start: number; end: number }[]) =>
  spans.map(({ start, end }) => text.slice(start, end));

test('words are letters and digits, without possessives and the stops of abbreviations', () => {
  expect(wordsIn('Belarus’s U.S. talks, on the 21st.').map(({ text }) => text)).toEqual([
    'Belarus',
    'US',
    'talks',
    'on',
    'the',
    '21st',
  ]);
  expect(wordCount('«Мы ждём», — сказал он.')).toBe(4);
});

test('sentences end at full stops, and not at titles, initials, units or a small letter behind a mark', () => {
  const text = 'Mr. Tusk met A. Nowak in Minsk. Then he left! В 2025 г. Минск молчал. Koszt to 5 mln. zł rocznie.\nNext line';
  expect(pieces(text, sentencesIn(text))).toEqual([
    'Mr. Tusk met A. Nowak in Minsk.',
    'Then he left!',
    'В 2025 г. Минск молчал.',
    'Koszt to 5 mln. zł rocznie.',
    'Next line',
  ]);
});

test('a sentence is never cut within a quotation', () => {
  const text = 'He said: “We will talk. We will not kneel.” Then he left.';
  expect(pieces(text, sentencesIn(text, quotationsIn(text)))).toEqual([
    'He said: “We will talk. We will not kneel.”',
    'Then he left.',
  ]);
});

test('paragraphs are lines with something on them', () => {
  expect(pieces(' a \n\n b\r\nc', paragraphsIn(' a \n\n b\r\nc'))).toEqual(['a', 'b', 'c']);
});

test('every part lies in the text, in order, without overlap, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'aБ .!?\n“”„«»"’– '), maxLength: 80 }), (text) => {
      const quotations = quotationsIn(text);
      for (const spans of [wordsIn(text), paragraphsIn(text), quotations, sentencesIn(text, quotations)]) {
        let before = 0;
        for (const { start, end } of spans) {
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThan(start);
          before = end;
        }
        expect(before).toBeLessThanOrEqual(text.length);
      }
    }),
  );
});
