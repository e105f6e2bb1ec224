import { readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { expect, open, test } from './journey';

const text = (name: string) => readFileSync(`data/great-powers/${name}`);

test('a zip of tables is checked and shown, survives a reload, and its faults are named with line and cure', async ({ page }) => {
  const actors = text('actors.csv').toString();
  const ties = text('ties.csv').toString().replace('united-kingdom;france', 'united-kingdom;frnace');
  const zip = zipSync({
    'my powers/actors.csv': strToU8(actors),
    'my powers/ties.csv': strToU8(ties),
    'my powers/sources.csv': new Uint8Array(text('sources.csv')),
  });
  await open(page, '#/desk');
  await page
    .getByLabel('Choose a zip or tables')
    .setInputFiles({ name: 'my-powers.zip', mimeType: 'application/zip', buffer: Buffer.from(zip) });
  const report = page.getByRole('region', { name: 'What the checks say' });
  await expect(report).toContainText('frnace');
  await expect(report).toContainText('did you mean');
  await expect(report).toContainText(/ties\.csv, line \d+, members/);
  // Good rows show: a faulty table never blanks the app.
  await page.keyboard.press('1');
  await expect(page.getByRole('region', { name: 'Network' })).toContainText('Russia');
  await page.reload();
  await expect(page.getByRole('region', { name: 'Network' })).toContainText('Russia');
});

test('files dropped on the page are opened like those chosen', async ({ page }) => {
  await open(page);
  const transfer = await page.evaluateHandle(
    ([actors, ties]) => {
      const data = new DataTransfer();
      data.items.add(new File([actors!], 'actors.csv', { type: 'text/csv' }));
      data.items.add(new File([ties!], 'ties.csv', { type: 'text/csv' }));
      return data;
    },
    [text('actors.csv').toString(), text('ties.csv').toString()],
  );
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
  await expect(page.getByText('Austria-Hungary').first()).toBeVisible();
});

test('a file that is no table is refused in words, and the open record stays', async ({ page }) => {
  await open(page, '#/desk');
  await page
    .getByLabel('Choose a zip or tables')
    .setInputFiles({ name: 'holiday.zip', mimeType: 'application/zip', buffer: Buffer.from('PK not a zip at all') });
  await expect(page.getByText(/could not be read|no table|not a zip|cannot be (opened|unpacked)/i).first()).toBeVisible();
});

test('a link to a record that is not here says what to do', async ({ page }) => {
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
