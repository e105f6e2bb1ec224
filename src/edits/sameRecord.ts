import { TABLE_NAMES } from '../record/record';
import type { Tables } from '../record/tables';
import { rowKeys } from './rowKeys';
import type { Step } from './step';

/** Least part of the smaller table's rows that two editions of a record share. */
const LEAST_SHARED = 0.2;

/**
 * Whether tables are two editions of one record, or two records that happen to bear one name: in some table that both have, they share a
 * fifth of its rows by what names them. Tables without rows tell nothing; where no table does, they are taken for one record.
 */
export function sameRecord(a: Tables, b: Tables): boolean {
  let told = false;
  for (const name of TABLE_NAMES) {
    const [one, other] = [a[name], b[name]];
    if (one === undefined || other === undefined || one.rows.length === 0 || other.rows.length === 0) continue;
    told = true;
    const known = new Set(rowKeys(one));
    const shared = rowKeys(other).filter((key) => !key.startsWith('@') && known.has(key)).length;
    if (shared >= LEAST_SHARED * Math.min(one.rows.length, other.rows.length)) return true;
  }
  return !told;
}

/** Whether edits are of these tables: they change a row that is there, or change none. */
export function areOf(steps: readonly Step[], tables: Tables): boolean {
  const touched = steps.flatMap(({ rows }) => rows.filter(({ from, key }) => from !== null && !key.startsWith('+')));
  if (touched.length === 0) return true;
  return TABLE_NAMES.some((name) => {
    const table = tables[name];
    const own = touched.filter((edit) => edit.table === name);
    if (table === undefined || own.length === 0) return false;
    const known = new Set(rowKeys(table));
    return own.some(({ key }) => known.has(key));
  });
}
