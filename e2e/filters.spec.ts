import type { Locator, Page } from '@playwright/test';
import { expect, open, openAtlas, stateOf, test } from './journey';

const filters = (page: Page) => page.getByRole('region', { name: 'Filters' });
/** How many stances pass, as the line beside the sentence says. */
const passing = async (page: Page) =>
  Number(/([\d,]+) of/.exec((await filters(page).textContent()) ?? '')?.[1]?.replace(',', ''));

test('the filters read as a sentence', async ({ page }) => {
  await open(page);
  await expect(filters(page)).toContainText(
    /Showing\s+all topics, in the actors’\s+own words and acts, from\s+every kind of source, at\s+any confidence/,
  );
});

/** Chooses one of a long list: narrows the list of that name and checks what is left. */
async function among(sheet: Locator, list: string, typed: string, name: RegExp): Promise<void> {
  const group = sheet.getByRole('group', { name: list, exact: true });
  await group.getByLabel('Find in this list').fill(typed);
  await group.getByRole('checkbox', { name }).check();
}

const CHOICES: { name: string; word: string; choose: (sheet: Locator) => Promise<void>; says: string; key: string }[] = [
  {
    name: 'topics',
    word: 'all topics',
    choose: (s) => s.getByRole('checkbox', { name: /^Border/ }).check(),
    says: 'border',
    key: 'topic',
  },
  {
    name: 'kind of source',
    word: 'every kind of source',
    choose: (s) => s.getByRole('checkbox', { name: /^State media/ }).check(),
    says: 'state media',
    key: 'source',
  },
  {
    name: 'attributed',
    word: 'own words and acts',
    choose: (s) => s.getByRole('radio', { name: /^What others say/ }).check(),
    says: 'what others say of the actors',
    key: 'basis',
  },
  {
    name: 'confidence',
    word: 'any confidence',
    choose: (s) => s.getByRole('radio', { name: /^High/ }).check(),
    says: 'high confidence',
    key: 'conf',
  },
  {
    name: 'sign',
    word: 'More',
    choose: (s) => s.getByRole('radio', { name: /^Critical or hostile/ }).check(),
    says: 'critical or hostile',
    key: 'sign',
  },
  {
    name: 'kind of actor',
    word: 'More',
    choose: (s) => s.getByRole('checkbox', { name: /^States/ }).check(),
    says: 'states',
    key: 'kind',
  },
  {
    name: 'actors',
    word: 'More',
    choose: (s) => among(s, 'Only these actors', 'lithuania', /^Lithuania/),
    says: 'Lithuania',
    key: 'only',
  },
  {
    name: 'speaker',
    word: 'More',
    choose: (s) => among(s, 'Who speaks', 'tertel', /^Ivan Tertel/),
    says: 'Ivan Tertel',
    key: 'speaker',
  },
  {
    name: 'direction',
    word: 'More',
    choose: (s) => among(s, 'Stance on whom', 'latvia', /^Latvia/),
    says: 'Latvia',
    key: 'target',
  },
  {
    name: 'outlet',
    word: 'More',
    choose: (s) => among(s, 'Outlets', 'kommersant', /^Kommersant/),
    says: 'Kommersant',
    key: 'outlet',
  },
  {
    name: 'place',
    word: 'More',
    choose: (s) => among(s, 'Places', 'minsk', /^Minsk/),
    says: 'Minsk',
    key: 'where',
  },
  {
    name: 'kind of row',
    word: 'More',
    choose: (s) => s.getByRole('group', { name: 'Words, acts, events' }).getByRole('checkbox', { name: /^Acts/ }).check(),
    says: 'acts',
    key: 'form',
  },
  {
    name: 'sources that differ',
    word: 'More',
    choose: (s) => s.getByRole('radio', { name: /^Disputed rows alone/ }).check(),
    says: 'disputed rows alone',
    key: 'disputed',
  },
  {
    name: 'original wording',
    word: 'More',
    choose: (s) => s.getByRole('radio', { name: /^Rows with the original wording/ }).check(),
    says: 'rows with the original wording',
    key: 'original',
  },
];

for (const { name, word, choose, says, key } of CHOICES) {
  test(`a filter by ${name} is set, seen, and removed alone`, async ({ page }) => {
    // A second filter beside it, to see that it stays.
    await openAtlas(page, '#/atlas?rows=3');
    const region = filters(page);
    await region.getByRole('button', { name: word, exact: true }).click();
    await choose(page.locator('.choose'));
    await page.keyboard.press('Escape');
    await expect(page.locator('.choose')).toHaveCount(0);
    await expect(region).toContainText(says);
    await expect(region).toContainText(/[\d,]+ of \d+ stances pass/);
    const left = await passing(page);
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThan(800);
    await expect.poll(() => stateOf(page).get(key)).not.toBeNull();
    await region.getByRole('button', { name: new RegExp(`^Remove filter .*${says}`) }).click();
    await expect.poll(() => stateOf(page).get(key)).toBeNull();
    await expect(region.getByRole('button', { name: 'Remove filter least rows: three rows or more' })).toBeVisible();
  });
}

test('all but what is chosen is shown, by one press more, and the count beside a choice is what it leaves', async ({ page }) => {
  await open(page, '#/evidence?speaker=aleksandr-lukashenko');
  const region = filters(page);
  const alone = await passing(page);
  await region.getByRole('button', { name: 'Aleksandr Lukashenko', exact: true }).click();
  await page.locator('.choose').getByRole('checkbox', { name: 'All but these' }).check();
  await expect(region).toContainText('in the words of any speaker but Aleksandr Lukashenko');
  const left = await passing(page);
  await expect(page.locator('.choose').getByRole('checkbox', { name: `Aleksandr Lukashenko ${left} stances` })).toBeChecked();
  await page.keyboard.press('Escape');
  await expect.poll(() => stateOf(page).get('but')).toBe('speaker');
  await region.getByRole('button', { name: /^Remove filter speakers/ }).click();
  await expect.poll(() => stateOf(page).get('but')).toBeNull();
  await expect.poll(() => passing(page)).toBeNaN();
  expect(left).toBeGreaterThan(alone);
});

