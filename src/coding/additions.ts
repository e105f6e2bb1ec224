import type { Change } from '../edits/step';
import { coderKind } from '../record/coding';
import { cellOf, type Tables } from '../record/tables';
import type { StanceRecord } from '../record/record';
import { codingMessages } from '../words/messages/coding';
import { tablesOf, type CoderSheet } from './codingFiles';

/** Codings as changes of a record's tables: rows are added and never overwritten. */

/** A stance that was settled between two coders. */
export interface SettledStance {
  stance: string;
  score: number;
  why: string;
  /** Who gave what. */
  mine: { coder: string; score: number };
  theirs: { coder: string; score: number };
}

export interface Additions {
  changes: Change[];
  coders: number;
  codings: number;
  settled: number;
  /** Codings that the tables hold already, with another score or reason: they stay as they are. */
  kept: number;
}

const cellsOf = (columns: readonly string[], row: readonly string[]): Record<string, string> =>
  Object.fromEntries(columns.map((column, at) => [column, row[at] ?? '']));

/**
 * What adds sheets and settled scores to the tables. Where the record has no table of coders yet, those whom its package tells of get a row
 * too, so that nothing that was said of them is lost.
 *
 * @param tables as they stand now, edits included
 */
export function additions(
  record: Pick<StanceRecord, 'meta' | 'coders'>,
  tables: Tables,
  sheets: readonly CoderSheet[],
  settled: readonly SettledStance[] = [],
): Additions {
  const { coders, codings } = tablesOf(sheets);
  const changes: Change[] = [];
  const rowsOf = (name: 'coders' | 'codings' | 'stances', column: string) =>
    (tables[name]?.rows ?? []).map((_, row) => (tables[name] === undefined ? '' : cellOf(tables[name], row, column)));
  const known = new Set(rowsOf('coders', 'id'));
  if (tables.coders === undefined)
    for (const coder of record.coders) {
      const kind = coderKind(record, coder);
      if (kind === 'unknown' || sheets.some(({ id }) => id === coder)) continue;
      known.add(coder);
      changes.push({ kind: 'add', table: 'coders', cells: { id: coder, kind, instructions: record.meta.coders?.[coder] ?? '' } });
    }
  let added = 0;
  for (const row of coders.rows) {
    const cells = cellsOf(coders.columns, row);
    if (known.has(cells['id'] ?? '')) continue;
    added++;
    changes.push({ kind: 'add', table: 'coders', cells });
  }
  const scores = rowsOf('codings', 'score');
  const reasons = rowsOf('codings', 'reason');
  const names = rowsOf('codings', 'coder');
  const there = new Map(rowsOf('codings', 'stance').map((stance, row) => [`${stance} ${names[row]}`, row]));
  let rows = 0;
  let kept = 0;
  for (const row of codings.rows) {
    const cells = cellsOf(codings.columns, row);
    const at = there.get(`${cells['stance']} ${cells['coder']}`);
    if (at === undefined) {
      rows++;
      changes.push({ kind: 'add', table: 'codings', cells });
    } else if (scores[at] !== cells['score'] || reasons[at] !== cells['reason']) kept++;
  }
  const ids = rowsOf('stances', 'id');
  const scoresNow = rowsOf('stances', 'score');
  const rationales = rowsOf('stances', 'rationale');
  let changed = 0;
  for (const { stance, score, why, mine, theirs } of settled) {
    const at = ids.indexOf(stance);
    if (at < 0) continue;
    const before = rationales[at] ?? '';
    // Settled already, and so: it is not settled once more.
    if (before.startsWith(codingMessages.rationale(why, mine, theirs, '')) && scoresNow[at] === String(score)) continue;
    changed++;
    const rationale = codingMessages.rationale(why, mine, theirs, before);
    changes.push({ kind: 'set', table: 'stances', row: stance, cells: { score: String(score), rationale } });
  }
  return { changes, coders: added, codings: rows, settled: changed, kept };
}
