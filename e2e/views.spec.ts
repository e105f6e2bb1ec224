import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { PAGES } from '../src/focus/view';
import { readShapes } from '../src/map/shapes';
import { worldTables } from '../src/testing/synthetic';
import { expect, firstVisit, open, openAtlas, stateOf, test } from './journey';

test('what changed lists each pivot with a quote before and after, and opens how it is computed', async ({ page }) => {
  await open(page, '#/change?pair=belarus~poland');
  const first = page.locator('#main article').first();
  await expect(first.getByRole('heading', { level: 3 })).toContainText(/^\s*1\s.*\S on \S/);
  await expect(first).toContainText(/from [−+]\d\.\d\d \([\w ]+\) to [^]*between \d+ [^]*20\d\d/);
  await expect(first.locator('blockquote')).toHaveCount(2);
  await expect(first).toContainText(/Before/);
  await expect(first).toContainText(/After/);
  await expect(first).toContainText(
    /\d+ occasions.*; chance alone does as much in \d+ of 100 \(p = \.\d+; q = \.\d+ over all pairs\)/,
  );
  await expect(first).toContainText(/The change may lie anywhere between .*, its size between/);
  await first.getByRole('button', { name: /How this is computed/ }).click();
  const how = page.getByRole('dialog');
  await expect(how).toContainText(/deals of the scores/i);
  await expect(how.locator('tbody tr')).not.toHaveCount(0);
  await how.locator('tbody').getByRole('button').first().click();
  await expect(page.getByRole('article').first()).toBeVisible();
});

test('what could be tested is counted, and rows of one occasion can be counted singly', async ({ page }) => {
  await open(page, '#/change?pair=belarus~poland');
  const main = page.locator('#main');
  await expect(main).toContainText(/Of \d+ pairs with rows \d+ could be tested for a change; \d+ have fewer than 8 occasions\./);
  await expect(main).toContainText('What is one occasion is a judgement');
  const article = main.locator('article').filter({ has: page.getByRole('heading', { name: /Belarus on Poland/ }) });
  const words = async () => /(\d+) (occasions|rows)[^;]*; chance alone/.exec((await article.textContent()) ?? '');
  await expect.poll(async () => (await words())?.[2]).toBe('occasions');
  const occasions = Number((await words())?.[1]);
  await page.getByRole('checkbox', { name: 'Rows of one occasion count once' }).uncheck();
  await expect.poll(() => stateOf(page).get('x-ungrouped')).toBe('1');
  await expect.poll(async () => (await words())?.[2]).toBe('rows');
  expect(Number((await words())?.[1])).toBeGreaterThan(occasions);
});

test('a pivot’s quote leads to its row', async ({ page }) => {
  await open(page, '#/change?pair=belarus~poland');
  const side = page.locator('#main article').first().locator('figure').last();
  const words = ((await side.locator('blockquote').textContent()) ?? '').replace(/[“”]/g, '').trim();
  expect(words.length).toBeGreaterThan(10);
  await side.getByRole('button', { name: /Open the row/ }).click();
  await expect(page.getByRole('article').filter({ hasText: 'Copy citation' })).toContainText(words);
});

test('two dates are compared, in a table and in the network', async ({ page }) => {
  await open(page, '#/change');
  const compare = page.getByRole('region', { name: 'Compare two dates' });
  await compare.getByLabel('From').fill('2025-09-01');
  await compare.getByLabel('From').press('Enter');
  await expect.poll(() => stateOf(page).get('vs')).toBe('2025-09-01');
  const row = compare.getByRole('row', { name: /^Belarus on Poland/ });
  const [then, now, change] = await row.getByRole('cell').allTextContents();
  const number = (text?: string) => Number(text?.replace('−', '-').trim());
  expect(number(now) - number(then)).toBeCloseTo(number(change), 0);
  expect(number(change)).toBeGreaterThan(0);
  await compare.getByRole('button', { name: 'network' }).click();
  await expect(page.getByRole('region', { name: 'Network' })).toContainText('1 September 2025');
});

test('one press on the first screen shows Belarus on Poland against Russia on Poland', async ({ page }) => {
  await open(page);
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('button', { name: 'Pair' }).click();
  const chart = page.getByRole('group', { name: /^Chart of Belarus on Poland and Russia on Poland/ });
  await expect(chart.getByRole('button', { name: /: Belarus on Poland, / }).first()).toBeAttached();
  await expect(chart.getByRole('button', { name: /: Russia on Poland, / }).first()).toBeAttached();
  await expect(page.locator('#main')).toContainText(/Change of Belarus, \d+ \w+ to \d+ \w+ 2025/);
  await expect(page.locator('#main')).toContainText(/\d+ occasions; p = \.\d+\./);
  await expect(page.getByRole('rowheader', { name: '26 Jan 2026' })).toBeVisible();
});

