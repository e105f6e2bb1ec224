import { disputedRows, FORMS, originalRows, outletNames } from '../../analysis/facets';
import { rowsAt, rowsBetween, sliceRecord } from '../../analysis/slice';
import { BASES, EVENT, listOf, SOURCE_KINDS, type StanceRecord } from '../../record/record';
import { filtersOf } from '../focus.svelte';
import type { ViewState } from '../view';
import { dropOf, isFacet, type FilterField } from './filterWords';

/** Fields whose choices are counted. */
export const COUNTED = [
  'topics',
  'sourceKinds',
  'sides',
  'withoutSide',
  'outlets',
  'forms',
  'speakers',
  'only',
  'holders',
  'targets',
  'places',
  'disputed',
  'original',
  'basis',
  'confidence',
  'sign',
] as const satisfies readonly FilterField[];
export type FacetField = (typeof COUNTED)[number];

export const isCounted = (field: FilterField): field is FacetField => (COUNTED as readonly string[]).includes(field);

const OWN = { statement: 'own', conduct: 'own', attribution: 'attributed' } as const;

/**
 * How many stances each choice of a field would leave if it alone were chosen, all other filters as they stand; in a facet that is turned
 * round, how many would stay if it alone were left out. A choice that leaves none is missing from the map.
 */
export function facetCounts(
  record: StanceRecord,
  state: ViewState,
  found: ReadonlySet<number> | null,
  field: FacetField,
): Map<string, number> {
  const open = { ...state, ...dropOf(field), ...(field === 'basis' ? { basis: 'all' as const } : {}) };
  const slice = sliceRecord(record, filtersOf(open, state.query === '' ? null : found));
  const counts = new Map<string, number>();
  const { packed } = record;
  if (packed !== undefined && !OF_BUNDLES.has(field)) return packedCounts(record, open, field);
  const add = (name: string, n: number) => counts.set(name, (counts.get(name) ?? 0) + n);
  const out = isFacet(field) && state.but.includes(field);
  for (let k = 0; k < slice.all; k++) {
    const stance = {
      i: slice.row[k]!,
      e: record.stances.evidence[slice.row[k]!]!,
      holder: slice.holder[k]!,
      target: slice.target[k]!,
      score: slice.score[k]!,
    };
    for (const value of valuesOf(record, field, stance, out)) add(value, rowsAt(slice, k));
  }
  if (!out) return counts;
  const left = new Map<string, number>();
  for (const value of allValues(record, field)) {
    const stay = rowsBetween(slice, 0, slice.all) - (counts.get(value) ?? 0);
    if (stay > 0) left.set(value, stay);
  }
  return left;
}

/** Fields that a bundle of a packed record has one value of. */
const OF_BUNDLES: ReadonlySet<FacetField> = new Set<FacetField>(['only', 'holders', 'targets']);

/** The same of a packed record: each choice of the fields that its counts know is tried; of the others none is known. */
function packedCounts(record: StanceRecord, state: ViewState, field: FacetField): Map<string, number> {
  const choices: Partial<Record<FacetField, readonly [string, Partial<ViewState>][]>> = {
    sourceKinds: SOURCE_KINDS.map((kind) => [
      kind,
      { sourceKinds: [kind], but: state.but.filter((one) => one !== 'sourceKinds') },
    ]),
    basis: [
      ['own', { basis: 'own' }],
      ['attributed', { basis: 'attributed' }],
    ],
    sign: (['negative', 'mixed', 'positive'] as const).map((sign) => [sign, { sign }]),
  };
  const known = (choices[field] ?? []).map(([value, change]): [string, number] => {
    const slice = sliceRecord(record, filtersOf({ ...state, ...change }, null));
    return [value, rowsBetween(slice, 0, slice.all)];
  });
  return new Map(known.filter(([, rows]) => rows > 0));
}

function allValues(record: StanceRecord, field: FacetField): readonly string[] {
  switch (field) {
    case 'topics':
      return record.topics;
    case 'sourceKinds':
      return SOURCE_KINDS;
    case 'forms':
      return FORMS;
    case 'outlets':
      return outletNames(record);
    case 'places':
      return record.places.map(({ id }) => id);
    default:
      return record.actors.map(({ id }) => id);
  }
}

/**
 * The choices of a field under which a stance stays or, with `alone`, the values with which it would fall away: of sources and places
 * only the one that it rests on alone.
 */
function valuesOf(
  record: StanceRecord,
  field: FacetField,
  { i, e, holder, target, score }: { i: number; e: number; holder: number; target: number; score: number },
  alone: boolean,
): Iterable<string> {
  const { actors, evidence, stances } = record;
  /** All of them; where they are left out, the one on which the row rests alone. */
  const among = (values: Iterable<string>): string[] => {
    const list = [...new Set(values)].filter((value) => value !== '');
    return alone && list.length > 1 ? [] : list;
  };
  const name = (actor: number): string => actors[actor]?.id ?? '';
  switch (field) {
    case 'topics':
      return Array.from(listOf(evidence.topics, e), (topic) => record.topics[topic] ?? '');
    case 'sourceKinds':
      return among(SOURCE_KINDS.filter((_, bit) => evidence.kinds[e]! & (1 << bit)));
    case 'outlets':
      return among(Array.from(listOf(evidence.sources, e), (source) => record.sources[source]?.outlet ?? ''));
    case 'places':
      return among(Array.from(listOf(evidence.places, e), (place) => record.places[place]?.id ?? ''));
    case 'sides':
      return new Set(
        Array.from(listOf(evidence.sources, e), (source) => record.sources[source]?.side ?? '').filter((side) => side !== ''),
      );
    case 'withoutSide': {
      const sides = new Set(Array.from(listOf(evidence.sources, e), (source) => record.sources[source]?.side ?? ''));
      // A row stays without a side unless all its sources are on it.
      return ['', ...record.sides.map(({ id }) => id).filter((id) => sides.size !== 1 || !sides.has(id))];
    }
    case 'forms': {
      const event = evidence.kind[e] === EVENT;
      const act = BASES[stances.basis[i]!] === 'conduct';
      return FORMS.filter((form) => (form === 'words' ? !event : form === 'events' ? event : act));
    }
    case 'speakers': {
      const speaker = name(evidence.speaker[e]!);
      return speaker === '' ? [] : [speaker];
    }
    case 'only':
      return [name(holder), name(target)];
    case 'holders':
      return [name(holder)];
    case 'targets':
      return [name(target)];
    case 'disputed':
      return ['any', disputedRows(record)[e] === 1 ? 'only' : 'without'];
    case 'original':
      return ['any', originalRows(record)[e] === 1 ? 'only' : 'without'];
    case 'basis':
      return ['all', OWN[BASES[stances.basis[i]!]!]];
    case 'confidence':
      return Array.from({ length: evidence.confidence[e]! + 1 }, (_, level) => String(level));
    case 'sign':
      return ['any', score < 0 ? 'negative' : score > 0 ? 'positive' : 'mixed'];
  }
}
