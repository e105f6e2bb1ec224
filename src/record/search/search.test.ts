import { describe, expect, test } from 'vitest';
import { marksIn } from './highlight';
import { listOf } from '../record';
import { dayOf } from '../../words/calendar';
import { buildSearch, search } from './search';
import { shipped } from '../../testing/shippedDataset';

const record = shipped('eastern-flank');
const index = buildSearch(record);

function evidenceFor(query: string): string[] {
  return search(index, query).evidence.map((hit) => record.evidence.id[hit.index] ?? '');
}

function sourcesFor(query: string): string[] {
  return search(index, query).sources.map((hit) => record.sources[hit.index]?.id ?? '');
}

describe('what an analyst types finds the row in mind among the first three', () => {
  test.each([
    ['Ryzhenkov Poland January 2026', '2026-01-21-ryzhenkov-cooperation-with-poland'],
    ['Lukashenko Poland January 2025', '2025-01-26-lukashenko-poland-most-aggressive-policy'],
    ['most aggressive policy', '2025-01-26-lukashenko-poland-most-aggressive-policy'],
    ['big deal', '2025-10-14-lukashenko-ready-big-deal-if-belarus-interests'],
    ['breakthrough', '2025-10-14-tertel-sees-all-chances-breakthrough-united-states'],
    ['Helsinki summit', '2025-12-16-first-eastern-flank-summit-held-helsinki'],
    ['eastern flank summit December 2025', '2025-12-16-first-eastern-flank-summit-held-helsinki'],
    ['Oreshnik', '2025-12-18-lukashenko-announces-oreshnik-has-arrived-belarus'],
    ['border closure September 2025', '2025-09-09-tusk-announces-closure-all-crossings-belarus'],
    ['kuznica', '2025-11-17-kuznica-bobrowniki-crossings-reopen'],
    ['divide and rule', '2025-06-23-korybko-asks-whether-us-seeks-split-de'],
  ])('%s', (query, id) => {
    expect(evidenceFor(query).slice(0, 3)).toContain(id);
  });

  test.each([
    ['Does The US Want To Divide-And-Rule Belarus & Russia Or De-Escalate Continental Tensions?', 'voice-media-2025-06-23'],
    ['How Likely Is It That Poland Gives Belarus A Fair Deal Instead Of A Lopsided One?', 'voice-media-undated'],
    ['Poland Will Be Left In The Lurch', 'voice-of-east-undated-2'],
  ])('the article %s, and what was taken from it', (title, id) => {
    expect(sourcesFor(title).slice(0, 3)).toContain(id);
    const source = record.sourceIndex.get(id) ?? -1;
    const rows = [...listOf(index.bySource, source)];
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(listOf(record.evidence.sources, row)).toContain(source);
    expect(rows.map((row) => record.evidence.id[row])).toContain(evidenceFor(title)[0]);
  });

  test('an article that only the notes name is found by them', () => {
    expect(evidenceFor('Actual Polish Vassalage')[0]).toContain('2025-10-19-korybko');
  });
});

describe('spelling', () => {
  test.each(['Łukaszenka', 'lukaszenka', 'Лукашенко', 'Lukashenka', 'Lukashenco'])('%s is one man', (name) => {
    const actors = search(index, name).actors.map((hit) => record.actors[hit.index]?.id);
    expect(actors[0]).toBe('aleksandr-lukashenko');
  });

  test('marks may be left out or put in', () => {
    expect(evidenceFor('Kuźnica')).toEqual(evidenceFor('kuznica'));
    expect(evidenceFor('Nausėda')[0]).toBe(evidenceFor('NAUSEDA')[0]);
  });

  test('a year is that year: no slip of the keyboard leads to another', () => {
    const ids = evidenceFor('Ryzhenkov January 2026');
    expect(ids.length).toBeGreaterThan(0);
    for (const hit of search(index, 'Ryzhenkov January 2026').evidence) expect(hit.terms).not.toContain('2025');
  });
});

