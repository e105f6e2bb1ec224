import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readRecord } from '../record/reading/read';
import { bringFiles, type Outcome } from './bringFiles';
import { sheetsOf, textSheet } from './sheet';

/** Sheets as people have them: titles above the header, merged cells, two tables below each other, other calendars, other places of parts. */

const open = (name: string, content: Uint8Array | string): Promise<Outcome> =>
  bringFiles(new Map([[name, typeof content === 'string' ? strToU8(content) : content]]), {
    sqlite: () => Promise.reject(new Error('no SQLite here')),
  });

async function sheetsIn(name: string, content: Uint8Array | string) {
  const outcome = await open(name, content);
  if (outcome.kind !== 'sheets') throw new Error(JSON.stringify(outcome));
  return outcome.sheets;
}

type Cell = string | number | { date: number };

/** A workbook of XLSX by hand: rows from row 1 on, null for a blank one. */
function xlsx(
  rows: readonly (readonly Cell[] | null)[],
  { merged = [] as string[], date1904 = false, chart = false, folder = 'xl/' } = {},
): Uint8Array {
  const letter = (i: number) => String.fromCharCode(65 + i);
  const cellOf = (cell: Cell, at: string): string => {
    if (cell === '') return '';
    if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
    if (typeof cell === 'object') return `<c r="${at}" s="1"><v>${cell.date}</v></c>`;
    return `<c r="${at}" t="inlineStr"><is><t>${cell}</t></is></c>`;
  };
  const data = rows.map((row, i) => row === null ? '' : `<row r="${i + 1}">${row.map((cell, c) => cellOf(cell, `${letter(c)}${i + 1}`)).join('')}</row>`).join(''); // prettier-ignore
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const rels = 'http://schemas.openxmlformats.org/package/2006/relationships';
  const parts: Record<string, string> = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': `<Relationships xmlns="${rels}"><Relationship Id="r1" Type="${office}/officeDocument" Target="${folder}workbook.xml"/></Relationships>`,
    [`${folder}workbook.xml`]: `<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr${date1904 ? ' date1904="1"' : ''}/><sheets>${chart ? '<sheet name="Chart" sheetId="2" r:id="c1"/>' : ''}<sheet name="Talks" sheetId="1" r:id="s1"/></sheets></workbook>`,
    [`${folder}_rels/workbook.xml.rels`]: `<Relationships xmlns="${rels}">${chart ? `<Relationship Id="c1" Type="${office}/chartsheet" Target="chartsheets/sheet1.xml"/>` : ''}<Relationship Id="s1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="st" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    [`${folder}styles.xml`]: `<styleSheet xmlns="${main}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    [`${folder}worksheets/sheet1.xml`]: `<worksheet xmlns="${main}"><sheetData>${data}</sheetData>${merged.length === 0 ? '' : `<mergeCells>${merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`}</worksheet>`,
    ...(chart ? { [`${folder}chartsheets/sheet1.xml`]: `<chartsheet xmlns="${main}"/>` } : {}),
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])));
}

const HEAD = ['Date', 'Country A', 'Country B', 'Rating'];
const ROWS = [
  ['2025-11-05', 'Poland', 'Belarus', 2],
  ['2025-11-06', 'Belarus', 'Poland', -1],
  ['2025-11-07', 'Poland', 'Belarus', 1],
];

describe('a table that does not begin in the first row', () => {
  it.each([
    ['a title', [['Talks of autumn'], null]],
    ['a title and a source', [['Talks of autumn'], ['Source', 'Ministry'], null]],
    ['a note in pieces', [['as', 'seen', '', 'by us'], null]],
  ])('is found below %s', async (_, above) => {
    const [sheet] = await sheetsIn('t.xlsx', xlsx([...above, HEAD, ...ROWS]));
    expect([sheet?.columns, sheet?.rows.length]).toEqual([HEAD, 3]);
    expect(sheet?.lines).toEqual([1, 2, 3].map((n) => n + above.length + 1));
    expect(sheet?.above?.[0]).toBe(above[0]?.filter(Boolean).join(' '));
  });

  it('of text too; and what stood above is told of', async () => {
    const outcome = await open('e.csv', 'Ties of the powers\n\nfrom,to,sign,begin\nGBR,FRA,-1,1872\nGBR,DEU,1,1879\n');
    if (outcome.kind !== 'brought') throw new Error(outcome.kind);
    expect(outcome.report).toMatchObject({ rowsIn: 2, rowsShown: 2 });
    expect(outcome.report.notes).toMatchObject([{ row: 0, value: 'Ties of the powers' }]);
  });

  it.each([
    ['names of some columns alone', 'who,whom\nPoland,Belarus,x,y,z\nBelarus,Poland,x,y,z\nA,B,x,y,z\n', ['who', 'whom', 'Column C', 'Column D', 'Column E']], // prettier-ignore
    ['rows that are numbers below narrow ones', 'a\n1,2,3\n4,5,6\n7,8,9\n', ['a', 'Column B', 'Column C']],
    ['two columns', 'id,label\na,b\nc,d\n', ['id', 'label']],
  ])('%s are no title', (_, text, columns) => {
    expect(textSheet('x', text)?.columns).toEqual(columns);
    expect(textSheet('x', text)?.above).toBeUndefined();
  });
});

