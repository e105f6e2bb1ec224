import { CUBE_COLUMNS, DAY_COLUMNS, GRADE_COLUMNS, ROW_NUMBERS } from '../../packed/form';

/**
 * The queries that make a packed record, once for all engines: a source of rows goes in, and pairs, the cube, its days and the rows of
 * a month come out. They count and sort and know no calendar; what engines say differently is in a {@link Dialect}.
 */

export type EngineName = 'duckdb' | 'clickhouse' | 'bigquery';

/** What the engines say differently. */
export interface Dialect {
  name: EngineName;
  /** A whole number of 32 bits; BigQuery has those of 64 alone, which Parquet keeps and the page reads as well. */
  int(expression: string): string;
  text(expression: string): string;
  /** Days since 1970-01-01 of a DATE. */
  dayOfDate(expression: string): string;
  /** Days since 1970-01-01 of a whole number or text `20220317`, NULL where it is no day. */
  dayOfDigits(expression: string): string;
  /** Lower-case letters and digits of a text, with a hyphen for each run of others. */
  slug(expression: string): string;
  /** A text of two characters, with a zero before one that has one. */
  twoDigits(expression: string): string;
  /** A relation of the whole numbers `i` from 0 up to and without `n`. */
  numbers(n: number): string;
  /** Whole part of a division. */
  div(a: string, b: string | number): string;
  mod(a: string, b: string | number): string;
}

export const DIALECTS: Readonly<Record<EngineName, Dialect>> = {
  duckdb: {
    name: 'duckdb',
    int: (e) => `CAST(${e} AS INTEGER)`,
    text: (e) => `CAST(${e} AS VARCHAR)`,
    dayOfDate: (e) => `CAST((${e}) - DATE '1970-01-01' AS INTEGER)`,
    dayOfDigits: (e) => `CAST(CAST(try_strptime(CAST(${e} AS VARCHAR), '%Y%m%d') AS DATE) - DATE '1970-01-01' AS INTEGER)`,
    slug: (e) => `trim(regexp_replace(lower(${e}), '[^a-z0-9]+', '-', 'g'), '-')`,
    twoDigits: (e) => `lpad(${e}, 2, '0')`,
    numbers: (n) => `(SELECT range AS i FROM range(${n}))`,
    div: (a, b) => `((${a}) // (${b}))`,
    mod: (a, b) => `((${a}) % (${b}))`,
  },
  clickhouse: {
    name: 'clickhouse',
    int: (e) => `toInt32(${e})`,
    text: (e) => `toString(${e})`,
    dayOfDate: (e) => `toInt32(toDate32(${e}))`,
    // What is no date becomes the first that there is: no number of days, then.
    dayOfDigits: (e) =>
      `if(toDate32OrNull(${digitsApart(`toString(${e})`)}) IS NULL, NULL, toInt32(toDate32OrNull(${digitsApart(`toString(${e})`)})))`,
    slug: (e) => `trim(BOTH '-' FROM replaceRegexpAll(lower(${e}), '[^a-z0-9]+', '-'))`,
    twoDigits: (e) => `leftPad(${e}, 2, '0')`,
    numbers: (n) => `(SELECT toInt64(number) AS i FROM numbers(${n}))`,
    div: (a, b) => `intDiv(${a}, ${b})`,
    mod: (a, b) => `((${a}) % (${b}))`,
  },
  bigquery: {
    name: 'bigquery',
    int: (e) => `CAST(${e} AS INT64)`,
    text: (e) => `CAST(${e} AS STRING)`,
    dayOfDate: (e) => `UNIX_DATE(${e})`,
    dayOfDigits: (e) => `UNIX_DATE(SAFE.PARSE_DATE('%Y%m%d', CAST(${e} AS STRING)))`,
    slug: (e) => `TRIM(REGEXP_REPLACE(LOWER(${e}), r'[^a-z0-9]+', '-'), '-')`,
    twoDigits: (e) => `LPAD(${e}, 2, '0')`,
    numbers: (n) => `(SELECT i FROM UNNEST(GENERATE_ARRAY(0, ${n - 1})) AS i)`,
    div: (a, b) => `DIV(${a}, ${b})`,
    mod: (a, b) => `MOD(${a}, ${b})`,
  },
};

