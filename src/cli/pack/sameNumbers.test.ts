import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { afterAll, describe, expect, test } from 'vitest';
import { atOnce } from '../../analysis/change/changeTests';
import { rankPivots } from '../../analysis/change/pivotRanking';
import { ALL, needsCube, pairOf, rowsBetween, sliceRecord, unanswered, type Filters, type Slice } from '../../analysis/slice';
import { lookOf } from '../../analysis/stance/look';
import { restingPairs } from '../../analysis/stance/resting';
import { stanceInterval } from '../../analysis/stance/series';
import { runStances, type Reading } from '../../analysis/stance/stance';
import { rowCounts } from '../../actors/actorListModel';
import { activity } from '../../matrix/matrixModel';
import { networkSet } from '../../network/networkSet';
import { openFolder, readCube, recordOf, type PackedFolder } from '../../packed/openFolder';
import { PackedKeeper } from '../../packed/packedJob';
import { readWholeNumbers } from '../../packed/wholeNumbers';
import { readRecord, readTables } from '../../record/reading/read';
import type { StanceRecord } from '../../record/record';
import { syntheticTables } from '../../testing/synthetic';
import { writeTable } from '../../record/write';
import { stanceStrip } from '../../timeline/strip/stripModel';
import { FIRST_DAY } from '../../words/calendar';
import { diskFile } from './diskFile';
import { duckdb, NoEngine } from './engines';
import { packWith } from './packWith';
import { recordSource } from './recordSource';

/** Everything that a packed record answers must be what the same record says that is read from its tables. */

