import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import type { Download, Locator, Page } from '@playwright/test';
import { axeFaults, expect, firstVisit, open, stateOf, test, withTheme } from './journey';

type Cells = Record<string, string>;
const read = (text: string) => Papa.parse<Cells>(text, { header: true, skipEmptyLines: true });
const scenesOf = (data: string) =>
  read(readFileSync(`data/${data}/scenes.csv`, 'utf8'))
    .data.map((row) => ({
      order: Number(row['order']),
      title: row['title']!,
      text: row['text']!,
      notes: row['text']!.split('---notes---')[1]?.trim() ?? '',
      view: new URLSearchParams(row['view']),
    }))
    .sort((a, b) => a.order - b.order);
const PIVOT = scenesOf('eastern-flank');
const POWERS = scenesOf('great-powers');

/** `26 January 2026` */
const dayOf = (scene: { view: URLSearchParams }) =>
  new Date(scene.view.get('at')!).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });

const scene = (page: Page, n: number) => page.locator(`#main [data-scene="${n}"]`);
const picture = (page: Page) => page.getByRole('region', { name: 'The picture of the scene' });
const clock = (page: Page) => page.getByRole('slider', { name: 'As-of date' });
const steps = (page: Page) => page.getByRole('navigation', { name: 'Scenes' });
const editor = (page: Page) => page.getByRole('region', { name: 'Story editor' });

/** Opens the tour of the eastern flank at one of its scenes. */
async function openScene(page: Page, n: number): Promise<void> {
  await open(page, `#/story?x-story=the-pivot&x-scene=${n}`);
  await expectScene(page, n);
}

/** The scene is on show: its heading in sight, its date on the clock, its place in the link. */
async function expectScene(page: Page, n: number, scenes = PIVOT): Promise<void> {
  await expect.poll(() => stateOf(page).get('x-scene')).toBe(String(n));
  await expect(clock(page)).toHaveAttribute('aria-valuetext', new RegExp(dayOf(scenes[n - 1]!)));
  await expect(scene(page, n).getByRole('heading', { level: 2 })).toHaveText(scenes[n - 1]!.title);
  await expect(scene(page, n).getByRole('heading', { level: 2 })).toBeInViewport();
}

