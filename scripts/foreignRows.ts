/**
 * `npm run foreign -- [seed] [files ...] [--journeys]`: whether the tests hold whatever rows a record has. Lays a copy of this working tree under the
 * system's folder for temporary files, adds to every record in it rows that a stranger might add (`src/testing/foreignRows.ts`), and a
 * record more; checks them, runs the unit tests there (of the files that are named, else all), with `--journeys` also the build and the journeys, and names what is red. Not part of
 * `npm test`, since it runs all of it. A test that is red here stands on rows that happen to be shipped: it belongs on a fixture, or has to
 * compute what it expects from the rows. Warnings of the checker are no fault: a tour's number that a row moved is told there.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { newRecord } from '../src/cli/newRecord';
import { withForeignRows } from '../src/testing/foreignRows';
import { recordsIn } from './catalogue.mjs';

const {
  positionals: [seed = '1', ...only],
  values: { journeys, keep },
} = parseArgs({ allowPositionals: true, options: { journeys: { type: 'boolean' }, keep: { type: 'boolean' } } });
const root = dirname(import.meta.dirname);
const copy = mkdtempSync(join(tmpdir(), 'stanceline-foreign-'));

const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
});
for (const path of listed.split('\0')) {
  if (path === '' || !existsSync(join(root, path))) continue;
  mkdirSync(dirname(join(copy, path)), { recursive: true });
  cpSync(join(root, path), join(copy, path));
}
symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');

const data = join(copy, 'data');
mkdirSync(join(data, 'a-third-record'));
for (const [file, text] of newRecord('a-third-record')) writeFileSync(join(data, 'a-third-record', file), text);
for (const { name } of recordsIn(data)) {
  const folder = join(data, name);
  const tables = readdirSync(folder).filter((file) => file.endsWith('.csv'));
  const files = new Map(tables.map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
  for (const [file, text] of withForeignRows(files, Number(seed))) writeFileSync(join(folder, file), text);
}

const steps: [string, string[]][] = [
  ['npx', ['tsx', 'src/cli/checkData.ts', '--write-package']],
  ['npx', ['vitest', 'run', ...only]],
  ...(journeys
    ? ([
        ['npm', ['run', '-s', 'build']],
        ['npx', ['playwright', 'test']],
      ] satisfies [string, string[]][])
    : []),
];
let red = 0;
for (const [command, args] of steps) {
  console.log(`\n== ${[command, ...args].join(' ')}`);
  const { status } = spawnSync(command, args, { cwd: copy, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) red++;
}
console.log(
  red === 0 ? `\nEverything holds with foreign rows (seed ${seed}).` : `\nRed with foreign rows (seed ${seed}): see above.`,
);
if (keep) console.log(`The copy is ${copy}`);
else rmSync(copy, { recursive: true, force: true });
process.exitCode = red === 0 ? 0 : 1;
