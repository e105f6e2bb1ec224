import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import type { Locator, Page } from '@playwright/test';
import { axeFaults, expect, open, stateOf, test, withTheme } from './journey';

type Cells = Record<string, string>;
const FOLDER = 'data/eastern-flank';
const table = (name: string) =>
  Papa.parse<Cells>(readFileSync(`${FOLDER}/${name}.csv`, 'utf8'), { header: true, skipEmptyLines: true }).data;
const list = (cell: string | undefined) => (cell ?? '').split(';').filter(Boolean);

interface Package {
  title: string;
  version: string;
  stanceline: { sides: Record<string, { label: string }>; coders: Record<string, string>; coding: string };
}
const PACKAGE = JSON.parse(readFileSync(`${FOLDER}/datapackage.json`, 'utf8')) as Package;
const SIDES = Object.keys(PACKAGE.stanceline.sides);

/** Rows of Belarus on Poland in November 2025, all of them and by side of source, as the tables have them. */
function november(): number[] {
  const dates = new Map(
    [...table('statements'), ...table('events')].map((row) => [row['id'] ?? '', row['date'] ?? row['start'] ?? '']),
  );
  const sourcesOf = new Map([...table('statements'), ...table('events')].map((row) => [row['id'] ?? '', list(row['sources'])]));
  const sideOf = new Map(table('sources').map((row) => [row['id'] ?? '', row['side'] ?? '']));
  const rows = table('stances')
    .filter((row) => row['holder'] === 'belarus' && row['target'] === 'poland')
    .filter((row) => (dates.get(row['evidence'] ?? '') ?? '').startsWith('2025-11'))
    .map((row) => new Set((sourcesOf.get(row['evidence'] ?? '') ?? []).map((source) => sideOf.get(source) ?? '')));
  return [rows.length, ...SIDES.map((side) => rows.filter((sides) => sides.has(side)).length)];
}

const about = (page: Page) => page.getByRole('dialog', { name: `About this record: ${PACKAGE.title}` });
const choose = (dialog: Locator, name: string) => dialog.getByRole('button', { name, exact: true }).click();

test('about a record: its figures, its coders, whose sources, its gaps and disputes, and how to object, from its menu', async ({
  page,
}) => {
  await open(page);
  await page.getByRole('button', { name: PACKAGE.title }).click();
  await page.getByRole('menuitem', { name: 'About this record' }).click();
  const dialog = about(page);
  const figures = dialog.locator('dl.figures');
  await expect(figures).toContainText(new RegExp(`statements\\s*${table('statements').length}`));
  await expect(figures).toContainText(new RegExp(`stances\\s*${table('stances').length}`));
  for (const { id, instructions } of table('coders'))
    await expect(
      dialog.getByRole('row', { name: new RegExp(`^${id} a language model; ${(instructions ?? '').slice(0, 20)}`) }),
    ).toBeVisible();
  const bySide = table('sources').reduce(
    (sum, row) => sum.set(row['side'] ?? '', (sum.get(row['side'] ?? '') ?? 0) + 1),
    new Map<string, number>(),
  );
  for (const side of SIDES) {
    const { label } = PACKAGE.stanceline.sides[side] ?? { label: '' };
    const row = dialog.getByRole('row').filter({ has: page.getByRole('rowheader', { name: label, exact: true }) });
    await expect(row.getByRole('cell').last()).toHaveText(String(bySide.get(side) ?? 0));
  }
  for (const heading of ['Gaps', 'Known disputes', 'How to object to a row'])
    await expect(dialog.getByRole('heading', { name: heading })).toBeAttached();
  // A disputed row is one step away, and says so there.
  await dialog.getByRole('listitem').getByRole('button').first().click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('article')).toContainText(/differ|disput/i);
});

test('for each pair and month, how many rows and how many by side of source', async ({ page }) => {
  await open(page, '#/atlas?x-about=record');
  const dialog = about(page);
  await dialog.getByRole('combobox', { name: 'Pair' }).selectOption({ label: await pairOption(dialog, /^Belarus on Poland,/) });
  const months = dialog.getByRole('region', { name: 'Rows of Belarus on Poland by month and side of source' });
  const heads = await months.getByRole('columnheader').allInnerTexts();
  const labels = SIDES.map((side) => PACKAGE.stanceline.sides[side]?.label ?? '');
  expect(heads.slice(0, 2)).toEqual(['month', 'rows']);
  expect(heads.slice(2, 2 + SIDES.length)).toEqual(labels);
  const cells = await months
    .getByRole('row', { name: /^November 2025/ })
    .getByRole('cell')
    .allInnerTexts();
  expect(cells.slice(0, 1 + SIDES.length).map(Number)).toEqual(november());
  // The rows of the months add up to the rows of the pair.
  const rows = await months
    .locator('tbody tr')
    .evaluateAll((all) =>
      all.map((row) => [row.querySelector('th')?.textContent ?? '', Number(row.querySelector('td')?.textContent)] as const),
    );
  const sum = rows.filter(([month]) => month !== 'all').reduce((all, [, n]) => all + n, 0);
  expect(rows.at(-1)).toEqual(['all', sum]);
});

const pairOption = async (dialog: Locator, name: RegExp): Promise<string> => {
  const option = dialog.getByRole('combobox', { name: 'Pair' }).getByRole('option').filter({ hasText: name }).first();
  await expect(option).toBeAttached();
  return option.innerText();
};

