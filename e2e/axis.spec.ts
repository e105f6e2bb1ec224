import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, firstVisit, open, openAtlas, plates, test } from './journey';

/** Opens tables as if their files had been dropped on the page. */
async function drop(page: Page, files: Record<string, string>): Promise<void> {
  await openAtlas(page);
  const transfer = await page.evaluateHandle((list) => {
    const data = new DataTransfer();
    for (const [name, content] of list) data.items.add(new File([content], name));
    return data;
  }, Object.entries(files));
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
  await expect(page.getByRole('button', { name: /^Dataset: Dropped/ })).toBeVisible();
}

const ACTORS =
  'id,name,kind,speaks_for,country,lat,lon,aliases,description\nalba,Alba,state,,POL,50,20,,\nborea,Borea,state,,BLR,52,23,,\n';
const SOURCES = readFileSync('data/eastern-flank/sources.csv', 'utf8').split('\n').slice(0, 2).join('\n');
const SOURCE = SOURCES.split('\n')[1]!.split(',')[0]!;

/** A record of events alone: day and title. */
function eventsOn(days: readonly (readonly [string, string])[]): Record<string, string> {
  const rows = days.map(
    ([day, title], i) => `${day.replace(/^-/, 'bc-')}-e${i},${title},${day},,,alba;borea,talks,A summary.,${SOURCE},high,`,
  );
  return {
    'actors.csv': ACTORS,
    'sources.csv': `${SOURCES}\n`,
    'events.csv': `id,title,start,end,place,participants,topics,summary,sources,confidence,notes\n${rows.join('\n')}\n`,
  };
}

const DAY = 86_400_000;
const dayOf = (iso: string) => new Date(iso).getTime() / DAY;

/** Goes to a window of the record that is open, by its link. */
async function show(page: Page, view: string, from: string, days: number): Promise<void> {
  const to = new Date((dayOf(from) + days - 1) * DAY).toISOString().slice(0, -14).replace(/^\+00/, '+');
  const data = new URLSearchParams(page.url().split('?')[1] ?? '').get('data') ?? '';
  await page.evaluate(
    (hash) => (location.hash = hash),
    `#/${view}${view.includes('?') ? '&' : '?'}data=${data}&from=${from}&to=${to}&at=${to}`,
  );
  await expect(page.getByRole('slider', { name: 'As-of date' })).toHaveAttribute('aria-valuemax', String(dayOf(to)));
  await expect(page.getByRole('slider', { name: 'As-of date' })).toHaveAttribute('aria-valuemin', String(dayOf(from)));
}

/** How far each event point stands from the middle of its day on the axis, in px. */
async function off(page: Page, from: string, days: number): Promise<Record<string, number>> {
  return page.evaluate(
    ([start, length]) => {
      const grid = document.querySelector('#main .grid, .instrument .grid')!.getBoundingClientRect();
      const result: Record<string, number> = {};
      for (const item of document.querySelectorAll<HTMLElement>('.vis-item.point')) {
        const id = item.dataset['id']!;
        const day = new Date(id.slice(0, 10)).getTime() / 86_400_000;
        if (day < start || day >= start + length) continue;
        result[id] = item.getBoundingClientRect().left - (grid.left + ((day + 0.5 - start) / length) * grid.width);
      }
      return result;
    },
    [dayOf(from), days] as const,
  );
}

/** Pairs of event labels that overprint each other. */
async function overprinted(page: Page): Promise<string[]> {
  return page.locator('.vis-item-content:visible').evaluateAll((labels) => {
    const boxes = labels
      .filter((label) => label.textContent !== '')
      .map((label) => ({ text: label.textContent, box: label.getBoundingClientRect() }));
    return boxes.flatMap((a, i) =>
      boxes
        .slice(i + 1)
        .filter(
          (b) => a.box.left < b.box.right && b.box.left < a.box.right && a.box.top < b.box.bottom && b.box.top < a.box.bottom,
        )
        .map((b) => `${a.text} over ${b.text}`),
    );
  });
}

firstVisit('every event stands on its day of the axis, in windows from a day to centuries', async ({ page }) => {
  await drop(
    page,
    eventsOn(
      ['2016-07-14', '2016-07-15', '2016-07-16', '2016-07-17', '2016-08-03', '1904-04-08'].map((day) => [day, `Event of ${day}`]),
    ),
  );
  for (const view of ['timeline', 'atlas']) {
    for (const [from, days, count] of [
      ['2016-07-15', 1, 1],
      ['2016-07-15', 2, 2],
      ['2016-07-15', 3, 3],
      ['2016-07-14', 5, 4],
      ['2016-07-13', 7, 4],
      ['2016-07-10', 30, 5],
      ['1900-01-01', 73_000, 6],
    ] as const) {
      await show(page, view, from, days);
      await expect(page.locator('.vis-item').first()).toBeVisible();
      await expect
        .poll(async () => {
          const apart = await off(page, from, days);
          return [Object.keys(apart).length, Object.values(apart).every((px) => Math.abs(px) <= 1)];
        }, `${view}: ${days} days from ${from}`)
        .toEqual([count, true]);
      expect(await overprinted(page), `${view}: ${days} days from ${from}`).toEqual([]);
    }
  }
});

