import { readTable } from '../record/reading/csv';
import { readTables } from '../record/reading/read';
import { PACKAGE_FILE, readPackage } from '../record/package';
import type { Counts, Lists, PackedCube, StanceRecord, TableName } from '../record/record';
import type { Tables } from '../record/tables';
import { isoOf, NO_TIME } from '../words/calendar';
import { formatDay } from '../words/dates';
import { CUBE_COLUMNS, DAY_COLUMNS, GRADE_COLUMNS, MANIFEST_FILE, PAIRS_FILE, readManifest, type PackedManifest } from './form';
import type { PartedFile } from './parquetFile';
import type { PairIds } from './rowTables';
import { readWholeNumbers } from './wholeNumbers';

/** A packed folder, wherever it lies: its files by path. */
export interface PackedFolder {
  /** @throws Error with words where there is no such file */
  file(path: string): Promise<PartedFile>;
}

/** What is read of a folder before any row: small enough to be handed to the page. */
export interface PackedParts {
  manifest: PackedManifest;
  /** The small tables, as a record without a row. */
  record: StanceRecord;
  pairs: PairIds[];
  /** Bundles by day, then pair. */
  day: Int32Array<ArrayBuffer>;
  holder: Uint32Array<ArrayBuffer>;
  target: Uint32Array<ArrayBuffer>;
  score: Int8Array<ArrayBuffer>;
  grades: Counts;
  acts: Counts;
  /** Bundle of each row of `days.parquet`, which lie by pair: what the cube is joined by. */
  bundleOf: Uint32Array<ArrayBuffer>;
}

/** Tables that the pictures read; what others say of rows is told once the rows are fetched. */
const READ: readonly TableName[] = ['actors', 'places', 'sources', 'ties', 'coders'];

const textOf = async (file: PartedFile): Promise<string> => new TextDecoder().decode(await file.slice(0, file.byteLength));

/** Reads `pairs.csv`. */
function pairsOf(text: string): PairIds[] {
  const { table } = readTable('stances', PAIRS_FILE, text);
  const [holder, target] = ['holder', 'target'].map((name) => table.columns.indexOf(name));
  if (holder === undefined || target === undefined || holder < 0 || target < 0)
    throw new Error(`${PAIRS_FILE} has no columns \`holder\` and \`target\`. Pack the record again.`);
  return table.rows.map((row): PairIds => [row[holder] ?? '', row[target] ?? '']);
}

/** The places of numbers in rising order, equal ones as they lie (a counting sort). */
function orderBy(keys: Int32Array): Uint32Array<ArrayBuffer> {
  let [low, high] = [Infinity, -Infinity];
  for (const key of keys) {
    if (key < low) low = key;
    if (key > high) high = key;
  }
  const next = new Uint32Array(keys.length === 0 ? 1 : high - low + 2);
  for (const key of keys) next[key - low + 1] = (next[key - low + 1] ?? 0) + 1;
  for (let i = 1; i < next.length; i++) next[i] = (next[i] ?? 0) + (next[i - 1] ?? 0);
  const order = new Uint32Array(keys.length);
  keys.forEach((key, i) => {
    const place = next[key - low] ?? 0;
    order[place] = i;
    next[key - low] = place + 1;
  });
  return order;
}

/** Counts of five grades side by side, in an order; 16 bits where they do. */
function gradesIn(columns: Record<(typeof GRADE_COLUMNS)[number], Int32Array>, order: Uint32Array | null, n: number): Counts {
  const parts = GRADE_COLUMNS.map((name) => columns[name]);
  const most = parts.reduce((high, column) => column.reduce((a, b) => Math.max(a, b), high), 0);
  const grades: Counts = most < 65_536 ? new Uint16Array(5 * n) : new Uint32Array(5 * n);
  parts.forEach((column, g) => {
    for (let k = 0; k < n; k++) grades[5 * k + g] = column[order === null ? k : (order[k] ?? 0)] ?? 0;
  });
  return grades;
}

