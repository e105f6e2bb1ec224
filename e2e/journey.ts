import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import {
  test as base,
  expect,
  type BrowserContext,
  type ConsoleMessage,
  type Locator,
  type Page,
  type Request,
  type WebError,
} from '@playwright/test';
import { away, Windows, type WindowKind } from './windows';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * Watches all windows of a browser from now on: for a request to another origin or one that sends anything, for anything that the page's policy had to stop,
 * for an error that nobody caught, and for an error in the console. Returns what it saw so far, and what ends it.
 */
export function watch(context: BrowserContext, origin: string): { wrong: readonly string[]; stop: () => void } {
  const wrong: string[] = [];
  const onrequest = (request: Request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !/^(data|blob):/.test(url)) wrong.push(`request to ${url}`);
    if (request.method() !== 'GET') wrong.push(`${request.method()} to ${url}: what is opened here is sent nowhere`);
  };
  const onerror = (error: WebError) => wrong.push(`uncaught: ${error.error().message}`);
  const onconsole = (message: ConsoleMessage) => {
    const text = message.text();
    if (message.type() === 'error' || /Content.Security.Policy|Refused to/i.test(text)) wrong.push(`console: ${text}`);
  };
  context.on('request', onrequest);
  context.on('weberror', onerror);
  context.on('console', onconsole);
  const stop = () => {
    context.off('request', onrequest);
    context.off('weberror', onerror);
    context.off('console', onconsole);
  };
  return { wrong, stop };
}

const watched = base.extend<{ kind: WindowKind; watched: undefined }, { windows: Windows }>({
  windows: [
    async ({ browser }, use) => {
      const windows = new Windows(browser);
      await use(windows);
      await windows.close();
    },
    { scope: 'worker' },
  ],
  kind: async ({ viewport, hasTouch, isMobile, locale, timezoneId, baseURL }, use) =>
    use({ viewport, hasTouch, isMobile, locale, timezoneId, baseURL }),
  context: async ({ page }, use) => use(page.context()),
  // Every journey is watched, whatever it looks at.
  watched: [
    async ({ context, baseURL }, use) => {
      const { wrong, stop } = watch(context, new URL(baseURL ?? '').origin);
      await use(undefined);
      stop();
      expect(wrong, 'nothing leaves the origin, nothing is stopped by the policy, nothing fails unseen').toEqual([]);
    },
    { auto: true },
  ],
});

/**
 * A journey in the page that the worker's other journeys share. It begins with the default record read, and `open` shows any view of it; it may leave open what
 * it likes, in any view and any of the site's records, but must not leave anything behind in the browser. After it the page is taken back to where it began,
 * and the journey fails where something of it is still there.
 */
export const test = watched.extend({
  page: async ({ windows, kind }, use, info) => {
    const page = await windows.shared(kind);
    await use(page);
    // After a failure the worker ends, and its windows with it.
    if (info.status === info.expectedStatus) await windows.giveBack(page, kind);
  },
});

/**
 * A journey in a browser that has never been here, at about:blank: for what is about loading, coming back or a link opened cold, and for what the browser keeps
 * (drafts, ratings, dropped records, the theme). It costs three times as much as a `test`.
 */
export const firstVisit = watched.extend({
  page: async ({ windows, kind }, use, info) => {
    const page = await windows.blank(kind);
    await use(page);
    if (info.status === info.expectedStatus) await windows.empty(page, kind);
  },
});

export { expect };

/** Opens a view by its fragment and waits until its record is shown. */
export async function open(page: Page, fragment = ''): Promise<void> {
  // In a page that is loaded, an address without a fragment would load it anew.
  await page.goto(`./${fragment === '' && page.url() !== 'about:blank' ? '#' : fragment}`);
  await expect(fragment.includes('x-notes') ? page.locator('#main') : away(page)).toBeVisible();
}

/** Shows the page as a machine does whose reader likes it light, or dark. */
export async function withTheme(page: Page, theme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme: theme });
}

