import { createHash } from 'node:crypto';
import { zipSync } from 'fflate';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { PACKAGE_FILE, sealPackage } from '../package';
import { TABLE_NAMES } from '../record';
import { fetchFiles } from './fetchFiles';
import { loadDataset, loadFiles } from './load';
import { dataset } from '../../testing/soundDataset';
import { filesOf, greatPowers, greatPowersFiles, shipped } from '../../testing/shippedDataset';

/** Node has no workers of the web: these run the same job in place. The worker itself is met in the browser's tests. */

const PAGE = '<!doctype html><title>Stanceline</title>';

/** A server of files; anything else is answered as `missing` says. */
function serve(files: ReadonlyMap<string, string | Uint8Array>, missing: () => Response): string[] {
  const asked: string[] = [];
  vi.stubGlobal('fetch', (address: string) => {
    asked.push(address);
    const content = files.get(address.slice(address.lastIndexOf('/') + 1));
    return Promise.resolve(content === undefined ? missing() : new Response(Buffer.from(content)));
  });
  return asked;
}

afterEach(() => vi.unstubAllGlobals());

const notFound = (): Response => new Response('no', { status: 404 });

describe('a served dataset', () => {
  test('reads as it does from disk, and says what it is doing', async () => {
    serve(filesOf('eastern-flank'), notFound);
    const lines: string[] = [];
    const record = await loadDataset('./', 'eastern-flank', (line) => lines.push(line));
    expect(record).toEqual(shipped('eastern-flank'));
    expect(lines).toContain(`Reading statements.csv, ${record.tables.statements?.rows.length ?? 0} rows`);
  });

  test('asks for nothing outside its folder, whatever the name', async () => {
    const asked = serve(new Map(), notFound);
    await loadDataset('https://example.org/app/', '../../evil');
    for (const address of asked)
      expect(address).toMatch(/^https:\/\/example\.org\/app\/data\/\.\.%2F\.\.%2Fevil\/[a-z]+\.(csv|json)$/);
  });

  test.each([
    ['a 404', notFound, 'the server answered 404'],
    ['the page of a dev server', () => new Response(PAGE, { headers: { 'content-type': 'text/html' } }), 'a page instead'],
    ['a page under a wrong type', () => new Response(PAGE, { headers: { 'content-type': 'text/csv' } }), 'a page instead'],
    ['no server', () => Response.error(), 'the server answered 0'],
  ])('with a table missing behind %s is read without it, and says so', async (_, missing, words) => {
    const files = greatPowersFiles();
    files.delete('events.csv');
    serve(files, missing);
    const record = await loadDataset('./', 'great-powers');
    expect(record.ties).toHaveLength(20);
    expect(record.faults).toHaveLength(1);
    expect(record.faults[0]).toMatchObject({ rule: 'unreadable-file', file: 'events.csv', severity: 'error' });
    expect(record.faults[0]?.message).toContain(words);
  });

  /** The files as the build publishes them: counted and hashed in their package. */
  function published(): Map<string, string | Uint8Array> {
    const files = new Map<string, string | Uint8Array>(greatPowersFiles());
    const seals = TABLE_NAMES.map((table) => {
      const bytes = Buffer.from(files.get(`${table}.csv`) ?? '');
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      return [`${table}.csv`, { bytes: bytes.length, sha256, rows: greatPowers().tables[table]?.rows.length ?? 0 }] as const;
    });
    files.set(PACKAGE_FILE, sealPackage(Buffer.from(files.get(PACKAGE_FILE) ?? '').toString(), new Map(seals)));
    return files;
  }

  test('as it is published is whole, and the schema has not drifted', async () => {
    serve(published(), notFound);
    const { faults, meta } = await loadDataset('./', 'great-powers');
    expect([faults, meta.rows?.ties]).toEqual([[], 20]);
  });

  test.each([
    ['half of it', (text: string) => text.slice(0, text.length / 2), /^ties\.csv is cut: [\d,]+ bytes of it came, /],
    ['nothing of it', () => '', /^ties\.csv is cut: 0 bytes of it came, /],
    ['more than it', (text: string) => `${text}\n`, /^ties\.csv is not the file that datapackage\.json describes/],
    ['a sign turned', (text: string) => text.replace(',-1,', ',+1,'), /^ties\.csv is altered/],
  ])('of which a table comes as %s is read, and says so', async (_, change, words) => {
    const files = published();
    const whole = Buffer.from(files.get('ties.csv') ?? '').toString();
    expect(change(whole)).not.toBe(whole);
    files.set('ties.csv', change(whole));
    serve(files, notFound);
    const { faults } = await loadDataset('./', 'great-powers');
    expect(faults.find(({ rule }) => rule === 'cut-file')?.message).toMatch(words);
  });

  test('of which a table never answers is given up after a silence, and read without it', async () => {
    const files = greatPowersFiles();
    vi.stubGlobal('fetch', (address: string, { signal }: RequestInit) => {
      const file = address.slice(address.lastIndexOf('/') + 1);
      if (file !== 'events.csv') return Promise.resolve(new Response(Buffer.from(files.get(file) ?? '')));
      return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(new Error('aborted'))));
    });
    const waited: string[][] = [];
    const { faults } = await fetchFiles('https://example.org/data/great-powers/', 'great-powers', {
      silence: 20,
      onWaiting: (waiting) => waited.push([...waiting]),
    });
    expect(faults.map(({ message }) => message)).toEqual([
      'events.csv cannot be fetched: the server said nothing for 0 seconds.',
    ]);
    expect(waited.at(-2)).toEqual(['events.csv']);
  });

  test('is asked for past every cache where it did not come whole before', async () => {
    const manners: unknown[] = [];
    vi.stubGlobal('fetch', (_: string, { cache }: RequestInit) => {
      manners.push(cache);
      return Promise.resolve(notFound());
    });
    await loadDataset('./', 'great-powers', undefined, { fresh: true });
    expect(new Set(manners)).toEqual(new Set(['reload']));
  });

  test('that does not exist is an empty record with a fault', async () => {
    serve(new Map(), notFound);
    const record = await loadDataset('./', 'atlantis');
    expect(record.actors).toEqual([]);
    expect(record.faults.map(({ rule }) => rule)).toEqual(['missing-table', 'unreadable-file']);
  });

  test('without a network says so', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    const { faults } = await loadDataset('./', 'eastern-flank');
    expect(faults.find(({ rule }) => rule === 'unreadable-file')?.message).toBe(
      'datapackage.json cannot be fetched: Failed to fetch.',
    );
  });
});

