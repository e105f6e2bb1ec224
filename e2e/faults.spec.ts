import { test as plain, type Page, type Route } from '@playwright/test';
import { expect } from './journey';

/** Tables that fail on the way: every page says so above everything, and no headline is made of what is left. */

const ANSWERS: Record<string, { answer: (route: Route) => Promise<void>; says: RegExp; silent: RegExp }> = {
  'a 404': {
    answer: (route) => route.fulfill({ status: 404, body: 'no' }),
    says: /events\.csv is missing, with 90 rows\b/,
    silent: /So it cannot say what was done\./,
  },
  'a 500': {
    answer: (route) => route.fulfill({ status: 500, body: 'no' }),
    says: /events\.csv is missing, with 90 rows\b/,
    silent: /So it cannot say what was done\./,
  },
  'a page': {
    answer: (route) => route.fulfill({ status: 200, contentType: 'text/html', body: '<!doctype html><title>Hello</title>' }),
    says: /events\.csv is missing, with 90 rows\b/,
    silent: /So it cannot say what was done\./,
  },
  'half of it': {
    answer: async (route) => {
      const text = await (await route.fetch()).text();
      await route.fulfill({ status: 200, contentType: 'text/csv', body: text.slice(0, text.length / 2) });
    },
    says: /events\.csv lacks \d+ of 90 rows/,
    silent: /cannot say what was done/,
  },
  'no answer': {
    answer: (route) => route.abort('connectionreset'),
    says: /events\.csv is missing, with 90 rows\b/,
    silent: /So it cannot say what was done\./,
  },
};

const lacking = (page: Page) => page.getByRole('region', { name: 'What this record lacks' });

for (const [what, { answer, says, silent }] of Object.entries(ANSWERS)) {
  plain(`a table behind which there is ${what} is told above everything, and there is no headline`, async ({ page }) => {
    // The record in one file first: where it does not come whole, its tables are read.
    await page.route('**/compiled.json', answer);
    await page.route('**/events.csv', answer);
    await page.goto('./');
    await expect(lacking(page)).toContainText('This record is not whole.');
    await expect(lacking(page)).toContainText(says);
    await expect(lacking(page)).toContainText(silent);
    const top = await lacking(page).boundingBox();
    expect([top?.x, top?.y]).toEqual([0, 0]);
    await expect(page.locator('#lead')).toContainText('No headline: a part of this record did not come');
    await expect(page.locator('.marker')).toHaveCount(0);
  });
}

plain('a record that did not come whole says so on every page, and is loaded again from there', async ({ page }) => {
  await page.route('**/compiled.json', (route) => route.fulfill({ status: 503, body: 'later' }));
  await page.route('**/stances.csv', (route) => route.fulfill({ status: 503, body: 'later' }));
  await page.goto('./#/matrix');
  for (const name of ['timeline', 'evidence', 'story', 'desk', 'claims']) {
    await page.goto(`./#/${name}`);
    await expect(lacking(page)).toContainText(/stances\.csv is missing, with 792 rows[^]* So it cannot say how anybody stands/);
  }
  // A frame and a story that is read have no masthead: it stands there as well.
  await page.goto('./#/atlas?x-embed=timeline');
  await expect(page.getByRole('link', { name: 'Open in Stanceline' })).toBeVisible();
  await expect(lacking(page)).toBeVisible();
  await page.goto('./#/atlas');
  await page.unroute('**/stances.csv');
  await lacking(page).getByRole('button', { name: 'Load it again' }).click();
  await expect(lacking(page)).toHaveCount(0);
  await expect(page.locator('#lead')).not.toContainText('No headline');
  expect(new URL(page.url()).hash).toContain('/atlas');
});

plain('the record in one file and its tables show the same', async ({ page }) => {
  const seen: string[] = [];
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  for (const from of ['compiled.json', 'stances.csv']) {
    asked.length = 0;
    await page.goto('./#/evidence');
    await expect(page.getByRole('article').getByRole('heading', { level: 3 })).toBeVisible();
    const rows = await page.locator('#main').innerText();
    await page.goto('./#/desk');
    await expect(page.locator('#main table').first()).toBeVisible();
    seen.push(`${rows}\n${await page.locator('#main').innerText()}`);
    expect(asked.some((path) => path.endsWith(`/${from}`))).toBe(true);
    await page.route('**/compiled.json', (route) => route.fulfill({ status: 404, body: 'no' }));
    await page.goto('./licences.txt');
  }
  expect(seen[1]).toBe(seen[0]);
});

