import { type Page } from '@playwright/test';
import { expect, firstVisit, open } from './journey';

/** What a reader writes is never lost: not to a reload, not to a second tab, not to something damaged beside it. */

const editor = (page: Page) => page.getByRole('region', { name: 'Story editor' });
const title = (page: Page) => editor(page).getByLabel('Title', { exact: true });

async function begin(page: Page): Promise<void> {
  await open(page, '#/story');
  await page.getByRole('button', { name: 'Write a story' }).click();
  await expect(title(page)).toBeVisible();
}

firstVisit('a word that was typed just before the page is left is there again', async ({ page }) => {
  await begin(page);
  await title(page).fill('Typed and gone');
  // At once: the store has not answered yet.
  await page.reload();
  await expect(title(page)).toHaveValue('Typed and gone');
  // And it is stored by now, not only written down.
  await expect.poll(() => page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('journal')))).toEqual([]);
  await page.reload();
  await expect(title(page)).toHaveValue('Typed and gone');
});

firstVisit('two tabs that write on one draft keep what either wrote', async ({ page, context }) => {
  await begin(page);
  await title(page).fill('One story');
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(title(other)).toHaveValue('One story');
  await editor(other).getByLabel('Author').fill('The other tab');
  await expect(editor(page).getByLabel('Author')).toHaveValue('The other tab');
  await editor(page).getByLabel('Subtitle').fill('This tab');
  await expect(editor(other).getByLabel('Subtitle')).toHaveValue('This tab');
  // Undo takes back what was done here and leaves what came from there.
  await editor(page).getByRole('button', { name: 'Undo' }).click();
  await expect(editor(page).getByLabel('Subtitle')).toHaveValue('');
  await expect(editor(page).getByLabel('Author')).toHaveValue('The other tab');
  await other.reload();
  await expect(title(other)).toHaveValue('One story');
  await expect(editor(other).getByLabel('Author')).toHaveValue('The other tab');
});

/** Writes into a database of the page's as a bug, a crash or another edition might have left it. */
const spoil = (page: Page, name: string, version: number, store: string, keyPath: string, value: unknown) =>
  page.evaluate(
    ([name, version, store, keyPath, value]) =>
      new Promise<void>((resolve, reject) => {
        const asked = indexedDB.open(name as string, version as number);
        asked.onupgradeneeded = () => {
          if (!asked.result.objectStoreNames.contains(store as string))
            asked.result.createObjectStore(store as string, { keyPath: keyPath as string });
        };
        asked.onerror = () => reject(new Error('it cannot be opened'));
        asked.onsuccess = () => {
          const writing = asked.result.transaction(store as string, 'readwrite');
          writing.objectStore(store as string).put(value);
          writing.oncomplete = () => {
            asked.result.close();
            resolve();
          };
        };
      }),
    [name, version, store, keyPath, value] as const,
  );

firstVisit('a damaged draft damages nothing else, can be saved as it is, and removed', async ({ page }) => {
  await open(page, '#/desk');
  await spoil(page, 'stanceline-stories', 1, 'drafts', 'key', {
    key: 'eastern-flank broken',
    dataset: 'eastern-flank',
    draft: 7,
  });
  await begin(page);
  await title(page).fill('A sound one');
  await page.getByRole('button', { name: 'All stories' }).click();
  await expect(page.getByText('A sound one')).toBeVisible();
  const damaged = page.getByText('A draft is damaged and cannot be opened.');
  await expect(damaged).toBeVisible();
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save it as it is' }).click();
  expect((await saving).suggestedFilename()).toBe('damaged-draft.json');
  await page.getByRole('button', { name: 'Remove it' }).click();
  await expect(damaged).toHaveCount(0);
  await page.reload();
  await expect(page.getByText('A sound one')).toBeVisible();
  await expect(damaged).toHaveCount(0);
});

firstVisit('drafts of a newer edition of the page are left alone, and that is said where one is written', async ({ page }) => {
  await open(page, '#/desk');
  await spoil(page, 'stanceline-stories', 99, 'drafts', 'key', { key: 'x', dataset: 'x', draft: 7 });
  await begin(page);
  await title(page).fill('Not kept');
  await expect(editor(page)).toContainText('This draft is not kept here, since it was kept by a newer edition of this page');
});
