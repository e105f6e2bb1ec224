import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import type { Page } from '@playwright/test';
import { axeFaults, expect, firstVisit, open, stateOf, tabTo, test, withTheme } from './journey';

type Cells = Record<string, string>;
const table = (name: string) =>
  Papa.parse<Cells>(readFileSync(`data/eastern-flank/${name}.csv`, 'utf8'), { header: true, skipEmptyLines: true }).data;

const HYPOTHESES = table('hypotheses').map((row) => ({ id: row['id']!, name: row['title']!.split(':')[0]! }));
const ASSESSMENTS = table('assessments');
const EVIDENCE = [...new Set(ASSESSMENTS.map((row) => row['evidence']!))];
const CELLS = HYPOTHESES.length * EVIDENCE.length;
const confidence = new Map([...table('statements'), ...table('events')].map((row) => [row['id']!, row['confidence']!]));
const WEIGHTS: Record<string, number> = { high: Math.SQRT2, medium: 1, low: Math.SQRT1_2 };
const POINTS: Record<string, number> = { I: 1, II: 2 };

const ratingsOf = (id: string, rater: 'a' | 'b' | 'mean') =>
  ASSESSMENTS.filter((row) => row['hypothesis'] === id && (rater === 'mean' || row['rater'] === rater));

/** Adds up what each rating of an explanation counts, the mean of the raters who gave one, row by row. */
function summed(id: string, rater: 'a' | 'b' | 'mean', of: (row: Cells) => number): number {
  const raters = rater === 'mean' ? 2 : 1;
  return ratingsOf(id, rater).reduce((sum, row) => sum + of(row) / raters, 0);
}

/** Share of the rows that say something of each explanation. */
const askedShare = (id: string, rater: 'a' | 'b' | 'mean' = 'mean') =>
  summed(id, rater, (row) => Number(row['consistency'] !== 'N')) / EVIDENCE.length;

/**
 * What speaks against each explanation, added up from the tables: the order that the page must show, of those that a third of the rows
 * could have spoken against, and after them of the others.
 */
function added(rater: 'a' | 'b' | 'mean', which: 'all' | 'placed' = 'all'): string[] {
  return HYPOTHESES.map(({ id, name }) => ({
    name,
    placed: askedShare(id, rater) >= 1 / 3,
    sum: summed(id, rater, (row) => WEIGHTS[confidence.get(row['evidence']!)!]! * (POINTS[row['consistency']!] ?? 0)),
  }))
    .filter(({ placed }) => which === 'all' || placed)
    .sort((one, other) => Number(other.placed) - Number(one.placed) || one.sum - other.sum)
    .map(({ name, sum }) => `${name} ${sum.toFixed(1)}`);
}

/** Decibans for each explanation, highest first. */
function weighed(decibans: Record<string, number>): { name: string; sum: number }[] {
  return HYPOTHESES.map(({ id, name }) => ({
    name,
    sum: summed(id, 'mean', (row) => WEIGHTS[confidence.get(row['evidence']!)!]! * decibans[row['consistency']!]!),
  })).sort((one, other) => other.sum - one.sum);
}

const grid = (page: Page) => page.getByRole('grid', { name: 'Evidence against hypotheses' });
const side = (page: Page) => page.getByRole('region', { name: 'Beside the matrix' });
const rowHeads = (page: Page) => grid(page).getByRole('rowheader');
const own = (page: Page) => page.getByRole('paragraph').filter({ hasText: /^Your ratings:/ });

async function openMatrix(page: Page, fragment = ''): Promise<void> {
  await open(page, `#/hypotheses${fragment}`);
  await expect(rowHeads(page)).toHaveCount(EVIDENCE.length);
}

/** Heads of the columns, `Balancing 0.7`, from left to right. */
async function columns(page: Page): Promise<string[]> {
  const heads = await grid(page).locator('thead th.hypothesis').allInnerTexts();
  return heads.map((text) =>
    text
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/^(\d+|–) /, ''),
  );
}

/** Goes by keyboard to the first cell of the first row. */
async function toFirstCell(page: Page): Promise<void> {
  await tabTo(page, /^Evidence$/);
  await page.keyboard.press('ArrowDown');
  await expect(rowHeads(page).first()).toBeFocused();
  await page.keyboard.press('ArrowRight');
}

/** Names of the cells of the row of a piece of evidence. */
const cellsOf = (page: Page, title: string) => grid(page).getByRole('row').filter({ hasText: title }).locator('td.cell');

