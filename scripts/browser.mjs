// Which browser the end-to-end tests drive: a system Chromium or Chrome, else Playwright's own, else the distribution's package.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { run } from './ready.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

function systemBrowser() {
  const asked = process.env.STANCELINE_CHROMIUM;
  if (asked) {
    if (existsSync(asked)) return asked;
    console.error(`STANCELINE_CHROMIUM says ${asked}, and there is no such file. Set it to the path of a Chromium, or unset it.`);
    process.exit(1);
  }
  for (const name of NAMES) {
    const found = spawnSync(process.platform === 'win32' ? 'where' : 'which', [name], { encoding: 'utf8' });
    const path = found.status === 0 ? found.stdout.split(/\r?\n/)[0].trim() : '';
    // A stub that only says "install me" (as some distributions ship) does not count.
    if (path !== '' && spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0) return path;
  }
  return PLACES.find((path) => existsSync(path)) ?? null;
}

async function playwrightBrowser() {
  try {
    const { chromium } = await import('playwright');
    const path = chromium.executablePath();
    return path !== '' && existsSync(path) ? path : null;
  } catch {
    // The dependencies are not installed yet.
    return null;
  }
}

function distributionBrowser() {
  if (process.platform !== 'linux' || spawnSync('which', ['apt-get']).status !== 0) return null;
  const root = process.getuid?.() === 0;
  const may = root || spawnSync('sudo', ['-n', 'true']).status === 0;
  if (!may) return null;
  console.log('Installing Chromium from the distribution (apt-get install chromium) ...');
  const apt = (...args) => (root ? run('apt-get', args) : run('sudo', ['-n', 'apt-get', ...args]));
  apt('update', '-qq');
  if (apt('install', '-y', '-qq', '--no-install-recommends', 'chromium') !== 0) return null;
  return systemBrowser();
}

/** Path of a browser that is here already, or null. Needs nothing installed. */
export async function presentBrowser() {
  return systemBrowser() ?? (await playwrightBrowser());
}

/** Path of a browser, after installing one where need be; ends the process with a message that says what to do where none is to be had. */
export async function findBrowser() {
  const present = await presentBrowser();
  if (present) return present;
  console.log('No Chromium found; asking Playwright for its own ...');
  if (run('npx', ['playwright', 'install', 'chromium']) === 0) {
    const own = await playwrightBrowser();
    if (own) return own;
  }
  const packaged = distributionBrowser();
  if (packaged) return packaged;
  console.error(
    [
      'The end-to-end tests need Chromium or Chrome, and none was found or could be installed.',
      'Do one of these, then run npm test again:',
      '  - install Chromium or Chrome from your system’s packages;',
      '  - run: npx playwright install --with-deps chromium;',
      '  - set STANCELINE_CHROMIUM to the path of a Chromium you have.',
    ].join('\n'),
  );
  process.exit(1);
}
