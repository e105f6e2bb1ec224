import { expect, open, openAtlas, plates, test } from './journey';

test('the members of the Eastern Flank group are outlined, and no longer once that is taken back', async ({ page }) => {
  const { map } = await openAtlas(page);
  // Its sign in the key is drawn like it.
  const outline = map.locator('svg.drawing path.group');
  await expect(outline).toHaveAttribute('d', /^M.{200,}/);
  await map.getByRole('button', { name: 'About this map' }).click();
  const about = page.getByRole('dialog', { name: 'About this map' });
  await expect(about.getByLabel('Outline')).toHaveValue('eastern-flank-summit-group');
  await about.getByLabel('Outline').selectOption('none');
  await expect(outline).toHaveCount(0);
});

test('the group is outlined only once it is there', async ({ page }) => {
  const { map } = await openAtlas(page, '#/atlas?at=2025-12-15');
  await map.getByRole('button', { name: 'About this map' }).click();
  const outline = page.getByRole('dialog', { name: 'About this map' }).getByLabel('Outline');
  await expect(outline.locator('option', { hasText: 'Eastern Flank summit group' })).toHaveCount(0);
  await expect(outline).not.toHaveValue('eastern-flank-summit-group');
});

test('the crossings are shut on 15 September 2025, and open in 2026', async ({ page }) => {
  const { map } = await openAtlas(page, '#/atlas?at=2025-09-15');
  const signs = map.getByRole('button', { name: / crossing, (open|closed)/ });
  const shut = map.getByRole('button', { name: /Terespol–Brest crossing, closed: Poland closes the border with Belarus/ });
  await expect(shut).toBeAttached();
  await expect(map.getByRole('button', { name: /Kuźnica–Bruzgi crossing, closed/ })).toBeAttached();
  await expect(map.getByRole('button', { name: /Medininkai–Kamenny Log crossing, open/ })).toBeAttached();
  await expect(map.locator('.sign.shut')).not.toHaveCount(0);
  // The same from the clock, not from a link.
  await plates(page).hand.focus();
  await page.keyboard.press('End');
  await expect(shut).toHaveCount(0);
  await expect(map.locator('.sign.shut')).toHaveCount(0);
  expect(await signs.count()).toBeGreaterThan(3);
});

test('the day a crossing reopens is a day of traffic', async ({ page }) => {
  const { map } = await openAtlas(page, '#/atlas?at=2025-09-24');
  await expect(map.getByRole('button', { name: /Terespol–Brest crossing, closed/ })).toBeAttached();
  await plates(page).hand.focus();
  await page.keyboard.press('ArrowRight');
  await expect(map.getByRole('button', { name: /Terespol–Brest crossing, open/ })).toBeAttached();
});

test('deployments are drawn where they stand, and told', async ({ page }) => {
  const { map } = await openAtlas(page);
  await expect(map.locator('.troops')).not.toHaveCount(0);
  await map.getByRole('button', { name: 'About this map' }).click();
  const about = page.getByRole('dialog', { name: 'About this map' });
  await expect(about).toContainText('Deployments at this date');
  await expect(about).toContainText('Russian Oreshnik missile unit on duty in Belarus');
  await page.keyboard.press('Escape');
  await map.getByRole('button', { name: 'Table' }).click();
  await expect(map).toContainText('Russian Oreshnik missile unit on duty in Belarus');
});

test('before it was there, the Oreshnik unit is not', async ({ page }) => {
  const { map } = await openAtlas(page, '#/atlas?at=2025-12-29');
  await map.getByRole('button', { name: 'About this map' }).click();
  await expect(page.getByRole('dialog', { name: 'About this map' })).toContainText('Russian nuclear weapons in Belarus');
  await expect(page.getByRole('dialog', { name: 'About this map' })).not.toContainText('Oreshnik');
});

test('the summit stands on the timeline, at its place on the map, and among the ties', async ({ page }) => {
  await open(page, '#/timeline?from=2025-12-14&to=2026-01-05&at=2026-01-05');
  await expect(page.locator('.vis-item', { hasText: 'First Eastern Flank Summit held in Helsinki' }).first()).toBeVisible();
  await page.keyboard.press('1');
  const { map, network } = plates(page);
  await expect(map.getByRole('button', { name: /^Helsinki, .*First Eastern Flank Summit held in Helsinki/ })).toBeAttached();
  await network.getByRole('button', { name: 'Table' }).click();
  await expect(network).toContainText('Ties in force on 5 January 2026');
  await expect(network.getByRole('row', { name: /^Eastern Flank summit group summit group/ })).toContainText('Lithuania');
});

test('formal ties are drawn behind the stances when asked for', async ({ page }) => {
  const { network } = await openAtlas(page);
  await expect(network.locator('.hairline')).toHaveCount(0);
  await network.getByRole('button', { name: 'Ties' }).click();
  await expect(network.locator('.hairline')).not.toHaveCount(0);
});

test('an actor without a row is not covered, never zero', async ({ page }) => {
  const { map } = await openAtlas(page);
  await expect(map.getByRole('option', { name: 'Hungary: not covered' })).toBeAttached();
  await open(page, '#/pair?pair=hungary~estonia');
  await expect(page.locator('#main')).toContainText(/not covered/i);
});
