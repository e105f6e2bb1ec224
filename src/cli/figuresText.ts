import { figuresOf, type PairFigures, type RecordFigures, type Share } from '../record/figures';
import type { StanceRecord } from '../record/record';
import { isoOf } from '../words/calendar';
import { count, figure } from '../words/counts';
import type { Report } from './report';

/** A pair with fewer rows than this stands in the count of the others only: at a terminal, hundreds of pairs of one row say little. */
const LEAST_ROWS = 8;

const list = (shares: readonly Share[]) =>
  shares.map(({ id, label, n }) => `${id === '' ? label || 'none given' : id} ${figure(n)}`).join(', ');

/** A table whose columns are as wide as what stands in them, numbers to the right. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map((row) => (row[i] ?? '').length)));
  const line = (cells: readonly string[]) =>
    cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  ');
  return [line(head), ...rows.map(line)];
}

const monthText = (year: number, month: number) => `${year}-${String(month).padStart(2, '0')}`;

function pairLines(record: StanceRecord, { sides }: RecordFigures, pair: PairFigures): string[] {
  const names = `${record.actors[pair.holder]?.id ?? ''} on ${record.actors[pair.target]?.id ?? ''}`;
  const head = [names, 'rows', ...sides.map(({ id }) => (id === '' ? '(none)' : id))];
  const rows = pair.months.map(({ year, month, rows, bySide }) => [monthText(year, month), String(rows), ...bySide.map(String)]);
  return ['', ...table(head, [...rows, ['all', String(pair.rows), ...pair.bySide.map(String)]])];
}

/** For a person at a terminal: what each record is made of, and for each pair and month its rows by side of source. */
export function figuresText(reports: readonly Report[]): string {
  const lines = reports.flatMap(({ folder, record }) => {
    const figures = figuresOf(record);
    const shown = figures.pairs.filter(({ rows }) => rows >= LEAST_ROWS);
    const rest = figures.pairs.length - shown.length;
    return [
      `${folder}: ${record.meta.title}`,
      `rows: ${figures.tables.map(({ name, rows }) => `${name} ${figure(rows)}`).join(', ')}`,
      ...(figures.undated > 0 ? [`without a date: ${count(figures.undated, 'row')}`] : []),
      `sources by side: ${list(figures.sides) || 'no source'}`,
      `sources by kind: ${list(figures.kinds) || 'no source'}`,
      `sources by country: ${list(figures.countries) || 'no source'}`,
      `codings: ${list(figures.coders) || 'none'}`,
      `months without a row: ${figures.emptyMonths.map((day) => isoOf(day).slice(0, -3)).join(', ') || 'none'}`,
      ...(shown.length > 0
        ? ['', 'Rows of each pair by month and side of source. A row with sources of two sides counts for both.']
        : []),
      ...shown.flatMap((pair) => pairLines(record, figures, pair)),
      ...(rest > 0 ? ['', `and ${count(rest, 'pair')} with fewer than ${LEAST_ROWS} rows (--format json has all)`] : []),
      '',
    ];
  });
  return `${lines.join('\n').trimEnd()}\n`;
}

/** For a program: the figures of each record, pairs by the ids of their actors. */
export function figuresJson(reports: readonly Report[]): string {
  const datasets = reports.map(({ folder, record }) => {
    const figures = figuresOf(record);
    return {
      folder,
      ...figures,
      emptyMonths: figures.emptyMonths.map((day) => isoOf(day).slice(0, -3)),
      pairs: figures.pairs.map((pair) => ({
        ...pair,
        holder: record.actors[pair.holder]?.id ?? '',
        target: record.actors[pair.target]?.id ?? '',
      })),
    };
  });
  return `${JSON.stringify({ datasets }, null, 2)}\n`;
}
