/**
 * Mutation testing: changes one token of the code at a time and says which changes no unit test notices.
 *
 *   npm run mutate                    every model (hours)
 *   npm run mutate src/analysis/rift  one folder
 *   npm run mutate src/ui/marks.ts    one file
 *
 * Ends with a table of the rooms: their mutants, how many of them a test killed, and the share. Words that Stryker knows pass through:
 * `npm run mutate src/ui -- --concurrency 1`.
 *
 * Components and what only runs in a page (workers, the DOM) are left to the journeys. The report stands in `reports/mutation/`; a mutant
 * that lives is a behaviour that no test states.
 */
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { roomScores, scoreTable } from './mutationScores.mjs';

const words = process.argv.slice(2);
/** Flags of Stryker take their value behind `=` or as the next word: `--concurrency 1`. */
const isValue = (i) => /^--[a-z-]+$/i.test(words[i - 1] ?? '') && !existsSync(words[i]);
const flags = words.filter((word, i) => word.startsWith('--') || isValue(i));
const asked = words.filter((word) => !flags.includes(word));
const places = (asked.length > 0 ? asked : ['src']).map((place) => place.replace(/\/$/, ''));
for (const place of places) {
  if (!existsSync(place)) {
    console.error(`There is no ${place}. Name a folder or a file, e.g. src/analysis/stance.`);
    process.exit(2);
  }
}
/** What no unit test can reach: entry points of workers and of the page, shapes of types, and the made-up records of the tests themselves. */
const LEFT_OUT = [
  '!src/**/*.test.ts',
  '!src/**/*.bench.ts',
  '!src/**/*.d.ts',
  '!src/testing/**',
  '!src/main.ts',
  '!src/**/worker.ts',
  '!src/**/*Worker.ts',
  // They hold a library's widget or draw on a canvas.
  '!src/map/leafletSheet.ts',
  '!src/timeline/events/visEvents.ts',
  '!src/formats/picture/png.ts',
];
const mutate = [...places.map((place) => (statSync(place).isDirectory() ? `${place}/**/*.ts` : place)), ...LEFT_OUT].join(',');
const REPORT = 'reports/mutation/mutation.json';
rmSync(REPORT, { force: true });
const { status } = spawnSync('npx', ['stryker', 'run', '--mutate', mutate, ...flags], { stdio: 'inherit' });
if (existsSync(REPORT)) console.log(`\n${scoreTable(roomScores(JSON.parse(readFileSync(REPORT, 'utf8'))))}`);
process.exit(status ?? 1);
