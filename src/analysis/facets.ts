import { isDisputed } from '../record/dispute';
import { evidenceText } from '../record/cell';
import { BASES, EVENT, listOf, SOURCE_KINDS, STATEMENT, type Lists, type StanceRecord } from '../record/record';
import type { Filters } from './slice';

/**
 * The filters that choose among values: each keeps the rows that carry one of those chosen, or, turned round, all but those. They are
 * named as the state of the link names them.
 */
export const FACETS = ['topics', 'sourceKinds', 'only', 'speakers', 'holders', 'targets', 'outlets', 'places', 'forms'] as const;
export type Facet = (typeof FACETS)[number];

/** What a row tells of: words (a statement), acts (a stance coded from what was done), events (a row of the events). */
export const FORMS = ['words', 'acts', 'events'] as const;
export type Form = (typeof FORMS)[number];

/** Rows that have something, those alone, or those without it. */
export const PRESENCES = ['any', 'only', 'without'] as const;
export type Presence = (typeof PRESENCES)[number];

const CONDUCT = BASES.indexOf('conduct');

type Test = (row: number) => boolean;

/** Outlet of each source, as a number that equal names share. */
interface Outlets {
  index: ReadonlyMap<string, number>;
  of: Uint32Array;
}

const outletsKnown = new WeakMap<StanceRecord, Outlets>();

function outletsOf(record: StanceRecord): Outlets {
  let known = outletsKnown.get(record);
  if (known === undefined) {
    const index = new Map<string, number>();
    const of = Uint32Array.from(record.sources, ({ outlet }) => {
      if (!index.has(outlet)) index.set(outlet, index.size);
      return index.get(outlet) ?? 0;
    });
    outletsKnown.set(record, (known = { index, of }));
  }
  return known;
}

/** Every outlet that the record's sources name, in the order of the table; a source without one names none. */
export function outletNames(record: StanceRecord): string[] {
  return [...outletsOf(record).index.keys()].filter((name) => name !== '');
}

/** A row's values are in the list: some of them where the list is kept, all of them (and at least one) where it is left out. */
function within(lists: Lists, chosen: ReadonlySet<number>, but: boolean, valueOf: (item: number) => number): Test {
  return (row) => {
    const items = listOf(lists, row);
    if (!but) return items.some((item) => chosen.has(valueOf(item)));
    return items.length === 0 || !items.every((item) => chosen.has(valueOf(item)));
  };
}

const same = (item: number) => item;

/**
 * Tests of the facets that a row of the evidence can be asked for, one for each that is in use.
 *
 * All but some kinds of source, outlets or places leaves out the rows that rest on those alone: a row with another source stays. All but
 * some topics or speakers leaves out every row that carries one.
 */
export function evidenceFacets(record: StanceRecord, filters: Filters): Test[] {
  const { evidence, sources } = record;
  const tests: Test[] = [];
  const but = (facet: Facet) => filters.but.includes(facet);
  if (filters.topics.length > 0) {
    const chosen = new Set(filters.topics.map((topic) => record.topics.indexOf(topic)));
    const holds = (e: number) => listOf(evidence.topics, e).some((topic) => chosen.has(topic));
    tests.push(but('topics') ? (e) => !holds(e) : holds);
  }
  if (filters.sourceKinds.length > 0) {
    const bits = filters.sourceKinds.reduce((sum, kind) => sum | (1 << SOURCE_KINDS.indexOf(kind)), 0);
    const kinds = (e: number) => evidence.kinds[e] ?? 0;
    tests.push(but('sourceKinds') ? (e) => kinds(e) === 0 || (kinds(e) & ~bits) !== 0 : (e) => (kinds(e) & bits) !== 0);
  }
  if (filters.outlets.length > 0) {
    const outlets = outletsOf(record);
    const chosen = new Set(filters.outlets.map((name) => outlets.index.get(name) ?? -1));
    tests.push(within(evidence.sources, chosen, but('outlets'), (source) => outlets.of[source] ?? -1));
  }
  if (filters.sides.length > 0) {
    const chosen = new Set(filters.sides);
    tests.push((e) => listOf(evidence.sources, e).some((source) => chosen.has(sources[source]?.side ?? '')));
  }
  if (filters.withoutSide !== '') {
    tests.push((e) => {
      const list = listOf(evidence.sources, e);
      return list.length === 0 || !list.every((source) => sources[source]?.side === filters.withoutSide);
    });
  }
  if (filters.without !== '') {
    const without = record.sourceIndex.get(filters.without) ?? -1;
    if (without >= 0) {
      tests.push((e) => {
        const list = listOf(evidence.sources, e);
        return list.length !== 1 || list[0] !== without;
      });
    }
  }
  if (filters.speakers.length > 0) {
    const chosen = new Set(filters.speakers.map((id) => record.actorIndex.get(id) ?? -2));
    const holds = (e: number) => chosen.has(evidence.speaker[e] ?? -1);
    tests.push(but('speakers') ? (e) => !holds(e) : holds);
  }
  if (filters.places.length > 0) {
    const chosen = new Set(filters.places.map((id) => record.placeIndex.get(id) ?? -1));
    tests.push(within(evidence.places, chosen, but('places'), same));
  }
  if (filters.forms.length > 0) {
    const out = but('forms');
    // Kept, an event counts as an act where one of its stances is coded from what was done; left out, where all of them are.
    const isAct = (e: number) => {
      const acts = Array.from(listOf(evidence.stances, e), (stance) => record.stances.basis[stance] === CONDUCT);
      return acts.length > 0 && (out ? acts.every(Boolean) : acts.some(Boolean));
    };
    const is: Record<Form, (e: number) => boolean> = {
      words: (e) => evidence.kind[e] === STATEMENT,
      events: (e) => evidence.kind[e] === EVENT,
      acts: isAct,
    };
    tests.push((e) => filters.forms.some((form) => is[form](e)) !== out);
  }
  if (filters.disputed !== 'any') tests.push((e) => disputedRows(record)[e] === Number(filters.disputed === 'only'));
  if (filters.original !== 'any') tests.push((e) => originalRows(record)[e] === Number(filters.original === 'only'));
  return tests;
}

