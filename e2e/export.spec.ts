import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import type { Download, Page } from '@playwright/test';
import { START } from '../src/focus/view';
import { embeddedStory, snippet } from '../src/save/embedModel';
import { dayOf } from '../src/words/calendar';
import { axeFaults, expect, firstVisit, open, test, withTheme } from './journey';

/** A view with a pair in focus, whatever the dataset's own first view is. */
const VIEW = '#/atlas?from=2025-01-01&to=2026-01-31&at=2026-01-26&pair=belarus~poland';

async function dialog(page: Page, tab: string): Promise<void> {
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('tab', { name: tab, exact: true }).click();
}

async function saved(page: Page, button: string | RegExp): Promise<{ name: string; bytes: Buffer; path: string }> {
  const [download]: [Download, unknown] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  const path = await download.path();
  return { name: download.suggestedFilename(), bytes: readFileSync(path), path };
}

test('a picture holds the view, its key, its filters, its source and how it was coded', async ({ page }) => {
  await open(page, VIEW);
  await dialog(page, 'Pictures');
  await page.getByLabel('SVG, with its type inside').check();
  const { name, bytes } = await saved(page, 'Save the picture');
  expect(name).toBe('eastern-flank-network-2026-01-26.svg');
  const svg = bytes.toString();
  expect(svg).not.toMatch(/foreignObject|var\(--|\bstyle="|<script/);
  expect(svg).toContain('@font-face');
  for (const words of [
    'As of 26 January 2026',
    'half-life of 30 days',
    'own words and acts',
    'CC-BY-4.0',
    'language models',
    'not covered',
    'asserted change',
    'Belarus',
  ])
    expect(svg).toContain(words);
  expect(svg.match(/<path/g)!.length).toBeGreaterThan(40);
  // It is well formed, and paints without the page that it came from.
  const width = await page.evaluate(async (text) => {
    const image = new Image();
    image.src = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
    await image.decode();
    return image.naturalWidth;
  }, svg);
  expect(width).toBe(1600);
});

test('every view is painted as PNG at the size that was asked for', async ({ page }) => {
  test.slow();
  await open(page, VIEW);
  await dialog(page, 'Pictures');
  // A view that marks no change has the key of its scores all the same, and its type is fitted for programs that bring their own.
  await page.getByLabel('What', { exact: true }).selectOption('matrix');
  await page.getByLabel('SVG, with its type inside').check();
  const matrix = (await saved(page, 'Save the picture')).bytes.toString();
  for (const words of ['hostile', 'supportive', 'mixed']) expect(matrix).toContain(words);
  expect(matrix).not.toContain('unfriendly');
  expect(matrix).toMatch(/<text[^>]* textLength="[\d.]+"[^>]*>Lithuania</);
  expect(matrix).toContain("'Liberation Sans Narrow'");
  await page.getByLabel('PNG', { exact: true }).check();
  await page.getByLabel('Size').selectOption('a4');
  await page.getByLabel('Dots').selectOption('1');
  for (const view of [
    'network',
    'map',
    'timeline',
    'matrix',
    'pair',
    'rows',
    'change',
    'rifts',
    'balance',
    'hypotheses',
    'claims',
  ]) {
    await page.getByLabel('What', { exact: true }).selectOption(view);
    const { bytes } = await saved(page, 'Save the picture');
    const shades = await page.evaluate(async (base64) => {
      const image = new Image();
      image.src = `data:image/png;base64,${base64}`;
      await image.decode();
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [image.width, image.height];
      const context = canvas.getContext('2d')!;
      context.drawImage(image, 0, 0);
      const { data } = context.getImageData(0, 0, image.width, image.height);
      // The share of the middle that is not paper: an empty plate would have none.
      let inked = 0;
      for (let y = Math.round(image.height * 0.25); y < image.height * 0.7; y++)
        for (let x = 60; x < image.width / 2; x++) {
          const i = (y * image.width + x) * 4;
          if (Math.abs(data[i]! - data[0]!) + Math.abs(data[i + 1]! - data[1]!) + Math.abs(data[i + 2]! - data[2]!) > 60) inked++;
        }
      return { size: [image.width, image.height], inked };
    }, bytes.toString('base64'));
    expect(shades.size, view).toEqual([1123, 794]);
    expect(shades.inked, view).toBeGreaterThan(1500);
  }
});

firstVisit('rows go along in five formats, and the tables open again', async ({ page }) => {
  await open(page, VIEW);
  await dialog(page, 'Data');
  await expect(page.getByRole('radio', { name: /What this view stands on: \d+ stances/ })).toBeChecked();
  const csv = (await saved(page, 'Stances with citations (CSV)')).bytes.toString();
  expect(csv.split('\n')[0]).toContain('coder_a');
  expect(csv).toContain('language models');
  expect((await saved(page, 'Sources (BibTeX)')).bytes.toString()).toContain('@dataset{stanceline-eastern-flank');
  expect(JSON.parse((await saved(page, 'Sources (CSL-JSON)')).bytes.toString())).toBeInstanceOf(Array);
  expect((await saved(page, 'Events (iCalendar)')).bytes.toString()).toMatch(/^BEGIN:VCALENDAR\r\n/);
  const zip = await saved(page, 'Tables (zip)');
  const files = unzipSync(new Uint8Array(zip.bytes));
  expect(strFromU8(files['eastern-flank-selection/ABOUT.txt']!)).toContain('A selection');
  expect(strFromU8(files['eastern-flank-selection/CODEBOOK.md']!)).toContain('# ');
  // Dropped on the page, they are the same rows without a fault.
  await page.keyboard.press('Escape');
  const shown = await page.getByText(/\d+ statements, \d+ events?, \d+ sources/).innerText();
  await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const transfer = new DataTransfer();
    transfer.items.add(new File([bytes], 'eastern-flank-selection.zip', { type: 'application/zip' }));
    window.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
  }, zip.bytes.toString('base64'));
  await expect(page).toHaveTitle(/\(selection\)/);
  await expect(page.getByText(/\d+ statements?, .*\d+ sources/).first()).not.toHaveText(shown);
  // A faulty dataset would open on the desk.
  expect(page.url()).not.toContain('#/desk');
});

