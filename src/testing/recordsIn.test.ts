import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { recordsIn } from '../../scripts/catalogue.mjs';

let data: string;
beforeEach(() => (data = mkdtempSync(join(tmpdir(), 'stanceline-'))));
afterEach(() => rmSync(data, { recursive: true }));

function lay(name: string, file: string, text: string): void {
  mkdirSync(join(data, name), { recursive: true });
  writeFileSync(join(data, name, file), text);
}

test('every folder with a record is offered: the one that says so first, the others by title', () => {
  lay('zeta', 'datapackage.json', '{"title": "A title"}');
  lay('alpha', 'actors.csv', 'id,name,kind\n');
  lay('home', 'datapackage.json', '{"title": "Zuletzt", "stanceline": {"first": true}}');
  lay('broken-one', 'datapackage.json', '{ not json');
  lay('pictures', 'a.png', '');
  writeFileSync(join(data, 'README.md'), '');
  expect(recordsIn(data)).toEqual([
    { name: 'home', title: 'Zuletzt' },
    { name: 'zeta', title: 'A title' },
    { name: 'alpha', title: 'Alpha' },
    { name: 'broken-one', title: 'Broken one' },
  ]);
});
