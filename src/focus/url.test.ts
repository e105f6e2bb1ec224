import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACTOR_KINDS, SOURCE_KINDS } from '../record/record';
import { FACETS, FORMS, PRESENCES } from '../analysis/facets';
import { decodeOwnView, decodeView, encodeView, passedOver, sound } from './url';
import { LANES, MODES, PAGES, START, STEPS, type ViewState } from './view';
import { dayOf } from '../words/calendar';

const slug = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,20}$/);
/** What a cell may hold: letters of any script, quotes, signs, spaces within; halves of letters are what no file can carry. */
const cell = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }),
  fc.stringMatching(/^[~\\"'&=#?+%;:/ a-c]{1,8}$/),
  fc.constantFrom('rule of law', 'права человека', 'العربية', '“quoted”', 'a~b', 'c\\', 'gpt 5 (high)'),
);
const day = fc.integer({ min: dayOf('1800-01-01'), max: dayOf('2100-01-01') });

const anyView: fc.Arbitrary<ViewState> = fc
  .record({
    data: fc.oneof(fc.constant(''), slug),
    page: fc.constantFrom(...PAGES),
    days: fc.tuple(day, day, day),
    step: fc.constantFrom(...STEPS),
    speed: fc.constantFrom(0.25, 1, 2, 8),
    mode: fc.constantFrom(...MODES),
    halfLife: fc.integer({ min: 1, max: 3650 }),
    compare: fc.option(day),
    actors: fc.array(slug, { maxLength: 3 }),
    pair: fc.option(fc.tuple(slug, slug)),
    item: fc.oneof(fc.constant(''), slug),
    place: fc.oneof(fc.constant(''), slug),
    beside: fc.array(slug, { maxLength: 2 }),
    only: fc.array(slug, { maxLength: 2 }),
    actorKinds: fc.subarray([...ACTOR_KINDS]),
    topics: fc.array(cell, { maxLength: 3 }),
    sourceKinds: fc.subarray([...SOURCE_KINDS]),
    sides: fc.uniqueArray(cell, { maxLength: 3 }),
    withoutSide: fc.oneof(fc.constant(''), cell),
    outlets: fc.array(cell, { maxLength: 2 }),
    speakers: fc.array(slug, { maxLength: 2 }),
    holders: fc.array(slug, { maxLength: 2 }),
    targets: fc.array(slug, { maxLength: 2 }),
    places: fc.array(slug, { maxLength: 2 }),
    forms: fc.subarray([...FORMS]),
    disputed: fc.constantFrom(...PRESENCES),
    original: fc.constantFrom(...PRESENCES),
    but: fc.subarray([...FACETS]),
    basis: fc.constantFrom('own' as const, 'attributed' as const, 'all' as const),
    confidence: fc.constantFrom(0 as const, 1 as const, 2 as const),
    sign: fc.constantFrom('any' as const, 'negative' as const, 'mixed' as const, 'positive' as const),
    without: fc.oneof(fc.constant(''), slug),
    coder: fc.oneof(fc.constant(''), cell),
    fold: fc.boolean(),
    query: fc.string({ unit: 'grapheme', maxLength: 30 }),
    rows: fc.integer({ min: 1, max: 50 }),
    lanes: fc.constantFrom(...LANES),
    reading: fc.constantFrom('of' as const, 'towards' as const),
    extra: fc.dictionary(slug, fc.string({ minLength: 1, maxLength: 10 }), { maxKeys: 3 }),
  })
  .map(({ days, ...rest }) => {
    const [from, at, to] = days.sort((a, b) => a - b) as [number, number, number];
    // A facet without values has none to leave out.
    return sound({ ...rest, from, at, to });
  });

describe('the link', () => {
  it('opens exactly the view that it was made from', () => {
    fc.assert(
      fc.property(anyView, anyView, (view, elsewhere) => {
        const base = { ...elsewhere, data: view.data };
        expect(decodeView(`#${encodeView(view)}`, base)).toEqual({ ...view, extra: { ...view.extra } });
      }),
    );
  });

  it('is made of any text, also of half a letter', () => {
    const view = { ...START, query: 'a\uD800b', coder: '\uDC00' };
    expect(decodeView(encodeView(view), START)).toMatchObject({ query: 'a\uFFFDb', coder: '\uFFFD' });
  });

  it('of a record’s own reaches no frame, no draft and nothing that is the reader’s', () => {
    const own =
      'from=2025-01-01&to=2025-02-01&at=2025-01-05&data=other&x-embed=map&x-theme=dark&x-notes=1&x-write=mine&x-about=record';
    expect(decodeOwnView(`${own}&x-story=draft:mine&x-frame=baltic`, START)).toMatchObject({
      data: '',
      extra: { frame: 'baltic' },
    });
    expect(decodeOwnView(`${own}&x-story=the-year`, START).extra).toEqual({ story: 'the-year' });
  });

  it('opens the dataset’s own window where a date is none', () => {
    const base = { ...START, from: 10, to: 20, at: 15 };
    expect(decodeView('#/atlas?from=yesterday&at=2025-13-45', base)).toMatchObject({ from: 10, to: 20, at: 15 });
    expect(decodeView('#/atlas?from=1970-01-13&to=later', base)).toMatchObject({ from: 12, to: 20, at: 15 });
  });

  it('keeps what it does not name when it names no window', () => {
    const base = { ...START, from: 10, to: 20, at: 15, pair: ['a', 'b'] as const };
    expect(decodeView('#/matrix?topic=border', base)).toMatchObject({
      page: 'matrix',
      topics: ['border'],
      from: 10,
      at: 15,
      pair: ['a', 'b'],
    });
  });

  it('to one row opens that row, not the row within the first view’s pair', () => {
    const base = { ...START, from: 10, to: 20, at: 15, pair: ['a', 'b'] as const };
    expect(decodeView('#/evidence?item=some-row', base)).toMatchObject({
      page: 'evidence',
      item: 'some-row',
      at: 15,
      pair: null,
    });
  });

  it('passes over what is no value instead of failing', () => {
    const base = { ...START, from: 0, to: 100, at: 50 };
    for (const text of [
      '#/nowhere?at=soon',
      '#/atlas?half=-3&mode=magic&rows=x',
      '#%%%',
      '#/atlas?pair=one',
      '#/atlas?at=2025-02-30',
    ]) {
      expect(decodeView(text, base)).toMatchObject({ page: 'atlas', at: 50, halfLife: 30, mode: 'decay', rows: 2, pair: null });
    }
  });

  it('puts a window that runs backwards in order and brings the date into it', () => {
    expect(decodeView('#/atlas?from=2025-06-01&to=2025-01-01&at=2030-01-01', START)).toMatchObject({
      from: dayOf('2025-01-01'),
      to: dayOf('2025-06-01'),
      at: dayOf('2025-06-01'),
    });
  });
});

describe('what a link says and the page does not know', () => {
  it.each([
    ['#/chnages?from=2025-01-01', [{ name: 'page', value: 'chnages' }]],
    ['#/atlas?at=2025-13-40', [{ name: 'at', value: '2025-13-40' }]],
    ['#/evidence?source=official~offical', [{ name: 'source', value: 'official~offical' }]],
    ['#/atlas?topics=sanctions', [{ name: 'topics', value: 'sanctions' }]],
    ['#/atlas?step=fortnight&map=of', [{ name: 'step', value: 'fortnight' }]],
    ['#/atlas?toString=1', [{ name: 'toString', value: '1' }]],
  ])('%s', (link, passed) => expect(passedOver(link)).toEqual(passed));

  it.each([
    '',
    '#/',
    '#/atlas',
    '#/desk?add=https://a.example/b',
    '#/story?x-anything=at+all',
    '#/atlas?pair=',
    '#item=some-row',
  ])('nothing in %s', (link) => expect(passedOver(link)).toEqual([]));

  it('is nothing in a link that the page wrote', () => {
    fc.assert(
      fc.property(anyView, (state) => {
        expect(passedOver(`#${encodeView(state)}`)).toEqual([]);
      }),
    );
  });

  it('is no page that goes by the word on its tab', () => {
    expect(['rows', 'changes', 'stories'].map((name) => decodeView(`#/${name}`, START).page)).toEqual([
      'evidence',
      'change',
      'story',
    ]);
    expect(passedOver('#/rows')).toEqual([]);
    expect(passedOver('#/constructor')).toEqual([{ name: 'page', value: 'constructor' }]);
  });
});
