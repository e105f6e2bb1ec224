import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parquetReadObjects } from 'hyparquet';
import { afterAll, describe, expect, test } from 'vitest';
import { Account } from '../../bring/account';
import { bringGdelt, GDELT_1, GDELT_2 } from '../../bring/gdelt';
import { RecordMaker } from '../../bring/recordMaker';
import { CUBE_COLUMNS, readManifest, type PackedManifest } from '../../packed/form';
import { findRows, readRows } from '../../packed/readRows';
import { tablesOfRows, type PackedRow, type PairIds } from '../../packed/rowTables';
import { readTable } from '../../record/reading/csv';
import { readRecord, readTables } from '../../record/reading/read';
import type { StanceRecord } from '../../record/record';
import { FIRST_DAY, LAST_DAY } from '../../words/calendar';
import { readFolder } from '../datasetFolder';
import { diskFile } from './diskFile';
import { clickhouseAt, clickhouseHere, duckdb, NoEngine, type Engine } from './engines';
import { cameoGrades, gdeltFiles, gdeltFolder, UNSPECIFIED } from './gdeltFolder';
import { monthsOf, packWith } from './packWith';
import { cubeQuery, DIALECTS, gdeltSource, ownSource, syntheticSource as synthetic } from './queries';
import { querySource } from './querySource';
import { recordSource } from './recordSource';
import { syntheticSource } from './syntheticSource';