/** What this browser keeps: the reader may leave once it is there. */
const kept = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const asked = indexedDB.open('stanceline-ratings');
        asked.onerror = () => reject(new Error('no ratings are kept'));
        asked.onsuccess = () => {
          const database = asked.result;
          const all = database.transaction('ratings').objectStore('ratings').getAll();
          all.onsuccess = () => {
            database.close();
            resolve((all.result as { ratings: unknown[] }[]).reduce((sum, { ratings }) => sum + ratings.length, 0));
          };
          all.onerror = () => reject(new Error('no ratings are kept'));
        };
      }),
  );

/** Clicks what saves a file and returns its name and text. */
async function saved(page: Page): Promise<{ name: string; text: string }> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export CSV' }).click();
  const file = await download;
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') };
}

const given = (page: Page, name: string, text: string) =>
  page.getByLabel('Ratings as CSV').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

test('explanations stand by what speaks against them, as the tables add up; another rater, another order', async ({ page }) => {
  await openMatrix(page);
  expect(await columns(page)).toEqual(added('mean'));
  await expect(page.getByRole('heading', { level: 2 }).first()).toContainText('The rows speak least against “Balancing');
  await expect(page.locator('#main')).toContainText('What is not refuted is not thereby shown.');
  await expect(page.locator('#main')).toContainText(/ratings are readings by language models/);
  const whose = page.getByRole('group', { name: 'Whose ratings' });
  for (const rater of ['a', 'b'] as const) {
    await whose.getByRole('button', { name: rater, exact: true }).click();
    await expect.poll(() => columns(page)).toEqual(added(rater));
    expect(added(rater)).not.toEqual(added('mean'));
  }
  await whose.getByRole('button', { name: 'mine' }).click();
  await expect(page.locator('#main')).toContainText(`You have rated 0 of ${CELLS} cells`);
  await expect(page.getByRole('heading', { level: 2 }).first()).toContainText('No rated row is counted');
  await whose.getByRole('button', { name: 'mean' }).click();
  await expect.poll(() => columns(page)).toEqual(added('mean'));
});

test('where the raters differ is marked in the cell, and how far they agree is said', async ({ page }) => {
  await openMatrix(page);
  const differ = ASSESSMENTS.filter((row) => row['rater'] === 'a').filter((row) =>
    ASSESSMENTS.some(
      (other) =>
        other['rater'] === 'b' &&
        other['hypothesis'] === row['hypothesis'] &&
        other['evidence'] === row['evidence'] &&
        other['consistency'] !== row['consistency'],
    ),
  ).length;
  expect(differ).toBeGreaterThan(0);
  await expect(grid(page).getByRole('gridcell', { name: /the raters differ/ })).toHaveCount(differ);
  await expect(page.locator('#main')).toContainText(`The raters differ in ${differ} of ${CELLS} cells.`);
  await page.getByRole('button', { name: 'What it hangs on' }).click();
  await expect(side(page)).toContainText(`a and b: same rating in ${CELLS - differ} of ${CELLS} cells`);
  await expect(side(page)).toContainText(/Krippendorff’s alpha \(ordinal\)\s+0\.\d\d/);
  await side(page).getByRole('button', { name: 'How this is computed' }).click();
  const panel = page.getByRole('dialog');
  await expect(panel).toContainText('1 − observed disagreement');
  // The table of meetings adds up to the cells.
  const counts = await panel.locator('tbody td:not(:first-child)').allInnerTexts();
  expect(counts.reduce((sum, text) => sum + Number(text), 0)).toBe(CELLS);
});

test('rows stand by what they tell apart, by date, or by disagreement', async ({ page }) => {
  await openMatrix(page);
  const spreads = () => grid(page).locator('tbody td.figures:nth-of-type(2)').allInnerTexts();
  const numbers = (await spreads()).map(Number);
  expect(numbers).toHaveLength(EVIDENCE.length);
  expect([...numbers].sort((a, b) => b - a)).toEqual(numbers);
  const by = page.getByRole('group', { name: 'Order of the rows' });
  await by.getByRole('button', { name: 'date' }).click();
  await expect(rowHeads(page).first()).toContainText('2023');
  await expect(rowHeads(page).last()).toContainText('2026');
  await by.getByRole('button', { name: 'disagreement' }).click();
  const corners = () =>
    grid(page)
      .locator('tbody tr')
      .evaluateAll((rows) => rows.map((row) => row.querySelectorAll('.corner').length));
  await expect.poll(async () => (await corners())[0]).toBeGreaterThan(2);
  expect((await corners()).at(-1)).toBe(0);
});