function digitsApart(text: string): string {
  return `concat(substring(${text}, 1, 4), '-', substring(${text}, 5, 2), '-', substring(${text}, 7, 2))`;
}

/** A path as a literal: engines on Windows take `/` too. */
export const pathLiteral = (path: string): string => `'${path.replaceAll('\\', '/').replaceAll("'", "''")}'`;

/**
 * The pairs of a source: holder and target in order of their letters, numbered from 1 (a join that finds nothing gives 0 in one engine and
 * NULL in another, and both are "no pair").
 *
 * @param source relation with `holder`, `target`, `day`, `grade`, `basis`, `kinds` and columns of text; a row whose `grade` is NULL or
 *   whose holder is empty is of no pair, one whose `day` is NULL has no date
 */
export const pairsQuery = (dialect: Dialect, source: string): string =>
  `SELECT holder, target, ${dialect.int('row_number() OVER (ORDER BY holder, target)')} AS number
FROM (SELECT holder, target FROM ${source} WHERE holder <> '' AND target <> '' AND grade IS NOT NULL GROUP BY holder, target) AS distinct_pairs`;

/** The rows of a source with the number of their pair, from 0; -1 for none. */
export const eventsQuery = (dialect: Dialect, source: string, pairs: string, texts: readonly string[]): string =>
  `SELECT ${[
    `CASE WHEN s.grade IS NULL THEN -1 ELSE ${dialect.int('coalesce(p.number, 0)')} - 1 END AS pair`,
    's.day AS day',
    's.grade AS grade',
    's.basis AS basis',
    's.kinds AS kinds',
    ...texts.map((text) => `s.${quoted(dialect, text)} AS ${quoted(dialect, text)}`),
  ].join(', ')}
FROM ${source} AS s LEFT JOIN ${pairs} AS p ON s.holder = p.holder AND s.target = p.target`;

/** `end` is a word of SQL. */
const quoted = (dialect: Dialect, column: string): string => (dialect.name === 'duckdb' ? `"${column}"` : `\`${column}\``);

const COUNTED = 'WHERE pair >= 0 AND day IS NOT NULL';

const grades = (dialect: Dialect): string =>
  GRADE_COLUMNS.map(
    (column, place) => `${dialect.int(`sum(CASE WHEN grade = ${place - 2} THEN 1 ELSE 0 END)`)} AS ${column}`,
  ).join(', ');

function countColumns(dialect: Dialect, by: readonly string[], acts = false): string {
  const names = by.map((name) => `${dialect.int(name)} AS ${name}`);
  // Names of the answer are those of what goes in: one engine would take them for each other if they were not told apart.
  return `SELECT ${names.join(', ')}, n, ${quoted(dialect, 'sum')}, ${GRADE_COLUMNS.join(', ')}${acts ? ', acts' : ''}
FROM (SELECT ${by.join(', ')}, ${dialect.int('count(*)')} AS n, ${dialect.int('sum(grade)')} AS ${quoted(dialect, 'sum')}, ${grades(dialect)}${acts ? `, ${dialect.int('sum(CASE WHEN basis = 1 THEN 1 ELSE 0 END)')} AS acts` : ''}
  FROM events ${COUNTED} GROUP BY ${by.join(', ')}) AS counted
ORDER BY ${by.join(', ')}`;
}

/** The cube: counts and sums of grades by pair, day, kinds of source (as bits) and basis. */
export const cubeQuery = (dialect: Dialect): string => countColumns(dialect, CUBE_COLUMNS.slice(0, 4));

/** The cube summed over kinds of source and bases. */
export const daysQuery = (dialect: Dialect): string => countColumns(dialect, DAY_COLUMNS.slice(0, 2), true);

