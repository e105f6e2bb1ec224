import { describe, expect, test } from 'vitest';
import { readRecord } from './read';
import { readTable } from './csv';
import { dataset } from '../../testing/soundDataset';

const HEADER = 'id,name,country,kind,lat,lon';
const ROWS = 'minsk,Minsk,BLR,capital,53.90,27.57\nbrest,Brest,BLR,city,52.10,23.68\n';

const places = (content: string | Uint8Array) => readTable('places', 'places.csv', content);

describe('what stands in the way of a header is one fault that names the cause', () => {
  test.each([
    [
      'a title above it',
      `Places of the record\n\n${HEADER}\n${ROWS}`,
      1,
      'The header stands on line 3, below 2 lines (`Places of the record`).',
      'Delete what stands above the header.',
    ],
    [
      'a line for spreadsheets above it',
      `sep=,\n${HEADER}\n${ROWS}`,
      1,
      'The header stands on line 2, below 1 line (`sep=,`).',
      'Delete what stands above the header.',
    ],
    [
      'names in capitals and with spaces',
      `ID,Name,COUNTRY,kind,Lat,lon\n${ROWS}`,
      1,
      'The header writes `ID` for `id`, `Name` for `name`, `COUNTRY` for `country` and `Lat` for `lat`.',
      'Write the names of the columns as the schema has them.',
    ],
    [
      'no header at all',
      ROWS,
      1,
      'The file has no header: its first line, `minsk,Minsk,BLR,capital,53.90,27.57`, is a row. It is read in the order of the schema.',
      `Put this line above it: ${HEADER}.`,
    ],
  ])('%s', (_, text, line, message, suggestion) => {
    const { table, faults } = places(text);
    expect(faults.filter(({ rule }) => rule !== 'blank-row')).toMatchObject([
      {
        rule: 'wrong-header',
        severity: 'error',
        file: 'places.csv',
        line,
        message,
        suggestion,
      },
    ]);
    expect(table.columns).toEqual(HEADER.split(','));
    expect(table.rows.map(([id]) => id)).toEqual(['minsk', 'brest']);
  });

  test('semicolons are found where the header stands below a title', () => {
    const { table, faults } = places(`Places, all of them\n${`${HEADER}\n${ROWS}`.replaceAll(',', ';')}`);
    expect(table.rows.map(([id]) => id)).toEqual(['minsk', 'brest']);
    expect(faults.map(({ rule }) => rule)).toEqual(['wrong-delimiter', 'wrong-header']);
  });

  test('a header of two languages keeps its own columns', () => {
    const { table, faults } = places(`id,name,country,kind,lat,lon,Name\n${ROWS.replaceAll('\n', ',x\n')}`);
    expect(table.columns.at(-1)).toBe('Name');
    expect(faults).toEqual([]);
  });
});

describe('a file that is no table', () => {
  test.each<[string, string | Uint8Array, string]>([
    ['empty', '', 'The file is empty: it has not even a header.'],
    ['empty but for a line', '\n \n', 'The file is empty: it has not even a header.'],
    [
      'a web page',
      '<!DOCTYPE html><html><body>Not found</body></html>',
      'The file is a web page, not a table: perhaps one that asks for a login or says that there is nothing.',
    ],
    ['XML', '<?xml version="1.0"?><rows/>', 'The file is XML, not a table.'],
    ['JSON', '[{"id": "minsk"}]', 'The file is JSON, not a table.'],
    [
      'a workbook',
      Uint8Array.of(0x50, 0x4b, 3, 4, 20),
      'The file is a workbook or an archive (a zip), whatever its name says; it is not read.',
    ],
    [
      'an old workbook',
      Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1),
      'The file is an old workbook, whatever its name says; it is not read.',
    ],
    ['a PDF', new TextEncoder().encode('%PDF-1.7'), 'The file is a PDF, whatever its name says; it is not read.'],
    ['an unfinished merge', `<<<<<<< HEAD\n${HEADER}\n`, 'The file holds the marks of a merge that was not finished.'],
    ['a pointer', 'version https://git-lfs.github.com/spec/v1\n', 'The file is a pointer to a large file that was not fetched.'],
  ])('is named for what it is: %s', (_, content, message) => {
    const { faults, unread } = places(content);
    expect(unread).toBe(true);
    expect(faults).toMatchObject([{ rule: 'not-a-table', file: 'places.csv', line: 1, message }]);
  });

  test('is the one fault, and what points at it is counted under it', () => {
    const files = dataset();
    files.set('sources.csv', '<!doctype html><title>Sign in</title>');
    const { faults } = readRecord(files, 'small');
    expect(faults.filter(({ severity }) => severity === 'error')).toMatchObject([{ rule: 'not-a-table', file: 'sources.csv' }]);
    expect(faults.filter(({ rule }) => rule === 'rests-on-fault').slice(0, 1)).toMatchObject([
      {
        file: 'sources.csv',
        message: expect.stringMatching(
          /^\d+ rows of other tables \(first events\.csv\) point at rows of sources\.csv, which can’t be read\.$/,
        ) as string,
        suggestion: 'Mend sources.csv first.',
      },
    ]);
    expect(faults.map(({ rule }) => rule)).not.toContain('dangling-key');
    expect(faults.map(({ rule }) => rule)).not.toContain('missing-table');
  });

  test('a table without its ids is reported of its header, not of each row that points at it', () => {
    const { faults } = readRecord(dataset({ 'sources.csv': { 'id,url': 'source_no,url' } }), 'small');
    expect(faults.map(({ rule }) => rule)).not.toContain('dangling-key');
    expect(faults).toContainEqual(expect.objectContaining({ rule: 'missing-column', file: 'sources.csv', column: 'id' }));
  });
});