/** The faults that axe finds on the page as it stands, or within what a selector names: WCAG 2.2 A and AA, and best practice, in words that lead to the element. */
export async function axeFaults(page: Page, within: string | null = null): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeSource);
  return page.evaluate(async (selector) => {
    const axe = (globalThis as unknown as { axe: { run: (context: Document | string, options: object) => Promise<AxeResults> } })
      .axe;
    const results = await axe.run(selector ?? document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      resultTypes: ['violations'],
    });
    return results.violations.flatMap((violation) =>
      violation.nodes.map(
        (node) => `${violation.id} (${violation.impact}): ${node.target.join(' ')}: ${node.failureSummary ?? ''}`,
      ),
    );
  }, within);
}

interface AxeResults {
  violations: { id: string; impact: string; nodes: { target: string[]; failureSummary?: string }[] }[];
}

/** The state in the address bar, as a map of its keys. */
export function stateOf(page: Page): URLSearchParams {
  const hash = new URL(page.url()).hash;
  return new URLSearchParams(hash.slice(hash.indexOf('?') + 1));
}

/** The plates of the first screen, by what they are called. */
export function plates(page: Page) {
  const region = (name: string) => page.getByRole('region', { name, exact: true });
  return {
    network: region('Network'),
    map: region('Map'),
    rows: region('Rows'),
    instrument: region('Clock and timeline'),
    /** The hand of the clock; its text is the as-of date. */
    hand: page.getByRole('slider', { name: 'As-of date' }),
  };
}

/** Waits until the four plates of the first screen are drawn. */
export async function openAtlas(page: Page, fragment = ''): Promise<ReturnType<typeof plates>> {
  await open(page, fragment);
  const shown = plates(page);
  await expect(shown.network.getByRole('group', { name: /^Network of/ })).toBeVisible();
  await expect(shown.map.getByRole('listbox', { name: /^States/ })).toBeVisible();
  await expect(shown.rows.getByRole('heading', { level: 2 })).toBeVisible();
  await expect(shown.hand).toBeVisible();
  return shown;
}

/** Presses Tab until what has the focus is so named: a reader without a pointer gets there, and is not held on the way. */
export async function tabTo(page: Page, name: RegExp, most = 120): Promise<void> {
  const passed: string[] = [];
  for (let i = 0; i < most; i++) {
    await page.keyboard.press('Tab');
    const here = await page.evaluate(() => {
      const element = document.activeElement;
      return element?.getAttribute('aria-label') ?? element?.textContent?.trim().replace(/\s+/g, ' ') ?? '';
    });
    if (name.test(here)) return;
    passed.push(here.slice(0, 40));
  }
  throw new Error(`Tab never reached ${name}; it passed ${passed.join(' | ')}`);
}

/** Presses the pointer on a shape where the shape itself is on top: the middle of a line's box mostly lies beside the line. */
export async function press(page: Page, shape: Locator): Promise<void> {
  await page.mouse.click(...(await spotOn(shape)));
}

/** A point at which a shape itself is on top. */
export async function spotOn(shape: Locator): Promise<[number, number]> {
  await expect(shape).toBeAttached();
  const spot = await shape.evaluate((element) => {
    const matrix = element instanceof SVGGraphicsElement ? element.getScreenCTM() : null;
    const box = element.getBoundingClientRect();
    const tries: [number, number][] = [];
    if (element instanceof SVGGeometryElement && matrix !== null) {
      const length = element.getTotalLength();
      for (let i = 1; i < 60; i++) {
        const at = element.getPointAtLength((length * i) / 60).matrixTransform(matrix);
        tries.push([at.x, at.y]);
      }
    }
    for (let i = 1; i < 12; i++)
      for (let j = 1; j < 12; j++) tries.push([box.left + (box.width * i) / 12, box.top + (box.height * j) / 12]);
    const top = (x: number, y: number) => document.elementFromPoint(x, y) === element;
    // Off its edge, where there is room: a pixel aside is a neighbour.
    const firm = tries.find(([x, y]) => [-3, 3].every((by) => top(x + by, y) && top(x, y + by)));
    return firm ?? tries.find(([x, y]) => top(x, y)) ?? null;
  });
  if (spot === null) throw new Error(`${shape} is covered everywhere`);
  return spot;
}
