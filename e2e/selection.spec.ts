import { expect, openAtlas, open, plates, press, stateOf, tabTo, test } from './journey';

/** Whatever is selected, wherever: the same actor or pair is then named by the map, the rows, the lanes and the link. */

test('an actor pressed in the network is read by map and rows', async ({ page }) => {
  const { network, map, rows } = await openAtlas(page);
  await network.getByRole('button', { name: /^Lithuania, state/ }).click();
  await expect(map.getByRole('heading', { level: 2 })).toHaveText('Lithuania on its neighbours');
  await expect(rows.getByRole('heading', { level: 2 })).toContainText('Lithuania');
  await expect.poll(() => stateOf(page).get('actor')).toBe('lithuania');
});

test('a line pressed in the network is the pair of every view', async ({ page }) => {
  const { network, map, rows, instrument } = await openAtlas(page);
  await press(page, network.getByRole('button', { name: /^Poland on Belarus:? −/ }));
  await expect(rows.getByRole('heading', { level: 2 })).toHaveText('Poland on Belarus');
  await expect(map.getByRole('heading', { level: 2 })).toHaveText('Poland on its neighbours');
  await expect(map.getByRole('option', { name: /^Belarus: −/ })).toHaveAttribute('aria-selected', 'true');
  await expect(instrument.getByRole('button', { name: 'Poland on Belarus' })).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('3');
  await expect(page.locator('[role=gridcell][aria-selected=true]')).toHaveText(/^−\d\.\d/);
  await page.keyboard.press('4');
  await expect(page.getByRole('button', { name: 'Holder: Poland' })).toBeVisible();
});

test('a state pressed on the map is the other side of the pair', async ({ page }) => {
  const { network, map, rows } = await openAtlas(page);
  await press(page, map.getByRole('option', { name: /^Lithuania: / }));
  await expect(rows.getByRole('heading', { level: 2 })).toHaveText('Belarus on Lithuania');
  await expect(network).toContainText(/Belarus on Lithuania:? −\d\.\d [^,]*, \d+ rows/);
  await expect.poll(() => stateOf(page).get('pair')).toBe('belarus~lithuania');
});

test('with Shift a state of the map is the one that is read from', async ({ page }) => {
  const { map, rows } = await openAtlas(page);
  await map.getByRole('option', { name: /^Poland: / }).focus();
  await page.keyboard.press('Shift+Enter');
  await expect(map.getByRole('heading', { level: 2 })).toHaveText('Poland on its neighbours');
  await expect(rows.getByRole('heading', { level: 2 })).toContainText('Poland');
});

test('a place pressed on the map lists what was said and done there', async ({ page }) => {
  const { map, rows } = await openAtlas(page);
  const helsinki = map.getByRole('button', { name: /^Helsinki, / });
  await press(page, helsinki);
  await expect(rows.getByRole('heading', { level: 2 })).toContainText('Helsinki');
  await expect(rows.getByRole('tab', { name: /^Says who \(\d+\)/ })).toBeVisible();
  await expect(rows.getByRole('button', { name: /^16 Dec 2025/ }).first()).toBeVisible();
  await expect(helsinki).toHaveAttribute('aria-pressed', 'true');
});

test('an event pressed in the timeline opens, and its place is marked', async ({ page }) => {
  const { rows, instrument, map } = await openAtlas(page);
  await instrument.locator('.vis-item', { hasText: 'Poland closes the border with Belarus' }).first().click();
  await expect(rows.getByRole('article')).toContainText('Poland closes the border with Belarus, all crossings shut');
  await expect(map.locator('.target.selected')).toHaveCount(1);
  await rows.getByRole('button', { name: 'Terespol–Brest crossing', exact: true }).click();
  await expect(rows.getByRole('heading', { level: 2 })).toContainText('Terespol');
});

test('a stem reached by the keyboard is read out, and opens its row', async ({ page }) => {
  const { rows } = await openAtlas(page);
  await tabTo(page, /^Rows in time, by lane/);
  await expect(page.getByRole('option', { name: /^Belarus on Poland: 21 Jan 2026/ })).toBeAttached();
  await page.keyboard.press('ArrowLeft');
  const before = page.getByRole('option', { name: /^Belarus on Poland: 24 Dec 2025, Ivan Tertel/ });
  await expect(before).toBeAttached();
  await page.keyboard.press('Enter');
  await expect(rows.getByRole('article')).toContainText('With Poland we have a dialogue under way');
  await expect(before).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('option', { name: /^Russia on Poland: / })).toBeAttached();
});

