import { columnsIn, PACKAGE_FILE, writePackage } from '../record/package';
import type { PackedCube, StanceRecord } from '../record/record';
import { writeTable } from '../record/write';
import { isoOf } from '../words/calendar';
import { KEPT_TABLES } from './form';
import { openFolder, readCube, tablesOf, type PackedFolder, type PackedParts } from './openFolder';
import { findRows, monthsWithin, readRows, type RowsFound, type RowsWanted } from './readRows';
import { tablesOfRows, type PackedRow } from './rowTables';

/** What is asked of whoever has a packed folder open. */
export type PackedAsk =
  | { kind: 'open'; name: string }
  | { kind: 'cube' }
  | { kind: 'size'; wanted: RowsWanted }
  | { kind: 'rows'; wanted: RowsWanted; title: string };

/** What it answers. */
export interface PackedAnswers {
  open: PackedParts;
  cube: PackedCube;
  /** Bytes that would be fetched. */
  size: number;
  /** Files of a record of those rows: tables and what it says of itself. */
  rows: Map<string, Uint8Array>;
}

/** Keeps a packed folder open, and answers. */
export class PackedKeeper {
  readonly #folder: PackedFolder;
  #parts: PackedParts | null = null;
  #joined: Pick<PackedParts, 'bundleOf' | 'day'> | null = null;

  constructor(folder: PackedFolder) {
    this.#folder = folder;
  }

  async open(name: string, said: (line: string) => void): Promise<PackedParts> {
    const parts = await openFolder(this.#folder, name, said);
    // The page gets the arrays; what the cube is joined by stays here.
    this.#joined = { bundleOf: parts.bundleOf, day: parts.day.slice() };
    this.#parts = { ...parts, bundleOf: new Uint32Array(0) };
    return this.#parts;
  }

  cube(said: (line: string) => void): Promise<PackedCube> {
    const [parts, joined] = [this.#parts, this.#joined];
    if (parts === null || joined === null) throw new Error('The folder is not open.');
    return readCube(this.#folder, parts.manifest, joined, said);
  }

  /** Where the wanted rows lie. */
  async #find(wanted: RowsWanted): Promise<RowsFound[]> {
    const { manifest } = this.#opened;
    const [first, last] = wanted.days.map((day) => isoOf(day).slice(0, -3)) as [string, string];
    const found: RowsFound[] = [];
    for (const month of monthsWithin(manifest, [first, last]))
      found.push(await findRows(month, await this.#folder.file(month.file), wanted));
    return found;
  }

  async size(wanted: RowsWanted): Promise<number> {
    return (await this.#find(wanted)).reduce((sum, { bytes }) => sum + bytes, 0);
  }

  async rows(wanted: RowsWanted, title: string, said: (line: string) => void): Promise<Map<string, Uint8Array>> {
    const { manifest, pairs, record } = this.#opened;
    const rows: PackedRow[] = [];
    for (const found of await this.#find(wanted)) {
      if (found.groups.length === 0) continue;
      said(`Fetching rows of ${found.month.month}`);
      rows.push(...(await readRows(await this.#folder.file(found.month.file), found, wanted, manifest.texts)));
    }
    const kept = await tablesOf(
      this.#folder,
      manifest,
      KEPT_TABLES.filter((table) => !OF_ALL_ROWS.has(table)),
    );
    const tables = tablesOfRows(rows, pairs, kept);
    const encoder = new TextEncoder();
    const filled = Object.fromEntries(Object.entries(tables).filter(([, table]) => table.rows.length > 0));
    const files = Object.values(filled).map((table): [string, Uint8Array] => [
      `${table.name}.csv`,
      encoder.encode(writeTable(table)),
    ]);
    // Its tables are described as those of any record are, or the checks would find it wanting.
    const about = writePackage(aboutRows(record, title), record.meta.name, columnsIn(filled));
    return new Map([[PACKAGE_FILE, encoder.encode(about)], ...files]);
  }

  get #opened(): PackedParts {
    if (this.#parts === null) throw new Error('The folder is not open.');
    return this.#parts;
  }
}

/** Tables that speak of rows of the whole record: in a part of it they would point at rows that are not there. */
const OF_ALL_ROWS: ReadonlySet<string> = new Set(['assessments', 'claims', 'hypotheses', 'stories', 'scenes']);

/** What a record of some rows says of itself. */
function aboutRows({ meta }: StanceRecord, title: string): string {
  const { sides, coders } = meta;
  const own = { ...(sides === undefined ? {} : { sides }), ...(coders === undefined ? {} : { coders }) };
  const licenses = meta.licence === '' ? {} : { licenses: meta.licence.split(', ').map((name) => ({ name })) };
  return JSON.stringify({ title, description: meta.description, ...licenses, stanceline: own });
}