describe('dropped files', () => {
  const sound = new Map([...dataset()].map(([file, text]) => [file, new TextEncoder().encode(text)]));

  test('read the same from a folder and from a zip of it', async () => {
    const folder = await loadFiles(new Map([...sound].map(([file, bytes]) => [`mine/${file}`, bytes])), 'mine');
    const archive = zipSync(Object.fromEntries([...sound].map(([file, bytes]) => [`mine/${file}`, bytes])));
    const zipped = await loadFiles(new Map([['mine.zip', archive]]), 'mine');
    expect(folder.faults).toEqual([]);
    expect(zipped).toEqual(folder);
    expect(folder.evidence.n).toBe(2);
  });

  test('that hold no table are an empty record with a fault', async () => {
    const record = await loadFiles(new Map([['notes.txt', new TextEncoder().encode('hello')]]), 'notes');
    expect(record.faults.map(({ rule }) => rule)).toEqual(['missing-table']);
  });
});

describe('a reading that does not end', () => {
  /** A worker that is asked and never answers. */
  class SilentWorker extends EventTarget {
    static ended = 0;
    postMessage(): void {}
    terminate(): void {
      SilentWorker.ended++;
    }
  }

  test('is given up after its time, and its worker with it', async () => {
    vi.stubGlobal('Worker', SilentWorker);
    SilentWorker.ended = 0;
    await expect(loadFiles(new Map(), 'mine', undefined, { time: 5 })).rejects.toThrow('was stopped');
    expect(SilentWorker.ended).toBe(1);
  });

  test('ends when the reader says so, before it begins as well', async () => {
    vi.stubGlobal('Worker', SilentWorker);
    SilentWorker.ended = 0;
    const stopping = new AbortController();
    const reading = loadFiles(new Map(), 'mine', undefined, { signal: stopping.signal });
    stopping.abort(new Error('Another record was chosen.'));
    await expect(reading).rejects.toThrow('Another record was chosen.');
    expect(SilentWorker.ended).toBe(1);
    await expect(loadFiles(new Map(), 'mine', undefined, { signal: stopping.signal })).rejects.toThrow('Another record');
  });
});
