import { expect, test } from 'vitest';
import { wholeMessages } from '../words/messages/whole';
import { dataset } from '../testing/soundDataset';
import { fileFault } from './checking/rules';
import { readRecord } from './reading/read';
import type { StanceRecord } from './record';
import { gapsOf, isBroken } from './whole';

const sound = (name: string, change: (files: Map<string, string>) => void = () => undefined): StanceRecord => {
  const files = new Map(dataset());
  change(files);
  return readRecord(files, name);
};
const with_ = (record: StanceRecord, ...rules: [file: string, rule: 'unreadable-file' | 'cut-file'][]): StanceRecord => ({
  ...record,
  faults: [...record.faults, ...rules.map(([file, rule]) => fileFault(file, rule, 'It failed.'))],
});

test('a record without a fault lacks nothing', () => {
  expect(gapsOf(sound('eastern-flank'))).toEqual([]);
  expect(isBroken(sound('eastern-flank'))).toBe(false);
});

test('a table that did not come is missing with the rows that were promised, and says what it alone knows', () => {
  const record = sound('eastern-flank', (files) => files.delete('claims.csv'));
  record.meta.rows = { claims: 20 };
  const gaps = gapsOf(with_(record, ['claims.csv', 'unreadable-file']));
  expect(gaps).toEqual([{ of: 'claims', kind: 'missing', rows: 20, all: 20 }]);
  expect(wholeMessages.lacks(gaps)).toBe('claims.csv is missing, with 20 rows.');
  expect(wholeMessages.silent(gaps)).toBe('So it cannot say what articles claim.');
});

test('a table that came in part lacks what was promised and is not shown', () => {
  const record = sound('eastern-flank');
  record.meta.rows = { events: 3 };
  const gaps = gapsOf(with_(record, ['events.csv', 'cut-file']));
  expect(gaps).toEqual([{ of: 'events', kind: 'cut', rows: 2, all: 3 }]);
  expect(wholeMessages.lacks(gaps)).toContain('lacks 2 of 3 rows');
});

test('a table as long as promised that is another one says so and counts no rows', () => {
  const record = sound('eastern-flank');
  record.meta.rows = { events: 1 };
  expect(wholeMessages.lacks(gapsOf(with_(record, ['events.csv', 'cut-file'])))).toContain('is not the file that was published');
});

test('rows with an error are counted where they are left out', () => {
  const record = sound('mine', (files) => files.set('places.csv', `${files.get('places.csv')!}Bad Id,X,BLR,city,1,1\n`));
  const gaps = gapsOf(record);
  expect(gaps).toEqual([{ of: 'places', kind: 'rows', rows: 1, all: 4 }]);
  expect(wholeMessages.lacks(gaps)).toBe('1 of 4 rows of places.csv is left out for an error in it or in what it points at.');
  expect(wholeMessages.silent(gaps)).toBe('It says less than its tables do on where things happened.');
});

test('only a record that comes with the page goes without a headline: a reader knows the state of their own', () => {
  const lose = (files: Map<string, string>) => files.delete('events.csv');
  expect(isBroken(with_(sound('great-powers', lose), ['events.csv', 'unreadable-file']))).toBe(true);
  expect(isBroken(with_(sound('my-great-powers', lose), ['events.csv', 'unreadable-file']))).toBe(false);
  expect(isBroken(with_(sound('great-powers'), ['datapackage.json', 'unreadable-file']))).toBe(true);
});