/** What `pairs.csv` says of each pair. */
export const pairSizesQuery = (dialect: Dialect): string =>
  `SELECT ${dialect.int('pair')} AS pair, ${dialect.int('sum(rows_of_day)')} AS n, ${dialect.int('count(*)')} AS cells, ${dialect.int('min(day)')} AS first_day, ${dialect.int('max(day)')} AS last_day
FROM (SELECT pair, day, count(*) AS rows_of_day FROM events ${COUNTED} GROUP BY pair, day) AS by_day
GROUP BY pair ORDER BY pair`;

/** How many rows each day has, in pairs and in none; one with a day of NULL for those without a date. */
export const daySizesQuery = (dialect: Dialect): string =>
  `SELECT day, ${dialect.int('count(*)')} AS n FROM events GROUP BY day ORDER BY day`;

/** The rows from one day to another (both inclusive), or those without a date, by pair and day. */
export function rowsQuery(dialect: Dialect, texts: readonly string[], days: readonly [number, number] | null): string {
  const numbers = ROW_NUMBERS.map((name) => `${dialect.int(name)} AS ${name}`);
  const where = days === null ? 'day IS NULL' : `day BETWEEN ${days[0]} AND ${days[1]}`;
  const columns = texts.map((text) => quoted(dialect, text));
  const order = ['pair', 'day', ...(texts.includes('id') ? [quoted(dialect, 'id')] : [])];
  return `SELECT ${[...ROW_NUMBERS, ...columns].join(', ')}
FROM (SELECT ${[...numbers, ...columns].join(', ')} FROM (SELECT * FROM events WHERE ${where}) AS of_month) AS chosen
ORDER BY ${order.join(', ')}`;
}

/** Columns of GDELT's events that the query below reads, as texts, by what it calls them. */
export const GDELT_READ = {
  id: 'GLOBALEVENTID',
  sqldate: 'SQLDATE',
  code1: 'Actor1Code',
  name1: 'Actor1Name',
  country1: 'Actor1CountryCode',
  type1: 'Actor1Type1Code',
  code2: 'Actor2Code',
  name2: 'Actor2Name',
  country2: 'Actor2CountryCode',
  type2: 'Actor2Type1Code',
  code: 'EventCode',
  root: 'EventRootCode',
  quad: 'QuadClass',
  url: 'SOURCEURL',
} as const;

/** What tells actors apart, as in the page: the code where it names a country, else the name, else the code. */
function actorKey({ slug }: Dialect, which: 1 | 2): string {
  const [code, name, country] = [`code${which}`, `name${which}`, `country${which}`];
  return `CASE WHEN ${country} <> '' AND ${code} <> '' THEN ${slug(code)} WHEN ${name} <> '' THEN concat('name-', ${slug(name)}) WHEN ${code} <> '' THEN concat('name-', ${slug(code)}) ELSE '' END`;
}

/**
 * GDELT's events as a source: rows that tell of one event (same page, actors, root code and day) are one, the first actor holds the
 * stance on the second, and the root code gives the grade. Rows without two actors, and those of one actor on itself, are of no pair.
 *
 * @param raw relation of the columns of {@link GDELT_READ}, no cell NULL
 * @param grades grade of each root code; one that is missing has none
 * @param kinds the bits of kinds of source that the rows get
 */
