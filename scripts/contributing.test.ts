import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

/** CONTRIBUTING.md sends a newcomer to files by name: each of them has to be there. */

const root = resolve(import.meta.dirname, '..');
const text = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');

/** Names of every file of the house and of its records, for a file that the text names without its folder. */
const names = new Set(
  ['src', 'scripts', 'e2e', 'data', 'docs'].flatMap((folder) =>
    readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name),
  ),
);

/** What stands in backticks and is a path: a file with its ending, or a folder with its slash. A pattern (`…How.ts`) is none. */
const paths = [...text.matchAll(/`([\w./-]+)`/g)]
  .map(([, path = '']) => path)
  .filter((path) => /^[\w-]+(?:[./][\w-]+)*(?:\.(?:ts|svelte|css|mjs|md|json|csv)|\/)$/.test(path));

function isThere(path: string): boolean {
  if (path.includes('/')) return ['', 'src'].some((folder) => existsSync(join(root, folder, path)));
  return existsSync(join(root, path)) || names.has(path);
}

test('it names files, and many of them', () => {
  expect(paths.length).toBeGreaterThan(50);
});

test('every path that it names is there', () => {
  expect(paths.filter((path) => !isThere(path))).toEqual([]);
});
