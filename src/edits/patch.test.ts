import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { compareLines, filePatch } from './patch';

let folder: string;
const git = (...args: string[]) => execFileSync('git', args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'patch-'));
  git('init', '-q');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What `git apply` makes of a patch. */
function applied(before: ReadonlyMap<string, string | null>, after: ReadonlyMap<string, string>): Map<string, string> {
  let patch = '';
  for (const [path, text] of before) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    if (text !== null) writeFileSync(file, text);
    else rmSync(file, { force: true });
    patch += filePatch(path, text, after.get(path) ?? '');
  }
  writeFileSync(join(folder, 'mine.patch'), patch);
  git('apply', '--check', 'mine.patch');
  git('apply', 'mine.patch');
  return new Map([...before.keys()].map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}

const lines = (n: number, change: (i: number) => string = (i) => `row ${i}`) =>
  Array.from({ length: n }, (_, i) => change(i)).join('\n');

describe('a patch', () => {
  it('is taken by git: several files, changes far apart, rows added and taken out, a new file', () => {
    const before = new Map([
      ['data/case/a.csv', `${lines(100)}\n`],
      ['data/case/b.csv', 'id\n'],
      ['data/case/new.csv', null],
      ['data/case/same.csv', 'x\n'],
    ]);
    const after = new Map([
      [
        'data/case/a.csv',
        `${lines(100, (i) => (i === 4 ? 'other' : i === 80 ? 'row 80\nadded' : `row ${i}`)).replace('\nrow 50', '')}\n`,
      ],
      ['data/case/b.csv', 'id\nfirst\n'],
      ['data/case/new.csv', 'id\n1\n'],
      ['data/case/same.csv', 'x\n'],
    ]);
    expect(applied(new Map([...before].filter(([path]) => path !== 'data/case/same.csv')), after)).toEqual(
      new Map([...after].filter(([path]) => path !== 'data/case/same.csv')),
    );
    expect(filePatch('data/case/same.csv', 'x\n', 'x\n')).toBe('');
  });

  it('keeps carriage returns, a byte order mark, letters beyond Latin, and a last line without an end', () => {
    const before = new Map([['t.csv', '\ufeffid\r\nМинск\r\nb\r\nlast']]);
    for (const text of [
      '\ufeffid\r\nБрест\r\nb\r\nlast',
      '\ufeffid\r\nМинск\r\nb\r\nlast\r\n',
      '\ufeffid\r\nМинск\r\nb\r\nlast\r\nmore',
    ])
      expect(applied(before, new Map([['t.csv', text]])).get('t.csv')).toBe(text);
  });

  it('touches no more than what differs', () => {
    const patch = filePatch('t.csv', `${lines(50)}\n`, `${lines(50).replace('row 20', 'row twenty')}\n`);
    expect(patch.split('\n').filter((line) => /^[+-]/.test(line) && !/^(\+\+\+|---)/.test(line))).toEqual([
      '-row 20',
      '+row twenty',
    ]);
    expect(patch).toContain('@@ -18,7 +18,7 @@');
  });

  it('of a text that is all different is found at once', () => {
    const [a, b] = [lines(3000), lines(3000, (i) => `other ${i}`)];
    expect(applied(new Map([['t.csv', `${a}\n`]]), new Map([['t.csv', `${b}\n`]])).get('t.csv')).toBe(`${b}\n`);
  });
});

describe('lines compared', () => {
  const line = fc.constantFrom('a', 'b', 'c', '');
  it('are both texts, and no shorter way is missed (law)', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), fc.array(line, { maxLength: 12 }), (a, b) => {
        const found = compareLines(a, b);
        expect(found.filter(({ sign }) => sign !== '+').map(({ text }) => text)).toEqual(a);
        expect(found.filter(({ sign }) => sign !== '-').map(({ text }) => text)).toEqual(b);
        expect(found.filter(({ sign }) => sign === ' ')).toHaveLength(common(a, b));
      }),
      { numRuns: 500 },
    );
  });
});

/** Length of the longest common subsequence, by the book. */
function common(a: readonly string[], b: readonly string[]): number {
  const best = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      const row = best[i] ?? [];
      row[j] = a[i - 1] === b[j - 1] ? (best[i - 1]?.[j - 1] ?? 0) + 1 : Math.max(best[i - 1]?.[j] ?? 0, row[j - 1] ?? 0);
    }
  return best[a.length]?.[b.length] ?? 0;
}
