/**
 * `npm run bench`: what a reader waits for, measured in a real Chromium on the built page, what a step of the clock costs in a crowd beside
 * other libraries, and what each analysis costs by size; `npm run bench crowd 200x10000 matrix` measures one of these in crowds alone. Prints
 * tables; asserts nothing. Numbers depend on the machine: compare runs of one machine only.
 */
import { spawn, spawnSync } from 'node:child_process';
import { gzipSync } from 'node:zlib';
import { chromium, type Browser, type Page } from 'playwright';
import { benchAnalysis } from './benchAnalysis';
import { benchCrowd, WHOLE } from './benchCrowd';
import { findBrowser } from './browser.mjs';

const PORT = 4183;
const LOADS = 5;
const URL_BASE = `http://127.0.0.1:${PORT}/`;
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The runner keeps the names of functions with a helper of its own, which the page does not have. */
const NAMES = 'globalThis.__name = (value) => value';

const quantile = (values: number[], q: number) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * q))] ?? NaN;
const ms = (value: number) => `${value.toFixed(1)} ms`;

/** Until the first line of the network, the first state of the map and the first event of the timeline are in the page. */
const DRAWN: Record<string, string> = {
  network: 'section[aria-label="Network"] svg path, section[aria-label="Network"] canvas',
  map: 'section[aria-label="Map"] .leaflet-container svg path',
  timeline: '.instrument [role="slider"]',
  events: '.instrument .vis-item',
};

async function coldLoad(
  browser: Browser,
): Promise<{ times: Record<string, number>; bytes: number; gzip: number; requests: number }> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  let bytes = 0;
  let gzip = 0;
  let requests = 0;
  const bodies: Promise<void>[] = [];
  page.on('response', (response) => {
    requests++;
    bodies.push(
      response
        .body()
        .then((body) => {
          bytes += body.length;
          gzip += /woff2|png/.test(response.url()) ? body.length : gzipSync(body, { level: 9 }).length;
        })
        .catch(() => undefined),
    );
  });
  await page.addInitScript(NAMES);
  await page.addInitScript((drawn: Record<string, string>) => {
    const times: Record<string, number> = {};
    Object.assign(globalThis, { drawnTimes: times });
    const look = () => {
      for (const [name, selector] of Object.entries(drawn)) {
        if (times[name] === undefined && document.querySelector(selector)) times[name] = performance.now();
      }
      if (Object.keys(times).length < Object.keys(drawn).length) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, DRAWN);
  await page.goto(URL_BASE);
  // Asked from here: the page's policy lets nothing be evaluated inside it by a waiting function.
  const read = () => page.evaluate(() => (globalThis as unknown as { drawnTimes: Record<string, number> }).drawnTimes);
  let times = await read();
  while (Object.keys(times).length < Object.keys(DRAWN).length) times = await read();
  await page.waitForLoadState('networkidle');
  await Promise.all(bodies);
  await context.close();
  return { times, bytes, gzip, requests };
}

/** Steps the clock's hand by keys: the main thread's work for each step (script, style and layout), and the frames while stepping. */
async function scrub(page: Page, steps: number): Promise<{ work: number[]; frames: number[] }> {
  return page.evaluate(async (count) => {
    const hand = document.querySelector<HTMLElement>('.instrument [role="slider"]');
    if (!hand) throw new Error('no hand on the clock');
    const press = (key: string, shiftKey = false) =>
      hand.dispatchEvent(new KeyboardEvent('keydown', { key, shiftKey, bubbles: true, cancelable: true }));
    const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
    press('Home');
    await frame();
    await frame();
    const work: number[] = [];
    const frames: number[] = [];
    let before = await frame();
    for (let i = 0; i < count; i++) {
      const begun = performance.now();
      press('ArrowRight');
      // Svelte settles in a microtask; what it then leaves to a frame is counted by the frame times.
      await Promise.resolve();
      await Promise.resolve();
      void document.body.offsetHeight;
      work.push(performance.now() - begun);
      const now = await frame();
      frames.push(now - before);
      before = now;
    }
    return { work, frames };
  }, steps);
}

async function main(): Promise<void> {
  const [what, crowds, views] = process.argv.slice(2);
  console.log('Building ...');
  if (spawnSync('npx', ['vite', 'build', '--logLevel', 'warn'], { stdio: 'inherit' }).status !== 0) process.exit(1);
  if (what === 'crowd') {
    const browser = await chromium.launch({ executablePath: await findBrowser(), args: ARGS });
    const wanted = (list: string | undefined) => (list === undefined ? null : list.split(','));
    await benchCrowd(browser, {
      ...WHOLE,
      crowds: WHOLE.crowds.filter(({ actors, rows }) => wanted(crowds)?.includes(`${actors}x${rows}`) ?? true),
      views: wanted(views) ?? WHOLE.views,
    });
    await browser.close();
    return;
  }
  const server = spawn('npx', ['vite', 'preview', '--port', String(PORT), '--strictPort', '--host', '127.0.0.1'], {
    stdio: 'ignore',
    detached: true,
  });
  try {
    for (let tries = 0; ; tries++) {
      const up = await fetch(URL_BASE).then(
        (response) => response.ok,
        () => false,
      );
      if (up) break;
      if (tries > 100) throw new Error('the preview server did not start');
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const browser = await chromium.launch({ executablePath: await findBrowser(), args: ARGS });
    const loads: Awaited<ReturnType<typeof coldLoad>>[] = [];
    for (let i = 0; i < LOADS; i++) loads.push(await coldLoad(browser));
    console.log(`\nCold load of the default dataset, ${LOADS} loads, 1440 x 900, no network delay`);
    console.table(
      Object.fromEntries(
        Object.keys(DRAWN).map((name) => {
          const values = loads.map((load) => load.times[name] ?? NaN);
          return [`first drawn: ${name}`, { median: ms(quantile(values, 0.5)), worst: ms(Math.max(...values)) }];
        }),
      ),
    );
    const last = loads[loads.length - 1]!;
    console.log(
      `Bytes: ${(last.bytes / 1024).toFixed(0)} KiB as files, ${(last.gzip / 1024).toFixed(0)} KiB with gzip -9, in ${last.requests} requests`,
    );

    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.addInitScript(NAMES);
    await page.goto(URL_BASE);
    await page.waitForSelector(DRAWN['events']!);
    await page.waitForLoadState('networkidle');
    const rows: Record<string, object> = {};
    for (const [name, hash] of [
      ['atlas: network, map, timeline, rows', ''],
      ['pair', '#/pair'],
      ['matrix', '#/matrix'],
      ['what changed', '#/change'],
      ['rifts', '#/rifts'],
      ['balance', '#/balance'],
    ] as const) {
      await page.goto(`${URL_BASE}${hash}`);
      await page.reload();
      await page.waitForSelector('.instrument [role="slider"]');
      await page.waitForLoadState('networkidle');
      await scrub(page, 30);
      const { work, frames } = await scrub(page, 200);
      rows[name] = {
        'work p50': ms(quantile(work, 0.5)),
        'work p95': ms(quantile(work, 0.95)),
        'frame p50': ms(quantile(frames, 0.5)),
        'frame p95': ms(quantile(frames, 0.95)),
      };
    }
    console.log('\nScrub: one day a step, 200 steps, one step a frame');
    console.table(rows);
    await page.close();
    await benchCrowd(browser, WHOLE);
    await browser.close();
  } finally {
    if (server.pid !== undefined) process.kill(-server.pid);
  }
  await benchAnalysis();
}

await main();
