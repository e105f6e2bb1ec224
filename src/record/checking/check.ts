import { checkCells } from './checkCells';
import { checkColumns } from './checkColumns';
import { checkIds, checkReferences, leaveOutDependents } from './checkKeys';
import { checkCodersOfRows, checkObservation, checkOccasions, checkSidesOfSources } from './checkGroups';
import { checkHabits } from './checkHabits';
import { checkSense } from './checkSense';
import { fileOf, Findings } from './findings';
import { TABLE_NAMES, type DatasetMeta, type Fault, type TableName } from '../record';
import { fileFault } from './rules';
import type { Day } from '../../words/calendar';
import { REQUIRED_TABLES } from '../schema';
import { isWhole, type Ids, type Tables } from '../tables';

/** What a check found: the faults, in reading order within each family of rules, and which rows can be read. */
export interface Checked {
  faults: Fault[];
  ids: Ids;
  /** Whether a row (0-based) of a table is free of errors and of dependence on rows that are not. */
  isSound: (table: TableName, row: number) => boolean;
}

/**
 * Holds tables against every rule on columns, cells, keys and sense, in one pass without stopping at the first fault. Rules on bytes
 * and quotes are {@link readTable}'s. Pure; never throws.
 *
 * @param sides sides of sources as the dataset's package declares them
 * @param tiesUntil last day on which the source of the ties could see them, where the package declares one
 * @param unread tables whose file is there and is no table, which is reported of the file
 */
export function checkTables(
  tables: Tables,
  sides: DatasetMeta['sides'] = {},
  tiesUntil?: Day,
  unread: ReadonlySet<TableName> = new Set(),
): Checked {
  const findings = new Findings();
  for (const name of REQUIRED_TABLES) {
    if (tables[name] || unread.has(name)) continue;
    const file = fileOf(name);
    findings.faults.push(
      fileFault(file, 'missing-table', `There is no ${file}, and nothing can be read without it.`, `Add ${file}.`),
    );
  }
  for (const name of TABLE_NAMES) {
    const table = tables[name];
    if (!table) continue;
    checkColumns(table, findings);
    checkCells(table, findings);
    for (let row = 0; row < table.rows.length; row++) if (!isWhole(table, row)) findings.leaveOut(table, row);
  }
  const ids = checkIds(tables, findings);
  checkReferences(tables, ids, findings, unread);
  checkSense(tables, findings);
  checkSidesOfSources(tables, sides, findings);
  checkCodersOfRows(tables, sides, findings);
  checkOccasions(tables, findings);
  checkHabits(tables, ids, findings);
  if (tiesUntil === undefined) checkObservation(tables, findings);
  leaveOutDependents(tables, ids, findings);
  return { faults: findings.faults, ids, isSound: (table, row) => !findings.isOut(table, row) };
}
