import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { compileFiles, readableInOrder } from './compile';
import { COMPILED_FILE, openCompiled, parseCompiled, plainDay, sealCompiled, type CompiledRecord } from './compiled';
import { fetchCompiled } from './fetchCompiled';
import { dateOf } from './dates';
import { loadDataset } from './load';
import { readRecord } from './read';
import { PACKAGE_FILE } from '../package';
import { dataset, type SoundFile } from '../../testing/soundDataset';
import { filesOf, shipped, SHIPPED } from '../../testing/shippedDataset';

/** As it goes to the page: through the text of a file. */
function sent(compiled: CompiledRecord): CompiledRecord {
  const read = parseCompiled(JSON.stringify(compiled));
  if (read === null) throw new Error('it is of another edition');
  return read;
}

const again = (files: Parameters<typeof compileFiles>[0], name = 'x') => openCompiled(sent(compileFiles(files, name)));

describe('a compiled record is the record that its tables give', () => {
  test.each(SHIPPED)('%s', (name) => {
    expect(again(filesOf(name), name)).toEqual(shipped(name));
  });

  test('and takes less than its tables do', () => {
    const files = filesOf('eastern-flank');
    const tables = [...files].filter(([file]) => file.endsWith('.csv')).reduce((sum, [, bytes]) => sum + bytes.length, 0);
    expect(JSON.stringify(compileFiles(files, 'eastern-flank')).length).toBeLessThan(tables * 0.7);
  });

  test('with its faults, the lines of its rows, and the rows that no picture shows', () => {
    const files = dataset({
      'statements.csv': { '2025-11-05,minister': '2025-13-45,minister' },
      'places.csv': { 'brest,Brest,BLR': 'brest,"Brest\nLitovsk",BLR', 'grodno,Grodno,BLR,city,53.67,23.83': 'grodno,Grodno' },
    });
    const record = again(files);
    const read = readRecord(files, 'x');
    expect(record).toEqual(read);
    expect(record.faults.map(({ rule }) => rule)).toContain('ragged-row');
    expect([...(record.tables.places?.lines ?? [])]).toEqual([2, 3, 5]);
    expect(record.tables.places?.rows[2]).toEqual(['grodno', 'Grodno']);
    expect([record.evidence.n, record.stances.n]).toEqual([1, 1]);
  });

  const TEXT = fc.oneof(
    fc.constantFrom(
      '',
      ' ',
      'poland',
      'belarus;poland',
      'belarus;;poland',
      'words--belarus--poland',
      '2025-11~',
      '2025-11-31',
      '2025-09/..',
    ),
    fc.constantFrom(
      '..',
      'XXXX',
      '-0430',
      '2026-01-21T18:00+03:00',
      'toString',
      '__proto__',
      '-1',
      '1.5',
      'a\u202eb',
      '\u0000',
      '"',
      '\n',
      ',,',
      'line\nbreak',
    ),
    fc.string({ unit: 'binary', maxLength: 12 }),
  );

  test('whatever stands in whatever cell', () => {
    const files = [...dataset().keys()] as SoundFile[];
    const change = fc.record({ file: fc.constantFrom(...files), line: fc.nat(3), cell: fc.nat(12), text: TEXT });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 6 }), (changes) => {
        const changed = dataset();
        for (const { file, line, cell, text } of changes) {
          const lines = (changed.get(file) ?? '').split('\n');
          const cells = (lines[line] ?? '').split(',');
          cells[cell % cells.length] = `"${text.replaceAll('"', '""')}"`;
          lines[line] = cells.join(',');
          changed.set(file, lines.join('\n'));
        }
        expect(again(changed)).toEqual(readRecord(changed, 'x'));
      }),
      { numRuns: 150 },
    );
  });

  test('of any rows that point at each other', () => {
    const id = fc.stringMatching(/^[a-c]{1,2}$/);
    const actor = fc.tuple(id, fc.option(id, { nil: '' }));
    fc.assert(
      fc.property(
        fc.array(actor, { maxLength: 8 }),
        fc.array(fc.tuple(id, fc.array(id, { maxLength: 3 })), { maxLength: 8 }),
        (actors, ties) => {
          const files = new Map([
            ['actors.csv', `id,name,kind,speaks_for\n${actors.map(([own, other]) => `${own},${own},state,${other}\n`).join('')}`],
            [
              'ties.csv',
              `id,kind,members,sign,title\n${ties.map(([own, members]) => `${own},treaty,${members.join(';')},1,${own}\n`).join('')}`,
            ],
          ]);
          expect(again(files)).toEqual(readRecord(files, 'x'));
        },
      ),
      { numRuns: 100 },
    );
  });

  test('and no column waits for one that waits for it', () => {
    for (const name of SHIPPED)
      for (const table of compileFiles(filesOf(name), name).tables) expect(readableInOrder(table)).toBe(true);
  });
});

