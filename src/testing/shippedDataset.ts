import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { recordsIn } from '../../scripts/catalogue.mjs';
import Papa from 'papaparse';
import { columnsIn, PACKAGE_FILE, writePackage } from '../record/package';
import { readRecord } from '../record/reading/read';
import type { StanceRecord } from '../record/record';

const DATA = join(import.meta.dirname, '../../data');

/** Names of the datasets in `data/`. */
export const SHIPPED = recordsIn(DATA).map(({ name }) => name);
export type Shipped = string;

/** Files of a shipped dataset: its tables and its package. */
export function filesOf(name: Shipped): Map<string, Uint8Array> {
  const folder = join(DATA, name);
  const files = readdirSync(folder).filter((file) => /\.(csv|json)$/.test(file));
  return new Map(files.map((file) => [file, new Uint8Array(readFileSync(join(folder, file)))]));
}

const records = new Map<Shipped, StanceRecord>();

/** A shipped dataset, read once for all tests of a file. */
export function shipped(name: Shipped): StanceRecord {
  const record = records.get(name) ?? readRecord(filesOf(name), name);
  records.set(name, record);
  return record;
}

const POWERS = join(import.meta.dirname, 'great-powers');

/**
 * Files of the great powers before 1914 as they were first shipped: a record of ties and of nothing else, whatever rows `data/` gains. What
 * is tested of such a record, and of that time, stands on them.
 */
export function greatPowersFiles(): Map<string, Uint8Array> {
  const read = readdirSync(POWERS).map((file) => [file, new Uint8Array(readFileSync(join(POWERS, file)))] as const);
  const files = new Map(read);
  const { tables } = readRecord(files, 'great-powers');
  const text = writePackage(new TextDecoder().decode(files.get(PACKAGE_FILE)), 'great-powers', columnsIn(tables));
  return files.set(PACKAGE_FILE, new TextEncoder().encode(text));
}

let powers: StanceRecord | null = null;

/** The record of {@link greatPowersFiles}, read once for all tests of a file. */
export function greatPowers(): StanceRecord {
  powers ??= readRecord(greatPowersFiles(), 'great-powers');
  return powers;
}

/**
 * Files of a shipped dataset as if no person had coded it: what is tested of coders holds whoever codes the record, and whatever rows it gains.
 */
export function filesByModels(name: Shipped): Map<string, Uint8Array> {
  const files = filesOf(name);
  const rowsOf = (file: string) => Papa.parse<string[]>(new TextDecoder().decode(files.get(file)), { skipEmptyLines: true }).data;
  if (!files.has('coders.csv')) return files;
  const coders = rowsOf('coders.csv');
  const [id, kind] = [coders[0]?.indexOf('id') ?? 0, coders[0]?.indexOf('kind') ?? 0];
  const people = new Set(coders.filter((row) => row[kind] === 'person').map((row) => row[id] ?? ''));
  const put = (file: string, rows: string[][]) =>
    files.set(file, new TextEncoder().encode(`${Papa.unparse(rows, { newline: '\n' })}\n`));
  put(
    'coders.csv',
    coders.filter((row) => !people.has(row[id] ?? '')),
  );
  const codings = rowsOf('codings.csv');
  const coder = codings[0]?.indexOf('coder') ?? 0;
  const stance = codings[0]?.indexOf('stance') ?? 0;
  const kept = codings.filter((row) => !people.has(row[coder] ?? ''));
  put('codings.csv', kept);
  const ratings = rowsOf('assessments.csv');
  const rater = ratings[0]?.indexOf('rater') ?? 0;
  put(
    'assessments.csv',
    ratings.filter((row) => !people.has(row[rater] ?? '')),
  );
  // A stance that only people coded would be one that nobody coded.
  const coded = new Set(kept.map((row) => row[stance] ?? ''));
  const left = new Set(codings.map((row) => row[stance] ?? '').filter((one) => !coded.has(one)));
  const stances = rowsOf('stances.csv');
  const own = stances[0]?.indexOf('id') ?? 0;
  put(
    'stances.csv',
    stances.filter((row) => !left.has(row[own] ?? '')),
  );
  return files;
}

/** The record of {@link filesByModels}, read anew. */
export function shippedByModels(name: Shipped): StanceRecord {
  return readRecord(filesByModels(name), name);
}
