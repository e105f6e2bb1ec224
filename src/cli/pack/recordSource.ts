import { writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { KEPT_TABLES, ROW_TEXTS, type RowText } from '../../packed/form';
import { cellText, evidenceText } from '../../record/cell';
import { openStance } from '../../record/open';
import { PACKAGE_FILE } from '../../record/package';
import { readRecord } from '../../record/reading/read';
import { BASES, EVENT, listOf, type StanceRecord } from '../../record/record';
import { writeTable } from '../../record/write';
import { NO_TIME } from '../../words/calendar';
import { readFolder } from '../datasetFolder';
import { pathLiteral, type EngineName } from './queries';
import type { Source } from './packWith';

/** What a column of rows is called in the tables, where it is called otherwise there: for a statement, for an event. */
const OTHERWISE: Partial<Record<RowText, readonly [statement: string, event: string]>> = {
  date: ['date', 'start'],
  actors: ['targets', 'participants'],
};
const OF_STANCE: readonly RowText[] = ['id', 'attributed_by', 'occasion', 'rationale'];

/** What a file of rows holds: a stance with the statement or event that shows it; one that shows none by itself. */
type PackedRow = Partial<Record<RowText, string>> & {
  holder: string;
  target: string;
  day: number | null;
  grade: number | null;
  basis: number;
  kinds: number;
};

/** Every stance of a record, each with its evidence, then the statements and events that show none. */
export function* rowsOfRecord(record: StanceRecord): Generator<PackedRow> {
  const { evidence, stances, actors } = record;
  const textsOf = (e: number): Partial<Record<RowText, string>> => {
    const event = evidence.kind[e] === EVENT;
    const row: Partial<Record<RowText, string>> = { evidence: evidence.id[e] ?? '', form: event ? 'event' : 'statement' };
    for (const column of ROW_TEXTS) {
      if (column in row || OF_STANCE.includes(column) || column === 'codings' || column === 'url' || column === 'outlet')
        continue;
      const text = evidenceText(record, e, OTHERWISE[column]?.[event ? 1 : 0] ?? column);
      if (text !== '') row[column] = text;
    }
    return row;
  };
  for (let i = 0; i < stances.n; i++) {
    const e = stances.evidence[i] ?? 0;
    const row = textsOf(e);
    for (const column of OF_STANCE) {
      const text = cellText(record, 'stances', stances.row[i] ?? -1, column);
      if (text !== '') row[column] = text;
    }
    const { coders } = openStance(record, i);
    if (coders.length > 0) row.codings = JSON.stringify(coders.map(({ coder, score, reason }) => [coder, score, reason]));
    yield {
      ...row,
      holder: actors[stances.holder[i] ?? 0]?.id ?? '',
      target: actors[stances.target[i] ?? 0]?.id ?? '',
      day: i < stances.dated ? (stances.day[i] ?? 0) : null,
      grade: stances.score[i] ?? 0,
      basis: stances.basis[i] ?? 0,
      kinds: evidence.kinds[e] ?? 0,
    };
  }
  for (let e = 0; e < evidence.n; e++) {
    if (listOf(evidence.stances, e).length > 0) continue;
    const day = e < evidence.dated ? (evidence.day[e] ?? 0) : null;
    yield {
      ...textsOf(e),
      holder: '',
      target: '',
      day,
      grade: null,
      basis: BASES.indexOf('conduct'),
      kinds: evidence.kinds[e] ?? 0,
    };
  }
}

const NUMBERS = ['day', 'grade', 'basis', 'kinds'];

/**
 * A record of CSV tables as a source: its sound rows are laid into `temporary` as lines of JSON, which every engine reads.
 *
 * @param errors told how many faults keep rows out
 */
export function recordSource(
  folder: string,
  temporary: string,
  engine: EngineName,
  errors: (count: number) => void = () => {},
): Source {
  const files = readFolder(folder);
  const record = readRecord(files, basename(resolve(folder)));
  const faults = record.faults.filter(({ severity }) => severity === 'error').length;
  if (faults > 0) errors(faults);
  const used = new Set<string>();
  const lines: string[] = [];
  for (const row of rowsOfRecord(record)) {
    for (const name of Object.keys(row)) used.add(name);
    lines.push(JSON.stringify(row));
  }
  const texts = ROW_TEXTS.filter((text) => used.has(text));
  const path = join(temporary, 'rows.ndjson');
  writeFileSync(path, `${lines.join('\n')}\n`);
  const { stances } = record;
  return {
    relation: linesOfJson(engine, path, texts),
    texts,
    name: record.meta.name,
    title: record.meta.title,
    times: stances.time.some((time) => time !== NO_TIME),
    occasions: stances.occasion.some((occasion) => occasion >= 0),
    tables: () => {
      const kept = KEPT_TABLES.flatMap((name): [string, string | Uint8Array][] => {
        const table = record.tables[name];
        return table === undefined ? [] : [[`${name}.csv`, writeTable(table)]];
      });
      const json = files.get(PACKAGE_FILE);
      return Promise.resolve(new Map(json === undefined ? kept : [...kept, [PACKAGE_FILE, json]]));
    },
  };
}

/** Lines of JSON as a relation: what a line does not name is NULL as a number and empty as a text. */
function linesOfJson(engine: EngineName, path: string, texts: readonly RowText[]): string {
  const names = ['holder', 'target', ...texts];
  if (engine === 'duckdb') {
    const types = [...names.map((name) => `"${name}": 'VARCHAR'`), ...NUMBERS.map((name) => `"${name}": 'INTEGER'`)];
    const read = `read_json(${pathLiteral(path)}, format = 'newline_delimited', columns = {${types.join(', ')}})`;
    return `(SELECT ${[...names.map((name) => `coalesce("${name}", '') AS "${name}"`), ...NUMBERS].join(', ')} FROM ${read})`;
  }
  if (engine === 'clickhouse') {
    const types = [...names.map((name) => `\`${name}\` String`), ...NUMBERS.map((name) => `${name} Nullable(Int32)`)];
    return `(SELECT * FROM file(${pathLiteral(path)}, 'JSONEachRow', '${types.join(', ')}'))`;
  }
  throw new Error('A record in files is packed with DuckDB or ClickHouse on this machine.');
}
