import { inSentence, pairName } from '../words/names';
import { listOf, type StanceRecord } from './record';

/**
 * The name of an actor; empty for none.
 *
 * @param actor index into `record.actors`, -1 for none
 */
export function nameOf(record: StanceRecord, actor: number): string {
  return record.actors[actor]?.name ?? '';
}

/**
 * The id of an actor; empty for none.
 *
 * @param actor index into `record.actors`, -1 for none
 */
export function actorId(record: StanceRecord, actor: number): string {
  return record.actors[actor]?.id ?? '';
}

/**
 * The statement or event from which a stance was coded, as an index into `record.evidence`; -1 for none.
 *
 * @param stance index into `record.stances`
 */
export function evidenceOf({ stances }: StanceRecord, stance: number): number {
  return stances.evidence[stance] ?? -1;
}

/** Who on whom, by indices into `record.actors`: `Belarus on Poland`. */
export function pairNames(record: StanceRecord, holder: number, target: number): string {
  return pairName(nameOf(record, holder), nameOf(record, target));
}

/** The same where it stands in a sentence, names with their articles: `the European Union on Poland`. */
export function pairInSentence(record: StanceRecord, holder: number, target: number): string {
  const name = (actor: number) => inSentence(record.actors[actor] ?? { name: '', kind: '' });
  return pairName(name(holder), name(target));
}

/** Sides of the sources of a statement or event by their labels, in the record's order; empty where none of them is on a side. */
export function sidesOfRow(record: Pick<StanceRecord, 'evidence' | 'sources' | 'sides'>, e: number): string {
  if (e < 0) return '';
  const own = new Set(Array.from(listOf(record.evidence.sources, e), (source) => record.sources[source]?.side ?? ''));
  return record.sides
    .filter(({ id }) => own.has(id))
    .map(({ label }) => label)
    .join(', ');
}