test('a plain day is read as the grammar reads it, and nothing else is', () => {
  for (const text of ['2025-11-05', '2024-02-29', '0001-01-01']) expect(plainDay(text)).toEqual(dateOf(text));
  for (const text of ['2025-02-29', '2025-11', '2025-11-05~', '2025-11-05T18:00', ' 2025-11-05', '-0430-01-01', ''])
    expect(plainDay(text)).toBeNull();
});

describe('a compiled file', () => {
  afterEach(() => vi.unstubAllGlobals());

  const json = JSON.stringify(compileFiles(filesOf('great-powers'), 'great-powers'));
  const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
  const whole = sealCompiled(json, Buffer.byteLength(json), hashOf(json));
  /** Sealed as if it were whole. */
  const sealed = (text: string) => sealCompiled(text, Buffer.byteLength(text), hashOf(text));

  function serve(compiled: () => Response): string[] {
    const asked: string[] = [];
    const files = filesOf('great-powers');
    vi.stubGlobal('fetch', (address: string) => {
      const file = address.slice(address.lastIndexOf('/') + 1);
      asked.push(file);
      const content = files.get(file);
      if (file === COMPILED_FILE) return Promise.resolve(compiled());
      return Promise.resolve(content === undefined ? new Response('no', { status: 404 }) : new Response(Buffer.from(content)));
    });
    return asked;
  }

  test('is JSON as a whole, and is all that is asked for where it comes whole', async () => {
    expect(parseCompiled(JSON.stringify((JSON.parse(whole) as { record: unknown }).record))).not.toBeNull();
    const asked = serve(() => new Response(whole));
    expect(await loadDataset('./', 'great-powers', undefined, { compiled: true })).toEqual(shipped('great-powers'));
    expect(asked).toEqual([COMPILED_FILE]);
  });

  test.each([
    ['is missing', () => new Response('no', { status: 404 }), 'the server answered 404'],
    ['fails', () => new Response('no', { status: 500 }), 'the server answered 500'],
    ['is a page', () => new Response('<!doctype html><title>x</title>'), 'the server answered with a page instead'],
    ['is empty', () => new Response(''), 'it is no compiled record'],
    ['is cut at its half', () => new Response(whole.slice(0, whole.length / 2)), 'it is cut'],
    ['is cut by a sign', () => new Response(whole.slice(0, -1)), 'it is cut'],
    ['has a sign turned', () => new Response(whole.replace('Treaty', 'treaty')), 'it is altered'],
    ['is of another edition', () => new Response(sealed(json.replace('"form":1', '"form":0'))), 'it is of another edition'],
    ['does not answer', () => Response.error(), 'the server answered 0'],
  ])('that %s is told, and the tables are read in its place', async (_, answer, words) => {
    serve(answer);
    expect(await fetchCompiled('https://example.org/')).toBe(words);
    const asked = serve(answer);
    const said: string[] = [];
    const record = await loadDataset('./', 'great-powers', (line) => said.push(line), { compiled: true });
    expect(record).toEqual(shipped('great-powers'));
    expect(asked).toContain(PACKAGE_FILE);
    expect(said.join('\n')).toContain(words);
  });

  test('that nothing can hash is held to its length, and what does not read is told', async () => {
    vi.stubGlobal('crypto', {});
    serve(() => new Response(whole));
    expect(await fetchCompiled('https://example.org/')).toEqual(shipped('great-powers'));
    const broken = json.replace('"tables":[', '"tables":{');
    serve(() => new Response(sealCompiled(broken, Buffer.byteLength(broken), hashOf(json))));
    expect(await fetchCompiled('https://example.org/')).toMatch(/JSON/);
  });

  test('is given up when the reader ends it, and nothing else is asked for', async () => {
    const stop = new AbortController();
    const asked: string[] = [];
    vi.stubGlobal('fetch', (address: string, { signal }: RequestInit) => {
      asked.push(address);
      return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(new Error('aborted'))));
    });
    const reading = loadDataset('./', 'great-powers', undefined, { compiled: true, signal: stop.signal });
    stop.abort(new Error('enough'));
    await expect(reading).rejects.toThrow('enough');
    expect(asked).toHaveLength(1);
  });
});
