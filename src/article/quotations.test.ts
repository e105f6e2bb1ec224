import { describe, expect, test } from 'vitest';
import { quotationsIn } from './quotations';

const inner = (text: string) => quotationsIn(text).map(({ inner: { start, end } }) => text.slice(start, end));

describe('marks of the languages', () => {
  test.each([
    ['English', 'She said: “we will open the gate” at noon.', 'we will open the gate'],
    ['straight', 'She said: "we will open the gate" at noon.', 'we will open the gate'],
    ['British', 'She said: ‘we won’t open the gate’ at noon.', 'we won’t open the gate'],
    ['Polish', 'Dodała: „otworzymy bramę w południe” i wyszła.', 'otworzymy bramę w południe'],
    ['Lithuanian', 'Ji sakė: „mes atversime vartus rytoj“.', 'mes atversime vartus rytoj'],
    ['Russian', 'Она сказала: «мы откроем ворота в полдень».', 'мы откроем ворота в полдень'],
    ['German book', 'Sie sagte: »wir öffnen das Tor« am Mittag.', 'wir öffnen das Tor'],
  ])('%s', (_, text, words) => {
    expect(inner(text)).toEqual([words]);
  });
});

test('marks within marks belong to the outer ones', () => {
  expect(inner('Он сказал: «газета «Заря» пишет о нас неправду» и ушёл.')).toEqual(['газета «Заря» пишет о нас неправду']);
  expect(inner('He said: “the ‘regional committee’ wants this” today.')).toEqual(['the ‘regional committee’ wants this']);
});

test('one or two words between marks are a name, not a quotation', () => {
  expect(inner('The airline “Belavia” and the «Красная звезда» paper.')).toEqual([]);
});

test('a speech that goes on in the next paragraph ends with this one', () => {
  expect(inner('“We talk about the gate first.\n“And then about the wall.”')).toEqual([
    'We talk about the gate first.',
    'And then about the wall.',
  ]);
});

test('an apostrophe opens nothing', () => {
  expect(inner('The drivers’ union says the drivers’ pay is low, and it’s so.')).toEqual([]);
});

test('talk after a dash is parted from who tells it; a list with dashes is no talk', () => {
  const text = '– Nie otworzymy tej granicy – powiedziała minister. – Nigdy tego nie zrobimy.';
  expect(inner(text)).toEqual(['Nie otworzymy tej granicy', 'Nigdy tego nie zrobimy.']);
  expect(quotationsIn(text).map(({ told }) => told)).toEqual(['dash', 'dash']);
  expect(inner('— Мы не закроем границу, — заявил он.')).toEqual(['Мы не закроем границу']);
  expect(inner('– bread and butter\n– salt and pepper too')).toEqual([]);
});
