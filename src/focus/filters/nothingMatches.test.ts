import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sliceRecord } from '../../analysis/slice';
import { ACTOR_KINDS, SOURCE_KINDS } from '../../record/record';
import { readRecord } from '../../record/reading/read';
import { facetCounts } from './facets';
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

test('the number beside a choice is the number that passes once it alone is chosen', () => {
  const state: ViewState = { ...START, sign: 'negative', topics: ['border'] };
  for (const [topic, count] of facetCounts(record, state, null, 'topics')) {
    expect(passing(record, { ...state, topics: [topic] }, null)).toBe(count);
  }
  for (const [kind, count] of facetCounts(record, state, null, 'sourceKinds')) {
    expect(passing(record, { ...state, sourceKinds: SOURCE_KINDS.filter((one) => one === kind) }, null)).toBe(count);
  }
  for (const [basis, count] of facetCounts(record, state, null, 'basis')) {
    const one = (['own', 'attributed', 'all'] as const).find((name) => name === basis)!;
    expect(passing(record, { ...state, basis: one }, null)).toBe(count);
  }
  for (const [id, count] of facetCounts(record, state, null, 'only')) {
    expect(passing(record, { ...state, only: [id] }, null)).toBe(count);
  }
});
