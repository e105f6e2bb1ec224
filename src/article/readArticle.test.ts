import { describe, expect, test } from 'vitest';
import { shipped } from '../testing/shippedDataset';
import { dayOf } from '../words/calendar';
import { holderOf, readArticle } from './readArticle';

const record = shipped('eastern-flank');
const TODAY = dayOf('2026-01-26');

function sayings(text: string) {
  return readArticle(record, text, TODAY).sayings.map(({ kind, words, speakers, targets, date }) => ({
    kind,
    words: text.slice(words.start, words.end),
    by: speakers.map(({ actor, how }) => `${record.actors[actor]?.id ?? ''} ${how}`),
    on: targets.map(({ actor, how }) => `${record.actors[actor]?.id ?? ''} ${how}`),
    date: date?.edtf ?? '',
  }));
}

describe('who says what of whom', () => {
  test('the one named beside the verb, of those named within the words', () => {
    expect(sayings('On 21 January 2026 Ryzhenkov said: “we wait for Poland to open the gate”.')).toEqual([
      {
        kind: 'quotation',
        words: 'we wait for Poland to open the gate',
        by: ['maksim-ryzhenkov told'],
        on: ['poland within'],
        date: '2026-01-21',
      },
    ]);
  });

  test.each([
    ['Russian', '«Польша откроет границу нам», — сказал Лавров.', 'sergey-lavrov told', 'poland within'],
    ['Russian, by his words', 'По словам Сикорского, Варшава не верит Минску.', 'radoslaw-sikorski told', 'belarus within'],
    ['Belarusian', 'Лукашэнка заявіў: «мы чакаем крокаў ад Літвы».', 'aleksandr-lukashenko told', 'lithuania within'],
    ['Ukrainian', 'Зеленський сказав: «Росія не зупиниться сама ніколи».', 'volodymyr-zelensky told', 'russia within'],
    ['Polish', '– Nie wierzymy wcale Rosji – powiedział Sikorski.', 'radoslaw-sikorski told', 'russia within'],
    ['Lithuanian', 'Nausėda sakė: „mes nebijome Baltarusijos grasinimų“.', 'gitanas-nauseda told', 'belarus within'],
    ['answered to', 'Łukaszence odpowiedział Nawrocki.', 'karol-nawrocki told', 'belarus within'],
  ])('%s', (_, text, by, on) => {
    const [saying] = sayings(text);
    expect([saying?.by[0], saying?.on[0]]).toEqual([by, on]);
  });

  test('he is the one who spoke or was named last', () => {
    const all = sayings(
      'Ryzhenkov met reporters. “We all hope for better days with Poland”, he said.\nLithuania, he added, was lost.',
    );
    expect(all.map(({ by }) => by[0])).toEqual(['maksim-ryzhenkov before', 'maksim-ryzhenkov before']);
    expect(all[1]).toMatchObject({ kind: 'reported', on: ['lithuania within'] });
  });

  test('a quotation that stands alone belongs to who spoke before it, on the date told there', () => {
    expect(
      sayings('On 23 November 2025 Ryzhenkov said on television:\n\n“Poland counts its money better than others”')[1] ?? {},
    ).toEqual({});
    expect(
      sayings('On 23 November 2025 Ryzhenkov said on television:\n\n“Poland counts its money better than others”')[0],
    ).toEqual({
      kind: 'quotation',
      words: 'Poland counts its money better than others',
      by: ['maksim-ryzhenkov before'],
      on: ['poland within'],
      date: '2025-11-23',
    });
  });

  test('reported speech needs a speaker and somebody it is about', () => {
    expect(sayings('Tusk said that Belarus must free the prisoners.')).toMatchObject([
      { kind: 'reported', by: ['donald-tusk told', 'belarus told'], on: ['belarus within'] },
    ]);
    expect(sayings('Tusk said that it rained. Poland and Belarus share a border.')).toEqual([]);
  });

  test('nobody speaks of himself, nor a minister of the state that he speaks for', () => {
    expect(sayings('Ryzhenkov said: “Belarus will stand by Russia and Belarus”.')[0]?.on).toEqual(['russia within']);
  });
});

test('a minister holds the stance of his state, and who speaks for nobody his own', () => {
  const at = (id: string) => record.actorIndex.get(id) ?? -1;
  expect(holderOf(record, at('maksim-ryzhenkov'))).toBe(at('belarus'));
  expect(holderOf(record, at('poland'))).toBe(at('poland'));
});

test('the counts are of the text as it was pasted', () => {
  const article = readArticle(record, 'Poland said: “no gate will open”.\n\nOn 5 May 2025.', TODAY);
  expect([article.words, article.quotations.length, article.mentions.length, article.dates.length]).toEqual([10, 1, 1, 1]);
});