test.describe('reading', () => {
  test('the tour is listed with its nine scenes, and each opens by its link', async ({ page }) => {
    await open(page, '#/story');
    const tour = page.getByRole('article').filter({ hasText: 'A year between Minsk and Warsaw' });
    expect(PIVOT).toHaveLength(9);
    await expect(tour.getByRole('listitem')).toHaveCount(9);
    await tour.getByRole('link', { name: PIVOT[3]!.title }).click();
    await expectScene(page, 4);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('A year between Minsk and Warsaw');
    await expect(scene(page, 4)).toContainText('Scene 4 of 9');
    // Also the link to another scene of the story that is open.
    await page.evaluate(() => (location.hash = '#/story?x-story=the-pivot&x-scene=2'));
    await expectScene(page, 2);
    await expect.poll(() => stateOf(page).get('map')).toBe('towards');
  });

  test('arrow keys turn the page: each scene sets the clock, the focus and the picture', async ({ page }) => {
    await openScene(page, 1);
    await expect(picture(page).getByRole('group', { name: /^Network of/ })).toBeVisible();
    for (let n = 2; n <= 9; n++) {
      await page.keyboard.press('ArrowRight');
      await expectScene(page, n);
      if (n === 4) {
        await expect(picture(page).getByRole('heading', { level: 2 })).toHaveText(/on Belarus/);
        await expect(picture(page).getByRole('listbox', { name: /^States/ })).toBeVisible();
        expect(stateOf(page).get('from')).toBe('2025-09-01');
        expect(stateOf(page).get('actor')).toBe('belarus');
      }
      if (n === 6) {
        await expect(picture(page).getByRole('heading', { level: 2 }).first()).toContainText(
          'Belarus’s words and acts on Poland turned',
        );
        await expect(picture(page)).toContainText(/11 Nov/);
        expect(stateOf(page).get('pair')).toBe('belarus~poland');
      }
    }
    await page.keyboard.press('ArrowRight');
    await expectScene(page, 9);
    await expect(steps(page)).toContainText('The end');
    await page.keyboard.press('ArrowLeft');
    await expectScene(page, 8);
    await expect(picture(page).getByRole('grid', { name: 'Evidence against hypotheses' })).toBeVisible();
    // Who hears the page is told one heading a step.
    await expect(page.getByRole('status').filter({ hasText: `Scene 8 of 9: ${PIVOT[7]!.title}` })).toHaveCount(1);
  });

  test('scrolling the words turns the page', { tag: '@frames' }, async ({ page }) => {
    await openScene(page, 1);
    await scene(page, 1).getByRole('heading', { level: 2 }).hover();
    await expect
      .poll(
        async () => {
          await page.mouse.wheel(0, 160);
          return stateOf(page).get('x-scene');
        },
        { intervals: [400], timeout: 30_000 },
      )
      .toBe('2');
    await expect(clock(page)).toHaveAttribute('aria-valuetext', new RegExp(dayOf(PIVOT[1]!)));
    await expect(picture(page).getByRole('listbox', { name: /^States/ })).toBeVisible();
  });

  test('marks and names below lead to any scene, and back', async ({ page }) => {
    await openScene(page, 1);
    await steps(page)
      .getByRole('button', { name: /^Next: A year earlier/ })
      .click();
    await expectScene(page, 2);
    await steps(page)
      .getByRole('button', { name: /^Scene 6:/ })
      .click();
    await expectScene(page, 6);
    await steps(page)
      .getByRole('button', { name: /^Earlier: A test/ })
      .click();
    await expectScene(page, 5);
    await page.goBack();
    await expectScene(page, 6);
  });

  test('a linked sentence opens its evidence: the words, who said them, and the pages', async ({ page }) => {
    await openScene(page, 1);
    const link = scene(page, 1).getByRole('link', { name: 'he expects cooperation to be restored soonest with Poland' });
    await link.focus();
    await page.keyboard.press('Enter');
    await expect(link).toHaveAttribute('aria-expanded', 'true');
    const card = scene(page, 1).locator('[data-card="2026-01-21-ryzhenkov-cooperation-with-poland"]');
    await expect(card).toHaveCount(1);
    await expect(card).toContainText('I most of all expect that cooperation will be restored most quickly with Poland');
    await expect(card).toContainText('Maksim Ryzhenkov');
    await expect(card.getByRole('listitem').first()).toContainText(/Voice of East/);
    await expect.poll(() => stateOf(page).get('item')).toBe('2026-01-21-ryzhenkov-cooperation-with-poland');
    // A claim of the article opens too, and leads to its rows.
    await scene(page, 1)
      .getByRole('link', { name: /^what changed, since when/ })
      .click();
    await scene(page, 1).getByRole('button', { name: 'The rows for and against it' }).click();
    await expect(page.getByRole('region', { name: 'The claim in full' })).toContainText('perception of Poland changed radically');
  });

  test('a sentence whose row has no card shows it below the words', async ({ page }) => {
    await openScene(page, 4);
    await scene(page, 4).getByRole('link', { name: 'drones entered Polish airspace' }).click();
    const card = scene(page, 4).locator('[data-card="2025-09-10-drones-enter-polish-airspace-poland-allies-shoot"]');
    await expect(card).toBeInViewport();
    await expect(card.getByRole('listitem').first()).toContainText('The Irish Times, ');
    await expect(card.getByRole('link').first()).toHaveAttribute('href', /^https?:/);
    await card.getByRole('button', { name: 'All that the record says of it' }).click();
    await expect(page.getByRole('button', { name: 'Rows', exact: true })).toHaveAttribute('aria-current', 'page');
  });

  test('explore from here leaves the scene for its view, with clock and focus, and back returns', async ({ page }) => {
    await openScene(page, 4);
    await scene(page, 4).getByRole('button', { name: 'Explore from here' }).click();
    await expect(page.getByRole('button', { name: 'Atlas' })).toHaveAttribute('aria-current', 'page');
    await expect(clock(page)).toHaveAttribute('aria-valuetext', /16 September 2025/);
    await expect.poll(() => stateOf(page).get('actor')).toBe('belarus');
    expect(stateOf(page).get('x-story')).toBeNull();
    await page.goBack();
    await expectScene(page, 4);
  });

  test('who turns the view away is led back to the scene', async ({ page }) => {
    await openScene(page, 1);
    await clock(page).focus();
    await page.keyboard.press('ArrowLeft');
    await expect(clock(page)).not.toHaveAttribute('aria-valuetext', /26 January 2026/);
    await scene(page, 1).getByRole('button', { name: 'Back to the scene’s view' }).click();
    await expectScene(page, 1);
  });

  test('the powers fall into two camps: balanced in 1907', async ({ page }) => {
    await open(page, '#/story?data=great-powers');
    await page.getByRole('link', { name: 'How Europe fell into two camps' }).click();
    await expectScene(page, 1, POWERS);
    await steps(page)
      .getByRole('button', { name: /^Scene 4:/ })
      .click();
    await expectScene(page, 4, POWERS);
    // The triad that the scene begins with is lit in the network, and each that is named, once its words are pressed.
    const line = (one: string, other: string) =>
      picture(page).locator(`[data-line="${one} ${other}"], [data-line="${other} ${one}"]`).first();
    await expect(line('germany', 'austria-hungary')).toHaveClass(/\blit\b/);
    await expect(line('france', 'united-kingdom')).toHaveClass(/\bfaded\b/);
    await scene(page, 4)
      .getByRole('link', { name: /Britain and France with Russia/ })
      .click();
    await expect(line('france', 'united-kingdom')).toHaveClass(/\blit\b/);
    await expect(line('germany', 'austria-hungary')).toHaveClass(/\bfaded\b/);
    await expect(scene(page, 4).locator('[data-card^="triad:"]')).toContainText('Three mutual enemies: strained.');
    // A number of the text says what it counts.
    await scene(page, 4).getByRole('link', { name: 'Seven', exact: true }).click();
    await expect(scene(page, 4).locator('[data-card^="figure:"]')).toContainText(
      'Triads whose three pairs have a sign on 31 December 1872. The rows give the same.',
    );
    // Following the text is not leaving the scene.
    await expect(scene(page, 4).getByRole('button', { name: 'Back to the scene’s view' })).toHaveCount(0);
    await steps(page)
      .getByRole('button', { name: /^Scene 9:/ })
      .click();
    await expectScene(page, 9, POWERS);
    await expect(picture(page)).toContainText(/15 of 15 signed ties hold on 31 December 1907/);
    expect(stateOf(page).get('data')).toBe('great-powers');
  });

  test('a story is saved and linked from where it is read', async ({ page }) => {
    await openScene(page, 3);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByRole('dialog', { name: 'Take it along' })).toBeVisible();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Link', exact: true }).click();
    await expect(page.locator('.toast')).toContainText(/link to this view/);
    await expectScene(page, 3);
  });

  test('a story that is not here is named, and the others are offered', async ({ page }) => {
    await open(page, '#/story?x-story=no-such-story');
    await expect(page.getByText('There is no story called “no-such-story” here')).toBeVisible();
    await expect(page.getByRole('link', { name: 'A year between Minsk and Warsaw' })).toBeVisible();
  });
});

