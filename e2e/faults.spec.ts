import { test as plain, type Page, type Route } from '@playwright/test';
import { expect } from './journey';

/** Tables that fail on the way: every page says so above everything, and no headline is made of what is left. */

const ANSWERS: Record<string, { answer: (route: Route) => Promise<void>; says: RegExp; silent: RegExp }> = {
  'a 404': {
    answer: (route) => route.fulfill({ status: 404, body: 'no' }),
    says: /events\.csv is missing, with 90 rows\b/,
    silent: /So it cannot say what was done\./,
  },
  'a 500': {
    answer: (route) => route.fulfill({ status: 500, body: 'no' }),
    says: /events\.csv is missing, with 90 rows\b/,
    silent: /So it cannot say what was done\./,
  },
  'a page': {
    answer: (route) => route.fulfill({ status: 200, contentType: 'text/html', body: '<!doctype html><title>Hello</title>' }),
    says: /events\.csv is missing, with 90 rows\b/,
    silent: /So it cannot say what was done\./,
  },
  'half of it': {
    answer: async (route) => {
      const text = await (await route.fetch()).text();
      await route.fulfill({ status: 200, contentType: 'text/csv', body: text.slice(0, text.length / 2) });
    },
    says: /events\.csv lacks \d+ of 90 rows/,
    silent: /cannot say what was done/,
  },
  'no answer': {
    answer: (route) => route.abort('connectionreset'),
    says: /events\.csv is missing, with 90 rows\b/,
    silent: /So it cannot say what was done\./,
  },
};

const lacking = (page: Page) => page.getByRole('region', { name: 'What this record lacks' });

for (const [what, { answer, says, silent }] of Object.entries(ANSWERS)) {
  plain(`a table behind which there is ${what} is told above everything, and there is no headline`, async ({ page }) => {
    await page.route('**/events.csv', answer);
    await page.goto('./');
    await expect(lacking(page)).toContainText('This record is not whole.');
    await expect(lacking(page)).toContainText(says);
    await expect(lacking(page)).toContainText(silent);
    const top = await lacking(page).boundingBox();
    expect([top?.x, top?.y]).toEqual([0, 0]);
    await expect(page.locator('#lead')).toContainText('No headline: a part of this record did not come');
    await expect(page.locator('.marker')).toHaveCount(0);
  });
}

plain('a record that did not come whole says so on every page, and is loaded again from there', async ({ page }) => {
  await page.route('**/stances.csv', (route) => route.fulfill({ status: 503, body: 'later' }));
  await page.goto('./#/matrix');
  for (const name of ['timeline', 'evidence', 'story', 'desk', 'claims']) {
    await page.goto(`./#/${name}`);
    await expect(lacking(page)).toContainText(/stances\.csv is missing, with 792 rows[^]* So it cannot say how anybody stands/);
  }
  // A frame and a story that is read have no masthead: it stands there as well.
  await page.goto('./#/atlas?x-embed=timeline');
  await expect(page.getByRole('link', { name: 'Open in Stanceline' })).toBeVisible();
  await expect(lacking(page)).toBeVisible();
  await page.goto('./#/atlas');
  await page.unroute('**/stances.csv');
  await lacking(page).getByRole('button', { name: 'Load it again' }).click();
  await expect(lacking(page)).toHaveCount(0);
  await expect(page.locator('#lead')).not.toContainText('No headline');
  expect(new URL(page.url()).hash).toContain('/atlas');
});

plain('a table that does not come is waited for by name, and the waiting can be ended', async ({ page }) => {
  await page.clock.install();
  const held: Route[] = [];
  await page.route('**/ties.csv', (route) => void held.push(route));
  await page.goto('./');
  await expect.poll(() => held.length).toBeGreaterThan(0);
  await page.clock.runFor(2500);
  const opening = page.getByRole('main');
  await expect(opening).toContainText('Opening “Belarus, Poland and the Eastern Flank”.');
  await expect(opening).toContainText(/Waiting for ties\.csv; 14 of 15 files came/);
  await opening.getByRole('button', { name: 'Stop' }).click();
  const problem = page.getByRole('alert');
  await expect(problem).toContainText('The reading was stopped.');
  await page.unroute('**/ties.csv');
  await problem.getByRole('button', { name: /^Open “Belarus/ }).click();
  await expect(page.getByRole('group', { name: /^Network of/ })).toBeVisible();
});
