import { parquetMetadataAsync, parquetReadObjects, type FileMetaData } from 'hyparquet';
import type { PackedManifest, PackedMonth } from './form';
import { ROW_NUMBERS, ROW_TEXTS, type RowText } from './form';
import type { PartedFile } from './parquetFile';
import type { PackedRow } from './rowTables';

/** Rows that are asked for. */
export interface RowsWanted {
  /** Numbers of pairs; null for all rows, also those of no pair. */
  pairs: ReadonlySet<number> | null;
  /** First and last day, both inclusive. */
  days: readonly [number, number];
}

/** Where rows lie: groups of rows of one file that may hold some of those that are wanted. */
export interface RowsFound {
  month: PackedMonth;
  /** First and last row (without it) of each group. */
  groups: readonly (readonly [number, number])[];
  /** What has to be fetched for them. */
  bytes: number;
}

type Bounds = readonly [number, number] | null;

/** Least and greatest value of a column in a group of rows; null where the file does not say. */
function boundsOf(metadata: FileMetaData, group: number, column: string): Bounds {
  const chunk = metadata.row_groups[group]?.columns.find(({ meta_data }) => meta_data?.path_in_schema[0] === column);
  const statistics = chunk?.meta_data?.statistics;
  const [low, high] = [statistics?.min_value ?? statistics?.min, statistics?.max_value ?? statistics?.max];
  return typeof low === 'number' || typeof low === 'bigint' ? [Number(low), Number(high)] : null;
}

const meets = (bounds: Bounds, first: number, last: number): boolean =>
  bounds === null || (bounds[0] <= last && bounds[1] >= first);

/**
 * Looks into a file's footer for the groups of rows that may hold what is wanted: rows lie by pair and day, so that a pair's are together.
 */
export async function findRows(month: PackedMonth, file: PartedFile, wanted: RowsWanted): Promise<RowsFound> {
  const metadata = await parquetMetadataAsync(file);
  const groups: [number, number][] = [];
  let bytes = 0;
  let first = 0;
  metadata.row_groups.forEach((group, place) => {
    const last = first + Number(group.num_rows);
    const pairs = boundsOf(metadata, place, 'pair');
    const held = wanted.pairs === null || [...wanted.pairs].some((pair) => meets(pairs, pair, pair));
    if (held && meets(boundsOf(metadata, place, 'day'), ...wanted.days)) {
      groups.push([first, last]);
      bytes += group.columns.reduce((sum, { meta_data }) => sum + Number(meta_data?.total_compressed_size ?? 0), 0);
    }
    first = last;
  });
  return { month, groups, bytes };
}

/** Reads the rows that are wanted out of the groups that may hold them. */
export async function readRows(
  file: PartedFile,
  { groups }: RowsFound,
  wanted: RowsWanted,
  texts: readonly RowText[],
): Promise<PackedRow[]> {
  const metadata = await parquetMetadataAsync(file);
  const columns = [...ROW_NUMBERS, ...texts];
  const rows: PackedRow[] = [];
  for (const [rowStart, rowEnd] of groups) {
    for (const given of await parquetReadObjects({ file, metadata, columns, rowStart, rowEnd })) {
      const row = rowOf(given);
      const inTime = row.day === null || (row.day >= wanted.days[0] && row.day <= wanted.days[1]);
      if (inTime && (wanted.pairs === null || wanted.pairs.has(row.pair))) rows.push(row);
    }
  }
  return rows;
}

/** A row as it comes, of numbers of 32 or 64 bits and of texts. */
function rowOf(given: Record<string, unknown>): PackedRow {
  const number = (name: string): number | null => {
    const value = given[name];
    return typeof value === 'number' || typeof value === 'bigint' ? Number(value) : null;
  };
  const row: PackedRow = {
    pair: number('pair') ?? -1,
    day: number('day'),
    grade: number('grade'),
    basis: number('basis') ?? 0,
    kinds: number('kinds') ?? 0,
  };
  for (const text of ROW_TEXTS) {
    const value = given[text];
    if (typeof value === 'string' && value !== '') row[text] = value;
  }
  return row;
}

/** The months of a folder that meet a span of days; that of the rows without a date is none of them. */
export function monthsWithin({ months }: PackedManifest, [first, last]: readonly [string, string]): PackedMonth[] {
  return months.filter(({ month }) => month !== '' && month >= first && month <= last);
}
