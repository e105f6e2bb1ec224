import { createServer, type Server } from 'node:http';
import { mkdtempSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join, normalize, resolve } from 'node:path';
import type { Browser, Page } from 'playwright';
import { TABLE_NAMES } from '../src/record/record';
import { columnsOf } from '../src/record/schema';
import { writeTable } from '../src/record/write';
import { crowdTables, type CrowdSize } from '../src/testing/crowd';

/** Types of what is served. */
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** The record that opens without a choice: the made-up ones are served in its place. */
const FIRST = 'eastern-flank';
const ROOT = resolve(import.meta.dirname, '..');

export interface CrowdServer {
  /** Writes a crowd and returns the address under which the built page opens on it; `bare` and `best` stand beside it. */
  add: (name: string, size: CrowdSize) => string;
  close: () => Promise<void>;
}

/** Serves `dist` once for each crowd, with the crowd's tables where the page looks for its first record. */
export async function serveCrowds(port: number): Promise<CrowdServer> {
  const folder = mkdtempSync(join(tmpdir(), 'crowds-'));
  const fileOf = (path: string): string => {
    const [, crowd = '', ...rest] = normalize(path).split('/');
    const asked = rest.join('/');
    const data = `data/${FIRST}/`;
    if (asked.startsWith(data)) return join(folder, crowd, asked.slice(data.length));
    if (asked === 'crowd.json') return join(folder, crowd, asked);
    if (asked.startsWith('bench/')) return join(ROOT, 'e2e', asked);
    if (asked.startsWith('modules/')) return join(ROOT, 'node_modules', asked.slice('modules/'.length));
    return join(ROOT, 'dist', asked === '' ? 'index.html' : asked);
  };
  const server: Server = createServer((request, response) => {
    const file = fileOf(decodeURIComponent((request.url ?? '/').split('?')[0] ?? '/'));
    if (!existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream' }).end(readFileSync(file));
  });
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  return {
    add: (name, size) => {
      const tables = crowdTables(size);
      mkdirSync(join(folder, name), { recursive: true });
      for (const table of TABLE_NAMES) {
        const columns = columnsOf(table);
        const empty = { name: table, columns, rows: [], lines: new Uint32Array() };
        writeFileSync(join(folder, name, `${table}.csv`), writeTable(tables[table] ?? empty));
      }
      const meta = { name: FIRST, title: `A made-up crowd of ${size.actors}`, resources: [] };
      writeFileSync(join(folder, name, 'datapackage.json'), JSON.stringify(meta));
      writeFileSync(join(folder, name, 'crowd.json'), JSON.stringify(plainColumns(tables)));
      return `http://127.0.0.1:${port}/${name}/`;
    },
    close: () =>
      new Promise((done) => {
        rmSync(folder, { recursive: true, force: true });
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** The crowd as plain columns for the pages that are compared with. */
function plainColumns(tables: ReturnType<typeof crowdTables>): object {
  const cellsOf = (name: 'actors' | 'places' | 'statements' | 'stances') => {
    const table = tables[name];
    if (table === undefined) return [];
    return table.rows.map((row) => Object.fromEntries(table.columns.map((column, i) => [column, row[i] ?? ''])));
  };
  const actors = cellsOf('actors');
  const index = new Map(actors.map(({ id }, i) => [id, i]));
  const places = new Map(cellsOf('places').map(({ id, lat, lon }) => [id, [Number(lat), Number(lon)]]));
  const statements = cellsOf('statements');
  const rows = cellsOf('stances').map(({ holder, target, score }, i) => {
    const { date = '', place = '' } = statements[i] ?? {};
    return [
      Date.parse(date) / 86_400_000,
      index.get(holder ?? ''),
      index.get(target ?? ''),
      Number(score),
      places.get(place) ?? null,
    ];
  });
  return {
    actors: actors.map(({ name, lat, lon }) => [name, Number(lat), Number(lon)]),
    rows: rows.sort((a, b) => Number(a[0]) - Number(b[0])),
  };
}

export interface StepTimes {
  p50: number;
  p95: number;
  steps: number;
  /** The first step after a pause: it shows all of its day, what is read as well. */
  first: number;
}

/** Steps by which a scrub begins: the first pays for the pause before it, the next for what comes in of it. */
const BEGINNING = 3;

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  tdur?: number;
  args?: { name?: string };
}

/**
 * Main-thread ms of each step. `step` does one in the page and resolves once its frame is drawn; a mark before each cuts the trace.
 */
export async function traceSteps(browser: Browser, page: Page, steps: number, step: () => Promise<void>): Promise<StepTimes> {
  const session = await browser.newBrowserCDPSession();
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => void events.push(...(value as unknown as TraceEvent[])));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', 'blink.user_timing', '__metadata'] },
  });
  for (let i = 0; i < BEGINNING + steps; i++) await step();
  await page.evaluate(() => performance.mark('bench-step'));
  const done = new Promise((settle) => session.once('Tracing.tracingComplete', settle));
  await session.send('Tracing.end');
  await done;
  await session.detach();
  const marks = events.filter(({ name }) => name === 'bench-step').sort((a, b) => a.ts - b.ts);
  const [first] = marks;
  if (first === undefined) throw new Error('no step was traced');
  const tasks = events
    .filter(
      ({ name, ph, pid, tid }) =>
        ph === 'X' && pid === first.pid && tid === first.tid && (name === 'ThreadControllerImpl::RunTask' || name === 'RunTask'),
    )
    .sort((a, b) => a.ts - b.ts);
  const times = marks.slice(0, -1).map((mark, i) => {
    const end = marks[i + 1]?.ts ?? Infinity;
    let busy = 0;
    for (const task of tasks) {
      const from = Math.max(task.ts, mark.ts);
      const until = Math.min(task.ts + (task.dur ?? 0), end);
      // A task that a mark cuts counts by its share on either side.
      if (until > from) busy += (task.tdur ?? task.dur ?? 0) * ((until - from) / Math.max(1, task.dur ?? 1));
    }
    return busy / 1000;
  });
  const [once = NaN] = times;
  const sorted = times.slice(BEGINNING).sort((a, b) => a - b);
  const at = (q: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? NaN;
  return { p50: at(0.5), p95: at(0.95), steps: sorted.length, first: once };
}

/** One step of the built page's hand, by its key; the frame that follows is drawn when it returns. */
export const stepHand = (page: Page) => () =>
  page.evaluate(async () => {
    const hand = document.querySelector<HTMLElement>('[role="slider"]');
    if (!hand) throw new Error('no hand on the clock');
    performance.mark('bench-step');
    hand.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true, cancelable: true }));
    for (let i = 0; i < 2; i++) await new Promise((resolve) => requestAnimationFrame(resolve));
    await new Promise((resolve) => setTimeout(resolve));
  });

