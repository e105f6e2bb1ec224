import { createWriteStream } from 'node:fs';
import { request as plainRequest, type IncomingMessage } from 'node:http';
import { request as safeRequest } from 'node:https';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { DIALECTS, pathLiteral, type Dialect } from './queries';

/** A cell of an answer: a whole number, a text, or none. */
export type Cell = number | string | null;

/** What packs: an engine of SQL that reads rows and writes Parquet. */
export interface Engine {
  dialect: Dialect;
  /** Program and version, for the manifest. */
  about: string;
  /** From now on `name` is what the query gives. */
  define(name: string, select: string): Promise<void>;
  read(select: string): Promise<Cell[][]>;
  /** Names of the columns that a query gives. */
  columns(select: string): Promise<string[]>;
  write(select: string, path: string): Promise<void>;
  close(): Promise<void>;
}

/** Rows of one group of a file: what is fetched at least for one pair of a month. */
const GROUP = 20_000;
/** Rows of one group of a cube, which is read whole. */
const CUBE_GROUP = 250_000;
const groupOf = (path: string): number => (/cube\.parquet$|days\.parquet$/.test(path) ? CUBE_GROUP : GROUP);

/** Why an engine cannot be had here, in words for whoever asked for it. */
export class NoEngine extends Error {}

/**
 * DuckDB in this process.
 *
 * @param memory most memory that it takes, as it says it: `3GB`; what does not fit goes to `folder`
 * @throws NoEngine where its package is not installed or has no binary for this machine
 */
export async function duckdb(folder: string, { memory, threads }: { memory: string; threads: number }): Promise<Engine> {
  const { DuckDBInstance, version } = await import('@duckdb/node-api').catch((error: unknown) => {
    throw new NoEngine(`DuckDB cannot be had here (${wordsOf(error)}). Install it: npm install --no-save @duckdb/node-api.`);
  });
  const instance = await DuckDBInstance.create(join(folder, 'packing.duckdb'), {
    memory_limit: memory,
    threads: String(threads),
    temp_directory: join(folder, 'spilled'),
    // The answers are sorted where that is asked for; keeping the order besides would keep all rows.
    preserve_insertion_order: 'false',
  });
  const connection = await instance.connect();
  return {
    dialect: DIALECTS.duckdb,
    about: `DuckDB ${version()}`,
    define: async (name, select) => void (await connection.run(`CREATE TABLE ${name} AS ${select}`)),
    read: async (select) => {
      const reader = await connection.runAndReadAll(select);
      return reader.getRows().map((row) => row.map(cellOf));
    },
    columns: async (select) => {
      const reader = await connection.runAndReadAll(`DESCRIBE ${select}`);
      return reader.getRows().map(([name]) => String(name));
    },
    write: async (select, path) =>
      void (await connection.run(
        `COPY (${select}) TO ${pathLiteral(path)} (FORMAT parquet, COMPRESSION snappy, ROW_GROUP_SIZE ${groupOf(path)})`,
      )),
    close: () => {
      connection.closeSync();
      instance.closeSync();
      return Promise.resolve();
    },
  };
}

const cellOf = (value: unknown): Cell =>
  value === null || value === undefined
    ? null
    : typeof value === 'bigint' || typeof value === 'number'
      ? Number(value)
      : String(value);
const wordsOf = (error: unknown): string => (error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));

const parquetSettings = (path: string): string =>
  `SETTINGS output_format_parquet_compression_method = 'snappy', output_format_parquet_row_group_size = ${groupOf(path)}, output_format_parquet_string_as_string = 1`;

/**
 * ClickHouse in this process.
 *
 * @throws NoEngine where chdb is not installed
 */
export function clickhouseHere(folder: string): Promise<Engine> {
  const session = new (chdb().Session)(join(folder, 'clickhouse'));
  const [version = ''] = session.query('SELECT version()', 'TSVRaw').split('\n');
  session.query('CREATE DATABASE IF NOT EXISTS packing ENGINE = Atomic');
  session.query('USE packing');
  const read = (select: string): Cell[][] => rowsOfJson(session.query(select, 'JSONCompactEachRow'));
  return Promise.resolve({
    dialect: DIALECTS.clickhouse,
    about: `ClickHouse ${version}`,
    define: (name, select) => {
      session.query(`CREATE TABLE ${name} ENGINE = MergeTree ORDER BY tuple() AS ${select}`);
      return Promise.resolve();
    },
    read: (select) => Promise.resolve(read(select)),
    columns: (select) => Promise.resolve(read(`DESCRIBE (${select})`).map(([name]) => String(name))),
    write: (select, path) => {
      session.query(`INSERT INTO FUNCTION file(${pathLiteral(path)}, 'Parquet') ${parquetSettings(path)} ${select}`);
      return Promise.resolve();
    },
    close: () => {
      session.cleanup();
      return Promise.resolve();
    },
  });
}

