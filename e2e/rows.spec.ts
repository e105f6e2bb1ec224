import { expect, open, stateOf, test } from './journey';

const RYZHENKOV = '2026-01-21-ryzhenkov-cooperation-with-poland';

test('a statement opens in full: words, speaker, for whom, when, where, on what', async ({ page }) => {
  await open(page, `#/evidence?item=${RYZHENKOV}`);
  const row = page.getByRole('article');
  await expect(row.locator('blockquote')).toHaveText(/^“To be honest, I most of all expect that cooperation .*”$/);
  await expect(row.getByRole('button', { name: 'Maksim Ryzhenkov' })).toBeVisible();
  await expect(row.locator('.by')).toHaveText(/Maksim Ryzhenkov\s+for Belarus/);
  await expect(row.locator('.date')).toHaveText('21 January 2026');
  await expect(row.locator('dl').first()).toContainText('Minsk');
  await expect(row.getByRole('button', { name: 'trade' })).toBeVisible();
  await expect(row.locator('dl').first()).toContainText('high');
});

test('its stances stand with each coder’s score and reason, and who the coders are', async ({ page }) => {
  await open(page, `#/evidence?item=${RYZHENKOV}`);
  const row = page.getByRole('article');
  const stance = row.locator('.stance').filter({ hasText: 'Belarus on Poland' });
  await expect(stance).toContainText('By own words');
  await stance.getByText(/^4 coders/).click();
  const coders = stance.getByRole('table', { name: 'Scores of each coder' });
  await expect(coders.getByRole('row')).toHaveCount(5);
  for (const coder of ['a', 'b', 'c', 'd']) {
    const line = coders.getByRole('row').filter({ has: page.getByRole('rowheader', { name: coder, exact: true }) });
    await expect(line.getByRole('img')).toHaveAccessibleName(/^([+−]\d|0)/);
    await expect(line.getByRole('cell').last()).not.toBeEmpty();
  }
  await expect(row).toContainText('readings by language models (4 coders)');
});

test('every source is a link with outlet, kind and date; a mirror is text', async ({ page }) => {
  await open(page, `#/evidence?item=${RYZHENKOV}`);
  const row = page.getByRole('article');
  const link = row.getByRole('link', { name: /^Voice of East/ });
  await expect(link).toHaveAttribute('href', /^https:\/\/voiceofeast\.net\/2026\/01\/26\//);
  await expect(link).toHaveAttribute('rel', /noreferrer/);
  const item = row.getByRole('listitem').filter({ hasText: 'Voice of East' });
  await expect(item).toContainText('opinion');
  await expect(item).toContainText('26 January 2026');
  const mirror = row.getByRole('listitem').filter({ hasText: 'Xinhua' });
  await expect(mirror).toContainText('read at a mirror: https://');
  await expect(mirror.getByRole('link')).toHaveCount(0);
});

test('what was translated says so', async ({ page }) => {
  await open(page, '#/evidence?item=2025-12-24-tertel-dialogue-poland-under-way-result-expected');
  await page
    .getByRole('region', { name: 'List of rows' })
    .getByRole('button', { name: /^24 Dec 2025.*With Poland we have a dialogue/ })
    .first()
    .click();
  await expect(page.getByRole('article').locator('.by')).toContainText('translated');
});

test('a date is no more precise than the record', async ({ page }) => {
  await open(page, '#/evidence?item=2025-10-drakakhrust-channel-between-trump-putin-part-deal');
  await expect(page.getByRole('article').locator('.date')).toHaveText('October 2025, day not known');
  await open(page, '#/evidence?item=2025-korybko-minsk-need-not-fear-russia-neglecting');
  await expect(page.getByRole('article').locator('.date')).toHaveText(/March.*May 2025/);
});

test('what is disputed, and what argues against it, stand beside the row', async ({ page }) => {
  await open(page, '#/evidence');
  // The list keeps only what is in sight: it is scrolled until the row is.
  const list = page.getByRole('region', { name: 'List of rows' });
  const disputed = list.getByRole('button', { name: /^21 Nov 2025/ });
  await list.getByRole('listitem').nth(2).hover();
  await page.mouse.wheel(0, 500);
  await disputed.click();
  const row = page.getByRole('article');
  await expect(row.getByRole('heading', { name: 'Disputed' })).toBeVisible();
  await expect(row.getByRole('heading', { name: 'What argues against it' })).toBeVisible();
  const against = row.locator('section', { hasText: 'What argues against it' }).getByRole('button').first();
  await expect(against.getByRole('img')).toHaveAccessibleName(/^−/);
  await against.click();
  await expect(row.getByRole('heading', { level: 3 })).not.toHaveText('');
});

test('a link to the row is copied, and opens it alone', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, `#/evidence?item=${RYZHENKOV}&from=2025-06-01&to=2026-01-31&at=2026-01-31&pair=belarus~lithuania`);
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByRole('article')).toContainText('Link copied.');
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toMatch(new RegExp(`#/evidence\\?item=${RYZHENKOV}$`));
  await page.goto('about:blank');
  await page.goto(link);
  await expect(page.getByRole('article').locator('blockquote')).toContainText('cooperation will be restored');
  expect(stateOf(page).get('pair')).toBeNull();
});

test('a citation is copied with who, what, when, sources and the link', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, `#/evidence?item=${RYZHENKOV}`);
  await page.getByRole('button', { name: 'Copy citation' }).click();
  await expect(page.getByRole('article')).toContainText('Citation copied.');
  const citation = await page.evaluate(() => navigator.clipboard.readText());
  expect(citation).toMatch(/^Maksim Ryzhenkov \(for Belarus\): “To be honest/);
  expect(citation).toContain('21 January 2026');
  expect(citation).toContain('https://voiceofeast.net/2026/01/26/');
  expect(citation).toContain('read at a mirror');
  expect(citation).toContain(`item=${RYZHENKOV}`);
});

test('a link to a row that the record does not hold says so', async ({ page }) => {
  await open(page, '#/evidence?item=2030-01-01-never-said');
  await expect(page.getByRole('region', { name: 'Opened row' })).toContainText('2030-01-01-never-said');
});

test('the list is ordered by date or by score', async ({ page }) => {
  await open(page, '#/evidence');
  const first = page.getByRole('region', { name: 'List of rows' }).getByRole('listitem').first();
  await expect(first).toContainText('21 Jan 2026');
  await page.getByRole('combobox', { name: 'Order' }).selectOption('lowest score first');
  await expect(first.getByRole('img', { name: '−2 hostile' })).toBeVisible();
  await page.getByRole('combobox', { name: 'Order' }).selectOption('oldest first');
  await expect(first).toContainText('26 Jan 2025');
});

test('the rows that argue against the stance, and the coders’ views, stand behind their tabs', async ({ page }) => {
  await open(page, '#/atlas?pair=poland~belarus');
  const rows = page.getByRole('region', { name: 'Rows' });
  await rows.getByRole('tab', { name: /^Against it \(\d+\)/ }).click();
  await expect(rows).toContainText(/scored cooperative or supportive; the stance is −\d\.\d/);
  await rows.getByRole('tab', { name: 'Coders' }).click();
  await expect(rows).toContainText('Krippendorff’s alpha, ordinal');
  await expect(rows).toContainText('readings by language models');
});
