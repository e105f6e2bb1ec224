import type { Locator } from '@playwright/test';
import { expect, open, test } from './journey';

/** What of a box is cut off at its sides, or lies outside the window: what a reader could not reach by scrolling down. */
const outOfSight = (box: Locator): Promise<string[]> =>
  box.evaluate((element) => {
    const edge = element.getBoundingClientRect();
    const controls = [...element.querySelectorAll('input, button, select, legend')];
    const outside = controls.filter((control) => {
      const { left, right } = control.getBoundingClientRect();
      return left < Math.max(0, edge.left) || right > Math.min(innerWidth, edge.right);
    });
    const said = outside.map(
      (control) => control.closest('label, fieldset')?.textContent?.trim().slice(0, 40) ?? control.tagName,
    );
    if (edge.top < 0 || edge.bottom > innerHeight) said.push('the box itself');
    return said;
  });

test('every filter of "More" can be seen and set at every width', async ({ page }) => {
  for (const [width, height] of [
    [1024, 600],
    [1280, 720],
    [1366, 657],
    [1440, 900],
    [2560, 1440],
    [800, 600],
  ] as const) {
    await page.setViewportSize({ width, height });
    await open(page, '#/atlas');
    await page.getByRole('region', { name: 'Filters' }).getByRole('button', { name: 'More', exact: true }).click();
    const panel = page.locator('.choose');
    await expect(panel.getByRole('searchbox', { name: /leave out/ })).toBeAttached();
    await expect.poll(() => outOfSight(panel), { message: `at ${width}x${height}` }).toEqual([]);
    const last = panel.locator('input').last();
    await last.scrollIntoViewIfNeeded();
    await expect(last).toBeInViewport();
    await page.keyboard.press('Escape');
  }
});