describe('a name finds the same rows in every spelling', () => {
  test.each([
    ['Рыженков', 'Ryzhenkov', 'Ryzenkov', 'Ryżenkow', 'Рыжанкоў', 'Maxim Ryzhankou'],
    ['US', 'usa', 'U.S.', 'United States', 'США', 'America'],
    ['Польша', 'Poland', 'polska'],
    ['Lukashenka', 'Łukaszenka', 'Лукашенко', 'Aleksandr Lukashenko'],
  ])('%s', (...spellings) => {
    const [first, ...others] = spellings.map(evidenceFor);
    expect(first?.length).toBeGreaterThan(10);
    for (const other of others) expect(other).toEqual(first);
  });

  test('and marks it in the text, whichever of them was typed', () => {
    const hit = search(index, 'Рыженков').evidence[0];
    expect(marksIn('Ryzhenkov said', hit?.terms ?? [])).toEqual([[0, 9]]);
  });
});

describe('dates in digits', () => {
  test.each(['2025-06-23', '23.06.2025', '6/23/2025'])('%s finds what may lie on that day, and nothing else', (date) => {
    const hits = search(index, date).evidence;
    expect(hits.length).toBeGreaterThan(0);
    for (const { index: e, all } of hits) {
      expect(all).toBe(true);
      expect(record.evidence.first[e]).toBeLessThanOrEqual(dayOf('2025-06-23'));
      expect(record.evidence.last[e]).toBeGreaterThanOrEqual(dayOf('2025-06-23'));
    }
    expect(hits.map((hit) => record.evidence.id[hit.index])).toContain('2025-06-23-korybko-asks-whether-us-seeks-split-de');
  });

  test('a month in digits goes with words', () => {
    expect(new Set(evidenceFor('sanctions 2025-12'))).toEqual(
      new Set(
        search(index, 'sanctions').evidence.flatMap(({ index: e }) =>
          (record.evidence.first[e] ?? 0) <= dayOf('2025-12-31') && (record.evidence.last[e] ?? 0) >= dayOf('2025-12-01')
            ? [record.evidence.id[e]]
            : [],
        ),
      ),
    );
  });
});

describe('a minus', () => {
  test('leaves out a word, a name in every spelling, and a phrase', () => {
    const all = new Set(evidenceFor('sanctions'));
    for (const [minus, part] of [
      ['-potash', 'potash'],
      ['-Польша', 'Poland'],
      ['-"big deal"', '"big deal"'],
    ] as const) {
      const without = new Set(evidenceFor(`sanctions ${minus}`));
      const both = new Set(evidenceFor(part));
      for (const id of without) expect(all).toContain(id);
      for (const id of both) expect(without).not.toContain(id);
      expect(without.size).toBeGreaterThan(0);
    }
    expect(evidenceFor('sanctions -potash').length).toBeLessThan(all.size);
  });

  test('alone finds nothing, and within a word is no minus', () => {
    expect(evidenceFor('-sanctions')).toEqual([]);
    expect(evidenceFor('de-escalation')[0]).toBeDefined();
  });
});

describe('words and phrases', () => {
  test('a phrase in quotes stands in the row as it was typed', () => {
    const loose = evidenceFor('poland pursues');
    const exact = evidenceFor('"Poland pursues the most aggressive"');
    expect(exact).toContain('2025-01-26-lukashenko-poland-most-aggressive-policy');
    expect(exact.length).toBeLessThanOrEqual(loose.length);
    expect(evidenceFor('"pursues Poland"')).toEqual([]);
    expect(evidenceFor('“big deal”')).toEqual(evidenceFor('"big deal"'));
  });

  test('a quote that is still being typed is words', () => {
    expect(evidenceFor('"big dea')).not.toEqual([]);
  });

  test('all words come before any word, and hits say which it was', () => {
    expect(search(index, 'Lukashenko Poland January 2025').evidence.every(({ all }) => all)).toBe(true);
    const rest = search(index, 'Lukashenko zeppelin').evidence;
    expect(rest.length).toBeGreaterThan(0);
    expect(rest.every(({ all }) => !all)).toBe(true);
  });

  test.each(['', '   ', 'the of in', '"', '""', '&', '***'])('%j finds nothing and does not fail', (query) => {
    expect(search(index, query)).toEqual({ evidence: [], actors: [], sources: [] });
  });
});

test('matched words are marked in the text as shown, marks and all', () => {
  const { terms } = search(index, 'Kuznica reopen').evidence[0] ?? { terms: [] };
  const text = 'Kuźnica and Bobrowniki crossings reopen';
  expect(marksIn(text, terms).map(([from, to]) => text.slice(from, to))).toEqual(['Kuźnica', 'reopen']);
});