plain('a table that does not come is waited for by name, and the waiting can be ended', async ({ page }) => {
  await page.clock.install();
  const held: Route[] = [];
  const whole: Route[] = [];
  await page.route('**/compiled.json', (route) => void whole.push(route));
  await page.route('**/ties.csv', (route) => void held.push(route));
  await page.goto('./');
  await expect.poll(() => whole.length).toBe(1);
  await page.clock.runFor(2500);
  const opening = page.getByRole('main');
  await expect(opening).toContainText('Opening “Belarus, Poland and the Eastern Flank”.');
  await expect(opening).toContainText('Waiting for compiled.json, the whole record in one file');
  await whole[0]?.fulfill({ status: 404, body: 'no' });
  await expect.poll(() => held.length).toBeGreaterThan(0);
  await expect(opening).toContainText(/Waiting for ties\.csv; 14 of 15 files came/);
  await opening.getByRole('button', { name: 'Stop' }).click();
  const problem = page.getByRole('alert');
  await expect(problem).toContainText('The reading was stopped.');
  await page.unroute('**/ties.csv');
  await page.unroute('**/compiled.json');
  await problem.getByRole('button', { name: /^Open “Belarus/ }).click();
  await expect(page.getByRole('group', { name: /^Network of/ })).toBeVisible();
});

/** What a page throws, and what it writes to the console as an error, but for files that the journey takes away. */
function troubles(page: Page): string[] {
  const found: string[] = [];
  page.on('pageerror', (error) => found.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) found.push(message.text());
  });
  return found;
}

/** The lead once its tests are made: a sentence, and no word of waiting. */
async function leadStands(page: Page): Promise<void> {
  await expect(page.locator('#lead')).toContainText(/Belarus/);
  await expect(page.locator('#main')).not.toContainText('being worked out', { timeout: 45_000 });
}

for (const [what, spoil] of [
  [
    'die as they begin',
    () => {
      const Own = globalThis.Worker;
      globalThis.Worker = class extends Own {
        constructor(url: string | URL, options?: WorkerOptions) {
          super(url, options);
          setTimeout(() => {
            this.terminate();
            this.dispatchEvent(new ErrorEvent('error', { message: 'it died', cancelable: true }));
          });
        }
      };
    },
  ],
  [
    'cannot be had',
    () => {
      globalThis.Worker = function () {
        throw new Error('no workers here');
      } as unknown as typeof Worker;
    },
  ],
] as const)
  plain(`where workers ${what}, the page reads, tests and counts by itself`, async ({ page }) => {
    const wrong = troubles(page);
    await page.addInitScript(spoil);
    // Else there would be no table to read.
    await page.route('**/compiled.json', (route) => route.fulfill({ status: 404, body: 'no' }));
    await page.goto('./');
    await leadStands(page);
    await page.goto('./#/balance');
    await expect(page.locator('#main')).toContainText(/would have to change for balance/);
    expect(wrong).toEqual([]);
  });

plain('where the solver cannot be loaded, the count for balance stands by what is known without it', async ({ page }) => {
  const wrong = troubles(page);
  await page.route('**/*.wasm', (route) => route.fulfill({ status: 404, body: 'no' }));
  await page.goto('./#/balance');
  await expect(page.locator('#main')).toContainText(/would have to change for balance/);
  await expect(page.locator('#main [aria-busy=true]')).toHaveCount(0);
  expect(wrong).toEqual([]);
});

plain('without a canvas every drawing has its labels, by the widths of a table of letters', async ({ page }) => {
  const wrong = troubles(page);
  await page.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null;
  });
  await page.goto('./');
  await expect(page.getByRole('group', { name: /^Network of/ }).getByText('Lithuania')).toBeVisible();
  await expect(page.getByRole('listbox', { name: /^States/ })).toBeVisible();
  await page.goto('./#/pair');
  await expect(page.locator('#main .chart svg').first()).toBeVisible();
  expect(wrong).toEqual([]);
});

plain('where the browser’s store is full, what is written goes on and says that it is not kept', async ({ page }) => {
  await page.addInitScript(() => {
    const full = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    IDBObjectStore.prototype.put = full;
    IDBObjectStore.prototype.add = full;
    Storage.prototype.setItem = full;
  });
  await page.goto('./#/story');
  await page.getByRole('button', { name: 'Write a story' }).click();
  const editor = page.getByRole('region', { name: 'Story editor' });
  await editor.getByLabel('Title', { exact: true }).fill('Nowhere to go');
  await expect(editor).toContainText(/not kept/);
  await expect(editor.getByLabel('Title', { exact: true })).toHaveValue('Nowhere to go');
});

