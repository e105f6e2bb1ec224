import { describe, expect, test } from 'vitest';
import { marksIn } from './highlight';
import { listOf } from '../record';
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
