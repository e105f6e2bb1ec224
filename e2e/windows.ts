import { expect, type Browser, type BrowserContextOptions, type CDPSession, type Page } from '@playwright/test';

/**
 * Where a shared page waits between two journeys: the speaker's notes without a talk. They take the place of the whole workspace, so that nothing of what a
 * journey opened, sorted, zoomed or typed into is left standing, while the record that was read stays in memory.
 */
const REST = '#/story?x-notes=rest';

/** What stands on the page at rest: the notes, and nothing else. */
const atRest = (page: Page) => page.getByRole('heading', { level: 1, name: 'Speaker’s notes' });

/** The page's main part, once the page has left its rest. */
export const away = (page: Page) => page.locator('#main').filter({ hasNot: atRest(page) });

/** What makes one window differ from another for good. */
export interface WindowKind {
  viewport: { width: number; height: number } | null;
  hasTouch: boolean;
  isMobile: boolean;
  locale: string | undefined;
  timezoneId: string | undefined;
  baseURL: string | undefined;
}

/** A page that is loaded and handed from journey to journey, with what stands on it at rest. */
interface Shared {
  page: Page;
  fresh: unknown;
}

/** A page that each journey finds blank, in a browser that keeps nothing. */
interface Blank {
  page: Page;
  browser: CDPSession;
}

/**
 * The windows of one worker, one of a sort for each kind that its journeys ask for (a desk's, a phone's). Starting the application and reading the record is
 * most of what a short journey costs. In a shared page it is paid once: the page is handed out at rest and taken back to its rest, and what is then left of a
 * journey is that journey's fault. A blank page pays it at each journey, but not for a new browser with nothing compiled and no file at hand.
 */
export class Windows {
  readonly #browser: Browser;
  readonly #shared = new Map<string, Shared>();
  readonly #blank = new Map<string, Blank>();

  constructor(browser: Browser) {
    this.#browser = browser;
  }

  /** The shared page of this kind, at rest on the default record; loaded where there is none yet. */
  async shared(kind: WindowKind): Promise<Page> {
    const key = JSON.stringify(kind);
    const known = this.#shared.get(key);
    if (known !== undefined && !known.page.isClosed()) return known.page;
    const page = await this.#open(kind);
    await page.goto(`./${REST}`);
    await expect(atRest(page)).toBeVisible();
    this.#shared.set(key, { page, fresh: await standing(page) });
    return page;
  }

  /** Takes a shared page back to its rest, and fails where something of the journey stays: it is then one for a `firstVisit`. */
  async giveBack(page: Page, kind: WindowKind): Promise<void> {
    await putBack(page, kind);
    await page.goto(`./${REST}`);
    await expect(atRest(page)).toBeVisible();
    // Dialogs belong to the window, not to what stands in it.
    const floating = page.locator('[role=dialog], [role=menu]');
    for (let i = 0; i < 3 && (await floating.count()) > 0; i++) await page.keyboard.press('Escape');
    await page.mouse.move(0, 0);
    // Tab goes on from where the journey last was, even where that is no longer: the next one begins at the top.
    await page.evaluate(() => {
      document.body.tabIndex = -1;
      document.body.focus();
      document.body.removeAttribute('tabindex');
      document.body.blur();
    });
    const { fresh } = this.#shared.get(JSON.stringify(kind))!;
    await expect
      .poll(() => standing(page), {
        message: 'what this journey leaves in the shared page: write it as a firstVisit',
        timeout: 5_000,
      })
      .toEqual(fresh);
  }

  /** A page of this kind at about:blank, whose browser keeps nothing of the site. */
  async blank(kind: WindowKind): Promise<Page> {
    const key = JSON.stringify(kind);
    const known = this.#blank.get(key);
    if (known !== undefined && !known.page.isClosed()) return known.page;
    const page = await this.#open(kind);
    this.#blank.set(key, { page, browser: await page.context().newCDPSession(page) });
    return page;
  }