/**
 * Reads what the first picture needs: the manifest, the small tables, and the counts of every pair and day.
 *
 * @param name slug under which the record is known
 * @param said told in a line what is being done
 * @throws Error with words where a file is missing or is not what the manifest says
 */
export async function openFolder(
  folder: PackedFolder,
  name: string,
  said: (line: string) => void = () => {},
): Promise<PackedParts> {
  said(`Reading ${MANIFEST_FILE}`);
  const manifest = readManifest(await textOf(await folder.file(MANIFEST_FILE)));
  const numbers = folder
    .file(manifest.days.file)
    .then((file) =>
      readWholeNumbers(file, DAY_COLUMNS, (rows, of) => said(`Reading the counts, ${Math.round((100 * rows) / of)} %`)),
    );
  const [pairs, tables, json] = await Promise.all([
    folder.file(PAIRS_FILE).then(textOf).then(pairsOf),
    tablesOf(folder, manifest, READ),
    // Not every packed record had one.
    folder.file(PACKAGE_FILE).then(textOf, () => null),
  ]);
  const { meta } = readPackage(json, name);
  // What the package counts are the tables that the record was packed from.
  delete meta.rows;
  const record = readTables(tables, { ...meta, title: manifest.title || meta.title });
  const found = record.faults.filter(({ severity }) => severity === 'error');
  const columns = await numbers;
  const n = columns.pair.length;
  if (n !== manifest.days.rows)
    throw new Error(
      `${manifest.days.file} has ${n} rows, where ${MANIFEST_FILE} counts ${manifest.days.rows}. Pack the record again.`,
    );
  const ends = pairs.map(([holder, target]) => {
    const [h, t] = [record.actorIndex.get(holder), record.actorIndex.get(target)];
    if (h === undefined || t === undefined)
      throw new Error(`${PAIRS_FILE} names \`${h === undefined ? holder : target}\`, and actors.csv has no such actor.`);
    return [h, t] as const;
  });
  const order = orderBy(columns.day);
  const [day, holder, target] = [new Int32Array(n), new Uint32Array(n), new Uint32Array(n)];
  const score = new Int8Array(n);
  const bundleOf = new Uint32Array(n);
  order.forEach((row, k) => {
    const [h, t] = ends[columns.pair[row] ?? -1] ?? [-1, -1];
    if (h < 0) throw new Error(`${manifest.days.file} has a pair ${columns.pair[row]}, and ${PAIRS_FILE} has ${pairs.length}.`);
    day[k] = columns.day[row] ?? 0;
    holder[k] = h;
    target[k] = t;
    score[k] = Math.round((columns.sum[row] ?? 0) / Math.max(1, columns.n[row] ?? 1));
    bundleOf[row] = k;
  });
  const acts = gradesOf16(columns.acts, order);
  return {
    manifest,
    record: { ...record, faults: found },
    pairs,
    day,
    holder,
    target,
    score,
    grades: gradesIn(columns, order, n),
    acts,
    bundleOf,
  };
}

function gradesOf16(column: Int32Array, order: Uint32Array): Counts {
  const most = column.reduce((high, value) => Math.max(high, value), 0);
  const counts: Counts = most < 65_536 ? new Uint16Array(order.length) : new Uint32Array(order.length);
  order.forEach((row, k) => (counts[k] = column[row] ?? 0));
  return counts;
}

/** Small tables of a folder, those that it has. */
export async function tablesOf(folder: PackedFolder, { tables }: PackedManifest, wanted: readonly TableName[]): Promise<Tables> {
  const read = await Promise.all(
    tables
      .filter((table) => wanted.includes(table))
      .map(
        async (table) =>
          [table, readTable(table, `${table}.csv`, await textOf(await folder.file(`${table}.csv`))).table] as const,
      ),
  );
  return Object.fromEntries(read);
}

/**
 * Reads the cube by kinds of source and basis, joined to the bundles.
 *
 * @param pairStart first row of `days.parquet` of each pair; one longer than the pairs
 */