describe('two tables in one sheet', () => {
  it('are two, each with its own columns; a blank row within one parts nothing', async () => {
    const second = [
      ['Actor', 'Kind', 'Seats', 'Since'],
      ['Poland', 'state', 460, 1919],
      ['Belarus', 'state', 110, 1994],
    ];
    const sheets = await sheetsIn('t.xlsx', xlsx([HEAD, ROWS[0]!, null, ROWS[1]!, ROWS[2]!, null, null, ...second]));
    expect(sheets.map(({ file, columns, rows, lines }) => [file, columns[0], rows.length, lines[0]])).toEqual([
      ['t.xlsx, sheet “Talks”', 'Date', 3, 2],
      ['t.xlsx, sheet “Talks”, from row 8', 'Actor', 2, 9],
    ]);
  });

  it('the second may stand further right, and a heading between rows begins none', () => {
    const rows = [['a', 'b'], ['x', 'y'], ['', '', 'who', 'whom'], ['', '', 'p', 'q'], ['', '', 'r', 's']]; // prettier-ignore
    expect(sheetsOf('f', rows, [1, 2, 4, 5, 6]).map(({ columns }) => columns.at(-1))).toEqual(['b', 'whom']);
    expect(sheetsOf('f', rows, [1, 2, 3, 4, 5])).toHaveLength(1);
    const part = [['who', 'n'], ['x', '1'], ['Group two', ''], ['y', '2']]; // prettier-ignore
    expect(sheetsOf('f', part, [1, 2, 4, 5])).toHaveLength(1);
  });
});

describe('merged cells', () => {
  it('of XLSX say the same in every row that they cover, and nothing beside it', async () => {
    const rows = [HEAD, ['2025-11-05', 'Poland', 'Belarus', 2], ['2025-11-06', '', 'Ukraine', 1], ['2025-11-07', '', 'Lithuania', 1], ['2025-11-08', '', 'Latvia', 1]]; // prettier-ignore
    const [sheet] = await sheetsIn('t.xlsx', xlsx(rows, { merged: ['B2:B4', 'A1:A1', 'C5:D5'] }));
    expect(sheet?.rows.map(([, who]) => who)).toEqual(['Poland', 'Poland', 'Poland', '']);
  });

  it('of ODS too', async () => {
    const cell = (text: string, more = '') => `<table:table-cell ${more}><text:p>${text}</text:p></table:table-cell>`;
    const row = (...cells: string[]) => `<table:table-row>${cells.join('')}</table:table-row>`;
    const covered = '<table:covered-table-cell/>';
    const table = [row(cell('who'), cell('whom'), cell('how')), row(cell('A', 'table:number-rows-spanned="2"'), cell('B'), cell('likes')), row(covered, cell('C'), cell('loves')), row('<table:table-cell/>', cell('D'), cell('hates'))].join(''); // prettier-ignore
    const content = `<?xml version="1.0"?><office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><table:table table:name="T">${table}</table:table></office:document-content>`;
    const ods = zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'), 'META-INF/manifest.xml': strToU8('<x/>'), 'content.xml': strToU8(content) }); // prettier-ignore
    expect((await sheetsIn('t.ods', ods))[0]?.rows.map(([who]) => who)).toEqual(['A', 'A', '']);
  });
});

