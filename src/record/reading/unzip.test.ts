import { strToU8, zipSync, type Zippable } from 'fflate';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isZip, unzipDataset } from './unzip';
import { withoutFolder } from './withoutFolder';

function zip(files: Record<string, string>, level: 0 | 6 = 6): Uint8Array {
  const content: Zippable = Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)]));
  return zipSync(content, { level });
}

async function paths(files: Record<string, string>): Promise<string[]> {
  return [...(await unzipDataset('record.zip', zip(files))).files.keys()].sort();
}

const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

/** Offset of the first place where `part` stands in `whole`. */
function placeOf(whole: Uint8Array, part: Uint8Array): number {
  return whole.findIndex((_, i) => part.every((byte, k) => whole[i + k] === byte));
}

describe('a zip', () => {
  test('of a folder gives the files without it, whole, and without what archivers add', async () => {
    const files = {
      'my record/actors.csv': 'id,name\npoland,Poland\n',
      'my record/ties.csv': 'id\n',
      'my record/datapackage.json': '{}',
      'my record/photo.jpg': 'x',
      'my record/.~lock.csv': 'x',
      '__MACOSX/my record/._actors.csv': 'x',
    };
    expect(await paths(files)).toEqual(['actors.csv', 'datapackage.json', 'ties.csv']);
    const { files: read, faults } = await unzipDataset('record.zip', zip(files));
    expect(text(read.get('actors.csv'))).toBe('id,name\npoland,Poland\n');
    expect(faults).toEqual([]);
  });

  test('of several folders gives the one with actors in it', async () => {
    expect(await paths({ 'other/ties.csv': 'id\n', 'deep/er/actors.csv': 'id\n', 'deep/er/ties.csv': 'id\n' })).toEqual([
      'actors.csv',
      'ties.csv',
    ]);
  });

  test('with a backup inside gives the record, never the backup', async () => {
    const { files } = await unzipDataset(
      'record.zip',
      zip({ 'rec/backup/actors.csv': 'old', 'rec/actors.csv': 'new', 'rec/ties.csv': 't' }),
    );
    expect(text(files.get('actors.csv'))).toBe('new');
    expect([...files.keys()].sort()).toEqual(['actors.csv', 'backup/actors.csv', 'ties.csv']);
  });

  test.each(['../actors.csv', '/etc/actors.csv', 'a/../../actors.csv', 'C:/actors.csv', '..\\actors.csv'])(
    'with a path that leads out (%s) is read without it, and says so',
    async (path) => {
      const { files, faults } = await unzipDataset('record.zip', zip({ [path]: 'id\n', 'ties.csv': 'id\n' }));
      expect([...files.keys()]).toEqual(['ties.csv']);
      expect(faults).toMatchObject([{ rule: 'unreadable-file', file: 'record.zip', severity: 'error' }]);
      expect(faults[0]?.message).toContain(path);
    },
  );

  const MB = 1024 * 1024;
  test('that unpacks to more than allowed is refused', async () => {
    const { files, faults } = await unzipDataset('record.zip', zip({ 'actors.csv': 'a'.repeat(3 * MB) }), {
      bytes: MB,
      entries: 100,
    });
    expect(files.size).toBe(0);
    expect(faults[0]?.message).toBe('The archive unpacks to more than 1 MB; it is not read.');
  });

  test('that unpacks to just as much as is allowed is read, and its tables count together', async () => {
    const limits = { bytes: 20, entries: 100 };
    const ten = 'a'.repeat(10);
    expect((await unzipDataset('r.zip', zip({ 'actors.csv': ten, 'ties.csv': ten }), limits)).files.size).toBe(2);
    expect((await unzipDataset('r.zip', zip({ 'actors.csv': ten, 'ties.csv': `${ten}a` }), limits)).files.size).toBe(0);
  });

  test('that lies about its size is stopped while it unpacks', async () => {
    const bytes = zip({ 'actors.csv': 'a'.repeat(3 * MB) });
    // The uncompressed size stands 22 bytes into the local header and 24 into the central one.
    const central = placeOf(bytes, Uint8Array.from([0x50, 0x4b, 1, 2]));
    bytes.set([10, 0, 0, 0], 22);
    bytes.set([10, 0, 0, 0], central + 24);
    const { files, faults } = await unzipDataset('record.zip', bytes, { bytes: MB, entries: 100 });
    expect(files.size).toBe(0);
    expect(faults).toHaveLength(1);
  });

  test('of more files than a record has is a message, not a wait', async () => {
    const many = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`f${i}.txt`, '']));
    const { files, faults } = await unzipDataset('record.zip', zip({ ...many, 'actors.csv': 'id\n' }), {
      bytes: MB,
      entries: 30,
    });
    expect(files.size).toBe(0);
    expect(faults[0]?.message).toBe('The archive holds more than 30 files; it is not read.');
    expect(
      (await unzipDataset('record.zip', zip({ ...many, 'actors.csv': 'id\n' }), { bytes: MB, entries: 31 })).files.size,
    ).toBe(1);
  });

  test('with one flipped bit is refused whole: a stored -2 never becomes +2', async () => {
    const bytes = zip({ 'actors.csv': 'id\n', 'stances.csv': 'id,score\nx,-2\n' }, 0);
    bytes[placeOf(bytes, strToU8('-2'))] = '+'.charCodeAt(0);
    const { files, faults } = await unzipDataset('record.zip', bytes);
    expect(files.size).toBe(0);
    expect(faults[0]?.message).toBe(
      '`stances.csv` is damaged: its bytes do not fit the checksum that the archive holds of them. Nothing of the archive is read.',
    );
  });

  test('with a password is told as such', async () => {
    const bytes = zip({ 'actors.csv': 'id\n' });
    const central = placeOf(bytes, Uint8Array.from([0x50, 0x4b, 1, 2]));
    bytes[6]! |= 1;
    bytes[central + 8]! |= 1;
    const { files, faults } = await unzipDataset('record.zip', bytes);
    expect(files.size).toBe(0);
    expect(faults[0]?.message).toBe('`actors.csv` is locked with a password; the archive is not read.');
    expect(faults[0]?.suggestion).toContain('without a password');
  });

  test('that is cut short is a fault, not an exception', async () => {
    const bytes = zip({ 'actors.csv': 'id\n' });
    const { files, faults } = await unzipDataset('record.zip', bytes.slice(0, bytes.length - 10));
    expect(files.size).toBe(0);
    expect(faults[0]).toMatchObject({ rule: 'unreadable-file' });
  });

  test('whatever is done to its bytes, gives the tables as they were or none of them', async () => {
    const good = { 'actors.csv': 'id,name\npoland,Poland\n', 'stances.csv': 'id,score\nx,-2\n' };
    const bytes = zip(good);
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const broken = bytes.slice();
        broken[at] = broken[at]! ^ change;
        const { files } = await unzipDataset('record.zip', broken);
        for (const [name, content] of files) if (name in good) expect(text(content)).toBe(good[name as keyof typeof good]);
      }),
      { numRuns: 200 },
    );
  });
});

test('tables are not taken for zips, nor zips for tables', () => {
  expect(isZip(zip({ 'a.csv': '' }))).toBe(true);
  expect(isZip(strToU8('PK,name\n1,x\n'))).toBe(false);
});

test('a dropped folder with backslashes loses its name', () => {
  expect([
    ...withoutFolder(
      new Map([
        ['rec\\actors.csv', 1],
        ['rec\\ties.csv', 2],
      ]),
    ).keys(),
  ]).toEqual(['actors.csv', 'ties.csv']);
});

test('an archive that says itself that it holds too many files is refused unread', async () => {
  const archive = zipSync({ 'actors.csv': new TextEncoder().encode('id,name,kind\n') });
  // The count at its end says 10,100, of which not one is looked for.
  archive[archive.length - 12] = 10_100 & 255;
  archive[archive.length - 11] = 10_100 >> 8;
  const { files, faults } = await unzipDataset('record.zip', archive);
  expect([files.size, faults[0]?.message]).toEqual([0, 'The archive holds more than 10,000 files; it is not read.']);
});
