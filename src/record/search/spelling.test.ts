import { describe, expect, test } from 'vitest';
import { shipped } from '../../testing/shippedDataset';
import { nameAt, namedIn, namesOf, wordsOf } from './names';
import { soundOf } from './spelling';

const record = shipped('eastern-flank');
const names = namesOf(record);
const idsOf = (actors: Iterable<number>) => [...actors].map((actor) => record.actors[actor]?.id);
const typed = (text: string) => {
  const met = nameAt(names, wordsOf(text), 0, false);
  return met === null ? [] : [...idsOf(met.actors), met.words];
};

describe('a name sounds alike in every spelling', () => {
  test.each([
    ['Рыженков', 'Ryzhenkov', 'Ryżenkow', 'Ryzenkov'],
    ['Łukaszenka', 'Лукашенка', 'Lukašenka', 'lukashenka'],
    ['Sikorski', 'Sikorsky'],
    ['Volfovich', 'Wolfowicz', 'Вольфович'],
    ['Zelensky', 'Zelenski'],
  ])('%s', (...spellings) => expect(new Set(spellings.map(soundOf)).size).toBe(1));

  test('and other names do not', () => {
    expect(soundOf('Poland')).not.toBe(soundOf('Holland'));
    expect(soundOf('Latvia')).not.toBe(soundOf('Lithuania'));
    expect(soundOf('Tusk')).not.toBe(soundOf('Tertel'));
  });
});

describe('a typed name', () => {
  test.each([
    ['us', ['united-states', 1]],
    ['U.S.', ['united-states', 1]],
    ['united states of america', ['united-states', 4]],
    ['США', ['united-states', 1]],
    ['Рыженков', ['maksim-ryzhenkov', 1]],
    ['ryzenkov', ['maksim-ryzhenkov', 1]],
    ['maxim ryzhankou', ['maksim-ryzhenkov', 2]],
    ['Polska', ['poland', 1]],
    ['tusk', ['donald-tusk', 1]],
    ['ministry of foreign affairs of poland', ['poland-foreign-ministry', 6]],
    ['polar bears', []],
  ])('%s', (text, ids) => expect(typed(text)).toEqual(ids));
});

test('in a text only words that are written as names are names', () => {
  expect(idsOf(namedIn(names, 'Tell us what lies west of here'))).toEqual([]);
  expect(idsOf(namedIn(names, 'The U.S. and the West, says Ryzenkov of Belarus.')).sort()).toEqual([
    'belarus',
    'maksim-ryzhenkov',
    'united-states',
    'west',
  ]);
});
