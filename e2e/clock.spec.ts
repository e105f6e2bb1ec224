import type { Page } from '@playwright/test';
import { expect, firstVisit, open, openAtlas, plates, stateOf, test } from './journey';

const date = (page: Page) => expect(plates(page).hand);

test('the hand is dragged, and every plate follows', async ({ page }) => {
  const { hand, network, map } = await openAtlas(page);
  const before = await network.getByRole('group', { name: /^Network of/ }).getAttribute('aria-label');
  const box = (await hand.boundingBox())!;
  const x = box.x + box.width / 2;
  const y = box.y + box.height / 2;
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 200, y, { steps: 4 });
  await page.mouse.move(x - 420, y, { steps: 4 });
  await page.mouse.up();
  await date(page).toHaveAttribute('aria-valuetext', /September 2025/);
  await expect(network.getByRole('group', { name: /^Network of.*September 2025/ })).toBeVisible();
  expect(before).toMatch(/26 January 2026/);
  await expect(map.getByRole('option', { name: /^Poland: −/ })).toBeAttached();
  await expect.poll(() => stateOf(page).get('at')).toMatch(/^2025-(09|10)/);
});

test('the hand moves by day, week and month from the keyboard, and not past the window', async ({ page }) => {
  const { hand } = await openAtlas(page);
  await hand.focus();
  for (const [key, day] of [
    ['ArrowLeft', '25 January 2026'],
    ['Shift+ArrowLeft', '18 January 2026'],
    ['PageDown', '18 December 2025'],
    ['Home', '1 January 2025'],
    ['ArrowLeft', '1 January 2025'],
    ['End', '31 January 2026'],
  ] as const) {
    await page.keyboard.press(key);
    await date(page).toHaveAttribute('aria-valuetext', day);
  }
});

test('the step is chosen: day, week or month', async ({ page }) => {
  await openAtlas(page);
  for (const [step, day] of [
    ['day', '25 January 2026'],
    ['month', '25 December 2025'],
    ['week', '18 December 2025'],
  ] as const) {
    await page.getByRole('button', { name: /^Step and speed/ }).click();
    await page
      .getByRole('group', { name: 'Step and speed' })
      .getByRole('button', { name: `one ${step}`, exact: true })
      .click();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: `Back one ${step}` }).click();
    await date(page).toHaveAttribute('aria-valuetext', day);
  }
});

firstVisit('play moves at the chosen speed, and pause holds', async ({ page }) => {
  await page.clock.install();
  await openAtlas(page, '#/atlas?at=2025-06-01');
  await page.getByRole('button', { name: /^Step and speed/ }).click();
  await page.getByRole('button', { name: '1 week a second' }).click();
  await page.keyboard.press('Escape');
  await page.clock.pauseAt(new Date(Date.now() + 3_600_000));
  await page.getByRole('button', { name: 'Play' }).click();
  await page.clock.runFor(2_500);
  await date(page).toHaveAttribute('aria-valuetext', '15 June 2025');
  await page.getByRole('button', { name: 'Pause' }).click();
  await page.clock.runFor(10_000);
  await expect(page.getByRole('button', { name: 'Play' })).toBeVisible();
  await date(page).toHaveAttribute('aria-valuetext', '15 June 2025');
  await expect.poll(() => stateOf(page).get('speed')).toBe('1');
});

test('the window is dragged on the strip by its ends', async ({ page }) => {
  const { instrument } = await openAtlas(page);
  const first = instrument.getByRole('slider', { name: 'First day of the window' });
  const box = (await first.boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x - 150, box.y + box.height / 2, { steps: 5 });
  await page.mouse.up();
  await expect(first).toHaveAttribute('aria-valuetext', /2024/);
  await expect.poll(() => stateOf(page).get('from')).toMatch(/^2024/);
  expect(stateOf(page).get('to')).toBe('2026-01-31');
  await expect(instrument.getByRole('button', { name: /^First day of the window: .*2024/ })).toBeVisible();
});

