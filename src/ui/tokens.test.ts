import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

it('every design token is read somewhere', () => {
  const sheets = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) => /\.(svelte|css|ts)$/.test(name));
  const source = sheets.map((name) => readFileSync(`src/${name}`, 'utf8')).join('\n');
  const tokens = new Set([...readFileSync('src/ui/tokens.css', 'utf8').matchAll(/^\s*(--[\w-]+):/gm)].map((m) => m[1]!));
  expect(tokens.size).toBeGreaterThan(40);
  // A colour of a grade is also named by its suffix (see `marks.ts`).
  const read = (name: string) =>
    source.includes(`var(${name})`) || source.includes(`'${name}'`) || /^--(stance|area)-[np]?\d$/.test(name);
  expect([...tokens].filter((name) => !read(name))).toEqual([]);
});