describe('a workbook', () => {
  it.each([
    [false, 45_966, '2025-11-05'],
    [true, 44_504, '2025-11-05'],
  ])('counts its days from where it says (1904: %s)', async (date1904, serial, day) => {
    const rows = [HEAD, [{ date: serial }, 'Poland', 'Belarus', 1], [{ date: serial + 0.75 }, 'Poland', 'Belarus', 1]];
    const [sheet] = await sheetsIn('t.xlsx', xlsx(rows, { date1904 }));
    expect(sheet?.rows.map(([date]) => date)).toEqual([day, `${day}T18:00`]);
  });

  it('with a sheet that is a chart is read without it', async () => {
    const sheets = await sheetsIn('t.xlsx', xlsx([HEAD, ...ROWS], { chart: true }));
    expect(sheets.map(({ file, rows }) => [file, rows.length])).toEqual([['t.xlsx, sheet “Talks”', 3]]);
  });

  it('is one wherever its parts lie', async () => {
    expect(await sheetsIn('t.xlsx', xlsx([HEAD, ...ROWS], { folder: '' }))).toHaveLength(1);
    expect(await sheetsIn('t.xlsx', xlsx([HEAD, ...ROWS], { folder: 'xl\\' }))).toHaveLength(1);
  });
});

describe('what other programs write', () => {
  const MIDB = 'DispNum3,DispNum4,StAbb,ccode,StDay,StMon,StYear,EndDay,EndMon,EndYear,SideA,HostLev\n2,-9,UKG,200,-9,7,1902,24,1,1903,0,1\n2,-9,USA,2,-9,7,1902,24,1,1903,1,3\n-9,4501,RUS,365,8,8,2008,12,8,2008,1,4\n-9,4501,GRG,372,8,8,2008,12,8,2008,0,4\n'; // prettier-ignore

  it('disputes of two numberings are told apart, and names of columns are known however they are written', async () => {
    const outcome = await open('m.csv', MIDB);
    if (outcome.kind !== 'brought') throw new Error(outcome.kind);
    const record = readRecord(outcome.files, 'm');
    expect([outcome.report.format, outcome.report.rowsShown]).toEqual(['Correlates of War disputes', 4]);
    expect(record.evidence.title).toEqual(['Dispute 2: USA and UKG', 'Dispute 4501: RUS and GRG']);
  });

  it('rows that join a state with itself are left out and counted', async () => {
    const pairs =
      'disno,statea,namea,stateb,nameb,strtyr,endyear,hihosta,hihostb\n7,2,USA,2,USA,1990,1990,3,3\n8,2,USA,200,UKG,1990,1990,3,3\n';
    const outcome = await open('m.csv', pairs);
    if (outcome.kind !== 'brought') throw new Error(outcome.kind);
    expect(outcome.report.lost).toContainEqual({ what: 'rows that join a state with itself', rows: 1 });
    const ucdp =
      'id,type_of_violence,side_a,side_b,date_start,date_end\n1,1,Government of X,Government of X,2020-01-01,2020-01-01\n';
    const ged = await open('g.csv', ucdp);
    if (ged.kind !== 'brought') throw new Error(ged.kind);
    expect(ged.report.lost).toContainEqual({ what: 'rows whose two sides are one: they are shown, without a stance', rows: 1 });
  });

  it('two columns that are ends of an edge are a graph', async () => {
    const outcome = await open('e.csv', 'Source,Target\nA,B\nB,C\n');
    expect(outcome).toMatchObject({ kind: 'brought', report: { format: 'Gephi sheet', rowsShown: 2 } });
  });

  it.each([
    ['UTF-16 with semicolons', new Uint8Array([0xff, 0xfe, ...Array.from('Datum;Wer;Wen;Haltung\n05.11.2025;Polen;Österreich;dafür\n').flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8])]), 'Österreich'], // prettier-ignore
    ['Latin letters of Windows', new Uint8Array(Array.from('Datum;Wer;Wen;Haltung\n05.11.2025;Polen;\xd6sterreich;x\n').map((c) => c.charCodeAt(0))), 'Österreich'], // prettier-ignore
  ])('%s', async (_, content, whom) => {
    expect((await sheetsIn('t.csv', content))[0]?.rows[0]?.[2]).toBe(whom);
  });

  it.each([
    ['graph\n[\n  node\n  [\n    id 1\n  ]\n]\n', 'a graph in GML'],
    ['Creator "Mark"\ngraph [ node [ id 1 ] ]\n', 'a graph in GML'],
    ['*Vertices 2\n1 "a"\n2 "b"\n*Edges\n1 2\n', 'a graph of Pajek'],
    ['nodedef>name VARCHAR,label VARCHAR\na,b\n', 'a graph of GUESS'],
    ['digraph G {\n a -> b;\n}\n', 'a graph in DOT'],
  ])('%j is named for what it is', async (text, words) => {
    expect(await open('x.txt', text)).toMatchObject({ kind: 'unknown', message: expect.stringContaining(words) });
  });
});
