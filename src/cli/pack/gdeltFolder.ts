import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { CAMEO_ROLES, CAMEO_TYPES, GDELT_1, GDELT_2, gdeltColumns, properName } from '../../bring/gdelt';
import { CAMEO_ROOTS, cameoRoot } from '../../bring/grades';
import { isCountry } from '../../record/codes';
import { SOURCE_KINDS } from '../../record/record';
import { writeRows } from '../../record/write';
import type { Engine } from './engines';
import type { Source } from './packWith';
import { GDELT_READ, GDELT_TEXTS, gdeltActorsQuery, gdeltSource, pathLiteral, type EngineName } from './queries';

/** The bits of rows whose kind of source nobody has said. */
export const UNSPECIFIED = 1 << SOURCE_KINDS.indexOf('unspecified');

/** Grade of each CAMEO root code, as the page proposes it. */
export const cameoGrades = (): ReadonlyMap<string, number> =>
  new Map(
    CAMEO_ROOTS.flatMap((root) => (cameoRoot(root).grade === null ? [] : [[root, Number(cameoRoot(root).grade)] as const])),
  );

interface GdeltFile {
  path: string;
  columns: readonly string[];
}

/**
 * The files of GDELT's events in a folder (1.0 and 2.0, tab-separated without a header, `.gz` too), by their first line.
 *
 * @throws Error that names a file that is none, or says that there is none
 */
export function gdeltFiles(folder: string): GdeltFile[] {
  const names = readdirSync(folder)
    .sort()
    .filter((name) => statSync(join(folder, name)).isFile() && !/^\.|\.(md|txt\.md|json)$/i.test(name));
  const zipped = names.find((name) => /\.zip$/i.test(name));
  if (zipped !== undefined)
    throw new Error(`${zipped} is a zip: unzip GDELT's files first, or pack them with gzip, which is read as it is.`);
  if (names.length === 0) throw new Error(`There is no file in ${folder}.`);
  return names.map((name) => {
    const path = join(folder, name);
    const columns = gdeltColumns(firstLine(path).split('\t'));
    if (columns === null)
      throw new Error(
        `${name} does not begin with a row of GDELT's events: ${GDELT_1.length} cells (1.0) or ${GDELT_2.length} (2.0), between tabs.`,
      );
    return { path, columns };
  });
}

function firstLine(path: string): string {
  const part = Buffer.alloc(64 * 1024);
  const file = openSync(path, 'r');
  const read = readSync(file, part, 0, part.length, 0);
  closeSync(file);
  const bytes = part.subarray(0, read);
  const text = /\.gz$/i.test(path) ? gunzipSync(bytes, { finishFlush: 2 }).toString('utf8') : bytes.toString('utf8');
  return text.split(/\r?\n/, 1)[0] ?? '';
}

/** The files as one relation of texts. */
function rawOf(engine: EngineName, files: readonly GdeltFile[]): string {
  const groups = new Map<string, GdeltFile[]>();
  for (const file of files) groups.set(file.columns.join(), [...(groups.get(file.columns.join()) ?? []), file]);
  const parts = [...groups.values()].flatMap((group) => {
    const columns = group[0]?.columns ?? [];
    const chosen = Object.entries(GDELT_READ).map(([name, column]) => {
      if (!columns.includes(column)) return `'' AS ${name}`;
      return engine === 'duckdb' ? `trim(coalesce("${column}", '')) AS ${name}` : `trim(BOTH ' ' FROM \`${column}\`) AS ${name}`;
    });
    if (engine === 'duckdb') {
      const types = columns.map((column) => `'${column}': 'VARCHAR'`).join(', ');
      const paths = group.map(({ path }) => pathLiteral(path)).join(', ');
      return [
        `SELECT ${chosen.join(', ')} FROM read_csv([${paths}], delim = '\t', header = false, quote = '', escape = '', columns = {${types}}, auto_detect = false, null_padding = true)`,
      ];
    }
    if (engine === 'clickhouse') {
      const types = columns.map((column) => `\`${column}\` String`).join(', ');
      return group.map(({ path }) => `SELECT ${chosen.join(', ')} FROM file(${pathLiteral(path)}, 'TSVRaw', '${types}')`);
    }
    throw new Error(
      'GDELT in files is packed with DuckDB or ClickHouse on this machine; in BigQuery it is a table: name a query.',
    );
  });
  return `(${parts.join(' UNION ALL ')})`;
}

/** GDELT's events in a folder as a source. */
export function gdeltFolder(folder: string, engine: EngineName, dialect: Engine['dialect']): Source {
  const raw = rawOf(engine, gdeltFiles(folder));
  return {
    relation: gdeltSource(dialect, raw, cameoGrades(), UNSPECIFIED),
    texts: GDELT_TEXTS,
    name: 'gdelt',
    title: 'GDELT events',
    times: false,
    occasions: false,
    tables: async (by) => new Map([['actors.csv', gdeltActors(await by.read(gdeltActorsQuery(dialect, raw)))]]),
  };
}

/** `actors.csv` from how often each actor has each name: called by the most frequent, the others are aliases. */
export function gdeltActors(counts: readonly (readonly (string | number | null)[])[]): string {
  const actors = new Map<string, { names: string[]; code: string; country: string; type: string }>();
  for (const [key, name, code, country, type] of counts.map((row) => row.map(String))) {
    if (key === undefined) continue;
    const shown = properName(name || code || '');
    const known = actors.get(key);
    if (known === undefined) actors.set(key, { names: [shown], code: code ?? '', country: country ?? '', type: type ?? '' });
    else if (!known.names.includes(shown)) known.names.push(shown);
  }
  const taken = new Set<string>();
  const rows = [...actors].map(([id, { names, code, country, type }]) => {
    const [first = id, ...others] = names;
    const name = taken.has(first.toLowerCase()) ? `${first} (${CAMEO_ROLES[type] ?? code})` : first;
    taken.add(first.toLowerCase());
    const kind = !id.startsWith('name-') && code.length === 3 && isCountry(code) ? 'state' : (CAMEO_TYPES[type] ?? 'unspecified');
    const about = code === '' ? '' : `CAMEO actor code ${code}`;
    return [
      id,
      name,
      kind,
      isCountry(country) ? country : '',
      others.map((other) => other.replaceAll(';', ',')).join(';'),
      about,
    ];
  });
  return writeRows([['id', 'name', 'kind', 'country', 'aliases', 'description'], ...rows]);
}
