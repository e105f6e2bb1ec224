import { expect, open, spotOn, stateOf, test } from './journey';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

test('a phone shows one view at a time, behind tabs', async ({ page }) => {
  await open(page);
  const tabs = page.getByRole('navigation', { name: 'Views' });
  await expect(page.getByRole('region', { name: 'Map' }).getByRole('listbox', { name: /^States/ })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Network' })).toHaveCount(0);
  await tabs.getByRole('button', { name: 'Net', exact: true }).tap();
  await expect(page.getByRole('region', { name: 'Network' }).getByRole('group', { name: /^Network of/ })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Map' })).toHaveCount(0);
  await tabs.getByRole('button', { name: 'Time' }).tap();
  await expect(page.getByRole('heading', { name: 'Timeline' })).toBeVisible();
  await tabs.getByRole('button', { name: 'Pair' }).tap();
  await expect(page.getByRole('button', { name: 'Holder: Belarus' })).toBeVisible();
  await tabs.getByRole('button', { name: 'Rows' }).tap();
  await expect(page.getByRole('heading', { name: 'Belarus on Poland' })).toBeVisible();
});

test('a row opens over the list, and closes back to it', async ({ page }) => {
  await open(page, '#/evidence');
  await page.getByRole('button', { name: /^21 Jan 2026/ }).tap();
  await expect(page.getByRole('article').locator('blockquote')).toContainText('cooperation will be restored');
  await page
    .getByRole('button', { name: /^Back to \d+ rows/ })
    .first()
    .tap();
  await expect(page.getByRole('button', { name: /^24 Dec 2025/ }).first()).toBeVisible();
});

test('the lead, its proof and what came after are on the first screen', async ({ page }) => {
  await open(page);
  await expect(page.locator('#lead')).toBeInViewport();
  await page.getByRole('button', { name: 'What came after' }).tap();
  await expect.poll(() => stateOf(page).get('at')).toBe('2026-05-31');
});

test('filters are one line, and a sheet to change them', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'Change the filters' }).tap();
  const sheet = page.getByRole('dialog', { name: 'Filters' });
  await sheet.getByRole('checkbox', { name: /^Border/ }).tap();
  await sheet.getByRole('button', { name: /^Remove filter topics: border/ }).tap();
  await expect.poll(() => stateOf(page).get('topic')).toBeNull();
});

test('every page is reached from the menu, and help with it', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'Pages' }).tap();
  await page.getByRole('menuitemradio', { name: 'Matrix' }).tap();
  await expect(page.getByRole('grid')).toBeVisible();
  await page.getByRole('button', { name: 'Pages' }).tap();
  await page.getByRole('menuitem', { name: 'Help and keys' }).tap();
  await expect(page.getByRole('dialog')).toContainText('Keys');
});

test('a finger selects on the map, and moves the clock', async ({ page }) => {
  await open(page);
  await page.touchscreen.tap(...(await spotOn(page.getByRole('option', { name: /^Lithuania: / }))));
  await expect.poll(() => stateOf(page).get('pair')).toBe('belarus~lithuania');
  await page.getByRole('button', { name: /^Back one/ }).tap();
  await expect.poll(() => stateOf(page).get('at')).not.toBe('2026-01-26');
});

test('what is pressed is large enough for a finger', async ({ page }) => {
  await open(page);
  for (const name of ['Net', 'Map', 'Time', 'Pair', 'Rows']) {
    const box = (await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name, exact: true }).boundingBox())!;
    expect(box.height, name).toBeGreaterThanOrEqual(44);
  }
});
