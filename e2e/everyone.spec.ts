import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import Papa from 'papaparse';
import { PAGES } from '../src/focus/view';
import { expect, firstVisit, open, openAtlas, test } from './journey';

/** The page by ear, by keyboard and enlarged fourfold: tried, not only checked by rule. */

/** What a reader can't bring into sight: the page to the side of the window, and controls cut off at an edge that does not scroll. */
const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const scrolls = (element: Element | null): boolean =>
      element !== null && (/auto|scroll/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
    const controls = [...document.querySelectorAll('a, button, input, select, summary, h1, h2, h3')].filter(
      (control) => control.checkVisibility() && control.closest('.unseen, svg, [aria-hidden=true]') === null,
    );
    const outside = controls.filter((control) => {
      const { left, right, width } = control.getBoundingClientRect();
      return width > 0 && (left < -1 || right > innerWidth + 1) && !scrolls(control.parentElement);
    });
    return [
      ...(scrollWidth > clientWidth ? [`the page scrolls ${scrollWidth - clientWidth} px sideways`] : []),
      ...outside.map((control) => `${control.localName} “${control.textContent.trim().slice(0, 30)}”`),
    ];
  });

/** The size of the smallest words that are seen, in px. */
const smallest = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const sizes: number[] = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const box = node.parentElement;
      if (box === null || node.textContent?.trim() === '' || !box.checkVisibility() || box.closest('.unseen') !== null) continue;
      const size = Number.parseFloat(getComputedStyle(box).fontSize);
      // A drawing is enlarged as a whole.
      const drawn = box.closest('.drawn');
      const by = drawn === null ? 1 : Number(getComputedStyle(drawn).zoom);
      if (size > 0) sizes.push(size * by);
    }
    return Math.min(...sizes);
  });

const said = (page: Parameters<typeof open>[0]) => page.locator('p.unseen[role=status]');

test('a change of page is in the title and said once, with what is on show', async ({ page }) => {
  await openAtlas(page);
  await expect(page).toHaveTitle('Belarus, Poland and the Eastern Flank · Stanceline');
  const nav = page.getByRole('navigation', { name: 'Pages' });
  await nav.getByRole('button', { name: 'Matrix' }).click();
  await expect(page).toHaveTitle('Matrix · Belarus, Poland and the Eastern Flank · Stanceline');
  await expect(said(page)).toHaveText(/^Matrix\. 26 January 2026/);
  // The next step of the clock is said alone.
  await page.keyboard.press(',');
  await expect(said(page)).toHaveText(/^19 January 2026/);
});

test('the lead is a heading', async ({ page }) => {
  await openAtlas(page);
  await expect(page.locator('#lead')).toHaveRole('heading');
});

/** Presses Esc until a dialog is gone: one that was painted a moment ago may not hear the first. */
const closed = (page: Page, dialog: Locator) =>
  expect(async () => {
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0, { timeout: 2_000 });
  }).toPass({ timeout: 15_000 });

firstVisit('letters and digits act as the reader has it: never, only with Alt, or as they are', async ({ page }) => {
  await openAtlas(page);
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'How to read this' });
  const choice = help.getByLabel('Letters, digits and signs act');
  await choice.selectOption('never');
  await closed(page, help);
  const current = page.getByRole('navigation', { name: 'Pages' }).locator('[aria-current=page]');
  await page.keyboard.press('2');
  await page.keyboard.press('Alt+3');
  await page.getByRole('button', { name: 'Help and keys' }).click();
  await expect(current).toHaveText('Atlas');
  await choice.selectOption('only with Alt');
  await closed(page, help);
  await page.keyboard.press('3');
  await page.keyboard.press('Alt+2');
  await expect(current).toHaveText('Timeline');
  // It outlives the page.
  await page.reload();
  await expect(current).toHaveText('Timeline');
  await page.keyboard.press('Alt+1');
  await expect(current).toHaveText('Atlas');
});