test.describe('with a finger', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  test('a swipe over the words turns the page', async ({ page }) => {
    await open(page, '#/story?x-story=the-pivot&x-scene=1');
    const box = (await scene(page, 1).boundingBox())!;
    const y = Math.min(box.y + 120, 760);
    const cdp = await page.context().newCDPSession(page);
    const swipe = async (from: number, to: number) => {
      await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x: from, y }] });
      await cdp.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x: to, y }] });
      await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    };
    await swipe(320, 80);
    await expect.poll(() => stateOf(page).get('x-scene')).toBe('2');
    await expect(scene(page, 2).getByRole('heading', { level: 2 })).toBeInViewport();
    await swipe(80, 320);
    await expect.poll(() => stateOf(page).get('x-scene')).toBe('1');
  });
});

test.describe('presenting', () => {
  const talking = (page: Page) => page.getByRole('timer', { name: /^Time of the talk/ });
  const full = (page: Page) => page.evaluate(() => document.fullscreenElement !== null);

  /** The tour of the powers, whose scenes are short. */
  async function openPowers(page: Page): Promise<void> {
    await open(page, '#/story?data=great-powers&x-story=two-camps&x-scene=1');
    await expectScene(page, 1, POWERS);
  }

  /** What of a talk's words hangs out of the part that is on show, and whether its picture has to be scrolled. */
  const cut = (page: Page) =>
    page.evaluate(() => {
      const room = document.querySelector('.talk .room')!.getBoundingClientRect();
      const lines = [...document.querySelectorAll('.talk .flow :is(h2, p, li, button)')].flatMap((element) =>
        [...element.getClientRects()]
          .filter(({ left, right }) => left < room.right - 1 && right > room.left + 1)
          .filter(
            ({ top, bottom, left, right }) =>
              top < room.top - 2 || bottom > room.bottom + 2 || left < room.left - 2 || right > room.right + 2,
          )
          .map(() => (element as HTMLElement).innerText.slice(0, 40)),
      );
      const plate = document.querySelector('section.plate > .plate')!;
      const hangs = plate.scrollHeight > plate.clientHeight + 1 || plate.scrollWidth > plate.clientWidth + 1;
      return hangs ? [...lines, 'the picture'] : lines;
    });

  test('keys turn, blank, point and stop the time, and a talk that is left stays at its scene and can go on', async ({
    page,
  }) => {
    await openPowers(page);
    await page.getByRole('button', { name: 'Present', exact: true }).click();
    await expect(talking(page)).toContainText(`scene 1 of ${POWERS.length}`);
    await expect.poll(() => full(page)).toBe(true);
    for (const [key, n] of [
      ['ArrowRight', 2],
      ['Space', 3],
      ['ArrowLeft', 2],
      ['End', POWERS.length],
      ['Home', 1],
      ['PageDown', 2],
    ] as const) {
      await page.keyboard.press(key);
      await expectScene(page, n, POWERS);
      await expect(talking(page)).toContainText(`scene ${n} of ${POWERS.length}`);
    }
    // One scene is on show, not the column.
    await expect(page.locator('#main [data-scene]')).toHaveCount(1);
    await page.keyboard.press('b');
    const blank = page.getByRole('button', { name: 'Show the scene again (b)' });
    await expect(blank).toBeVisible();
    await expect(blank).toHaveCSS('position', 'fixed');
    await page.keyboard.press('b');
    await expect(blank).toHaveCount(0);
    await page.keyboard.press('p');
    await expect(page.getByRole('button', { name: 'Pointer' })).toHaveAttribute('aria-pressed', 'true');
    await page.mouse.move(900, 400);
    const pointing = page.locator('.pointing');
    // Its middle is where the hand is.
    await expect.poll(() => pointing.boundingBox()).toEqual({ x: 884, y: 384, width: 32, height: 32 });
    await page.keyboard.press('p');
    await expect(pointing).toHaveCount(0);
    await expect(talking(page)).toContainText(/0:0[1-9]|0:[1-5]\d/);
    await page.keyboard.press('t');
    await expect(talking(page)).toContainText('stopped');
    await page.keyboard.press('t');
    await expect(talking(page)).not.toContainText('stopped');
    await page.getByRole('button', { name: 'Leave', exact: true }).click();
    await expect(talking(page)).toHaveCount(0);
    await expectScene(page, 2, POWERS);
    await expect(page.locator('#main [data-scene]')).toHaveCount(POWERS.length);
    await page.getByRole('button', { name: /^Go on with the talk, 0:/ }).click();
    await expect(talking(page)).toContainText(`scene 2 of ${POWERS.length}`);
    await expect(talking(page)).not.toContainText('0:00scene');
  });

  test('f and Escape leave the full screen and not the talk, which Escape leaves then', async ({ page }) => {
    await openPowers(page);
    await page.getByRole('button', { name: 'Present', exact: true }).click();
    await expect.poll(() => full(page)).toBe(true);
    for (const key of ['f', 'Escape']) {
      await page.keyboard.press(key);
      await expect.poll(() => full(page)).toBe(false);
      await expect(talking(page)).toContainText('scene 1 of');
      await expect(page.getByRole('button', { name: 'Full screen' })).toHaveAttribute('aria-pressed', 'false');
      await page.keyboard.press('f');
      await expect.poll(() => full(page)).toBe(true);
    }
    await page.evaluate(() => document.exitFullscreen());
    await expect(page.getByRole('button', { name: 'Full screen' })).toHaveAttribute('aria-pressed', 'false');
    await page.keyboard.press('Escape');
    await expect(talking(page)).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Present', exact: true })).toBeVisible();
  });

  for (const [width, height] of [
    [1280, 720],
    [1920, 1080],
  ] as const) {
    test(`every scene fits a screen of ${width} by ${height}: in parts where it must, no line cut, and the picture whole`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height });
      await openScene(page, 1);
      await page.getByRole('button', { name: 'Present', exact: true }).click();
      const at = page.locator('.talk .more');
      let seen = 0;
      for (let n = 1; n <= PIVOT.length; n++) {
        await expectScene(page, n);
        await expect(picture(page).getByText(/wait|loading/i)).toHaveCount(0);
        const parts = Number(/of (\d+)/.exec(await at.innerText())?.[1] ?? 1);
        for (let part = 1; part <= parts; part++) {
          if (parts > 1) await expect(at).toContainText(`part ${part} of ${parts}`);
          // Said where there is more, and only there.
          await expect(page.getByRole('button', { name: 'More of this scene' })).toHaveCount(part < parts ? 1 : 0);
          expect(await cut(page), `scene ${n}, part ${part}`).toEqual([]);
          seen++;
          await page.keyboard.press('ArrowRight');
        }
      }
      expect(seen).toBeGreaterThan(PIVOT.length);
      await expect(at).toContainText('part');
      // Back leads through the parts again.
      await page.keyboard.press('ArrowLeft');
      await expect(page.getByRole('button', { name: 'More of this scene' })).toBeVisible();
    });
  }

  test('the notes stand in a window of their own, follow the talk, and turn it', async ({ page, context }) => {
    await openPowers(page);
    await page.getByRole('button', { name: 'Present', exact: true }).click();
    await expect(talking(page)).toBeVisible();
    const opened = context.waitForEvent('page');
    await page.keyboard.press('n');
    const notes = await opened;
    await expect(notes.getByRole('heading', { level: 1 })).toHaveText(POWERS[0]!.title);
    await expect(notes.locator('main')).toContainText(POWERS[0]!.notes.slice(0, 80));
    await expect(notes.locator('main')).toContainText(`Next: ${POWERS[1]!.title}`);
    // What is for the speaker never stands before the room.
    await expect(page.locator('body')).not.toContainText(POWERS[0]!.notes.slice(0, 60));
    await page.bringToFront();
    await page.keyboard.press('ArrowRight');
    await expectScene(page, 2, POWERS);
    await expect(notes.getByRole('heading', { level: 1 })).toHaveText(POWERS[1]!.title);
    await expect(notes.locator('main')).toContainText(`scene 2 of ${POWERS.length}`);
    await notes.bringToFront();
    await notes.keyboard.press('ArrowRight');
    await expect(notes.getByRole('heading', { level: 1 })).toHaveText(POWERS[2]!.title);
    await expectScene(page, 3, POWERS);
    await notes.getByRole('button', { name: 'Blank' }).click();
    await expect(page.getByRole('button', { name: 'Show the scene again (b)' })).toBeVisible();
    await notes.getByRole('button', { name: 'Stop the time' }).click();
    await expect(notes.getByRole('button', { name: 'Start the time' })).toBeVisible();
    await expect(notes.getByRole('timer')).toContainText('stopped');
  });
});

