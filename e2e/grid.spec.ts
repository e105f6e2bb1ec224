import type { Page } from '@playwright/test';
import { axeFaults, expect, firstVisit, open } from './journey';

/** The sheet of a table, and what the hand does in it. */
async function sheet(page: Page, table: string, cell = '') {
  await open(page, `#/desk?x-table=${table}${cell === '' ? '' : `&x-cell=${encodeURIComponent(cell)}`}`);
  const grid = page.getByRole('grid', { name: `${table}.csv` });
  await expect(grid.getByRole('gridcell').first()).toBeVisible();
  await grid.focus();
  /** The cell under the cursor. */
  const active = () => grid.locator('.at');
  return { grid, active, below: page.getByRole('region', { name: `Table ${table}` }) };
}

firstVisit(
  'a cell is written in the sheet: the name is chosen by name, the page follows, a reload finds it, and it is taken back',
  async ({ page }) => {
    const { grid, active, below } = await sheet(page, 'stances');
    const row = grid.getByRole('row').nth(1);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.type('lithu');
    await expect(page.getByRole('option', { name: /^Lithuania/ })).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(row.getByRole('gridcell').nth(2)).toHaveText('lithuania');
    // Enter has gone on to the next row.
    await expect(active()).toHaveText('united-states');
    await page.keyboard.press('ArrowUp');
    await expect(below).toContainText('Published: poland');
    await expect(below).toContainText('Lithuania');
    await open(page, '#/evidence?item=2020-08-27-warsaw-rejects-lukashenko-claim-about-grodno-region');
    await expect(page.getByText('Lithuania on Belarus').first()).toBeVisible();
    await page.reload();
    const again = await sheet(
      page,
      'stances',
      '2020-08-27-warsaw-rejects-lukashenko-claim-about-grodno-region--poland--belarus~holder',
    );
    await expect(again.active()).toHaveText('lithuania');
    await page.keyboard.press('Control+z');
    await expect(again.active()).toHaveText('poland');
    await page.keyboard.press('Control+y');
    await expect(again.active()).toHaveText('lithuania');
    await again.below.getByRole('button', { name: 'Take the row’s changes back' }).click();
    await expect(again.active()).toHaveText('poland');
  },
);

firstVisit('a fault stands in its cell, in the words of the check, and one press mends it', async ({ page }) => {
  const { active, below } = await sheet(page, 'statements', '2023-aleinik-ready-dialogue-poland~date');
  await page.keyboard.type('12/05/2025');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowUp');
  await expect(below).toContainText('is a date as a spreadsheet shows it');
  await expect(active()).toHaveAttribute('aria-invalid', 'true');
  await below.getByRole('button', { name: '2025-05-12' }).click();
  await expect(active()).toHaveText('2025-05-12');
  await expect(below).toContainText('12 May 2025');
  await expect(active()).not.toHaveAttribute('aria-invalid', 'true');
});

firstVisit('blocks go to and from the clipboard, rows are added below, and one step takes a paste back', async ({ page }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const { grid, active, below } = await sheet(page, 'places');
  const rows = await grid.getAttribute('aria-rowcount');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(below).toContainText('2 × 2 cells');
  await page.keyboard.press('Control+c');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.split('\n').map((line) => line.split('\t').length)).toEqual([2, 2]);
  await page.evaluate(() =>
    navigator.clipboard.writeText(
      'id\tname\tkind\tlat\tlon\tcountry\r\npinsk\tPinsk\tcity\t52.12\t26.07\tBLR\r\nlida\tLida\tcity\t53.89\t25.3\tBLR\r\n',
    ),
  );
  await page.keyboard.press('Control+v');
  await expect(grid).toHaveAttribute('aria-rowcount', String(Number(rows) + 2));
  await page.keyboard.press('Control+End');
  await expect(active()).toHaveText('25.3');
  // The coordinates are picked on the map: what lies under the cross, moved there by keys.
  await page.keyboard.press('ArrowLeft');
  await page.getByRole('button', { name: 'Pick it on the map' }).click();
  const dialog = page.getByRole('dialog', { name: 'Where Lida lies' });
  const spot = dialog.locator('#picker-spot');
  await expect(spot).toHaveText('53.89, 25.3');
  await expect(dialog.getByRole('group', { name: 'Map to pick a place on' })).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Shift+ArrowLeft');
  await expect(spot).toHaveText(/^54\.\d+, 25\.[12]\d*$/);
  const [lat = ''] = ((await spot.textContent()) ?? '').split(', ');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(active()).toHaveText(lat);
  await grid.focus();
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(grid).toHaveAttribute('aria-rowcount', String(rows));
});