firstVisit('a letter key is changed for another, one by one, and outlives the page', async ({ page }) => {
  await openAtlas(page);
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'How to read this' });
  const key = help.getByRole('textbox', { name: /^Key: the list of actors/ });
  await key.fill('s');
  await expect(help).toContainText('“s” is taken: take it along');
  await expect(key).toHaveValue('a');
  await key.fill('e');
  await expect(help).toContainText('“e” is now the key of: the list of actors.');
  await closed(page, help);
  await page.keyboard.press('a');
  await page.keyboard.press('e');
  const actors = page.getByRole('dialog', { name: 'Actors' });
  await expect(actors).toBeVisible();
  await closed(page, actors);
  await page.reload();
  await expect(page.getByRole('navigation', { name: 'Pages' })).toBeVisible();
  await page.keyboard.press('e');
  await expect(actors).toBeVisible();
  await closed(page, actors);
  await page.getByRole('button', { name: 'Help and keys' }).click();
  await help.getByRole('button', { name: 'Back to the first keys' }).click();
  await expect(key).toHaveValue('a');
});

test('what is closed hands the focus on to the page, never to nobody', async ({ page }) => {
  await open(page, '#/matrix?item=2026-01-21-ryzhenkov-cooperation-with-poland');
  const sheet = page.getByRole('complementary', { name: 'The selected row' });
  await sheet.getByRole('button', { name: 'Close' }).click();
  await expect(sheet).toHaveCount(0);
  await expect(page.locator('#main')).toBeFocused();
});

test('what was asked for has the focus: a row from Find, an actor’s rows, “Open the row”; a closed sheet hands it back', async ({
  page,
}) => {
  await openAtlas(page);
  await page.keyboard.press('/');
  const field = page.getByRole('combobox', { name: /^Find an actor/ });
  await field.fill('fastest restoration of cooperation');
  await expect(page.getByRole('option', { name: /^Ryzhenkov expects/ })).toBeVisible();
  await page.keyboard.press('Enter');
  const heading = page.getByRole('heading', { name: 'Ryzhenkov expects fastest restoration of cooperation with Poland' });
  await expect(heading).toBeFocused();
  // Asked for where it stands open already.
  await page.keyboard.press('/');
  await field.fill('fastest restoration of cooperation');
  await expect(page.getByRole('option', { name: /^Ryzhenkov expects/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(heading).toBeFocused();
  await page.keyboard.press('/');
  await field.fill('Lithuania');
  await page.getByRole('option', { name: 'Lithuania state', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Rows', exact: true }).getByRole('heading', { level: 2 })).toBeFocused();
  await open(page, '#/change');
  const way = page.getByRole('button', { name: /^Open the row/ }).first();
  await way.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('article').getByRole('heading', { level: 3 }).first()).toBeFocused();
  await open(page, '#/pair');
  const said = page.getByRole('complementary', { name: 'Rows behind the chart' }).locator('button.said').first();
  await said.focus();
  await page.keyboard.press('Enter');
  const sheet = page.getByRole('complementary', { name: 'The selected row' });
  await expect(sheet.getByRole('heading', { level: 3 }).first()).toBeFocused();
  await sheet.getByRole('button', { name: 'Close' }).press('Enter');
  await expect(said).toBeFocused();
});

test('enlarged fourfold, no page scrolls sideways and what is fixed gives way', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  for (const name of PAGES) {
    await open(page, `#/${name}`);
    await expect(page.locator('#main [aria-busy=true]')).toHaveCount(0);
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(beyond, `${name} scrolls sideways`).toBeLessThanOrEqual(0);
    const fixed = await page.evaluate(() => {
      const covering = [...document.querySelectorAll<HTMLElement>('.workspace *')].filter((element) =>
        /^(fixed|sticky)$/.test(getComputedStyle(element).position),
      );
      // What sticks to the side keeps its row company, and is as high as it: it covers only where the rest of the row is scrolled under it.
      const slides = (element: Element | null): boolean =>
        element !== null &&
        ((/auto|scroll/.test(getComputedStyle(element).overflowX) && element.scrollWidth > element.clientWidth) ||
          slides(element.parentElement));
      return covering
        .filter((element) => {
          const { top, bottom, position } = getComputedStyle(element);
          const { width, height } = element.getBoundingClientRect();
          const beside = position === 'sticky' && top === 'auto' && bottom === 'auto';
          return beside ? width > innerWidth * 0.6 && slides(element) : height > innerHeight / 3;
        })
        .map((element) => element.className);
    });
    expect(fixed, `${name}: what is fixed covers it`).toEqual([]);
  }
});

firstVisit(
  'at twice the size of type every page is whole: the words are twice as large, nothing is cut off',
  async ({ page }) => {
    const browser = await page.context().newCDPSession(page);
    await browser.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
    for (const name of PAGES) {
      await open(page, `#/${name}`);
      await expect(page.locator('#main [aria-busy=true]')).toHaveCount(0);
      await expect.poll(() => cutOff(page), { message: `cut off on ${name}` }).toEqual([]);
      expect(await smallest(page), `the smallest words of ${name}, in px`).toBeGreaterThanOrEqual(23);
    }
    // Where a pointer is in a drawing that is enlarged: the hand comes to it.
    await open(page, '#/timeline');
    const strip = page.locator('#main .strip:not(.label)').first();
    await strip.scrollIntoViewIfNeeded();
    const box = (await strip.boundingBox())!;
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    const off = async () => {
      const hand = await page.getByRole('slider', { name: 'As-of date' }).boundingBox();
      return hand === null ? Infinity : Math.abs(hand.x + hand.width / 2 - (box.x + box.width / 2));
    };
    await expect.poll(off, { message: 'px from the pointer to the hand' }).toBeLessThan(6);

    await browser.send('Page.setFontSizes', { fontSizes: { standard: 16, fixed: 13 } });
  },
);

/** Words that are read in a wrong voice: letters of another script, and titles of sources, that stand in the page's own language. */
const misread = (page: Page, titles: readonly (readonly [title: string, language: string])[]): Promise<string[]> =>
  page.evaluate((titles) => {
    const languageOf = new Map(titles);
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const wrong: string[] = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? '';
      const box = node.parentElement;
      if (text === '' || box === null || !box.checkVisibility()) continue;
      const lang = box.closest('[lang]')?.getAttribute('lang') ?? '';
      const foreign = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Devanagari}]/u.test(text);
      const language = languageOf.get(text);
      if ((foreign && lang === 'en') || (language !== undefined && lang !== language))
        wrong.push(`${lang}: ${text.slice(0, 60)}`);
    }
    return wrong;
  }, titles);

