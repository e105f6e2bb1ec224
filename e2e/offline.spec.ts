import { cpSync, createReadStream, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { test as plain, type BrowserContext, type Page } from '@playwright/test';
import { expect } from './journey';

/** The built page without a network, after one visit; and a new edition, which never mixes with the old one. */

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.csv': 'text/csv',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.md': 'text/plain',
};

/** A folder of its own with the built page, served as a plain static server does. */
async function site(): Promise<{ folder: string; home: string; server: Server }> {
  const folder = mkdtempSync(join(tmpdir(), 'stanceline-'));
  cpSync('dist', folder, { recursive: true });
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname));
    const file = join(folder, path === '/' ? 'index.html' : path);
    if (!existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream', 'Cache-Control': 'no-cache' });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { folder, server, home: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
}

/** Waits until one edition is stored and in charge of visits to come. */
const kept = (page: Page) => page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state);

const network = (page: Page) => page.getByRole('group', { name: /^Network of/ });

plain.describe('after one visit', () => {
  let context: BrowserContext;
  let one: Awaited<ReturnType<typeof site>>;

  plain.beforeEach(async ({ browser }) => {
    one = await site();
    context = await browser.newContext({ serviceWorkers: 'allow', viewport: { width: 1440, height: 900 } });
  });
  plain.afterEach(async () => {
    await context.close();
    await new Promise((resolve) => one.server.close(resolve));
    rmSync(one.folder, { recursive: true });
  });

  plain('the page opens whole without a server: every view, the other record, its codebook', async () => {
    const page = await context.newPage();
    await page.goto(one.home);
    await expect(network(page)).toBeVisible();
    expect(await kept(page)).toMatch(/^activat/);
    await page.close();
    one.server.closeAllConnections();
    await new Promise((resolve) => one.server.close(resolve));

    const later = await context.newPage();
    const failed: string[] = [];
    later.on('pageerror', (error) => failed.push(error.message));
    later.on('requestfailed', (request) => failed.push(request.url()));
    await later.goto(one.home);
    await expect(network(later)).toBeVisible();
    await expect(later.getByRole('listbox', { name: /^States/ })).toBeVisible();
    for (const name of ['Timeline', 'Matrix', 'Pair', 'Rows', 'Changes', 'Rifts', 'Hypotheses', 'Claims', 'Story', 'Desk']) {
      await later.getByRole('navigation', { name: 'Pages' }).getByRole('button', { name, exact: true }).click();
      await expect(later.locator('#main [aria-busy=true]')).toHaveCount(0);
      await expect(later.locator('#main .failed')).toHaveCount(0);
    }
    await later.goto(`${one.home}#/balance?data=great-powers&at=1907-12-31`);
    await expect(later.locator('#main')).toContainText('every one of the 20 triads is balanced');
    expect(failed).toEqual([]);
    const codebook = await later.evaluate(async () => (await fetch('data/great-powers/CODEBOOK.md')).status);
    expect(codebook).toBe(200);
  });

  /** Publishes another edition in the same place: the page's title and a column's name are others. */
  function publish(words: string): void {
    const change = (path: string, from: RegExp, to: string) => {
      const file = join(one.folder, path);
      const before = readFileSync(file, 'utf8');
      const hash = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`;
      const after = before.replace(from, to);
      expect(after).not.toBe(before);
      writeFileSync(file, after);
      const worker = join(one.folder, 'sw.js');
      writeFileSync(worker, readFileSync(worker, 'utf8').replace(hash(before), hash(after)));
    };
    change('index.html', /content="Who stands where[^"]*"/, `content="${words}"`);
    const worker = join(one.folder, 'sw.js');
    writeFileSync(worker, readFileSync(worker, 'utf8').replace(/EDITION = '[^']*'/, `EDITION = '${words}'`));
  }

  const edition = (page: Page) => page.locator('meta[name=description]').getAttribute('content');

  plain('a new edition waits until no tab of the old one is open, and then is there whole', async () => {
    const page = await context.newPage();
    await page.goto(one.home);
    await expect(network(page)).toBeVisible();
    await kept(page);
    await page.reload();
    const old = await edition(page);
    publish('second');
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      await registration.update();
    });
    await expect.poll(() => page.evaluate(async () => (await navigator.serviceWorker.ready).waiting?.state)).toBe('installed');
    // Asked for again, the old edition answers, all of it.
    await page.reload();
    expect(await edition(page)).toBe(old);
    await expect(network(page)).toBeVisible();
    await page.close();
    const later = await context.newPage();
    await expect
      .poll(async () => {
        await later.goto('about:blank');
        await later.goto(one.home);
        return edition(later);
      })
      .toBe('second');
    await expect(network(later)).toBeVisible();
    expect(await later.evaluate(() => caches.keys())).toEqual(['stanceline second']);
  });

  plain('an edition of which a file is missing or cut is not taken: the one before goes on', async () => {
    const page = await context.newPage();
    await page.goto(one.home);
    await expect(network(page)).toBeVisible();
    await kept(page);
    const [before] = await page.evaluate(() => caches.keys());
    publish('broken');
    writeFileSync(join(one.folder, 'data/eastern-flank/actors.csv'), 'id,name\n');
    const failed = await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      const found = new Promise<string>((resolve) => {
        registration.addEventListener('updatefound', () => {
          const { installing } = registration;
          installing?.addEventListener('statechange', () => {
            if (installing.state !== 'installing') resolve(installing.state);
          });
        });
      });
      await registration.update().catch(() => undefined);
      return found;
    });
    expect(failed).toBe('redundant');
    expect(await page.evaluate(() => caches.keys())).toEqual([before]);
    await page.reload();
    await expect(network(page)).toBeVisible();
    await expect(page.getByRole('region', { name: 'What this record lacks' })).toHaveCount(0);
  });
});

plain('a part of the page that does not come says so where it would stand, and can be asked for again', async ({ page }) => {
  await page.route(/MatrixPage-[\w-]+\.js/, (route) => route.abort());
  await page.goto('./#/matrix');
  const main = page.locator('#main');
  await expect(main.getByRole('alert')).toContainText('could not be loaded');
  await page.unroute(/MatrixPage-[\w-]+\.js/);
  await main.getByRole('button', { name: 'Try again' }).click();
  await expect(main.getByRole('grid')).toBeVisible();
});