/** The part of chdb that is used. */
interface Chdb {
  Session: new (path: string) => { query(sql: string, format?: string): string; cleanup(): void };
}

/** Half a gigabyte, so that it is no dependency: it is looked for where the command runs, or in the folder that the environment names. */
function chdb(): Chdb {
  const folder = resolve(process.env['STANCELINE_CHDB'] ?? '.');
  try {
    return createRequire(join(folder, 'package.json'))('chdb') as Chdb;
  } catch (error) {
    throw new NoEngine(
      `ClickHouse cannot be had here (${wordsOf(error)}). Install it (550 MB) with npm install --no-save ${CHDB}, here or in a folder that STANCELINE_CHDB names.`,
    );
  }
}

/** The version that the tests ran with. */
const CHDB = 'chdb@3.4.0';

const rowsOfJson = (text: string): Cell[][] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as (Cell | boolean)[]).map((cell) => (typeof cell === 'boolean' ? Number(cell) : cell)));

/** How a server is reached; the password is taken from the environment, never from the command line, which other users of a machine see. */
export interface Server {
  url: string;
  user: string;
  password: string;
}

/**
 * A ClickHouse server, asked over HTTP by a user who may only read: what is defined stands before each query, and nothing is stored there.
 * 64-bit counts come as numbers; Parquet comes as the server writes it.
 */
export async function clickhouseAt(server: Server): Promise<Engine> {
  const defined: [name: string, select: string][] = [];
  const within = (select: string): string =>
    defined.length === 0 ? select : `WITH ${defined.map(([name, of]) => `${name} AS (${of})`).join(',\n')}\n${select}`;
  const read = async (select: string, prefix = ''): Promise<Cell[][]> => {
    const answer = await ask(server, `${prefix}${within(select)} FORMAT JSONCompactEachRow`);
    const parts: Buffer[] = [];
    for await (const part of answer) parts.push(part as Buffer);
    return rowsOfJson(Buffer.concat(parts).toString('utf8'));
  };
  const [[version] = ['']] = await read('SELECT version()');
  return {
    dialect: DIALECTS.clickhouse,
    about: `ClickHouse ${version ?? ''}`,
    define: (name, select) => {
      defined.push([name, select]);
      return Promise.resolve();
    },
    read: (select) => read(select),
    columns: async (select) => (await read(`${select} LIMIT 0`, 'DESCRIBE ')).map(([name]) => String(name)),
    write: async (select, path) => {
      const answer = await ask(server, `${within(select)} ${parquetSettings(path)} FORMAT Parquet`);
      await pipeline(answer, createWriteStream(path));
    },
    close: () => Promise.resolve(),
  };
}

/** An answer of a server; rejects with its own words where it refuses. */
function ask({ url, user, password }: Server, sql: string): Promise<IncomingMessage> {
  const address = new URL(url);
  // Numbers of 64 bits as numbers: no count here is beyond what a double holds.
  address.searchParams.set('output_format_json_quote_64bit_integers', '0');
  // A query that breaks half way says so and not "200".
  address.searchParams.set('wait_end_of_query', '1');
  const send = address.protocol === 'https:' ? safeRequest : plainRequest;
  return new Promise((resolve, reject) => {
    const headers = { 'X-ClickHouse-User': user, ...(password === '' ? {} : { 'X-ClickHouse-Key': password }) };
    const asked = send(address, { method: 'POST', headers }, (answer) => {
      if (answer.statusCode === 200) {
        resolve(answer);
        return;
      }
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => {
        const words = Buffer.concat(parts).toString('utf8').trim().slice(0, 600);
        reject(new Error(`${address.host} answered ${answer.statusCode ?? 'nothing'}: ${words}`));
      });
    });
    asked.on('error', (error) => reject(new Error(`${address.host} does not answer: ${error.message}`)));
    asked.end(sql);
  });
}
