import { distance } from 'fastest-levenshtein';
import type { Findings } from './findings';
import { nearest } from '../nearest';
import { PACKAGE_FILE } from '../package';
import type { DatasetMeta, TableName } from '../record';
import { isDate, parseDate } from '../reading/dates';
import { fileFault } from './rules';
import { cellOf, isWhole, type Tables } from '../tables';
import { type Day, isoOf } from '../../words/calendar';
import { observedUntil } from '../observed';

/** Rules on groups of rows that no table lists: sides of sources, which the package declares, and occasions of stances. */

/** Rows of a table by what a column says; rows without a value are left out. */
function rowsBy(tables: Tables, name: TableName, column: string): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  const table = tables[name];
  if (!table?.columns.includes(column)) return groups;
  for (let row = 0; row < table.rows.length; row++) {
    if (!isWhole(table, row)) continue;
    const value = cellOf(table, row, column);
    if (value === '') continue;
    const rows = groups.get(value);
    if (rows) rows.push(row);
    else groups.set(value, [row]);
  }
  return groups;
}

/** Every side of a source is declared, and every side that is declared has a source. */
export function checkSidesOfSources(tables: Tables, declared: NonNullable<DatasetMeta['sides']>, findings: Findings): void {
  const { sources } = tables;
  const groups = rowsBy(tables, 'sources', 'side');
  const sides = Object.keys(declared);
  // A coder may read from the vantage of a side that no source is on.
  const vantages = rowsBy(tables, 'coders', 'side');
  for (const [side, rows] of groups) {
    const [row] = rows;
    if (!sources || row === undefined || sides.includes(side)) continue;
    const count = rows.length > 1 ? ` (${rows.length} rows)` : '';
    const message = `\`${side}\`${count} is no side that ${PACKAGE_FILE} declares.`;
    const meant = nearest(side, sides);
    const declare = `Declare it there under \`stanceline.sides\`, with a label and a description.`;
    const suggestion = meant ? `Did you mean \`${meant}\`? ${declare}` : declare;
    findings.add(sources, { row, column: 'side', keepRow: true }, 'undeclared-side', message, suggestion);
  }
  if (!sources) return;
  for (const side of sides) {
    if (groups.has(side) || vantages.has(side)) continue;
    const message = `The side \`${side}\` is declared, and no source is on it.`;
    findings.faults.push(fileFault(PACKAGE_FILE, 'unused-side', message, 'Give a source that side, or delete it.'));
  }
}

/** Every coder and rater is a row of the table of coders, where there is one, and a side that it names is declared. */
export function checkCodersOfRows(tables: Tables, sides: NonNullable<DatasetMeta['sides']>, findings: Findings): void {
  const { coders } = tables;
  if (!coders) return;
  const known = [...rowsBy(tables, 'coders', 'id').keys()];
  for (const [name, column] of [
    ['codings', 'coder'],
    ['assessments', 'rater'],
  ] as const) {
    const table = tables[name];
    for (const [coder, rows] of rowsBy(tables, name, column)) {
      const [row] = rows;
      if (!table || row === undefined || known.includes(coder)) continue;
      const message = `\`${coder}\`${rows.length > 1 ? ` (${rows.length} rows)` : ''} is no row of coders.csv.`;
      const meant = nearest(coder, known);
      const advice = 'Add it there, with its kind: person or model.';
      const suggestion = meant ? `Did you mean \`${meant}\`? ${advice}` : advice;
      findings.add(table, { row, column, keepRow: true }, 'undeclared-coder', message, suggestion);
    }
  }
  for (const [side, [row]] of rowsBy(tables, 'coders', 'side')) {
    if (row === undefined || Object.hasOwn(sides, side)) continue;
    const message = `\`${side}\` is no side that ${PACKAGE_FILE} declares.`;
    findings.add(coders, { row, column: 'side', keepRow: true }, 'undeclared-side', message, 'Declare it, or empty the cell.');
  }
}

/** An act and what is said on its occasion lie near each other in time; farther than this is likelier two occasions. */
export const OCCASION_DAYS = 60;

/** Occasions keep together in time, and one of a single row is not another occasion misspelt. */
export function checkOccasions(tables: Tables, findings: Findings): void {
  const { stances } = tables;
  const groups = rowsBy(tables, 'stances', 'occasion');
  if (!stances || groups.size === 0) return;
  const dates = datesOfEvidence(tables);
  for (const [occasion, rows] of groups) {
    const [row = 0] = rows;
    if (rows.length === 1) {
      const others = [...groups.keys()].filter((other) => (groups.get(other)?.length ?? 0) > 1);
      const meant = misspelt(occasion, others);
      if (meant === undefined) continue;
      const message = `\`${occasion}\` is the occasion of this row alone.`;
      findings.add(stances, { row, column: 'occasion' }, 'lone-occasion', message, `Did you mean \`${meant}\`?`);
      continue;
    }
    // A vague date may mean any of its days: the shortest time that is possible under some reading is what counts.
    const ends = rows.flatMap((each) => {
      const ends = dates.get(cellOf(stances, each, 'evidence'));
      return ends ? [{ row: each, ...ends }] : [];
    });
    const latest = ends.reduce<(typeof ends)[number] | null>((last, end) => (last && last.first >= end.first ? last : end), null);
    const earliest = Math.min(...ends.map(({ last }) => last));
    if (!latest || latest.first - earliest <= OCCASION_DAYS) continue;
    const message = `The rows of the occasion \`${occasion}\` lie ${latest.first - earliest} days apart.`;
    findings.add(
      stances,
      { row: latest.row, column: 'occasion' },
      'wide-occasion',
      message,
      'Make two occasions of them, or correct a date.',
    );
  }
}

/** An occasion of which a slip of the pen makes this one: two letters at most differ, and no digit, since dates tell occasions apart. */
function misspelt(occasion: string, others: readonly string[]): string | undefined {
  const digits = (text: string): string => text.replace(/\D+/g, ' ');
  return others.find((other) => distance(other, occasion) <= 2 && digits(other) === digits(occasion));
}

/** Many ties that end on the last date of all: more likely the source ended than they did. */
export function checkObservation({ ties }: Tables, findings: Findings): void {
  if (!ties) return;
  const ends = ties.rows.map((_, row) => {
    const text = isWhole(ties, row) ? cellOf(ties, row, 'end') : '';
    const span = parseDate(text);
    return isDate(span) && span.precision !== 'unknown' ? span : null;
  });
  const last = observedUntil(ends);
  if (last === null) return;
  const row = ends.findIndex((end) => end?.last === last);
  const together = ends.filter((end) => end?.last === last).length;
  const message = `${together} of ${ends.length} ties end on the last date of all, \`${ends[row]?.text ?? ''}\`: is this the end of your data?`;
  const suggestion = `They are read as not known after it. Say so in ${PACKAGE_FILE}, under \`stanceline\`: \`"coverage": { "ties": { "until": "${isoOf(last)}" } }\`; name a later day if they did end.`;
  findings.add(ties, { row, column: 'end' }, 'ends-together', message, suggestion);
}

function datesOfEvidence(tables: Tables): Map<string, { first: Day; last: Day }> {
  const dates = new Map<string, { first: Day; last: Day }>();
  for (const [table, column] of [
    [tables.statements, 'date'],
    [tables.events, 'start'],
  ] as const) {
    for (let row = 0; table && row < table.rows.length; row++) {
      const text = cellOf(table, row, column);
      const span = text === '' ? null : parseDate(text);
      if (span && isDate(span) && span.precision !== 'unknown') dates.set(cellOf(table, row, 'id'), span);
    }
  }
  return dates;
}