test('fourteen files that are saved at once are fourteen files', async ({ page }) => {
  await open(page, VIEW);
  await dialog(page, 'Data');
  const button = page.getByRole('button', { name: 'Stances with citations (CSV)' });
  await expect(button).toBeVisible();
  let came = 0;
  page.on('download', () => came++);
  await button.evaluate((element: HTMLElement) => {
    for (let i = 0; i < 14; i++) element.click();
  });
  await expect.poll(() => came).toBe(14);
});

test('the list of files keeps its place while it is made anew, and what is saved is what the view holds now', async ({
  page,
}) => {
  await open(page, VIEW);
  await dialog(page, 'Data');
  const button = page.getByRole('button', { name: 'Stances with citations (CSV)' });
  await expect(button).toBeVisible();
  const mark = await button.evaluateHandle((element) => element);
  // In one turn of the page, before anything can be made anew: the other rows are chosen, and the file is asked for.
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.evaluate(() => {
      document.querySelectorAll<HTMLInputElement>('[name="take-rows"]')[1]?.click();
      [...document.querySelectorAll('button')].find(({ textContent }) => textContent?.startsWith('Stances with'))?.click();
    }),
  ]);
  expect(download.suggestedFilename()).toBe('eastern-flank-all-stances.csv');
  await expect(button).toBeVisible();
  expect(await mark.evaluate((element) => element.isConnected)).toBe(true);
});

test('one file opens from disk without a network, with every view', async ({ page, browser }, info) => {
  test.slow();
  await open(page, VIEW);
  await dialog(page, 'One file');
  await expect(page.getByText(/One HTML file of about/)).toContainText(/\d\.\d MB/);
  await page.getByLabel('It opens on').selectOption({ index: 1 });
  const story = (await page.getByLabel('It opens on').locator('option:checked').innerText()).replace(/^.*“|”$/g, '');
  const { name, bytes } = await saved(page, 'Save the file');
  expect(name).toBe('stanceline-eastern-flank.html');
  expect(bytes.length).toBeLessThan(9_000_000);
  const path = info.outputPath('one file.html');
  writeFileSync(path, bytes);

  const context = await browser.newContext({ offline: true, viewport: { width: 1440, height: 900 } });
  const file = await context.newPage();
  const wrong: string[] = [];
  file.on('request', (request) => {
    if (!/^(file|data|blob):/.test(request.url())) wrong.push(request.url());
  });
  file.on('pageerror', (error) => wrong.push(error.message));
  file.on('console', (message) => {
    if (/Content.Security.Policy|Refused to/i.test(message.text())) wrong.push(message.text());
  });
  const address = pathToFileURL(path).href;
  await file.goto(address);
  await expect(file.getByText(story).first()).toBeVisible();
  await expect(file.getByText(/Scene 1 of \d+/).first()).toBeVisible();
  await expect(file.locator('[data-actor]').first()).toBeVisible();
  await file.goto(`${address}${VIEW}`);
  await expect(file.getByRole('heading', { name: 'Who stands where' })).toBeVisible();
  await expect(file.locator('[data-actor]').first()).toBeVisible();
  await expect(file.locator('.leaflet-container')).toBeVisible();
  await expect(file.locator('.vis-item').first()).toBeAttached();
  await file.goto(`${address}#/evidence?from=2025-01-01&to=2026-01-31&at=2026-01-26&pair=belarus~poland`);
  await expect(file.locator('#main')).toContainText('Belarus');
  await file.keyboard.press('/');
  await file.getByRole('combobox', { name: /^Find/ }).fill('Zapad');
  await expect(file.getByRole('dialog').getByRole('option').first()).toBeVisible();
  await file.keyboard.press('Escape');
  await file.goto(`${address}#/balance?from=2025-01-01&to=2026-01-31&at=2026-01-26`);
  await expect(file.getByText(/would have to change for balance \(exact\)|exact/).first()).toBeVisible();
  expect(wrong).toEqual([]);
  // Text becomes markup by nobody's hand in the file either.
  const refused = await file.evaluate(() => {
    try {
      document.createElement('div').innerHTML = '<img src=x onerror="globalThis.ran = true">';
      return false;
    } catch {
      return true;
    }
  });
  expect(refused).toBe(true);
  await context.close();
});

