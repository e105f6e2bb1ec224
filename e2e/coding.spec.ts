import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from '@playwright/test';
import { axeFaults, expect, firstVisit, open, stateOf, test } from './journey';

type Cells = Record<string, string>;
const table = (text: string) => Papa.parse<Cells>(text, { header: true, skipEmptyLines: true }).data;
const read = (name: string) => table(readFileSync(`data/eastern-flank/${name}.csv`, 'utf8'));

const STANCES = read('stances');
const STATEMENTS = new Map([...read('statements'), ...read('events')].map((row) => [row['id']!, row]));

const kit = (page: Page) => page.getByRole('main');
const reason = (page: Page) => page.getByRole('textbox', { name: 'Why, in words from the row' });
const grade = (page: Page, name: string) => page.getByRole('radio', { name });
const place = (page: Page, n: number, of: number) => kit(page).getByText(`${n} of ${of}`, { exact: true });

async function begin(page: Page, name: string, link = ''): Promise<void> {
  await open(page, `#/desk?code=${link}`);
  await page.getByLabel('Your name, as it will stand in the table of coders').fill(name);
  await page.getByRole('button', { name: 'Begin', exact: true }).click();
}

/** What a click saves, as the files of a zip by their own names. */
async function savedZip(page: Page): Promise<Map<string, string>> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save my codings' }).first().click();
  const files = unzipSync(readFileSync(await (await download).path()));
  return new Map(Object.entries(files).map(([path, bytes]) => [path.replace(/^.*\//, ''), strFromU8(bytes)]));
}

firstVisit('a second coder goes through a sample by keys, leaves, comes back, and is set beside the others', async ({ page }) => {
  await begin(page, 'Marta K.', 'spread~3~5');
  await expect(place(page, 1, 3)).toBeVisible();
  await expect(page.getByText('Coding kit, marta-k')).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);

  // Blind: nothing on the page gives away the title or the outlet, and no link leads into the record.
  const shown = await kit(page).innerText();
  for (const { title = '' } of STATEMENTS.values()) expect(shown.includes(title)).toBe(false);
  await expect(page.getByRole('navigation', { name: 'Pages' })).toHaveCount(0);

  // Key 3 is the score 0; X is "cannot say"; 0 is no key.
  await page.keyboard.press('3');
  await expect(grade(page, '0 mixed')).toBeChecked();
  await page.keyboard.press('x');
  await expect(grade(page, 'cannot say')).toBeChecked();
  await page.keyboard.press('0');
  await expect(grade(page, 'cannot say')).toBeChecked();
  await page.keyboard.press('2');
  await expect(grade(page, '−1 critical')).toBeChecked();
  await expect(page.getByText('blame, warning, distrust, refusal, protest; restrictive but reversible measures')).toBeVisible();

  // Enter goes on once there is a reason, in which digits are text; before, what is missing is said.
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('Write a reason');
  await expect(reason(page)).toBeFocused();
  await page.keyboard.type('15 balloons and a warning');
  await expect(grade(page, '−1 critical')).toBeChecked();
  await page.keyboard.press('Enter');
  await expect(place(page, 2, 3)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('Choose a grade');
  await page.keyboard.press('x');
  await page.keyboard.press('Enter');
  await expect(place(page, 3, 3)).toBeVisible();
  await page.keyboard.press('5');
  await page.keyboard.press('Shift+Enter');
  await expect(grade(page, 'cannot say')).toBeChecked();
  await page.keyboard.press('Shift+Enter');
  await expect(reason(page)).toHaveValue('15 balloons and a warning');

  // Left in the middle: the first row without an answer is where it goes on, its draft in place.
  await page.reload();
  await expect(place(page, 3, 3)).toBeVisible();
  await expect(grade(page, '+2 supportive')).toBeChecked();
  await page.keyboard.press('r');
  await page.keyboard.type('praise');
  await page.keyboard.press('Enter');

  // Only now the others are shown: alpha is not given of so few, the coders are named.
  await expect(page.getByRole('heading', { name: 'You are done' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Beside the other coders' }).getByRole('row')).toHaveCount(6);
  await expect(kit(page)).toContainText('no alpha: 2 stances in common are too few');
  await expect(kit(page)).toContainText('“Cannot say” was answered of 1 stance');
  expect(await axeFaults(page)).toEqual([]);

  // What stands two grades apart is settled between the two, with a line of why.
  const apart = page.getByRole('region', { name: 'Two grades apart, to settle' }).getByRole('article').first();
  await apart.getByRole('group', { name: 'Settle as' }).getByRole('button').nth(1).click();
  await apart.getByRole('textbox', { name: /^Why/ }).fill('both, weighed');
  await page.keyboard.press('Tab');

  const files = await savedZip(page);
  expect(table(files.get('settled.csv') ?? '')).toMatchObject([{ rationale: 'both, weighed' }]);
  const codings = table(files.get('codings.csv') ?? '');
  expect(codings.map(({ coder, score, reason: why }) => [coder, score, why])).toEqual([
    ['marta-k', '-1', '15 balloons and a warning'],
    ['marta-k', '', ''],
    ['marta-k', '2', 'praise'],
  ]);
  for (const { stance } of codings) expect(STANCES.some(({ id }) => id === stance)).toBe(true);
  expect(table(files.get('coders.csv') ?? '')).toMatchObject([{ id: 'marta-k', name: 'Marta K.', kind: 'person' }]);

  // Into the tables that are open here: from now on the page says that a person coded.
  await page.getByRole('button', { name: 'Add to the record’s tables' }).click();
  await expect(kit(page)).toContainText('3 codings, 1 coder and 1 settled score stand in the tables that are open here');
  await page.getByRole('button', { name: 'Leave', exact: true }).click();
  await expect(page.locator('#main')).toContainText('2 codings by marta-k, on 2 stances of this record');
  await expect(page.getByRole('navigation', { name: 'Pages' })).toBeVisible();
  expect(stateOf(page).has('code')).toBe(false);
});

firstVisit('on a phone the row, the five choices and the way on are within reach of a thumb', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await begin(page, 'olga', 'pair~0~1~belarus~poland');
  await expect(kit(page)).toContainText('Belarus on Poland, blind');
  await expect(page.getByRole('heading', { name: /^(As .* has it, how|How) does Belarus stand towards Poland/ })).toBeVisible();
  const next = page.getByRole('button', { name: 'Next' });
  await expect(next).toBeInViewport();
  await expect(next).toHaveAttribute('aria-disabled', 'true');
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  for (const choice of await page.locator('fieldset label').all())
    expect((await choice.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  for (const button of await page.locator('#main button').all())
    expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  await page.getByText('+1 cooperative', { exact: true }).click();
  await reason(page).fill('a hope');
  await next.click();
  await expect(
    place(page, 2, STANCES.filter(({ holder, target }) => holder === 'belarus' && target === 'poland').length),
  ).toBeVisible();
});

test('files of three coders are put together: who parts where, and none overwrites another', async ({ page }) => {
  const ids = STANCES.slice(0, 12).map(({ id }) => id!);
  const csv = (coder: string, score: (i: number) => number, reason = coder) =>
    `stance,coder,score,reason\n${ids.map((id, i) => `${id},${coder},${score(i)},${reason} on ${i}`).join('\n')}\n`;
  const file = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
  await open(page, '#/desk?code=together');
  await page.getByLabel('Files of codings').setInputFiles([
    file(
      'anna.csv',
      csv('anna', (i) => (i % 5) - 2),
    ),
    file(
      'ben.csv',
      csv('ben', (i) => (i % 5) - 2),
    ),
    file(
      'anna-of-the-other-class.csv',
      csv('anna', (i) => (i === 3 ? -2 : (i % 5) - 2), 'another anna'),
    ),
    file('broken.csv', 'stance,coder,score,reason\nno-such-stance,tom,1,\n'),
  ]);
  const merged = page.getByRole('region', { name: '36 codings of 3 people, from 4 files.' });
  await expect(merged).toContainText(
    'Two files name the coder “anna” and differ on 12 stances: kept apart, the later as “anna-2”.',
  );
  await expect(merged).toContainText(/broken\.csv, line 2, column stance/);
  const talk = page.getByRole('region', { name: 'To talk about, widest apart first' });
  await expect(talk.getByRole('listitem').filter({ hasText: 'mean' })).toHaveCount(1);
  await expect(talk).toContainText('−2: anna-2; +1: anna and ben');
  await expect(page.getByRole('region', { name: 'How far they agree' })).toContainText(/alpha 0\.\d\d .*12 stances/);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save them as one' }).click();
  const files = unzipSync(readFileSync(await (await download).path()));
  const name = Object.keys(files).find((path) => path.endsWith('codings.csv')) ?? '';
  const rows = table(strFromU8(files[name] ?? new Uint8Array()));
  expect(rows).toHaveLength(36);
  expect(new Set(rows.map(({ stance, coder }) => `${stance} ${coder}`)).size).toBe(36);
});

test('that no person has coded is said of the record and of a pair, with the way to do it', async ({ page }) => {
  await open(page, '#/desk');
  await expect(page.locator('#main')).toContainText('No person has coded a stance of this record yet.');
  await open(page, '#/pair?pair=belarus~poland');
  const people = page.getByRole('complementary', { name: 'Rows behind the chart' });
  await expect(people).toContainText('No person has coded a stance of Belarus on Poland yet.');
  await people.getByRole('button', { name: 'Code this pair' }).click();
  await expect(page.getByRole('radio', { name: 'One pair, all its stances' })).toBeChecked();
  await expect(page.getByRole('combobox', { name: 'Pair' })).toHaveValue('belarus~poland');
});
