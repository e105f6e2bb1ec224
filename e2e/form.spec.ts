import type { Page } from '@playwright/test';
import { axeFaults, expect, firstVisit, open, stateOf, test } from './journey';

/** Made-up words of made-up pages about actors of the record. */
const ARTICLE = `On 21 January 2026 Belarus’s foreign minister Maksim Ryzhenkov met reporters in Minsk.

“We believe that Poland will soon earn more from an open gate than from a wall”, he said.

Lithuania, he added, had lost its way. Radosław Sikorski said a day later: “We will talk about the gate once Belarus lets its prisoners go home”.`;
const ADDRESS = 'https://voiceofeast.net/2026/01/26/an-open-gate';

const row = (page: Page) => page.getByRole('region', { name: 'The row' });
const article = (page: Page) => page.getByRole('region', { name: 'The article' });
const linkTo = (address: string, text = '') => `#/desk?add=${encodeURIComponent([address, 'A gate', text].join('\n'))}`;
const status = (page: Page) => page.getByRole('status').filter({ hasText: 'Added:' });

/** Scores the target that is shown by the keyboard, and says why. */
async function score(page: Page, key: string, why: string, target: string): Promise<void> {
  await page.getByRole('group', { name: target, exact: true }).getByRole('radio').first().focus();
  await page.keyboard.press(key);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('group', { name: target, exact: true }).getByLabel('Because')).toBeFocused();
  await page.keyboard.type(why);
}

firstVisit('two statements of one article are entered from a link, by the keyboard, and the views follow', async ({ page }) => {
  await open(page, linkTo(ADDRESS, ARTICLE));
  // The address has given its outlet, and earlier rows of the outlet the rest; it has left the address bar.
  await expect(row(page).getByLabel('Outlet', { exact: true })).toHaveValue('Voice of East');
  await expect(row(page).getByLabel('Kind of outlet')).toHaveValue('opinion');
  await expect(row(page).getByLabel('Date on the page')).toHaveValue('2026-01-26');
  await expect.poll(() => stateOf(page).get('add')).toBe('start');
  await expect(article(page).getByText(/2 quotations/)).toBeVisible();

  const first = article(page).getByRole('button', { name: /^Take the quotation: “We believe/ });
  await first.focus();
  await page.keyboard.press('Enter');
  const title = row(page).getByRole('textbox', { name: 'Title', exact: true });
  await expect(title).toBeFocused();
  await expect(row(page).getByLabel('Quote', { exact: true })).toHaveValue(/^We believe that Poland/);
  await expect(row(page).getByRole('combobox', { name: 'Speaker' })).toHaveValue('Maksim Ryzhenkov');
  await expect(row(page).getByRole('combobox', { name: 'On whose behalf' })).toHaveValue('Belarus');
  await page.keyboard.type('Ryzhenkov says that an open gate pays Poland');
  await expect(article(page).getByText('Taken.')).toBeVisible();
  await row(page).getByLabel('On', { exact: true }).fill('2026-01-21');
  await score(page, '4', 'Says that opening pays.', 'Poland');
  await expect(
    page.getByRole('region', { name: 'What it will do' }).getByRole('row', { name: /Belarus on Poland/ }),
  ).toContainText('to');
  // Nobody has said yet who scores: the row is not kept, and the way leads there.
  await page.keyboard.press('Control+Enter');
  const coder = row(page).getByLabel('Scored by');
  await expect(coder).toBeFocused();
  await page.keyboard.type('Marta');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Control+Enter');
  await expect(status(page)).toContainText('with 1 stance');

  // The next one: article, page and coder stay, and the row is empty.
  await expect(title).toHaveValue('');
  await expect(coder).toHaveValue('Marta');
  await article(page)
    .getByRole('button', { name: /^Take the quotation: “We will talk/ })
    .click();
  await expect(row(page).getByRole('combobox', { name: 'Speaker' })).toHaveValue('Radosław Sikorski');
  await title.fill('Sikorski ties talk of the gate to prisoners');
  await row(page).getByLabel('On', { exact: true }).fill('2026-01-22');
  await score(page, '2', 'Sets a condition.', 'Belarus');
  await page.getByRole('button', { name: 'Keep this row' }).click();
  await expect(status(page)).toContainText('Sikorski ties talk');

  // The words of the first are in the record now, and lead to their row.
  await expect(article(page).getByText('Already a row')).toHaveCount(2);
  await article(page).getByRole('button', { name: '21 January 2026' }).click();
  await expect(page.getByText('We believe that Poland will soon earn more').first()).toBeVisible();
  await expect.poll(() => stateOf(page).get('item')).toBe('2026-01-21-ryzhenkov-says-that-an-open-gate-pays-poland');
});

