import { axeFaults, expect, firstVisit, open, test, withTheme } from './journey';

const VIEWS: [string, string, RegExp][] = [
  ['atlas', '#/atlas', /Who stands where|Belarus on its neighbours/],
  ['timeline', '#/timeline', /2025/],
  ['matrix', '#/matrix', /Belarus/],
  ['pair', '#/pair?pair=belarus~poland', /Belarus/],
  ['rows', '#/evidence', /Belarus on Poland/],
  ['a statement', '#/evidence?item=2026-01-21-ryzhenkov-cooperation-with-poland', /Copy citation/],
  ['what changed', '#/change', /Compare two dates/],
  ['rifts', '#/rifts', /About whom/],
  ['balance', '#/balance', /signs? would have to change/],
  ['hypotheses', '#/hypotheses', /speak least against/],
  ['claims', '#/claims', /A rift between Belarus and Russia/],
  ['stories', '#/story', /A year between Minsk and Warsaw/],
  ['ties alone', '#/atlas?data=great-powers', /Austria-Hungary/],
  ['desk', '#/desk', /What the checks say/],
];

for (const theme of ['light', 'dark'] as const) {
  for (const [name, fragment, shown] of VIEWS) {
    test(`axe finds nothing on ${name} in ${theme}`, async ({ page }) => {
      await withTheme(page, theme);
      await open(page, fragment);
      await expect(page.locator('#main')).toContainText(shown);
      expect(await axeFaults(page)).toEqual([]);
    });
  }

  test(`axe finds nothing in a phone-sized window in ${theme}`, async ({ page }) => {
    await withTheme(page, theme);
    await page.setViewportSize({ width: 390, height: 844 });
    await open(page);
    await expect(page.getByRole('region', { name: 'Map' })).toContainText('Belarus');
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Net', exact: true }).click();
    await expect(page.getByRole('region', { name: 'Network' })).toContainText('Belarus');
    expect(await axeFaults(page)).toEqual([]);
  });

  test(`axe finds nothing in help, find and actors in ${theme}`, async ({ page }) => {
    await withTheme(page, theme);
    await open(page);
    for (const key of ['?', '/', 'a']) {
      await page.keyboard.press(key);
      await expect(page.getByRole('dialog')).toBeVisible();
      // The list of actors is there when its rows are.
      if (key === 'a') await expect(page.getByRole('dialog').getByRole('listitem').first()).toBeVisible();
      expect(await axeFaults(page), key).toEqual([]);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    }
  });
}

for (const [name, fragment, shown] of VIEWS)
  firstVisit(`a link opens ${name} cold, and the page never scrolls sideways, at any width`, async ({ page }) => {
    await open(page, fragment);
    for (const width of [1440, 1024, 820, 390]) {
      await page.setViewportSize({ width, height: 900 });
      await expect(page.locator('#main')).toContainText(shown);
      const over = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      await expect.poll(over, `${fragment} at ${width}`).toBeLessThanOrEqual(0);
    }
  });
