import type { Page } from '../src/focus/view';
import type { StanceRecord } from '../src/record/record';
import { titleOf } from '../src/shell/titles';

/** What a page is called in the masthead, and what a preview says of it. */
const SAID: Record<Page, { label: string; says: string }> = {
  atlas: {
    label: 'Atlas',
    says: 'Who stands where, since when, on whose word: network, map, rows and timeline under one clock.',
  },
  timeline: { label: 'Timeline', says: 'Events, and what each said of the other, on one line of time.' },
  matrix: { label: 'Matrix', says: 'Who on whom: a cell for every pair.' },
  pair: { label: 'Pair', says: 'One actor on another through time, row by row.' },
  evidence: { label: 'Rows', says: 'Every dated statement and event, with its words and its sources.' },
  change: { label: 'Changes', says: 'Where words and acts changed, tested against chance.' },
  rifts: { label: 'Rifts', says: 'Which allies drift apart, and on whom.' },
  balance: { label: 'Balance', says: 'Where the net of friends and foes strains.' },
  hypotheses: { label: 'Hypotheses', says: 'Competing explanations, weighed row by row.' },
  claims: { label: 'Claims', says: 'What was claimed, and the rows for and against it.' },
  story: { label: 'Story', says: 'The record told in scenes, every sentence linked to its rows.' },
  desk: { label: 'Desk', says: 'The tables, what the checks say of them, and the way in for others.' },
};

/** Pages of which a record has something to show. */
function pagesOf(record: StanceRecord): Page[] {
  const { stances, ties, hypotheses, claims, stories } = record;
  const has: Partial<Record<Page, boolean>> = {
    matrix: stances.n > 0 || ties.length > 0,
    pair: stances.n > 0 || ties.length > 0,
    balance: stances.n > 0 || ties.length > 0,
    change: stances.n > 0,
    rifts: stances.n > 0,
    hypotheses: hypotheses.length > 0,
    claims: claims.length > 0,
    story: stories.length > 0,
  };
  return (Object.keys(SAID) as Page[]).filter((page) => has[page] ?? true);
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

interface Shared {
  title: string;
  says: string;
  /** Path of the page that is made, below the site. */
  path: string;
  /** The fragment that it leads to. */
  hash: string;
  /** What is told: a story is an article. */
  type: 'website' | 'article';
}

/** A page that says what a link leads to, for whoever previews it, and leads there. No script: a host's policy may allow none. */
function html({ title, says, path, hash, type }: Shared, site: string): string {
  const up = '../'.repeat(path.split('/').length - 1);
  const to = escaped(`${up}${hash}`);
  const meta = (name: string, content: string) => `    <meta property="${name}" content="${escaped(content)}" />`;
  return [
    '<!doctype html>',
    '<html lang="en">',
    '  <head>',
    '    <meta charset="utf-8" />',
    `    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; base-uri 'none'; form-action 'none'" />`,
    `    <meta http-equiv="refresh" content="0; url=${to}" />`,
    '    <meta name="viewport" content="width=device-width, initial-scale=1" />',
    `    <title>${escaped(title)}</title>`,
    `    <meta name="description" content="${escaped(says)}" />`,
    meta('og:site_name', 'Stanceline'),
    meta('og:type', type),
    meta('og:title', title),
    meta('og:description', says),
    // Those who preview links want whole addresses: the page does not know where it will stand unless the build is told.
    ...(site === '' ? [] : [meta('og:url', `${site}${path}`), meta('og:image', `${site}preview.png`)]),
    `    <meta name="twitter:card" content="${site === '' ? 'summary' : 'summary_large_image'}" />`,
    '  </head>',
    '  <body>',
    `    <p><a href="${to}">${escaped(title)}</a></p>`,
    '  </body>',
    '</html>',
    '',
  ].join('\n');
}

/**
 * Pages for static hosting, by their path below the site: one for each page of a record and one for each story, with the title and the
 * description that a link to it is previewed with. What stands behind `#` in a link never reaches a server, so that a preview of the link
 * itself can only say what the site is.
 *
 * @param records those of the site, the first its home
 * @param site the address at which it will stand, with a slash at its end; empty where that is not known
 */
export function sharePages(records: readonly { name: string; record: StanceRecord }[], site: string): Map<string, string> {
  const made = new Map<string, string>();
  const add = (shared: Shared) => made.set(shared.path, html(shared, site));
  records.forEach(({ name, record }, i) => {
    const folder = i === 0 ? 'at/' : `at/${name}/`;
    const data = i === 0 ? '' : `data=${name}`;
    for (const page of pagesOf(record)) {
      const { label, says } = SAID[page];
      const hash = `#/${page}${data === '' ? '' : `?${data}`}`;
      add({ title: titleOf(label, page === 'atlas', record), says, path: `${folder}${page}.html`, hash, type: 'website' });
    }
    for (const story of record.stories) {
      const asks = [data, `x-story=${encodeURIComponent(story.id)}`].filter((part) => part !== '').join('&');
      const says = story.subtitle === '' ? SAID.story.says : story.subtitle;
      const title = titleOf(story.title, false, record);
      add({ title, says, path: `${folder}story-${story.id}.html`, hash: `#/story?${asks}`, type: 'article' });
    }
  });
  return made;
}
