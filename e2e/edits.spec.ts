import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import type { Page } from '@playwright/test';
import { expect, firstVisit, open } from './journey';

const ROW = 'austria-hungary';
const link = `#/desk?data=great-powers&x-table=actors&x-cell=${ROW}~description`;

async function cell(page: Page) {
  await open(page, link);
  const grid = page.getByRole('grid', { name: 'actors.csv' });
  const at = grid.locator('.at');
  await expect(at).toBeVisible();
  return { grid, at };
}

/** A sequence that looks like chance and is the same at every run (Lehmer; Park and Miller 1988). */
function chance(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

firstVisit('a tab that is killed at twenty moments of editing loses nothing', async ({ page, context }) => {
  const next = chance(20260127);
  let known = '';
  for (let i = 0; i < 20; i++) {
    const tab = await context.newPage();
    const { grid, at } = await cell(tab);
    if (i > 0) await expect(at).toHaveText(known);
    await grid.focus();
    // So many letters are typed before the tab dies; beyond the last, Enter has written them.
    const word = `edit ${i} of twenty`;
    const letters = 1 + Math.floor(next() * (word.length + 2));
    await tab.keyboard.type(word.slice(0, letters));
    if (letters > word.length) await tab.keyboard.press('Enter');
    known = word.slice(0, letters);
    await tab.close();
  }
  const { at } = await cell(page);
  await expect(at).toHaveText(known);
});

firstVisit(
  'my changes are told by row and cell, with what they move, and leave as a zip and as a patch that git applies',
  async ({ page }) => {
    const { grid } = await cell(page);
    await grid.focus();
    await page.keyboard.type('An empire, said "twofold".');
    await page.keyboard.press('Enter');
    await expect(grid.getByRole('gridcell', { name: 'An empire, said' })).toBeVisible();
    await open(page, '#/desk?data=great-powers');
    await page.getByRole('button', { name: 'See and save them' }).click();
    const main = page.getByRole('main');
    await expect(main.getByRole('status').first()).toHaveText('1 row changed in 1 table.');
    await expect(main.getByText('An empire, said "twofold".')).toBeVisible();
    await expect(main).toContainText('The headline is unchanged.');
    await main.getByRole('textbox', { name: 'What was done, in a few words' }).fill('A description');

    const patching = page.waitForEvent('download');
    await main.getByRole('button', { name: 'Save a patch' }).click();
    const folder = mkdtempSync(join(tmpdir(), 'mine-'));
    try {
      cpSync('data/great-powers', join(folder, 'data/great-powers'), { recursive: true });
      await (await patching).saveAs(join(folder, 'mine.patch'));
      const git = (...args: string[]) => execFileSync('git', args, { cwd: folder });
      git('init', '-q');
      git('apply', '--check', 'mine.patch');
      git('apply', 'mine.patch');
      const before = readFileSync('data/great-powers/actors.csv', 'utf8').split('\n');
      const after = readFileSync(join(folder, 'data/great-powers/actors.csv'), 'utf8').split('\n');
      expect(after.filter((line, i) => line !== before[i])).toHaveLength(1);
      expect(after.find((line) => line.startsWith(ROW))).toContain('"An empire, said ""twofold""."');
      expect(readFileSync(join(folder, 'data/great-powers/CHANGELOG.md'), 'utf8')).toContain(
        ': A description\n\n`actors`, `description`, 1 row: `austria-hungary`',
      );

      const zipping = page.waitForEvent('download');
      await main.getByRole('button', { name: 'Save the record (zip)' }).click();
      await (await zipping).saveAs(join(folder, 'mine.zip'));
      const files = unzipSync(new Uint8Array(readFileSync(join(folder, 'mine.zip'))));
      writeFileSync(join(folder, 'actors.csv'), files['great-powers/actors.csv'] ?? '');
      expect(readFileSync(join(folder, 'actors.csv'), 'utf8')).toBe(after.join('\n'));
      expect(Buffer.from(files['great-powers/ties.csv'] ?? []).equals(readFileSync('data/great-powers/ties.csv'))).toBe(true);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
    await main.getByRole('button', { name: /^Take it back/ }).click();
    await expect(main.getByRole('status').first()).toHaveText('Nothing changed yet.');
  },
);

firstVisit('a table that is dropped alone is laid over the open record, and one press takes it back', async ({ page }) => {
  await open(page, '#/desk?data=great-powers&x-table=actors');
  const grid = page.getByRole('grid', { name: 'actors.csv' });
  await expect(grid.getByRole('gridcell', { name: 'Russia', exact: true })).toBeVisible();
  const text = readFileSync('data/great-powers/actors.csv', 'utf8').replace(',Russia,', ',Russian Empire,');
  const transfer = await page.evaluateHandle((content) => {
    const data = new DataTransfer();
    data.items.add(new File([content], 'actors.csv'));
    return data;
  }, text);
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
  const panel = page.getByRole('dialog', { name: 'Lay actors.csv over the open record?' });
  await expect(panel).toContainText('1 row changed, 0 added');
  await panel.getByRole('button', { name: 'Lay it over', exact: true }).click();
  await expect(grid.getByRole('gridcell', { name: 'Russian Empire', exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Take it back' }).click();
  await expect(grid.getByRole('gridcell', { name: 'Russia', exact: true })).toBeVisible();
});

firstVisit(
  'a folder that is kept open is read again on return, saved into, and found again at the next visit',
  async ({ page }) => {
    // The browser's own dialog is no page: a folder of the browser's stands in for the one that a reader would choose.
    await page.addInitScript(() => {
      const folder = async () => (await navigator.storage.getDirectory()).getDirectoryHandle('my-record', { create: true });
      const disk = {
        async write(file: string, text: string) {
          const stream = await (await (await folder()).getFileHandle(file, { create: true })).createWritable();
          await stream.write(text);
          await stream.close();
        },
        read: async (file: string) => (await (await (await folder()).getFileHandle(file)).getFile()).text(),
      };
      Object.assign(window, { showDirectoryPicker: folder, disk });
    });
    type Disk = { disk: { write(file: string, text: string): Promise<void>; read(file: string): Promise<string> } };
    const write = (file: string, text: string) =>
      page.evaluate(([name, words]) => (window as unknown as Disk).disk.write(name, words), [file, text] as const);
    const read = (file: string) => page.evaluate((name) => (window as unknown as Disk).disk.read(name), file);
    const table = (alba: string, borea: string) => `id,name,kind\r\nalba,"${alba}",state\r\nborea,${borea},state\r\n`;
    const notice = page.getByRole('status').filter({ hasText: 'my-record' });

    await open(page, '#/desk');
    await write('actors.csv', table('Alba', 'Borea'));
    await write('ties.csv', 'id,kind,members,title\nt,treaty,alba;borea,A treaty\n');
    await page.getByRole('button', { name: 'Keep a folder open' }).click();
    await expect(page.getByRole('button', { name: 'Dataset: My record' })).toBeVisible();

    await write('actors.csv', table('Alba', 'Boreas'));
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await expect(notice).toHaveText('actors.csv was changed in the folder “my-record” and read again.');

    await open(page, '#/desk?data=my-record&x-table=actors&x-cell=borea~name');
    const grid = page.getByRole('grid', { name: 'actors.csv' });
    await expect(grid.locator('.at')).toHaveText('Boreas');
    await grid.focus();
    await page.keyboard.type('Northland');
    await page.keyboard.press('Enter');
    await open(page, '#/desk?data=my-record&x-changes=1');
    await page.getByRole('button', { name: 'Save into the folder “my-record”' }).click();
    await expect(page.getByRole('main')).toContainText('actors.csv is saved into the folder “my-record”');
    await expect(page.getByText('Nothing changed yet.')).toBeVisible();
    expect(await read('actors.csv')).toBe(table('Alba', 'Northland'));

    await write('actors.csv', table('Albia', 'Northland'));
    await page.reload();
    await expect(notice).toHaveText('actors.csv was changed in the folder “my-record” and read again.');
    await open(page, '#/desk?data=my-record&x-table=actors&x-cell=alba~name');
    await expect(grid.locator('.at')).toHaveText('Albia');
  },
);