test('what is in another language says in which, in every view', async ({ page }) => {
  const { data } = Papa.parse<Record<string, string>>(readFileSync('data/eastern-flank/sources.csv', 'utf8'), { header: true });
  const titles = data.flatMap(({ title = '', language = '' }) =>
    title !== '' && !['', 'en'].includes(language) ? [[title, language] as const] : [],
  );
  expect(titles.length).toBeGreaterThan(100);
  const views = [
    ...PAGES,
    'evidence?item=2026-01-21-ryzhenkov-cooperation-with-poland',
    'evidence?actor=belarus',
    'hypotheses?x-table-gap=1',
  ];
  for (const name of views) {
    await open(page, `#/${name}`);
    await expect(page.locator('#main [aria-busy=true]')).toHaveCount(0);
    await expect.poll(() => misread(page, titles), { message: name }).toEqual([]);
  }
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  // A title in Find, and names of an actor in other letters.
  await open(page, '#/atlas');
  await page.keyboard.press('/');
  await page.getByRole('combobox', { name: /^Find an actor/ }).fill('Глава МИД');
  await expect(page.getByRole('option').first()).toBeVisible();
  // What the reader typed is said back in whatever it was typed.
  expect((await misread(page, titles)).filter((words) => !words.includes('Filter everything by'))).toEqual([]);
});

