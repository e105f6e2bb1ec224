// `npm test`: installs what is missing, then runs everything: data, types, lint, unit, build, end to end.
import { installDependencies, run } from './ready.mjs';

installDependencies();
const { findBrowser } = await import('./browser.mjs');
const browser = await findBrowser();
console.log(`Browser for the end-to-end tests: ${browser}`);

const STEPS = [
  ['Data', 'npm', ['run', '-s', 'check-data']],
  ['Types', 'npm', ['run', '-s', 'check-types']],
  ['Lint', 'npm', ['run', '-s', 'lint']],
  ['Unit', 'npm', ['run', '-s', 'unit']],
  ['Build', 'npm', ['run', '-s', 'build']],
  ['End to end', 'npm', ['run', '-s', 'e2e']],
];

// Every step runs, so that one failure does not hide the next; the build alone is needed by what follows it.
const failed = [];
for (const [name, command, args] of STEPS) {
  if (name === 'End to end' && failed.includes('Build')) {
    failed.push(name);
    continue;
  }
  const begun = Date.now();
  console.log(`\n== ${name}`);
  const code = run(command, args, { env: { ...process.env, STANCELINE_CHROMIUM: browser } });
  console.log(`== ${name}: ${code === 0 ? 'passed' : 'FAILED'} (${Math.round((Date.now() - begun) / 1000)} s)`);
  if (code !== 0) failed.push(name);
}
console.log(`\n${STEPS.length - failed.length} passed, ${failed.length} failed`);
if (failed.length > 0) {
  console.error(`Failed: ${failed.join(', ')}.`);
  process.exit(1);
}