test('a row of the list opens, marks its stem, and leads on to a stance coded from it', async ({ page }) => {
  const { rows, instrument, network } = await openAtlas(page);
  await rows.getByRole('button', { name: /^21 Jan 2026/ }).click();
  await expect(rows.getByRole('article')).toContainText('Ryzhenkov expects fastest restoration');
  await expect(instrument.locator('circle.selected').first()).toBeVisible();
  await rows.getByRole('button', { name: 'Belarus on Lithuania', exact: true }).click();
  await expect(network).toContainText(/Belarus on Lithuania:? −\d\.\d/);
  await expect(instrument.getByRole('button', { name: 'Belarus on Lithuania' })).toHaveAttribute('aria-pressed', 'true');
});

test('an actor of the list is found by another spelling and selected', async ({ page }) => {
  const { rows, map } = await openAtlas(page);
  await page.keyboard.press('a');
  const dialog = page.getByRole('dialog', { name: 'Actors' });
  await dialog.getByRole('searchbox', { name: 'Find an actor' }).fill('latvia');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(rows.getByRole('heading', { level: 2 })).toContainText('Latvia');
  await expect(map.getByRole('heading', { level: 2 })).toHaveText('Latvia on its neighbours');
});

test('a cell of the matrix selects its pair, and once more opens it through time', async ({ page }) => {
  await open(page, '#/matrix');
  const grid = page.getByRole('grid');
  const row = grid.getByRole('row', { name: /^Russia \d/ });
  await row.getByRole('gridcell').nth(3).click();
  await expect(page.locator('#main')).toContainText(/Russia on Poland:? −\d\.\d \w+, \d+ rows/);
  await expect.poll(() => stateOf(page).get('pair')).toBe('russia~poland');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Holder: Russia' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Target: Poland' })).toBeVisible();
});

test('the keyboard alone walks the network from actor to line to pair', async ({ page }) => {
  const { rows } = await openAtlas(page);
  await tabTo(page, /^Belarus, state/);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press(']');
  const name = await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
  expect(name).toMatch(/ on .* rows?( \(\d+ before the window\))?, last /);
  await page.keyboard.press('Enter');
  await expect(rows.getByRole('heading', { level: 2 })).toHaveText(name.replace(/:? [+−]?\d\.\d.*/, ''));
  // The keyboard stands where it stood: on the line, which is now the one in focus.
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')).toBe(name);
});

test('the keyboard alone walks the map: states, then places', async ({ page }) => {
  const { rows, map } = await openAtlas(page);
  await tabTo(page, /: (not covered|the actor that|[+−]\d\.\d)/);
  await page.keyboard.press('Home');
  for (let i = 0; i < 30; i++) {
    if (await map.getByRole('option', { name: /^Ukraine: / }).evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
  await expect(rows.getByRole('heading', { level: 2 })).toHaveText('Belarus on Ukraine');
  await page.keyboard.press('Tab');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(map.locator('[aria-pressed=true].target')).toHaveCount(1);
  await expect.poll(() => stateOf(page).get('place')).not.toBeNull();
});

test('rows are stepped through by key, in list and opened', async ({ page }) => {
  await open(page, '#/evidence');
  const list = page.getByRole('region', { name: 'List of rows' });
  await list.getByRole('button', { name: /^21 Jan 2026/ }).focus();
  await page.keyboard.press('j');
  await expect(list.getByRole('button', { name: /^24 Dec 2025/ })).toBeFocused();
  await page.keyboard.press('Enter');
  const opened = page.getByRole('region', { name: 'Opened row' });
  await expect(opened).toContainText(/Row 2 of \d\d/);
  await page.keyboard.press('k');
  await expect(opened).toContainText(/Row 1 of \d\d/);
});

test('Escape closes the row first, then drops the selection', async ({ page }) => {
  await open(page, '#/atlas?item=2026-01-21-ryzhenkov-cooperation-with-poland');
  await expect(plates(page).rows.getByRole('article')).toBeVisible();
  await page.locator('#main').focus();
  await page.keyboard.press('Escape');
  await expect.poll(() => stateOf(page).get('item')).toBeNull();
  await page.keyboard.press('Escape');
  await expect.poll(() => stateOf(page).get('pair')).toBeNull();
});

test('what the pointer rests on in one view is pointed out in the others', async ({ page }) => {
  const { network, map, rows } = await openAtlas(page);
  await rows.getByRole('button', { name: /^5 Nov 2025/ }).hover();
  await expect(network).toContainText(/Belarus on Lithuania:? −\d\.\d [^,]*, \d+ rows/);
  await network.getByRole('button', { name: /^Lithuania, state/ }).hover();
  await expect(map.locator('path.chosen')).not.toHaveCount(0);
  await expect(network).toContainText(/Lithuania.*(held|received)/);
});
