import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalCell, canonicalTable } from './canonical';
import { readTable } from './reading/csv';
import type { TableName } from './record';
import { SCHEMAS } from './schema';
import { writeTable } from './write';
import { SHIPPED, shipped } from '../testing/shippedDataset';

const cell = (table: TableName, column: string, text: string) => {
  const field = SCHEMAS[table].fields.find(({ name }) => name === column);
  if (field === undefined) throw new Error(`${table} has no ${column}`);
  return canonicalCell(field, text);
};

describe('what a spreadsheet rewrites comes back as it was', () => {
  test.each<[TableName, string, string, string]>([
    ['sources', 'mirror', 'TRUE', 'true'],
    ['sources', 'mirror', '0', 'false'],
    ['stances', 'score', '+1', '1'],
    ['stances', 'score', '-2.0', '-2'],
    ['stances', 'score', '\u22121', '-1'],
    ['stances', 'score', '-0', '0'],
    ['places', 'lat', '53.90', '53.9'],
    ['places', 'lon', '-.5', '-0.5'],
    ['statements', 'topics', ' border ; talks;', 'border;talks'],
    ['stances', 'basis', 'Conduct', 'conduct'],
    ['sources', 'kind', 'News agency', 'news-agency'],
    ['actors', 'name', '  Poland ', 'Poland'],
  ])('%s.%s: %j is %j', (table, column, text, written) => expect(cell(table, column, text)).toBe(written));

  test.each<[TableName, string, string]>([
    ['stances', 'score', '1.5'],
    ['stances', 'score', 'two'],
    ['places', 'lat', '52,10'],
    ['sources', 'mirror', 'perhaps'],
    ['stances', 'basis', 'hearsay'],
    ['statements', 'date', '05/11/2025'],
    ['statements', 'quote', 'TRUE'],
  ])('%s.%s: %j is not this function’s to decide', (table, column, text) => expect(cell(table, column, text)).toBe(text));

  test('what is canonical stays, whatever the cell', () => {
    const fields = Object.values(SCHEMAS).flatMap(({ fields }) => fields);
    fc.assert(
      fc.property(fc.constantFrom(...fields), fc.string(), (field, text) => {
        const once = canonicalCell(field, text);
        expect(canonicalCell(field, once)).toBe(once);
      }),
    );
  });
});

test('cells that were rewritten are counted, columns of one’s own and ragged rows are left alone', () => {
  const { table } = readTable('places', 'places.csv', 'id,name,country,kind,lat,lon,mine\na,A,POL,city,52.0,21.10, x \nb,B\n');
  const { table: written, cells } = canonicalTable(table);
  expect(cells).toBe(2);
  expect(written.rows).toEqual([
    ['a', 'A', 'POL', 'city', '52', '21.1', ' x '],
    ['b', 'B'],
  ]);
});

describe.each(SHIPPED)('%s as a spreadsheet would save it', (name) => {
  test('comes back byte by byte', () => {
    for (const table of Object.values(shipped(name).tables)) {
      const before = writeTable(table);
      const saved = table.rows.map((row) => row.map((text) => (text === 'true' || text === 'false' ? text.toUpperCase() : text)));
      const lines = [table.columns, ...saved].map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(';'));
      const { table: read } = readTable(table.name, `${table.name}.csv`, `\uFEFF${lines.join('\r\n')}\r\n`);
      expect(writeTable(canonicalTable(read).table)).toBe(before);
    }
  });
});
