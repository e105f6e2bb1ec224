import type { Page } from '@playwright/test';
import { zipSync } from 'fflate';
import { expect, firstVisit, open } from './journey';

/** Rows as an enemy or a broken export might write them, through every view: nothing runs, nothing is NaN, nothing throws, nothing overflows. */

const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
const LONG = 'A very long name '.repeat(300);

/** What stands wherever a table takes words. */
const PAYLOADS = [
  '<img src=x onerror="globalThis.ran=1">',
  '"><script>globalThis.ran=1</script>',
  '<svg/onload=globalThis.ran=1>',
  'javascript:globalThis.ran=1',
  '{{constructor.constructor("globalThis.ran=1")()}}',
  '\u202Etxt.exe\u202C \u0007',
  '=cmd|calc!A1',
  '__proto__',
  `${LONG}${LONG}`,
];

/** Spans without beginning or end, years of six digits and none, days that no calendar has. */
const DATES = [
  '2025-03-01',
  '9999-12-31',
  '-4300-01-01',
  '0001',
  '+123456-01-01',
  '2025-02-30',
  '2025/..',
  '../2025',
  'XXXX',
  '2025-06~',
];

function hostile(payload: string): Record<string, string> {
  const words = cell(payload);
  const statements = DATES.flatMap((date, i) => [
    `x${i},${words},${date},a,b,${words},${words},${cell(`${payload} ~ \\`)},s,high`,
    `y${i},T,2025-0${(i % 9) + 1}-05,b,a,${words},${words},t,s,high`,
  ]);
  const stances = DATES.flatMap((_, i) => [
    `p${i},x${i},a,b,${(i % 5) - 2},statement,${words}`,
    `q${i},y${i},b,a,1,statement,${words}`,
  ]);
  return {
    'actors.csv': `id,name,kind,lat,lon,aliases\na,${words},state,53,27,${words}\nb,${cell(LONG)},state,89.9,179.9,\nc,C,person,,,\n`,
    'sources.csv': `id,url,title,outlet,author,kind,language\ns,${words},${words},${words},${words},opinion,xx\n`,
    'events.csv': `id,title,start,end,place,participants,topics,sources,confidence\ne1,${words},1999-01-01,..,,a;b,t,s,high\ne2,N,0001-01-01,9999-12-31,,a,t,s,high\ne3,S,+123456-01-01,,,a,t,s,high\n`,
    'statements.csv': `id,title,date,speaker,targets,quote,summary,topics,sources,confidence\n${statements.join('\n')}\n`,
    'stances.csv': `id,evidence,holder,target,score,basis,rationale\n${stances.join('\n')}\n`,
    'ties.csv': `id,kind,members,sign,title,start,end,sources\nt1,treaty,a;b,1,${words},0001,..,s\nt2,treaty,a;c,-1,O,..,,s\n`,
    'hypotheses.csv': `id,title,description,proposed_by,source\nh,${words},${words},a,s\n`,
    'stories.csv': `id,title,subtitle,author\nw,${words},${words},${words}\n`,
    'scenes.csv': `story,order,title,text,view\nw,1,${words},${cell(`${payload}\n\n> [x](${payload})\n\n**${payload}**`)},x-embed=map&x-theme=dark&from=2025-01-01&to=2025-12-31&at=2025-06-01\n`,
    'datapackage.json': JSON.stringify({
      title: payload,
      contributors: [{ title: payload }],
      stanceline: { view: 'x-embed=map&x-theme=dark&x-notes=1&from=-9999-01-01&to=9999-12-31&at=2025-01-01', coding: payload },
    }),
  };
}

const drop = (page: Page, files: Record<string, string>) =>
  page.evaluate((files) => {
    const transfer = new DataTransfer();
    for (const [name, text] of Object.entries(files)) transfer.items.add(new File([text], name));
    window.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
  }, files);

const VIEWS = [
  'atlas',
  'timeline',
  'matrix',
  'pair?pair=a~b',
  'evidence?item=x0',
  'change',
  'rifts',
  'balance',
  'hypotheses',
  'claims',
  'story?x-story=w&x-scene=1',
  'desk',
];

/** Every payload by itself and by every way in: `npm run attack`. Otherwise all short ones at once, and the long one, by one way. */
const WHOLE = process.env['ATTACK'] === 'whole';

/** Drops files on the page by their bytes, as an archiver or a disk hands them over. */
const dropBytes = (page: Page, files: Record<string, Uint8Array>) =>
  page.evaluate(
    (files) => {
      const transfer = new DataTransfer();
      for (const [name, text] of files)
        transfer.items.add(new File([Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))], name));
      window.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
    },
    Object.entries(files).map(([name, bytes]) => [name, Buffer.from(bytes).toString('base64')] as const),
  );

const bytesOf = (files: Record<string, string>) =>
  Object.fromEntries(Object.entries(files).map(([name, text]) => [`record/${name}`, new TextEncoder().encode(text)]));

const WAYS: Record<string, (page: Page, files: Record<string, string>) => Promise<unknown>> = {
  files: drop,
  archive: (page, files) => dropBytes(page, { 'dropped.zip': zipSync(bytesOf(files)) }),
};

