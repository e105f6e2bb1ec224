import { expect, firstVisit, open, openAtlas, plates, press, stateOf, test, watch } from './journey';

const FULL =
  '#/atlas?from=2025-03-01&to=2025-12-31&at=2025-10-20&step=month&speed=4&mode=latest&half=45&pair=poland~belarus' +
  '&kind=state~alliance&topic=border~talks&source=state-media~news-agency&basis=all&conf=1&sign=negative&rows=1&lanes=topic&map=towards';

firstVisit('a link with everything in it opens with everything set, and stays as it is', async ({ page }) => {
  const { map, rows, hand, instrument } = await openAtlas(page, FULL);
  await expect(hand).toHaveAttribute('aria-valuetext', '20 October 2025');
  await expect(map.getByRole('heading', { level: 2 })).toContainText('Poland');
  await expect(rows.getByRole('heading', { level: 2 })).toHaveText('Poland on Belarus');
  await expect(instrument.getByRole('button', { name: 'Step and speed: one month' })).toBeVisible();
  await expect(instrument.getByRole('button', { name: 'How a stance is read: the latest row' })).toBeVisible();
  await expect(instrument.getByRole('button', { name: 'topic' })).toHaveAttribute('aria-pressed', 'true');
  const filters = page.getByRole('region', { name: 'Filters' });
  for (const words of [
    'border or talks',
    'state media or news agencies',
    'medium or high confidence',
    'critical or hostile',
    'states or alliances',
    'one row or more',
  ])
    await expect(filters).toContainText(words);
  await page.reload();
  await expect(hand).toHaveAttribute('aria-valuetext', '20 October 2025');
  expect(new URL(page.url()).hash).toBe(FULL);
});

test('what was set by hand is the same in a window that knows nothing of it', async ({ page, browser, baseURL }) => {
  const { network, hand, rows } = await openAtlas(page);
  await press(page, network.getByRole('button', { name: /^Russia on Belarus:? / }));
  await expect(rows.getByRole('heading', { level: 2 })).toHaveText('Russia on Belarus');
  await hand.focus();
  await page.keyboard.press('PageDown');
  await page.getByRole('region', { name: 'Filters' }).getByRole('button', { name: 'any confidence' }).click();
  await page.getByRole('radio', { name: /^Medium or high/ }).check();
  await page.keyboard.press('Escape');
  await expect.poll(() => stateOf(page).get('conf')).toBe('1');
  const here = {
    rows: await rows.getByRole('tab').first().textContent(),
    picture: await network.getByRole('group', { name: /^Network of/ }).getAttribute('aria-label'),
    lines: await network.getByRole('button', { name: /, last / }).allTextContents(),
  };
  const cold = await browser.newContext({ ...(baseURL && { baseURL }), viewport: page.viewportSize()! });
  const { wrong } = watch(cold, new URL(page.url()).origin);
  const other = await cold.newPage();
  const there = await openAtlas(other, new URL(page.url()).hash);
  await expect(there.hand).toHaveAttribute('aria-valuetext', '26 December 2025');
  await expect(there.rows.getByRole('heading', { level: 2 })).toHaveText('Russia on Belarus');
  await expect(there.rows.getByRole('tab').first()).toHaveText(here.rows!);
  await expect(there.network.getByRole('group', { name: here.picture! })).toBeVisible();
  expect(await there.network.getByRole('button', { name: /, last / }).allTextContents()).toEqual(here.lines);
  await cold.close();
  expect(wrong).toEqual([]);
});

test('back undoes a selection, forward does it again', async ({ page }) => {
  const { network, rows, map } = await openAtlas(page);
  const heading = rows.getByRole('heading', { level: 2 });
  await network.getByRole('button', { name: /^Lithuania, state/ }).click();
  await expect(heading).toContainText('Lithuania');
  await press(page, map.getByRole('option', { name: /^Belarus: / }));
  await expect(heading).toHaveText('Lithuania on Belarus');
  await page.goBack();
  await expect(heading).toHaveText(/^Lithuania/);
  await expect(heading).not.toHaveText('Lithuania on Belarus');
  await page.goBack();
  await expect(heading).toHaveText('Belarus on Poland');
  await page.goForward();
  await page.goForward();
  await expect(heading).toHaveText('Lithuania on Belarus');
});

