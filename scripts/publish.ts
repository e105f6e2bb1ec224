/**
 * The last step of the build: what is said of `dist/` as a whole, once all of it is there. The published tables are counted and hashed
 * in their package, so that the page can tell a table that came cut, or of another edition.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { recordsIn } from './catalogue.mjs';
import { fileOf } from '../src/record/checking/findings';
import { PACKAGE_FILE, sealPackage } from '../src/record/package';
import { readTable } from '../src/record/reading/csv';
import { TABLE_NAMES } from '../src/record/record';

const dist = resolve(import.meta.dirname, '../dist');

function seal(folder: string): void {
  const files = new Map(
    TABLE_NAMES.filter((table) => existsSync(join(folder, fileOf(table)))).map((table) => {
      const bytes = readFileSync(join(folder, fileOf(table)));
      const rows = readTable(table, fileOf(table), bytes).table.rows.length;
      return [fileOf(table), { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex'), rows }];
    }),
  );
  const path = join(folder, PACKAGE_FILE);
  // A record without a package promises nothing.
  if (!existsSync(path)) return;
  writeFileSync(path, sealPackage(readFileSync(path, 'utf8'), files));
}

for (const { name } of recordsIn(join(dist, 'data'))) seal(join(dist, 'data', name));
