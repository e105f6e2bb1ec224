import { SOURCE_KINDS, TABLE_NAMES, type TableName } from '../record/record';
import { readJson, type Json } from '../record/jsonText';

/**
 * The form of a packed record: a folder with a manifest, small tables as they are, a cube of counts, and rows by month. What each file and
 * column means is said in `docs/packed.md`; this is the same for programs.
 */

/** The form's number: raised where a reader of the last one would misread a folder. */
export const PACKED_VERSION = 1;
export const MANIFEST_FILE = 'manifest.json';
/** What the manifest says it is, so that another tool's `manifest.json` is not taken for one. */
export const MANIFEST_IS = 'stanceline packed record';
/** Pairs as `pairs.csv` has them: row k (from 0) is pair k of every other file. */
export const PAIRS_FILE = 'pairs.csv';
export const PAIR_COLUMNS = ['holder', 'target', 'rows', 'cells', 'first', 'last'] as const;

/** Counts of rows by grade, lowest first: the columns of both cubes. */
export const GRADE_COLUMNS = ['hostile', 'critical', 'neutral', 'cooperative', 'supportive'] as const;
/** Columns of `cube.parquet`, in order; the rows are sorted by the first four, which name a row. */
export const CUBE_COLUMNS = ['pair', 'day', 'kinds', 'basis', 'n', 'sum', ...GRADE_COLUMNS] as const;
/** Columns of `days.parquet`: the cube summed over kinds of source and bases. */
export const DAY_COLUMNS = ['pair', 'day', 'n', 'sum', ...GRADE_COLUMNS, 'acts'] as const;
/** Columns of whole numbers that every file of rows has, before its columns of text. */
export const ROW_NUMBERS = ['pair', 'day', 'grade', 'basis', 'kinds'] as const;

/** Columns of text that a file of rows may have; the manifest lists those that it has. */
export const ROW_TEXTS = [
  'id',
  'evidence',
  'form',
  'title',
  'date',
  'end',
  'speaker',
  'on_behalf_of',
  'actors',
  'quote',
  'quote_translated',
  'quote_original',
  'quote_language',
  'quote_origin',
  'summary',
  'place',
  'topics',
  'sources',
  'confidence',
  'notes',
  'attributed_by',
  'occasion',
  'rationale',
  'codings',
  'url',
  'outlet',
] as const;
export type RowText = (typeof ROW_TEXTS)[number];

/** Small tables that a packed folder keeps as CSV, where the record has them; the others are in the files of rows. */
export const KEPT_TABLES: readonly TableName[] = TABLE_NAMES.filter(
  (table) => !['events', 'statements', 'stances', 'codings'].includes(table),
);

/** One Parquet file of the folder. */
export interface PackedFile {
  /** Path from the folder, with `/`. */
  file: string;
  rows: number;
  bytes: number;
}

/** The rows of one calendar month. */
export interface PackedMonth extends PackedFile {
  /** `2022-03`; empty for the rows without a date. */
  month: string;
}

export interface PackedManifest {
  name: string;
  title: string;
  /** Coded rows with a date, each of one pair: what the cube counts. */
  rows: number;
  pairs: number;
  /** First and last day of those rows, as days since 1970-01-01; null where there are none. */
  span: readonly [number, number] | null;
  cube: PackedFile;
  days: PackedFile;
  months: readonly PackedMonth[];
  /** Columns of text of the files of rows, in order. */
  texts: readonly RowText[];
  /** Names of the small tables. */
  tables: readonly TableName[];
  /** Rows have times within a day, which the cube does not. */
  times: boolean;
  /** Rows share occasions beyond a day, which the cube does not know of. */
  occasions: boolean;
  /** What wrote it, for people: program and engine. */
  made: string;
}

type JsonObject = { [key: string]: Json };
const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isCount = (value: Json | undefined): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

/** A path that stays in the folder. */
const isInside = (path: string): boolean => /^[\w-][\w.-]*(?:\/[\w-][\w.-]*)*$/.test(path);

