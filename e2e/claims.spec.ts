import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import type { Page } from '@playwright/test';
import { axeFaults, expect, firstVisit, open, stateOf, tabTo, test, withTheme } from './journey';

interface Row {
  id: string;
  order: string;
  claim: string;
  verdict: string;
}

/** The claims as the tables have them, in the article's order. */
const CLAIMS = Papa.parse<Row>(readFileSync('data/eastern-flank/claims.csv', 'utf8'), {
  header: true,
  skipEmptyLines: true,
}).data.sort((a, b) => Number(a.order) - Number(b.order));

const listed = (page: Page) => page.getByRole('region', { name: 'Claims of the article' }).getByRole('listitem');
const reading = (page: Page) => page.getByRole('region', { name: 'The claim in full' });
const claimOf = (id: string) => CLAIMS.find((claim) => claim.id === id)!;

test('claims stand in the article’s order, each with its verdict, and whose verdicts they are', async ({ page }) => {
  await open(page, '#/claims');
  await expect(listed(page)).toHaveCount(CLAIMS.length);
  const texts = await listed(page).allInnerTexts();
  CLAIMS.forEach(({ order, claim, verdict }, i) => {
    expect(texts[i]).toMatch(new RegExp(`^\\s*${order}\\s`));
    expect(texts[i]).toContain(claim);
    expect(texts[i]).toContain(verdict);
  });
  const caution = page.getByText(/they are not the last word/);
  await expect(caution).toContainText('this dataset’s readings');
  await expect(caution).toContainText(/language model/i);
});

test('one verdict is picked out, with its count, and all come back', async ({ page }) => {
  await open(page, '#/claims');
  const contradicted = CLAIMS.filter(({ verdict }) => verdict === 'contradicted');
  await page.getByRole('button', { name: `${contradicted.length} contradicted` }).click();
  await expect(listed(page)).toHaveCount(contradicted.length);
  for (const { claim } of contradicted) await expect(listed(page).filter({ hasText: claim })).toHaveCount(1);
  await expect(reading(page).getByRole('heading', { level: 2 })).toContainText(contradicted[0]!.claim);
  await expect.poll(() => stateOf(page).get('x-verdict')).toBe('contradicted');
  await page.reload();
  await expect(listed(page)).toHaveCount(contradicted.length);
  await page.getByRole('button', { name: 'show all' }).click();
  await expect(listed(page)).toHaveCount(CLAIMS.length);
});

firstVisit('the list is read from the keyboard: down, up, end, and into the claim', async ({ page }) => {
  await open(page, '#/claims');
  await expect(listed(page)).toHaveCount(CLAIMS.length);
  await tabTo(page, new RegExp(`^1 ${CLAIMS[0]!.claim.slice(0, 20)}`));
  const heading = reading(page).getByRole('heading', { level: 2 });
  await page.keyboard.press('ArrowDown');
  await expect(heading).toContainText(CLAIMS[1]!.claim);
  await page.keyboard.press('ArrowDown');
  await expect(heading).toContainText(CLAIMS[2]!.claim);
  await page.keyboard.press('ArrowUp');
  await expect(heading).toContainText(CLAIMS[1]!.claim);
  await page.keyboard.press('End');
  await expect(heading).toContainText(CLAIMS.at(-1)!.claim);
  await expect(listed(page).last().getByRole('button')).toBeFocused();
  await expect(listed(page).last().getByRole('button')).toBeInViewport();
  await page.keyboard.press('ArrowRight');
  await expect(heading).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(reading(page).locator(':focus')).toHaveCount(1);
});

test('a link opens its claim: rows for and against as cards, with quote, speaker and source', async ({ page }) => {
  await open(page, '#/claims?x-claim=no-longer-thinks-so');
  const claim = claimOf('no-longer-thinks-so');
  await expect(reading(page).getByRole('heading', { level: 2 })).toContainText(claim.claim);
  await expect(listed(page).locator('[aria-current]')).toContainText(claim.claim);
  await expect(listed(page).locator('[aria-current]')).toBeInViewport();
  await expect(reading(page)).toContainText(/contradicted\s*: the rows show otherwise/);
  const side = (name: RegExp) =>
    reading(page)
      .locator('section')
      .filter({ has: page.getByRole('heading', { level: 3, name }) });
  await expect(side(/^For it/).getByRole('heading', { level: 4 })).toHaveText(/congratulat/i);
  const against = side(/^Against it/);
  await expect(against.getByRole('heading', { level: 4 })).toHaveCount(5);
  const card = against.locator('.card').filter({ hasText: 'You know, life will force them.' });
  await expect(card.locator('.head')).toContainText(/17 Nov\w* 2025/);
  await expect(card.locator('.by').first()).toContainText(/Lukashenko.*\S+/);
  // Opened, the card names its pages with their addresses.
  await card.getByRole('button').first().click();
  await expect(card.getByRole('link').first()).toHaveAttribute('href', /^https?:/);
  await expect.poll(() => stateOf(page).get('item')).toBe('2025-11-17-lukashenko-life-will-force-poland-back-good');
});

