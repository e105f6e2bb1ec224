import { strToU8, zipSync, type Zippable } from 'fflate';
import { describe, expect, test } from 'vitest';
import { isZip, unzipDataset, withoutFolder } from './unzip';

function zip(files: Record<string, string>): Uint8Array {
  const content: Zippable = Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)]));
  return zipSync(content);
}

function paths(files: Record<string, string>): string[] {
  return [...unzipDataset('record.zip', zip(files)).files.keys()].sort();
}

describe('a zip', () => {
  test('of a folder gives the files without it, and without what archivers add', () => {
    expect(
      paths({
        'my record/actors.csv': 'id\n',
        'my record/ties.csv': 'id\n',
        'my record/datapackage.json': '{}',
        'my record/photo.jpg': 'x',
        'my record/.~lock.csv': 'x',
        '__MACOSX/my record/._actors.csv': 'x',
      }),
    ).toEqual(['actors.csv', 'datapackage.json', 'ties.csv']);
  });

  test('of several folders gives the one with actors in it', () => {
    expect(paths({ 'other/ties.csv': 'id\n', 'deep/er/actors.csv': 'id\n', 'deep/er/ties.csv': 'id\n' })).toEqual([
      'actors.csv',
      'ties.csv',
    ]);
  });

  test.each(['../actors.csv', '/etc/actors.csv', 'a/../../actors.csv', 'C:/actors.csv', '..\\actors.csv'])(
    'with a path that leads out (%s) is read without it, and says so',
    (path) => {
      const { files, faults } = unzipDataset('record.zip', zip({ [path]: 'id\n', 'ties.csv': 'id\n' }));
      expect([...files.keys()]).toEqual(['ties.csv']);
      expect(faults).toMatchObject([{ rule: 'unreadable-file', file: 'record.zip', severity: 'error' }]);
    },
  );

  test('that unpacks to more than allowed is refused before it is unpacked', () => {
    const { files, faults } = unzipDataset('record.zip', zip({ 'actors.csv': 'a'.repeat(3_000_000) }), 1024 * 1024);
    expect(files.size).toBe(0);
    expect(faults[0]?.message).toBe('The archive unpacks to more than 1 MB; it is not read.');
  });

  test('that is cut short is a fault, not an exception', () => {
    const bytes = zip({ 'actors.csv': 'id\n' });
    const { files, faults } = unzipDataset('record.zip', bytes.slice(0, bytes.length - 10));
    expect(files.size).toBe(0);
    expect(faults[0]).toMatchObject({ rule: 'unreadable-file' });
  });
});

test('tables are not taken for zips, nor zips for tables', () => {
  expect(isZip(zip({ 'a.csv': '' }))).toBe(true);
  expect(isZip(strToU8('PK,name\n1,x\n'))).toBe(false);
});

test('a dropped folder with backslashes loses its name', () => {
  expect([
    ...withoutFolder(
      new Map([
        ['rec\\actors.csv', 1],
        ['rec\\ties.csv', 2],
      ]),
    ).keys(),
  ]).toEqual(['actors.csv', 'ties.csv']);
});
