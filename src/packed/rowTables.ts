import { fold } from '../record/fold';
import { slugOf } from '../words/slug';
import { BASES, SOURCE_KINDS, type TableName, type TextTable } from '../record/record';
import { columnsOf } from '../record/schema';
import type { Tables } from '../record/tables';
import { isoOf } from '../words/calendar';
import type { RowText } from './form';

/** A row of a packed file: whole numbers and texts. */
export type PackedRow = Partial<Record<RowText, string>> & {
  pair: number;
  /** null where the row has no date. */
  day: number | null;
  grade: number | null;
  basis: number;
  kinds: number;
};

/** Holder and target of a pair, as ids. */
export type PairIds = readonly [holder: string, target: string];

type Cells = Record<string, string>;

/** A table of cells by their columns; columns that no row has and that a table may lack are left out by whoever writes it. */
function tableOf(name: TableName, cells: readonly Cells[]): TextTable {
  const columns = columnsOf(name);
  return {
    name,
    columns,
    rows: cells.map((row) => columns.map((column) => row[column] ?? '')),
    lines: Uint32Array.from(cells, (_, i) => i + 2),
  };
}

const idOf = (text: string): string => (/^[a-z0-9]+(?:-+[a-z0-9]+)*$/.test(text) ? text : slugOf(text, Infinity) || 'row');

/**
 * Rows of a packed folder as the tables that they were packed from: statements, events, stances and codings, and a source for each page
 * or outlet that the rows name themselves. Given back to the reader of tables they make the record that they are rows of.
 *
 * @param pairs by number
 * @param kept the folder's small tables
 */
export function tablesOfRows(rows: readonly PackedRow[], pairs: readonly PairIds[], kept: Tables): Tables {
  const statements = new Map<string, Cells>();
  const events = new Map<string, Cells>();
  const stances: Cells[] = [];
  const codings: Cells[] = [];
  const sources: Cells[] = [];
  const known = new Map<string, string>();
  const sourcesOf = (row: PackedRow): string => {
    if ((row.sources ?? '') !== '') return row.sources ?? '';
    const { url = '', outlet = '', kinds } = row;
    // A made-up row need not name a page; what kinds of source it rests on is told all the same.
    return SOURCE_KINDS.filter((_, bit) => (kinds >> bit) & 1)
      .map((kind) => {
        const key = `${kind} ${url} ${outlet}`;
        let id = known.get(key);
        if (id === undefined) {
          id = `packed-source-${known.size + 1}`;
          known.set(key, id);
          sources.push({ id, url, outlet: outlet || hostOf(url) || 'Not named', title: '', kind, mirror: 'false' });
        }
        return id;
      })
      .join(';');
  };
  rows.forEach((row, place) => {
    const [holder = '', target = ''] = pairs[row.pair] ?? [];
    const own = idOf((row.id ?? '') || `row-${row.day ?? 'undated'}-${place + 1}`);
    const evidence = (row.evidence ?? '') || `shown-by-${own}`;
    const event = row.form === undefined || row.form === '' ? row.basis === BASES.indexOf('conduct') : row.form === 'event';
    const known = event ? events : statements;
    if (!known.has(evidence)) {
      const { quote, quote_translated, quote_original, quote_language, quote_origin, summary, place: where, topics, notes } = row;
      const date = (row.date ?? '') || (row.day === null ? 'XXXX' : isoOf(row.day));
      const shared: Cells = {
        id: evidence,
        title: (row.title ?? '') || `Row ${row.id ?? place + 1}`,
        summary: summary ?? '',
        place: where ?? '',
        topics: topics ?? '',
        sources: sourcesOf(row),
        confidence: (row.confidence ?? '') || 'low',
        notes: notes ?? '',
      };
      known.set(
        evidence,
        event
          ? { ...shared, start: date, end: row.end ?? '', participants: row.actors ?? [holder, target].filter(Boolean).join(';') }
          : {
              ...shared,
              date,
              speaker: (row.speaker ?? '') || holder,
              on_behalf_of: row.on_behalf_of ?? '',
              targets: row.actors ?? target,
              quote: quote ?? '',
              quote_translated: quote_translated ?? '',
              quote_original: quote_original ?? '',
              quote_language: quote_language ?? '',
              quote_origin: quote_origin ?? '',
            },
      );
    }
    if (row.pair < 0 || row.grade === null) return;
    stances.push({
      id: own,
      evidence,
      holder,
      target,
      score: String(row.grade),
      basis: BASES[row.basis] ?? 'statement',
      attributed_by: row.attributed_by ?? '',
      occasion: row.occasion ?? '',
      rationale: row.rationale ?? '',
    });
    for (const [coder, score, reason] of codingsIn(row.codings ?? ''))
      codings.push({ stance: own, coder, score: score === null ? '' : String(score), reason });
  });
  const keptSources = kept.sources;
  return {
    ...kept,
    ...(sources.length === 0
      ? {}
      : { sources: keptSources === undefined ? tableOf('sources', sources) : joined(keptSources, tableOf('sources', sources)) }),
    statements: tableOf('statements', [...statements.values()]),
    events: tableOf('events', [...events.values()]),
    stances: tableOf('stances', stances),
    ...(codings.length === 0 ? {} : { codings: tableOf('codings', codings) }),
  };
}

function joined(first: TextTable, second: TextTable): TextTable {
  const rows = second.rows.map((row) => first.columns.map((column) => row[second.columns.indexOf(column)] ?? ''));
  const lines = Uint32Array.from([...first.lines, ...rows.map((_, i) => first.rows.length + i + 2)]);
  return { ...first, rows: [...first.rows, ...rows], lines };
}

function hostOf(url: string): string {
  return fold(/^https?:\/\/([^/?#]+)/i.exec(url)?.[1] ?? '').replace(/^www\./, '');
}

function codingsIn(text: string): [coder: string, score: number | null, reason: string][] {
  if (text === '') return [];
  try {
    return JSON.parse(text) as [string, number | null, string][];
  } catch {
    return [];
  }
}
