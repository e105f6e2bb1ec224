import { fileOf } from './checking/findings';
import { TABLE_NAMES, type DatasetMeta, type Fault, type TableName } from './record';
import { fileFault } from './checking/rules';
import { readJson, type Json } from './jsonText';
import { dayOf } from '../words/calendar';
import { isTableName, LATER_TABLES, schemaFor } from './schema';
import type { Tables } from './tables';

/** `datapackage.json` (Data Package v2): what a dataset says of itself, and the schema of its tables. */

export const PACKAGE_FILE = 'datapackage.json';
const PROFILE = 'https://datapackage.org/profiles/2.0/datapackage.json';
const DIALECT = { delimiter: ',', lineTerminator: '\n', quoteChar: '"', doubleQuote: true, header: true };

type JsonObject = { [key: string]: Json };

/** A dataset's metadata, and what could not be read of it. */
export interface ReadPackage {
  meta: DatasetMeta;
  faults: Fault[];
  /** Files of the tables as the package lists them, by table; empty where it lists none. */
  paths: Map<TableName, string>;
  /** What the package says of the bytes of each table's file; empty where it says nothing, as while a record is being written. */
  promised: Map<TableName, Promised>;
}

/** A file as a published package describes it (Data Package v2, `bytes` and `hash` of a resource). */
export interface Promised {
  bytes: number;
  /** SHA-256 in lower-case hexadecimals, or empty. */
  sha256: string;
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCount(value: Json | undefined): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** `great-powers` as `Great powers`: what a dataset without a title is called. */
function titleOf(name: string): string {
  const words = name.replaceAll('-', ' ').trim();
  return words === '' ? 'Untitled dataset' : words.charAt(0).toUpperCase() + words.slice(1);
}

function corner(value: Json | undefined): [number, number] | null {
  if (!Array.isArray(value) || value.length !== 2) return null;
  const [lat, lon] = value;
  if (typeof lat !== 'number' || typeof lon !== 'number' || Math.abs(lat) > 90 || Math.abs(lon) > 180) return null;
  return [lat, lon];
}

function boundsOf(value: Json | undefined): DatasetMeta['bounds'] {
  if (!Array.isArray(value) || value.length !== 2) return null;
  const southWest = corner(value[0]);
  const northEast = corner(value[1]);
  // An east corner that lies west of the west corner is a frame across the antimeridian (Fiji to Samoa).
  return southWest && northEast && southWest[0] < northEast[0] && southWest[1] !== northEast[1] ? [southWest, northEast] : null;
}

/** Sides of sources by id, each with what is wrong with the others. */
function sidesOf(value: Json | undefined, faults: Fault[]): DatasetMeta['sides'] {
  if (value === undefined) return undefined;
  const advice = 'Write `{ "<side>": { "label": "…", "description": "…" } }`.';
  if (!isObject(value)) {
    faults.push(fileFault(PACKAGE_FILE, 'bad-package', '`stanceline.sides` is no object of sides by id.', advice));
    return undefined;
  }
  const sides: NonNullable<DatasetMeta['sides']> = {};
  for (const [id, side] of Object.entries(value)) {
    const label = isObject(side) ? textOf(side.label).trim() : '';
    sides[id] = { label: label || titleOf(id), description: isObject(side) ? textOf(side.description).trim() : '' };
    if (label === '')
      faults.push(fileFault(PACKAGE_FILE, 'bad-package', `The side \`${id}\` of \`stanceline.sides\` has no label.`, advice));
  }
  return sides;
}

/**
 * Reads `datapackage.json`. Defaults where a field is absent: title from the name, empty description and licence, no first view
 * (the whole span), no next view, no bounds (fit the record). Text that is not JSON, or a field of the wrong shape, is a fault.
 *
 * @param json text of the file, or null where there is none (no fault: a dropped folder need not have one)
 * @param name slug of the dataset, as in the URL
 */
export function readPackage(json: string | null, name: string): ReadPackage {
  const meta: DatasetMeta = { name, title: titleOf(name), description: '', view: '', next: null, bounds: null, licence: '' };
  const faults: Fault[] = [];
  const paths = new Map<TableName, string>();
  const promised = new Map<TableName, Promised>();
  if (json === null) return { meta, faults, paths, promised };
  const read = readJson(json);
  if ('reason' in read) {
    faults.push(fileFault(PACKAGE_FILE, 'bad-package', `The file ${read.reason}.`, 'Its defaults are used.'));
    return { meta, faults, paths, promised };
  }
  const parsed = read.value;
  if (!isObject(parsed)) {
    faults.push(fileFault(PACKAGE_FILE, 'bad-package', 'The file is no JSON object.', 'Its defaults are used.'));
    return { meta, faults, paths, promised };
  }
  meta.title = textOf(parsed.title) || meta.title;
  meta.description = textOf(parsed.description);
  const licences = Array.isArray(parsed.licenses) ? parsed.licenses : [];
  meta.licence = licences
    .map((licence) => (isObject(licence) ? textOf(licence.name) : ''))
    .filter(Boolean)
    .join(', ');
  const authors = (Array.isArray(parsed.contributors) ? parsed.contributors : [])
    .map((one) => (isObject(one) ? textOf(one.title).trim() : ''))
    .filter(Boolean);
  if (authors.length > 0) meta.authors = authors;
  const own = isObject(parsed.stanceline) ? parsed.stanceline : {};
  meta.view = textOf(own.view);
  if (isObject(own.next) && textOf(own.next.view))
    meta.next = { label: textOf(own.next.label) || 'Next', view: textOf(own.next.view) };
  if (isObject(own.coders)) {
    meta.coders = Object.fromEntries(
      Object.entries(own.coders).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    );
  }
  const sides = sidesOf(own.sides, faults);
  if (sides) meta.sides = sides;
  const observed = isObject(own.coverage) && isObject(own.coverage.ties) ? own.coverage.ties.until : undefined;
  if (observed !== undefined) {
    const day = dayOf(textOf(observed));
    if (!Number.isNaN(day)) meta.tiesUntil = day;
    else {
      const message = '`stanceline.coverage.ties.until` is no day.';
      faults.push(
        fileFault(PACKAGE_FILE, 'bad-package', message, 'Write the last day that the source covers, e.g. `"2012-12-31"`.'),
      );
    }
  }
  if (textOf(own.coding)) meta.coding = textOf(own.coding);
  if (textOf(own.judging)) meta.judging = textOf(own.judging);
  if (isObject(own.brought))
    meta.brought = {
      terms: textOf(own.brought.terms),
      mayLeave: own.brought.mayLeave !== false,
      written: { brought: own.brought, ...(isObject(own.mapping) ? { mapping: own.mapping } : {}) },
    };
  if (isObject(own.map)) {
    meta.bounds = boundsOf(own.map.bounds);
    if (!meta.bounds) {
      const message = '`stanceline.map.bounds` is not a pair of corners.';
      faults.push(fileFault(PACKAGE_FILE, 'bad-package', message, 'Write `[[south, west], [north, east]]` in degrees.'));
    }
  }
  for (const resource of Array.isArray(parsed.resources) ? parsed.resources : []) {
    if (!isObject(resource)) continue;
    const table = textOf(resource.name);
    const path = textOf(resource.path);
    // A path that leaves the folder is refused by the standard as well.
    if (!isTableName(table) || !path || /^[/\\]|\.\.|^[a-z]+:/i.test(path)) continue;
    paths.set(table, path);
    const { bytes, rows } = resource;
    if (isCount(bytes)) promised.set(table, { bytes, sha256: /^sha256:([0-9a-f]{64})$/.exec(textOf(resource.hash))?.[1] ?? '' });
    if (isCount(rows)) meta.rows = { ...meta.rows, [table]: rows };
  }
  return { meta, faults, paths, promised };
}

/** Headers of the tables that a dataset has. */
export type Columns = Partial<Record<TableName, readonly string[]>>;

/** Headers of tables in memory. */
export function columnsIn(tables: Tables): Columns {
  return Object.fromEntries(Object.values(tables).map(({ name, columns }) => [name, columns]));
}

function resourceOf(name: TableName, columns: Columns): JsonObject {
  return {
    name,
    path: fileOf(name),
    type: 'table',
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    dialect: DIALECT,
    schema: JSON.parse(JSON.stringify(schemaFor(name, columns[name]))) as JsonObject,
  };
}

/**
 * Text of `datapackage.json` with the resources of the tables as the schema has them; everything else is kept from `before`
 * (text of the file as it was, or null for a new one). Throws a SyntaxError where `before` is not a JSON object.
 *
 * @param columns headers of the tables: a column that a table may lack is described where it is there
 */
export function writePackage(before: string | null, name: string, columns: Columns = {}): string {
  const parsed = before === null ? {} : (JSON.parse(before) as Json);
  if (!isObject(parsed)) throw new SyntaxError(`${PACKAGE_FILE} is no JSON object`);
  const fresh: JsonObject = { $schema: PROFILE, name, title: titleOf(name), ...parsed };
  // What a person edits comes first, the long description of the tables last.
  delete fresh.resources;
  fresh.resources = TABLE_NAMES.filter((table) => columns[table] ?? !LATER_TABLES.includes(table)).map((table) =>
    resourceOf(table, columns),
  );
  return `${JSON.stringify(fresh, null, 2)}\n`;
}

/** A resource without what the build says of the file that it ships: it is no part of the schema. */
function withoutPromise(resource: Json): Json {
  if (!isObject(resource)) return resource;
  return Object.fromEntries(Object.entries(resource).filter(([name]) => !PROMISE.includes(name)));
}

const PROMISE: readonly string[] = ['bytes', 'hash', 'rows'];

/**
 * Text of `datapackage.json` as it is published: with length, SHA-256 and rows of every table's file, so that whoever fetches a table can
 * tell whether it came whole. Throws a SyntaxError where `json` is not a JSON object.
 *
 * @param files by file name
 */
export function sealPackage(json: string, files: ReadonlyMap<string, Promised & { rows: number }>): string {
  const parsed = JSON.parse(json) as Json;
  if (!isObject(parsed)) throw new SyntaxError(`${PACKAGE_FILE} is no JSON object`);
  const resources = Array.isArray(parsed.resources) ? parsed.resources : [];
  const sealed = resources.map((resource): Json => {
    const file = isObject(resource) ? files.get(textOf(resource.path)) : undefined;
    if (!isObject(resource) || file === undefined) return resource;
    const { name, path, ...rest } = resource;
    return {
      ...(name === undefined ? {} : { name }),
      ...(path === undefined ? {} : { path }),
      bytes: file.bytes,
      hash: `sha256:${file.sha256}`,
      rows: file.rows,
      ...rest,
    };
  });
  return `${JSON.stringify({ ...parsed, resources: sealed }, null, 2)}\n`;
}

/** FNV-1a (Fowler, Noll, Vo; RFC 9923) of a text's code units, 32 bits: enough to tell one known text from others. */
function fingerprint(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** The values that lists of the schema have gained since packages were first written: one without them still describes its tables. */
function withoutLaterValues(resources: string): string {
  return resources.replace(/(,"(issue|unspecified|link)")+(?=\])/g, '');
}

/** What the first edition wrote of its tables, the same for every dataset: still right for a dataset that has no later column. */
const FIRST_EDITION = 0xf3f7c483;

/**
 * A fault where the resources of `datapackage.json` have drifted from the schema; none where they agree, or where the package was
 * written by the first edition and no table has a column that came later.
 *
 * @param columns headers of the tables
 */
export function checkPackage(json: string, name: string, columns: Columns = {}): Fault[] {
  if ('reason' in readJson(json)) return []; // readPackage reports it.
  let fresh: string;
  try {
    fresh = writePackage(json, name, columns);
  } catch {
    return []; // readPackage reports what is no object.
  }
  const resourcesOf = (text: string): string => {
    const { resources = null } = JSON.parse(text) as JsonObject;
    return JSON.stringify(Array.isArray(resources) ? resources.map(withoutPromise) : resources);
  };
  const own = resourcesOf(json);
  const now = resourcesOf(fresh);
  if (own === now || own === withoutLaterValues(now)) return [];
  const plain =
    TABLE_NAMES.every((table) => !LATER_TABLES.includes(table) || !columns[table]) &&
    TABLE_NAMES.every((table) => schemaFor(table, columns[table]).fields.length === schemaFor(table).fields.length);
  if (plain && fingerprint(withoutLaterValues(own)) === FIRST_EDITION) return [];
  const message = 'Its tables are not described as the schema has them.';
  return [fileFault(PACKAGE_FILE, 'bad-package', message, 'Run `npm run check-data -- --write-package`.')];
}
