import { describe, expect, it } from 'vitest';
import { MemoryFolder } from '../testing/memoryFolder';
import { differing, filesOfFolder, mayUse, pathIn, stampOf, writeInto } from './folder';

const texts = (files: ReadonlyMap<string, Uint8Array>) =>
  [...files].map(([path, bytes]) => `${path}: ${new TextDecoder().decode(bytes)}`).sort();
const bytes = (entries: Record<string, string>) =>
  new Map(Object.entries(entries).map(([path, text]) => [path, new TextEncoder().encode(text)]));

describe('the files of a folder', () => {
  it('are its tables and what is written beside them, under its name, and no film nor what programs hide', async () => {
    const folder = new MemoryFolder('mine', [
      ['CODEBOOK.md', 'how'],
      ['day.mp4', 'film'],
      ['.secret.csv', 'x'],
    ]);
    folder.folders.set('tables', new MemoryFolder('tables', [['actors.csv', 'id']]));
    folder.folders.set('.git', new MemoryFolder('.git', [['config.txt', 'x']]));
    expect(texts(await filesOfFolder(folder))).toEqual(['mine/CODEBOOK.md: how', 'mine/tables/actors.csv: id']);
  });

  it('have another stamp once a program wrote one of them, and no other before', async () => {
    const folder = new MemoryFolder('mine', [['actors.csv', 'id']]);
    const before = await stampOf(folder);
    expect(await stampOf(folder)).toBe(before);
    folder.write('actors.csv', 'ID');
    expect(await stampOf(folder)).not.toBe(before);
  });

  it('differ where bytes do, where one is new and where one is gone', () => {
    const before = bytes({ 'm/a.csv': 'one', 'm/b.csv': 'two', 'm/c.csv': 'three' });
    expect(differing(before, bytes({ 'm/a.csv': 'one', 'm/b.csv': 'TWO', 'm/d.csv': 'four' }))).toEqual([
      'b.csv',
      'c.csv',
      'd.csv',
    ]);
    expect(differing(before, new Map(before))).toEqual([]);
  });

  it('lie where they were read; a table that is new lies beside the actors', () => {
    const files = bytes({ 'mine/tables/actors.csv': '', 'mine/tables/stances.csv': '', 'mine/README.md': '' });
    expect(pathIn(files, 'stances.csv')).toBe('mine/tables/stances.csv');
    expect(pathIn(files, 'coders.csv')).toBe('mine/tables/coders.csv');
  });
});

describe('writing into a folder', () => {
  it('puts every text in its place, in folders too', async () => {
    const folder = new MemoryFolder('mine', [['actors.csv', 'old']]);
    folder.folders.set('more', new MemoryFolder('more', [['notes.md', 'old']]));
    await writeInto(
      folder,
      new Map([
        ['mine/actors.csv', 'new'],
        ['mine/more/notes.md', 'noted'],
        ['mine/coders.csv', 'fresh'],
      ]),
    );
    expect([folder.text('actors.csv'), folder.folders.get('more')?.text('notes.md'), folder.text('coders.csv')]).toEqual([
      'new',
      'noted',
      'fresh',
    ]);
  });

  it('leaves every file as it was where one of them has no room', async () => {
    const folder = new MemoryFolder('mine', [
      ['actors.csv', 'old'],
      ['stances.csv', 'old'],
    ]);
    folder.full = 'stances.csv';
    const written = new Map([
      ['mine/actors.csv', 'new'],
      ['mine/stances.csv', 'new'],
    ]);
    await expect(writeInto(folder, written)).rejects.toThrow('The disk is full.');
    expect([folder.text('actors.csv'), folder.text('stances.csv')]).toEqual(['old', 'old']);
  });
});

describe('whether a folder may be used', () => {
  it('is asked of the reader only after a press, and once', async () => {
    const folder = new MemoryFolder('mine');
    folder.permission = 'prompt';
    expect(await mayUse(folder, 'read', false)).toBe(false);
    expect(folder.asked).toEqual([]);
    expect(await mayUse(folder, 'readwrite', true)).toBe(true);
    expect(await mayUse(folder, 'readwrite', true)).toBe(true);
    expect(folder.asked).toEqual(['readwrite']);
  });

  it('is no where the reader said no, and yes where the browser asks nobody', async () => {
    const folder = new MemoryFolder('mine');
    folder.permission = 'denied';
    expect(await mayUse(folder, 'read', true)).toBe(false);
    expect(await mayUse({ ...new MemoryFolder('own'), queryPermission: undefined } as never, 'read', false)).toBe(true);
  });
});