/** One step of a page that is compared with: it has a function for it. */
const stepOther = (page: Page) => () =>
  page.evaluate(async () => {
    performance.mark('bench-step');
    (globalThis as unknown as { stepOn: () => void }).stepOn();
    for (let i = 0; i < 2; i++) await new Promise((resolve) => requestAnimationFrame(resolve));
    await new Promise((resolve) => setTimeout(resolve));
  });

const STEPS = 40;
/** Wide enough for the middle of the window, so that every step has rows before and after it. */
const CLOCK = 'from=2024-02-01&to=2025-12-20&at=2025-06-01';

export interface CrowdBench {
  /** Which crowds, by `actors x rows`. */
  crowds: readonly CrowdSize[];
  views: readonly string[];
  /** Whether the others are measured as well. */
  others: boolean;
}

export const WHOLE: CrowdBench = {
  crowds: [
    { actors: 200, pairs: 1000, rows: 1_000 },
    { actors: 200, pairs: 1000, rows: 10_000 },
    { actors: 200, pairs: 1000, rows: 100_000 },
    { actors: 1000, pairs: 5000, rows: 10_000 },
  ],
  views: ['atlas', 'matrix', 'balance', 'timeline'],
  others: true,
};

/**
 * What a step of the clock costs in a crowd: the built page's views beside the best combination of today's libraries (a clustered
 * vis-timeline, Leaflet on its canvas, D3 on a canvas) and a bare drawing of the same marks, all in one run. Time is the main thread's
 * own (of Chromium's traces, processor time where the trace has it), the frame with its style, layout and painting included; wall time
 * would be that of whatever else the machine does. Prints a line
 * for each crowd, with the ratio to the other two pages.
 */
export async function benchCrowd(browser: Browser, { crowds, views, others }: CrowdBench, port = 4184): Promise<void> {
  const server = await serveCrowds(port);
  const rows: Record<string, Record<string, string>> = {};
  const write = ({ p50, p95, first }: StepTimes) => `${p50.toFixed(1)} / ${p95.toFixed(1)} (${first.toFixed(0)})`;
  try {
    for (const size of crowds) {
      const name = `${size.actors}x${size.rows}`;
      const base = server.add(name, size);
      const row: Record<string, string> = {};
      rows[`${size.actors} actors, ${size.rows.toLocaleString('en')} rows`] = row;
      const measured: Record<string, StepTimes> = {};
      for (const other of others ? ['bare', 'best'] : []) {
        const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
        await page.goto(`${base}bench/${other}.html`);
        // Asked from here, as for the built page, whose policy lets nothing be evaluated inside it by a waiting function.
        while (!(await page.evaluate(() => 'stepOn' in globalThis)));
        const step = stepOther(page);
        for (let i = 0; i < 10; i++) await step();
        const found = await traceSteps(browser, page, STEPS, step);
        measured[other] = found;
        row[other] = write(found);
        await page.close();
      }
      for (const view of views) {
        const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
        await page.goto(`${base}#/${view}?${CLOCK}&rows=1`);
        await page.locator('[role="slider"]').first().waitFor();
        await page.waitForLoadState('networkidle');
        const step = stepHand(page);
        for (let i = 0; i < 10; i++) await step();
        const found = await traceSteps(browser, page, STEPS, step);
        row[view] = write(found);
        measured[view] = found;
        await page.close();
      }
      const { atlas, best, bare } = measured;
      if (atlas && best && bare)
        row['atlas to best, to bare'] = `${(atlas.p50 / best.p50).toFixed(2)}, ${(atlas.p50 / bare.p50).toFixed(2)}`;
    }
  } finally {
    await server.close();
  }
  console.log(
    `\nA step of the clock in a crowd: main-thread ms, p50 / p95 of ${STEPS} steps (the first after a pause), the frame included`,
  );
  console.table(rows);
}
