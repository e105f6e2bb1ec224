import { citationOf } from '../record/citation';
import { openEvidence, openStance, type OpenEvidence, type OpenStance } from '../record/open';
import { CONFIDENCES, type StanceRecord } from '../record/record';
import { writeTable } from '../record/write';
import { codingWords } from '../record/coding';

const COLUMNS = [
  'stance',
  'evidence',
  'kind',
  'date',
  'holder',
  'holder_name',
  'target',
  'target_name',
  'score',
  'basis',
  'attributed_by',
  'rationale',
  'title',
  'speaker',
  'quote',
  'quote_translated',
  'summary',
  'topics',
  'confidence',
  'outlets',
  'urls',
  'mirrors',
  'notes',
  'citation',
  'permalink',
];

/** A cell that no spreadsheet takes for a formula: text of others must not compute anything. Numbers stay numbers. */
export function plainCell(cell: string): string {
  return /^[=+@\t\r-]/.test(cell) && !/^-?\d+(\.\d+)?$/.test(cell) ? `'${cell}` : cell;
}

interface LaterColumn {
  name: string;
  cell: (stance: OpenStance, evidence: OpenEvidence) => string;
}

/** Columns that a record may lack, where its tables have something in them: a record without them is written as before. */
function laterColumns(record: StanceRecord): LaterColumn[] {
  const originals = record.tables.statements?.columns.includes('quote_original') === true;
  return [
    ...(originals
      ? [
          { name: 'quote_original', cell: (_: OpenStance, { original }: OpenEvidence) => original?.text ?? '' },
          { name: 'quote_language', cell: (_: OpenStance, { original }: OpenEvidence) => original?.language ?? '' },
          { name: 'quote_origin', cell: (_: OpenStance, { original }: OpenEvidence) => original?.origin ?? '' },
        ]
      : []),
    ...(record.sides.length > 0
      ? [
          {
            name: 'sides',
            cell: (_: OpenStance, { sources }: OpenEvidence) =>
              [...new Set(sources.map((source) => record.sources[source]?.side ?? ''))].filter(Boolean).join(';'),
          },
        ]
      : []),
    ...(record.occasions.length > 0
      ? [{ name: 'occasion', cell: ({ occasion }: OpenStance) => record.occasions[occasion] ?? '' }]
      : []),
  ];
}

/** Rows of text under their columns. */
export interface FlatTable {
  columns: string[];
  rows: string[][];
}

/**
 * One row a stance with everything that stands behind it, for a spreadsheet: scores of each coder, the quote, the sources, a citation
 * and the link that opens the row. An address that is a mirror stands under `mirrors`, never under `urls`; how the scores were made
 * stands in every row, since rows are cut apart.
 *
 * @param stances indices into `record.stances`
 * @param linkOf address that opens a row of evidence, by its id
 */
export function stanceTable(record: StanceRecord, stances: readonly number[], linkOf: (evidence: string) => string): FlatTable {
  const name = (actor: number) => record.actors[actor]?.name ?? '';
  const id = (actor: number) => record.actors[actor]?.id ?? '';
  const how = codingWords(record);
  const more = laterColumns(record);
  const rows = stances.map((i) => {
    const stance = openStance(record, i);
    const evidence = openEvidence(record, record.stances.evidence[i]!);
    const sources = evidence.sources.map((source) => record.sources[source]!);
    const scores = record.coders.map((coder) => stance.coders.find((coding) => coding.coder === coder)?.score ?? null);
    const permalink = linkOf(evidence.id);
    return [
      stance.id,
      evidence.id,
      evidence.kind,
      evidence.endText === '' ? evidence.dateText : `${evidence.dateText}/${evidence.endText}`,
      id(stance.holder),
      name(stance.holder),
      id(stance.target),
      name(stance.target),
      String(stance.score),
      stance.basis,
      name(stance.attributedBy),
      stance.rationale,
      evidence.title,
      name(evidence.speaker),
      evidence.quote,
      evidence.quote === '' ? '' : String(evidence.translated),
      evidence.summary,
      evidence.topics.join(';'),
      CONFIDENCES[record.evidence.confidence[evidence.index]!] ?? '',
      [...new Set(sources.map(({ outlet }) => outlet))].join('; '),
      sources
        .filter(({ mirror, url }) => !mirror && url !== '')
        .map(({ url }) => url)
        .join(' '),
      sources
        .filter(({ mirror, url }) => mirror && url !== '')
        .map(({ url }) => url)
        .join(' '),
      evidence.notes,
      citationOf(record, evidence.index, permalink),
      permalink,
      ...scores.map((score) => (score === null ? '' : String(score))),
      how,
      ...more.map(({ cell }) => cell(stance, evidence)),
    ];
  });
  const columns = [...COLUMNS, ...record.coders.map((coder) => `coder_${coder}`), 'how_coded', ...more.map(({ name }) => name)];
  return { columns, rows };
}

/** The same as CSV, in which no cell of others computes anything. See {@link stanceTable}. */
export function writeStancesCsv(record: StanceRecord, stances: readonly number[], linkOf: (evidence: string) => string): string {
  const { columns, rows } = stanceTable(record, stances, linkOf);
  return writeTable({ name: 'stances', columns, rows: rows.map((row) => row.map(plainCell)), lines: new Uint32Array(0) });
}
