import { ROW_TEXTS } from '../../packed/form';
import {
  bigqueryExport,
  cubeQuery,
  daySizesQuery,
  daysQuery,
  eventsQuery,
  pairSizesQuery,
  pairsQuery,
  rowsQuery,
  type Dialect,
} from './queries';

/** Columns of text in the printed queries: those that rows of machines have. */
const TEXTS = ROW_TEXTS.filter((text) => ['id', 'title', 'url', 'outlet', 'topics'].includes(text));

/**
 * All the queries of a packing as text, in the order in which they run, to be run by hand or by a schedule where the rows are.
 *
 * @param query the user's own (see `ownSource` for its columns), or null for a table `stance_rows` of them
 * @param out folder, or for BigQuery the address of a bucket (`gs://…`)
 */
export function printed(dialect: Dialect, query: string | null, out: string): string {
  const source = query === null ? 'stance_rows' : `(${query.trim().replace(/;\s*$/, '')})`;
  const temporary = dialect.name === 'bigquery' ? 'TEMP TABLE' : dialect.name === 'duckdb' ? 'TEMP TABLE' : 'TABLE';
  const stored = dialect.name === 'clickhouse' ? 'ENGINE = MergeTree ORDER BY tuple() ' : '';
  const write = (select: string, file: string): string =>
    dialect.name === 'bigquery'
      ? bigqueryExport(select, `${out}/${file}`)
      : dialect.name === 'duckdb'
        ? `COPY (${select})\nTO '${out}/${file}' (FORMAT parquet, COMPRESSION snappy);`
        : `${select}\nINTO OUTFILE '${out}/${file}' FORMAT Parquet SETTINGS output_format_parquet_compression_method = 'snappy';`;
  const steps: [string, string][] = [
    ['The pairs.', `CREATE ${temporary} pairs ${stored}AS ${pairsQuery(dialect, source)};`],
    [
      'The rows, each with the number of its pair.',
      `CREATE ${temporary} events ${stored}AS ${eventsQuery(dialect, source, 'pairs', TEXTS)};`,
    ],
    ['For pairs.csv: rows, cells, first and last day.', `${pairSizesQuery(dialect)};`],
    ['For the manifest: the days, of which the months are made.', `${daySizesQuery(dialect)};`],
    ['The cube summed over kinds of source and bases.', write(daysQuery(dialect), 'days.parquet')],
    ['The cube.', write(cubeQuery(dialect), 'cube.parquet')],
    [
      'The rows of a month, here March 2022 (days since 1970-01-01); one such query a month.',
      write(rowsQuery(dialect, TEXTS, [19_052, 19_082]), 'rows/2022-03.parquet'),
    ],
  ];
  return `${steps.map(([what, sql]) => `-- ${what}\n${sql}`).join('\n\n')}\n`;
}
