import { columnsOf } from '../record/schema';
import { readTables } from '../record/reading/read';
import { BASES, SOURCE_KINDS, type DatasetMeta, type StanceRecord, type TableName, type TextTable } from '../record/record';
import { below, seeded, type Random } from '../analysis/random';
import { type Day, isoOf } from '../words/calendar';

/** How large a made-up record is. */
export interface SyntheticSize {
  stances: number;
  actors: number;
  /** Directed pairs that share the stances; the first hold most of them, as in real records. */
  pairs?: number;
  ties?: number;
  seed?: number;
  from?: Day;
  to?: Day;
}

/** A row by its columns; what is not named is empty. */
export type Cells = Record<string, string>;

/**
 * A made-up record for tests and timings: the same for the same seed, sound by every rule of the tables. Each stance stands on a
 * statement of its own; a pair's scores scatter around a level that turns once, so that there are changes to find.
 */
export function syntheticRecord(size: SyntheticSize): StanceRecord {
  const meta: DatasetMeta = {
    name: 'synthetic',
    title: 'A made-up record',
    description: '',
    view: '',
    next: null,
    bounds: null,
    licence: '',
  };
  return readTables(syntheticTables(size), meta);
}

/** The tables of {@link syntheticRecord}. */
export function syntheticTables(size: SyntheticSize): Partial<Record<TableName, TextTable>> {
  const { stances, actors, seed = 1, from = 18_262, to = 20_603 } = size;
  const random = seeded(seed);
  const pairs = pairsFor(actors, size.pairs ?? Math.max(1, Math.ceil(stances / 6.5)), random);
  const turns = pairs.map(() => ({
    day: from + below(random, to - from),
    before: random() * 3 - 1.5,
    after: random() * 3 - 1.5,
  }));
  const sources = Math.max(1, Math.ceil(stances / 2));
  const rows = { statements: [] as Cells[], stances: [] as Cells[], codings: [] as Cells[] };
  for (let i = 0; i < stances; i++) {
    const p = Math.floor(pairs.length * random() ** 2.5);
    const [holder, target] = pairs[p]!;
    const day = from + below(random, to - from + 1);
    const turn = turns[p]!;
    const level = (day < turn.day ? turn.before : turn.after) + (random() + random() + random() - 1.5) * 1.6;
    const score = Math.max(-2, Math.min(2, Math.round(level)));
    rows.statements.push({
      id: `statement-${i}`,
      title: `Actor ${holder} on actor ${target}, ${i}`,
      date: isoOf(day),
      speaker: `actor-${holder}`,
      targets: `actor-${target}`,
      quote: random() < 0.8 ? `Words ${i}` : '',
      quote_translated: 'false',
      summary: `Summary ${i}`,
      topics: `topic-${below(random, 12)}`,
      sources: `source-${below(random, sources)}`,
      confidence: ['low', 'medium', 'high'][below(random, 3)]!,
    });
    const basis = BASES[random() < 0.7 ? 0 : random() < 0.6 ? 1 : 2]!;
    const attributed = basis === 'attribution' ? `actor-${(holder + 1) % actors}` : '';
    rows.stances.push({
      id: `stance-${i}`,
      evidence: `statement-${i}`,
      holder: `actor-${holder}`,
      target: `actor-${target}`,
      score: String(score),
      basis,
      attributed_by: attributed,
    });
    for (const coder of ['a', 'b']) {
      const own = random() < 0.85 ? score : Math.max(-2, Math.min(2, score + (random() < 0.5 ? -1 : 1)));
      rows.codings.push({ stance: `stance-${i}`, coder, score: String(own) });
    }
  }
  return {
    actors: tableOf(
      'actors',
      Array.from({ length: actors }, (_, a) => ({ id: `actor-${a}`, name: `Actor ${a}`, kind: 'state' })),
    ),
    sources: tableOf(
      'sources',
      Array.from({ length: sources }, (_, s) => sourceCells(s, random)),
    ),
    statements: tableOf('statements', rows.statements),
    stances: tableOf('stances', rows.stances),
    codings: tableOf('codings', rows.codings),
    ties: tableOf('ties', tiesFor(actors, size.ties ?? actors, random)),
  };
}

function pairsFor(actors: number, count: number, random: Random): [number, number][] {
  const wanted = Math.min(count, actors * (actors - 1));
  const pairs = new Map<number, [number, number]>();
  while (pairs.size < wanted) {
    const holder = below(random, actors);
    const target = below(random, actors);
    if (holder !== target) pairs.set(holder * actors + target, [holder, target]);
  }
  return [...pairs.values()];
}

function tiesFor(actors: number, count: number, random: Random): Cells[] {
  return Array.from({ length: count }, (_, t) => {
    const a = below(random, actors);
    const b = (a + 1 + below(random, actors - 1)) % actors;
    const friendly = random() < 0.75;
    return {
      id: `tie-${t}`,
      kind: friendly ? 'alliance' : 'enmity',
      members: `actor-${a};actor-${b}`,
      sign: friendly ? '1' : '-1',
      title: `Tie ${t}`,
      start: '2015',
    };
  });
}

function sourceCells(s: number, random: Random): Cells {
  const kind = SOURCE_KINDS[below(random, SOURCE_KINDS.length)]!;
  return {
    id: `source-${s}`,
    url: `https://example.org/${s}`,
    title: `Page ${s}`,
    outlet: `Outlet ${s % 40}`,
    language: 'en',
    kind,
    mirror: 'false',
  };
}

/** A table of made-up rows, as if it had been read. */
export function tableOf(name: TableName, cells: readonly Cells[]): TextTable {
  const columns = columnsOf(name);
  return {
    name,
    columns,
    rows: cells.map((row) => columns.map((column) => row[column] ?? '')),
    lines: Uint32Array.from(cells, (_, i) => i + 2),
  };
}

/**
 * A made-up record of states all over the world, each with its code and a capital, for what a map and a network must bear.
 *
 * @param places code, longitude and latitude of each state
 */
export function worldTables(
  places: readonly { code: string; name: string; at: readonly [number, number] }[],
  stances: number,
): Partial<Record<TableName, TextTable>> {
  const tables = syntheticTables({ stances, actors: places.length, ties: 40 });
  const actors = places.map(({ code, name, at: [lon, lat] }, i) => ({
    id: `actor-${i}`,
    name,
    kind: 'state',
    country: code,
    lat: lat.toFixed(2),
    lon: lon.toFixed(2),
  }));
  return { ...tables, actors: tableOf('actors', actors) };
}
