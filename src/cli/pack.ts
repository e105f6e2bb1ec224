import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { count } from '../words/counts';
import { sizeWords } from '../words/numbers';
import { isDataset } from './datasetFolder';
import { clickhouseAt, clickhouseHere, duckdb, type Engine } from './pack/engines';
import { gdeltFolder } from './pack/gdeltFolder';
import { packWith, type Source } from './pack/packWith';
import { printed } from './pack/printed';
import { DIALECTS, type EngineName } from './pack/queries';
import { querySource } from './pack/querySource';
import { recordSource } from './pack/recordSource';
import { syntheticSource } from './pack/syntheticSource';

/** Packs rows into a folder that the page opens by parts: see docs/packed.md. */

const HELP = `Usage: npm run pack -- RECORD OUT
       npm run pack -- --from gdelt FOLDER OUT
       npm run pack -- --query FILE.sql OUT

Makes a folder of Parquet files that the page opens by parts: a cube of counts, and rows by month. docs/packed.md says what is in it.

  RECORD                 a folder of tables, as under data/
  --from gdelt FOLDER    files of GDELT's events (1.0, 2.0; tab-separated, .gz too)
  --from synthetic ROWS  made-up rows, for measuring
  --query FILE           a query of yours, in the engine's SQL: holder, target, day, and grade or root
  --actors FILE          actors.csv for --query
  --engine duckdb|clickhouse|bigquery   default: duckdb, in this process
  --url ADDRESS          a ClickHouse server; a user who may read is enough
  --user NAME            default: default; the password is in CLICKHOUSE_PASSWORD
  --memory SIZE          most memory of DuckDB (default: 3GB); what does not fit goes to the disk
  --threads N            default: 2
  --print                prints the queries and packs nothing (always, for bigquery)
  --help                 show this

Exit status: 0, 1 could not be packed, 2 wrong usage.
`;

class UsageError extends Error {}

function optionsOf(args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        from: { type: 'string' },
        query: { type: 'string' },
        actors: { type: 'string' },
        engine: { type: 'string', default: 'duckdb' },
        url: { type: 'string' },
        user: { type: 'string', default: 'default' },
        memory: { type: 'string', default: '3GB' },
        threads: { type: 'string', default: '2' },
        print: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    return { ...values, positionals };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
type Options = ReturnType<typeof optionsOf>;

const isEngine = (name: string): name is EngineName => Object.hasOwn(DIALECTS, name);

function engineNamed(name: string): EngineName {
  if (!isEngine(name)) throw new UsageError(`There is no engine ${name}; engines are ${Object.keys(DIALECTS).join(', ')}.`);
  return name;
}

/** What is packed and where to, of what was named without an option. */
function placesOf({ from, query, positionals, print, engine }: Options): { what: string; out: string } {
  const wanted = query === undefined ? 2 : 1;
  const noOut = print || engine === 'bigquery';
  if (positionals.length !== wanted && !(noOut && positionals.length === wanted - 1))
    throw new UsageError(
      `${query !== undefined ? 'Name the folder to write.' : `Name ${from === undefined ? 'the record' : `what ${from} is read from`} and the folder to write.`}`,
    );
  const what = query ?? positionals[0] ?? '';
  return { what, out: positionals[wanted - 1] ?? 'OUT' };
}

async function sourceOf(options: Options, what: string, engine: Engine, temporary: string): Promise<Source> {
  const { dialect } = engine;
  if (options.query !== undefined) {
    const { actors } = options;
    const table = actors === undefined ? null : readFileSync(fileIn(actors), 'utf8');
    return querySource(engine, readFileSync(fileIn(what), 'utf8'), table, basename(what).replace(/\.[^.]*$/, ''));
  }
  switch (options.from) {
    case undefined:
      if (!isDataset(what)) throw new UsageError(`${what} is no folder with tables.`);
      return recordSource(what, temporary, dialect.name, (faults) =>
        process.stderr.write(`${count(faults, 'fault')} keep rows out: npm run check-data ${what} names them.\n`),
      );
    case 'gdelt':
      if (!existsSync(what) || !statSync(what).isDirectory()) throw new UsageError(`${what} is no folder.`);
      return gdeltFolder(what, dialect.name, dialect);
    case 'synthetic': {
      const rows = Number(what);
      if (!Number.isSafeInteger(rows) || rows < 1 || rows > 2_000_000_000) throw new UsageError(`${what} is no number of rows.`);
      return syntheticSource(dialect, rows);
    }
    default:
      throw new UsageError(`Nothing is read from ${options.from}; it is gdelt or synthetic.`);
  }
}

function fileIn(path: string): string {
  if (!existsSync(path)) throw new UsageError(`There is no file ${path}.`);
  return path;
}

function engineOf({ engine, url, user, memory, threads }: Options, temporary: string): Promise<Engine> {
  if (url !== undefined) {
    if (engineNamed(engine) !== 'clickhouse')
      throw new UsageError('Only ClickHouse is asked at an address: --engine clickhouse.');
    if (!URL.canParse(url)) throw new UsageError(`${url} is no address.`);
    if (new URL(url).password !== '')
      throw new UsageError('A password in an address is seen by others: set CLICKHOUSE_PASSWORD.');
    return clickhouseAt({ url, user, password: process.env['CLICKHOUSE_PASSWORD'] ?? '' });
  }
  const number = Number(threads);
  if (!Number.isInteger(number) || number < 1) throw new UsageError(`${threads} is no number of threads.`);
  return engineNamed(engine) === 'clickhouse' ? clickhouseHere(temporary) : duckdb(temporary, { memory, threads: number });
}

async function run(args: string[]): Promise<void> {
  const options = optionsOf(args);
  if (options.help) {
    process.stdout.write(HELP);
    return;
  }
  const { what, out } = placesOf(options);
  const engine = engineNamed(options.engine);
  if (options.print || engine === 'bigquery') {
    const text = options.query === undefined ? null : readFileSync(fileIn(what), 'utf8');
    process.stdout.write(printed(DIALECTS[engine], text, out));
    return;
  }
  const folder = resolve(out);
  mkdirSync(folder, { recursive: true });
  // Beside what is written: a disk that holds the one is likely to hold the other.
  const temporary = mkdtempSync(join(folder, 'packing-'));
  const begun = Date.now();
  const said = (line: string) =>
    process.stdout.write(`${String(Math.round((Date.now() - begun) / 1000)).padStart(5)} s  ${line}\n`);
  try {
    const by = await engineOf(options, temporary);
    try {
      const manifest = await packWith(by, await sourceOf(options, what, by, temporary), folder, said);
      const bytes = [manifest.cube, manifest.days, ...manifest.months].reduce((sum, file) => sum + file.bytes, 0);
      said(`${count(manifest.rows, 'row')} of ${count(manifest.pairs, 'pair')} packed into ${sizeWords(bytes)}: ${folder}`);
    } finally {
      await by.close();
    }
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

try {
  await run(process.argv.slice(2));
} catch (error) {
  const words = error instanceof Error ? error.message : String(error);
  const usage = error instanceof UsageError;
  process.stderr.write(usage ? `${words}\n\n${HELP}` : `${words}\n`);
  process.exitCode = usage ? 2 : 1;
}
