import { expect, it } from 'vitest';
import { dataset } from '../testing/soundDataset';
import { readRecord } from './reading/read';
import { likelyCountry, likelyLanguage } from './codes';
import { own } from './own';

it('an object has what was put into it, and nothing by a name that every object knows', () => {
  expect(own({ a: 1 }, 'a')).toBe(1);
  for (const name of ['constructor', 'toString', '__proto__', 'b']) expect(own({ a: 1 }, name)).toBeUndefined();
  expect(own(undefined, 'a')).toBeUndefined();
});

it.each(['constructor', 'toString', '__proto__', 'hasOwnProperty', 'valueOf'])('“%s” in a cell is a word like others', (word) => {
  expect([likelyCountry(word), likelyLanguage(word)]).toEqual(['', '']);
  const files = new Map(dataset());
  for (const [file, text] of files)
    files.set(file, text.replaceAll(',en,', `,${word},`).replaceAll(',POL,', `,${word},`).replaceAll(',a,', `,${word},`));
  const { faults } = readRecord(files, 'own');
  expect(faults.filter(({ rule }) => rule === 'bad-code').length).toBeGreaterThan(1);
});
