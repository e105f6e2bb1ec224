import { axeFaults, expect, open, test, watch } from './journey';

test('at the first visit three steps on the picture are offered, once, and help has them again', async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    ...(baseURL && { baseURL }),
    viewport: { width: 1440, height: 900 },
    serviceWorkers: 'block',
  });
  const { wrong } = watch(context, new URL(baseURL ?? '').origin);
  const page = await context.newPage();
  await open(page);
  const offer = page.getByRole('region', { name: 'First visit' });
  const card = page.getByRole('dialog', { name: 'What you are looking at' });
  await expect(offer).toContainText('Three steps say what you are looking at');
  await offer.getByRole('button', { name: 'Show me' }).click();
  await expect(offer).toHaveCount(0);
  await expect(card).toContainText('1 of 3');
  await expect(card.getByRole('button', { name: 'Next' })).toBeFocused();
  expect(await axeFaults(page, '[role=dialog]')).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(card).toContainText('Every number opens');
  await card.getByRole('button', { name: 'Back' }).click();
  await expect(card).toContainText('1 of 3');
  await card.getByRole('button', { name: 'Next' }).click();
  await card.getByRole('button', { name: 'Next' }).click();
  await expect(card).toContainText('Everything is as of one day');
  // It covers nothing of what it speaks of.
  const clock = await page.getByRole('region', { name: 'Clock and timeline' }).boundingBox();
  const box = await card.boundingBox();
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(clock?.y ?? 0);
  await page.keyboard.press('Escape');
  await expect(card).toHaveCount(0);
  // Escape closed the card alone: the pair stays selected.
  await expect(page.getByRole('region', { name: 'Rows' }).getByRole('heading', { level: 2 })).toHaveText('Belarus on Poland');

  await page.reload();
  await expect(page.getByRole('region', { name: 'Rows' }).getByRole('heading', { level: 2 })).toBeVisible();
  await expect(offer).toHaveCount(0);
  await page.keyboard.press('?');
  await page.getByRole('button', { name: 'What you are looking at, in three steps' }).click();
  await expect(card).toContainText('1 of 3');
  await card.getByRole('button', { name: 'Close' }).click();
  await expect(card).toHaveCount(0);
  expect(wrong).toEqual([]);
  await context.close();
});

test('a dotted word opens the one sentence that says what it means, and Escape closes that alone', async ({ page }) => {
  await open(page);
  const main = page.locator('#main');
  for (const [word, says] of [
    ['90% interval', /nine of ten cases/],
    ['paler where evidence is thin', /drawn paler/],
  ] as const) {
    await main.getByRole('button', { name: word, exact: true }).click();
    await expect(page.locator('[popover]:popover-open')).toHaveText(says);
    await page.keyboard.press('Escape');
    await expect(page.locator('[popover]:popover-open')).toHaveCount(0);
    await expect(main.getByRole('button', { name: word, exact: true })).toBeFocused();
  }
  await expect(page.getByRole('region', { name: 'Rows' }).getByRole('heading', { level: 2 })).toHaveText('Belarus on Poland');
  for (const word of ['a stance fades by half in', 'not covered', 'asserted change', '+n'])
    await expect(page.getByRole('button', { name: word, exact: true })).toHaveAttribute('aria-expanded', 'false');
});
