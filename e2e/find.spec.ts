import type { Page } from '@playwright/test';
import { expect, firstVisit, openAtlas, open, stateOf, test } from './journey';

/** What is looked for, the words typed, and what stands in the opened row: the quote or event, and where it was read. */
const QUESTIONS: { what: string; typed: string; offer: RegExp; words: string; source: string }[] = [
  {
    what: 'Ryzhenkov’s words on Poland of January 2026',
    typed: 'ryzhenkov poland january 2026',
    offer: /Ryzhenkov expects fastest restoration of cooperation with Poland/,
    words: 'I most of all expect that cooperation will be restored most quickly with Poland',
    source: 'Voice of East',
  },
  {
    what: 'Lukashenko’s words on Poland of January 2025',
    typed: 'lukashenko poland january 2025',
    offer: /Lukashenko: Poland pursues most aggressive policy against Belarus/,
    words: 'Poland pursues the most aggressive and bad policy against Belarus',
    source: 'BelTA',
  },
  {
    what: 'the “big deal”',
    typed: '"big deal"',
    offer: /Lukashenko ready for big deal with US/,
    words: 'We are ready to make a big deal with them.',
    source: 'Kyiv Independent',
  },
  {
    what: 'Tertel’s “breakthrough”',
    typed: 'tertel breakthrough',
    offer: /Tertel sees all chances of a breakthrough/,
    words: 'We have all the chances of reaching a breakthrough in relations with the US',
    source: 'Kommersant',
  },
  {
    what: 'the Helsinki summit of December 2025',
    typed: 'helsinki summit december 2025',
    offer: /First Eastern Flank Summit held in Helsinki/,
    words: 'First Eastern Flank Summit held in Helsinki',
    source: 'News.Az',
  },
  {
    what: 'the Oreshnik deployment',
    typed: 'oreshnik deployment',
    offer: /Oreshnik/,
    words: 'Oreshnik',
    source: '',
  },
  {
    what: 'the border closure of September 2025',
    typed: 'border closure september 2025',
    offer: /Poland closes the border with Belarus, all crossings shut/,
    words: 'Poland closes the border with Belarus, all crossings shut',
    source: 'TASS',
  },
  {
    what: 'Korybko’s article of 23 June 2025',
    typed: 'Does The US Want To Divide-And-Rule Belarus & Russia Or De-Escalate Continental Tensions?',
    offer: /Korybko asks whether US seeks split or de-escalation/,
    words: 'Kellogg’s six-hour-long meeting with Lukashenko raises questions',
    source: 'Does The US Want To Divide-And-Rule Belarus & Russia',
  },
  {
    what: 'Korybko’s article of 19 October 2025',
    typed: 'The West Wants Belarus To Replace Supposed Russian Vassalage With Actual Polish Vassalage',
    offer: /Korybko: losing Belarus would complete Russia's encirclement/,
    words: 'the loss of Belarus would practically complete Russia’s strategic encirclement',
    source: 'The West Wants Belarus To Replace Supposed Russian Vassalage',
  },
  {
    what: 'Korybko’s article of 5 November 2025',
    typed: 'How Likely Is It That Poland Gives Belarus A Fair Deal Instead Of A Lopsided One?',
    offer: /Korybko: US-Belarus deal needs a Polish-Belarusian one/,
    words: 'any US-Belarusian deal would still require a Polish-Belarusian one to be complete',
    source: 'How Likely Is It That Poland Gives Belarus A Fair Deal',
  },
];

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Find' });
const field = (page: Page) => dialog(page).getByRole('combobox');

for (const { what, typed, offer, words, source } of QUESTIONS) {
  test(`typing leads to ${what}: quote and source`, async ({ page }) => {
    await open(page);
    await page.keyboard.press('/');
    await field(page).fill(typed);
    // One step opens the row; two where the article is found by its title and its rows are listed first.
    const row = dialog(page).getByRole('option').filter({ hasText: offer });
    const article = dialog(page).getByRole('group', { name: 'Sources' }).getByRole('option');
    await expect(row.or(article).first()).toBeVisible();
    if ((await row.count()) === 0) await article.first().click();
    await row.first().click();
    const opened = page.getByRole('article');
    await expect(opened).toContainText(words);
    await expect(opened.getByRole('heading', { name: /^(Source|\d+ sources)$/ })).toBeVisible();
    await expect(opened).toContainText(source);
  });
}

test('find is driven by the keyboard: arrows choose, Enter opens, hits are marked', async ({ page }) => {
  await openAtlas(page);
  await page.keyboard.press('Control+k');
  await expect(field(page)).toBeFocused();
  await page.keyboard.type('breakthrough');
  await expect(dialog(page).locator('mark').first()).toHaveText(/breakthrough/i);
  const first = await field(page).getAttribute('aria-activedescendant');
  await page.keyboard.press('ArrowDown');
  await expect(field(page)).not.toHaveAttribute('aria-activedescendant', first!);
  const title = await dialog(page).locator('[role=option][aria-selected=true] .title').textContent();
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toHaveCount(0);
  await expect(page.getByRole('article').getByRole('heading', { level: 3 })).toHaveText(title!);
});

test('an actor is found by another spelling, without marks on its letters', async ({ page }) => {
  await openAtlas(page);
  await page.keyboard.press('/');
  await field(page).fill('lukaszenka');
  await dialog(page).getByRole('group', { name: 'Actors' }).getByRole('option').first().click();
  await expect(page.getByRole('region', { name: 'Rows' }).getByRole('heading', { level: 2 })).toContainText('Lukashenko');
});

