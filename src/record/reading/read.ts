import { checkTables } from '../checking/check';
import { readTable } from './csv';
import { columnsOfEvidence, columnsOfStances, spanOf, topicsOf } from './columns';
import { fileOf } from '../checking/findings';
import { nearest } from '../nearest';
import { checkPackage, columnsIn, PACKAGE_FILE, readPackage } from '../package';
import { TABLE_NAMES, type DatasetMeta, type Fault, type StanceRecord, type TableName, type Tie } from '../record';
import { fileFault, inReadingOrder } from '../checking/rules';
import { RowReader } from './rowReader';
import * as rows from './rows';
import { withCoders } from '../coding';
import type { Tables } from '../tables';
import type { Day } from '../../words/calendar';

export type Files = ReadonlyMap<string, Uint8Array | string>;

function textOf(content: Uint8Array | string): string {
  return typeof content === 'string' ? content : new TextDecoder().decode(content);
}

/** A table's file: as the package says, else under its own name, in any case of letters. */
function contentOf(files: Files, name: TableName, path: string | undefined): Uint8Array | string | undefined {
  const wanted = fileOf(name);
  const direct = (path === undefined ? undefined : files.get(path)) ?? files.get(wanted);
  if (direct !== undefined) return direct;
  for (const [file, content] of files) if (file.toLowerCase() === wanted) return content;
  return undefined;
}

function unknownFiles(files: Files, paths: ReadonlyMap<TableName, string>): Fault[] {
  const known = new Set<string>([...TABLE_NAMES.map(fileOf), ...paths.values()]);
  const faults: Fault[] = [];
  for (const file of files.keys()) {
    if (!/\.csv$/i.test(file) || known.has(file) || known.has(file.toLowerCase())) continue;
    const meant = nearest(
      file,
      [...known].filter((name) => !files.has(name)),
    );
    const suggestion = meant ? `Did you mean \`${meant}\`?` : `Tables are ${TABLE_NAMES.join(', ')}.`;
    faults.push(fileFault(file, 'unknown-table', `\`${file}\` is not the file of a table; it is not read.`, suggestion));
  }
  return faults;
}

/**
 * A record from tables that are in memory (a desk's edited ones, or those of a file in another format).
 * Rows with an error stay in `tables` and out of everything else; faults of the tables are added to `faults`. Never throws.
 *
 * @param unread tables whose file is there and is no table
 */
export function readTables(
  tables: Tables,
  meta: DatasetMeta,
  faults: readonly Fault[] = [],
  unread: ReadonlySet<TableName> = new Set(),
): StanceRecord {
  const told = withCoders(meta, tables);
  const checked = checkTables(tables, meta.sides, meta.tiesUntil, unread);
  const reader = new RowReader(tables, checked.isSound);
  const actors = rows.readActors(reader);
  const places = rows.readPlaces(reader);
  const sources = rows.readSources(reader);
  const topics = topicsOf(reader);
  const found = columnsOfEvidence(reader, sources.list, topics);
  const stances = columnsOfStances(reader, found);
  const { evidence } = found;
  const ties = rows.readTies(reader, meta.tiesUntil);
  const hypotheses = rows.readHypotheses(reader);
  return {
    meta: told,
    tables,
    faults: inReadingOrder([...faults, ...checked.faults]),
    actors: actors.list,
    places: places.list,
    sources: sources.list,
    ties,
    hypotheses,
    assessments: rows.readAssessments(reader),
    claims: rows.readClaims(reader),
    stories: rows.readStories(reader),
    topics,
    coders: stances.coders,
    sides: rows.sidesOf(sources.list, meta.sides),
    occasions: stances.occasions,
    evidence,
    stances: stances.columns,
    actorIndex: actors.index,
    placeIndex: places.index,
    sourceIndex: sources.index,
    evidenceIndex: found.index,
    span: spanOf(evidence.dated > 0 ? daysOf(evidence) : ties.map(lifeOf)) ?? seenOn(ties, meta.tiesUntil),
  };
}

function daysOf({ dated, first, last }: StanceRecord['evidence']): [Day, Day][] {
  return Array.from({ length: dated }, (_, i) => [first[i] ?? 0, last[i] ?? 0]);
}

/** Ties of which none has a date are shown on the day on which their source saw them, where it says so. */
function seenOn(ties: readonly Tie[], day: Day | undefined): [Day, Day] | null {
  return ties.length === 0 || day === undefined ? null : [day, day];
}

/** A dataset of ties alone spans their lives. */
function lifeOf({ from, until, censored }: Tie): [Day, Day] {
  return [from, censored ? until - 1 : until];
}

/**
 * A record from the files of a dataset: CSV tables and, if there is one, `datapackage.json`. Whatever is wrong with them is in
 * `faults` of the record, in reading order; a row with an error stays in `tables` and out of everything else, a dangling optional
 * reference is dropped alone, a missing optional table is empty. Pure and synchronous; never throws.
 *
 * @param files content by path inside the dataset's folder; other files are left alone
 * @param name slug of the dataset, as in the URL
 * @param onTable told of each table as it has been cut into rows
 */
export function readRecord(files: Files, name: string, onTable?: (file: string, rows: number) => void): StanceRecord {
  const json = files.get(PACKAGE_FILE);
  const text = json === undefined ? null : textOf(json);
  const { meta, faults, paths } = readPackage(text, name);
  const tables: Tables = {};
  const unread = new Set<TableName>();
  for (const table of TABLE_NAMES) {
    const content = contentOf(files, table, paths.get(table));
    if (content === undefined) continue;
    const read = readTable(table, fileOf(table), content);
    faults.push(...read.faults);
    if (read.unread) {
      unread.add(table);
      continue;
    }
    tables[table] = read.table;
    onTable?.(fileOf(table), read.table.rows.length);
  }
  if (text !== null) faults.push(...checkPackage(text, name, columnsIn(tables)));
  faults.push(...unknownFiles(files, paths));
  return readTables(tables, meta, faults, unread);
}
