import { READING_RULES } from '../record/checking/rules';
import { TABLE_NAMES, type Fault, type TableName } from '../record/record';
import { isTableName } from '../record/schema';
import type { Tables } from '../record/tables';
import type { Editing } from './editing';
import { sameCells } from './step';

/**
 * What was wrong with the files themselves, as it stands after edits: a row that was mended or removed is at fault no more, one below an
 * added row stands further down. What the checks say of cells is theirs to say again.
 *
 * @param faults of the published record
 * @param published its tables
 */
export function readingFaults(faults: readonly Fault[], published: Tables, editing: Editing): Fault[] {
  const places = new Map<TableName, Map<number, number>>();
  return faults.flatMap((fault) => {
    if (!READING_RULES.has(fault.rule)) return [];
    const name = fault.file.replace(/^.*\//, '').replace(/\.csv$/, '');
    if (fault.row === 0 || !isTableName(name)) return [fault];
    const { rows, published: from } = editing.table(name);
    let known = places.get(name);
    if (known === undefined) places.set(name, (known = new Map(from.map((place, i) => [place, i]))));
    const now = known.get(fault.row - 1);
    if (now === undefined || !sameCells(rows[now] ?? null, published[name]?.rows[fault.row - 1] ?? null)) return [];
    return [{ ...fault, row: now + 1, line: editing.tables()[name]?.lines[now] ?? fault.line }];
  });
}

/** Tables whose file is there and is no table, which is reported of the file. */
export function unreadTables(faults: readonly Fault[], tables: Tables): Set<TableName> {
  const said = (name: TableName) =>
    faults.some(({ rule, file }) => rule === 'not-a-table' && (file === `${name}.csv` || file.endsWith(`/${name}.csv`)));
  return new Set(TABLE_NAMES.filter((name) => tables[name] === undefined && said(name)));
}