firstVisit('rows are filtered, sorted, found and replaced; the sheet is named for those who hear it', async ({ page }) => {
  const { grid, below } = await sheet(page, 'actors');
  await below.getByRole('button', { name: 'Filter', exact: true }).click();
  await below.getByRole('textbox', { name: 'Filter kind' }).fill('=state');
  await expect(grid.getByRole('gridcell', { name: 'belarus', exact: true })).toBeVisible();
  await expect(grid.getByRole('gridcell', { name: 'nato', exact: true })).toBeHidden();
  await grid.getByRole('button', { name: 'name', exact: true }).click();
  await expect(grid.getByRole('columnheader', { name: 'name', exact: true })).toHaveAttribute('aria-sort', 'ascending');
  await grid.focus();
  await page.keyboard.press('Control+f');
  await page.getByRole('textbox', { name: 'Find', exact: true }).fill('POL');
  await page.getByRole('checkbox', { name: 'Match case' }).check();
  await page.getByRole('textbox', { name: 'Replace by' }).fill('XXX');
  await page.getByRole('button', { name: /^Replace in \d+ cell/ }).click();
  await expect(grid.getByRole('gridcell', { name: 'XXX', exact: true })).toBeVisible();
  expect(await axeFaults(page, 'main')).toEqual([]);
  await below.getByRole('button', { name: 'Undo' }).click();
  await expect(grid.getByRole('gridcell', { name: 'XXX', exact: true })).toBeHidden();
});

firstVisit('two tabs on one table keep both cells of a row', async ({ page, context }) => {
  const one = await sheet(page, 'places', 'minsk~name');
  const other = await context.newPage();
  const two = await sheet(other, 'places', 'minsk~country');
  await page.bringToFront();
  await page.keyboard.type('Mensk');
  await page.keyboard.press('Enter');
  await other.bringToFront();
  await other.keyboard.type('LTU');
  await other.keyboard.press('Enter');
  for (const [tab, { grid }] of [
    [page, one],
    [other, two],
  ] as const) {
    const row = grid.getByRole('row').filter({ has: tab.getByRole('gridcell', { name: 'minsk', exact: true }) });
    await expect(row.getByRole('gridcell', { name: 'Mensk', exact: true })).toBeVisible();
    await expect(row.getByRole('gridcell', { name: 'LTU', exact: true })).toBeVisible();
  }
  await other.close();
});

firstVisit('ten statements are pasted from a spreadsheet, and one step takes them back', async ({ page }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, '#/desk');
  await page.getByRole('button', { name: 'Copy the headings' }).click();
  await expect(page.getByText('Copied.')).toBeVisible();
  // As a spreadsheet hands it over: a line for each target, names as one writes them.
  const said = (i: number, target: string, score: string) => {
    const day = `2026-02-${String(i + 1).padStart(2, '0')}`;
    const cells: Record<string, string> = {
      url: `https://courier.example/${i < 5 ? 'first' : 'second'}`,
      outlet: 'North Courier',
      published: '2026-02-12',
      date: day,
      speaker: i % 2 === 0 ? 'Radosław Sikorski' : 'Лукашенко',
      quote: `What was said on day ${i + 1}.`,
      summary: 'It was said.',
      topics: 'border',
      target,
      score,
      reason: 'said so',
      coder: 'Ines Fremd',
      confidence: 'high',
    };
    return cells;
  };
  const lines = Array.from({ length: 10 }, (_, i) => said(i, i % 2 === 0 ? 'Белоруссия' : 'Poland', i % 3 === 0 ? '-1' : '1'));
  lines.splice(1, 0, said(0, 'Russia', '-2'));
  await page.evaluate(async (rows) => {
    const columns = (await navigator.clipboard.readText()).split('\t');
    const text = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))];
    await navigator.clipboard.writeText(text.map((cells) => cells.join('\t')).join('\r\n'));
  }, lines);
  await page.getByRole('button', { name: 'sheet of statements' }).click();
  const grid = page.getByRole('grid', { name: 'statements.csv' });
  await expect(grid).toBeVisible();
  const rows = Number(await grid.getAttribute('aria-rowcount'));
  await grid.focus();
  await page.keyboard.press('Control+v');
  await expect(grid).toHaveAttribute('aria-rowcount', String(rows + 10));
  await expect(page.getByRole('status').filter({ hasText: '10 statements with 11 stances, from 2 new pages.' })).toBeVisible();
  await page.getByRole('combobox', { name: 'Rows' }).selectOption('Rows at fault');
  await expect(grid).toHaveAttribute('aria-rowcount', '1');
  await page.keyboard.press('Escape');
  await page.getByRole('combobox', { name: 'Table' }).selectOption('stances');
  await page.getByRole('combobox', { name: 'Rows' }).selectOption('Rows changed');
  await expect(page.getByRole('grid', { name: 'stances.csv' })).toHaveAttribute('aria-rowcount', '12');
  await page.getByRole('button', { name: 'Undo' }).click();
  await open(page, '#/desk?x-changes=1');
  await expect(page.getByText('Nothing changed yet.')).toBeVisible();
});
