import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import type { Page } from '@playwright/test';
import { expect, firstVisit, open, openAtlas, stateOf, test } from './journey';

const text = (name: string) => readFileSync(`data/great-powers/${name}`);
const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

firstVisit(
  'a zip of tables is checked and shown, survives a reload, and its faults are named with line and cure',
  async ({ page }) => {
    const actors = text('actors.csv').toString();
    const ties = text('ties.csv').toString().replace('united-kingdom;france', 'united-kingdom;frnace');
    const zip = zipSync({
      'my powers/actors.csv': strToU8(actors),
      'my powers/ties.csv': strToU8(ties),
      'my powers/sources.csv': new Uint8Array(text('sources.csv')),
    });
    await open(page, '#/desk');
    await page
      .getByLabel('Choose files')
      .setInputFiles({ name: 'my-powers.zip', mimeType: 'application/zip', buffer: Buffer.from(zip) });
    const report = page.getByRole('region', { name: 'What the checks say' });
    await expect(report).toContainText('frnace');
    await expect(report).toContainText('Did you mean `france`?');
    await expect(report).toContainText(/ties\.csv, line \d+, members/);
    // Good rows show: a faulty table never blanks the app.
    await page.keyboard.press('1');
    await expect(page.getByRole('region', { name: 'Network' })).toContainText('Russia');
    await page.reload();
    await expect(page.getByRole('region', { name: 'Network' })).toContainText('Russia');
  },
);

/** Drops files on the page, as the machine's own file window would. */
async function drop(page: Page, files: Record<string, string>): Promise<void> {
  const transfer = await page.evaluateHandle((list) => {
    const data = new DataTransfer();
    for (const [name, content] of list) data.items.add(new File([content], name));
    return data;
  }, Object.entries(files));
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
}

/** Without its package nothing says that the source ends in 1918, which would be asked about: here no tie ends then. */
const powers = () =>
  Object.fromEntries(
    ['actors.csv', 'ties.csv', 'sources.csv'].map((name) => [name, text(name).toString().replaceAll(',1918,', ',,')]),
  );

firstVisit('files dropped on the page are opened like those chosen, and back leads to what was open', async ({ page }) => {
  await openAtlas(page);
  await drop(page, powers());
  const network = page.getByRole('region', { name: 'Network' });
  await expect(network.getByRole('button', { name: /^Austria-Hungary, state/ })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Dataset: Dropped/ })).toBeVisible();
  await page.goBack();
  await expect(network.getByRole('button', { name: /^Lithuania, state/ })).toBeVisible();
});

