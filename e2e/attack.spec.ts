import type { Page } from '@playwright/test';
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

for (const [n, payload] of [PAYLOADS[0]!, PAYLOADS.at(-1)!].entries()) {
  firstVisit(`rows of an enemy are text in every view, and break none (${n + 1})`, async ({ page }) => {
    // The policy would stop them; here they are not even tried.
    await open(page);
    await drop(page, hostile(n === 0 ? PAYLOADS.slice(0, -1).join(' ') : payload));
    await expect.poll(() => new URL(page.url()).hash).toContain('data=dropped');
    for (const view of VIEWS) {
      await page.evaluate((hash) => (location.hash = hash), `#/${view}${view.includes('?') ? '&' : '?'}data=dropped`);
      await expect(page.locator('#main, main').first()).toBeVisible();
      await expect(page.locator('main [aria-busy=true]')).toHaveCount(0);
      const found = await page.evaluate(() => ({
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
      expect(found, view).toEqual({
        ran: false,
        markup: 0,
        none: '',
        drawn: 0,
        failed: [],
        sideways: false,
        framed: false,
        theme: 'light',
      });
    }
  });
}
