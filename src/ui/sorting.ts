import { naturalOrder } from '../words/naturalOrder';

/** What a cell sorts by; null where it is empty: unknown is neither large nor small. */
export type SortKey = string | number | null;

/** `null`: the order in which the rows are given. */
export type SortWay = 'ascending' | 'descending' | null;

/** What a further press on a column's head makes of its order: up, down, then the table's own. */
export function nextWay(way: SortWay): SortWay {
  return way === null ? 'ascending' : way === 'ascending' ? 'descending' : null;
}

/** Rows in the order of a column, those that are alike in the order in which they were given; empty cells stand last either way. */
export function sortedBy<Row>(rows: readonly Row[], keyOf: (row: Row) => SortKey, way: SortWay): readonly Row[] {
  if (way === null) return rows;
  const sign = way === 'ascending' ? 1 : -1;
  const keyed = rows.map((row) => ({ row, key: keyOf(row) }));
  const empty = (key: SortKey) => key === null || key === '' || (typeof key === 'number' && Number.isNaN(key));
  return keyed
    .sort((a, b) => {
      if (empty(a.key) || empty(b.key)) return Number(empty(a.key)) - Number(empty(b.key));
      if (typeof a.key === 'number' && typeof b.key === 'number') return sign * (a.key - b.key);
      return sign * naturalOrder(String(a.key), String(b.key));
    })
    .map(({ row }) => row);
}

/** A cell that was written as text, as what it sorts by: `−0.5`, `1,204` and `12%` are numbers, `–` is empty. */
export function keyOfText(text: string): SortKey {
  if (text === '' || text === '–') return null;
  const plain = text.replace('\u2212', '-').replaceAll(',', '');
  return /^[+-]?\d+(\.\d+)?%?$/.test(plain) ? Number.parseFloat(plain) : text;
}
