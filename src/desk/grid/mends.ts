import type { WorkingTable } from '../../edits/merge';
import { canonicalCell } from '../../record/canonical';
import { SCHEMAS } from '../../record/schema';
import type { Fault } from '../../record/record';
import { isIn } from '../../record/whole';

/** What the checks say of cells, by row and column of the grid, and what one press makes right. */

/** Faults of a table's cells by key of the row and column; of a whole row under no column. */
export type CellFaults = ReadonlyMap<string, ReadonlyMap<string, readonly Fault[]>>;

/** @param faults of the record as it was read from this table */
export function faultsOf(table: WorkingTable, faults: readonly Fault[]): CellFaults {
  const found = new Map<string, Map<string, Fault[]>>();
  for (const fault of faults) {
    if (fault.row === 0 || !isIn(fault, `${table.name}.csv`)) continue;
    const key = table.keys[fault.row - 1];
    if (key === undefined) continue;
    const row = found.get(key) ?? new Map<string, Fault[]>();
    found.set(key, row);
    row.set(fault.column, [...(row.get(fault.column) ?? []), fault]);
  }
  return found;
}

/** What would be right, as the cell would hold it. */
export interface Mend {
  /** Cells by column. */
  cells: Record<string, string>;
  /** What the button says: the new text, or what is done. */
  words: string;
}

/** Values that a suggestion gives: those after `Write`, `Did you mean` and `its id is`, and the other one of two. */
function suggested(suggestion: string): string[] {
  const lead = /(?:Write|Did you mean|its id is|\) or) `([^`]+)`/g;
  return [...suggestion.matchAll(lead)].map(([, value = '']) => value).filter((value) => !value.includes('YYYY'));
}

/**
 * What mends a fault with one press: what the checks suggest, the canonical form of the cell, or an id written for a row without one. None
 * where nobody but the contributor knows what is right.
 *
 * @param cells of the row, by column
 * @param freshId the id that the row's own cells give it; null for none
 */
export function mendsOf(fault: Fault, table: WorkingTable, cells: readonly string[], freshId: string | null): Mend[] {
  const { column, rule, suggestion } = fault;
  const cellOf = (name: string) => cells[table.columns.indexOf(name)] ?? '';
  const cell = cellOf(column);
  const field = SCHEMAS[table.name].fields.find(({ name }) => name === column);
  if (rule === 'ragged-row' && cells.length < table.columns.length)
    return [{ cells: { [table.columns[0] ?? '']: cells[0] ?? '' }, words: 'Fill it up with empty cells' }];
  if (field === undefined) return [];
  if (column === 'id' && freshId !== null && (rule === 'required' || rule === 'bad-id' || rule === 'duplicate-id'))
    return [{ cells: { id: freshId }, words: freshId }];
  if (rule === 'swapped-coordinates') return [{ cells: { lat: cellOf('lon'), lon: cellOf('lat') }, words: 'Swap them' }];
  const mends: Mend[] = [];
  const put = (value: string) => {
    if (value !== cell && !mends.some(({ words }) => words === value)) mends.push({ cells: { [column]: value }, words: value });
  };
  for (const value of suggested(suggestion)) {
    // Of a list one item is meant: the one that the fault names.
    if (field.type === 'list' && cell.includes(';')) {
      const items = cell.split(';').map((item) => item.trim());
      const meant = items.find((item) => fault.message.includes(`\`${item}\``));
      if (meant !== undefined) put(items.map((item) => (item === meant ? value : item)).join(';'));
    } else put(value);
  }
  if (mends.length === 0) {
    const plain = rule === 'duplicate-item' ? [...new Set(cell.split(';').map((item) => item.trim()))].join(';') : cell;
    const canonical = canonicalCell(field, plain);
    if (canonical !== cell && canonical !== '') put(canonical);
  }
  return mends;
}