test('a row left out by keyboard, and a source by the menu: what becomes of the order is said', async ({ page }) => {
  await openMatrix(page);
  const before = await columns(page);
  await toFirstCell(page);
  await page.keyboard.press('Home');
  const head = rowHeads(page).filter({ hasText: 'Russian foreign intelligence says West plans new' });
  for (let i = 0; i < EVIDENCE.length && !(await head.evaluate((element) => element === document.activeElement)); i++)
    await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Delete');
  const said = page.locator('p.dropped');
  await expect(said).toContainText(/Without “Russian foreign intelligence[^”]*” .*(passes|becomes)/);
  await expect(head).toHaveAccessibleName(/left out/);
  await expect(head).toBeFocused();
  expect(await columns(page)).not.toEqual(before);
  // It is in the link, and goes back by the same key.
  await expect.poll(() => stateOf(page).get('x-ach-drop')).toContain('2026-02-09-russian-foreign-intelligence');
  await page.keyboard.press('Delete');
  await expect(said).toHaveCount(0);
  expect(await columns(page)).toEqual(before);
  await page.getByRole('combobox', { name: 'Leave out a source' }).selectOption({ label: 'think tank (2)' });
  await expect(said).toContainText(/Without what rests on think tank alone .*(passes|becomes|does not change)/);
  await expect(rowHeads(page).filter({ hasText: 'left out' })).toHaveCount(2);
  await page.getByRole('button', { name: /^Put what rests on think tank alone back/ }).click();
  await expect(said).toHaveCount(0);
});

