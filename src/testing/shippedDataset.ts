import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { recordsIn } from '../../scripts/catalogue.mjs';
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
