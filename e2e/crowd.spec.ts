import { mkdirSync, writeFileSync } from 'node:fs';
import { writeTable } from '../src/record/write';
import { crowdTables } from '../src/testing/crowd';
import { expect, firstVisit, open, test } from './journey';

/** Every pair of the whole record is more than can be read line by line. */
const CROWD = '#/atlas?from=2020-01-01&to=2026-12-31&at=2026-01-26&basis=all&rows=1';

test('a network that is more than can be read shows what matters and groups the rest', async ({ page }) => {
  await open(page, CROWD);
  const network = page.getByRole('region', { name: 'Network' });
  const groups = network.locator('.group');
  await expect(network.locator('.hint')).toContainText(/actors with most rows or most change; \d+ others in \d+ groups/);
  await expect(network.locator('.caption')).toContainText(
    /pairs are covered on 26 January 2026: \d+ drawn singly, \d+ in bundles/,
  );

  // A group opens in place and closes with Escape.
  const persons = network.getByRole('button', { name: /^Without a line here/ });
  await persons.focus();
  await expect(network.locator('.caption')).toContainText('Without a line here: ');
  await page.keyboard.press('Enter');
  await expect(network.locator('.hint')).toContainText(/Without a line here: \d+ of \d+/);
  await expect(page).toHaveURL(/x-open-group=apart/);
  await page.keyboard.press('Escape');
  await expect(page).not.toHaveURL(/x-open-group/);

  // Another grouping, by the reader's choice.
  await network.getByLabel('Grouped by').selectOption('kind');
  await expect(groups.filter({ hasText: 'Persons' })).toBeVisible();
  await expect(page).toHaveURL(/x-groups=kind/);

  // Everything, as lines and as a table that names who is in which group.
  await network.getByRole('button', { name: 'All lines', exact: true }).click();
  await expect(groups).toHaveCount(0);
  await expect(network.locator('.node').nth(35)).toBeAttached();
  await network.getByRole('button', { name: 'All lines', exact: true }).click();
  await network.getByRole('button', { name: 'Table' }).click();
  await expect(network.getByRole('table', { name: 'Groups of the picture' }).getByRole('row').nth(1)).toBeVisible();
});

test('what is selected always stands out of its group', async ({ page }) => {
  await open(page, `${CROWD}&actor=romania`);
  const network = page.getByRole('region', { name: 'Network' });
  await expect(network.locator('.hint')).toContainText(/Romania and its \d+ neighbours?; \d+ others in/);
  await expect(network.getByRole('button', { name: /^Romania, state/, pressed: true })).toBeVisible();
  await expect(network.locator('.line').first()).toBeAttached();
});

firstVisit('a large matrix is painted, and read by the keyboard and the pointer', async ({ page }, info) => {
  const folder = info.outputPath('crowd');
  mkdirSync(folder, { recursive: true });
  for (const table of Object.values(crowdTables({ actors: 60, pairs: 240, rows: 500 })))
    writeFileSync(`${folder}/${table.name}.csv`, writeTable(table));
  await page.goto('./#/desk');
  await page.locator('input[type=file]').first().setInputFiles(folder);
  await expect(page).toHaveURL(/data=crowd/);
  await page.goto('./#/matrix?data=crowd&from=2024-02-01&to=2025-12-20&at=2025-06-01&rows=1');
  // It begins in groups, of which one opens in place; its table says the same.
  const groups = page.locator('thead th.group');
  await expect(groups.first()).toBeVisible();
  const collapsed = await page.locator('tbody tr').count();
  await groups.first().click();
  await expect(page).toHaveURL(/x-collapse-open=/);
  await expect.poll(() => page.locator('tbody tr').count()).toBeGreaterThan(collapsed);
  await page.getByRole('button', { name: /^Close / }).click();
  await expect(page.locator('tbody tr')).toHaveCount(collapsed);
  const main = page.locator('#main');
  await main.getByRole('button', { name: 'Table', exact: true }).click();
  await expect(page.getByRole('region', { name: 'The matrix as a table' }).getByRole('row').nth(20)).toBeVisible();
  await main.getByRole('button', { name: 'Table', exact: true }).click();
  await page.getByLabel('Grouped by').selectOption('none');
  const grid = page.getByRole('grid', { name: /^Stances on 1 June 2025/ });
  await expect(grid).toHaveAttribute('aria-rowcount', '61');
  await expect(grid.locator('canvas')).toBeVisible();

  // The keyboard walks the cells, and the cell is told.
  await grid.focus();
  await page.keyboard.press('ArrowDown');
  const cell = grid.getByRole('gridcell');
  await expect(cell).toHaveText(/ on |itself/);
  const before = await cell.textContent();
  await page.keyboard.press('ArrowRight');
  await expect(cell).not.toHaveText(before ?? '');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/pair=/);
  await expect(cell).toHaveAttribute('aria-selected', 'true');

  // So does the pointer, and the order can be that of who stands alike.
  await page.getByRole('button', { name: 'who stands alike' }).click();
  await expect(page).toHaveURL(/x-order=alike/);
  const picked = page.url();
  const canvas = grid.locator('canvas');
  await canvas.click({ position: { x: 60, y: 25 } });
  await expect(page).not.toHaveURL(picked);
});