test('the window is moved whole by its middle, and the date goes with it', async ({ page }) => {
  const { instrument } = await openAtlas(page, '#/atlas?from=2025-06-01&to=2025-08-31&at=2025-08-31');
  const [first, last] = await Promise.all(
    ['First', 'Last'].map((end) => instrument.getByRole('slider', { name: `${end} day of the window` }).boundingBox()),
  );
  const x = (first!.x + last!.x + last!.width) / 2;
  const y = first!.y + first!.height / 2;
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 120, y, { steps: 5 });
  await page.mouse.up();
  await expect.poll(() => stateOf(page).get('from')).toMatch(/^202[45]-(0[1-5]|1)/);
  const state = stateOf(page);
  const length = (Date.parse(state.get('to')!) - Date.parse(state.get('from')!)) / 86_400_000;
  expect(length).toBe(91);
  expect(Date.parse(state.get('at')!)).toBeLessThanOrEqual(Date.parse(state.get('to')!));
});

test('the window is dragged over the events, too', async ({ page }) => {
  const { instrument } = await openAtlas(page);
  const plot = instrument.locator('.events');
  await expect(plot.locator('.vis-item').first()).toBeVisible();
  const box = (await plot.boundingBox())!;
  const drag = async (by: number) => {
    await page.mouse.move(box.x + 500, box.y + box.height - 4);
    await page.mouse.down();
    await page.mouse.move(box.x + 500 + by, box.y + box.height - 4, { steps: 6 });
    await page.mouse.up();
  };
  // The first hand that comes near has vis-timeline fetched, and need not wait for it.
  await drag(200);
  await expect.poll(() => stateOf(page).get('from')).toMatch(/^2024/);
  // It draws what stood there, where it stood.
  const drawn = () =>
    plot.locator('.vis-item').evaluateAll((items) =>
      items.map((item) => {
        const label = item.querySelector('.vis-item-content')!;
        const boxes = [item, label].map((part) => part.getBoundingClientRect());
        const id = (item as HTMLElement).dataset['id'] ?? '';
        return { id, text: label.textContent, at: boxes.flatMap(({ x, y, width }) => [x, y, width]) };
      }),
    );
  const still = (await drawn()).filter(({ text }) => text !== '');
  await expect(plot.locator('.vis-timeline')).toBeVisible();
  const moving = new Map((await drawn()).map((item) => [item.id, item]));
  expect(still.length).toBeGreaterThan(5);
  for (const { id, text, at } of still) {
    expect(moving.get(id)?.text, id).toBe(text);
    const apart = at.map((px, i) => Math.abs(px - (moving.get(id)?.at[i] ?? Infinity)));
    expect(Math.max(...apart), `${id}: ${apart.join(', ')}`).toBeLessThan(1.1);
  }
  await drag(-200);
  await expect.poll(() => stateOf(page).get('from')).toMatch(/^2025/);
});

test('the ends of the window move by key, and by naming a window', async ({ page }) => {
  const { instrument } = await openAtlas(page);
  const last = instrument.getByRole('slider', { name: 'Last day of the window' });
  await last.focus();
  await page.keyboard.press('End');
  await expect(last).toHaveAttribute('aria-valuetext', '31 May 2026');
  await instrument.getByRole('button', { name: /^First day of the window/ }).click();
  await page.getByRole('button', { name: 'The year 2026' }).click();
  await expect.poll(() => [stateOf(page).get('from'), stateOf(page).get('to')]).toEqual(['2026-01-01', '2026-12-31']);
});

test('a running stance is read by decay, as the latest row, or as the mean of the window', async ({ page }) => {
  const { map } = await openAtlas(page);
  const poland = (words: RegExp) => expect(map.getByRole('option', { name: words })).toBeAttached();
  await poland(/^Poland: \+0\.1 /);
  const choose = async (words: string) => {
    await page.getByRole('button', { name: /^How a stance is read/ }).click();
    await page.getByRole('group', { name: 'How a stance is read' }).getByRole('button', { name: words }).click();
    await page.keyboard.press('Escape');
  };
  await choose('The rows of the latest date');
  await poland(/^Poland: \+1\.0 /);
  await choose('The plain mean of the window');
  await poland(/^Poland: −0\.5 /);
  await expect.poll(() => stateOf(page).get('mode')).toBe('mean');
  await choose('Every row, weighed down');
  await poland(/^Poland: \+0\.1 /);
  await page.getByRole('button', { name: /^How a stance is read/ }).click();
  await page.getByLabel('Half-life').fill('3650');
  await page.keyboard.press('Enter');
  await poland(/^Poland: −0\.\d /);
});

