import { describe, expect, it } from 'vitest';
import { caseRecord, happened, said, scored } from '../src/testing/cases';
import { shipped } from '../src/testing/shippedDataset';
import { sharePages } from './sharePages';

const flank = shipped('eastern-flank');
const small = caseRecord(
  { statements: [said('one', '2020-01-02')], stances: [scored('one', 1)] },
  { title: 'Small "record" <b>' },
);
const bare = caseRecord({ events: [happened('one', '2020-01-02')] });

/** What a preview reads. */
const property = (page: string | undefined, name: string) =>
  new RegExp(`<meta property="${name}" content="([^"]*)"`).exec(page ?? '')?.[1];

describe('pages for those who preview a link', () => {
  it('are one for each page that a record can show, and one for each story', () => {
    const made = sharePages(
      [
        { name: 'eastern-flank', record: flank },
        { name: 'bare', record: bare },
      ],
      '',
    );
    for (const page of ['atlas', 'timeline', 'change', 'claims', 'desk']) expect(made.has(`at/${page}.html`), page).toBe(true);
    for (const { id } of flank.stories) expect(made.has(`at/story-${id}.html`), id).toBe(true);
    expect([...made.keys()].filter((path) => path.startsWith('at/bare/')).sort()).toEqual(
      ['atlas', 'desk', 'evidence', 'timeline'].map((page) => `at/bare/${page}.html`),
    );
  });

  it('lead to the view from where they stand, without a script', () => {
    const made = sharePages(
      [
        { name: 'small', record: small },
        { name: 'other', record: small },
      ],
      '',
    );
    expect(made.get('at/matrix.html')).toContain('content="0; url=../#/matrix"');
    expect(made.get('at/other/matrix.html')).toContain('content="0; url=../../#/matrix?data=other"');
    for (const page of made.values()) {
      expect(page).not.toContain('<script');
      expect(page).toContain("default-src 'none'");
    }
  });

  it('say their own title and description, a story its own; markup in a title is text', () => {
    const made = sharePages([{ name: 'eastern-flank', record: flank }], '');
    const [story] = flank.stories;
    const page = made.get(`at/story-${story?.id}.html`);
    expect(property(page, 'og:title')).toContain(story?.title);
    expect(property(page, 'og:type')).toBe('article');
    expect(property(made.get('at/rifts.html'), 'og:title')).toMatch(/^Rifts · /);
    expect(new Set([...made.values()].map((one) => property(one, 'og:title'))).size).toBe(made.size);
    expect(made.get('at/atlas.html')).not.toMatch(/og:url|og:image/);
    const odd = sharePages([{ name: 'small', record: small }], '').get('at/desk.html');
    expect(odd).toContain('<title>Desk · Small &quot;record&quot; &lt;b&gt; · Stanceline</title>');
  });

  it('name whole addresses where the build knows the site', () => {
    const page = sharePages([{ name: 'small', record: small }], 'https://example.org/s/').get('at/pair.html');
    expect(property(page, 'og:url')).toBe('https://example.org/s/at/pair.html');
    expect(property(page, 'og:image')).toBe('https://example.org/s/preview.png');
  });
});
