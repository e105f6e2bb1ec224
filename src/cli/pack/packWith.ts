import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  MANIFEST_FILE,
  PAIR_COLUMNS,
  PAIRS_FILE,
  writeManifest,
  type PackedFile,
  type PackedManifest,
  type PackedMonth,
  type RowText,
} from '../../packed/form';
import { rowsInParquet } from '../../packed/parquetFile';
import { type Day, isoOf } from '../../words/calendar';
import { diskFile } from './diskFile';
import type { Cell, Engine } from './engines';
import { cubeQuery, daySizesQuery, daysQuery, eventsQuery, pairSizesQuery, pairsQuery, rowsQuery } from './queries';
import { writeRows } from '../../record/write';

/** What is packed. */
export interface Source {
  /** A relation of SQL (see `pairsQuery`). */
  relation: string;
  texts: readonly RowText[];
  name: string;
  title: string;
  times: boolean;
  occasions: boolean;
  /** Small tables, and `datapackage.json` where there is one, by file name; made once the engine knows the rows. */
  tables(engine: Engine): Promise<ReadonlyMap<string, string | Uint8Array>>;
}

const number = (cell: Cell | undefined): number => Number(cell ?? 0);

/** The month of a day as its file is called: `2022-03`. */
export const monthOf = (day: Day): string => isoOf(day).slice(0, -3);

interface MonthDays {
  month: string;
  days: [Day, Day];
  rows: number;
}

/** Days with their rows as months. */
export function monthsOf(days: readonly (readonly [Day, number])[]): MonthDays[] {
  const months: MonthDays[] = [];
  for (const [day, rows] of days) {
    const month = monthOf(day);
    const last = months.at(-1);
    if (last?.month === month) {
      last.days[1] = day;
      last.rows += rows;
    } else months.push({ month, days: [day, day], rows });
  }
  return months;
}

/**
 * Packs a source into a folder.
 *
 * @param folder is made; files of the same names in it are written over
 * @param said told what was done, in a line
 */
export async function packWith(
  engine: Engine,
  source: Source,
  folder: string,
  said: (line: string) => void = () => {},
): Promise<PackedManifest> {
  mkdirSync(join(folder, 'rows'), { recursive: true });
  const { dialect } = engine;
  await engine.define('pairs', pairsQuery(dialect, source.relation));
  await engine.define('events', eventsQuery(dialect, source.relation, 'pairs', source.texts));
  said('rows read');
  const fileAt = (file: string, rows: number): PackedFile => ({ file, rows, bytes: statSync(join(folder, file)).size });

  const days = await engine.read(daySizesQuery(dialect));
  const dated = days.filter(([day]) => day !== null).map(([day, n]): [Day, number] => [number(day), number(n)]);
  const undated = number(days.find(([day]) => day === null)?.[1]);
  const sizes = new Map((await engine.read(pairSizesQuery(dialect))).map((row) => [number(row[0]), row]));
  const pairs = await engine.read(`SELECT holder, target FROM pairs ORDER BY number`);
  const table = pairs.map(([holder, target], pair) => {
    const [, n, cells, first, last] = sizes.get(pair) ?? [];
    return [String(holder), String(target), String(number(n)), String(number(cells)), String(first ?? ''), String(last ?? '')];
  });
  writeFileSync(join(folder, PAIRS_FILE), writeRows([[...PAIR_COLUMNS], ...table]));

  const cells = table.reduce((sum, row) => sum + Number(row[3]), 0);
  const rows = table.reduce((sum, row) => sum + Number(row[2]), 0);
  await engine.write(daysQuery(dialect), join(folder, 'days.parquet'));
  await engine.write(cubeQuery(dialect), join(folder, 'cube.parquet'));
  said('cube written');

  const months: PackedMonth[] = [];
  for (const { month, days: span, rows: n } of monthsOf(dated)) {
    const file = `rows/${month}.parquet`;
    await engine.write(rowsQuery(dialect, source.texts, span), join(folder, file));
    months.push({ month, ...fileAt(file, n) });
  }
  if (undated > 0) {
    await engine.write(rowsQuery(dialect, source.texts, null), join(folder, 'rows/undated.parquet'));
    months.push({ month: '', ...fileAt('rows/undated.parquet', undated) });
  }
  said(`${months.length} months of rows written`);

  const tables = await source.tables(engine);
  for (const [file, content] of tables) writeFileSync(join(folder, file), content);
  const spans = [...sizes.values()];
  const manifest: PackedManifest = {
    name: source.name,
    title: source.title,
    rows,
    pairs: pairs.length,
    span:
      spans.length === 0
        ? null
        : [Math.min(...spans.map((row) => number(row[3]))), Math.max(...spans.map((row) => number(row[4])))],
    cube: fileAt('cube.parquet', await rowsInParquet(diskFile(join(folder, 'cube.parquet')))),
    days: fileAt('days.parquet', cells),
    months,
    texts: [...source.texts],
    tables: [...tables.keys()]
      .filter((file) => file.endsWith('.csv'))
      .map((file) => file.slice(0, -4)) as PackedManifest['tables'],
    times: source.times,
    occasions: source.occasions,
    made: `Stanceline with ${engine.about}`,
  };
  // Last: a folder that was left half way has none, and opens nowhere.
  writeFileSync(join(folder, MANIFEST_FILE), writeManifest(manifest));
  return manifest;
}
