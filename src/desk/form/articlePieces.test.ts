import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readArticle } from '../../article/readArticle';
import { shipped } from '../../testing/shippedDataset';
import { dayOf } from '../../words/calendar';
import { articleBlocks } from './articlePieces';

const record = shipped('eastern-flank');
const blocksOf = (text: string) => articleBlocks(readArticle(record, text, dayOf('2026-01-26')));

test('quotations and reported speech stand apart, with actors and dates marked in them and around them', () => {
  const text = 'On 5 May 2025 Tusk said: “we will not forget Belarus”, and left.\nSikorski said that Russia had lost.';
  expect(
    blocksOf(text).map((blocks) =>
      blocks.map(({ kind, pieces }) => [kind, pieces.map(({ text: words, role }) => `${role}:${words}`)]),
    ),
  ).toEqual([
    [
      ['plain', ['plain:On ', 'date:5 May 2025', 'plain: ', 'actor:Tusk', 'plain: said: ']],
      ['quotation', ['plain:“we will not forget ', 'actor:Belarus', 'plain:”']],
      ['plain', ['plain:, and left.']],
    ],
    [['reported', ['actor:Sikorski', 'plain: said that ', 'actor:Russia', 'plain: had lost.']]],
  ]);
});

test('no letter of the article is lost or added, whatever it says', () => {
  const bit = fc.constantFrom(
    'Tusk said ',
    '“we like Poland”',
    ' on 5 May 2025',
    '. ',
    '\n',
    '«Россия наш друг»',
    ' сказал Лавров',
    'x',
    ' ',
  );
  fc.assert(
    fc.property(fc.array(bit, { maxLength: 14 }), (bits) => {
      const text = bits.join('');
      const drawn = blocksOf(text).map((blocks) => blocks.flatMap(({ pieces }) => pieces.map((piece) => piece.text)).join(''));
      expect(drawn).toEqual(
        text
          .split('\n')
          .map((line) => line.trim())
          .filter(Boolean),
      );
    }),
    { numRuns: 60 },
  );
});