test('a dot of the pair’s chart opens its row, by pointer and by key', async ({ page }) => {
  await open(page, '#/pair?pair=belarus~poland&beside=russia');
  const dot = page.getByRole('button', { name: /^24 December 2025: Belarus on Poland, \+1/ });
  await dot.focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => stateOf(page).get('item')).toBe('2025-12-24-tertel-dialogue-poland-under-way-result-expected');
  await expect(page.getByRole('article').filter({ hasText: 'Copy citation' })).toContainText('dialogue under way');
});

test('holder and target are chosen on the pair’s page', async ({ page }) => {
  await open(page, '#/pair?pair=belarus~poland');
  await page.getByRole('button', { name: 'Target: Poland' }).click();
  await page.keyboard.type('lithuania');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Target: Lithuania' })).toBeVisible();
  await expect.poll(() => stateOf(page).get('pair')).toBe('belarus~lithuania');
});

test('rifts rank tied pairs, and open the third actors on which they part, with both quotes', async ({ page }) => {
  await open(page, '#/rifts');
  const list = page.getByRole('region', { name: /^Who drifts apart/ });
  await list.getByRole('button', { name: /^Belarus and Russia 0\.\d\d/ }).click();
  const detail = page.getByRole('region', { name: /^Belarus and Russia: / });
  await expect(detail).toContainText('Tied by');
  await expect(detail).toContainText('% of the rift');
  await detail
    .getByRole('button', { name: /How this is computed/ })
    .first()
    .click();
  await expect(page.getByRole('dialog')).toContainText('/ 4');
  await page.keyboard.press('Escape');
  await detail.getByRole('button', { name: /^Poland\s*: both through time/ }).click();
  await expect(page.getByRole('group', { name: /^Chart of Belarus on Poland and Russia on Poland/ })).toBeVisible();
});

test('the exact frustration of the record is found, and opens the signs behind it', async ({ page }) => {
  await open(page, '#/balance');
  const sum = page.getByRole('region', { name: 'Where the net strains' });
  await expect(sum).toContainText(/On 26 January 2026 \d+ of \d+ triads are unbalanced/);
  await expect(sum).toContainText(/At least \d+ signs? would have to change for balance \(exact\)/, { timeout: 30_000 });
  // What memberships alone make is told apart, and every figure stands beside what chance gives.
  await expect(sum).toContainText(/Ties alone make \d+ more, \d+ of them “/);
  await expect(sum).toContainText(/more balanced than they would fall by chance.*Degree of balance\s*0\.\d\d.*by chance 0\.\d\d, 0\.\d\d to 0\.\d\d/s, { timeout: 30_000 }); // prettier-ignore
  await sum.getByRole('button', { name: 'How' }).nth(1).click();
  await expect(page.getByRole('dialog')).toContainText(/Aref/);
  await page.keyboard.press('Escape');
  // A side that rests on one row can be left out, and the exact answer of before is there again at once.
  const census = sum.getByRole('row', { name: /^here/ });
  const before = await census.textContent();
  await sum.getByRole('checkbox', { name: /rests on one row/ }).uncheck();
  await expect(census).not.toHaveText(before!);
  // What is still being searched for changes the height of the words above the box: it is pressed once they stand.
  await expect(sum).toContainText(/\(exact\).*by chance/s, { timeout: 30_000 });
  await sum.getByRole('checkbox', { name: /rests on one row/ }).check();
  await expect(sum).toContainText(/\(exact\).*by chance/s, { timeout: 1_000 });
});

test('the great powers come to balance in 1907, and not before', async ({ page }) => {
  await open(page, '#/balance?data=great-powers&at=1906-12-31');
  const sum = page.getByRole('region', { name: 'Where the net strains' });
  await expect(sum).toContainText(/On 31 December 1906 [1-9]\d* of \d+ triads are unbalanced/);
  await expect(sum).toContainText(/At least [1-9]\d* signs? would have to change/);
  const hand = page.getByRole('slider', { name: 'As-of date' });
  await hand.focus();
  for (let i = 0; i < 12; i++) await page.keyboard.press('PageUp');
  await expect(hand).toHaveAttribute('aria-valuetext', /December 1907/);
  await expect(sum).toContainText('every one of the 20 triads is balanced');
  await expect(sum).toContainText('No sign would have to change: two camps explain every sign.');
  await expect(page.getByRole('region', { name: 'Network' }).locator('.node.one')).toHaveCount(3);
  await expect(page.getByRole('region', { name: 'Network' }).locator('.node.other')).toHaveCount(3);
});

test('a triad names its signs, and a sign selects its pair', async ({ page }) => {
  await open(page, '#/balance');
  const triads = page.getByRole('region', { name: 'Triads' });
  await triads.getByRole('button', { name: 'Belarus and United States' }).first().click();
  await expect.poll(() => stateOf(page).get('pair')).toMatch(/belarus~united-states|united-states~belarus/);
});

test('the matrix is put in another order', async ({ page }) => {
  await open(page, '#/matrix');
  const first = page.getByRole('grid').getByRole('rowheader').first();
  await expect(first).toHaveText('Belarus');
  await page.getByRole('group', { name: 'Order of the actors' }).getByRole('button', { name: 'name' }).click();
  await expect(first).toHaveText('Andrew Korybko');
});

