import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dataset } from '../testing/soundDataset';
import { HIDDEN, withHiddenShown } from './hiddenSigns';
import { readRecord } from './reading/read';

it('a sign that cannot be seen is shown by its number', () => {
  expect(withHiddenShown('\u202Etxt.exe\u202C \u0007')).toBe('‹U+202E›txt.exe‹U+202C› ‹U+0007›');
  expect(withHiddenShown('a\u{e0041}')).toBe('a‹U+E0041›');
});

it('what scripts need stays: joiners, marks of direction, tabs and ends of lines', () => {
  const text = 'می\u200cخواهم \u200e\u200f\t\n';
  expect(withHiddenShown(text)).toBe(text);
});

it('no text holds one afterwards, and one without any is as it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const shown = withHiddenShown(text);
      expect(shown.match(HIDDEN)).toBeNull();
      if (text.match(HIDDEN) === null) expect(shown).toBe(text);
    }),
  );
});

it('a record shows them in every text, and its tables keep what the file says', () => {
  const files = new Map(dataset());
  files.set('actors.csv', files.get('actors.csv')!.replace('Poland,state', 'Pol\u202Eand,state'));
  const { actors, tables, faults } = readRecord(files, 'hidden');
  expect(actors.map(({ name }) => name)).toContain('Pol‹U+202E›and');
  expect(tables.actors?.rows[0]).toContain('Pol\u202Eand');
  expect(faults.map(({ rule }) => rule)).toContain('hidden-character');
});