test('the change log, the codebook and the method are pages, each by its link', async ({ page }) => {
  await open(page, '#/atlas?x-about=changes');
  const dialog = about(page);
  await expect(dialog.getByRole('heading', { name: new RegExp(PACKAGE.version.replaceAll('.', '\\.')) }).first()).toBeVisible();
  await choose(dialog, 'Codebook');
  await expect.poll(() => stateOf(page).get('x-about')).toBe('codebook');
  await expect(
    dialog.getByRole('rowheader', { name: 'belarus-exile' }).or(dialog.getByRole('cell', { name: 'belarus-exile' })),
  ).toBeAttached();
  await expect(dialog).toContainText('occasion');
  await choose(dialog, 'Method');
  const method = page.getByRole('dialog', { name: 'How the numbers are made' });
  await expect(method.getByRole('heading', { name: 'What changed' })).toBeVisible();
  // Its sections are listed first, and a choice is in the link.
  await method.getByRole('button', { name: 'Agreement', exact: true }).click();
  await expect(method.getByRole('heading', { name: 'Agreement', exact: true })).toBeInViewport();
  await expect.poll(() => stateOf(page).get('x-section')).toBe('agreement');
  await page.keyboard.press('Escape');
  await expect(method).toHaveCount(0);
  await expect.poll(() => [stateOf(page).get('x-about'), stateOf(page).get('x-section')]).toEqual([null, null]);
});

test('the documents of a record without second-edition columns are there too', async ({ page }) => {
  await open(page, '#/atlas?data=great-powers&x-about=codebook');
  const dialog = page.getByRole('dialog', { name: /^About this record: Europe/ });
  await expect(dialog).toContainText('Ties are known until 31 December 1917');
  await choose(dialog, 'The record');
  await expect(dialog).toContainText('Gaps');
  await expect(dialog.getByRole('heading', { name: 'Whose sources' })).toHaveCount(0);
});

/** Every panel that says how a number is made: where it stands, how it is opened, and the section it leads to. */
const PANELS: { at: string; shown?: (page: Page) => Promise<void>; button?: string; within?: string; leads: string }[] = [
  { at: '#/atlas?pair=belarus~poland', within: '.lead', leads: 'What changed' },
  { at: '#/atlas?pair=belarus~poland', within: '.evidence header', leads: 'The running stance' },
  {
    at: '#/atlas?pair=belarus~poland',
    shown: (page) => page.locator('.evidence').getByRole('tab', { name: 'Coders' }).click(),
    within: '.evidence [role=tabpanel]',
    leads: 'Agreement',
  },
  { at: '#/pair?pair=belarus~poland&beside=russia', within: '#main .top', leads: 'The gap of two holders' },
  { at: '#/changes', leads: 'What changed' },
  { at: '#/rifts', leads: 'Rifts' },
  { at: '#/balance', button: 'How', leads: 'Balance' },
  { at: '#/hypotheses?x-ach-side=hangs', leads: 'Agreement' },
  {
    at: '#/hypotheses',
    shown: (page) => page.locator('.side ol button').first().click(),
    leads: 'Competing hypotheses',
  },
];

for (const { at, shown, button = 'How this is computed', within = '#main', leads } of PANELS) {
  test(`“${button}” at ${at} leads to the method, at “${leads}”`, async ({ page }) => {
    await open(page, at);
    await shown?.(page);
    const place = page.locator(within);
    await place.getByRole('button', { name: button, exact: true }).first().click();
    const panel = page.getByRole('dialog', { name: 'How this is computed' });
    await panel.getByRole('link', { name: 'The method: calibration and limits' }).click();
    const method = page.getByRole('dialog', { name: 'How the numbers are made' });
    const heading = method.getByRole('heading', { name: leads, exact: true });
    await expect(heading).toBeInViewport();
    await expect(heading).toBeFocused();
    await expect(panel).toHaveCount(0);
    // The view stays what it was, and the way back leads to it.
    await page.goBack();
    await expect(method).toHaveCount(0);
    await expect(place.getByRole('button', { name: button, exact: true }).first()).toBeVisible();
  });
}

test('the words as spoken stand beside the translation in their language, are found by search, and marked', async ({ page }) => {
  const row = table('statements').find(
    (cells) =>
      cells['quote_language'] === 'pl' && cells['quote_origin'] === 'own' && /[ąęłńśżź]/.test(cells['quote_original'] ?? ''),
  );
  const original = row?.['quote_original'] ?? '';
  const word = original.split(/[^\p{L}]+/u).sort((a, b) => b.length - a.length)[0] ?? '';
  expect(word.length).toBeGreaterThan(5);
  await open(page, `#/evidence?q=${encodeURIComponent(word)}&item=${row?.['id'] ?? ''}`);
  const article = page.getByRole('article');
  await expect(article).toContainText('In the original, Polish');
  const words = article.locator('[lang=pl]');
  await expect(words).toHaveText(original);
  await expect(words).toHaveAttribute('dir', 'auto');
  await expect(words.locator('mark').first()).toHaveText(new RegExp(word.slice(0, 5), 'i'));
  await expect(article.locator('blockquote')).toContainText(row?.['quote'] ?? '–');
  // What one language reports of words in another says so.
  const reported = table('statements').find((cells) => cells['quote_origin'] === 'reported' && cells['quote_language'] === 'uk');
  await open(page, `#/evidence?item=${reported?.['id'] ?? ''}`);
  await expect(page.getByRole('article')).toContainText('As reported in Ukrainian, which is not the speaker’s own language here');
});

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing about the record and in the method in ${theme}`, async ({ page }) => {
    await withTheme(page, theme);
    await open(page, '#/atlas?x-about=record');
    await expect(about(page)).toContainText('How to object to a row');
    expect(await axeFaults(page, '[role=dialog]')).toEqual([]);
    await choose(about(page), 'Method');
    const method = page.getByRole('dialog', { name: 'How the numbers are made' });
    await expect(method.getByRole('heading', { name: 'Agreement', exact: true })).toBeAttached();
    expect(await axeFaults(page, '[role=dialog]')).toEqual([]);
  });
}