/** Tests of the facets that only a coded stance can be asked for; holder and target are those that count (leaders folded or not). */
export function stanceFacets(
  record: StanceRecord,
  filters: Filters,
): ((stance: number, holder: number, target: number) => boolean)[] {
  const tests: ((stance: number, holder: number, target: number) => boolean)[] = [];
  const but = (facet: Facet) => filters.but.includes(facet);
  const chosen = (ids: readonly string[]) => new Set(ids.map((id) => record.actorIndex.get(id) ?? -1));
  if (filters.actors.length > 0) {
    const actors = chosen(filters.actors);
    const out = but('only');
    tests.push((_, holder, target) => (actors.has(holder) || actors.has(target)) !== out);
  }
  if (filters.holders.length > 0) {
    const actors = chosen(filters.holders);
    const out = but('holders');
    tests.push((_, holder) => actors.has(holder) !== out);
  }
  if (filters.targets.length > 0) {
    const actors = chosen(filters.targets);
    const out = but('targets');
    tests.push((_, __, target) => actors.has(target) !== out);
  }
  if (filters.forms.length > 0) {
    const out = but('forms');
    tests.push((i) => {
      const event = record.evidence.kind[record.stances.evidence[i] ?? 0] === EVENT;
      const act = record.stances.basis[i] === CONDUCT;
      const holds = filters.forms.some((form) => (form === 'words' ? !event : form === 'events' ? event : act));
      return holds !== out;
    });
  }
  return tests;
}

/** Whether an event passes the filters on actors: one that a filter names is among those who take part, or with all but, none is. */
export function participantsTest(record: StanceRecord, filters: Filters): (participants: Uint32Array) => boolean {
  const asked = (['only', 'holders', 'targets'] as const).flatMap((facet) => {
    const ids = facet === 'only' ? filters.actors : filters[facet];
    if (ids.length === 0) return [];
    return [{ chosen: new Set(ids.map((id) => record.actorIndex.get(id) ?? -1)), out: filters.but.includes(facet) }];
  });
  return (participants) => asked.every(({ chosen, out }) => participants.some((actor) => chosen.has(actor)) !== out);
}

/** 1 for each row of the evidence whose notes say that its sources differ; read once a record. */
export const disputedRows = rowsKnown(isDisputed);

/** 1 for each row of the evidence that holds its words as they were said, in the language they were said in; read once a record. */
export const originalRows = rowsKnown((record, e) => evidenceText(record, e, 'quote_original') !== '');

function rowsKnown(holds: (record: StanceRecord, e: number) => boolean): (record: StanceRecord) => Uint8Array {
  const known = new WeakMap<StanceRecord, Uint8Array>();
  return (record) => {
    let rows = known.get(record);
    if (rows === undefined) {
      rows = Uint8Array.from({ length: record.evidence.n }, (_, e) => Number(holds(record, e)));
      known.set(record, rows);
    }
    return rows;
  };
}
