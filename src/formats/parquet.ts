import { parquetWriteBuffer } from 'hyparquet-writer';
import type { FlatTable } from './stancesCsv';

/**
 * A flat table as Apache Parquet, for DuckDB, Arrow and their like: text, and whole numbers where a column says so; an empty cell is null.
 *
 * @param numbers columns of whole numbers
 */
export function writeParquet({ columns, rows }: FlatTable, numbers: ReadonlySet<string>): ArrayBuffer {
  const columnData = columns.map((name, at) => {
    const cells = rows.map((row) => row[at] ?? '');
    return numbers.has(name)
      ? { name, type: 'INT32' as const, data: cells.map((cell) => (/^-?\d+$/.test(cell) ? Number(cell) : null)) }
      : { name, type: 'STRING' as const, data: cells.map((cell) => (cell === '' ? null : cell)) };
  });
  return parquetWriteBuffer({ columnData, createdBy: 'Stanceline' });
}