/** The bits of kinds of source that `kinds` columns hold, in words for the manifest: bit k is the k-th of them. */
export const KIND_BITS: readonly string[] = SOURCE_KINDS;

/** The manifest as text. */
export function writeManifest({ span, ...manifest }: PackedManifest): string {
  const about = { is: MANIFEST_IS, version: PACKED_VERSION };
  return `${JSON.stringify({ ...about, ...manifest, span: span === null ? null : [...span], kinds: KIND_BITS }, null, 2)}\n`;
}

/** Whether the text of a `manifest.json` is that of a packed record, whatever its version. */
export function isManifest(text: string): boolean {
  const read = readJson(text);
  return 'value' in read && isObject(read.value) && read.value['is'] === MANIFEST_IS;
}

/**
 * Reads the manifest of a packed folder.
 *
 * @throws Error that says what is wrong and what would be right
 */
export function readManifest(text: string): PackedManifest {
  const refuse = (what: string, right: string): never => {
    throw new Error(`${MANIFEST_FILE} ${what}. ${right}`);
  };
  const again = 'Pack the record again with `npm run pack`.';
  const read = readJson(text);
  if ('reason' in read) return refuse(read.reason, again);
  const { value } = read;
  if (!isObject(value) || value['is'] !== MANIFEST_IS)
    return refuse('is not that of a packed record', `It begins with "is": "${MANIFEST_IS}".`);
  if (value['version'] !== PACKED_VERSION)
    return refuse(
      `is of version ${JSON.stringify(value['version'] ?? null)}`,
      `This page reads version ${PACKED_VERSION}: ${again}`,
    );
  const textOf = (name: string): string => (typeof value[name] === 'string' ? value[name] : '');
  const countOf = (name: string): number => {
    const given = value[name];
    return isCount(given) ? given : refuse(`has no count \`${name}\``, again);
  };
  const fileOf = (given: Json | undefined, what: string): PackedFile => {
    if (!isObject(given) || typeof given['file'] !== 'string' || !isInside(given['file']))
      return refuse(`names no file in the folder for ${what}`, again);
    const { file, rows, bytes } = given;
    if (!isCount(rows) || !isCount(bytes)) return refuse(`does not count the rows and bytes of ${file}`, again);
    return { file, rows, bytes };
  };
  const list = (name: string): readonly Json[] => {
    const given = value[name];
    return Array.isArray(given) ? given : refuse(`has no list \`${name}\``, again);
  };
  const months = list('months').map((one): PackedMonth => {
    const month = isObject(one) && typeof one['month'] === 'string' ? one['month'] : 'x';
    if (!/^(?:[+-]?\d{4,6}-\d{2})?$/.test(month)) return refuse('has a month that is none', 'Write `2022-03`.');
    return { month, ...fileOf(one, `the month ${month}`) };
  });
  const kinds = list('kinds');
  if (KIND_BITS.some((kind, bit) => kinds[bit] !== kind))
    return refuse('numbers the kinds of source otherwise', `They are ${KIND_BITS.join(', ')}, in this order.`);
  const { span } = value;
  const days = Array.isArray(span) && span.length === 2 ? span : null;
  const [first, last] = days ?? [];
  const known = (of: readonly string[], name: string) => list(name).filter((one): one is string => of.includes(String(one)));
  return {
    name: textOf('name'),
    title: textOf('title'),
    rows: countOf('rows'),
    pairs: countOf('pairs'),
    span: typeof first === 'number' && typeof last === 'number' ? [first, last] : null,
    cube: fileOf(value['cube'], 'the cube'),
    days: fileOf(value['days'], 'the cube by days'),
    months,
    texts: known(ROW_TEXTS, 'texts') as RowText[],
    tables: known(TABLE_NAMES, 'tables') as TableName[],
    times: value['times'] === true,
    occasions: value['occasions'] === true,
    made: textOf('made'),
  };
}
