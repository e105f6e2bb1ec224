import type { Page } from '@playwright/test';
import { axeFaults, expect, firstVisit, open, withTheme } from './journey';

/** Drops files on the page, as a reader does from a folder of the machine. */
async function drop(page: Page, files: Record<string, string>): Promise<void> {
  const transfer = await page.evaluateHandle((given) => {
    const data = new DataTransfer();
    for (const [name, text] of Object.entries(given)) data.items.add(new File([text], name));
    return data;
  }, files);
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
}

const TIES = 'from,to,sign,begin,end\nGBR,FRA,-1,1872,1904\nGBR,FRA,1,1904,\nFRA,DEU,-1,1872,\nGBR,DEU,odd,1907,\n';

firstVisit('a file of another tool opens with what was understood and what was not', async ({ page }) => {
  await open(page, '#/atlas');
  await drop(page, { 'ties.csv': TIES });
  const report = page.getByRole('dialog', { name: 'Read as signed edge list' });
  await expect(report).toContainText('4 of 4 rows of “ties.csv” are shown');
  await expect(report).toContainText('3 actors and 4 ties: 1 positive, 2 negative, 1 without a sign');
  await expect(report.getByRole('row', { name: /odd/ })).toContainText('It is no sign');
  for (const theme of ['light', 'dark'] as const) {
    await withTheme(page, theme);
    expect(await axeFaults(page)).toEqual([]);
  }
  await report.getByRole('button', { name: 'Go on to the record' }).click();
  await expect(report).toBeHidden();
  await expect(page).toHaveTitle('Ties · Stanceline');
});

const SHEET = 'Date,Country A,Country B,Rating,Remarks\n05/11/2025,Poland,Belarus,agree,x\n06/11/2025,Belarus,Poland,odd,y\n2025-11-07,Belarus,Poland,disagree,z\n'; // prettier-ignore

firstVisit('a sheet that nobody knows is mapped by keyboard, opens, and is remembered', async ({ page }) => {
  await open(page, '#/atlas');
  await drop(page, { 'talks.csv': SHEET });
  const mapping = page.getByRole('dialog', { name: 'What do these columns say?' });
  await expect(mapping.getByLabel('What Country A says')).toHaveValue('holder');
  await expect(mapping.getByLabel('What Rating says')).toHaveValue('score');
  const first = mapping.getByRole('table', { name: 'The first statements' }).getByRole('row').nth(1);
  await expect(first).toContainText('not known');
  // One press mends every date that can be read in two ways.
  await mapping.getByRole('button', { name: 'The day is first' }).first().press('Enter');
  await expect(first).toContainText('2025-11-05');
  await mapping.getByLabel('Grade of odd').selectOption('-2');
  await expect(mapping.getByRole('status')).toContainText('Every row is understood');
  for (const theme of ['light', 'dark'] as const) {
    await withTheme(page, theme);
    expect(await axeFaults(page)).toEqual([]);
  }
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await mapping.getByRole('button', { name: 'Open the sheet' }).press('Enter');
  const report = page.getByRole('dialog', { name: /^Read as sheet of rows/ });
  await expect(report).toContainText('3 of 3 rows of “talks.csv” are shown');
  await page.keyboard.press('Escape');
  await expect(page).toHaveTitle('Talks · Stanceline');
  // Of a long sheet the page has the first rows; what stands in the others is asked of the worker, and opens all the same.
  const long = Array.from({ length: 700 }, () => '2025-11-07,Belarus,Poland,disagree,z\n').join('');
  await drop(page, { 'more.csv': `${SHEET}${long}2025-11-08,Belarus,Poland,strongly agree,last\n` });
  await expect(mapping).toContainText('as you chose last time');
  await expect(mapping).toContainText('Figures are of all 704 rows');
  await expect(mapping.getByLabel('Grade of odd')).toHaveValue('-2');
  await expect(mapping.getByLabel('Grade of strongly agree')).toHaveValue('2');
  await mapping.getByRole('button', { name: 'Open the sheet' }).press('Enter');
  await expect(report).toContainText('704 of 704 rows of “more.csv” are shown');
});

firstVisit('data at an address are fetched when the reader says so, from the page’s own site', async ({ page }) => {
  let asked = 0;
  await page.route('**/files/ties.csv', (route) => {
    asked++;
    return route.fulfill({ body: TIES, contentType: 'text/csv' });
  });
  await page.goto('#/network?data=files/ties.csv');
  const offer = page.getByRole('region', { name: 'Data at an address' });
  await expect(offer).toContainText('/files/ties.csv. They are fetched only if you say so');
  expect(asked).toBe(0);
  await offer.getByRole('button', { name: 'Fetch and open' }).press('Enter');
  await expect(page.getByRole('dialog', { name: 'Read as signed edge list' })).toContainText(
    '4 of 4 rows of “ties.csv” are shown',
  );
  expect(asked).toBe(1);
  await page.keyboard.press('Escape');
  await expect(page).toHaveTitle('Ties · Stanceline');
  // Another site is told, and never asked.
  await page.evaluate(() => (location.hash = '#/network?data=https://example.org/x.csv'));
  await expect(offer).toContainText('This page fetches from 127.0.0.1');
  await expect(offer.getByRole('link', { name: 'https://example.org/x.csv' })).toHaveAttribute('rel', /noopener/);
  await offer.getByRole('button', { name: 'Close' }).click();
  await expect(offer).toBeHidden();
  await expect(page).toHaveTitle('Ties · Stanceline');
});

const DNA = `"statement_id";"time";"person";"organization";"concept";"agreement";"start_position";"stop_position";"text";"coder";"document_id"
1;2005-01-26 00:00:00;"A";"Agency";"Cap and trade";1;10;40;"It works.";"C";1
2;2005-01-26 00:00:00;"B";"Company";"Cap and trade";0;50;90;"It does not.";"C";1
3;2005-01-27 00:00:00;"A";"Agency";"A tax";1;10;40;"Yes.";"C";1
4;2005-01-27 00:00:00;"B";"Company";"A tax";1;50;90;"Yes.";"C";1
`;

firstVisit('where statements are on issues, the network also says who agrees with whom', async ({ page }) => {
  await open(page, '#/atlas');
  await drop(page, { 'events.csv': DNA });
  await expect(page.getByRole('dialog', { name: /^Read as event list/ })).toContainText('4 of 4 rows');
  await page.keyboard.press('Escape');
  const network = page.getByRole('region', { name: 'Network' });
  await expect(network.getByRole('button', { name: /^Cap and trade, issue/ })).toBeVisible();
  await network.getByRole('button', { name: 'Agreement' }).press('Enter');
  await expect(network.getByRole('heading', { name: 'Who agrees with whom' })).toBeVisible();
  await expect(network.getByRole('button', { name: /^Cap and trade/ })).toBeHidden();
  await network.getByRole('button', { name: 'Table' }).press('Enter');
  const row = network.getByRole('row', { name: /Agency/ });
  await expect(row).toContainText('A tax');
  await expect(row.getByRole('button', { name: 'Agency and Company agree on A tax, disagree on Cap and trade: 0.0' })).toHaveText(
    '0.0',
  );
  expect(await axeFaults(page)).toEqual([]);
  await network.getByRole('button', { name: 'Agreement' }).press('Enter');
  await expect(network.getByRole('heading', { name: 'Who stands where' })).toBeVisible();
});
