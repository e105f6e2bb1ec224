import { readFileSync, readdirSync } from 'node:fs';
import { columnsOf } from '../record/schema';
import { readRecord, readTables } from '../record/reading/read';
import type { ActorKind, StanceRecord, TableName, TextTable } from '../record/record';

/** A stance for a test: `holder target date score` and, after them, cells that differ from the usual. */
export type Line = readonly [holder: string, target: string, date: string, score: number, more?: Partial<More> | undefined];

interface More {
  basis: 'statement' | 'conduct' | 'attribution';
  quote: string;
  sources: string;
  confidence: string;
  topics: string;
  occasion: string;
  /** Scores of coders, e.g. `{ a: 1, b: 2 }`. */
  coders: Record<string, number>;
  /** Place of an earlier line on whose statement this stance rests. */
  on: number;
}

/** A tie for a test: members parted by `;`. */
export type TieLine = readonly [members: string, kind: string, sign: '1' | '-1' | '', start: string, end: string];

interface Given {
  stances?: readonly Line[];
  ties?: readonly TieLine[];
  kinds?: Record<string, ActorKind>;
  /** Names of actors that are not their ids. */
  names?: Record<string, string>;
  speaksFor?: Record<string, string>;
  assessments?: readonly (readonly [hypothesis: string, stance: number, rater: string, consistency: string])[];
}

/** A sound record from a few lines, for tests. Actors, sources, statements and hypotheses are made as the lines name them. */
export function smallRecord({
  stances = [],
  ties = [],
  kinds = {},
  names: named = {},
  speaksFor = {},
  assessments = [],
}: Given): StanceRecord {
  const names = new Set([
    ...stances.flatMap(([holder, target]) => [holder, target]),
    ...ties.flatMap(([members]) => members.split(';')),
    ...Object.keys(speaksFor),
    ...Object.values(speaksFor),
  ]);
  const sources = new Set(['s1', ...stances.flatMap(([, , , , more]) => more?.sources?.split(';') ?? [])]);
  const tables: Partial<Record<TableName, TextTable>> = {
    actors: tableOf('actors', [...names].map((id) => ({ id, name: named[id] ?? id, kind: kinds[id] ?? 'state', speaks_for: speaksFor[id] ?? '' }))), // prettier-ignore
    sources: tableOf(
      'sources',
      [...sources].map((id, i) => source(id, i)),
    ),
    statements: tableOf('statements', stances.flatMap((line, i) => (line[4]?.on === undefined ? [statement(line, i)] : []))), // prettier-ignore
    stances: tableOf('stances', stances.map(([holder, target, , score, more], i) => ({ id: `r${i}`, evidence: `e${more?.on ?? i}`, holder, target, score: String(score), basis: more?.basis ?? 'statement', attributed_by: more?.basis === 'attribution' ? target : '', occasion: more?.occasion ?? '' }))), // prettier-ignore
    codings: tableOf('codings', stances.flatMap(([, , , , more], i) => Object.entries(more?.coders ?? {}).map(([coder, score]) => ({ stance: `r${i}`, coder, score: String(score) })))), // prettier-ignore
    ties: tableOf('ties', ties.map(([members, kind, sign, start, end], i) => ({ id: `t${i}`, kind, members, sign, title: `Tie ${i}`, start, end }))), // prettier-ignore
    hypotheses: tableOf('hypotheses', [...new Set(assessments.map(([h]) => h))].map((id) => ({ id, title: id }))), // prettier-ignore
    assessments: tableOf('assessments', assessments.map(([hypothesis, stance, rater, consistency]) => ({ hypothesis, evidence: `e${stance}`, rater, consistency }))), // prettier-ignore
  };
  const meta = { name: 'small', title: 'Small', description: '', view: '', next: null, bounds: null, licence: '' };
  const record = readTables(tables, meta);
  const errors = record.faults.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Error(errors.map(({ file, row, message }) => `${file} row ${row}: ${message}`).join('\n'));
  return record;
}

function source(id: string, i: number): Record<string, string> {
  return {
    id,
    url: `https://example.org/${id}`,
    title: `Page ${id}`,
    outlet: `Outlet ${i}`,
    language: 'en',
    kind: 'official',
    mirror: 'false',
  };
}

function statement([holder, target, date, , more]: Line, i: number): Record<string, string> {
  const { quote = `Words ${i}`, sources = 's1', confidence = 'high', topics = 'talk' } = more ?? {};
  return { id: `e${i}`, title: `Statement ${i}`, date, speaker: holder, targets: target, quote, quote_translated: 'false', summary: `Summary ${i}`, topics, sources, confidence }; // prettier-ignore
}

function tableOf(name: TableName, cells: readonly Record<string, string>[]): TextTable {
  const columns = columnsOf(name);
  return {
    name,
    columns,
    rows: cells.map((row) => columns.map((column) => row[column] ?? '')),
    lines: Uint32Array.from(cells, (_, i) => i + 2),
  };
}

/** A dataset of this repository, read from its folder. For tests. */
export function datasetRecord(name: string): StanceRecord {
  const folder = `data/${name}`;
  const files = readdirSync(folder).filter((file) => /\.(csv|json)$/.test(file));
  return readRecord(new Map(files.map((file) => [file, readFileSync(`${folder}/${file}`, 'utf8')])), name);
}
