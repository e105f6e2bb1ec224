import { expect, test } from 'vitest';
import { isManifest, KIND_BITS, readManifest, writeManifest, type PackedManifest } from './form';

const MANIFEST: PackedManifest = {
  name: 'mine',
  title: 'Mine',
  rows: 3,
  pairs: 2,
  span: [-5, 19_052],
  cube: { file: 'cube.parquet', rows: 3, bytes: 300 },
  days: { file: 'days.parquet', rows: 2, bytes: 200 },
  months: [
    { month: '2022-03', file: 'rows/2022-03.parquet', rows: 3, bytes: 400 },
    { month: '', file: 'rows/undated.parquet', rows: 1, bytes: 100 },
  ],
  texts: ['id', 'title'],
  tables: ['actors'],
  times: true,
  occasions: false,
  made: 'a test',
};
const changed = (patch: Record<string, unknown>): string =>
  JSON.stringify({ ...(JSON.parse(writeManifest(MANIFEST)) as object), ...patch });

test('a manifest is read as it was written', () => {
  expect(readManifest(writeManifest(MANIFEST))).toEqual(MANIFEST);
  expect(readManifest(writeManifest({ ...MANIFEST, span: null })).span).toBeNull();
});

test.each<[string, string]>([
  ['{', 'Pack the record again'],
  ['{"is": "another"}', 'is not that of a packed record'],
  [changed({ version: 2 }), 'is of version 2. This page reads version 1'],
  [changed({ rows: -1 }), 'has no count `rows`'],
  [changed({ pairs: 1.5 }), 'has no count `pairs`'],
  [changed({ cube: { file: '../cube.parquet', rows: 1, bytes: 1 } }), 'names no file in the folder for the cube'],
  [changed({ days: { file: 'https://example.org/x', rows: 1, bytes: 1 } }), 'names no file in the folder for the cube by days'],
  [changed({ cube: { file: 'cube.parquet', rows: 1 } }), 'does not count the rows and bytes of cube.parquet'],
  [changed({ months: 3 }), 'has no list `months`'],
  [changed({ months: [{ month: 'March', file: 'rows/a.parquet', rows: 1, bytes: 1 }] }), 'has a month that is none'],
  [changed({ kinds: [...KIND_BITS].reverse() }), 'numbers the kinds of source otherwise'],
])('%s is refused with words', (text, words) => {
  expect(() => readManifest(text)).toThrow(words);
});

test('a manifest of another tool is told from a packed record’s, of whatever version', () => {
  expect(isManifest(changed({ version: 9 }))).toBe(true);
  expect(isManifest('{"manifest_version": 3}')).toBe(false);
  expect(isManifest('nothing')).toBe(false);
});

test('what a manifest names beyond the columns and tables that there are is left alone', () => {
  const { texts, tables } = readManifest(changed({ texts: ['title', 'colour'], tables: ['actors', 'secrets'] }));
  expect([texts, tables]).toEqual([['title'], ['actors']]);
});