firstVisit('a folder dropped from the machine is walked through, opened, and sent nowhere', async ({ page }) => {
  await openAtlas(page);
  const browser = await page.context().newCDPSession(page);
  const data = { items: [], files: [resolve('data/great-powers')], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver'] as const)
    await browser.send('Input.dispatchDragEvent', { type, x: 600, y: 400, data });
  await expect(page.getByText('It is read here and stays on this machine.')).toBeVisible();
  await browser.send('Input.dispatchDragEvent', { type: 'drop', x: 600, y: 400, data });
  await expect(page.getByRole('button', { name: /^Dataset: .*great powers/i })).toBeVisible();
  await expect(
    page.getByRole('region', { name: 'Network' }).getByRole('button', { name: /^Austria-Hungary, state/ }),
  ).toBeVisible();
  // Another record of the same name is the site's own: this one has a name of its own, and is found again.
  await expect.poll(() => stateOf(page).get('data')).toBe('my-great-powers');
  await page.reload();
  await expect(
    page.getByRole('region', { name: 'Network' }).getByRole('button', { name: /^Austria-Hungary, state/ }),
  ).toBeVisible();
});

firstVisit('a folder is chosen', async ({ page }) => {
  await open(page, '#/desk');
  await page.getByLabel('Choose a folder').setInputFiles('data/great-powers');
  await expect(page.getByRole('button', { name: /^Dataset: .*great powers/i })).toBeVisible();
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('button', { name: 'Desk' }).click();
  await expect(page.getByText('Every row passes every check.')).toBeVisible();
});

firstVisit('a cell that looks like code is shown as text', async ({ page }) => {
  const evil = '<img src=x onerror="document.title=1">';
  const files = {
    'actors.csv': `id,name,kind\na,${quote(`A ${evil}`)},state\nb,=cmd(),state\n`,
    'sources.csv': `id,url,title,outlet,kind\ns,javascript:alert(1),${quote(evil)},${quote(`=HYPERLINK(1) ${evil}`)},opinion\n`,
    'statements.csv':
      'id,title,date,speaker,targets,quote,summary,topics,sources,confidence\n' +
      `x,${quote(`Title ${evil}`)},2025-05-01,a,b,${quote(`Words ${evil} <b>bold</b>`)},${quote(`=cmd() ${evil}`)},t,s,high\n` +
      `y,Other,2025-06-01,a,b,More,Said,t,s,high\n`,
    'stances.csv':
      'id,evidence,holder,target,score,basis,rationale\n' + `p,x,a,b,-1,statement,${quote(evil)}\nq,y,a,b,1,statement,None\n`,
  };
  await open(page);
  await drop(page, files);
  await expect(page.getByRole('button', { name: /^Dataset: Dropped/ })).toBeVisible();
  for (const view of ['atlas', 'timeline', 'matrix', 'evidence?item=x', 'pair?pair=a~b', 'desk']) {
    await page.evaluate((hash) => (location.hash = hash), `#/${view}${view.includes('?') ? '&' : '?'}data=dropped`);
    await expect(page.locator('#main')).toContainText(view === 'desk' ? 'statements.csv' : '<img src=x');
    expect(await page.locator('img[src="x"], #main b:text-is("bold")').count()).toBe(0);
  }
  await page.evaluate(() => (location.hash = '#/evidence?item=x&data=dropped'));
  const row = page.getByRole('article');
  await expect(row.locator('blockquote')).toHaveText(`“Words ${evil} <b>bold</b>”`);
  await expect(row).toContainText(`=cmd() ${evil}`);
  // An address that is none of the web's is text, too.
  await expect(row.locator('a[href^="javascript"]')).toHaveCount(0);
  expect(await page.title()).toContain('Dropped');
});

firstVisit('a row with a fault is left out, named, and the rest is shown', async ({ page }) => {
  await open(page);
  await drop(page, { ...powers(), 'ties.csv': powers()['ties.csv']!.replace(/,1,/, ',seven,') });
  const report = page.getByRole('region', { name: 'What the checks say' });
  await expect(report).toContainText(/ties\.csv, line \d+, sign/);
  await expect(report).toContainText('seven');
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('button', { name: 'Atlas' }).click();
  await expect(page.getByRole('region', { name: 'Network' }).getByRole('button', { name: /^Italy, state/ })).toBeVisible();
});

test('a file that is no table is refused in words, and the open record stays', async ({ page }) => {
  await open(page, '#/desk');
  await page
    .getByLabel('Choose files')
    .setInputFiles({ name: 'holiday.zip', mimeType: 'application/zip', buffer: Buffer.from('PK not a zip at all') });
  await expect(page.getByRole('alert')).toContainText('That could not be read. “holiday.zip” is text without rows of cells.');
  await expect(page.getByRole('button', { name: /^Dataset: Belarus, Poland/ })).toBeVisible();
  await page.getByRole('alert').getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

firstVisit('a link to a record that is not here says what to do', async ({ page }) => {
  await page.goto('./#/atlas?data=somebody-elses');
  await expect(page.getByRole('alert')).toContainText('Drop its folder or zip on the page');
  await page.getByRole('button', { name: /Open “Belarus/ }).click();
  await expect(page.locator('#main')).toBeVisible();
});

test('the desk counts every table and saves it byte for byte', async ({ page }) => {
  await open(page, '#/desk?data=great-powers');
  await expect(page.getByText('Every row passes every check.')).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save ties.csv' }).click();
  const file = await (await download).path();
  expect(readFileSync(file).equals(text('ties.csv'))).toBe(true);
});

firstVisit('a dropped record is given another title, removed from the browser, and brought back', async ({ page }) => {
  await openAtlas(page);
  await drop(page, powers());
  await expect(page.getByRole('button', { name: /^Dataset: Dropped/ })).toBeVisible();
  await page.getByRole('button', { name: 'Desk', exact: true }).click();
  const records = page.getByRole('region', { name: 'Records' });
  // What comes with the page stays as it is.
  await expect(records.getByRole('button', { name: /^Re(name|move) / })).toHaveCount(2);
  await records.getByRole('button', { name: /^Rename / }).click();
  await page.keyboard.type('Powers of 1914');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Dataset: Powers of 1914. Choose another' })).toBeVisible();
  await expect(records.getByRole('button', { name: 'Rename Powers of 1914' })).toBeFocused();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Dataset: Powers of 1914. Choose another' })).toBeVisible();

  await records.getByRole('button', { name: 'Remove Powers of 1914' }).click();
  await expect(page.getByText('“Powers of 1914” is removed from this browser.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Dataset: Belarus/ })).toBeVisible();
  await page.getByRole('button', { name: 'Bring it back' }).click();
  await expect(page.getByRole('button', { name: 'Dataset: Powers of 1914. Choose another' })).toBeVisible();

  await page.getByRole('button', { name: 'Desk', exact: true }).click();
  await records.getByRole('button', { name: 'Remove Powers of 1914' }).click();
  await expect(page.getByText('“Powers of 1914” is removed from this browser.')).toBeVisible();
  await page.reload();
  await page.getByRole('button', { name: /^Dataset: Belarus/ }).click();
  await expect(page.getByRole('menuitemradio')).toHaveCount(2);
});

firstVisit('a table whose letters were guessed is saved only once the reader has seen them', async ({ page }) => {
  await open(page, '#/desk');
  const actors = Buffer.concat([
    text('actors.csv'),
    Buffer.from('minsk,'),
    Buffer.from([0xcc, 0xe8, 0xed, 0xf1, 0xea]),
    Buffer.from(',state,,BLR,53.9,27.5,,\n'),
  ]);
  await page.getByLabel('Choose files').setInputFiles({ name: 'actors.csv', mimeType: 'text/csv', buffer: actors });
  await page.getByRole('button', { name: 'Open it as a record of its own' }).click();
  await expect(page.getByRole('button', { name: /^Dataset: Actors/ })).toBeVisible();
  await page.getByRole('button', { name: 'Save actors.csv' }).click();
  const alert = page.getByRole('alert').filter({ hasText: 'actors.csv is not saved yet' });
  await expect(alert).toContainText('reads as Windows-1251 (Cyrillic)');
  await expect(alert).toContainText('Минск');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    alert.getByRole('button', { name: 'They read right: save actors.csv' }).click(),
  ]);
  expect(readFileSync(await download.path()).toString()).toContain('minsk,Минск,state');
  await expect(alert).toHaveCount(0);
});
