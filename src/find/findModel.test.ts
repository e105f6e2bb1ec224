import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readRecord } from '../record/reading/read';
import { buildSearch, search } from '../record/search/search';
import type { Finder } from '../focus/finder';
import { offersFor, rowsOfSource, type Offer } from './findModel';

const folder = 'data/eastern-flank';
const files = new Map(
  readdirSync(folder)
    .filter((name) => /\.(csv|json)$/.test(name))
    .map((name) => [name, readFileSync(`${folder}/${name}`, 'utf8')]),
);
const record = readRecord(files, 'eastern-flank');
const finder: Finder = { index: buildSearch(record), search };

const offers = (query: string): Offer[] => offersFor(record, finder, query).groups.flatMap((group) => group.offers);
const rowIds = (query: string): string[] => offers(query).flatMap((offer) => (offer.type === 'row' ? [offer.id] : []));

describe('what a reader is likely to look for stands first or near it', () => {
  test.each([
    ['ryzhenkov january 2026', /^2026-01-21-ryzhenkov/, 1],
    ['Ryzhnekov Polnd', /^2026-01-21-ryzhenkov/, 2],
    ['lukashenko poland january 2025', /^2025-01-26-lukashenko-poland-most-aggressive/, 1],
    ['"big deal"', /lukashenko.*big-deal/, 1],
    ['breakthrough', /tertel.*breakthrough/, 1],
    ['helsinki summit', /^2025-12-16-first-eastern-flank-summit-held-helsinki/, 3],
    ['oreshnik deployment', /^2025-12-18-lukashenko-announces-oreshnik-has-arrived/, 2],
    ['border closure september 2025', /^2025-09-\d\d-(tusk-announces-closure|poland-shuts)/, 6],
  ])('%s', (query, id, within) => {
    expect(
      rowIds(query)
        .slice(0, within)
        .some((found) => id.test(found)),
    ).toBe(true);
  });

  test('a Polish spelling leads to the actor and says which name it is', () => {
    const actor = offers('Łukaszenka').find((offer) => offer.type === 'actor');
    expect(actor).toMatchObject({ id: 'aleksandr-lukashenko', facts: expect.stringContaining('ukaszenk') as string });
  });
});

test('a source leads to the rows that rest on it', () => {
  const source = offers('Dramatic Pivot on Poland').find((offer) => offer.type === 'source');
  if (source?.type !== 'source') throw new Error('the article is not offered');
  const rows = rowsOfSource(record, finder, source.source);
  expect(rows).toHaveLength(source.rows);
  expect(rows.map((row) => row.type === 'row' && row.id)).toContain('2026-01-21-ryzhenkov-cooperation-with-poland');
});

test('the filter that is offered promises the rows that hold every word', () => {
  const { groups, rows } = offersFor(record, finder, 'balloons lithuania');
  expect(rows).toBe(finder.search(finder.index, 'balloons lithuania').evidence.filter((hit) => hit.all).length);
  expect(groups[groups.length - 1]!.offers).toEqual([{ type: 'filter', key: 'filter', rows }]);
});

test('words that no row holds together lead to near rows, and never to a filter', () => {
  const { groups, exact } = offersFor(record, finder, 'venezuela oreshnik helsinki');
  expect(exact).toBe(false);
  expect(groups.map((group) => group.title)).toContain('No row has all these words. Nearest:');
  expect(groups.flatMap((group) => group.offers).some((offer) => offer.type === 'filter')).toBe(false);
});
