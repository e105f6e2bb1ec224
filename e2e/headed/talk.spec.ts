import { expect, test, type Page } from '@playwright/test';
import { watch } from '../journey';

// A talk in a Chromium with windows: there a window that opens takes the page out of full screen, which a headless one does not.

const timer = (page: Page) => page.getByRole('timer', { name: /^Time of the talk/ });
const full = (page: Page) => page.evaluate(() => document.fullscreenElement !== null);
const seconds = async (page: Page) => {
  const [, minutes, rest] = /(\d+):(\d\d)/.exec(await timer(page).innerText()) ?? [];
  return Number(minutes) * 60 + Number(rest);
};
const heading = (page: Page) => page.locator('#main').getByRole('heading', { level: 2 });

test('a talk goes on when full screen ends, whoever ends it, and one that is left can go on', async ({
  page,
  context,
  baseURL,
}) => {
  const { wrong } = watch(context, new URL(baseURL ?? '').origin);
  await page.goto('./#/story?data=great-powers&x-story=two-camps&x-scene=1');
  await page.getByRole('button', { name: 'Present', exact: true }).click();
  await expect.poll(() => full(page)).toBe(true);
  await expect(timer(page)).toContainText('scene 1 of');
  await expect.poll(() => seconds(page)).toBeGreaterThan(1);

  // The notes: where their window takes the page out of full screen, it takes nothing else.
  const opened = context.waitForEvent('page');
  await page.keyboard.press('n');
  const notes = await opened;
  await expect(timer(page)).toContainText('scene 1 of');
  expect(await seconds(page)).toBeGreaterThan(1);
  const first = await heading(page).innerText();
  await expect(notes.getByRole('heading', { level: 1 })).toHaveText(first);
  const next = notes.getByRole('button', { name: 'Next' });
  await expect(next).toBeEnabled();
  await notes.bringToFront();
  // A scene may be shown in parts.
  await expect
    .poll(async () => {
      await next.click();
      return notes.getByRole('heading', { level: 1 }).innerText();
    })
    .not.toBe(first);
  await expect(heading(page)).not.toHaveText(first);

  // Back to the whole screen and out of it again: by its key, by the button, by the system.
  await page.bringToFront();
  const before = await seconds(page);
  if (await full(page)) await page.keyboard.press('f');
  await expect.poll(() => full(page)).toBe(false);
  for (const leave of [
    () => page.keyboard.press('f'),
    () => page.getByRole('button', { name: 'Full screen' }).click(),
    () => page.evaluate(() => document.exitFullscreen()),
    () => page.keyboard.press('Escape'),
  ]) {
    await page.keyboard.press('f');
    await expect.poll(() => full(page)).toBe(true);
    await leave();
    await expect.poll(() => full(page)).toBe(false);
    await expect(timer(page)).toContainText('scene 2 of');
  }
  await expect(timer(page)).not.toContainText('stopped');
  expect(await seconds(page)).toBeGreaterThanOrEqual(before);

  // Left for good, it keeps its time, and the notes have no dead button: they go on with it.
  await page.keyboard.press('Escape');
  await expect(timer(page)).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Go on with the talk, 0:/ })).toBeVisible();
  await expect(next).toHaveCount(0);
  await notes.bringToFront();
  await notes.getByRole('button', { name: 'Go on with the talk' }).click();
  await expect(next).toBeVisible();
  await expect(timer(page)).toContainText('scene 2 of');
  expect(await seconds(page)).toBeGreaterThanOrEqual(before);
  expect(wrong).toEqual([]);
});