/** What must not be on a page, whatever it shows. */
const found = (page: Page) =>
  page.evaluate(() => ({
    ran: 'ran' in globalThis,
    markup: document.querySelectorAll('img[src=x], main script, [onload], [onerror], a[href^="javascript"]').length,
    none: /\bNaN\b|\bundefined\b|\bInfinity\b|\[object /.exec(document.body.innerText)?.[0] ?? '',
    drawn: [...document.querySelectorAll('svg *')].filter((mark) =>
      [...mark.attributes].some(
        ({ name, value }) =>
          /^(d|x|y|x1|x2|y1|y2|cx|cy|r|width|height|transform|points)$/.test(name) && /NaN|undefined|Infinity/.test(value),
      ),
    ).length,
    failed: [...document.querySelectorAll('.failed')].map((part) => part.textContent),
    sideways: document.documentElement.scrollWidth > innerWidth,
    framed: document.querySelector('.frame > main') !== null,
    theme: document.documentElement.dataset['theme'],
  }));
const NOTHING = { ran: false, markup: 0, none: '', drawn: 0, failed: [], sideways: false, framed: false, theme: 'light' };

const SHORT = PAYLOADS.slice(0, -1).join(' ');
const LONGEST = PAYLOADS.at(-1)!;
const TRIED: readonly (readonly [way: string, payload: string])[] = WHOLE
  ? Object.keys(WAYS).flatMap((way) => [SHORT, ...PAYLOADS].map((payload) => [way, payload] as const))
  : [
      ['archive', SHORT],
      ['files', LONGEST],
    ];

for (const [n, [way, payload]] of TRIED.entries()) {
  firstVisit(`rows of an enemy are text in every view, and break none (${n + 1}, by ${way})`, async ({ page }) => {
    // The policy would stop them; here they are not even tried.
    await open(page);
    await WAYS[way]!(page, hostile(payload));
    await expect.poll(() => new URL(page.url()).hash).toContain('data=dropped');
    for (const view of VIEWS) {
      await page.evaluate((hash) => (location.hash = hash), `#/${view}${view.includes('?') ? '&' : '?'}data=dropped`);
      await expect(page.locator('#main, main').first()).toBeVisible();
      await expect(page.locator('main [aria-busy=true]')).toHaveCount(0);
      expect(await found(page), view).toEqual(NOTHING);
    }
  });
}

/** Archives that are damaged, locked, too large or lead elsewhere, each with what the page says of it. */
const ARCHIVES: readonly (readonly [what: string, bytes: () => Uint8Array, says: RegExp])[] = [
  [
    'a byte is turned in',
    () => {
      const archive = zipSync(bytesOf(hostile('x')), { level: 0 });
      const at = archive.length >> 1;
      archive[at] = (archive[at] ?? 0) ^ 1;
      return archive;
    },
    /damaged/,
  ],
  ['half is missing of', () => zipSync(bytesOf(hostile('x'))).subarray(0, 700), /cannot be unpacked|damaged/],
  [
    'leads out of its folder',
    () => zipSync({ ...bytesOf(hostile('x')), '../../evil.csv': new Uint8Array([1]) }),
    /leads out of the archive's folder/,
  ],
  [
    'is locked with a password',
    () => {
      const archive = zipSync({ 'actors.csv': new TextEncoder().encode('id,name,kind') }, { level: 0 });
      // The bit that says so, in the entry and in the list at the end.
      archive[6] = 1;
      const list = archive.findIndex((_, i) => archive[i] === 0x50 && archive[i + 1] === 0x4b && archive[i + 2] === 1);
      archive[list + 8] = 1;
      return archive;
    },
    /locked with a password/,
  ],
  // Ten thousand entries take a while to pack: for the long form.
  ...(WHOLE
    ? [
        [
          'holds more files than are read',
          () => zipSync(Object.fromEntries(Array.from({ length: 10_100 }, (_, i) => [`a/${i}.txt`, new Uint8Array()]))),
          /more than 10,000 files/,
        ] as const,
      ]
    : []),
];

firstVisit('an archive of an enemy is refused by a sentence, and the record that was open stays', async ({ page }) => {
  await open(page);
  for (const [what, bytes, says] of ARCHIVES) {
    await dropBytes(page, { 'record.zip': bytes() });
    await expect(page.locator('body'), what).toContainText(says, { timeout: WHOLE ? 45_000 : 15_000 });
    expect(await found(page), what).toMatchObject({ ran: false, none: '' });
    await page.goto('./#/atlas');
    await expect(page.locator('#lead'), what).toContainText('Belarus');
  }
});

/** What a link may hold, each value of which somebody else may have written. */
const KEYS = [
  'from',
  'to',
  'at',
  'step',
  'speed',
  'pair',
  'actor',
  'item',
  'place',
  'topic',
  'outlet',
  'coder',
  'q',
  'only',
  'rows',
  'data',
  'x-story',
  'x-scene',
  'x-plate',
  'x-about',
  'x-section',
  'x-a',
];

firstVisit('a link of an enemy opens some view, and runs nothing', async ({ page }) => {
  await open(page);
  const links = WHOLE
    ? KEYS.flatMap((key) => PAYLOADS.map((payload) => `#/atlas?${key}=${encodeURIComponent(payload)}`))
    : VIEWS.slice(0, 6).map((view, i) => {
        const values = KEYS.filter((key) => key !== 'data').map(
          (key, k) => `${key}=${encodeURIComponent(PAYLOADS[(i + k) % PAYLOADS.length]!.slice(0, 400))}`,
        );
        return `#/${view.split('?')[0]}?${values.join('&')}`;
      });
  links.push(
    `#/atlas?topic=${encodeURIComponent(LONGEST)}`,
    '#/%3Cscript%3E?at=%E0%A4%A',
    '#/atlas?=&&==&at',
    `#/${encodeURIComponent(PAYLOADS[0]!)}`,
    '#/constructor?__proto__=x',
  );
  for (const link of links) {
    await page.evaluate((hash) => (location.hash = hash), link);
    await expect(page.locator('#main, main').first(), link).toBeVisible();
    await expect(page.locator('main [aria-busy=true]'), link).toHaveCount(0);
    expect(await found(page), link).toMatchObject({ ran: false, markup: 0, none: '', drawn: 0, failed: [], sideways: false });
  }
});
