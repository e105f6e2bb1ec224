import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTable } from './reading/csv';
import { TABLE_NAMES, type TextTable } from './record';
import { columnsOf } from './schema';
import { filesOf, SHIPPED } from '../testing/shippedDataset';
import { writeTable } from './write';

describe.each(SHIPPED)('%s', (name) => {
  test.each(TABLE_NAMES.filter((table) => filesOf(name).has(`${table}.csv`)))('%s.csv comes back byte for byte', (table) => {
    const bytes = filesOf(name).get(`${table}.csv`) ?? new Uint8Array(1);
    const written = new TextEncoder().encode(writeTable(readTable(table, `${table}.csv`, bytes).table));
    expect(Buffer.compare(written, bytes)).toBe(0);
  });
});

/** Text of the kind that breaks CSV: separators, quotes, line breaks, blanks, marks, letters of several scripts. */
const nasty = fc
  .array(
    fc.constantFrom('a', ',', '"', '""', '\n', '\r\n', '\r', ';', '\t', ' ', '=', 'Łukaszenka', 'Кузница', '\u2028', '😀', '0'),
    {
      maxLength: 8,
    },
  )
  .map((parts) => parts.join(''));
const columns = columnsOf('scenes');
const rows = fc.array(fc.array(nasty, { minLength: columns.length, maxLength: columns.length }), { maxLength: 12 });

function tableOf(cells: string[][]): TextTable {
  return { name: 'scenes', columns, rows: cells, lines: new Uint32Array(cells.length) };
}

test('any cells survive writing and reading, but for carriage returns and rows without a letter', () => {
  fc.assert(
    fc.property(rows, (cells) => {
      const kept = cells
        .map((row) => row.map((cell) => cell.replaceAll('\r\n', '\n').replaceAll('\r', '\n')))
        .filter((row) => row.some((cell) => cell.trim() !== ''));
      const { table, faults } = readTable('scenes', 'scenes.csv', writeTable(tableOf(cells)));
      expect(table.rows).toEqual(kept);
      expect(faults.filter(({ rule }) => rule !== 'blank-row')).toEqual([]);
    }),
  );
});

test('what has been written once is canonical: writing it again changes no byte', () => {
  fc.assert(
    fc.property(rows, (cells) => {
      const once = writeTable(readTable('scenes', 'scenes.csv', writeTable(tableOf(cells))).table);
      expect(writeTable(readTable('scenes', 'scenes.csv', new TextEncoder().encode(once)).table)).toBe(once);
    }),
  );
});

test('the line of each row is that of the text, whatever the cells hold', () => {
  fc.assert(
    fc.property(rows, (cells) => {
      const text = writeTable(tableOf(cells.map((row, i) => [`row${i}`, ...row.slice(1)])));
      const { table } = readTable('scenes', 'scenes.csv', text);
      const lines = text.split('\n');
      table.rows.forEach((row, i) => expect(lines[(table.lines[i] ?? 0) - 1]?.startsWith(row[0] ?? '')).toBe(true));
    }),
  );
});

test('a ragged row loses no cell', () => {
  const text = 'story,order,title,text,view\ns,1,One,,,left over\ns,2\n';
  expect(writeTable(readTable('scenes', 'scenes.csv', text).table)).toBe(text);
});