export async function readCube(
  folder: PackedFolder,
  manifest: PackedManifest,
  bundles: Pick<PackedParts, 'bundleOf' | 'day'>,
  said: (line: string) => void = () => {},
): Promise<PackedCube> {
  const file = await folder.file(manifest.cube.file);
  const columns = await readWholeNumbers(
    file,
    CUBE_COLUMNS.filter((name): name is Exclude<(typeof CUBE_COLUMNS)[number], 'n' | 'sum'> => name !== 'n' && name !== 'sum'),
    (rows, of) => said(`Reading the counts by kind and basis, ${Math.round((100 * rows) / of)} %`),
  );
  const n = columns.pair.length;
  const bundle = new Uint32Array(n);
  // Both lie by pair and day: where either changes, the next bundle begins.
  let row = -1;
  for (let c = 0; c < n; c++) {
    if (c === 0 || columns.pair[c] !== columns.pair[c - 1] || columns.day[c] !== columns.day[c - 1]) row++;
    bundle[c] = bundles.bundleOf[row] ?? 0;
    if (bundles.day[bundle[c] ?? 0] !== columns.day[c])
      throw new Error(`${manifest.cube.file} and ${manifest.days.file} are not of one packing. Pack the record again.`);
  }
  return {
    n,
    bundle,
    kinds: Uint8Array.from(columns.kinds),
    basis: Uint8Array.from(columns.basis),
    grades: gradesIn(columns, null, n),
  };
}

const noLists = (n: number): Lists => ({ start: new Uint32Array(n + 1), item: new Uint32Array(0) });

/** The record that views read: bundles for stances, days for evidence. Made where it is shown, since millions of texts are slow to hand over. */
export function recordOf(
  { manifest, record, day, holder, target, score, grades, acts }: PackedParts,
  cube: PackedCube | null,
): StanceRecord {
  const n = day.length;
  const days: number[] = [];
  const evidence = new Uint32Array(n);
  const start: number[] = [];
  for (let k = 0; k < n; k++) {
    if (days.at(-1) !== day[k]) {
      days.push(day[k] ?? 0);
      start.push(k);
    }
    evidence[k] = days.length - 1;
  }
  const m = days.length;
  const none = new Int32Array(n).fill(-1);
  const time = new Int32Array(n).fill(NO_TIME);
  const ofDays = Int32Array.from(days);
  const id = days.map((one) => `rows-of-${isoOf(one)}`);
  const item = Uint32Array.from({ length: n }, (_, k) => k);
  return {
    ...record,
    packed: { grades, acts, cube, rows: manifest.rows, times: manifest.times, occasions: manifest.occasions },
    evidence: {
      ...record.evidence,
      n: m,
      dated: m,
      id,
      title: days.map((one) => `The rows of ${formatDay(one)}`),
      kind: new Uint8Array(m),
      row: new Uint32Array(m).fill(2 ** 32 - 1),
      day: ofDays,
      time: new Int32Array(m).fill(NO_TIME),
      first: ofDays,
      last: ofDays,
      until: ofDays,
      speaker: new Int32Array(m).fill(-1),
      behalf: new Int32Array(m).fill(-1),
      place: new Int32Array(m).fill(-1),
      places: noLists(m),
      confidence: new Uint8Array(m),
      kinds: new Uint8Array(m),
      actors: noLists(m),
      topics: noLists(m),
      sources: noLists(m),
      stances: { start: Uint32Array.from([...start, n]), item },
    },
    stances: {
      ...record.stances,
      n,
      dated: n,
      // A bundle has no id: nothing names it.
      id: new Array<string>(n).fill(''),
      row: item,
      evidence,
      day,
      time,
      first: day,
      last: day,
      holder,
      target,
      score,
      basis: new Uint8Array(n),
      attributedBy: none,
      occasion: none,
      coders: new Int8Array(0),
    },
    coders: [],
    evidenceIndex: new Map(id.map((one, e) => [one, e])),
    span: m === 0 ? null : [days[0] ?? 0, days[m - 1] ?? 0],
  };
}
