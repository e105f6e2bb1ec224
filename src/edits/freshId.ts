import type { TableName } from '../record/record';
import { slugOf } from '../words/slug';

const SINGULAR: Partial<Record<TableName, string>> = { hypotheses: 'hypothesis', stories: 'story' };

/**
 * An id for a new row that no row has yet, as the record writes its ids: `2026-01-21-tusk-answers-minsk` of a statement (date and title),
 * `…--poland--belarus` of a stance (evidence, holder and target), `belta-2026-01-21` of a source.
 *
 * @param parts what the row is known by, in the order in which its id has it; empty ones are left out
 * @param taken whether a row has an id already
 */
export function freshId(table: TableName, parts: readonly string[], taken: (id: string) => boolean): string {
  // The parts of a stance's id are ids, and keep their own hyphens.
  const slugs = parts.map((part) => (table === 'stances' ? part.trim() : slugOf(part))).filter((part) => part !== '');
  const id = slugs.join(table === 'stances' ? '--' : '-') || (SINGULAR[table] ?? table.replace(/s$/, ''));
  if (!taken(id)) return id;
  for (let n = 2; ; n++) if (!taken(`${id}-${n}`)) return `${id}-${n}`;
}