test.describe('writing', () => {
  /** Drafts that this browser keeps, as `title: first scene, second scene`. */
  const kept = (page: Page) =>
    page.evaluate(
      () =>
        new Promise<string[]>((resolve, reject) => {
          const asked = indexedDB.open('stanceline-stories');
          asked.onerror = () => reject(new Error('no drafts are kept'));
          asked.onsuccess = () => {
            const database = asked.result;
            const all = database.transaction('drafts').objectStore('drafts').getAll();
            all.onerror = () => reject(new Error('no drafts are kept'));
            all.onsuccess = () => {
              database.close();
              const drafts = (all.result as { draft: { title: string; scenes: { title: string }[] } }[]).map(
                ({ draft }) => draft,
              );
              resolve(drafts.map(({ title, scenes }) => `${title}: ${scenes.map((each) => each.title).join(', ')}`));
            };
          };
        }),
    );

  const rows = (page: Page) => editor(page).getByRole('group', { name: /^Scene \d+$/ });

  /** A draft of two scenes: the map on a pair in June 2025, then the network. */
  async function twoScenes(page: Page): Promise<void> {
    await open(page, '#/story?from=2025-03-01&to=2025-09-30&at=2025-06-15&pair=poland~belarus');
    await page.getByRole('button', { name: 'Write a story' }).click();
    await editor(page).getByLabel('Title', { exact: true }).fill('Two looks');
    await editor(page).getByLabel('Author').fill('A reader');
    await editor(page).getByLabel('Picture').selectOption('Map');
    await capture(page, 'First look', 'Minsk [spoke of Poland](2026-01-21-ryzhenkov-cooperation-with-poland).');
    await editor(page).getByLabel('Picture').selectOption('Network');
    await capture(page, 'Second look', 'Poland, [as Minsk named it](2026-01-21-ryzhenkov-cooperation-with-poland).');
  }

  async function capture(page: Page, title: string, text: string): Promise<void> {
    const before = await rows(page).count();
    await editor(page).getByRole('button', { name: 'Capture the present view as a scene' }).click();
    await expect(rows(page)).toHaveCount(before + 1);
    await editor(page)
      .getByLabel(`Title of scene ${before + 1}`)
      .fill(title);
    await editor(page).getByLabel('Text', { exact: true }).fill(text);
  }

  firstVisit('the present view is captured, written to, put in order by keyboard, and outlives the page', async ({ page }) => {
    await twoScenes(page);
    await expect(editor(page)).toContainText('Network, March to September 2025, as of 15 June 2025: as it stands now');
    // The second scene asks: half a question is a fault.
    await editor(page).getByText('Ask the reader').click();
    await editor(page).getByLabel('Question').fill('Who named whom?');
    await editor(page)
      .getByLabel(/^Choices/)
      .fill('Minsk');
    await expect(rows(page).nth(1)).toContainText('1 fault');
    await editor(page)
      .getByLabel(/^Choices/)
      .pressSequentially('\nWarsaw');
    await expect(rows(page).nth(1)).not.toContainText('fault');
    await editor(page).getByRole('button', { name: 'Earlier: scene 2' }).focus();
    await page.keyboard.press('Enter');
    await expect(rows(page)).toContainText(['Second look', 'First look']);
    await expect(
      rows(page)
        .first()
        .getByRole('button', { name: /Second look/ }),
    ).toBeFocused();
    await page.keyboard.press('Control+z');
    await expect(rows(page)).toContainText(['First look', 'Second look']);
    await page.keyboard.press('Control+Shift+Z');
    await expect(rows(page)).toContainText(['Second look', 'First look']);
    await expect.poll(() => kept(page)).toEqual(['Two looks: Second look, First look']);
    await page.reload();
    await expect(rows(page)).toContainText(['Second look', 'First look']);
    await expect(editor(page).getByLabel('Title', { exact: true })).toHaveValue('Two looks');
    // Played, it reads like any story.
    await editor(page).getByRole('button', { name: 'Play' }).click();
    await expect(scene(page, 1).getByRole('heading', { level: 2 })).toHaveText('Second look');
    await expect(scene(page, 1).getByRole('button', { name: 'Warsaw' })).toBeVisible();
    await page.keyboard.press('ArrowRight');
    await expect(picture(page).getByRole('listbox', { name: /^States/ })).toBeVisible();
    await expect(clock(page)).toHaveAttribute('aria-valuetext', /15 June 2025/);
    // Its link carries it: where no draft is kept it is read all the same, and changed as a copy.
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Link', exact: true }).click();
    await expect(page.getByText(/^The link is copied. Your story stands in it/)).toBeVisible();
    const carrying = await page.evaluate(() => navigator.clipboard.readText());
    expect(carrying).toMatch(/x-story=told:.*x-told=/);
    await page.goto('./#/story');
    await page.getByRole('button', { name: 'Delete Two looks' }).click();
    await page.goto(carrying);
    await expect(scene(page, 2).getByRole('heading', { level: 2 })).toHaveText('First look');
    await expect(scene(page, 1).getByRole('button', { name: 'Warsaw' })).toBeVisible();
    await expect.poll(() => kept(page)).toEqual([]);
    await page.getByRole('button', { name: 'Story', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Change it in a draft' }).click();
    await expect.poll(() => kept(page)).toEqual(['Two looks: Second look, First look']);
    // One file holds it in its tables, and opens on it.
    await page.goto(carrying);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('tab', { name: 'One file' }).click();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save the file' }).click(),
    ]);
    const html = readFileSync(await file.path(), 'utf8');
    expect(html).toMatch(/"view":"\/story\?[^"]*x-story=two-looks"/);
    expect(html).toContain('two-looks,1,Second look');
  });

  firstVisit('what is wrong with a scene is named: an unknown id, a sentence without evidence', async ({ page }) => {
    await twoScenes(page);
    const checks = editor(page).getByRole('list', { name: 'Checks' });
    await expect(checks).toHaveCount(0);
    const text = editor(page).getByLabel('Text', { exact: true });
    await text.fill('Minsk [spoke](2026-01-21-ryzhenkov-cooperation-with-polnd). Nobody knows why.');
    await expect(checks).toContainText('2026-01-21-ryzhenkov-cooperation-with-polnd');
    await expect(checks).toContainText('No evidence is linked in “Nobody knows why.”');
    await expect(rows(page).nth(1)).toContainText('1 fault');
    // A row is found by its words, and linked where the words are selected.
    await text.fill('Minsk spoke.');
    await text.selectText();
    await editor(page).getByLabel('Evidence').fill('Ryzhenkov cooperation Poland');
    await editor(page).getByRole('button', { name: 'Link the words to it' }).first().click();
    await expect(text).toHaveValue(/\[Minsk spoke\.\]\(\S*ryzhenkov\S*\)/);
    await expect(checks).toHaveCount(0);
  });

  firstVisit('the tables are saved with what is published unchanged, and read again', async ({ page }) => {
    await twoScenes(page);
    const downloads: Download[] = [];
    page.on('download', (download) => downloads.push(download));
    await editor(page).getByRole('button', { name: 'Save stories.csv and scenes.csv' }).click();
    await expect.poll(() => downloads.length).toBe(2);
    const files = new Map<string, string>();
    for (const download of downloads) files.set(download.suggestedFilename(), readFileSync(await download.path(), 'utf8'));
    const scenes = read(files.get('scenes.csv')!);
    expect(scenes.meta.fields).toEqual(read(readFileSync('data/eastern-flank/scenes.csv', 'utf8')).meta.fields);
    expect(files.get('scenes.csv')!.startsWith(readFileSync('data/eastern-flank/scenes.csv', 'utf8').trimEnd())).toBe(true);
    expect(files.get('stories.csv')!.startsWith(readFileSync('data/eastern-flank/stories.csv', 'utf8').trimEnd())).toBe(true);
    const mine = scenes.data.slice(PIVOT.length);
    expect(mine.map((row) => [row['story'], row['order'], row['title']])).toEqual([
      ['two-looks', '1', 'First look'],
      ['two-looks', '2', 'Second look'],
    ]);
    expect(Object.fromEntries(new URLSearchParams(mine[0]!['view']))).toEqual({
      from: '2025-03-01',
      to: '2025-09-30',
      at: '2025-06-15',
      pair: 'poland~belarus',
      'x-plate': 'map',
    });
    await editor(page).getByRole('button', { name: 'All stories' }).click();
    await page.getByRole('button', { name: 'Delete Two looks' }).click();
    await expect(page.getByText('“Two looks” is deleted.')).toBeVisible();
    await page
      .getByLabel('Open stories.csv and scenes.csv')
      .setInputFiles([...files].map(([name, text]) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })));
    await expect(page.getByText('“Two looks” is now a draft of yours.')).toBeVisible();
    await page.getByRole('button', { name: 'Two looks', exact: true }).click();
    await expect(rows(page)).toContainText(['First look', 'Second look']);
  });

  firstVisit('a published story is changed in a copy, and stays as it is', async ({ page }) => {
    await openScene(page, 1);
    await page.getByRole('button', { name: 'Story', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Change it in a draft' }).click();
    await expect(rows(page)).toHaveCount(9);
    await editor(page).getByRole('button', { name: 'Delete scene 1' }).click();
    await expect(rows(page)).toHaveCount(8);
    await editor(page).getByRole('button', { name: 'All stories' }).click();
    const tour = page.getByRole('article').filter({ hasText: 'A year between Minsk and Warsaw' });
    await expect(tour.getByRole('listitem')).toHaveCount(9);
    await expect(page.getByRole('region', { name: 'Your own' })).toContainText('8 scenes');
  });
});

