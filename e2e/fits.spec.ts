import type { Locator, Page } from '@playwright/test';
import { expect, open, openAtlas, plates, test } from './journey';

/** The windows that readers have: a small laptop's, three common ones, a large screen, a wall. */
const WINDOWS = [
  [1024, 600],
  [1280, 720],
  [1366, 657],
  [1440, 900],
  [2560, 1440],
  [3840, 2160],
] as const;

/** Every page of the masthead, with what stands on it once it is drawn. */
const PAGES: readonly { page: string; shows: (page: Page) => Locator }[] = [
  { page: 'atlas', shows: (page) => page.getByRole('listbox', { name: /^States/ }) },
  { page: 'timeline', shows: (page) => page.getByRole('listbox', { name: /^Rows in time/ }) },
  { page: 'matrix', shows: (page) => page.locator('#main').getByRole('grid') },
  { page: 'pair', shows: (page) => page.locator('#main .chart svg').first() },
  { page: 'evidence', shows: (page) => page.getByRole('heading', { name: 'Belarus on Poland' }) },
  { page: 'change', shows: (page) => page.getByRole('heading', { name: 'Compare two dates' }) },
  { page: 'rifts', shows: (page) => page.getByRole('heading', { name: /^Who drifts apart/ }) },
  { page: 'balance', shows: (page) => page.getByRole('heading', { name: 'Triads' }) },
  { page: 'hypotheses', shows: (page) => page.getByRole('heading', { name: /^The rows speak least against/ }) },
  { page: 'claims', shows: (page) => page.getByRole('heading', { name: 'A rift between Belarus and Russia is deepening.' }) },
  { page: 'story', shows: (page) => page.getByRole('heading', { name: /A year between/ }) },
  { page: 'story?x-story=the-pivot&x-scene=2', shows: (page) => page.getByRole('region', { name: 'Clock and timeline' }) },
  { page: 'desk', shows: (page) => page.locator('#main').getByRole('heading').first() },
];

/** How far the page could be scrolled, down and to the side, in px: a page that fits its window not by one. */
const scrollable = (page: Page) =>
  page.evaluate(() => {
    const { scrollHeight, scrollWidth } = document.documentElement;
    return [scrollHeight - innerHeight, scrollWidth - innerWidth];
  });

for (const { page: name, shows } of PAGES)
  test(`the page “${name}” is whole in one screen, from 1024x600 to 3840x2160`, async ({ page }) => {
    await open(page, `#/${name}`);
    for (const [width, height] of WINDOWS) {
      await page.setViewportSize({ width, height });
      await expect(shows(page)).toBeInViewport();
      await expect.poll(() => scrollable(page), { message: `at ${width}x${height}` }).toEqual([0, 0]);
      const { instrument } = plates(page);
      if (await instrument.isVisible()) await expect(instrument).toBeInViewport({ ratio: 0.99 });
    }
  });

test('the instrument keeps its hand, two lanes and the strip in every window, and its place from view to view', async ({
  page,
}) => {
  const { instrument, hand } = await openAtlas(page);
  for (const [width, height] of WINDOWS.filter(([width]) => width < 2000)) {
    await page.setViewportSize({ width, height });
    await open(page, '#/atlas');
    const lanes = instrument.locator('.scroll li');
    await expect(hand).toBeInViewport({ ratio: 1 });
    await expect(lanes.nth(0)).toBeInViewport({ ratio: 1 });
    await expect(lanes.nth(1)).toBeInViewport({ ratio: 1 });
    await expect(instrument.getByText(/^All stances, by/)).toBeInViewport({ ratio: 1 });
    const top = async () => (await instrument.boundingBox())?.y;
    const edge = await top();
    for (const other of ['matrix', 'pair', 'evidence']) {
      await open(page, `#/${other}`);
      await expect.poll(top, { message: `${other} at ${width}x${height}` }).toBe(edge);
    }
  }
});

test('the whole record is drawn under the window, with its name and years, where there is height for it', async ({ page }) => {
  const { instrument } = await openAtlas(page);
  const whole = instrument.getByRole('group', { name: /^Window on the whole record/ });
  await expect(whole).toContainText('2020 to 2026');
  await expect(whole).toContainText('whole record');
  await expect(whole).toContainText('2024');
  expect((await whole.boundingBox())!.height).toBeGreaterThan(20);
  await expect(whole).toBeInViewport({ ratio: 1 });
});

test('on the timeline a stem that is pressed opens its words in sight, in every window', async ({ page }) => {
  for (const [width, height] of WINDOWS) {
    await page.setViewportSize({ width, height });
    await open(page, '#/timeline');
    const stems = page.getByRole('listbox', { name: /^Rows in time/ });
    await stems.focus();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    const words = page.locator('.item .quote, .item .title');
    await expect(words).toBeInViewport({ ratio: 0.9 });
    await expect.poll(() => scrollable(page)).toEqual([0, 0]);
    await page.getByRole('button', { name: 'Close this row' }).click();
    await expect(words).toHaveCount(0);
  }
});

test('the key to lines and areas is one line', async ({ page }) => {
  await openAtlas(page);
  for (const [width, height] of WINDOWS.filter(([width]) => width < 2000)) {
    await page.setViewportSize({ width, height });
    const tops = () =>
      page
        .getByRole('list', { name: 'Key to lines and areas' })
        .locator('li:visible')
        .evaluateAll((parts) => new Set(parts.map((part) => Math.round(part.getBoundingClientRect().bottom / 8))).size);
    await expect.poll(tops, { message: `at ${width}x${height}` }).toBe(1);
  }
});

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
    [1440, 900],
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

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });
  test('no page scrolls to the side, and nothing is cut off there', async ({ page }) => {
    for (const { page: name } of PAGES) {
      await open(page, `#/${name}`);
      await expect(page.locator('#main')).not.toBeEmpty();
      await expect.poll(async () => (await scrollable(page))[1], { message: name }).toBe(0);
    }
  });
});
