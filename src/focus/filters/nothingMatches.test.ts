import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sliceRecord } from '../../analysis/slice';
import { ACTOR_KINDS, SOURCE_KINDS } from '../../record/record';
import { readRecord } from '../../record/reading/read';
import { FACETS, FORMS, outletNames, PRESENCES } from '../../analysis/facets';
import { sound } from '../url';
import { choicesOf } from './choicesModel';
import { COUNTED, facetCounts } from './facets';
import { isFacet } from './filterWords';
import { filtersOf } from '../focus.svelte';
import { bestDrop, passing } from './nothingMatches';
import { START, type ViewState } from '../view';

const folder = 'data/eastern-flank';
const record = readRecord(
  new Map(
    readdirSync(folder)
      .filter((name) => name.endsWith('.csv'))
      .map((name) => [name, readFileSync(`${folder}/${name}`, 'utf8')]),
  ),
  'eastern-flank',
);

const some = <T>(items: readonly T[]) => fc.subarray([...items], { maxLength: 2 });
const states: fc.Arbitrary<ViewState> = fc
  .record({
    topics: some(record.topics),
    sourceKinds: some(SOURCE_KINDS),
    actorKinds: some(ACTOR_KINDS),
    only: some(record.actors.map((actor) => actor.id)),
    basis: fc.constantFrom('own' as const, 'attributed' as const, 'all' as const),
    confidence: fc.constantFrom(0 as const, 1 as const, 2 as const),
    sign: fc.constantFrom('any' as const, 'negative' as const, 'mixed' as const, 'positive' as const),
    coder: fc.constantFrom('', ...record.coders),
    fold: fc.boolean(),
    query: fc.constantFrom('', 'deal'),
  })
  .map((patch) => ({ ...START, ...patch }));
const found = new Set([3, 50, 120, 300, 401]);

test('the rows promised for dropping a filter are the rows that then pass, and no other single filter brings more', () => {
  fc.assert(
    fc.property(states, (state) => {
      const best = bestDrop(record, state, found);
      if (best === null) return;
      const after = { ...state, ...best.filter.drop };
      expect(sliceRecord(record, filtersOf(after, after.query === '' ? null : found)).n).toBe(best.rows);
      expect(best.rows).toBeGreaterThanOrEqual(
        passing(record, { ...state, topics: [] }, found) - (state.topics.length === 0 ? best.rows : 0),
      );
    }),
    { numRuns: 60 },
  );
});

test('two filters that exclude each other: the one whose removal brings more is named', () => {
  const state: ViewState = { ...START, topics: ['csto'], confidence: 2, sign: 'mixed', only: ['estonia'] };
  expect(passing(record, state, null)).toBe(0);
  const best = bestDrop(record, state, null);
  const each = (['topics', 'confidence', 'sign', 'only'] as const).map((field) =>
    passing(record, { ...state, [field]: START[field] }, null),
  );
  expect(best?.rows ?? 0).toBe(Math.max(...each));
});

const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);
const speakers = ids(record.actors.filter((_, actor) => record.evidence.speaker.includes(actor)));
const faceted: fc.Arbitrary<ViewState> = fc
  .record({
    topics: some(record.topics),
    sourceKinds: some(SOURCE_KINDS),
    only: some(ids(record.actors).slice(0, 6)),
    speakers: some(speakers),
    holders: some(ids(record.actors).slice(0, 6)),
    targets: some(ids(record.actors).slice(0, 6)),
    outlets: some(outletNames(record).slice(0, 40)),
    places: some(ids(record.places).slice(0, 8)),
    forms: some(FORMS),
    disputed: fc.constantFrom(...PRESENCES),
    original: fc.constantFrom(...PRESENCES),
    sides: some(ids(record.sides)),
    withoutSide: fc.constantFrom('', ...ids(record.sides)),
    basis: fc.constantFrom('own' as const, 'all' as const),
    but: fc.subarray([...FACETS]),
  })
  // Few filters at a time, so that something is left.
  .chain((all) =>
    fc
      .subarray(Object.keys(all) as (keyof typeof all)[], { maxLength: 3 })
      .map((kept) => sound({ ...START, ...Object.fromEntries(kept.map((name) => [name, all[name]])), but: all.but })),
  );

test('the number beside a choice is the number that passes once it alone is chosen, or once all but it is', () => {
  fc.assert(
    fc.property(faceted, fc.constantFrom(...COUNTED), (state, field) => {
      const counts = facetCounts(record, state, null, field);
      const choices = choicesOf(record, state, field, counts);
      const turned = isFacet(field) && state.but.includes(field);
      for (const { value, patch, count } of choices.slice(0, 6)) {
        const alone = isFacet(field) || field === 'sides' ? { [field]: [value] } : patch;
        const then = sound({ ...state, ...alone, but: turned ? [...state.but, field] : state.but });
        expect([field, value, count]).toEqual([field, value, passing(record, then, null)]);
      }
    }),
    { numRuns: 120 },
  );
});

test('what a facet keeps and what it leaves out are together every row that passes without it', () => {
  // A row of several sources or places rests on none of them alone: it may stand on both sides, never on neither.
  fc.assert(
    fc.property(faceted, fc.constantFrom(...FACETS), (state, facet) => {
      if (state[facet].length === 0) return;
      const rows = (patch: Partial<ViewState>) => new Set(sliceRecord(record, filtersOf({ ...state, ...patch }, null)).row);
      const kept = rows({ but: state.but.filter((other) => other !== facet) });
      const out = rows({ but: [...state.but, facet] });
      const all = rows({ [facet]: [] });
      expect(new Set([...kept, ...out])).toEqual(all);
      if (facet !== 'sourceKinds' && facet !== 'outlets' && facet !== 'places')
        expect([...kept].filter((row) => out.has(row))).toEqual([]);
    }),
    { numRuns: 120 },
  );
});
