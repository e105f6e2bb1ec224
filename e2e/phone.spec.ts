import type { Page } from '@playwright/test';
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
  // The whole line takes the finger.
  await sheet
    .locator('label')
    .filter({ hasText: /^\s*Border/ })
    .tap();
  await expect(sheet.getByRole('checkbox', { name: /^Border/ })).toBeChecked();
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

/** Controls whose target is lower than 44 px, or narrower: by what they say. A label, and what a style lays over a word in a line, count to the target. */
const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const controls = document.querySelectorAll<HTMLElement>(
      'a, button, input, select, textarea, summary, [role=tab], [role=menuitem], [role=checkbox]',
    );
    return [...controls].flatMap((control) => {
      // Marks of a drawing stand where the data has them; beside each drawing stands its table.
      if (!control.checkVisibility() || control.closest('.unseen, svg') !== null || control.matches(':disabled')) return [];
      const { width, height } = control.getBoundingClientRect();
      if (width === 0) return [];
      const sizes = [control, control.closest('label')].flatMap((element) => {
        if (element === null) return [];
        const { width, height } = element.getBoundingClientRect();
        const over = getComputedStyle(element, '::after');
        const clipped = getComputedStyle(element).overflow !== 'visible';
        const laid =
          clipped || over.content === 'none' ? [0, 0] : [Number.parseFloat(over.width), Number.parseFloat(over.height)];
        return [Math.min(Math.max(width, laid[0] || 0), Math.max(height, laid[1] || 0))];
      });
      if (Math.max(...sizes) >= 43.5) return [];
      return [
        `${control.localName} ${Math.round(width)}x${Math.round(height)} “${(control.ariaLabel ?? control.textContent).trim().slice(0, 30)}”`,
      ];
    });
  });

test('what is pressed is large enough for a finger, on every page', async ({ page }) => {
  for (const name of [
    'atlas',
    'atlas?x-plate=network',
    'timeline',
    'matrix',
    'pair',
    'evidence',
    'evidence?item=2026-01-21-ryzhenkov-cooperation-with-poland',
    'change',
    'rifts',
    'balance',
    'hypotheses',
    'claims',
    'story',
    'desk',
  ]) {
    await open(page, `#/${name}`);
    await expect(page.locator('#main [aria-busy=true]')).toHaveCount(0);
    await expect.poll(() => smallTargets(page), { message: name }).toEqual([]);
  }
});