  /** Empties the page and all that its browser keeps of the site. */
  async empty(page: Page, kind: WindowKind): Promise<void> {
    const key = JSON.stringify(kind);
    const { browser } = this.#blank.get(key)!;
    // A clock that was put in can't be taken out: its timers would stand still for the next journey. Its Date passes for the machine's.
    const ticking = page.url() === 'about:blank' || (await page.evaluate(() => String(setTimeout).includes('[native code]')));
    if (!ticking) {
      this.#blank.delete(key);
      await page.context().close();
      return;
    }
    await putBack(page, kind);
    await page.goto('about:blank');
    await browser.send('Storage.clearDataForOrigin', { origin: new URL(kind.baseURL ?? '').origin, storageTypes: 'all' });
  }

  async close(): Promise<void> {
    for (const { page } of [...this.#shared.values(), ...this.#blank.values()]) await page.context().close();
  }

  async #open(kind: WindowKind): Promise<Page> {
    const set = Object.entries(kind).filter(([, value]) => value !== undefined);
    // What is kept for a visit without a network would answer in place of the journey's own routes: offline.spec.ts has windows of its own.
    const options = { ...Object.fromEntries(set), serviceWorkers: 'block' } as BrowserContextOptions;
    const context = await this.#browser.newContext(options);
    // A journey begins with the first look put away, as a reader who has been here before: intro.spec.ts has windows of its own.
    await context.addInitScript(() => {
      try {
        localStorage.setItem('stanceline-first-look', 'seen');
      } catch {
        // about:blank keeps nothing.
      }
    });
    return context.newPage();
  }
}

/** Undoes what a journey may ask of the browser itself: more windows, rights, another size, paper, the dark, no network. */
async function putBack(page: Page, { viewport }: WindowKind): Promise<void> {
  const context = page.context();
  for (const other of context.pages()) if (other !== page) await other.close();
  await context.clearPermissions();
  await context.setOffline(false);
  await context.unrouteAll();
  await page.unrouteAll();
  await page.emulateMedia({
    media: 'screen',
    colorScheme: 'light',
    reducedMotion: 'no-preference',
    forcedColors: 'none',
    contrast: 'no-preference',
  });
  const size = page.viewportSize();
  if (viewport !== null && (size?.width !== viewport.width || size.height !== viewport.height))
    await page.setViewportSize(viewport);
}

/** All that a journey could leave behind: what is on the page, how it is shown, what the browser keeps, and whether its clock is the machine's. */
function standing(page: Page): Promise<unknown> {
  return page.evaluate(async () => {
    const attributes = (element: Element) =>
      [...element.attributes].flatMap(({ name, value }) => (value === '' ? [] : [`${name}="${value}"`])).join(' ');
    const rows = async (name: string) =>
      new Promise<number>((resolve, reject) => {
        const asked = indexedDB.open(name);
        asked.onerror = () => reject(new Error(`${name} can't be opened`));
        asked.onsuccess = () => {
          const database = asked.result;
          const stores = [...database.objectStoreNames];
          if (stores.length === 0) {
            database.close();
            resolve(0);
            return;
          }
          const reading = database.transaction(stores);
          const counts = stores.map((store) => reading.objectStore(store).count());
          reading.oncomplete = () => {
            database.close();
            resolve(counts.reduce((sum, { result }) => sum + result, 0));
          };
        };
      });
    let kept = localStorage.length + sessionStorage.length;
    for (const { name } of await indexedDB.databases()) if (name !== undefined) kept += await rows(name);
    return {
      address: location.hash,
      title: document.title,
      // What is read aloud once the clock rests comes and goes by itself.
      elements: [...document.querySelectorAll('html, body, body *:not([role=status])')].map(
        (element) => `${element.localName} ${/^(html|body)$/.test(element.localName) ? attributes(element) : element.className}`,
      ),
      words: document.querySelector('main')?.innerText,
      full: document.fullscreenElement !== null,
      scrolled: [scrollX, scrollY],
      kept,
      clock: String(setTimeout).includes('[native code]'),
    };
  });
}
