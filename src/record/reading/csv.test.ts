import { describe, expect, test } from 'vitest';
import { readTable } from './csv';

const HEADER = 'story,order,title,text,view';

function scenes(body: string, header = HEADER): ReturnType<typeof readTable> {
  return readTable('scenes', 'scenes.csv', `${header}\n${body}`);
}

function bytes(text: string, encoding: 'utf16le' | 'latin1' | 'utf8'): Uint8Array {
  return new Uint8Array(Buffer.from(text, encoding));
}

/** Windows-1251 of Cyrillic and ASCII text, which no encoder of the platform writes. */
function windows1251(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => {
    const code = letter.charCodeAt(0);
    return code < 128 ? code : code - 0x0410 + 0xc0;
  });
}

describe('lines', () => {
  test('stay right below cells that hold line breaks, blank rows and quoted quotes', () => {
    const { table } = scenes('s,1,One,"first\nsecond ""line""\n\nfourth",\n\ns,2,Two,plain,\ns,3,"a,b",,\n');
    expect(table.rows.map((row) => row[2])).toEqual(['One', 'Two', 'a,b']);
    expect([...table.lines]).toEqual([2, 7, 8]);
  });

  test('count the same in a file with CRLF, which is reported once', () => {
    const { table, faults } = readTable('scenes', 'scenes.csv', `${HEADER}\r\ns,1,One,"a\r\nb",\r\ns,2,Two,,\r\n`);
    expect([...table.lines]).toEqual([2, 4]);
    expect(table.rows[0]?.[3]).toBe('a\nb');
    expect(faults.map(({ rule, line }) => [rule, line])).toEqual([['line-ends', 1]]);
  });
});

describe('quotes out of place', () => {
  test('cost their own row only, wherever the parser notices', () => {
    const { table, faults } = scenes('s,1,One,"never closed,\ns,2,Two,"fine, this one",\ns,3,Three,,\n');
    expect(table.rows.map((row) => row[1])).toEqual(['1', '2', '3']);
    expect(faults).toMatchObject([{ rule: 'unbalanced-quotes', line: 2, row: 1, column: 'text', value: '"never closed' }]);
  });

  test('are all found, with their lines', () => {
    const { faults } = scenes('s,1,One,"open,\ns,2,"Two" or so,x,\ns,3,Three,,\ns,4,Four,"open again,\n');
    expect(faults.map(({ rule, line }) => [rule, line])).toEqual([
      ['unbalanced-quotes', 2],
      ['unbalanced-quotes', 3],
      ['unbalanced-quotes', 5],
    ]);
  });

  test('inside an unquoted cell are letters like others', () => {
    const { table, faults } = scenes('s,1,The "big deal",,\n');
    expect(table.rows[0]?.[2]).toBe('The "big deal"');
    expect(faults).toEqual([]);
  });
});

describe('what spreadsheets do', () => {
  test('semicolons are told from the semicolons of lists by the names of columns', () => {
    const semicolons = readTable(
      'ties',
      'ties.csv',
      'id;kind;members;sign;title;start;end;summary;sources\na;treaty;"x;y";1;T;;;;\n',
    );
    expect(semicolons.table.rows[0]?.[2]).toBe('x;y');
    expect(semicolons.faults).toMatchObject([
      { rule: 'wrong-delimiter', line: 1, message: 'Cells are separated by semicolons, not by commas.' },
    ]);
    expect(readTable('ties', 'ties.csv', 'id,members\na,x;y;z;w;v;u\n').faults).toEqual([]);
  });

  test('tabs are read and reported', () => {
    const { table, faults } = readTable('scenes', 'scenes.csv', `${HEADER.replaceAll(',', '\t')}\ns\t1\tOne, two\t\t\n`);
    expect(table.rows[0]?.[2]).toBe('One, two');
    expect(faults[0]?.message).toBe('Cells are separated by tabs, not by commas.');
  });

  test('blank rows at the end, with and without commas, are one fault', () => {
    const { table, faults } = scenes('s,1,One,,\n,,,,\n,,,,\n\n');
    expect(table.rows).toHaveLength(1);
    expect(faults).toMatchObject([{ rule: 'blank-row', line: 3, message: 'There are 3 blank rows, the first at the end.' }]);
  });

  test('ragged rows keep what they have and say what is amiss', () => {
    const { table, faults } = scenes('s,1,One,,,extra\ns,2\n');
    expect(table.rows).toEqual([
      ['s', '1', 'One', '', '', 'extra'],
      ['s', '2'],
    ]);
    expect(faults).toMatchObject([
      { rule: 'ragged-row', line: 2, value: 'extra', suggestion: 'Put a cell that holds a comma in double quotes.' },
      { rule: 'ragged-row', line: 3, message: 'The row has 2 cells where the header has 5.' },
    ]);
  });
});

describe('encodings', () => {
  const text = `${HEADER}\ns,1,Кузница,Łukaszenka,\n`;

  test('a byte order mark does not become part of the first column', () => {
    const { table, faults } = readTable('scenes', 'scenes.csv', bytes(`\uFEFF${text}`, 'utf8'));
    expect(table.columns[0]).toBe('story');
    expect(faults).toMatchObject([{ rule: 'byte-order-mark' }]);
  });

  test.each([
    ['with its mark', `\uFEFF${text}`],
    ['without', text],
  ])('UTF-16 %s is read and reported', (_, content) => {
    const { table, faults } = readTable('scenes', 'scenes.csv', bytes(content, 'utf16le'));
    expect(table.rows[0]?.slice(2, 4)).toEqual(['Кузница', 'Łukaszenka']);
    expect(faults).toMatchObject([{ rule: 'wrong-encoding', message: 'The file is UTF-16 (little-endian), not UTF-8.' }]);
  });

  test('Windows-1251 is read, and the first line with it is named', () => {
    const { table, faults } = readTable('scenes', 'scenes.csv', windows1251(`${HEADER}\ns,1,One,,\ns,2,Граница,Пункт,\n`));
    expect(table.rows[1]?.slice(2, 4)).toEqual(['Граница', 'Пункт']);
    expect(faults).toMatchObject([
      { rule: 'wrong-encoding', line: 3, message: 'The file is not UTF-8; it reads as Windows-1251 (Cyrillic).' },
    ]);
  });

  test('Windows-1250 is told from it by letters that stand alone', () => {
    const { table } = readTable('scenes', 'scenes.csv', bytes(`${HEADER}\ns,1,Bia\u00b3ystok i Suwa\u00b3ki,,\n`, 'latin1'));
    expect(table.rows[0]?.[2]).toBe('Białystok i Suwałki');
  });

  test('bytes that are no text at all do not throw', () => {
    const noise = Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256);
    expect(() => readTable('scenes', 'scenes.csv', noise)).not.toThrow();
    expect(readTable('scenes', 'scenes.csv', new Uint8Array(0)).table.rows).toEqual([]);
  });
});
