import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readRecord } from '../record/reading/read';
import { buildSearch, search } from '../record/search/search';
import type { Finder } from '../focus/finder';
import { chooseRows, cutRows } from '../analysis/chosenRows';
import { sliceRecord } from '../analysis/slice';
import { filtersOf, Focus } from '../focus/focus.svelte';
import { startOf } from '../focus/start';
import type { ViewState } from '../focus/view';
import { dayOf } from '../words/calendar';
import { offersFor, reaching, rowsOfSource, type Offer } from './findModel';

const folder = 'data/eastern-flank';
const files = new Map(
  readdirSync(folder)
    .filter((name) => /\.(csv|json)$/.test(name))
    .map((name) => [name, readFileSync(`${folder}/${name}`, 'utf8')]),
);
const record = readRecord(files, 'eastern-flank');
const finder: Finder = { index: buildSearch(record), search };

const now = startOf(record, '');
const offers = (query: string): Offer[] => offersFor(record, finder, now, query).groups.flatMap((group) => group.offers);
const views = (query: string) => offers(query).flatMap((offer) => (offer.type === 'view' ? [offer] : []));
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

test('the filter that is offered promises the rows that hold every word, and is led to a state that shows them', () => {
  const { groups, rows } = offersFor(record, finder, now, 'balloons lithuania');
  expect(rows).toBe(finder.search(finder.index, 'balloons lithuania').evidence.filter((hit) => hit.all).length);
  const filter = views('balloons lithuania').at(-1);
  expect(groups.at(-1)?.offers).toEqual([filter]);
  expect((filter?.answer.rows ?? 0) + (filter?.answer.undated ?? 0)).toBe(rows);
  expect(filter?.answer.state).toMatchObject({ query: 'balloons lithuania', pair: null, basis: 'all' });
});

/** What Rows lists in a state: the count that a reader sees once there. */
function listed(state: ViewState): number {
  const found =
    state.query === ''
      ? null
      : new Set(finder.search(finder.index, state.query).evidence.flatMap((hit) => (hit.all ? [hit.index] : [])));
  const chosen = chooseRows(sliceRecord(record, filtersOf(state, found)), state);
  const { low, split, holding } = cutRows(chosen, state.from, state.to, state.at);
  return split - low + holding.length;
}

test.each(['Oreshnik', 'us on belarus', 'who turned on belarus', 'kuznica', 'TASS', 'border 2025', 'Рыженков', '2025-06-23'])(
  'every count beside what %s offers is the count that it shows, up to the hand',
  (query) => {
    const found = views(query);
    expect(found.length).toBeGreaterThan(0);
    for (const { answer } of found) {
      expect(answer.rows).toBeGreaterThan(0);
      expect(listed(answer.state)).toBe(answer.rows);
      const { from, to, at } = answer.state;
      expect(from <= at && at <= to).toBe(true);
    }
  },
);

describe('a question is said back with its count', () => {
  test.each([
    [
      'us on belarus sanctions december 2025 official',
      'United States on Belarus, on sanctions, from official pages, 1 to 31 December 2025',
    ],
    ['who turned on Belarus', 'Towards Belarus, '],
    ['Рыженков on Poland', 'In the words of Maksim Ryzhenkov, towards Poland, '],
  ])('%s', (query, words) => {
    const [first] = offers(query);
    if (first?.type !== 'view') throw new Error('no reading stands first');
    expect(first.title.map(({ text }) => text).join('')).toContain(words);
    expect(first.facts).toMatch(/^(\d+|no) rows?/);
  });

  test('where no row answers it, that is said, and the question without the part that hides most follows', () => {
    const [none, less] = views('us on belarus sanctions december 2025 official');
    expect(none?.facts).toMatch(/^no rows; without “from official pages” \d+ rows$/);
    expect(none?.answer.rows).toBe(0);
    expect(less?.title.map(({ text }) => text).join('')).toBe('United States on Belarus, on sanctions, 1 to 31 December 2025');
    expect(less?.answer.rows).toBeGreaterThan(3);
  });

  test('who turned leads to the changes', () => {
    expect(views('who turned on belarus')[0]?.page).toBe('change');
    expect(views('us on belarus')[0]?.page).toBeNull();
  });
});

describe('ids and addresses', () => {
  test.each([
    ['2026-01-21-ryzhenkov-cooperation-with-poland', 'row'],
    ['https://stanceline.example/#/evidence?item=2026-01-21-ryzhenkov-cooperation-with-poland', 'row'],
    ['2026-01-21-ryzhenkov-cooperation-with-poland--belarus--poland', 'row'],
    ['maksim-ryzhenkov', 'actor'],
    ['voice-media-2025-06-23', 'source'],
  ])('%s', (query, type) => expect(offers(query)[0]?.type).toBe(type));

  test('an address leads to the source that was read there, with its marks or without', () => {
    const { url, id } = record.sources.find((source) => source.url.startsWith('https://www.') && source.url.length > 40)!;
    for (const query of [url, url.replace('https://www.', ''), `${url}/`]) {
      const [first] = offers(query);
      expect(first?.type === 'source' && record.sources[first.source]?.id).toBe(id);
    }
  });
});

test('topics, places and outlets are found by the beginning of a word', () => {
  const named = (query: string) => views(query).map(({ key }) => key);
  expect(named('sanct')).toContain('topic sanctions');
  expect(named('kuzn')).toContain('place Kuźnica–Bruzgi crossing');
  expect(named('kommers')).toContain('outlet Kommersant');
});

describe('a row that is opened is in view', () => {
  const state = { ...now, from: dayOf('2025-03-01'), to: dayOf('2025-04-01'), at: dayOf('2025-03-15') };
  const focus = new Focus(record, state);
  const id = '2026-01-21-ryzhenkov-cooperation-with-poland';

  test('the window is widened to it and the hand set on it', () => {
    const patch = reaching(focus, id);
    expect(patch).toEqual({ from: state.from, to: dayOf('2026-01-21'), at: dayOf('2026-01-21') });
  });

  test('a selection that it does not belong to is dropped', () => {
    const other = new Focus(record, { ...state, pair: ['russia', 'poland'], to: dayOf('2026-05-01') });
    expect(reaching(other, id)).toEqual({ pair: null, actors: [], place: '' });
  });
});

test('words that no row holds together lead to near rows, and never to a filter', () => {
  const { groups, exact } = offersFor(record, finder, now, 'venezuela oreshnik helsinki');
  expect(exact).toBe(false);
  expect(groups.map((group) => group.title)).toContain('No row has all these words. Nearest:');
  expect(groups.flatMap((group) => group.offers).some(({ key }) => key === 'filter')).toBe(false);
});