for (const { name, role, label, says, key, value } of [
  { name: 'one side', role: 'checkbox', label: /^Polish/, says: 'the Polish side', key: 'side', value: 'poland' },
  {
    name: 'all sides but one',
    role: 'radio',
    label: /^All but Russian state/,
    says: 'any side but Russian state',
    key: 'no-side',
    value: 'russia-state',
  },
] as const) {
  test(`sources of ${name} are asked for in words, and as many stances pass as the choice says`, async ({ page }) => {
    await open(page);
    const region = filters(page);
    await region.getByRole('button', { name: 'More', exact: true }).click();
    const choice = page.locator('.choose').getByRole(role, { name: label });
    const words = (await choice.locator('xpath=ancestor::label').innerText()).replace(/\s+/g, ' ');
    const told = Number(/(\d+) stances/.exec(words)?.[1] ?? NaN);
    expect(told).toBeGreaterThan(0);
    await choice.check();
    await page.keyboard.press('Escape');
    await expect(region).toContainText(says);
    await expect.poll(() => passing(page)).toBe(told);
    await expect.poll(() => stateOf(page).get(key)).toBe(value);
    await region.getByRole('button', { name: new RegExp(`^Remove filter .*${says}`) }).click();
    await expect.poll(() => stateOf(page).get(key)).toBeNull();
  });
}

test('every view shows the filtered rows alone', async ({ page }) => {
  const { rows, network } = await openAtlas(page, '#/atlas?sign=positive');
  await expect(rows.getByRole('img', { name: /^−/ })).toHaveCount(0);
  await expect(rows.getByRole('img', { name: /^\+/ }).first()).toBeVisible();
  await expect(network.getByRole('button', { name: / −\d/ })).toHaveCount(0);
  await expect(network.getByRole('button', { name: / \+\d/ })).not.toHaveCount(0);
});

test('where nothing matches, the filter to drop is named, and dropped', async ({ page }) => {
  await open(page, '#/atlas?topic=balloons&sign=positive&source=think-tank');
  const region = filters(page);
  await expect(region.getByRole('status')).toContainText(/Nothing matches\. Dropping .+ would bring \d+ rows?/);
  await region.getByRole('button', { name: 'Drop it' }).click();
  await expect(region.getByRole('status')).not.toContainText('Nothing matches');
  await expect(region).toContainText(/[1-9]\d* of \d+ stances pass/);
});

test('a search of the text narrows every view, and marks what it found', async ({ page }) => {
  const { rows } = await openAtlas(page);
  await rows.getByRole('button', { name: 'Search these rows' }).click();
  await rows.getByRole('searchbox', { name: 'Search these rows' }).fill('dialogue');
  await expect(rows.locator('mark').first()).toHaveText(/dialogue/i);
  await expect(filters(page)).toContainText('with the words');
  await expect(filters(page)).toContainText(/[1-9]\d* of \d+ stances pass/);
  await expect.poll(() => stateOf(page).get('q')).toBe('dialogue');
  await rows.getByRole('searchbox').fill('nobodysaidthis');
  await expect(filters(page).getByRole('status')).toContainText('Nothing matches');
  await filters(page)
    .getByRole('button', { name: /^Remove filter words/ })
    .click();
  await expect.poll(() => stateOf(page).get('q')).toBeNull();
});

test('all filters are reset at once', async ({ page }) => {
  await open(page, '#/atlas?topic=border&sign=negative&conf=1&rows=3');
  await filters(page).getByRole('button', { name: 'Reset all' }).click();
  await expect(filters(page)).toContainText('all topics');
  await expect(filters(page).getByRole('button', { name: /^Remove filter/ })).toHaveCount(0);
});

test('a source is left out, and put back', async ({ page }) => {
  await open(page);
  await filters(page).getByRole('button', { name: 'More', exact: true }).click();
  await page.getByLabel('Find a source to leave out').fill('voice of east');
  await page.locator('.choose .source').first().click();
  await page.keyboard.press('Escape');
  await expect(filters(page)).toContainText('without');
  await expect(filters(page)).toContainText(/[\d,]+ of \d+ stances pass/);
  await filters(page)
    .getByRole('button', { name: /^Remove filter without source/ })
    .click();
  await expect.poll(() => stateOf(page).get('without')).toBeNull();
});

test('what the filters hide is never said to be not covered: on the plates, the pair, the matrix and the lead', async ({
  page,
}) => {
  const hides = /the filters? (hide \d+ rows, )?“official pages” (hides|alone)/i;
  const { network, map, rows } = await openAtlas(page, '#/atlas?source=official&pair=lithuania~belarus');
  await expect(network).toContainText(hides);
  await expect(rows).toContainText(hides);
  await expect(page.locator('.lead').first()).toContainText(hides);
  await expect(map.getByRole('option', { name: /^Belarus: the filters?/ })).toBeVisible();
  await page.goto('./#/pair?source=official&pair=lithuania~belarus');
  await expect(page.getByRole('heading', { name: hides })).toBeVisible();
  await expect(page.locator('#main')).not.toContainText('Not covered');
  await page.getByRole('button', { name: 'Drop that filter' }).first().click();
  await expect(filters(page)).toContainText('every kind of source');
  await expect(page.getByRole('heading', { name: hides })).toHaveCount(0);
});