test('a word that is nowhere says so, and a slip of the pen is put right', async ({ page }) => {
  await open(page);
  await page.keyboard.press('/');
  await field(page).fill('qqxxzzyyww');
  await expect(dialog(page).getByRole('status')).toContainText('Nothing found for “qqxxzzyyww”');
  await field(page).fill('Oreshnk');
  await expect(dialog(page)).toContainText('Oreshnik');
});

test('what is typed can filter every view', async ({ page }) => {
  await openAtlas(page);
  await page.keyboard.press('/');
  await field(page).fill('balloons');
  await dialog(page)
    .getByText(/^Filter everything by “balloons”/)
    .click();
  await expect(page.getByRole('button', { name: /Remove filter words: “balloons”/ })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Filters' })).toContainText(/\d+ of \d+ stances pass/);
});

test('a filter that Find offers leads to as many rows as it says, whatever was selected and filtered before', async ({
  page,
}) => {
  await open(page, '#/evidence?pair=russia~poland&from=2025-03-01&to=2025-04-01&at=2025-03-15&topic=nuclear');
  await page.keyboard.press('/');
  await field(page).fill('Oreshnik');
  const offer = dialog(page)
    .getByRole('option')
    .filter({ hasText: /^Filter everything by “Oreshnik”/ });
  const promised = /\((\d+) rows\)/.exec((await offer.textContent()) ?? '')?.[1];
  expect(Number(promised)).toBeGreaterThan(5);
  await offer.click();
  await expect(page.getByRole('region', { name: 'List of rows' })).toContainText(`${promised} rows from`);
});

test('a question is said back as the filter sentence with its count, one Enter away', async ({ page }) => {
  await open(page, '#/evidence');
  await page.keyboard.press('/');
  await field(page).fill('us on belarus prisoners december 2025 independent media');
  const first = dialog(page).getByRole('option').first();
  await expect(first).toContainText('United States on Belarus, on prisoners, from independent media, 1 to 31 December 2025');
  const promised = /\((\d+) rows?\)/.exec((await first.textContent()) ?? '')?.[1];
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toHaveCount(0);
  const list = page.getByRole('region', { name: 'List of rows' });
  await expect(list.getByRole('heading', { level: 2 })).toHaveText('United States on Belarus');
  await expect(list).toContainText(`${promised} row`);
  await expect(page.getByRole('region', { name: 'Filters' })).toContainText(/prisoners.*independent media/);
  await expect.poll(() => stateOf(page).get('to')).toBe('2025-12-31');
});

test('a row outside the window is brought into view when it is opened', async ({ page }) => {
  await open(page, '#/evidence?pair=russia~poland&from=2025-03-01&to=2025-04-01&at=2025-03-15');
  await page.keyboard.press('/');
  await field(page).fill('2026-01-21-ryzhenkov-cooperation-with-poland');
  await dialog(page).getByRole('group', { name: 'By its id or address' }).getByRole('option').click();
  await expect(page.getByRole('article')).toContainText('21 January 2026');
  await expect(page.getByRole('region', { name: 'Opened row' })).toContainText(/Row \d+ of \d+/);
  await expect.poll(() => stateOf(page).get('at')).toBe('2026-01-21');
});

firstVisit('no letter is lost that is typed before Find is there, and none turns the page', async ({ page }) => {
  await open(page, '#/atlas');
  // The part that draws Find is held back until all is typed: letters that are keys of the page among it.
  let release = (): void => undefined;
  const typed = new Promise<void>((done) => (release = done));
  await page.route(/Find\w*-[^/]*\.js/, async (route) => {
    await typed;
    await route.continue();
  });
  await page.keyboard.press('/');
  await page.keyboard.type('sa 3 laps?');
  await page.keyboard.press('Backspace');
  release();
  await expect(field(page)).toHaveValue('sa 3 laps');
  await expect(field(page)).toBeFocused();
  await page.keyboard.type('.');
  await expect(field(page)).toHaveValue('sa 3 laps.');
  await expect(page.getByRole('dialog')).toHaveCount(1);
  expect(new URL(page.url()).hash).toMatch(/^#\/atlas/);
});

test('ties are rows of their own: found, opened, listed by their selection, and counted apart', async ({ page }) => {
  await open(page, '#/evidence?x-rows-of=ties');
  const list = page.getByRole('group', { name: 'List of ties' });
  await expect(list.getByRole('button', { name: /treaty on good-neighbourliness/ })).toBeVisible();
  await expect(page.getByText(/^1 tie in force in January 2025 to January 2026; no row counts them$/)).toBeVisible();
  await page.getByRole('button', { name: 'Find', exact: true }).click();
  await page.getByRole('combobox', { name: /^Find an actor/ }).fill('union state treaty');
  await page.getByRole('option', { name: /^Union State of Russia and Belarus/ }).click();
  const opened = page.getByRole('article', { name: 'Union State of Russia and Belarus' });
  await expect(opened).toContainText('since 8 December 1999');
  await expect(opened).toContainText('friendly');
  await expect.poll(() => stateOf(page).get('item')).toBe('union-state-treaty');
  await page.getByRole('button', { name: 'Statements and events', exact: true }).click();
  await expect(list).toHaveCount(0);
});
