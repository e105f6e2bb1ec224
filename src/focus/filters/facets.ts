import { BASES, listOf, SOURCE_KINDS, type StanceRecord } from '../../record/record';
import { sliceRecord } from '../../analysis/slice';
import { filtersOf } from '../focus.svelte';
import { dropOf } from './filterWords';
import type { ViewState } from '../view';

/** Fields whose choices are counted. */
export type FacetField = 'topics' | 'sourceKinds' | 'sides' | 'withoutSide' | 'only' | 'basis' | 'confidence' | 'sign';

const OWN = { statement: 'own', conduct: 'own', attribution: 'attributed' } as const;

/**
 * How many stances each choice of a field would leave if it alone were chosen, all other filters as they stand. A choice that
 * nothing carries is missing from the map.
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
  const add = (name: string) => counts.set(name, (counts.get(name) ?? 0) + 1);
  const { evidence, stances, actors } = record;
  for (let k = 0; k < slice.all; k++) {
    const i = slice.row[k]!;
    const e = stances.evidence[i]!;
    switch (field) {
      case 'topics':
        for (const topic of listOf(evidence.topics, e)) add(record.topics[topic]!);
        break;
      case 'sourceKinds':
        SOURCE_KINDS.forEach((kind, bit) => {
          if (evidence.kinds[e]! & (1 << bit)) add(kind);
        });
        break;
      case 'sides':
        for (const side of new Set(Array.from(listOf(evidence.sources, e), (source) => record.sources[source]!.side)))
          if (side !== '') add(side);
        break;
      case 'withoutSide': {
        const sides = new Set(Array.from(listOf(evidence.sources, e), (source) => record.sources[source]!.side));
        add('');
        // A row stays without a side unless all its sources are on it.
        for (const { id } of record.sides) if (sides.size !== 1 || !sides.has(id)) add(id);
        break;
      }
      case 'only':
        add(actors[slice.holder[k]!]!.id);
        add(actors[slice.target[k]!]!.id);
        break;
      case 'basis':
        add('all');
        add(OWN[BASES[stances.basis[i]!]!]);
        break;
      case 'confidence':
        for (let level = 0; level <= evidence.confidence[e]!; level++) add(String(level));
        break;
      case 'sign':
        add('any');
        add(slice.score[k]! < 0 ? 'negative' : slice.score[k]! > 0 ? 'positive' : 'mixed');
        break;
    }
  }
  return counts;
}
