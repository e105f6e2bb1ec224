import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { asMarkdown, compare } from './compareData';
import { greatPowers } from '../testing/shippedDataset';

const ROOT = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'compare-'));
afterAll(() => rmSync(folder, { recursive: true }));

const compared = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', join(ROOT, 'src/cli/compareData.ts'), ...args], { encoding: 'utf8', cwd: ROOT }); // prettier-ignore
  return { status, out: stdout, err: stderr };
};

describe('two states of a record', () => {
  test('in folders: rows by table, what the checks say, the pairs that moved, the headline', () => {
    const after = join(folder, 'eastern-flank');
    cpSync(join(ROOT, 'data/eastern-flank'), after, { recursive: true });
    const file = join(after, 'stances.csv');
    const lines = readFileSync(file, 'utf8').split('\n');
    const at = lines.findIndex((line) => line.startsWith('2026-01-21-ryzhenkov-cooperation-with-poland--belarus--poland,'));
    lines[at] = lines[at]!.replace(',poland,1,', ',poland,-1,');
    lines.splice(2, 1);
    writeFileSync(file, lines.join('\n'));
    const { status, out } = compared(join(ROOT, 'data/eastern-flank'), after);
    expect(status).toBe(0);
    expect(out).toMatch(/^eastern-flank\n {2}stances: 1 row taken out, 1 row changed\n {2}The checks find/);
    expect(out).toMatch(/Belarus on Poland, mean since 1 January 2025: /);
    expect(out).toMatch(/The headline (is unchanged|was: )/);
  });

  test('that are the same say so', () => {
    const { out } = compared(join(ROOT, 'data'), join(ROOT, 'data'), '--format', 'markdown');
    expect(out).toContain('### eastern-flank\n\n- No row of its tables differs.');
    expect(out).toContain('### great-powers');
    expect(out).toContain('- The headline is unchanged.');
  });

  test.each([[[]], [['data']], [['data', 'data', '--format', 'xml']], [['/nowhere', '/nowhere']], [['--frmat']]])(
    'are named, else the usage is told: %j',
    (args) => {
      const { status, out, err } = compared(...args);
      expect(status).toBe(2);
      expect(out).toBe('');
      expect(err).toContain('Usage:');
    },
  );
});

test('a record that is new, or gone', () => {
  const powers = greatPowers();
  expect(compare('x', null, powers).rows[0]).toMatch(/^A new record, \d+ rows\.$/);
  expect(compare('x', powers, null)).toEqual({ name: 'x', rows: ['The record is taken away.'], checks: '', moves: [] });
});

test('nothing that a cell holds is Markdown, a mention or a line of its own', () => {
  const said = asMarkdown([
    { name: 'a|b', rows: ['@everyone *look* <img src=x>\n# here'], checks: '', moves: ['[x](http://y)'] },
  ]);
  expect(said).not.toMatch(/@everyone|\*look\*|<img|\n# here|\[x\]/);
  expect(said).toContain('&#64;everyone');
});
