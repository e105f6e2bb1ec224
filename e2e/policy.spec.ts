import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { test as plain } from '@playwright/test';
import { expect, firstVisit, open } from './journey';

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.csv': 'text/csv',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};

/** The built page under a path of its own, as a plain static server hands it out. */
function serve(under: string): Promise<Server> {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname));
    const inside = path.slice(under.length) || 'index.html';
    const file = join('dist', inside);
    if (!path.startsWith(under) || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

firstVisit('the page’s own policy allows nothing inline, nothing evaluated and no other origin', async ({ page }) => {
  await open(page);
  const policy = (await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content')) ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/);
  const sources = [...policy.matchAll(/(script|style|font|connect|worker)-src ([^;]+)/g)].map((match) => [match[1], match[2]]);
  expect(sources).toHaveLength(5);
  // The solver compiles; workers begin from blobs, which inherit this policy.
  for (const [, allowed] of sources) expect(allowed!.replace(/'wasm-unsafe-eval'|blob:/, '').trim()).toBe("'self'");
  // And the document itself needs no exception: no inline script, no inline style.
  expect(await page.locator('script:not([src])').count()).toBe(0);
});

plain('the policy is in force: what somebody puts into the page is not run', async ({ page }) => {
  await page.goto('./');
  await expect(page.locator('#main')).toBeVisible();
  const ran = await page.evaluate(() => {
    const script = document.createElement('script');
    // As text, and past the sink that takes no plain text.
    try {
      script.textContent = 'globalThis.ran = true';
    } catch {
      script.append(new Text('globalThis.ran = true'));
    }
    document.head.append(script);
    return 'ran' in globalThis;
  });
  expect(ran).toBe(false);
  const fetched = await page.evaluate(() =>
    fetch('https://example.com/').then(
      () => true,
      () => false,
    ),
  );
  expect(fetched).toBe(false);
  // Text becomes markup by nobody's hand, and no worker begins from a file that is not the page's.
  const refused = await page.evaluate(() => {
    const tries = [
      () => (document.createElement('div').innerHTML = '<img src=x onerror="globalThis.ran = true">'),
      () => new DOMParser().parseFromString('<b>x</b>', 'text/html'),
      () => new Worker('data:text/javascript,postMessage(1)'),
    ];
    return tries.map((act) => {
      try {
        act();
        return false;
      } catch {
        return true;
      }
    });
  });
  expect(refused).toEqual([true, true, true]);
});

plain('the policy is in force in workers too: none asks elsewhere and none evaluates', async ({ page }) => {
  await page.goto('./#/balance');
  await expect(page.locator('#main')).toContainText(/would have to change for balance \(exact\)/);
  await expect.poll(() => page.workers().length).toBeGreaterThan(0);
  for (const worker of page.workers()) {
    const tried = await worker.evaluate(async () => {
      const passes = async (act: () => unknown) => {
        // What a debugger evaluates is let off the policy until it first waits.
        await new Promise((resolve) => setTimeout(resolve));
        try {
          await act();
          return true;
        } catch {
          return false;
        }
      };
      return {
        elsewhere: await passes(() => fetch('https://example.com/', { mode: 'no-cors' })),
        evaluated: await passes(() => (0, eval)('1')),
        made: await passes(() => new Function('return 1')()),
        here: await passes(() => fetch(new URL('data/eastern-flank/actors.csv', self.origin))),
        origin: self.origin,
      };
    });
    expect(tried).toEqual({ elsewhere: false, evaluated: false, made: false, here: true, origin: new URL(page.url()).origin });
  }
});

plain('the page works from a path of its own on a plain static server', async ({ page }) => {
  const server = await serve('/some/path/');
  const { port } = server.address() as AddressInfo;
  const missing: string[] = [];
  page.on('response', (response) => response.status() >= 400 && missing.push(response.url()));
  page.on('requestfailed', (request) => missing.push(request.url()));
  page.on('pageerror', (error) => missing.push(error.message));
  try {
    const home = `http://127.0.0.1:${port}/some/path/`;
    await page.goto(home);
    await expect(page.getByRole('group', { name: /^Network of/ })).toBeVisible();
    await expect(page.getByRole('listbox', { name: /^States/ })).toBeVisible();
    await page.goto(`${home}#/balance?data=great-powers&at=1907-12-31`);
    await expect(page.locator('#main')).toContainText('every one of the 20 triads is balanced');
    await page.goto(`${home}#/balance`);
    await expect(page.locator('#main')).toContainText(/would have to change for balance \(exact\)/);
    expect(missing.filter((url) => !url.endsWith('/favicon.ico'))).toEqual([]);
    await page.goto(`${home}#/desk`);
    const codebook = await page.getByRole('link', { name: 'codebook' }).evaluate((link: HTMLAnchorElement) => link.href);
    expect(codebook).toContain('/some/path/data/');
    expect((await page.request.get(codebook)).status()).toBe(200);
  } finally {
    server.close();
  }
});

firstVisit('once loaded, the first screen goes on without a network', async ({ page, context }) => {
  await open(page);
  await expect(page.getByRole('listbox', { name: /^States/ })).toBeVisible();
  await expect(page.locator('.vis-item').first()).toBeVisible();
  await context.setOffline(true);
  await page.getByRole('slider', { name: 'As-of date' }).focus();
  await page.keyboard.press('PageDown');
  await expect(page.getByRole('group', { name: /^Network of.*26 December 2025/ })).toBeVisible();
});