test('on paper every scene is a page of its own, with its words, sources and link', async ({ page }) => {
  await openScene(page, 2);
  // The browser's own Print: it tells the page, and looks at once.
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  const pages = page.locator('.paper > section');
  await expect(pages).toHaveCount(9);
  for (const [i, { title, notes }] of PIVOT.entries()) {
    await expect(pages.nth(i).getByRole('heading', { level: 2 })).toHaveText(title);
    await expect(pages.nth(i).getByRole('heading', { level: 2 })).toBeVisible();
    await expect(pages.nth(i)).toContainText(`x-scene=${i + 1}`);
    await expect(pages.nth(i)).toContainText(`Page ${i + 1} of 9`);
    await expect(pages.nth(i).getByRole('listitem').first()).toContainText(/\S/);
    await expect(pages.nth(i)).not.toContainText(notes.slice(0, 60));
  }
  await expect(clock(page)).toBeHidden();
  // A scene with much to say is made as small as one page holds.
  const tall = await pages.evaluateAll((sections) => sections.map((section) => section.getBoundingClientRect().height));
  expect(tall.filter((height) => height > 1047)).toEqual([]);
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await page.emulateMedia({ media: 'screen' });
  await expect(pages).toHaveCount(0);
  await expectScene(page, 2);
});