export function gdeltSource(dialect: Dialect, raw: string, grades: ReadonlyMap<string, number>, kinds: number): string {
  const root = `CASE WHEN length(root) IN (1, 2) THEN ${dialect.twoDigits('root')} WHEN length(code) >= 2 THEN substr(code, 1, 2) ELSE '' END`;
  const kept = Object.keys(GDELT_READ).filter((name) => name !== 'root' && name !== 'id');
  const rooted = `(SELECT ${kept.join(', ')}, id, ${root} AS cameo FROM ${raw} AS raw)`;
  const keyed = `(SELECT sqldate, cameo, quad, url, id, ${actorKey(dialect, 1)} AS actor1, ${actorKey(dialect, 2)} AS actor2,
    CASE WHEN url = '' THEN id ELSE '' END AS alone, code1, name1, code2, name2 FROM ${rooted} AS rooted)`;
  const merged = `(SELECT min(id) AS first_id, min(quad) AS quad_class, actor1, actor2, url, cameo, sqldate
    FROM ${keyed} AS keyed GROUP BY alone, url, code1, name1, code2, name2, actor1, actor2, cameo, sqldate)`;
  const grade = `CASE cameo ${[...grades].map(([code, of]) => `WHEN '${code}' THEN ${of}`).join(' ')} ELSE NULL END`;
  const between = `actor1 <> '' AND actor2 <> '' AND actor1 <> actor2`;
  const said = `(quad_class IN ('1', '3') AND actor1 <> '')`;
  return `(SELECT actor1 AS holder, actor2 AS target, ${dialect.dayOfDigits('sqldate')} AS day,
    CASE WHEN ${between} THEN ${grade} ELSE NULL END AS grade,
    CASE WHEN quad_class IN ('1', '3') THEN 0 ELSE 1 END AS basis, ${kinds} AS kinds,
    concat('gdelt-', first_id) AS id, CASE WHEN ${said} THEN 'statement' ELSE 'event' END AS form, actor1 AS speaker,
    CASE WHEN ${said} OR actor1 = '' THEN actor2 WHEN actor2 = '' OR actor2 = actor1 THEN actor1 ELSE concat(actor1, ';', actor2) END AS actors,
    CASE WHEN cameo = '' THEN '' ELSE concat('cameo-', cameo) END AS topics, url
FROM ${merged} AS merged)`;
}
/** Columns of text that the rows of GDELT have. */
export const GDELT_TEXTS = ['id', 'form', 'speaker', 'actors', 'topics', 'url'] as const;

/** How often each actor of GDELT has each name: key, name, code, country, type, rows. */
export function gdeltActorsQuery(dialect: Dialect, raw: string): string {
  const side = (which: 1 | 2) =>
    `SELECT ${actorKey(dialect, which)} AS actor, name${which} AS name, code${which} AS code, country${which} AS country, type${which} AS type FROM ${raw} AS raw${which}`;
  return `SELECT actor, name, code, country, type, ${dialect.int('count(*)')} AS n FROM (${side(1)} UNION ALL ${side(2)}) AS both_sides
WHERE actor <> '' GROUP BY actor, name, code, country, type ORDER BY actor, n DESC, name, code, type`;
}

/**
 * A query of the user's as a source. It has `holder`, `target`, and `day` (a DATE, or days since 1970-01-01 where `wholeDays`); `grade`
 * (-2 to 2) or `root` (a CAMEO root code); and may have `basis` (0 statement, 1 conduct, 2 attribution), `kinds` (bits) and columns of text.
 *
 * @throws Error that names the column that is missing
 */
export function ownSource(
  dialect: Dialect,
  query: string,
  columns: readonly string[],
  {
    texts,
    wholeDays,
    grades,
    kinds,
  }: { texts: readonly string[]; wholeDays: boolean; grades: ReadonlyMap<string, number>; kinds: number },
): string {
  const has = (name: string) => columns.includes(name);
  const missing = ['holder', 'target', 'day'].filter((name) => !has(name));
  if (missing.length > 0) throw new Error(`The query gives no column ${missing.join(', ')}; it gives ${columns.join(', ')}.`);
  if (!has('grade') && !has('root')) throw new Error('The query gives neither `grade` (-2 to 2) nor `root` (a CAMEO root code).');
  const byRoot = `CASE ${dialect.twoDigits(dialect.text('root'))} ${[...grades].map(([code, of]) => `WHEN '${code}' THEN ${of}`).join(' ')} ELSE NULL END`;
  return `(SELECT ${[
    `coalesce(${dialect.text('holder')}, '') AS holder`,
    `coalesce(${dialect.text('target')}, '') AS target`,
    `${wholeDays ? 'day' : dialect.dayOfDate('day')} AS day`,
    `${has('grade') ? 'grade' : byRoot} AS grade`,
    `${has('basis') ? 'basis' : 0} AS basis`,
    `${has('kinds') ? 'kinds' : kinds} AS kinds`,
    ...texts.map((text) => `coalesce(${dialect.text(quoted(dialect, text))}, '') AS ${quoted(dialect, text)}`),
  ].join(', ')}
FROM (${query}) AS own)`;
}