/** The strokes of drawn lines that stand out less than 3:1 from the paper, their opacity and that of what they stand in counted. */
const faintLines = (page: Page, selector: string): Promise<string[]> =>
  page.evaluate((selector) => {
    const rgb = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number);
    const light = ([r = 0, g = 0, b = 0]: number[]) => {
      const [lr = 0, lg = 0, lb = 0] = [r, g, b].map((part) => {
        const c = part / 255;
        return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * lr + 0.7152 * lg + 0.0722 * lb;
    };
    const paper = rgb(getComputedStyle(document.documentElement).backgroundColor);
    const lines = [...document.querySelectorAll(selector)];
    if (lines.length === 0) return ['no line is drawn'];
    return lines.flatMap((line) => {
      let opacity = 1;
      for (let part: Element | null = line; part !== null; part = part.parentElement)
        opacity *= Number(getComputedStyle(part).opacity);
      const { stroke, strokeOpacity } = getComputedStyle(line);
      const [r = 0, g = 0, b = 0] = rgb(stroke);
      if (stroke === 'none' || (r === paper[0] && g === paper[1] && b === paper[2])) return [];
      const shown = [r, g, b].map(
        (part, i) => part * opacity * Number(strokeOpacity) + (paper[i] ?? 0) * (1 - opacity * Number(strokeOpacity)),
      );
      const [a, c] = [light(shown), light(paper)];
      const ratio = (Math.max(a, c) + 0.05) / (Math.min(a, c) + 0.05);
      return ratio < 2.995 ? [`${line.getAttribute('class')}: ${ratio.toFixed(2)}`] : [];
    });
  }, selector);

test('asked for more contrast, every line reaches 3:1, also one on thin evidence', async ({ page }) => {
  await openAtlas(page);
  // The marker of an asserted change lies under its line, and says nothing that the line and the lead do not.
  const lines = '[data-line] path:not(.hit):not(.casing):not(.pivot)';
  await expect.poll(() => faintLines(page, lines).then((faint) => faint.length)).toBeGreaterThan(3);
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ contrast: 'more', colorScheme: theme });
    await expect.poll(() => faintLines(page, lines), { message: theme }).toEqual([]);
  }
  await open(page, '#/pair');
  await expect.poll(() => faintLines(page, '.chart path.line')).toEqual([]);
});

test('in forced colours what is chosen has an edge, and bars and marks keep their fill', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await open(page, '#/matrix');
  const chosen = page.locator('#main').getByRole('button', { pressed: true }).first();
  await expect(chosen).toHaveCSS('outline-style', 'solid');
  await open(page, '#/hypotheses');
  const bar = page.locator('#main .bar > span').first();
  await expect(bar).toBeVisible();
  expect(await bar.evaluate((element) => getComputedStyle(element).backgroundColor)).not.toBe(
    await page.evaluate(() => getComputedStyle(document.body).backgroundColor),
  );
});

test('a picture is read as a summary, how it is built, and its rows; a pair’s line can be heard', async ({ page }) => {
  await open(page, '#/atlas?x-table-network=1');
  const network = page.getByRole('region', { name: 'Network', exact: true });
  await expect(network).toContainText(/Of \d+ stances: \d+ cooperative or supportive, \d+ critical or hostile/);
  await expect(network).toContainText(/Most lines: Belarus \(\d+\)/);
  await expect(network.getByRole('table').first()).toContainText('most rows first');
  await open(page, '#/timeline?x-table-timeline=1');
  await expect(page.getByRole('region', { name: 'Rows in time, as a table' })).toContainText(
    /\d+ rows and \d+ events, .*; most rows in/,
  );
  await open(page, '#/pair?x-table-pair=1');
  await expect(page.getByRole('region', { name: 'Rows and running stances' })).toContainText(
    /Belarus on Poland: 37 rows .* highest, \+\d.* lowest, −\d/,
  );
  const sound = page.getByRole('button', { name: 'Hear it' });
  await expect(sound).toHaveAttribute('aria-pressed', 'false');
  await sound.click();
  await expect(sound).toHaveAttribute('aria-pressed', 'true');
  await sound.click();
  await expect(sound).toHaveAttribute('aria-pressed', 'false');
});
