import { expect, firstVisit, open, stateOf, test } from './journey';

firstVisit('the first visit opens on the article’s date, with a lead that its rows carry', async ({ page }) => {
  await open(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Stanceline');
  await expect(page).toHaveTitle('Belarus, Poland and the Eastern Flank · Stanceline');
  const clock = page.getByRole('slider', { name: /date/i });
  await expect(clock).toHaveAttribute('aria-valuetext', /26 January 2026/);
  const lead = page.locator('#lead');
  await expect(lead).toContainText(/Belarus’s words and acts on Poland (turned|moved) from/);
  // The way down: formula, rows, and one of the rows itself.
  await page.getByRole('button', { name: 'How this is computed' }).first().click();
  const panel = page.getByRole('dialog');
  await expect(panel).toContainText('n1 · n2 / n');
  await expect(panel.locator('tbody tr').first()).toBeVisible();
});

test('headline and marker are about the pair that is selected; without one, all pairs lead', async ({ page }) => {
  await open(page);
  const said = page
    .locator('.lead')
    .filter({ has: page.locator('#lead') })
    .last();
  await expect(said).toContainText(/Chance alone does as much in \d+ of 100 \(p = \.\d+; among the \d+ pairs tested q = \.\d+\)/);
  await expect(said).toContainText(/Of \d+ pairs with rows \d+ could be tested/);
  const marker = page.locator('#lead .marker');
  if ((await marker.count()) > 0) await expect(marker).toHaveText('Belarus’s words and acts on Poland');
  await open(page, '#/atlas?pair=lithuania~belarus');
  await expect(page.locator('#lead')).toContainText('Lithuania’s');
  await expect(page.locator('#lead')).toContainText(/chance alone does as much in \d+ of 100/);
  await expect(page.locator('.marker')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(page.locator('#lead')).toContainText(
    /None of the \d+ pairs that could be tested stands out from chance|turned from/,
  );
});

test('one step leads to what came after, and back again', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'What came after' }).click();
  await expect.poll(() => stateOf(page).get('at')).toBe('2026-05-31');
  await page.goBack();
  await expect(page.getByRole('slider', { name: /date/i })).toHaveAttribute('aria-valuetext', /26 January 2026/);
});

firstVisit('a link opened cold shows exactly that view', async ({ page }) => {
  await open(page, '#/matrix?from=2025-03-01&to=2025-09-30&at=2025-06-15&pair=poland~belarus&topic=border&conf=1');
  await expect(page.getByRole('button', { name: 'Matrix' })).toHaveAttribute('aria-current', 'page');
  await expect(page.getByRole('slider', { name: /date/i })).toHaveAttribute('aria-valuetext', /15 June 2025/);
  await expect(page.getByRole('grid').or(page.getByRole('table')).first()).toBeVisible();
});

test('back and forward walk through what was selected', async ({ page }) => {
  await open(page);
  await page.keyboard.press('2');
  await expect(page.getByRole('button', { name: 'Timeline' })).toHaveAttribute('aria-current', 'page');
  await page.keyboard.press('1');
  await expect(page.getByRole('button', { name: 'Atlas' })).toHaveAttribute('aria-current', 'page');
  await page.goBack();
  await expect(page.getByRole('button', { name: 'Timeline' })).toHaveAttribute('aria-current', 'page');
  await page.goForward();
  await expect(page.getByRole('button', { name: 'Atlas' })).toHaveAttribute('aria-current', 'page');
});

test('another record is chosen in the page, and by its link', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: /Dataset/ }).click();
  await page.getByRole('menuitemradio', { name: /great powers/ }).click();
  await expect(page).toHaveTitle(/great powers/);
  expect(stateOf(page).get('data')).toBe('great-powers');
  await page.reload();
  await expect(page).toHaveTitle(/great powers/);
});

test('play moves the clock by the step and stops at the window’s end', async ({ page }) => {
  await open(page, '#/atlas?from=2025-12-01&to=2026-01-31&at=2026-01-10&speed=20');
  const clock = page.getByRole('slider', { name: /date/i });
  await page.locator('#main').focus();
  await page.keyboard.press('Space');
  await expect(clock).toHaveAttribute('aria-valuetext', /31 January 2026/);
  await page.keyboard.press(',');
  await expect(clock).toHaveAttribute('aria-valuetext', /24 January 2026/);
});

firstVisit('the theme is chosen and kept', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: /Theme/ }).click();
  await page.getByRole('menuitemradio', { name: 'Dark' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('help names the keys, and closes', async ({ page }) => {
  await open(page);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toContainText('find actors, statements, sources');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

firstVisit('a link to this view is copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, '#/atlas?from=2025-01-01&to=2026-01-31&at=2025-09-15&pair=russia~poland');
  await page.keyboard.press('l');
  await expect(page.getByText('The link to this view is copied.').first()).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('at=2025-09-15');
  expect(copied).toContain('pair=russia~poland');
});
