import { describe, expect, test } from 'vitest';
import { shipped } from '../testing/shippedDataset';
import { mentionsIn } from './mentions';

const record = shipped('eastern-flank');
const named = (text: string) =>
  mentionsIn(record, text).map(({ start, end, actor, sure }) => [text.slice(start, end), record.actors[actor]?.id, sure]);

describe('names in every spelling and case of the record', () => {
  test.each([
    ['the name', 'Poland answered', ['Poland', 'poland', 'name']],
    ['a possessive', 'Belarus’s answer', ['Belarus', 'belarus', 'name']],
    ['an abbreviation', 'U.S. officials', ['U.S', 'united-states', 'name']],
    ['an alias of several words', 'the Republic of Poland answered', ['Republic of Poland', 'poland', 'name']],
    ['a last name', 'Then Ryzhenkov answered', ['Ryzhenkov', 'maksim-ryzhenkov', 'name']],
    ['another spelling', 'Then Ryzenkov answered', ['Ryzenkov', 'maksim-ryzhenkov', 'sound']],
    ['Russian case', 'ждём от Польши шагов', ['Польши', 'poland', 'form']],
    ['Russian surname', 'по словам Сикорского', ['Сикорского', 'radoslaw-sikorski', 'form']],
    ['Russian instrumental', 'с Беларусью', ['Беларусью', 'belarus', 'form']],
    ['Belarusian', 'паводле Рыжанкова', ['Рыжанкова', 'maksim-ryzhenkov', 'form']],
    ['Ukrainian', 'про Україну', ['Україну', 'ukraine', 'form']],
    ['Polish locative', 'w Polsce', ['Polsce', 'poland', 'form']],
    ['Polish instrumental', 'z Białorusią', ['Białorusią', 'belarus', 'form']],
    ['Polish surname', 'odpowiedział Łukaszence', ['Łukaszence', 'aleksandr-lukashenko', 'form']],
    ['Polish surname', 'bez Sikorskiego', ['Sikorskiego', 'radoslaw-sikorski', 'form']],
    ['Lithuanian', 'iš Baltarusijos', ['Baltarusijos', 'belarus', 'form']],
  ])('%s: %s', (_, text, expected) => {
    expect(named(text)).toEqual([expected]);
  });
});

test('adjectives of countries and words in small letters are no names', () => {
  expect(named('The German and Norwegian answer: go west, and a duda too')).toEqual([]);
});

test('a capital is its state where it acts, and a place where somebody is in it', () => {
  expect(named('Minsk denied it')).toEqual([['Minsk', 'belarus', 'capital']]);
  expect(named('не верит Минску')).toEqual([['Минску', 'belarus', 'capital']]);
  expect(named('He said in Minsk')).toEqual([]);
  expect(named('сказал в Минске')).toEqual([]);
});

test('where several bear a name, the one whom the text names whole is meant', () => {
  const names = mentionsIn(record, 'Aleksandr Lukashenko spoke. Lukashenko added.').map(({ actor, others }) => [
    record.actors[actor]?.id,
    others.length,
  ]);
  expect(names).toEqual([
    ['aleksandr-lukashenko', 0],
    ['aleksandr-lukashenko', 0],
  ]);
});
