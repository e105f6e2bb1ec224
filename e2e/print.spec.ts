import type { Page } from '@playwright/test';
import { expect, open, openAtlas, test, withTheme } from './journey';

/** Shows the page as it goes to paper, after the browser has told it. */
async function onPaper(page: Page, look: () => Promise<void>): Promise<void> {
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  await look();
  await page.emulateMedia({ media: null });
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
}

const ground = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

test('on paper the rows are all there, and the page is light whatever the screen was', async ({ page }) => {
  await withTheme(page, 'dark');
  await open(page, '#/evidence?from=2020-01-01&to=2026-05-31&at=2026-05-31');
  const said = await page
    .getByText(/^\d+ rows from/)
    .first()
    .innerText();
  const rows = Number(/(\d+) rows/.exec(said)?.[1]);
  expect(rows).toBeGreaterThan(400);
  expect(await ground(page)).not.toBe('rgb(255, 255, 255)');
  await onPaper(page, async () => {
    await expect(page.locator('.all > .open')).toHaveCount(rows);
    await expect(page.locator('.all > .open').last()).toBeVisible();
    expect(await ground(page)).toBe('rgb(255, 255, 255)');
    await expect(page.getByRole('navigation', { name: 'Pages' })).toBeHidden();
    await expect(page.getByText(/as of 31 May 2026, window 1 January 2020 to 31 May 2026\./)).toBeVisible();
  });
  await expect(page.locator('.all')).toHaveCount(0);
});

test('on paper every lane of the timeline is whole, and the sheet is as wide as the paper', async ({ page }) => {
  await open(page, '#/timeline');
  const lanes = page.locator('#main .scroll li');
  await expect(lanes.nth(20)).toBeAttached();
  await onPaper(page, async () => {
    const cut = await page
      .locator('#main .scroll')
      .evaluate(
        (element) =>
          element.scrollHeight -
          element.getBoundingClientRect().height / Number(getComputedStyle(element.closest('.workspace') ?? element).zoom),
      );
    expect(cut).toBeLessThan(2);
    const width = await page.locator('.workspace').evaluate((element) => element.getBoundingClientRect().width);
    expect(width).toBeGreaterThan(1000);
    expect(width).toBeLessThan(1050);
  });
});

test('the atlas goes to paper as one sheet, with its plates, its clock and its address', async ({ page }) => {
  const { network, map, instrument } = await openAtlas(page);
  await onPaper(page, async () => {
    for (const part of [network, map, instrument]) await expect(part).toBeVisible();
    // 190 mm of paper at 96 px to the inch.
    const height = await page.locator('.workspace').evaluate((element) => element.getBoundingClientRect().height);
    expect(height).toBeLessThan(719);
    await expect(page.getByText(/All rows of this view are on its page “Rows”/)).toContainText('#/atlas?');
  });
});