test('the pair’s chart and the instrument below it rule the same days and name them alike', async ({ page }) => {
  await open(page, '#/pair?pair=belarus~poland');
  const main = page.locator('#main');
  for (const [from, days] of [
    ['2025-09-09', 1],
    ['2025-09-08', 3],
    ['2025-09-01', 14],
    ['2025-08-20', 30],
    ['2025-07-20', 75],
    ['2025-05-20', 200],
    ['2025-01-01', 396],
    ['2023-03-10', 1000],
    ['2015-03-10', 4000],
  ] as const) {
    await show(page, 'pair?pair=belarus~poland', from, days);
    await expect
      .poll(async () => {
        const chart = await main
          .locator('svg .grid path[d*="V"]')
          .evaluateAll((lines) => lines.map((line) => line.getBoundingClientRect().left));
        const below = await page
          .locator('.instrument .grid span')
          .evaluateAll((lines) => lines.map((line) => line.getBoundingClientRect().left));
        const inChart = new Set(chart.map(Math.round));
        return below.length > 0 && below.every((x) => [-1, 0, 1].some((by) => inChart.has(Math.round(x) + by)));
      }, `${days} days from ${from}`)
      .toBe(true);
    const named = await main.locator('svg text.figure:not([text-anchor])').allTextContents();
    const below = await page.locator('.instrument .axis span').allTextContents();
    expect(below.length).toBeGreaterThan(0);
    expect(named).toEqual(below);
  }
});

firstVisit('forty events of one day are counted, and each is reached: by pointer, by key and in the table', async ({ page }) => {
  await drop(
    page,
    eventsOn([
      ['2022-01-03', 'A quiet start'],
      ...Array.from({ length: 40 }, (_, i) => ['2022-02-24', `Event number ${i} on the busy day`] as const),
      ['2022-03-20', 'A quiet end'],
    ]),
  );
  await show(page, 'timeline', '2022-01-01', 90);
  const titles = Array.from({ length: 40 }, (_, i) => `Event number ${i} on the busy day`);
  const labelled = async () =>
    (await page.locator('.vis-item-content:visible').allTextContents()).filter((text) => text.startsWith('Event'));
  const count = page.locator('.vis-item-content', { hasText: /^\+3\d$/ });
  await expect(count).toBeVisible();
  await count.click();
  const picker = page.getByRole('dialog', { name: /^3\d rows$/ });
  await expect(picker).toBeVisible();
  const behind = (await picker.getByRole('button').allTextContents()).map((text) => text.replace(/^.*2022 /, '').trim());
  // In the order of their numbers, and with the labels all forty.
  expect(behind).toEqual(titles.filter((title) => behind.includes(title)));
  expect(new Set([...behind, ...(await labelled())])).toEqual(new Set(titles));
  await picker.getByRole('button', { name: 'Event number 39 on the busy day' }).click();
  await expect(picker).toBeHidden();
  await expect(page).toHaveURL(/item=2022-02-24-e40/);

  const lanes = page.getByRole('listbox', { name: /^Rows in time, by lane/ });
  await lanes.focus();
  await page.keyboard.press('Home');
  const option = lanes.getByRole('option');
  await expect(option).toContainText('1 of 42');
  const walked: string[] = [];
  for (let i = 0; i < 41; i++) {
    await page.keyboard.press('ArrowRight');
    walked.push((await option.textContent())!.replace(/^.*2022, /, '').replace(/\. \d+ of.*$/s, ''));
  }
  expect(walked).toEqual([...titles, 'A quiet end']);

  await page.locator('#main').getByRole('button', { name: 'Table', exact: true }).click();
  const table = page.getByRole('region', { name: 'Rows in time, as a table' });
  expect((await table.getByRole('button').allTextContents()).filter((title) => title.startsWith('Event'))).toEqual(titles);
});

firstVisit('before our era years are round, and a record of both eras says which is which', async ({ page }) => {
  await drop(
    page,
    eventsOn([
      ['-0430-06-01', 'A siege'],
      ['-0043-03-15', 'A murder'],
      ['0014-08-19', 'A death'],
    ]),
  );
  await page.evaluate(() => (location.hash = `#/timeline?data=${new URLSearchParams(location.hash.split('?')[1]).get('data')}`));
  const { hand } = plates(page);
  await expect(hand).toBeVisible();
  const labels = page.locator('#main .axis span');
  await expect(labels.first()).toBeVisible();
  const named = await labels.allTextContents();
  expect(named).toContain('400 BC');
  expect(named).toContain('AD 1');
  for (const label of named) expect(label).toMatch(/^(\d*0 BC|AD 1)$/);
});