const root = mkdtempSync(join(tmpdir(), 'stanceline-same-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const folderAt = (path: string): PackedFolder => ({ file: (file) => Promise.resolve().then(() => diskFile(join(path, file))) });

/** A record and the same one packed; null where DuckDB cannot be had. */
async function both(): Promise<{ plain: StanceRecord; packed: StanceRecord } | null> {
  const tables = syntheticTables({ stances: 2000, actors: 12, pairs: 30, seed: 7, from: 19_000, to: 19_200 });
  // A leader who speaks for another, so that folding has something to fold.
  const speaks = tables.actors?.columns.indexOf('speaks_for') ?? 0;
  const kind = tables.actors?.columns.indexOf('kind') ?? 0;
  const leader = tables.actors?.rows[1];
  if (leader !== undefined) [leader[speaks], leader[kind]] = ['actor-0', 'person'];
  const [source, temporary, out] = ['tables', 'temporary', 'out'].map((name) => join(root, name));
  for (const path of [source, temporary, out]) mkdirSync(path ?? '', { recursive: true });
  const files = new Map(Object.values(tables).map((table) => [`${table.name}.csv`, writeTable(table)]));
  for (const [file, text] of files) writeFileSync(join(source ?? '', file), text);
  try {
    const engine = await duckdb(temporary ?? '', { memory: '1GB', threads: 1 });
    await packWith(engine, recordSource(source ?? '', temporary ?? '', 'duckdb'), out ?? '');
    await engine.close();
  } catch (error) {
    if (!(error instanceof NoEngine)) throw error;
    console.warn(`NOT RUN: ${error.message}`);
    return null;
  }
  const folder = folderAt(out ?? '');
  const parts = await openFolder(folder, 'made-up');
  const cube = await readCube(folder, parts.manifest, parts);
  return { plain: readRecord(files, 'made-up'), packed: recordOf(parts, cube) };
}

const made = await both();
const given = made ?? { plain: readTables({}, emptyMeta()), packed: readTables({}, emptyMeta()) };
const testBoth = test.skipIf(made === null);

function emptyMeta(): StanceRecord['meta'] {
  return { name: '', title: '', description: '', view: '', next: null, bounds: null, licence: '' };
}

const FILTERS: Record<string, Partial<Filters>> = {
  none: {},
  'a kind of source': { sourceKinds: ['official', 'opinion'] },
  'all but a kind of source': { sourceKinds: ['official'], but: ['sourceKinds'] },
  'own words and acts': { basis: 'own' },
  'what others say of it': { basis: 'attributed' },
  'one basis, one kind, one sign': { basis: 'own', sourceKinds: ['journal'], sign: 'negative' },
  'mixed rows': { sign: 'mixed' },
  'positive rows': { sign: 'positive' },
  'an actor': { actors: ['actor-3'] },
  'all but an actor': { actors: ['actor-3'], but: ['only'] },
  'holders and targets': { holders: ['actor-0', 'actor-3', 'actor-5', 'actor-8'], targets: ['actor-1'], but: ['targets'] },
  'kinds of actors': { actorKinds: ['state'] },
  'leaders folded': { fold: true },
};

const READINGS: Record<string, (slice: Slice) => Reading> = {
  'a half-life of 30 days': () => ({ mode: 'decay', halfLife: 30, from: FIRST_DAY }),
  'a half-life of 365 days': () => ({ mode: 'decay', halfLife: 365, from: FIRST_DAY }),
  'the latest day': () => ({ mode: 'latest', halfLife: 90, from: FIRST_DAY }),
  'a plain mean': () => ({ mode: 'mean', halfLife: 90, from: 19_050 }),
  'since a turn': ({ pairs }) => ({
    mode: 'pivot',
    halfLife: 90,
    from: 19_020,
    since: new Map(Array.from({ length: pairs.n }, (_, p) => [p, 19_100] as const)),
  }),
};

/** Pairs of the plain slice with the same pair of the packed one. */
function couples(plain: Slice, packed: Slice): [number, number][] {
  return Array.from({ length: plain.pairs.n }, (_, p) => [
    p,
    pairOf(packed, plain.pairs.holder[p] ?? -1, plain.pairs.target[p] ?? -1),
  ]);
}

const near = (value: unknown): unknown => JSON.parse(JSON.stringify(value), (_, one: unknown) => (typeof one === 'number' ? Math.round(one * 1e9) / 1e9 : one)); // prettier-ignore

describe.each(Object.entries(FILTERS))('under the filters: %s', (_, filters) => {
  testBoth('every pair has the same stance, counts and interval on every day, by every reading', () => {
    const [plain, packed] = [given.plain, given.packed].map((record) => sliceRecord(record, { ...ALL, ...filters }));
    if (plain === undefined || packed === undefined) throw new Error('no slices');
    expect(plain.n).toBeGreaterThan(20);
    expect([packed.pairs.n, rowsBetween(packed, 0, packed.n)]).toEqual([plain.pairs.n, plain.n]);
    expect(packed.n).toBeLessThan(plain.n);
    for (const reading of Object.values(READINGS)) {
      const [a, b] = [runStances(plain, reading(plain)), runStances(packed, reading(packed))];
      for (const [p, q] of couples(plain, packed)) {
        for (let at = 19_000; at <= 19_230; at += 46) {
          // Where the newest row lies is another place in either.
          const [one, other] = [lookOf(a, p, at), lookOf(b, q, at)].map((look) => look && { ...look, newest: 0 });
          expect(near(other)).toEqual(near(one));
        }
        expect(near(stanceInterval(b, q, 19_150))).toEqual(near(stanceInterval(a, p, 19_150)));
      }
    }
  });
});

describe('without filters', () => {
  const slices = () => [given.plain, given.packed].map((record) => sliceRecord(record, ALL)) as [Slice, Slice];

  testBoth('the changes of pairs are the same, tested on the same days', () => {
    const [a, b] = slices().map((slice) => {
      const { ranked, tooFew, unchanged } = rankPivots(slice, { from: 19_000, to: 19_200, minOccasions: 8 }, atOnce);
      return near([
        ranked.map(({ holder, target, size, n, nBefore, firstAfter, test: tested, q }) => [holder, target, size, n, nBefore, firstAfter, tested?.p, tested?.interval, q]), // prettier-ignore
        tooFew.length,
        unchanged.length,
      ]);
    });
    expect((a as unknown[][])[0]?.length).toBeGreaterThan(10);
    expect(b).toEqual(a);
  });

  testBoth('network, matrix, actors and the strip of time count rows, not bundles', () => {
    const [a, b] = slices();
    expect([...activity(b, 19_100)]).toEqual([...activity(a, 19_100)]);
    const counts = [rowCounts(a), rowCounts(b)].map(({ held, received }) => [[...held], [...received]]);
    expect(counts[1]).toEqual(counts[0]);
    expect(stanceStrip(b, 19_000, 19_200)).toEqual(stanceStrip(a, 19_000, 19_200));
    const named = (slice: Slice, pairs: number[]) => pairs.map((p) => `${slice.pairs.holder[p]} ${slice.pairs.target[p]}`).sort();
    for (const rows of [1, 2, 25, 60])
      expect(named(b, restingPairs(b, 19_060, rows))).toEqual(named(a, restingPairs(a, 19_060, rows)));
    const links = (slice: Slice) => networkSet(slice, 19_200, 20).links.map(({ holder, target }) => `${holder} ${target}`);
    expect(links(b).length).toBeGreaterThan(10);
    expect(links(b).sort()).toEqual(links(a).sort());
  });

  testBoth('what the counts do not know is named, and no bundle passes until it is known', () => {
    const asked: Filters = { ...ALL, outlets: ['Outlet 1'], coder: 'a', found: new Set([1]), confidence: 1 };
    expect(unanswered(asked)).toEqual(['outlets', 'confidence', 'coder', 'found']);
    expect(sliceRecord(given.packed, asked).n).toBe(0);
    expect(unanswered({ ...ALL, basis: 'own', sign: 'negative', fold: true, actors: ['actor-1'] })).toEqual([]);
    expect([needsCube({ ...ALL, basis: 'own' }), needsCube({ ...ALL, sign: 'negative' })]).toEqual([true, false]);
    const { packed } = given.packed;
    const without = { ...given.packed, ...(packed === undefined ? {} : { packed: { ...packed, cube: null } }) };
    expect(sliceRecord(without, { ...ALL, basis: 'own' }).n).toBe(0);
    expect(sliceRecord(without, ALL).n).toBe(sliceRecord(given.packed, ALL).n);
  });
});

describe('columns of whole numbers', () => {
  const file = (columnData: Parameters<typeof parquetWriteBuffer>[0]['columnData'], rowGroupSize = 1000) => {
    const path = join(root, 'numbers.parquet');
    writeFileSync(path, Buffer.from(parquetWriteBuffer({ columnData, rowGroupSize })));
    return diskFile(path);
  };
  const values = Array.from({ length: 5000 }, (_, i) => ((i * 7919) % 4001) - 2000);

  test.each(['PLAIN', 'RLE_DICTIONARY', 'DELTA_BINARY_PACKED'] as const)(
    'come out of the encoding %s as they went in',
    async (encoding) => {
      const few = values.map((value) => (value % 5) + 0);
      const read = await readWholeNumbers(
        file([
          { name: 'a', type: 'INT32', data: values, encoding },
          { name: 'b', type: 'INT32', data: few, encoding },
          { name: 'c', type: 'INT32', data: values.map(() => 9), encoding, nullable: true },
          { name: 'text', type: 'STRING', data: values.map(String) },
        ]),
        ['b', 'a', 'c'],
      );
      expect([...read.a]).toEqual(values);
      expect([...read.b]).toEqual(few);
      expect(new Set(read.c)).toEqual(new Set([9]));
    },
  );

  test('of 64 bits, and a file without a row', async () => {
    const wide = await readWholeNumbers(file([{ name: 'a', type: 'INT64', data: values.map(BigInt) }]), ['a']);
    expect([...wide.a]).toEqual(values);
    expect((await readWholeNumbers(file([{ name: 'a', type: 'INT32', data: [] }]), ['a'])).a.length).toBe(0);
  });

  test('that are missing, empty or no numbers are named', async () => {
    const of = file([
      { name: 'a', type: 'INT32', data: [1, null, 3], nullable: true },
      { name: 'b', type: 'STRING', data: ['x', 'y', 'z'] },
    ]);
    await expect(readWholeNumbers(of, ['c'])).rejects.toThrow('There is no column c.');
    await expect(readWholeNumbers(of, ['b'])).rejects.toThrow('The column b is of no whole numbers but BYTE_ARRAY.');
    await expect(readWholeNumbers(of, ['a'])).rejects.toThrow('empty');
  });
});

testBoth(
  'rows that are fetched make a record of their own without a fault: those of the pair and the days that were asked for',
  async () => {
    const keeper = new PackedKeeper(folderAt(join(root, 'out')));
    const { pairs } = await keeper.open('made-up', () => {});
    const [holder = '', target = ''] = pairs[2] ?? [];
    const wanted = { pairs: new Set([2]), days: [19_050, 19_120] as const };
    expect(await keeper.size(wanted)).toBeGreaterThan(100);
    const fetched = readRecord(await keeper.rows(wanted, 'Some rows', () => {}), 'some');
    expect(fetched.meta.title).toBe('Some rows');
    expect(fetched.faults.filter(({ severity }) => severity === 'error')).toEqual([]);
    const told = ({ stances, actors }: StanceRecord) =>
      Array.from({ length: stances.n }, (_, i) => ({
        id: stances.id[i],
        pair: [actors[stances.holder[i] ?? 0]?.id, actors[stances.target[i] ?? 0]?.id],
        day: stances.day[i] ?? 0,
        score: stances.score[i],
      }));
    const own = told(given.plain).filter(
      ({ pair, day }) => pair[0] === holder && pair[1] === target && day >= 19_050 && day <= 19_120,
    );
    expect(own.length).toBeGreaterThan(3);
    expect(told(fetched)).toEqual(own);
  },
);

testBoth('a folder whose parts are not of one packing is refused with words', async () => {
  const out = join(root, 'out');
  const folder = folderAt(out);
  const changed = (file: string, to: (text: string) => string): PackedFolder => ({
    file: (path) => {
      if (path !== file) return folder.file(path);
      const bytes = new TextEncoder().encode(to(readFileSync(join(out, file), 'utf8')));
      return Promise.resolve({ byteLength: bytes.length, slice: (start, end) => bytes.buffer.slice(start, end) });
    },
  });
  await expect(openFolder(changed('pairs.csv', (text) => text.replace('actor-3', 'actor-99')), 'x')).rejects.toThrow('pairs.csv names `actor-99`, and actors.csv has no such actor.'); // prettier-ignore
  await expect(openFolder(changed('pairs.csv', (text) => text.split('\n').slice(0, 5).join('\n')), 'x')).rejects.toThrow('and pairs.csv has 4'); // prettier-ignore
  await expect(openFolder(changed('manifest.json', (text) => text.replace(/("days": \{[^}]*"rows": )\d+/, '$17')), 'x')).rejects.toThrow('where manifest.json counts 7'); // prettier-ignore
});