/** The clock's strip belongs to every page, and is held to account there. */
async function expectClean(page: Page, parts: readonly string[]): Promise<void> {
  for (const part of parts) expect(await axeFaults(page, part), part).toEqual([]);
}

async function shown(part: Locator): Promise<void> {
  await expect(part.first()).toBeVisible();
}

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing in a story that is read or presented in ${theme}`, async ({ page }) => {
    await withTheme(page, theme);
    await openScene(page, 1);
    await shown(picture(page).getByRole('group', { name: /^Network of/ }));
    await scene(page, 1).getByRole('link', { name: 'he expects cooperation to be restored soonest with Poland' }).click();
    await expectClean(page, ['#main', '.plate', '.steps']);
    await page.keyboard.press('ArrowRight');
    await shown(picture(page).getByRole('listbox', { name: /^States/ }));
    await expectClean(page, ['#main', '.plate']);
    await page.getByRole('button', { name: 'Present', exact: true }).click();
    await shown(page.getByRole('timer', { name: /^Time of the talk/ }));
    await expectClean(page, ['#main', '.plate', '.steps']);
  });

  firstVisit(`axe finds nothing in the list of stories, the editor and the notes in ${theme}`, async ({ page }) => {
    await withTheme(page, theme);
    await open(page, '#/story');
    await shown(page.getByRole('link', { name: 'A year between Minsk and Warsaw' }));
    await expectClean(page, ['#main']);
    await page.getByRole('button', { name: 'Write a story' }).click();
    await editor(page).getByRole('button', { name: 'Capture the present view as a scene' }).click();
    await editor(page).getByLabel('Text', { exact: true }).fill('Minsk [spoke](no-such-row). Nobody knows why.');
    await editor(page).getByLabel('Evidence').fill('balloon');
    await shown(editor(page).getByRole('button', { name: 'Link the words to it' }));
    await shown(editor(page).getByRole('list', { name: 'Checks' }));
    await expectClean(page, ['#main']);
    await open(page, '#/story?x-notes=1');
    await shown(page.getByRole('heading', { name: 'Speaker’s notes' }));
    await expectClean(page, ['#main']);
  });
}