/** The statement that writes a query into a folder, in the dialect of BigQuery: to a bucket, in as many files as it likes. */
export const bigqueryExport = (select: string, uri: string): string =>
  `EXPORT DATA OPTIONS (uri = '${uri.replace(/\.parquet$/, '-*.parquet')}', format = 'PARQUET', compression = 'SNAPPY', overwrite = true) AS
${select};`;

/**
 * Made-up rows for measuring, the same in every engine: `rows` of them in order of time over `days` days, among `pairs` pairs of
 * `actors` actors, of which the first have most rows. Each pair has a level that turns once.
 *
 * @param size actors at least 2; at most 2,000,000,000 rows
 */
export function syntheticSource(
  dialect: Dialect,
  size: { rows: number; actors: number; pairs: number; days: number; first: number },
): string {
  const { int, text, div, mod } = dialect;
  const mixed = (of: string, factor: number, more: number) => mod(`(${of}) * ${factor} + ${more}`, 4_294_967_296);
  const part = (of: string, most: number) => div(`(${of}) * ${most}`, 4_294_967_296);
  const draws = `(SELECT i, ${mixed('i', 1_664_525, 1_013_904_223)} AS h FROM ${dialect.numbers(size.rows)} AS numbers)`;
  const more = `(SELECT i, h, ${mixed(div('h', 7), 1_103_515_245, 12_345)} AS a, ${mixed(div('h', 11), 214_013, 2_531_011)} AS b, ${mixed(div('h', 13), 69_069, 1)} AS c FROM ${draws} AS d)`;
  // The smaller of two numbers falls on the first pairs three times as often as on the last.
  const placed = `(SELECT i, h, c, ${div(`i * ${size.days}`, size.rows)} AS t, ${part(`CASE WHEN a < b THEN a ELSE b END`, size.pairs)} AS p, ${part('a', 5)} AS u, ${part('b', 100)} AS k, ${part('c', 5)} AS v FROM ${more} AS m)`;
  const level = `(CASE WHEN t < ${mod('p * 7919', size.days)} THEN ${mod('p * 31', 5)} ELSE ${mod('p * 17 + 3', 5)} END)`;
  const scored = `(SELECT i, t, p, k, h, ${div(`2 * ${level} + u + v`, 4)} - 2 AS g FROM ${placed} AS q)`;
  const holder = mod('p', size.actors);
  // Never oneself: one to `actors - 1` further on.
  const target = mod(`(p + 1 + ${mod(div('p', size.actors), size.actors - 1)})`, size.actors);
  return `(SELECT concat('actor-', ${text(holder)}) AS holder, concat('actor-', ${text(target)}) AS target,
  ${int(`t + ${size.first}`)} AS day, ${int('CASE WHEN g > 2 THEN 2 WHEN g < -2 THEN -2 ELSE g END')} AS grade,
  ${int(`CASE WHEN k < 70 THEN 0 WHEN k < 95 THEN 1 ELSE 2 END`)} AS basis,
  ${int(`CASE WHEN ${mod('h', 10)} < 6 THEN 4 WHEN ${mod('h', 10)} < 9 THEN 8 ELSE 2 END`)} AS kinds,
  ${text('i')} AS id, concat('Outlet ', ${text(mod('h', 40))}) AS outlet
FROM ${scored} AS r)`;
}
/** Columns of text that the made-up rows have. */
export const SYNTHETIC_TEXTS = ['id', 'outlet'] as const;