const folder = mkdtempSync(join(tmpdir(), 'stanceline-pack-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let folders = 0;
function fresh(): string {
  const path = join(folder, String(folders++));
  mkdirSync(path);
  return path;
}

/** An engine, or null where its binary is not to be had here, which is said aloud: such a test has not run. */
async function engineOr(make: () => Promise<Engine>): Promise<Engine | null> {
  try {
    return await make();
  } catch (error) {
    if (!(error instanceof NoEngine)) throw error;
    console.warn(`NOT RUN: ${error.message}`);
    return null;
  }
}
const duck = (path: string) => engineOr(() => duckdb(path, { memory: '1GB', threads: 1 }));
const click = (path: string) => engineOr(() => Promise.resolve().then(() => clickhouseHere(path)));
const known = await duck(fresh());
const house = await click(fresh());
await known?.close();
await house?.close();
const withDuck = test.skipIf(known === null);
const withBoth = test.skipIf(known === null || house === null);

function pairsIn(path: string): PairIds[] {
  const [, ...lines] = readFileSync(join(path, 'pairs.csv'), 'utf8').trim().split('\n');
  return lines.map((line): PairIds => [line.split(',')[0] ?? '', line.split(',')[1] ?? '']);
}

async function allRows(path: string, { months, texts }: PackedManifest): Promise<PackedRow[]> {
  const rows: PackedRow[] = [];
  for (const month of months) {
    const file = diskFile(join(path, month.file));
    const wanted = { pairs: null, days: [FIRST_DAY, LAST_DAY] as const };
    rows.push(...(await readRows(file, await findRows(month, file, wanted), wanted, texts)));
  }
  return rows;
}

/** Rows of the cube, each as its numbers in the order of the columns. */
async function cubeIn(path: string): Promise<number[][]> {
  const rows = await parquetReadObjects({ file: diskFile(join(path, 'cube.parquet')) });
  return rows.map((row: Record<string, unknown>) => CUBE_COLUMNS.map((column) => Number(row[column])));
}

/** The cube as the record itself says it. */
function counted(record: StanceRecord, pairs: readonly PairIds[]): number[][] {
  const { stances, evidence, actors } = record;
  const cells = new Map<string, number[]>();
  for (let i = 0; i < stances.dated; i++) {
    const ids = [actors[stances.holder[i] ?? 0]?.id, actors[stances.target[i] ?? 0]?.id];
    const pair = pairs.findIndex(([holder, target]) => holder === ids[0] && target === ids[1]);
    const by = [pair, stances.day[i] ?? 0, evidence.kinds[stances.evidence[i] ?? 0] ?? 0, stances.basis[i] ?? 0];
    const cell = cells.get(by.join()) ?? [...by, 0, 0, 0, 0, 0, 0, 0];
    const score = stances.score[i] ?? 0;
    cell[4] = (cell[4] ?? 0) + 1;
    cell[5] = (cell[5] ?? 0) + score;
    cell[8 + score] = (cell[8 + score] ?? 0) + 1;
    cells.set(by.join(), cell);
  }
  return [...cells.values()].sort((a, b) => a.slice(0, 4).reduce((order, value, k) => order || value - (b[k] ?? 0), 0));
}

const EASTERN = 'data/eastern-flank';

describe('a record packed with DuckDB', () => {
  withDuck('has the cube that its rows make, and gives its rows back', async () => {
    const [temporary, out] = [fresh(), fresh()];
    const engine = await duckdb(temporary, { memory: '1GB', threads: 1 });
    const manifest = await packWith(engine, recordSource(EASTERN, temporary, 'duckdb'), out);
    await engine.close();
    const record = readRecord(readFolder(EASTERN), 'eastern-flank');
    const pairs = pairsIn(out);
    expect(readManifest(readFileSync(join(out, 'manifest.json'), 'utf8'))).toEqual(manifest);
    expect([manifest.rows, manifest.times, manifest.occasions]).toEqual([record.stances.dated, true, true]);
    const cube = await cubeIn(out);
    expect(cube).toEqual(counted(record, pairs));
    expect([manifest.cube.rows, manifest.pairs]).toEqual([cube.length, pairs.length]);

    const kept = Object.fromEntries(
      manifest.tables.map((table) => [table, readTable(table, `${table}.csv`, readFileSync(join(out, `${table}.csv`))).table]),
    );
    const again = readTables(tablesOfRows(await allRows(out, manifest), pairs, kept), record.meta);
    for (const column of ['id', 'holder', 'target', 'score', 'basis', 'day', 'time', 'attributedBy', 'coders'] as const)
      expect(again.stances[column]).toEqual(record.stances[column]);
    expect(again.occasions).toEqual(record.occasions);
    for (const column of [
      'id',
      'title',
      'kind',
      'first',
      'last',
      'until',
      'speaker',
      'kinds',
      'confidence',
      'sources',
      'actors',
      'topics',
      'places',
    ] as const)
      expect(again.evidence[column]).toEqual(record.evidence[column]);
    expect(again.faults.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  withDuck('fetches for one pair the groups of rows that hold it, and no other', async () => {
    const [temporary, out] = [fresh(), fresh()];
    const engine = await duckdb(temporary, { memory: '1GB', threads: 1 });
    const manifest = await packWith(engine, syntheticSource(engine.dialect, 90_000, { actors: 20, pairs: 50, days: 28 }), out);
    await engine.close();
    const [month] = manifest.months;
    if (month === undefined) throw new Error('no month');
    const file = diskFile(join(out, month.file));
    const span = [FIRST_DAY, LAST_DAY] as const;
    const all = await findRows(month, file, { pairs: null, days: span });
    const wanted = { pairs: new Set([3]), days: span };
    const some = await findRows(month, file, wanted);
    expect([all.groups.length, some.groups.length]).toEqual([5, 1]);
    expect(some.bytes).toBeLessThan(all.bytes / 3);
    const rows = await readRows(file, some, wanted, manifest.texts);
    expect(new Set(rows.map(({ pair }) => pair))).toEqual(new Set([3]));
    const inCube = (await cubeIn(out)).filter(([pair]) => pair === 3).reduce((sum, cell) => sum + (cell[4] ?? 0), 0);
    expect(rows.length).toBe(inCube);
    expect(Number(readFileSync(join(out, 'pairs.csv'), 'utf8').split('\n')[4]?.split(',')[2])).toBe(inCube);
  });

  withDuck('takes a query with a root code and a DATE, and calls actors by their ids', async () => {
    const [temporary, out] = [fresh(), fresh()];
    const engine = await duckdb(temporary, { memory: '1GB', threads: 1 });
    const query = `SELECT * FROM (VALUES ('a', 'b', DATE '2022-03-01', 13, 'One'), ('a', 'b', DATE '2022-03-01', 3, 'Two'), ('b', 'a', DATE '1969-12-31', 99, 'Three')) t(holder, target, day, root, title);`;
    const source = await querySource(engine, query, null, 'mine');
    await packWith(engine, source, out);
    await engine.close();
    // Root 13 is a threat (-2), 3 a promise (+1), 99 no root of CAMEO: of no pair.
    expect(await cubeIn(out)).toEqual([[0, 19_052, UNSPECIFIED, 0, 2, -1, 1, 0, 0, 1, 0]]);
    expect(readFileSync(join(out, 'actors.csv'), 'utf8')).toBe('id,name,kind\na,a,unspecified\nb,b,unspecified\n');
    expect(readManifest(readFileSync(join(out, 'manifest.json'), 'utf8')).months.map(({ month, rows }) => [month, rows])).toEqual(
      [
        ['1969-12', 1],
        ['2022-03', 2],
      ],
    );
  });
});

const ROW: Record<string, string> = { GLOBALEVENTID: '1', SQLDATE: '20250105', MonthYear: '202501', Year: '2025', Actor1Code: 'POL', Actor1Name: 'POLAND', Actor1CountryCode: 'POL', Actor2Code: 'BLR', Actor2Name: 'BELARUS', Actor2CountryCode: 'BLR', EventCode: '0251', EventRootCode: '02', QuadClass: '1', SOURCEURL: 'https://example.org/a' }; // prettier-ignore
const GDELT_ROWS: Record<string, string>[] = [
  ROW,
  { ...ROW, GLOBALEVENTID: '2', EventCode: '111', EventRootCode: '11', QuadClass: '3', SOURCEURL: 'https://example.org/b' },
  // The same event in another row.
  { ...ROW, GLOBALEVENTID: '3' },
  {
    ...ROW,
    GLOBALEVENTID: '4',
    EventCode: '190',
    EventRootCode: '19',
    QuadClass: '4',
    Actor1Name: 'WARSAW',
    SQLDATE: '20250106',
  },
  { ...ROW, GLOBALEVENTID: '5', Actor2Code: '', Actor2Name: '', Actor2CountryCode: '', SOURCEURL: 'https://example.org/c' },
  {
    ...ROW,
    GLOBALEVENTID: '6',
    Actor2Code: 'POL',
    Actor2Name: 'WARSAW',
    Actor2CountryCode: 'POL',
    SOURCEURL: 'https://example.org/d',
  },
  { ...ROW, GLOBALEVENTID: '7', Actor1Code: 'OPP', Actor1Name: 'PROTESTER', Actor1CountryCode: '', Actor1Type1Code: 'OPP', EventRootCode: '', EventCode: '1411', QuadClass: '3', SOURCEURL: '' }, // prettier-ignore
];

describe('GDELT', () => {
  const cells = (columns: readonly string[], row: Record<string, string>): string =>
    columns.map((column) => row[column] ?? '').join('\t');

  withDuck('packed has the stances that the page makes of the same files', async () => {
    const [temporary, out, files] = [fresh(), fresh(), fresh()];
    writeFileSync(
      join(files, '20250105.export.CSV'),
      GDELT_ROWS.slice(0, 4)
        .map((row) => cells(GDELT_2, row))
        .join('\n'),
    );
    writeFileSync(
      join(files, '20250106.tsv.gz'),
      gzipSync(
        GDELT_ROWS.slice(4)
          .map((row) => cells(GDELT_1, row))
          .join('\n'),
      ),
    );
    const engine = await duckdb(temporary, { memory: '1GB', threads: 1 });
    const manifest = await packWith(engine, gdeltFolder(files, 'duckdb', engine.dialect), out);
    await engine.close();
    const actors = readTable('actors', 'actors.csv', readFileSync(join(out, 'actors.csv'))).table;
    const packed = readTables(tablesOfRows(await allRows(out, manifest), pairsIn(out), { actors }), {
      name: 'gdelt', title: '', description: '', view: '', next: null, bounds: null, licence: '',
    }); // prettier-ignore
    const maker = new RecordMaker();
    bringGdelt({ file: 'x', columns: GDELT_2, rows: GDELT_ROWS.map((row) => GDELT_2.map((column) => row[column] ?? '')), lines: GDELT_ROWS.map((_, i) => i + 1) }, maker, new Account('GDELT', ['x'])); // prettier-ignore
    const brought = readRecord(maker.files('x', { brought: {} }), 'x');
    const told = ({ stances, actors: of }: StanceRecord) =>
      Array.from({ length: stances.n }, (_, i) =>
        [of[stances.holder[i] ?? 0], of[stances.target[i] ?? 0]]
          .map((actor) => `${actor?.name} ${actor?.kind} ${actor?.country}`)
          .concat([stances.day[i], stances.score[i], stances.basis[i]].map(String)),
      ).sort();
    expect(told(brought).length).toBe(4);
    expect(told(packed)).toEqual(told(brought));
    expect(packed.evidence.n).toBe(brought.evidence.n);
  });

  test('a folder with another file in it is refused with its name', () => {
    const files = fresh();
    expect(() => gdeltFiles(files)).toThrow('There is no file');
    writeFileSync(join(files, 'a.csv'), 'id,date\n1,2\n');
    expect(() => gdeltFiles(files)).toThrow('a.csv does not begin with a row of GDELT’s events'.replace('’', "'"));
    writeFileSync(join(files, 'a.zip'), 'PK');
    expect(() => gdeltFiles(files)).toThrow('a.zip is a zip');
  });
});

/** Enough to meet every kind and grade; `npm run pack:engines` sets the two side by side on a million. */
const SIDE_BY_SIDE = Number(process.env['STANCELINE_PACK_ROWS'] ?? 20_000);

withBoth(
  `DuckDB and ClickHouse make equal cubes, pairs and rows of the same ${SIDE_BY_SIDE} rows`,
  { timeout: 900_000 },
  async () => {
    const made: { cube: number[][]; pairs: string; rows: number; months: unknown[] }[] = [];
    for (const make of [(path: string) => duckdb(path, { memory: '2GB', threads: 2 }), clickhouseHere]) {
      const [temporary, out] = [fresh(), fresh()];
      const engine = await make(temporary);
      const size = { actors: 40, pairs: 200, days: 400 };
      const manifest = await packWith(engine, syntheticSource(engine.dialect, SIDE_BY_SIDE, size), out);
      await engine.close();
      const [month] = manifest.months;
      const rows = month === undefined ? [] : await allRows(out, { ...manifest, months: [month] });
      made.push({
        cube: await cubeIn(out),
        pairs: readFileSync(join(out, 'pairs.csv'), 'utf8'),
        rows: manifest.rows,
        months: [manifest.months.map((one) => [one.month, one.rows]), rows],
      });
    }
    const [one, other] = made;
    expect(one?.rows).toBe(SIDE_BY_SIDE);
    expect(new Set(one?.cube.map(([, , kinds, basis]) => `${kinds} ${basis}`)).size).toBe(9);
    expect(other).toEqual(one);
  },
);

withBoth('DuckDB and ClickHouse read the same record and the same GDELT alike', async () => {
  const cubes: unknown[] = [];
  const files = fresh();
  writeFileSync(
    join(files, 'a.tsv'),
    `${GDELT_ROWS.map((row) => GDELT_2.map((column) => row[column] ?? '').join('\t')).join('\n')}\n`,
  );
  for (const make of [(path: string) => duckdb(path, { memory: '1GB', threads: 1 }), clickhouseHere]) {
    const [temporary, out, second] = [fresh(), fresh(), fresh()];
    const engine = await make(temporary);
    await packWith(engine, recordSource(EASTERN, temporary, engine.dialect.name), out);
    await engine.close();
    const again = await make(fresh());
    const manifest = await packWith(again, gdeltFolder(files, again.dialect.name, again.dialect), second);
    await again.close();
    const rows = await allRows(second, manifest);
    cubes.push([await cubeIn(out), await cubeIn(second), rows, readFileSync(join(second, 'actors.csv'), 'utf8')]);
  }
  expect(cubes[1]).toEqual(cubes[0]);
});

describe('ClickHouse at an address', () => {
  let asked: { sql: string; user: string; key: string }[] = [];
  let answer: { status: number; text: string } = { status: 200, text: '["26.1"]\n' };
  const server: Server = createServer((request, response) => {
    let sql = '';
    request.on('data', (part: Buffer) => (sql += part.toString()));
    request.on('end', () => {
      asked.push({ sql, user: String(request.headers['x-clickhouse-user']), key: String(request.headers['x-clickhouse-key']) });
      response.statusCode = answer.status;
      response.end(answer.text);
    });
  }).listen(0, '127.0.0.1');
  afterAll(() => void server.close());
  const at = () => ({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, user: 'reader', password: 'secret' });

  test('is asked by a reader who stores nothing: what is defined stands before the query', async () => {
    const engine = await clickhouseAt(at());
    await engine.define('pairs', 'SELECT 1 AS x');
    asked = [];
    answer = { status: 200, text: '[1,"a",null,true]\n[2,"b",3,false]\n' };
    expect(await engine.read('SELECT * FROM pairs')).toEqual([[1, 'a', null, 1], [2, 'b', 3, 0]]); // prettier-ignore
    const path = join(fresh(), 'a.parquet');
    answer = { status: 200, text: 'PAR1' };
    await engine.write('SELECT x FROM pairs', path);
    expect(readFileSync(path, 'utf8')).toBe('PAR1');
    expect(asked.map(({ user, key }) => [user, key])).toEqual([['reader', 'secret'], ['reader', 'secret']]); // prettier-ignore
    expect(asked[0]?.sql).toBe('WITH pairs AS (SELECT 1 AS x)\nSELECT * FROM pairs FORMAT JSONCompactEachRow');
    expect(asked[1]?.sql).toMatch(/^WITH pairs AS \(SELECT 1 AS x\)\nSELECT x FROM pairs SETTINGS .* FORMAT Parquet$/);
    expect(asked.every(({ sql }) => !/CREATE|INSERT/.test(sql))).toBe(true);
  });

  test('that refuses is quoted', async () => {
    answer = { status: 403, text: 'Code: 516. Authentication failed' };
    await expect(clickhouseAt(at())).rejects.toThrow('answered 403: Code: 516. Authentication failed');
  });
});

describe('the text of BigQuery', () => {
  const { bigquery } = DIALECTS;
  const texts = [
    cubeQuery(bigquery),
    gdeltSource(bigquery, 'raw', cameoGrades(), UNSPECIFIED),
    synthetic(bigquery, { rows: 10, actors: 3, pairs: 4, days: 5, first: 0 }),
    ownSource(bigquery, 'SELECT * FROM t', ['holder', 'target', 'day', 'root', 'end'], { texts: ['end'], wholeDays: false, grades: cameoGrades(), kinds: 1 }), // prettier-ignore
  ];

  test('is in its own words, and in none of another dialect', () => {
    const all = texts.join('\n');
    expect(all).not.toMatch(/INTEGER|VARCHAR|toInt32|toString|\/\/| % |range\(|"|try_strptime|intDiv/);
    expect(all).toMatch(/UNIX_DATE\(SAFE\.PARSE_DATE|UNIX_DATE\(day\)/);
    expect(all).toContain('`end`');
    for (const text of texts) expect(text.split('(').length).toBe(text.split(')').length);
  });

  test('names what a query lacks', () => {
    const rest = { texts: [], wholeDays: true, grades: cameoGrades(), kinds: 1 };
    expect(() => ownSource(bigquery, '', ['holder', 'day', 'grade'], rest)).toThrow(
      'no column target; it gives holder, day, grade',
    );
    expect(() => ownSource(bigquery, '', ['holder', 'target', 'day'], rest)).toThrow('neither `grade` (-2 to 2) nor `root`');
  });
});

test('days are put together as months, also before the year 1', () => {
  expect(monthsOf([[-719_529, 2], [-719_528, 1], [0, 3], [30, 4], [31, 5]])).toEqual([
    { month: '-0001-12', days: [-719_529, -719_529], rows: 2 },
    { month: '0000-01', days: [-719_528, -719_528], rows: 1 },
    { month: '1970-01', days: [0, 30], rows: 7 },
    { month: '1970-02', days: [31, 31], rows: 5 },
  ]); // prettier-ignore
});
