/**
 * Mutation testing: changes one token of the code at a time and says which changes no unit test notices.
 *
 *   npm run mutate                    every model (hours)
 *   npm run mutate src/analysis/rift  one folder
 *   npm run mutate src/ui/marks.ts    one file
 *
 * Components and what only runs in a page (workers, the DOM) are left to the journeys. The report stands in `reports/mutation/`; a mutant
 * that lives is a behaviour that no test states.
 */
import { existsSync, statSync } from 'node:fs';
import { spawnSync } from 'node:child_process';

const asked = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const flags = process.argv.slice(2).filter((word) => word.startsWith('--'));
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
];
const mutate = [...places.map((place) => (statSync(place).isDirectory() ? `${place}/**/*.ts` : place)), ...LEFT_OUT].join(',');
const { status } = spawnSync('npx', ['stryker', 'run', '--mutate', mutate, ...flags], { stdio: 'inherit' });
process.exit(status ?? 1);
