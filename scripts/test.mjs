// `npm test`: finds the browser, installs what is missing, then runs everything: data, types, lint, unit, build, end to end.
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { findBrowser, presentBrowser } from './browser.mjs';
import { NOT_RUN } from './headed.mjs';
import { checkNode, installDependencies, root, run } from './ready.mjs';

checkNode();
// The browser first: where there is none, that should not come out after minutes of other tests.
const present = await presentBrowser();
if (present) console.log(`Browser for the end-to-end tests: ${present}`);
else console.log('No Chromium or Chrome is installed here: one is looked for as soon as the dependencies are there.');
installDependencies();
const browser = present ?? (await findBrowser());
if (!present) console.log(`Browser for the end-to-end tests: ${browser}`);

/** What depends on nothing but the sources, the longest first: as many at a time as there are processors. */
const APART = ['unit', 'lint', 'check-types', 'build', 'check-data'];
const NAMES = {
  unit: 'Unit',
  lint: 'Lint',
  'check-types': 'Types',
  build: 'Build',
  'check-data': 'Data',
  e2e: 'End to end',
  'e2e:headed': 'End to end with windows',
};

const env = { ...process.env, STANCELINE_CHROMIUM: browser };
const begun = Date.now();
const seconds = (since) => Math.round((Date.now() - since) / 1000);
const said = (name, code, since) => `== ${name}: ${code === 0 ? 'passed' : 'FAILED'} (${seconds(since)} s)`;

/** Runs one of package.json's scripts and returns its exit code; its output is kept and shown whole when it ends, so that two at a time can be read. */
function apart(script) {
  const since = Date.now();
  const colours = process.stdout.isTTY ? { FORCE_COLOR: '1' } : {};
  const child = spawn('npm', ['run', '-s', script], {
    cwd: root,
    env: { ...env, ...colours },
    shell: process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = [];
  child.stdout.on('data', (part) => output.push(part));
  child.stderr.on('data', (part) => output.push(part));
  return new Promise((resolve) => {
    const end = (code) => {
      console.log(`\n== ${NAMES[script]}`);
      process.stdout.write(Buffer.concat(output));
      console.log(said(NAMES[script], code, since));
      resolve(code);
    };
    child.on('error', (error) => {
      output.push(Buffer.from(`${error.message}\n`));
      end(1);
    });
    child.on('close', (code) => end(code ?? 1));
  });
}

// Every step runs, so that one failure does not hide the next; the build alone is needed by what follows it.
const failed = [];
const notRun = [];
const waiting = [...APART];
console.log(`\nRunning ${APART.map((script) => NAMES[script].toLowerCase()).join(', ')}; each is shown when it ends.`);
const lane = async () => {
  for (let script = waiting.shift(); script !== undefined; script = waiting.shift())
    if ((await apart(script)) !== 0) failed.push(script);
};
await Promise.all(Array.from({ length: Math.min(availableParallelism(), 2) }, lane));

// The journeys come alone: some of them watch the page move.
if (failed.includes('build')) {
  console.log('\n== End to end, with windows and without: not run, as there is no built page');
  failed.push('e2e', 'e2e:headed');
} else {
  for (const script of ['e2e', 'e2e:headed']) {
    const since = Date.now();
    console.log(`\n== ${NAMES[script]}`);
    const code = run('npm', ['run', '-s', script], { env });
    if (code === NOT_RUN) notRun.push(script);
    else {
      console.log(said(NAMES[script], code, since));
      if (code !== 0) failed.push(script);
    }
  }
}

const passed = APART.length + 2 - failed.length - notRun.length;
const unseen = notRun.length === 0 ? '' : `, ${notRun.length} NOT RUN (${notRun.map((script) => NAMES[script]).join(', ')})`;
console.log(`\n${passed} passed, ${failed.length} failed${unseen}, in ${seconds(begun)} s`);
if (failed.length > 0) {
  console.error(`Failed: ${failed.map((script) => NAMES[script]).join(', ')}.`);
  process.exit(1);
}
