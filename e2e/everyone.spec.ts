import type { Locator, Page } from '@playwright/test';
import { expect, firstVisit, open, openAtlas, test } from './journey';

/** The page by ear, by keyboard and enlarged fourfold: tried, not only checked by rule. */

const said = (page: Parameters<typeof open>[0]) => page.locator('p.unseen[role=status]');

test('a change of page is in the title and said once, with what is on show', async ({ page }) => {
  await openAtlas(page);
  await expect(page).toHaveTitle('Belarus, Poland and the Eastern Flank · Stanceline');
  const nav = page.getByRole('navigation', { name: 'Pages' });
  await nav.getByRole('button', { name: 'Matrix' }).click();
  await expect(page).toHaveTitle('Matrix · Belarus, Poland and the Eastern Flank · Stanceline');
  await expect(said(page)).toHaveText(/^Matrix\. 26 January 2026/);
  // The next step of the clock is said alone.
  await page.keyboard.press(',');
  await expect(said(page)).toHaveText(/^19 January 2026/);
});

test('the lead is a heading', async ({ page }) => {
  await openAtlas(page);
  await expect(page.locator('#lead')).toHaveRole('heading');
});

/** Presses Esc until a dialog is gone: one that was painted a moment ago may not hear the first. */
const closed = (page: Page, dialog: Locator) =>
  expect(async () => {
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0, { timeout: 2_000 });
  }).toPass({ timeout: 15_000 });

firstVisit('letters and digits act as the reader has it: never, only with Alt, or as they are', async ({ page }) => {
  await openAtlas(page);
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'How to read this' });
  const choice = help.getByLabel('Letters, digits and signs act');
  await choice.selectOption('never');
  await closed(page, help);
  const current = page.getByRole('navigation', { name: 'Pages' }).locator('[aria-current=page]');
  await page.keyboard.press('2');
  await page.keyboard.press('Alt+3');
  await page.getByRole('button', { name: 'Help and keys' }).click();
  await expect(current).toHaveText('Atlas');
  await choice.selectOption('only with Alt');
  await closed(page, help);
  await page.keyboard.press('3');
  await page.keyboard.press('Alt+2');
  await expect(current).toHaveText('Timeline');
  // It outlives the page.
  await page.reload();
  await expect(current).toHaveText('Timeline');
  await page.keyboard.press('Alt+1');
  await expect(current).toHaveText('Atlas');
});

test('what is closed hands the focus on to the page, never to nobody', async ({ page }) => {
  await open(page, '#/matrix?item=2026-01-21-ryzhenkov-cooperation-with-poland');
  const sheet = page.getByRole('complementary', { name: 'The selected row' });
  await sheet.getByRole('button', { name: 'Close' }).click();
  await expect(sheet).toHaveCount(0);
  await expect(page.locator('#main')).toBeFocused();
});

test('enlarged fourfold, no page scrolls sideways and what is fixed gives way', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  for (const name of ['atlas', 'timeline', 'pair', 'evidence', 'change', 'rifts', 'balance', 'claims', 'story', 'desk']) {
    await open(page, `#/${name}`);
    await expect(page.locator('#main [aria-busy=true]')).toHaveCount(0);
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(beyond, `${name} scrolls sideways`).toBeLessThanOrEqual(0);
    const fixed = await page.evaluate(() => {
      const covering = [...document.querySelectorAll<HTMLElement>('.workspace *')].filter((element) =>
        /^(fixed|sticky)$/.test(getComputedStyle(element).position),
      );
      return covering
        .filter((element) => element.getBoundingClientRect().height > innerHeight / 3)
        .map((element) => element.className);
    });
    expect(fixed, `${name}: what is fixed covers it`).toEqual([]);
  }
});
