import { readFileSync, readdirSync } from 'node:fs';
import { zipSync } from 'fflate';
import { axeFaults, expect, firstVisit, open, test } from './journey';

/** The record with a tour of two scenes that ask: one by choices, one by a line that is drawn. */
function asking(): Buffer {
  const files: Record<string, Uint8Array> = {};
  for (const name of readdirSync('data/eastern-flank').filter((file) => file.endsWith('.csv')))
    files[`asking/${name}`] = new Uint8Array(readFileSync(`data/eastern-flank/${name}`));
  const view = 'from=2025-01-01&to=2026-01-26&at=2025-01-20';
  files['asking/stories.csv'] = Buffer.from('id,title,subtitle,author\nasking,A lesson,,\n');
  files['asking/scenes.csv'] = Buffer.from(
    `story,order,title,text,view,question,choices,predict
asking,1,Before you read,There are [twelve](figure:hypotheses) explanations.,${view},Who spoke of whom most?,Belarus of Poland;Poland of Belarus;neither,
asking,2,The year,More words.,${view},Where did the words go?,,belarus;poland
`,
  );
  return Buffer.from(zipSync(files));
}

firstVisit(
  'a scene asks: a choice, then a line that is drawn before the record; answers stay and go out as a table',
  async ({ page }) => {
    await open(page, '#/desk');
    await page.getByLabel('Choose files').setInputFiles({ name: 'asking.zip', mimeType: 'application/zip', buffer: asking() });
    await expect(page.getByRole('button', { name: /^Dataset: Asking/i })).toBeVisible();
    await expect(page.getByRole('region', { name: 'What the checks say' })).toContainText('Write `nine`');
    await page.evaluate(() => (location.hash = '#/story?data=asking&x-story=asking&x-scene=1'));
    // A number of the text that the rows do not bear stands with the one that they do, and the desk names its line.
    await expect(page.locator('[data-scene="1"]')).toContainText('There are twelve (nine in the rows now) explanations.');
    const chosen = page.getByRole('region', { name: 'Question of scene 1' });
    await chosen.getByRole('button', { name: 'Poland of Belarus' }).click();
    await expect(chosen.getByRole('button', { name: 'Poland of Belarus' })).toHaveAttribute('aria-pressed', 'true');

    await page.evaluate(() => (location.hash = '#/story?data=asking&x-story=asking&x-scene=2'));
    const drawn = page.getByRole('region', { name: 'Question of scene 2' });
    await expect(drawn.getByRole('heading', { name: 'Where did the words go?' })).toBeVisible();
    const last = drawn.getByRole('slider', { name: 'Belarus on Poland on 26 January 2026' });
    // Nothing of the record is shown before the line is handed in.
    await expect(drawn.locator('path.record')).toHaveCount(0);
    await last.focus();
    await page.keyboard.press('PageUp');
    await page.keyboard.press('ArrowUp');
    await expect(last).toHaveAttribute('aria-valuenow', '0.6');
    expect(await axeFaults(page, '.ask')).toEqual([]);
    await drawn.getByRole('button', { name: 'Draw the record over it' }).click();
    await expect(drawn).toContainText(
      /Your line lies \d\.\d from the record’s on average; the scale has 4\. You end at \+0\.6 cooperative/,
    );
    await expect(drawn.locator('path.record')).toHaveAttribute('d', /^M.*L/);
    await expect(drawn).toContainText('Your answer stays in this browser.');

    await page.reload();
    await expect(drawn).toContainText('You end at +0.6 cooperative');
    const download = page.waitForEvent('download');
    await drawn.getByRole('button', { name: 'Save my answers' }).click();
    const table = readFileSync(await (await download).path(), 'utf8');
    expect(table).toContain('1,Who spoke of whom most?,Poland of Belarus,');
    expect(table).toMatch(/2,Where did the words go\?,,2025-01-01 0;.*2026-01-26 0\.6/);
  },
);

test('a story prints as a worksheet: its questions, an empty matrix and the rows behind, without a score', async ({ page }) => {
  await page.evaluate(() => (window.print = () => undefined));
  await open(page, '#/story?x-story=the-pivot&x-scene=1');
  await page.getByRole('button', { name: 'Story', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Print a worksheet' }).click();
  await page.emulateMedia({ media: 'print' });
  const sheet = page.locator('.paper');
  await expect(sheet.getByRole('heading', { name: 'Rows against explanations' })).toBeVisible();
  await expect(sheet.getByRole('heading', { name: 'The rows behind' })).toBeVisible();
  expect(await sheet.locator('tbody td').allInnerTexts()).toEqual(Array(await sheet.locator('tbody td').count()).fill(''));
  expect(await sheet.locator('ol').innerText()).not.toMatch(/[+−][12]\b|hostile|cooperative/);
  await page.emulateMedia({ media: null });
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect(sheet).toHaveCount(0);
});