test('a frame shows the chosen views and controls, and leads to the whole', async ({ page }) => {
  await open(page, VIEW);
  await dialog(page, 'Embed');
  const snippet = await page.getByLabel('Paste this into your page:').inputValue();
  const address = /src="([^"]*)"/.exec(snippet)![1]!.replaceAll('&amp;', '&');
  await page.goto('about:blank');
  await page.goto(address);
  await expect(page.getByRole('heading', { name: 'Who stands where' })).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Pages' })).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Clock and timeline' })).toBeVisible();
  const whole = await page.getByRole('link', { name: 'Open in Stanceline' }).getAttribute('href');
  expect(whole).toContain('pair=belarus~poland');
  expect(whole).not.toContain('x-embed');
});

test('story, claims, hypotheses and balance stand whole in frames of another page, at three widths', async ({
  page,
  baseURL,
}) => {
  test.slow();
  const start = { ...START, from: dayOf('2025-01-01'), to: dayOf('2026-01-31'), at: dayOf('2026-01-26') };
  const frames = ['story', 'claims', 'hypotheses', 'balance'].map((name) => {
    const state = name === 'story' ? embeddedStory(start, { story: 'the-pivot', scene: '2' }) : start;
    return snippet(`${baseURL}/`, state, { views: [name], controls: [], theme: '' }, { width: '100%', height: 300 }, name);
  });
  const host = `${new URL(baseURL ?? '').origin}/an-article.html`;
  const body = `<!doctype html><meta name="viewport" content="width=device-width"><h1>An article</h1>${frames.join('').replaceAll('loading="lazy" ', '')}`;
  await page.route(host, (route) => route.fulfill({ contentType: 'text/html', body }));
  await page.goto(host);
  for (const width of [900, 390, 320]) {
    await page.setViewportSize({ width, height: 700 });
    for (const [name, words] of [
      ['story', 'Scene 2'],
      ['claims', 'Verdicts'],
      ['hypotheses', 'The rows speak least against'],
      ['balance', 'Where the net strains'],
    ] as const) {
      const frame = page.locator(`iframe[title=${name}]`);
      await expect(frame.contentFrame().getByText(words).first()).toBeAttached();
      // The whole of it has room in the frame, but for the list of all triads: nothing is cut off, below or at the side.
      await expect
        .poll(
          () =>
            frame
              .contentFrame()
              .locator('html')
              .evaluate((html) => [
                html.scrollHeight - innerHeight <= 0 || innerHeight === 6000,
                Math.max(0, html.scrollWidth - innerWidth),
                html.querySelector('main')?.textContent.trim() !== '',
              ]),
          { message: `${name} at ${width}` },
        )
        .toEqual([true, 0, true]);
    }
  }
  const story = page.locator('iframe[title=story]').contentFrame();
  await story.getByRole('button', { name: /^Scene 3/ }).click();
  await expect(story.getByText('Scene 3 of')).toBeVisible();
  expect(await story.getByRole('link', { name: 'Open in Stanceline' }).getAttribute('href')).toMatch(
    /x-scene=3.*x-story=the-pivot/,
  );
  await page.unroute(host);
});

for (const theme of ['light', 'dark'] as const) {
  test(`the dialog is free of axe's faults, ${theme}`, async ({ page }) => {
    await withTheme(page, theme);
    await open(page, VIEW);
    await page.keyboard.press('s');
    for (const tab of ['Pictures', 'Data', 'One file', 'Embed']) {
      await page.getByRole('tab', { name: tab, exact: true }).click();
      await expect(page.getByRole('tabpanel', { name: tab, exact: true })).toBeVisible();
      expect(await axeFaults(page, '[role=dialog]')).toEqual([]);
    }
  });
}

test('the camps in a saved picture are those of its own date', async ({ page }) => {
  const camps = page.locator('#main section.camps');
  /** The two camps as the page names them, once the exact answer is in. */
  const named = async (at: string): Promise<string[]> => {
    await open(page, `#/balance?data=great-powers&at=${at}`);
    await expect(camps).toContainText(/One:.*The other:/s);
    return (
      await camps
        .locator('p')
        .filter({ hasText: /^(One|The other):/ })
        .allInnerTexts()
    ).map((text) => text.replace(/\s+/g, ' '));
  };
  const later = await named('1907-12-31');
  const earlier = await named('1872-12-31');
  expect(earlier).toHaveLength(2);
  expect(earlier).not.toEqual(later);
  await dialog(page, 'Pictures');
  await page.getByLabel('SVG, with its type inside').check();
  const svg = (await saved(page, 'Save the picture')).bytes.toString();
  const text = svg
    .replace(/<style[^]*?<\/style>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
  expect(text).toContain('31 December 1872');
  for (const camp of earlier) expect(text).toContain(camp);
  for (const camp of later) if (!earlier.includes(camp)) expect(text).not.toContain(camp);
});