test('scrubbing leaves no trail: back is one step away', async ({ page }) => {
  const { hand } = await openAtlas(page);
  await page.keyboard.press('2');
  await expect(page.getByRole('button', { name: 'Timeline' })).toHaveAttribute('aria-current', 'page');
  await hand.focus();
  for (let i = 0; i < 20; i++) await page.keyboard.press('ArrowLeft');
  await expect(hand).toHaveAttribute('aria-valuetext', '6 January 2026');
  await expect.poll(() => stateOf(page).get('at')).toBe('2026-01-06');
  await page.goBack();
  await expect(page.getByRole('button', { name: 'Atlas' })).toHaveAttribute('aria-current', 'page');
});

firstVisit('a broken link opens the default, never an error', async ({ page }) => {
  await openAtlas(page, '#/nowhere?from=yesterday&at=2025-13-45&pair=x&speed=-3&mode=guess&topic=~&rows=none');
  await expect(plates(page).hand).toHaveAttribute('aria-valuetext', /2026/);
});

firstVisit('a link to what the record does not hold says so, suggests the nearest and shows nothing else', async ({ page }) => {
  await open(page, '#/atlas?from=2025-01-01&to=2026-01-31&at=2026-01-26&pair=belarus~polnd');
  const said = page.getByRole('alert', { name: 'Not in this record' });
  await expect(said).toContainText('no actor belarus~polnd');
  await expect(plates(page).network).toHaveCount(0);
  await said.getByRole('button', { name: 'belarus~poland' }).click();
  await expect(plates(page).rows.getByRole('heading', { level: 2 })).toHaveText('Belarus on Poland');
  await page.goto('./#/atlas?from=2025-01-01&to=2026-01-31&at=2026-01-26&pair=atlantis~poland&actor=lemuria');
  await expect(said).toContainText('no actor atlantis~poland');
  await said.getByRole('button', { name: 'Show the record without it' }).click();
  await expect(plates(page).network.getByRole('group', { name: /^Network of/ })).toBeVisible();
});

test('the masthead’s name leads to the first view of the record', async ({ page }) => {
  await open(page, '#/matrix?from=2025-03-01&to=2025-12-31&at=2025-10-20&pair=poland~belarus');
  await page.getByRole('link', { name: 'Stanceline' }).click();
  await expect(plates(page).hand).toHaveAttribute('aria-valuetext', '26 January 2026');
  await expect(plates(page).rows.getByRole('heading', { level: 2 })).toHaveText('Belarus on Poland');
});

firstVisit('a page made for previews says what it leads to, and leads there', async ({ page }) => {
  await page.goto('./at/story-the-pivot.html');
  await expect(page).toHaveTitle(/^A year between Minsk and Warsaw · /);
  await expect.poll(() => stateOf(page).get('x-story')).toBe('the-pivot');
  await expect(page.locator('#main [data-scene="1"]').first()).toBeVisible();
  await expect(page).toHaveTitle(/^A year between Minsk and Warsaw · /);
  const shared = await page.request.get('./at/great-powers/matrix.html');
  expect(await shared.text()).toMatch(/<meta property="og:title" content="Matrix · [^"]*Stanceline"/);
});

firstVisit(
  'the address holds the whole view before anything is touched, and a bare link to a scene that scene',
  async ({ page }) => {
    await openAtlas(page);
    await expect.poll(() => stateOf(page).get('at')).toBe('2026-01-26');
    expect(stateOf(page).get('pair')).toBe('belarus~poland');
    const whole = page.url();
    await page.goto('./#/story?x-story=the-pivot&x-scene=3');
    await expect.poll(() => stateOf(page).get('x-plate')).not.toBeNull();
    expect(stateOf(page).get('x-scene')).toBe('3');
    await page.goBack();
    await expect.poll(() => page.url()).toBe(whole);
  },
);
