// `npm run pack:engines`: DuckDB and ClickHouse side by side on a million made-up rows. ClickHouse (chdb) is half a gigabyte and no dependency: it is installed beside the repository's own packages, once.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NOT_RUN } from './headed.mjs';
import { root, run } from './ready.mjs';

const CHDB = 'chdb@3.4.0';
const folder = process.env['STANCELINE_CHDB'] ?? join(root, 'node_modules', '.engines');

if (!existsSync(join(folder, 'node_modules', 'chdb'))) {
  mkdirSync(folder, { recursive: true });
  // A package of its own, so that installing here does not take the repository's apart.
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  if (run('npm', ['install', '--no-audit', '--no-fund', '--prefix', folder, CHDB]) !== 0) {
    console.log(`NOT RUN: ${CHDB} cannot be installed here.`);
    process.exit(NOT_RUN);
  }
}
const rows = process.argv[2] ?? '1000000';
const env = { ...process.env, STANCELINE_CHDB: folder, STANCELINE_PACK_ROWS: rows };
process.exit(run('npx', ['vitest', 'run', 'src/cli/pack', '-t', 'DuckDB and ClickHouse'], { env }));
