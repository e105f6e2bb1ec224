import { parquetMetadataAsync } from 'hyparquet';

/** A file of which parts are read: over the net, out of a dropped folder, from a disk. */
export interface PartedFile {
  byteLength: number;
  /** Bytes from `start` up to and without `end`; `end` may be left out for the rest. */
  slice(start: number, end?: number): ArrayBuffer | Promise<ArrayBuffer>;
}

/** How many rows a Parquet file has, by its footer. */
export async function rowsInParquet(file: PartedFile): Promise<number> {
  return Number((await parquetMetadataAsync(file)).num_rows);
}