firstVisit('my rating by keyboard stands beside the published ones and outlives the page', async ({ page }) => {
  await openMatrix(page);
  await toFirstCell(page);
  const title = (await rowHeads(page).first().locator('.title').innerText()).trim();
  const cell = cellsOf(page, title).first();
  await expect(cell).toBeFocused();
  await expect(cell).toHaveAccessibleName(/a \w.*, b \w/);
  await page.keyboard.press('5');
  await expect(cell).toHaveAccessibleName(/^II: a .*, b .*, mine very inconsistent/);
  await expect(cell).toBeFocused();
  await expect(page.getByRole('grid')).toBeVisible();
  await expect(page.getByRole('group', { name: 'Whose ratings' }).getByRole('button', { name: 'mine' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await expect(own(page)).toContainText(`1 of ${CELLS} cells`);
  await expect.poll(() => kept(page)).toBe(1);
  await page.reload();
  await expect(own(page)).toContainText(`1 of ${CELLS} cells`);
  await expect(cellsOf(page, title).first()).toHaveAccessibleName(/mine very inconsistent/);
  // The published numbers are what they were.
  await page.getByRole('button', { name: 'mean' }).click();
  await expect.poll(() => columns(page)).toEqual(added('mean'));
  // Opened, the cell shows all three, one below the other.
  await cellsOf(page, title).first().click();
  await expect(side(page)).toContainText(/a CC/);
  await expect(side(page)).toContainText(/b CC/);
  await expect(
    side(page)
      .getByRole('group', { name: /^Your rating of this row on Balancing/ })
      .getByRole('radio', { name: 'II' }),
  ).toBeChecked();
});

firstVisit('my ratings go out as a table of assessments, and come in again; nothing is lost on the way', async ({ page }) => {
  await openMatrix(page);
  await toFirstCell(page);
  await page.keyboard.press('5');
  await expect(own(page)).toContainText(`1 of ${CELLS} cells`);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('c');
  await expect(own(page)).toContainText(`2 of ${CELLS} cells`);
  const { name, text } = await saved(page);
  expect(name).toBe('eastern-flank-my-ratings.csv');
  const rows = Papa.parse<Cells>(text, { header: true, skipEmptyLines: true });
  expect(rows.meta.fields).toEqual(['hypothesis', 'evidence', 'rater', 'consistency', 'rationale']);
  expect(rows.data.map((row) => [row['hypothesis'], row['rater'], row['consistency']])).toEqual([
    ['balancing-with-consent', 'mine', 'II'],
    ['balancing-with-consent', 'mine', 'C'],
  ]);
  await page.getByRole('button', { name: 'Clear', exact: true }).click();
  await expect(own(page)).toContainText(`0 of ${CELLS} cells`);
  await given(page, name, text);
  await expect(own(page)).toContainText(`2 of ${CELLS} cells`);
  expect((await saved(page)).text).toBe(text);
});

firstVisit('what I rated is taken back step by step', async ({ page }) => {
  await openMatrix(page);
  await toFirstCell(page);
  await page.keyboard.press('5');
  await page.keyboard.press('1');
  const cell = grid(page).locator('[data-r="0"][data-c="0"]');
  await expect(cell).toHaveAccessibleName(/mine very consistent/);
  await page.keyboard.press('Control+z');
  await expect(cell).toHaveAccessibleName(/mine very inconsistent/);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(own(page)).toContainText(`0 of ${CELLS} cells`);
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
});

firstVisit('a faulty table of ratings is refused whole, by line and column, and mine stay', async ({ page }) => {
  await openMatrix(page);
  await toFirstCell(page);
  await page.keyboard.press('5');
  await expect(own(page)).toContainText(`1 of ${CELLS} cells`);
  const good = `lull,${EVIDENCE[0]!},me,C,`;
  await given(
    page,
    'ratings.csv',
    `hypothesis,evidence,rater,consistency,rationale\n${good}\nlull,${EVIDENCE[1]!},me,QQ,\nlul,${EVIDENCE[2]!},me,C,\n`,
  );
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('The file was not taken.');
  await expect(alert).toContainText('ratings.csv, line 3, column consistency');
  await expect(alert).toContainText('ratings.csv, line 4, column hypothesis');
  await expect(own(page)).toContainText(`1 of ${CELLS} cells`);
  await expect(grid(page).getByRole('gridcell', { name: /mine/ })).toHaveCount(1);
  await alert.getByRole('button', { name: 'Close' }).click();
  await given(page, 'ratings.csv', `hypothesis,evidence,rater,consistency,rationale\n${good}\n`);
  await expect(own(page)).toContainText(`2 of ${CELLS} cells`);
  await expect(alert).toHaveCount(0);
});

firstVisit('evidence is found and added from the keyboard, rated, and taken out again', async ({ page }) => {
  await openMatrix(page);
  await page.getByRole('button', { name: 'Add evidence' }).focus();
  await page.keyboard.press('Enter');
  const field = page.getByRole('combobox', { name: /^Add a statement or event/ });
  await expect(field).toBeFocused();
  await page.keyboard.type('balloon');
  const first = page.getByRole('listbox', { name: 'Statements and events found' }).getByRole('option').first();
  await expect(first).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  const words = (await first.innerText()).replace(/\s+/g, ' ');
  await page.keyboard.press('Enter');
  await expect(rowHeads(page)).toHaveCount(EVIDENCE.length + 1);
  const head = rowHeads(page)
    .filter({ hasText: /balloon/i })
    .last();
  expect(words).toContain((await head.locator('.title').innerText()).trim());
  await expect(side(page).locator('.card')).toContainText(/balloon/i);
  await expect(side(page)).toContainText('No published rating.');
  await side(page)
    .getByRole('group', { name: /^Your rating of this row on Lull/ })
    .getByRole('radio', { name: 'I', exact: true })
    .check();
  await expect(own(page)).toContainText(`1 of ${CELLS + HYPOTHESES.length} cells`);
  await side(page).getByRole('button', { name: 'Take it from the matrix' }).click();
  await expect(rowHeads(page)).toHaveCount(EVIDENCE.length);
  await expect(own(page)).toContainText(`0 of ${CELLS} cells`);
});

firstVisit('evidence is dragged in from the rows', async ({ page }) => {
  await openMatrix(page, '?pair=poland~belarus');
  await page.getByRole('button', { name: 'Rows to drag in' }).click();
  const beside = page.getByRole('complementary', { name: 'Rows to drag into the matrix' });
  const row = beside.locator('[draggable="true"]').filter({ hasText: 'we question the fact' }).first();
  await expect(row).toBeVisible();
  await row.dragTo(grid(page).locator('thead'));
  await expect(rowHeads(page)).toHaveCount(EVIDENCE.length + 1);
  await beside.getByRole('button', { name: 'Close' }).click();
  await expect(beside).toHaveCount(0);
  await expect(rowHeads(page)).toHaveCount(EVIDENCE.length + 1);
});

test('how an inconsistency is computed is shown with its values, which add up to it', async ({ page }) => {
  await openMatrix(page);
  const item = side(page).getByRole('listitem').filter({ hasText: 'Divide' });
  await item.getByRole('button', { name: /Divide/ }).click();
  await expect(item).toContainText(/Put forward by/);
  await item.getByRole('button', { name: 'How this is computed' }).click();
  const panel = page.getByRole('dialog');
  const placed = added('mean', 'placed');
  const at = placed.findIndex((words) => words.startsWith('Divide'));
  const figure = placed[at]!.split(' ').at(-1)!;
  await expect(panel).toContainText(`${figure} (0 is best; place ${at + 1} of ${HYPOTHESES.length})`);
  await expect(panel).toContainText('Sum over rows of weight × points against.');
  await expect(panel).toContainText(new RegExp(`1\\.41 × 1 \\+ .* = ${figure.replace('.', '\\.')}`));
  const products = await panel.locator('tbody td:last-child').allInnerTexts();
  expect(products.reduce((sum, text) => sum + Number(text), 0)).toBeCloseTo(Number(figure), 0);
  await expect(panel).toContainText('a score is no probability');
  // A row of the sum leads to the row.
  await panel.locator('tbody').getByRole('button').first().click();
  await expect(panel).toHaveCount(0);
  await expect(side(page).locator('.card')).toBeVisible();
});

test('how much each explanation was asked stands beside it, and one that few rows could contradict has no place', async ({
  page,
}) => {
  await openMatrix(page);
  const few = HYPOTHESES.filter(({ id }) => askedShare(id) < 1 / 3);
  expect(few.length).toBeGreaterThan(0);
  expect(few.length).toBeLessThan(HYPOTHESES.length);
  const items = side(page).locator('ol > li');
  await expect(items).toHaveCount(HYPOTHESES.length);
  for (const { id, name } of HYPOTHESES) {
    const button = items.getByRole('button').filter({ hasText: new RegExp(`^\\s*\\S+\\s+${name}`) });
    await expect(button).toContainText(`asked by ${Math.round(100 * askedShare(id))}% of the rows`);
    const unplaced = few.some((one) => one.id === id);
    await expect(button.locator('.place')).toHaveText(unplaced ? '–' : /^\d$/);
  }
  const main = page.locator('#main');
  await expect(main).toContainText(/Not placed: .*on which two of three rows or more say nothing either way/);
  for (const { name } of few) await expect(main).toContainText(new RegExp(`Not placed: [^.]*“${name}`));
});

test('weight of evidence reads the same ratings a second way, by a scale that a reader can change and hand on', async ({
  page,
}) => {
  await openMatrix(page);
  await side(page).getByRole('button', { name: 'by weight of evidence' }).click();
  const titles = () => side(page).locator('ol .title').allInnerTexts();
  const named = async () => (await titles()).map((title) => title.split(':')[0]);
  const usual = weighed({ CC: 10, C: 5, N: 0, I: -5, II: -10 });
  await expect.poll(named).toEqual(usual.map(({ name }) => name));
  const behind = await side(page).locator('ol b').allInnerTexts();
  expect(behind.map((text) => Number(text.replace('−', '')))).toEqual(usual.map(({ sum }) => Math.round(usual[0]!.sum - sum)));
  // What speaks for an explanation counts no more: the order is another.
  await side(page).getByRole('spinbutton', { name: 'Decibans of CC' }).fill('0');
  await side(page).getByRole('spinbutton', { name: 'Decibans of CC' }).press('Enter');
  // No rating weighs less than one that is less consistent.
  await expect(side(page).getByRole('spinbutton', { name: 'Decibans of CC' })).toHaveValue('5');
  await side(page).getByRole('spinbutton', { name: 'Decibans of C', exact: true }).fill('0');
  await side(page).getByRole('spinbutton', { name: 'Decibans of C', exact: true }).press('Enter');
  await side(page).getByRole('spinbutton', { name: 'Decibans of CC' }).fill('0');
  await side(page).getByRole('spinbutton', { name: 'Decibans of CC' }).press('Enter');
  const against = weighed({ CC: 0, C: 0, N: 0, I: -5, II: -10 });
  await expect.poll(named).toEqual(against.map(({ name }) => name));
  await expect.poll(() => stateOf(page).get('x-ach-db')).toBe('0,0,0,-5,-10');
  await side(page).locator('ol button').first().click();
  await side(page).getByRole('button', { name: 'How this is computed' }).click();
  await expect(page.getByRole('dialog')).toContainText('Sum over rows of weight × decibans of the rating');
  await expect(page.getByRole('dialog')).toContainText('CC 0 (× 1)');
});

test('alpha among readings by models is called consistency, with its interval and no bar for conclusions', async ({ page }) => {
  await openMatrix(page, '?x-ach-side=hangs');
  await expect(side(page)).toContainText(/alpha \(ordinal\)\s+0\.\d\d \(95% 0\.\d\d to 0\.\d\d\)/);
  await expect(side(page)).toContainText('this is consistency, how alike the readings come out, and no measure of reliability');
  await expect(side(page)).not.toContainText(/0\.80|0\.667/);
  await side(page).getByRole('button', { name: 'How this is computed' }).click();
  await expect(page.getByRole('dialog').getByRole('heading', { name: /^Consistency of a and b/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await open(page, '#/?pair=belarus~poland');
  const card = page.locator('.evidence');
  await card.getByRole('tab', { name: 'Coders' }).click();
  await expect(card).toContainText(/alpha, ordinal, on these stances: 0\.\d\d \(95% /);
  await expect(card).toContainText('no measure of reliability');
  await expect(card).not.toContainText(/0\.80|0\.667/);
});

test('a record without explanations says so', async ({ page }) => {
  await open(page, '#/hypotheses?data=great-powers');
  await expect(page.getByRole('heading', { name: 'No competing explanations in this record' })).toBeVisible();
});

for (const theme of ['light', 'dark'] as const) {
  firstVisit(`axe finds nothing on the hypotheses in ${theme}, at the order, the sensitivity and a row`, async ({ page }) => {
    await withTheme(page, theme);
    await openMatrix(page);
    expect(await axeFaults(page, '#main')).toEqual([]);
    await page.getByRole('button', { name: 'What it hangs on' }).click();
    await expect(side(page)).toContainText('Krippendorff');
    expect(await axeFaults(page, '#main')).toEqual([]);
    await toFirstCell(page);
    await page.keyboard.press('5');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Add evidence' }).click();
    await page.keyboard.type('balloon');
    await expect(page.getByRole('listbox', { name: 'Statements and events found' }).getByRole('option').first()).toBeVisible();
    await expect(side(page).locator('.card')).toBeVisible();
    expect(await axeFaults(page, '#main')).toEqual([]);
  });
}

firstVisit('a class rates blind, each under a name, and is put together with nobody overwritten', async ({ page }) => {
  await openMatrix(page, '?x-ach-blind=1');
  const main = page.locator('#main');
  await expect(main).toContainText(
    `What others gave is hidden until your own ratings are in: you have rated none of ${CELLS} cells`,
  );
  // Nothing published is shown, nor the order that it gives.
  await expect(page.getByRole('group', { name: 'Whose ratings' }).getByRole('button')).toHaveText(['mine']);
  await expect(grid(page).getByRole('gridcell', { name: /consistent/ })).toHaveCount(0);
  const [{ name: first } = { name: '' }] = HYPOTHESES;
  expect((await columns(page))[0]).toContain(first);

  await toFirstCell(page);
  await page.keyboard.press('5');
  await expect(main).toContainText(`you have rated 1 of ${CELLS} cells`);
  await page.getByLabel('Your name').fill('Ada L.');
  const file = await saved(page);
  expect(file.name).toBe('eastern-flank-ratings-ada-l.csv');
  expect(file.text.split('\n')[1]).toContain(',ada-l,II,');

  const other = (rater: string, rating: string) => file.text.replace(',ada-l,II,', `,${rater},${rating},`);
  await page.getByRole('button', { name: 'Rate together' }).click();
  const dialog = page.getByRole('dialog', { name: 'Rate together' });
  await dialog.getByLabel('Files of ratings').setInputFiles(
    [file.text, other('ben', 'C'), other('ada-l', 'CC')].map((text, i) => ({
      name: `${i}.csv`,
      mimeType: 'text/csv',
      buffer: Buffer.from(text),
    })),
  );
  await expect(dialog).toContainText('3 ratings of 3 people, from 3 files.');
  await expect(dialog).toContainText(
    'Two files name the rater “ada-l” and differ on 1 cell: kept apart, the later as “ada-l-2”.',
  );
  await expect(dialog).toContainText('CC: ada-l-2; C: ben; II: ada-l');
  expect(await axeFaults(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Show them now' }).click();
  await expect(page.getByRole('group', { name: 'Whose ratings' }).getByRole('button')).not.toHaveCount(1);
});
