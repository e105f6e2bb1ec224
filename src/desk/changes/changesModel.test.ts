import { describe, expect, it } from 'vitest';
import { Editing } from '../../edits/editing';
import type { Change } from '../../edits/step';
import { writeOver } from '../../edits/writeOver';
import { readRecord } from '../../record/reading/read';
import { dataset } from '../../testing/soundDataset';
import {
  changedFiles,
  changelogEntry,
  changesOf,
  changesSentence,
  patchOf,
  pullRequestAddress,
  repositoryOf,
  uploadAddress,
  wholeRecord,
  withEntry,
} from './changesModel';

const encode = (text: string) => new TextEncoder().encode(text);
const files = () => new Map([...dataset()].map(([name, text]) => [name, encode(text)]));
const record = readRecord(new Map(dataset()), 'case');

/** An edited record, with its tables as files. */
function edited(...changes: Change[]) {
  const editing = new Editing('case', record.tables);
  editing.apply(changes, 'x');
  const published = files();
  return Object.assign(editing, {
    text: (name: Parameters<Editing['table']>[0]) =>
      Promise.resolve(writeOver(published.get(`${name}.csv`) ?? null, record.tables[name], editing.table(name))),
  });
}
const three = () =>
  edited(
    { kind: 'set', table: 'actors', row: 'poland', cells: { name: 'Polska', description: 'A state.' } },
    { kind: 'add', table: 'places', cells: { id: 'pinsk', name: 'Pinsk', kind: 'city', lat: '52.1', lon: '26.1' } },
    { kind: 'remove', table: 'codings', row: 'words--belarus--poland\u001fb' },
  );

describe('what was changed', () => {
  it('is told by row and cell, added and removed rows with what they hold', () => {
    expect(changesOf(three())).toMatchObject([
      {
        table: 'actors',
        kind: 'changed',
        name: 'poland',
        cells: [
          { column: 'name', before: 'Poland', after: 'Polska' },
          { column: 'description', before: '', after: 'A state.' },
        ],
      },
      {
        table: 'places',
        kind: 'added',
        name: 'pinsk',
        cells: ['id', 'name', 'kind', 'lat', 'lon'].map((column) => ({ column, before: '' })),
      },
      { table: 'codings', kind: 'removed', name: 'words--belarus--poland, b' },
    ]);
  });

  it('is counted in a sentence', () => {
    expect(changesSentence(changesOf(three()))).toBe('1 row changed, 1 added and 1 removed in 3 tables.');
    expect(changesSentence(changesOf(edited({ kind: 'remove', table: 'places', row: 'brest' })))).toBe(
      '1 row removed in 1 table.',
    );
    expect(changesSentence([])).toBe('Nothing changed yet.');
  });

  it('is an entry of the list of changes, put above the others', () => {
    const entry = changelogEntry(changesOf(three()), '2026-02-01', ' Names ');
    expect(entry).toBe(
      [
        '## 2026-02-01: Names',
        '`actors`, `name`, 1 row: `poland`',
        '`actors`, `description`, 1 row: `poland`',
        '`places`, 1 new row: `pinsk`',
        '`codings`, 1 removed row: `words--belarus--poland, b`\n',
      ].join('\n\n'),
    );
    expect(withEntry('# Changes\n\nNewest first.\n\n## 2025: old\n', '## new\n')).toBe(
      '# Changes\n\nNewest first.\n\n## new\n\n## 2025: old\n',
    );
    expect(withEntry('# Changes', '## new\n')).toBe('# Changes\n\n## new\n');
    expect(withEntry(null, '## new\n')).toBe('# Changes to the record\n\n## new\n');
  });
});

describe('what is handed on', () => {
  it('are the files that differ, the others byte for byte, and a package that promises no bytes', async () => {
    const editing = three();
    const published = files();
    published.set(
      'datapackage.json',
      encode('{"name":"case","title":"Mine","resources":[{"name":"actors","path":"actors.csv","bytes":7}]}'),
    );
    const changed = await changedFiles(editing, published, null, '## new\n');
    expect(changed.map(({ name, kept }) => [name, kept])).toEqual([
      ['actors.csv', true],
      ['places.csv', true],
      ['codings.csv', true],
      ['CHANGELOG.md', true],
    ]);
    const whole = wholeRecord({ name: 'case', tables: editing.tables() }, published, changed, new Map([['CODEBOOK.md', 'How']]));
    expect(whole.get('sources.csv')).toBe(published.get('sources.csv'));
    expect(String(whole.get('actors.csv'))).toContain('poland,Polska');
    expect(whole.get('CODEBOOK.md')).toBe('How');
    const again = JSON.parse(String(whole.get('datapackage.json'))) as { title: string };
    expect(again.title).toBe('Mine');
    expect(String(whole.get('datapackage.json'))).not.toContain('"bytes"');
    // The whole record is read as it stands here.
    const read = readRecord(whole, 'case');
    expect(read.actors.map(({ name }) => name)).toContain('Polska');
    expect(read.faults.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('is a patch of these files in the record’s folder, and of none whose bytes are no UTF-8', async () => {
    const published = files();
    const patch = patchOf(await changedFiles(three(), published, '# Changes\n', '## new\n'), 'data/case');
    expect(patch).toContain('--- a/data/case/actors.csv\n+++ b/data/case/actors.csv\n');
    expect(patch).toContain('\n-poland,Poland,');
    expect(patch).toContain('\n+poland,Polska,');
    expect(patch).toContain('+++ b/data/case/CHANGELOG.md');
    published.set('actors.csv', Uint8Array.from([0xe9, 10]));
    const rest = await changedFiles(three(), published, null, '');
    expect(rest.find(({ name }) => name === 'actors.csv')?.patched).toBe(false);
    expect(patchOf(rest, 'data/case')).not.toContain('actors.csv');
  });

  it('is nothing where nothing differs', async () => {
    expect(await changedFiles(edited(), files(), null, '## new\n')).toEqual([]);
  });

  it('is a request whose title and text are filled in, short enough for a server', () => {
    expect(repositoryOf('https://github.com/me/my.record.git')).toBe('me/my.record');
    expect(repositoryOf(' me/record/ ')).toBe('me/record');
    expect([repositoryOf('record'), repositoryOf('https://evil.example/a/b/c'), repositoryOf('a/b?x')]).toEqual(['', '', '']);
    expect(uploadAddress('me/record', 'data/my case')).toBe('https://github.com/me/record/upload/main/data/my%20case');
    const address = new URL(
      pullRequestAddress('me/record', 'you:names', 'Names & more', '## 2026: x\n\n`actors`', ['A on B: moved']),
    );
    expect(address.pathname).toBe('/me/record/compare/you:names');
    expect(address.searchParams.get('title')).toBe('Names & more');
    expect(address.searchParams.get('body')).toBe('`actors`\n\nWhat it moves:\n- A on B: moved');
    const long = pullRequestAddress('me/record', '', 't', 'é'.repeat(9000), []);
    expect(long.length).toBeLessThan(7200);
    expect(new URL(long).searchParams.get('body')).toMatch(/The rest is in CHANGELOG\.md\.$/);
  });
});
