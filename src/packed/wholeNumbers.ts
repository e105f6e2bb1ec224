import { parquetMetadataAsync, parquetRead, snappyUncompress, type FileMetaData } from 'hyparquet';
import type { PartedFile } from './parquetFile';

/**
 * Columns of whole numbers out of Parquet straight into typed arrays: a cube has millions of them, and a reader that makes a list of each page
 * takes several times as long. What this does not know (an encoding, a codec) is read by hyparquet.
 */

/** Encodings of Parquet by their numbers. */
const PLAIN = 0;
const PLAIN_DICTIONARY = 2;
const RLE_DICTIONARY = 8;
/** Kinds of pages. */
const DATA_PAGE = 0;
const DICTIONARY_PAGE = 2;
const DATA_PAGE_V2 = 3;

/** A page is written in a way that this does not read. */
class Unread extends Error {}

/** A struct of Thrift's compact protocol: numbers and structs by field; anything else is passed over. */
interface Struct {
  [field: number]: number | Struct;
}

class Bytes {
  constructor(
    readonly bytes: Uint8Array,
    public at = 0,
  ) {}

  next(): number {
    const byte = this.bytes[this.at++];
    if (byte === undefined) throw new Error('The file ends within a page.');
    return byte;
  }

  /** An unsigned number of variable length; beyond 32 bits only its place is kept. */
  varint(): number {
    let value = 0;
    let scale = 1;
    for (;;) {
      const byte = this.next();
      value += (byte & 127) * scale;
      if (byte < 128) return value;
      scale *= 128;
    }
  }

  zigzag(): number {
    const value = this.varint();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }

  struct(): Struct {
    const struct: Struct = {};
    let field = 0;
    for (;;) {
      const head = this.next();
      if (head === 0) return struct;
      const type = head & 15;
      field = head >> 4 === 0 ? this.zigzag() : field + (head >> 4);
      const value = this.#value(type);
      if (value !== null) struct[field] = value;
    }
  }

  #value(type: number): number | Struct | null {
    switch (type) {
      case 1:
        return 1;
      case 2:
        return 0;
      case 3:
        return this.next();
      case 4:
      case 5:
      case 6:
        return this.zigzag();
      case 7:
        this.at += 8;
        return null;
      case 8: {
        const length = this.varint();
        this.at += length;
        return null;
      }
      case 12:
        return this.struct();
      default:
        throw new Unread('a list in the header of a page');
    }
  }
}

const numberIn = (of: Struct | number | undefined, field: number): number => {
  const value = typeof of === 'object' ? of[field] : undefined;
  return typeof value === 'number' ? value : 0;
};

/** Reads numbers of `width` bits, in runs and packed (the hybrid of Parquet), into `out` from `start` on. */
function readHybrid(from: Bytes, width: number, out: Int32Array, start: number, count: number): void {
  const end = start + count;
  const whole = (width + 7) >> 3;
  const mask = width === 32 ? -1 : (1 << width) - 1;
  let at = start;
  while (at < end) {
    const head = from.varint();
    if (head % 2 === 0) {
      let value = 0;
      for (let i = 0; i < whole; i++) value |= from.next() << (8 * i);
      const stop = Math.min(end, at + head / 2);
      out.fill(value, at, stop);
      at = stop;
      continue;
    }
    if (width > 24) throw new Unread('a dictionary of more than sixteen million');
    const packed = ((head - 1) / 2) * 8;
    const stop = Math.min(end, at + packed);
    const { bytes } = from;
    let place = from.at;
    let bits = 0;
    let held = 0;
    while (at < stop) {
      while (held < width) {
        bits |= (bytes[place++] ?? 0) << held;
        held += 8;
      }
      out[at++] = bits & mask;
      bits >>>= width;
      held -= width;
    }
    from.at += (packed / 8) * width;
  }
}

/** Throws where a cell is empty: a column of counts has none. */
function noneEmpty(from: Bytes, count: number): void {
  const levels = new Int32Array(count);
  readHybrid(from, 1, levels, 0, count);
  for (let i = 0; i < count; i++) if (levels[i] !== 1) throw new Error('A cell of a column of counts is empty.');
}

function plainInto(from: Bytes, wide: boolean, out: Int32Array, start: number, count: number): void {
  const { bytes, at } = from;
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, bytes.byteLength - at);
  const step = wide ? 8 : 4;
  for (let i = 0; i < count; i++) out[start + i] = view.getInt32(i * step, true);
  from.at += count * step;
}

