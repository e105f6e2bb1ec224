import { readFileSync, writeFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import fc from 'fast-check';
import { parquetReadObjects, parquetMetadata } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { bringFiles } from '../bring/bringFiles';
import { xlsxSheets } from '../bring/workbook';
import { readRecord } from '../record/reading/read';
import type { StanceRecord } from '../record/record';
import { datasetRecord } from '../testing/smallRecord';
import { tokenRecord } from '../testing/tokenRecord';
import { jsonFaults, packageFaults } from '../testing/validators';
import { writeParquet } from './parquet';
import { PLAIN_JSON, plainJsonSchema, writePlainJson, writeRecordWorkbook } from './recordOut';
import { everything } from './selection';
import { stanceTable } from './stancesCsv';
import { datasetFiles, subsetTables } from './subset';
import { isPlainNumber, writeWorkbook } from './workbook';
import { zipOf } from './zip';
import { greatPowers } from '../testing/shippedDataset';

const now = new Date(2026, 0, 1);
const record = datasetRecord('eastern-flank');
const about = { name: record.meta.name, title: record.meta.title, view: record.meta.view, words: '' };
const link = (id: string) => `https://example.org/#/evidence?item=${id}`;

function packed(of: StanceRecord) {
  const files = datasetFiles(of, everything(of), { ...about, name: of.meta.name, title: of.meta.title, view: of.meta.view });
  return { files, tables: subsetTables(of, everything(of)), packageText: files.get('datapackage.json')! };
}

async function again(file: string, content: Uint8Array, { meta: { name } }: StanceRecord): Promise<StanceRecord> {
  const outcome = await bringFiles(new Map([[file, content]]), { sqlite: () => Promise.reject(new Error('none')) });
  if (outcome.kind !== 'dataset') throw new Error(`${file} is read as ${outcome.kind}`);
  const decoder = new TextDecoder();
  const inside = [...outcome.files.values()][0]!;
  // A zip is handed on as it is.
  const files = outcome.files.size === 1 && inside[0] === 0x50 ? Object.entries(unzipSync(inside)) : [...outcome.files];
  return readRecord(new Map(files.map(([path, bytes]) => [path.replace(/^.*\//, ''), decoder.decode(bytes)])), name);
}

/** What a record says, without what depends on the files that it stood in. */
function said({ tables, meta, evidence, stances, actors, ties, faults }: StanceRecord) {
  const filled = Object.entries(tables).filter(([, table]) => table.rows.length > 0);
  return {
    tables: Object.fromEntries(filled.map(([name, { columns, rows }]) => [name, { columns, rows }])),
    meta: { ...meta, rows: undefined },
    counts: [evidence.n, stances.n, actors.length, ties.length],
    errors: faults.filter(({ severity }) => severity === 'error'),
  };
}

describe.each([
  ['a record of ties', greatPowers()],
  ['a record with a column of its own', tokenRecord()],
])('%s, out and in again', (_, of) => {
  const { files, tables, packageText } = packed(of);

  it('is equal as tables in a zip', async () => {
    expect(said(await again('x.zip', zipOf(files, 'x', now), of))).toEqual(said(of));
  });

  it('is equal as a workbook', async () => {
    expect(said(await again('x.xlsx', writeRecordWorkbook(tables, packageText, now), of))).toEqual(said(of));
  });

  it('is equal as plain JSON, which its published schema accepts', async () => {
    const text = writePlainJson(tables, packageText, `https://example.org/${PLAIN_JSON}`);
    expect(said(await again('x.json', new TextEncoder().encode(text), of))).toEqual(said(of));
    expect(jsonFaults(plainJsonSchema(), JSON.parse(text))).toEqual([]);
  });

  it('is a data package by the profile of Data Package v2', () => {
    expect(packageFaults(JSON.parse(packageText))).toEqual([]);
  });
});

describe('the shipped record, out and in again', () => {
  it('is equal as a workbook and as plain JSON', async () => {
    const { tables, packageText } = packed(record);
    const before = said(record);
    expect(said(await again('x.xlsx', writeRecordWorkbook(tables, packageText, now), record))).toEqual(before);
    const text = writePlainJson(tables, packageText, PLAIN_JSON);
    expect(jsonFaults(plainJsonSchema(), JSON.parse(text))).toEqual([]);
    expect(said(await again('x.json', new TextEncoder().encode(text), record))).toEqual(before);
  });
});

describe('the published schema of plain JSON', () => {
  it('is the one that the tables have', () => {
    const text = `${JSON.stringify(plainJsonSchema(), null, 2)}\n`;
    if (process.env['PIN'] === '1') writeFileSync(`public/${PLAIN_JSON}`, text);
    expect(readFileSync(`public/${PLAIN_JSON}`, 'utf8')).toBe(text);
  });

  it('refuses a score that is none, an actor without a name and a table that is none', () => {
    const { tables, packageText } = packed(greatPowers());
    const good = JSON.parse(writePlainJson(tables, packageText, PLAIN_JSON)) as { tables: Record<string, unknown[]> };
    const faults = (change: Record<string, unknown[]>) =>
      jsonFaults(plainJsonSchema(), { ...good, tables: { ...good.tables, ...change } });
    const stance = { id: 's', evidence: 'e', holder: 'a', target: 'b', basis: 'statement' };
    expect(faults({ stances: [{ ...stance, score: 2 }] })).toEqual([]);
    expect(faults({ stances: [{ ...stance, score: 3 }] })).toEqual(['/tables/stances/0/score must be <= 2']);
    expect(faults({ actors: [{ id: 'a', kind: 'state' }] })).toEqual(["/tables/actors/0 must have required property 'name'"]);
    expect(faults({ people: [] })).toEqual(['/tables must NOT have additional properties']);
  });
});

describe('a profile of data packages', () => {
  it('refuses a package without resources, so that the check above is one', () => {
    const { packageText } = packed(greatPowers());
    const { resources, ...rest } = JSON.parse(packageText) as { resources: object[] };
    expect(packageFaults(rest)).toEqual([" must have required property 'resources'"]);
    expect(packageFaults({ ...rest, resources: resources.map((one) => ({ ...one, path: '../x.csv' })) })).not.toEqual([]);
  });
});

describe('a workbook', () => {
  const sheet = (cells: string[][], numbers = new Set<string>()) =>
    writeWorkbook([{ name: 'one', columns: ['a', 'b'], rows: cells, numbers }], now);
  const read = async (bytes: Uint8Array) => xlsxSheets('x.xlsx', new Map(Object.entries(unzipSync(bytes))));

  it('holds any text as it is, and nothing that computes', async () => {
    const cell = fc.string({ unit: 'binary', maxLength: 40 }).map((text) => text.replace(/\p{Cc}|[\ufffe\uffff]/gu, '').trim()); // prettier-ignore
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 6 }), async (rows) => {
        const filled = rows.filter((row) => row.some((text) => text !== ''));
        fc.pre(filled.length > 0);
        const [found] = await read(sheet(filled));
        expect(found?.rows).toEqual(filled);
      }),
      { numRuns: 60 },
    );
    const formula = new TextDecoder().decode(unzipSync(sheet([['=1+1', '+x']]))['xl/worksheets/sheet1.xml']);
    expect(formula).not.toContain('<f>');
    expect(formula).toContain('t="inlineStr"');
  });

  it('has numbers where a column is of numbers and the cell is written as one', () => {
    const xml = new TextDecoder().decode(
      unzipSync(sheet([['5', '5'], ['5.50', 'x'], ['-2', '']], new Set(['a'])))['xl/worksheets/sheet1.xml'],
    ); // prettier-ignore
    expect([...xml.matchAll(/<v>(.*?)<\/v>/g)].map(([, value]) => value)).toEqual(['5', '-2']);
    expect(['1', '-2.5', '53.90', '007', '1e3', '', 'x', '+1'].map(isPlainNumber)).toEqual([true, true, false, false, false, false, false, false]); // prettier-ignore
  });

  it('cuts what no spreadsheet holds, and leaves out what XML cannot say', async () => {
    const [found] = await read(
      sheet([
        ['x'.repeat(40_000), 'a\u0001b\ufffe'],
        ['a\nb', '_x0041_'],
      ]),
    );
    expect(found?.rows[0]).toEqual(['x'.repeat(32_767), 'ab']);
    expect(found?.rows[1]?.[0]).toBe('a\nb');
  });

  it('has sheets of different names, at least one', () => {
    const one = { name: 'One', columns: ['a'], rows: [] };
    expect(() => writeWorkbook([], now)).toThrow(RangeError);
    expect(() => writeWorkbook([one, { ...one, name: 'one' }], now)).toThrow('one name');
  });
});

describe('the flat table as Parquet', () => {
  it('is read by another library: every row and cell, scores as numbers, nothing as null', async () => {
    const table = stanceTable(record, everything(record).stances.slice(0, 40), link);
    const file = writeParquet(table, new Set(['score', 'coder_a']));
    expect(Number(parquetMetadata(file).num_rows)).toBe(40);
    const rows = await parquetReadObjects({ file });
    const expected = table.rows.map((row) =>
      Object.fromEntries(
        table.columns.map((name, at) => {
          const cell = row[at] ?? '';
          return [name, cell === '' ? null : ['score', 'coder_a'].includes(name) ? Number(cell) : cell];
        }),
      ),
    );
    expect(rows).toEqual(expected);
  });
});