plain('a store of a newer edition, or a damaged record in it, keeps no record from opening', async ({ page }) => {
  const wrong = troubles(page);
  await page.goto('./licences.txt');
  const spoil = (version: number) =>
    page.evaluate(
      (version) =>
        new Promise<void>((resolve, reject) => {
          const asked = indexedDB.open('stanceline', version);
          asked.onupgradeneeded = () => {
            if (!asked.result.objectStoreNames.contains('datasets'))
              asked.result.createObjectStore('datasets', { keyPath: 'name' });
          };
          asked.onerror = () => reject(new Error('it cannot be opened'));
          asked.onsuccess = () => {
            const writing = asked.result.transaction('datasets', 'readwrite');
            writing.objectStore('datasets').put({ name: 'dropped-x', title: 5, files: 'none' });
            writing.oncomplete = () => {
              asked.result.close();
              resolve();
            };
          };
        }),
      version,
    );
  for (const version of [1, 99]) {
    await spoil(version);
    await page.goto('./');
    await page.reload();
    await expect(page.locator('#lead')).toContainText(/Belarus/);
    await page.goto('./licences.txt');
  }
  expect(wrong).toEqual([]);
});

plain(
  'back out of the browser’s memory everything stands as it was left, and goes on',
  async ({ playwright, launchOptions, baseURL }) => {
    // Playwright switches that memory off, so that this browser is one without its switch.
    const browser = await playwright.chromium.launch({ ...launchOptions, ignoreDefaultArgs: ['--disable-back-forward-cache'] });
    try {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, serviceWorkers: 'block' });
      await page.addInitScript(() => {
        window.addEventListener(
          'pageshow',
          ({ persisted }) => (document.documentElement.dataset['restored'] = String(persisted)),
        );
      });
      await page.goto(`${baseURL ?? ''}#/timeline?at=2025-11-11`);
      const hand = page.getByRole('slider', { name: 'As-of date' });
      await expect(hand).toHaveAttribute('aria-valuetext', '11 November 2025');
      await hand.press('ArrowRight');
      await expect(hand).toHaveAttribute('aria-valuetext', '12 November 2025');
      await page.goto(`${baseURL ?? ''}licences.txt`);
      // A page out of memory loads nothing: there is no load to wait for.
      await page.goBack({ waitUntil: 'commit' });
      await expect(page.locator('html')).toHaveAttribute('data-restored', 'true');
      await expect(hand).toHaveAttribute('aria-valuetext', '12 November 2025');
      await hand.press('ArrowRight');
      await expect(hand).toHaveAttribute('aria-valuetext', '13 November 2025');
      await expect.poll(() => page.url()).toContain('at=2025-11-13');
      await page.evaluate(() => (location.hash = '#/matrix?at=2025-11-20'));
      await expect(page.getByRole('grid').first()).toBeVisible();
    } finally {
      await browser.close();
    }
  },
);

plain('back from another page, read anew, everything stands as it was left, and goes on', async ({ page }) => {
  await page.goto('./#/timeline?at=2025-11-11');
  const hand = page.getByRole('slider', { name: 'As-of date' });
  await expect(hand).toHaveAttribute('aria-valuetext', '11 November 2025');
  await hand.press('ArrowRight');
  await expect.poll(() => page.url()).toContain('at=2025-11-12');
  await page.goto('./licences.txt');
  await page.goBack();
  await expect(hand).toHaveAttribute('aria-valuetext', '12 November 2025');
  await hand.press('ArrowRight');
  await expect(hand).toHaveAttribute('aria-valuetext', '13 November 2025');
});

plain('the same days are shown from UTC−12 to UTC+14', async ({ browser, baseURL }) => {
  const seen: unknown[] = [];
  for (const timezoneId of ['Etc/GMT+12', 'Pacific/Kiritimati']) {
    const context = await browser.newContext({
      timezoneId,
      locale: 'en-GB',
      viewport: { width: 1440, height: 900 },
      serviceWorkers: 'block',
    });
    const page = await context.newPage();
    await page.goto(`${baseURL}#/evidence`);
    await expect(page.getByRole('article').getByRole('heading', { level: 3 })).toBeVisible();
    const rows = await page.locator('#main [data-index]').allInnerTexts();
    await page.goto(`${baseURL}#/atlas`);
    await leadStands(page);
    await expect(page.locator('.vis-item').first()).toBeAttached();
    seen.push({
      rows: rows.slice(0, 5),
      lead: await page.locator('#lead').innerText(),
      hand: await page.getByRole('slider', { name: 'As-of date' }).getAttribute('aria-valuetext'),
      axis: await page.locator('.instrument .axis').allInnerTexts(),
      events: await page
        .locator('.vis-item')
        .evaluateAll((items) => items.map((item) => Math.round(item.getBoundingClientRect().x))),
    });
    await context.close();
  }
  expect(seen[0]).toEqual(seen[1]);
  expect(JSON.stringify(seen[0])).toContain('21 Jan');
});
