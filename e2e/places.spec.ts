import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Page } from '@playwright/test';
import { FRAMED, PAGED, SCENES, VIEWS } from '../src/shell/views/all';
import { expect, firstVisit, open, test } from './journey';

/** Every view in every place where it may stand: on its page, beside a scene's words, in a frame of another page, as a picture. */

const WINDOW = 'from=2025-01-01&to=2026-01-31&at=2026-01-26&pair=belarus~poland';

/** Words that a view shows wherever it stands, and no other view shows. */
const WORDS: Record<string, string> = {
  atlas: 'Says who',
  network: 'Who stands where',
  map: 'Belarus on its neighbours',
  timeline: 'All stances, by',
  matrix: 'Who on whom',
  pair: 'gap between them',
  rows: 'Maksim Ryzhenkov',
  change: 'What changed between',
  rifts: 'Who drifts apart',
  balance: 'Where the net strains',
  hypotheses: 'The rows speak least against',
  claims: 'The new view of Poland results from growing US influence',
  story: 'Your own',
  desk: 'What the checks say',
};

/** Waits for a view and for nothing to have failed. */
async function expectView(page: Page, name: string, within: string, words = WORDS): Promise<void> {
  await expect(
    page
      .locator(within)
      .getByText(words[name] ?? '?')
      .first(),
    name,
  ).toBeVisible();
  await expect(page.getByText(/could not be drawn|There is no view called/)).toHaveCount(0);
}

test('every view stands on its page and says which it is', async ({ page }) => {
  await open(page, `#/atlas?${WINDOW}`);
  for (const view of PAGED) {
    await page.goto(`./#/${view.home}?${WINDOW}`);
    await expectView(page, view.name, '#main');
    await expect(page.getByRole('navigation', { name: 'Pages' }).getByRole('button', { name: view.label })).toHaveAttribute(
      'aria-current',
      'page',
    );
  }
});

test('every view that a story may set beside its words stands there', async ({ page }) => {
  const story = '&x-story=the-pivot&x-scene=2';
  await open(page, `#/story?${WINDOW}${story}`);
  for (const view of SCENES) {
    await page.goto(`./#/story?${WINDOW}${story}&x-plate=${view.name}`);
    await expectView(page, view.name, '[aria-label="The picture of the scene"]');
  }
  await page.goto(`./#/story?${WINDOW}${story}&x-plate=globe`);
  await expect(page.getByRole('alert')).toHaveText('There is no view called “globe”.');
});

test('every view that a frame may hold stands in it', async ({ page }) => {
  // A frame shows a story itself, its first where it names none; the page of stories shows their list.
  const words = { ...WORDS, story: 'A year between Minsk and Warsaw' };
  await open(page, `#/atlas?${WINDOW}&x-embed=network`);
  for (const view of FRAMED) {
    await page.goto(`./#/atlas?${WINDOW}&x-embed=${view.name}`);
    await expectView(page, view.name, '.frame', words);
  }
  const all = FRAMED.map(({ name }) => name).join(',');
  await page.goto(`./#/atlas?${WINDOW}&x-embed=${all}`);
  for (const view of FRAMED) await expectView(page, view.name, '.frame', words);
});

async function savedSvg(page: Page, what: string): Promise<string> {
  await page.getByLabel('What', { exact: true }).selectOption(what);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save the picture' }).click(),
  ]);
  return readFileSync(await download.path(), 'utf8');
}

test('every view is saved as itself, and a page without a picture says why', async ({ page }) => {
  test.slow();
  await open(page, `#/balance?${WINDOW}`);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByLabel('What', { exact: true })).toHaveValue('balance');
  await page.getByLabel('SVG, with its type inside').check();
  for (const view of VIEWS) {
    if ('none' in view.picture) {
      await expect(page.getByLabel('What', { exact: true }).locator(`option[value=${view.name}]`), view.name).toHaveCount(0);
      continue;
    }
    const svg = await savedSvg(page, view.name);
    expect(svg, view.name).toContain(WORDS[view.name]);
    // Balance is drawn with its network; nothing else is drawn with another view.
    for (const other of VIEWS.filter(({ name }) => name !== view.name && name !== 'atlas' && name !== 'rows'))
      expect(svg.includes(WORDS[other.name] ?? '?'), `${other.name} in ${view.name}`).toBe(
        view.name === 'balance' && other.name === 'network',
      );
  }
  await page.keyboard.press('Escape');
  await page.goto(`./#/desk?${WINDOW}`);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('The desk opens and checks tables; there is nothing of it to draw.')).toBeVisible();
  await expect(page.getByLabel('What', { exact: true })).toHaveValue('');
  await expect(page.getByRole('button', { name: 'Save the picture' })).toBeDisabled();
});

firstVisit('the scenes of a story are saved with the views that they name', async ({ page }) => {
  firstVisit.slow();
  const folder = join(import.meta.dirname, '../data/eastern-flank');
  const files = Object.fromEntries(
    readdirSync(folder)
      .filter((name) => name.endsWith('.csv'))
      .map((name) => [`told/${name}`, new Uint8Array(readFileSync(join(folder, name)))]),
  );
  const named = [...SCENES.map(({ name }) => name), 'globe'];
  const scenes = named.map((name, i) => `told,${i + 1},${name},"${WINDOW}&x-plate=${name}",Words.`);
  files['told/stories.csv'] = strToU8('id,title,subtitle,author\ntold,Told,,\n');
  files['told/scenes.csv'] = strToU8(['story,order,title,view,text', ...scenes].join('\n'));
  await open(page);
  await page.evaluate(
    (base64) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const transfer = new DataTransfer();
      transfer.items.add(new File([bytes], 'told.zip', { type: 'application/zip' }));
      window.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
    },
    Buffer.from(zipSync(files)).toString('base64'),
  );
  await expect(page).toHaveURL(/data=told/);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByLabel('SVG, with its type inside').check();
  await page.getByLabel('What', { exact: true }).selectOption('story told');
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 120_000 }),
    page.getByRole('button', { name: 'Save the pictures' }).click(),
  ]);
  const drawn = unzipSync(new Uint8Array(readFileSync(await download.path())));
  const pictures = Object.values(drawn).map((bytes) => strFromU8(bytes));
  expect(pictures).toHaveLength(SCENES.length);
  for (const [i, { name }] of SCENES.entries()) expect(pictures[i], name).toContain(WORDS[name]);
  await expect(page.getByText('Scene 12 is left out: There is no view called “globe”.')).toBeVisible();
});