test('a claim is shown in the views: its pair, its window, the article’s day; and back again', async ({ page }) => {
  await open(page, '#/claims?x-claim=surprising-soon-after');
  await reading(page).getByRole('button', { name: 'Show in the views' }).click();
  await expect(page.getByRole('button', { name: 'Atlas' })).toHaveAttribute('aria-current', 'page');
  await expect.poll(() => stateOf(page).get('pair')).toBe('belarus~poland');
  expect(stateOf(page).get('from')).toBe('2025-11-03');
  expect(stateOf(page).get('to')).toBe('2026-02-04');
  await expect(page.getByRole('slider', { name: 'As-of date' })).toHaveAttribute('aria-valuetext', /26 January 2026/);
  await expect(page.getByRole('region', { name: 'Rows' })).toContainText('Poland');
  await page.goBack();
  await expect(reading(page).getByRole('heading', { level: 2 })).toContainText(claimOf('surprising-soon-after').claim);
});

test('a claim about more than two is shown with its actors, a leader as the state he speaks for', async ({ page }) => {
  await open(page, '#/claims?x-claim=radical-change');
  await reading(page).getByRole('button', { name: 'Show in the views' }).click();
  await expect.poll(() => stateOf(page).get('actor')).toBe('belarus~poland~russia');
  expect(stateOf(page).get('pair')).toBeNull();
});

test('the claims stand in a table too, and a row of it opens its claim', async ({ page }) => {
  await open(page, '#/claims');
  await page.getByRole('button', { name: 'table', exact: true }).click();
  const table = page.getByRole('table', { name: /^Claims of/ });
  await expect(table.getByRole('row')).toHaveCount(CLAIMS.length + 1);
  const row = table.getByRole('row').filter({ hasText: claimOf('no-longer-thinks-so').claim });
  await expect(row.getByRole('cell')).toHaveText(['10', 'contradicted', '1', '5', '0', /\S+/]);
  await row.getByRole('button').focus();
  await page.keyboard.press('Enter');
  await expect(reading(page).getByRole('heading', { level: 2 })).toBeFocused();
  await expect(reading(page).getByRole('heading', { level: 2 })).toContainText(claimOf('no-longer-thinks-so').claim);
  await page.goBack();
  await expect(table).toBeVisible();
});

test('all claims in full are one long page, for print and search', async ({ page }) => {
  await open(page, '#/claims');
  await page.getByRole('button', { name: 'all in full' }).click();
  const titles = page.getByRole('article').getByRole('heading', { level: 2 });
  await expect(titles).toHaveCount(CLAIMS.length);
  await expect(titles.last()).toContainText(CLAIMS.at(-1)!.claim);
});

test('a record without claims says so and leads to its tables', async ({ page }) => {
  await open(page, '#/claims?data=great-powers');
  await expect(page.getByRole('heading', { name: 'No claims in this record' })).toBeVisible();
  await page.getByRole('button', { name: 'Open the tables' }).click();
  await expect(page.locator('#main')).toContainText('What the checks say');
});

test('on a phone the list leads to a claim and back', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, '#/claims');
  await listed(page).nth(3).getByRole('button').click();
  await expect(reading(page).getByRole('heading', { level: 2 })).toContainText(CLAIMS[3]!.claim);
  await expect(listed(page)).toHaveCount(0);
  await page.getByRole('button', { name: `All ${CLAIMS.length} claims` }).click();
  await expect(listed(page)).toHaveCount(CLAIMS.length);
});

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing on the claims in ${theme}, one by one, in full and as a table`, async ({ page }) => {
    await withTheme(page, theme);
    await open(page, '#/claims?x-claim=radical-change&item=2026-01-21-ryzhenkov-cooperation-with-poland');
    await expect(reading(page).getByRole('heading', { level: 2 })).toBeVisible();
    expect(await axeFaults(page, '#main')).toEqual([]);
    await page.getByRole('button', { name: 'table', exact: true }).click();
    await expect(page.getByRole('table', { name: /^Claims of/ })).toBeVisible();
    expect(await axeFaults(page, '#main')).toEqual([]);
    await page.getByRole('button', { name: 'all in full' }).click();
    await expect(page.getByRole('article')).toHaveCount(CLAIMS.length);
    expect(await axeFaults(page, '#main')).toEqual([]);
  });
}