test('the key is at hand, with every grade, what is not covered, crossings and pivots', async ({ page }) => {
  await openAtlas(page);
  const key = page.getByRole('list', { name: 'Key to lines and areas' });
  await expect(key).toBeInViewport();
  for (const words of [
    'hostile',
    'critical',
    'mixed',
    'cooperative',
    'supportive',
    'not covered',
    'crossing open',
    'closed',
    'asserted change',
  ])
    await expect(key).toContainText(words);
});

test('each picture has a table twin that says as much', async ({ page }) => {
  const { network, map, instrument } = await openAtlas(page);
  const lines = await network.getByRole('button', { name: / rows?(?: \(\d+ before the window\))?, last / }).count();
  await network.getByRole('button', { name: 'Table' }).click();
  await expect(network.getByRole('table').first().locator('tbody tr')).toHaveCount(lines);
  await map.getByRole('button', { name: 'Table' }).click();
  await expect(map.getByRole('row', { name: /^Lithuania −0\.8/ })).toBeVisible();
  await expect(map.getByRole('row', { name: /^Terespol–Brest crossing open/ })).toBeVisible();
  await instrument.getByRole('button', { name: 'Table' }).click();
  await expect(instrument.getByRole('table').first()).toContainText('Ryzhenkov');
  await expect.poll(() => stateOf(page).get('x-table-network')).toBe('1');
  await page.reload();
  await expect(network.getByRole('table').first()).toBeVisible();
  await page.keyboard.press('4');
  await page.locator('#main').getByRole('button', { name: 'Table', exact: true }).click();
  await expect(page.locator('#main').getByRole('table').first()).toContainText('Ryzhenkov');
});

test('each view shows a record of ties alone, which has neither rows nor scores', async ({ page }) => {
  for (const view of PAGES) {
    await open(page, `#/${view}?data=great-powers`);
    await expect(page.locator('#main')).not.toBeEmpty();
    await expect(page.locator('#main')).not.toContainText(/undefined|NaN|could not be (loaded|drawn)/);
  }
});

test('a table is sorted by a press on the head of a column: up, down, and its own order', async ({ page }) => {
  for (const [hash, region, head, place] of [
    ['#/atlas?x-table-network=1', 'Network', 'Rows', 5],
    ['#/timeline?x-table-timeline=1', 'Rows in time, as a table', 'Score', 5],
    ['#/desk', 'Belarus, Poland and the Eastern Flank', 'Rows', 2],
  ] as const) {
    await open(page, hash);
    const table = page.getByRole('region', { name: region, exact: true }).getByRole('table').first();
    const cells = table.locator(`tbody tr > :nth-child(${place})`);
    await expect(cells.nth(2)).toBeVisible();
    const own = await cells.allInnerTexts();
    const press = table.getByRole('button', { name: head, exact: true });
    const numbers = async () =>
      (await cells.allInnerTexts()).flatMap((text) => (text === '' ? [] : [Number.parseFloat(text.replace('−', '-'))]));
    const column = table.getByRole('columnheader', { name: head, exact: true });
    await press.click();
    await expect(column).toHaveAttribute('aria-sort', 'ascending');
    const up = await numbers();
    expect(up.length).toBeGreaterThan(3);
    expect(up).toEqual([...up].sort((a, b) => a - b));
    await press.click();
    await expect(column).toHaveAttribute('aria-sort', 'descending');
    expect((await numbers()).map((n) => -n)).toEqual(up.map((n) => -n).sort((a, b) => a - b));
    await press.click();
    await expect(column).not.toHaveAttribute('aria-sort');
    expect(await cells.allInnerTexts()).toEqual(own);
  }
});

firstVisit('a worldwide record of 150 states is drawn: network, map and matrix', async ({ page }) => {
  const shapes = readShapes(readFileSync(new URL('../src/map/shapes.json', import.meta.url), 'utf8'));
  const places = shapes.states.slice(0, 150).map(({ code, name, label }) => ({ code, name, at: label }));
  const files = Object.fromEntries(
    Object.values(worldTables(places, 1500)).map(({ name, columns, rows }) => [`${name}.csv`, Papa.unparse([columns, ...rows])]),
  );
  await open(page);
  const transfer = await page.evaluateHandle((given) => {
    const data = new DataTransfer();
    for (const [name, text] of Object.entries(given)) data.items.add(new File([text], name));
    return data;
  }, files);
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
  await expect.poll(() => page.url()).toContain('data=dropped');
  await open(page, '#/atlas?data=dropped&rows=1');
  await expect(
    page.getByRole('region', { name: 'Network' }).getByRole('group', { name: /^Network of \d+ actors/ }),
  ).toBeVisible();
  await expect(page.getByRole('region', { name: 'Network' })).toContainText(/\d+ pairs are covered/);
  const states = page.getByRole('listbox', { name: /^States/ }).getByRole('option');
  await expect.poll(() => states.count()).toBeGreaterThan(100);
  await open(page, '#/matrix?data=dropped&rows=1');
  await expect(page.getByRole('grid')).toBeVisible();
});