firstVisit('what is entered is a draft that outlives the page; a page that is brought later sets it aside', async ({ page }) => {
  await open(page, linkTo(ADDRESS, ARTICLE));
  await row(page).getByRole('textbox', { name: 'Title', exact: true }).fill('Half a row');
  await page.reload();
  await expect(row(page).getByRole('textbox', { name: 'Title', exact: true })).toHaveValue('Half a row');
  await page.goto(`./${linkTo('https://nobody.example/2026/02/03/x')}`);
  await expect(row(page).getByLabel('Date on the page')).toHaveValue('2026-02-03');
  await expect(row(page).getByRole('textbox', { name: 'Title', exact: true })).toHaveValue('');
  await row(page).getByRole('button', { name: 'Half a row', exact: true }).click();
  await expect(row(page).getByLabel('Outlet', { exact: true })).toHaveValue('Voice of East');
});

firstVisit('an actor that nobody knew is made where he is named; Escape asks before it leaves', async ({ page }) => {
  await open(page, '#/desk?add=');
  const speaker = row(page).getByRole('combobox', { name: 'Speaker' });
  await speaker.fill('Anna Nowa');
  await page.getByRole('option', { name: 'Make Anna Nowa new' }).click();
  const made = page.getByRole('group', { name: 'New actor Anna Nowa' });
  await made.getByRole('combobox', { name: 'For whom Anna Nowa speaks' }).fill('Polsk');
  await page.keyboard.press('Enter');
  await expect(row(page).getByRole('combobox', { name: 'On whose behalf' })).toHaveValue('Poland');
  await expect(axeFaults(page, '.add')).resolves.toEqual([]);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('alertdialog', { name: 'Leave the form' })).toBeVisible();
  await page.getByRole('button', { name: 'Leave', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Add a statement' })).toBeVisible();
});

firstVisit('an article is read against the record, and a sentence of it becomes a claim', async ({ page }) => {
  await open(page, linkTo(ADDRESS, 'On 21 January 2026 Belarus warmed to Poland, and Russia looked away.'));
  await page.getByLabel('What is added').selectOption('claims');
  const against = page.getByRole('region', { name: 'Against the record' });
  await expect(against.getByRole('button', { name: /^Belarus on Poland: [+−]?\d\.\d, \d+ rows/ })).toBeVisible();
  await against.getByRole('button', { name: 'Make it a claim' }).click();
  const form = page.getByRole('form', { name: 'A claim of the article' });
  await form.getByLabel('Claim', { exact: true }).fill('Minsk’s words on Poland grew warmer.');
  await form
    .getByLabel(/^How it bears on the claim/)
    .first()
    .selectOption('for');
  await form.getByLabel('Verdict').selectOption('qualified');
  await form.getByRole('button', { name: 'Add the claim' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Added the claim' })).toBeVisible();
  await page.getByRole('button', { name: 'Show it' }).click();
  await expect(page.getByText('Minsk’s words on Poland grew warmer.').first()).toBeVisible();
});

test('the bookmark is carried, and not run here', async ({ page }) => {
  await open(page, '#/desk?add=');
  await page.getByText('From any page in one press').click();
  const link = page.getByRole('link', { name: 'Add to Stanceline' });
  await expect(link).toHaveAttribute('href', /^javascript:void/);
  await link.click();
  await expect(page.getByText('It works from the bookmarks')).toBeVisible();
});
