/**
 * `npm run long [rounds]`: a long session in a real Chromium on the built page, with the heap measured. A round goes through every page, moves
 * the clock, selects, filters, searches, opens and closes dialogs, and changes the record; after each round what nobody needs is collected and
 * what is left of the heap, of elements and of listeners is taken down. Prints a line a round; fails where the last rounds hold clearly more than
 * the first ones after the page has warmed up.
 */
import { spawn } from 'node:child_process';
import { chromium, type Page } from 'playwright';
import { PAGES } from '../src/focus/view';
import { findBrowser } from './browser.mjs';

const PORT = 4184;
const BASE = `http://127.0.0.1:${PORT}/`;
const [rounds = '40'] = process.argv.slice(2);
/** Rounds in which caches fill that are meant to. */
const WARM = 4;
/** What the heap may gain between the first third and the last third of the rounds that count. */
const MOST_GAIN = 1.1;

async function go(page: Page, fragment: string): Promise<void> {
  await page.evaluate((hash) => (location.hash = hash), fragment);
  await page.locator('#main, main').first().waitFor();
  await page.waitForFunction(() => document.querySelector('main [aria-busy=true]') === null);
}

async function round(page: Page, n: number): Promise<void> {
  for (const name of PAGES) {
    await go(page, `#/${name}`);
    for (const key of [',', ',', '.', '.']) await page.keyboard.press(key);
  }
  await go(page, `#/atlas?topic=${['border', 'trade', 'talks'][n % 3]}`);
  await go(page, `#/pair?pair=${['belarus~poland', 'poland~belarus', 'russia~poland'][n % 3]}`);
  await go(page, '#/atlas?item=2026-01-21-ryzhenkov-cooperation-with-poland');
  await page.keyboard.press('/');
  await page.getByRole('combobox', { name: /^Find/ }).fill(['Zapad', 'lorries', 'Lukashenko'][n % 3] ?? '');
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('combobox', { name: /^Find/ }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Help and keys' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  await go(page, '#/matrix?data=great-powers');
  await go(page, '#/atlas?data=eastern-flank');
}

const server = spawn('npx', ['vite', 'preview', '--port', String(PORT), '--strictPort', '--host', '127.0.0.1'], {
  stdio: 'ignore',
  detached: process.platform !== 'win32',
});
try {
  for (let tries = 0; ; tries++) {
    if (tries > 100) throw new Error('the preview server did not start: run `npm run build` first');
    const up = await fetch(BASE).then(
      ({ ok }) => ok,
      () => false,
    );
    if (up) break;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: ['--no-sandbox', '--disable-gpu'] });
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const wrong: string[] = [];
  page.on('pageerror', (error) => wrong.push(error.message));
  const cdp = await page.context().newCDPSession(page);
  await page.goto(BASE);
  await page.locator('#lead').waitFor();
  const held: number[] = [];
  console.log('round  heap MB  elements  listeners  documents');
  for (let n = 1; n <= Number(rounds); n++) {
    await round(page, n);
    for (let i = 0; i < 3; i++) await cdp.send('HeapProfiler.collectGarbage');
    const { usedSize } = await cdp.send('Runtime.getHeapUsage');
    const { nodes, jsEventListeners, documents } = await cdp.send('Memory.getDOMCounters');
    held.push(usedSize / 1e6);
    console.log(
      [
        String(n).padStart(5),
        (usedSize / 1e6).toFixed(1).padStart(8),
        String(nodes).padStart(9),
        String(jsEventListeners).padStart(10),
        String(documents).padStart(10),
      ].join(' '),
    );
  }
  await browser.close();
  const counted = held.slice(WARM);
  const third = Math.max(1, Math.floor(counted.length / 3));
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const gain = mean(counted.slice(-third)) / mean(counted.slice(0, third));
  console.log(
    `${held.length} rounds of ${PAGES.length + 6} views: the last third holds ${gain.toFixed(3)} times what the first third does`,
  );
  for (const message of wrong) console.error(`uncaught: ${message}`);
  if (gain > MOST_GAIN || wrong.length > 0) process.exitCode = 1;
} finally {
  if (server.pid !== undefined && process.platform !== 'win32') process.kill(-server.pid);
  else server.kill();
}
