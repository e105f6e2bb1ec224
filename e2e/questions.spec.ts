import { readFileSync } from 'node:fs';
import { expect, open, stateOf, test } from './journey';

/** The table of docs/questions.md: number, who asks, the question, what is typed, what is said back, how many rows. */
const QUESTIONS = readFileSync('docs/questions.md', 'utf8')
  .split('\n')
  .filter((line) => /^\| \d+/.test(line))
  .map((line) => {
    const [, number = '', , question = '', typed = '', said = '', rows = ''] = line.split('|').map((cell) => cell.trim());
    return { number, question, typed: typed.replaceAll('`', ''), said, rows };
  });

for (const { number, question, typed, said, rows } of QUESTIONS) {
  test(`question ${number}: ${question}`, async ({ page }) => {
    await open(page, '#/evidence');
    await page.keyboard.press('/');
    const dialog = page.getByRole('dialog', { name: 'Find' });
    await dialog.getByRole('combobox').fill(typed);
    const first = dialog.getByRole('option').first();
    await expect(first).toContainText(said);
    await expect(first).toContainText(`(${rows})`);
    await page.keyboard.press('Enter');
    await expect(dialog).toHaveCount(0);
    if (typed.startsWith('who turned')) {
      await expect.poll(() => new URL(page.url()).hash).toMatch(/^#\/change/);
      await expect.poll(() => stateOf(page).get('target')).toBe('belarus');
      return;
    }
    const list = page.getByRole('region', { name: 'List of rows' });
    if (rows.startsWith('no rows')) await expect(list).toContainText(/the filters? .*hides? \d+ rows|No row passes/i);
    else await expect(list).toContainText(new RegExp(`\\b${rows} (?:from|on) \\d`));
  });
}

test('further steps: around an event, all that a speaker says, all rows of an outlet, a place for every view', async ({
  page,
}) => {
  await open(page, '#/evidence?item=2026-01-21-ryzhenkov-cooperation-with-poland');
  const opened = page.getByRole('region', { name: 'Opened row' });
  await opened.getByRole('button', { name: 'Set the window to 7 days before and after' }).click();
  await expect.poll(() => stateOf(page).get('from')).toBe('2026-01-14');
  await expect.poll(() => stateOf(page).get('to')).toBe('2026-01-28');
  await opened.getByRole('button', { name: 'follow the speaker' }).click();
  await expect(page.getByRole('region', { name: 'Filters' })).toContainText('in the words of Maksim Ryzhenkov');
  await opened
    .getByRole('button', { name: /^all rows of / })
    .first()
    .click();
  await expect(page.getByRole('region', { name: 'Filters' })).toContainText('read in ');
  await open(page, '#/evidence?from=2025-01-01&to=2026-01-31&at=2026-01-26&place=minsk');
  await page.getByRole('button', { name: 'Filter everything by this place' }).click();
  await expect(page.getByRole('region', { name: 'Filters' })).toContainText('at Minsk');
  await expect.poll(() => stateOf(page).get('where')).toBe('minsk');
});

test('a row outside the window says so, and one press brings it in', async ({ page }) => {
  await open(page, '#/evidence?from=2025-03-01&to=2025-04-01&at=2025-03-15&item=2026-01-21-ryzhenkov-cooperation-with-poland');
  const opened = page.getByRole('region', { name: 'Opened row' });
  await expect(opened).toContainText('This row lies after the window');
  await opened.getByRole('button', { name: 'Widen the window to it' }).click();
  await expect(opened).not.toContainText('lies after the window');
  await expect.poll(() => stateOf(page).get('to')).toBe('2026-01-21');
});