/** Where every actor of the network stands. */
const places = (page: Page) =>
  plates(page)
    .network.locator('[data-actor]')
    .evaluateAll((nodes) =>
      nodes.map((node) => `${node.textContent} ${node.querySelector('[transform]')?.getAttribute('transform')}`),
    );

test('actors stay where they are while time moves', async ({ page }) => {
  const { hand } = await openAtlas(page);
  const before = await places(page);
  expect(before.filter((place) => /\(\d/.test(place)).length).toBeGreaterThan(10);
  await hand.focus();
  await page.keyboard.press('Home');
  await date(page).toHaveAttribute('aria-valuetext', '1 January 2025');
  expect(await places(page)).toEqual(before);
});

test('actors move to their new places when the set of them changes', { tag: '@frames' }, async ({ page }) => {
  await openAtlas(page);
  // A lead that is still being worked out changes its height, and with it the network's.
  await expect(page.locator('#lead')).not.toContainText(/being (made|worked out)/);
  const seen = await moves(page);
  expect(seen.size, 'Poland is seen between its old place and its new one').toBeGreaterThan(2);
});

test('with reduced motion they stand there at once', { tag: '@frames' }, async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openAtlas(page);
  // A lead that is still being worked out changes its height, and with it the network's.
  await expect(page.locator('#lead')).not.toContainText(/being (made|worked out)/);
  const seen = await moves(page);
  expect(seen.size).toBeLessThanOrEqual(2);
});

/** Places in which Poland is seen from frame to frame while a filter takes actors out of the network, until it rests. */
async function moves(page: Page): Promise<Set<string>> {
  const poland = plates(page).network.locator('[data-actor]', { hasText: /^\s*Poland\s*$/ });
  const seen = poland.evaluate(
    (node) =>
      new Promise<string[]>((resolve) => {
        const all: string[] = [];
        let still = 0;
        const frame = () => {
          const place = node.querySelector('[transform]')?.getAttribute('transform') ?? '';
          still = place === all.at(-1) ? still + 1 : 0;
          if (still === 0) all.push(place);
          if (all.length > 1 && still > 30) resolve(all);
          else requestAnimationFrame(frame);
        };
        frame();
      }),
  );
  await page.getByRole('button', { name: 'two rows or more' }).click();
  await page.getByLabel('Ten rows or more').check();
  return new Set(await seen);
}

test('the lanes are by pair, actor, topic or side of source', async ({ page }) => {
  await open(page, '#/timeline');
  const lanes = page.getByRole('group', { name: 'Lanes by' });
  await lanes.getByRole('button', { name: 'topic' }).click();
  await expect(page.locator('#main').getByRole('button', { name: /^border$/i })).toBeVisible();
  await lanes.getByRole('button', { name: 'actor' }).click();
  await expect(page.locator('#main').getByRole('button', { name: 'Belarus', exact: true })).toBeVisible();
  await expect.poll(() => stateOf(page).get('lanes')).toBe('actor');
  await lanes.getByRole('button', { name: 'side' }).click();
  await expect(page.locator('#main')).toContainText('above, a row stands with each side of its sources');
  // A lane's name chooses its side, as a filter that the sentence names.
  await page.locator('#main').getByRole('button', { name: 'Polish', exact: true }).click();
  await expect.poll(() => stateOf(page).get('side')).toBe('poland');
  await expect(page.getByRole('region', { name: 'Filters' })).toContainText('the Polish side');
  await expect(page.locator('#main').getByRole('button', { name: 'Polish', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  // A record whose sources have no sides offers none.
  await open(page, '#/timeline?data=great-powers&lanes=side');
  await expect(lanes.getByRole('button', { name: 'side' })).toHaveCount(0);
});