/** A column of one group of rows, from its bytes. */
function columnInto(
  chunk: Uint8Array,
  { wide, optional, codec }: { wide: boolean; optional: boolean; codec: string },
  out: Int32Array,
  start: number,
  rows: number,
): void {
  if (codec !== 'SNAPPY' && codec !== 'UNCOMPRESSED') throw new Unread(codec);
  const from = new Bytes(chunk);
  const unpacked = (bytes: Uint8Array, size: number): Uint8Array => {
    if (codec === 'UNCOMPRESSED') return bytes;
    const page = new Uint8Array(size);
    snappyUncompress(bytes, page);
    return page;
  };
  let dictionary: Int32Array | null = null;
  let at = start;
  while (at < start + rows) {
    const header = from.struct();
    const size = numberIn(header, 3);
    const bytes = chunk.subarray(from.at, from.at + size);
    from.at += size;
    const kind = numberIn(header, 1);
    if (kind === DICTIONARY_PAGE) {
      const count = numberIn(header[7], 1);
      dictionary = new Int32Array(count);
      plainInto(new Bytes(unpacked(bytes, numberIn(header, 2))), wide, dictionary, 0, count);
      continue;
    }
    const second = kind === DATA_PAGE_V2;
    if (!second && kind !== DATA_PAGE) throw new Unread('another kind of page');
    const told = header[second ? 8 : 5];
    const count = numberIn(told, 1);
    const encoding = numberIn(told, second ? 4 : 2);
    let page: Bytes;
    if (second) {
      if (numberIn(told, 2) > 0) throw new Error('A cell of a column of counts is empty.');
      const levels = numberIn(told, 5) + numberIn(told, 6);
      const values = bytes.subarray(levels);
      const packed = typeof told !== 'object' || told[7] !== 0;
      page = new Bytes(packed ? unpacked(values, numberIn(header, 2) - levels) : values);
    } else {
      page = new Bytes(unpacked(bytes, numberIn(header, 2)));
      if (optional) {
        // Their length in four bytes comes first.
        page.at += 4;
        noneEmpty(page, count);
      }
    }
    if (encoding === PLAIN) plainInto(page, wide, out, at, count);
    else if ((encoding === RLE_DICTIONARY || encoding === PLAIN_DICTIONARY) && dictionary !== null) {
      const width = page.next();
      if (width === 0) out.fill(0, at, at + count);
      else readHybrid(page, width, out, at, count);
      for (let i = at; i < at + count; i++) out[i] = dictionary[out[i] ?? 0] ?? 0;
    } else throw new Unread(`encoding ${encoding}`);
    at += count;
  }
}

/** The same by hyparquet, which knows every encoding. */
async function columnByLibrary(
  file: PartedFile,
  metadata: FileMetaData,
  column: string,
  rows: readonly [number, number],
  out: Int32Array,
): Promise<void> {
  await parquetRead({
    file,
    metadata,
    columns: [column],
    rowStart: rows[0],
    rowEnd: rows[1],
    onComplete: (read: unknown[][]) => {
      read.forEach(([value], i) => {
        if (typeof value !== 'number' && typeof value !== 'bigint') throw new Error(`A cell of the column ${column} is empty.`);
        out[rows[0] + i] = Number(value);
      });
    },
  });
}

/**
 * Reads columns of whole numbers, which have no empty cell, a group of rows after the other.
 *
 * @param said told after each group how many rows have been read
 * @throws Error where a column is missing, is no whole number, or has an empty cell
 */
export async function readWholeNumbers<Name extends string>(
  file: PartedFile,
  columns: readonly Name[],
  said: (rows: number, of: number) => void = () => {},
): Promise<Record<Name, Int32Array>> {
  const metadata = await parquetMetadataAsync(file);
  const all = Number(metadata.num_rows);
  const out = Object.fromEntries(columns.map((name) => [name, new Int32Array(all)])) as Record<Name, Int32Array>;
  const elements = new Map(metadata.schema.map((element) => [element.name, element]));
  // The next group is on its way while one is read.
  const fetched = metadata.row_groups.map((group) =>
    group.columns.filter(({ meta_data }) => isWanted(meta_data?.path_in_schema[0])),
  );
  function isWanted(name: string | undefined): name is Name {
    return (columns as readonly string[]).includes(name ?? '');
  }
  const bytesOf = async (place: number): Promise<Map<string, Uint8Array>> => {
    const chunks = (fetched[place] ?? []).flatMap(({ meta_data }) => {
      if (meta_data === undefined) return [];
      const start = Number(meta_data.dictionary_page_offset || meta_data.data_page_offset);
      return [{ name: meta_data.path_in_schema[0] ?? '', start, end: start + Number(meta_data.total_compressed_size) }];
    });
    if (chunks.length === 0) return new Map();
    const first = Math.min(...chunks.map(({ start }) => start));
    const last = Math.max(...chunks.map(({ end }) => end));
    const bytes = new Uint8Array(await file.slice(first, last));
    return new Map(chunks.map(({ name, start, end }) => [name, bytes.subarray(start - first, end - first)]));
  };
  let start = 0;
  let coming = metadata.row_groups.length > 0 ? bytesOf(0) : null;
  for (let place = 0; place < metadata.row_groups.length; place++) {
    const group = metadata.row_groups[place];
    const chunks = await coming;
    if (group === undefined || chunks === null) break;
    coming = place + 1 < metadata.row_groups.length ? bytesOf(place + 1) : null;
    // Nobody waits for it where this one cannot be read.
    coming?.catch(() => undefined);
    const rows = Number(group.num_rows);
    for (const name of columns) {
      const told = group.columns.find(({ meta_data }) => meta_data?.path_in_schema[0] === name)?.meta_data;
      const chunk = chunks.get(name);
      if (told === undefined || chunk === undefined) throw new Error(`There is no column ${name}.`);
      if (told.type !== 'INT32' && told.type !== 'INT64')
        throw new Error(`The column ${name} is of no whole numbers but ${told.type}.`);
      const optional = elements.get(name)?.repetition_type === 'OPTIONAL';
      try {
        columnInto(chunk, { wide: told.type === 'INT64', optional, codec: told.codec }, out[name], start, rows);
      } catch (error) {
        if (!(error instanceof Unread)) throw error;
        await columnByLibrary(file, metadata, name, [start, start + rows], out[name]);
      }
    }
    start += rows;
    said(start, all);
  }
  return out;
}
