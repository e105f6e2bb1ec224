import { count } from '../words/counts';
import type { Fault, StanceRecord } from '../record/record';

/** One dataset that was checked. */
export interface Report {
  /** Folder as it was given, with `/` between its parts and none at the end. */
  folder: string;
  record: StanceRecord;
}

function faultsOf(faults: readonly Fault[], severity: Fault['severity']): number {
  return faults.filter((fault) => fault.severity === severity).length;
}

/** Control characters in a cell must not move the terminal's cursor or paint it. */
function printable(text: string): string {
  // eslint-disable-next-line no-control-regex -- these are what is looked for
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, ' ');
}

function line({ folder }: Report, fault: Fault): string {
  const where = `${folder}/${fault.file}${fault.line > 0 ? `:${fault.line}` : ''}`;
  const column = fault.column === '' ? '' : ` ${fault.column}:`;
  const advice = fault.suggestion === '' ? '' : ` ${fault.suggestion}`;
  return `  ${fault.severity === 'error' ? 'error  ' : 'warning'} ${where}${column} ${printable(fault.message + advice)} [${fault.rule}]`;
}

/** Errors of all datasets together. */
export function errorsIn(reports: readonly Report[]): number {
  return reports.reduce((sum, { record }) => sum + faultsOf(record.faults, 'error'), 0);
}

function rowsRead({ record }: Report): string {
  const rows = Object.values(record.tables).reduce((sum, table) => sum + table.rows.length, 0);
  return `${count(rows, 'row')} in ${count(Object.keys(record.tables).length, 'table')}`;
}

/** For a person at a terminal: faults grouped by file, with totals. */
export function asText(reports: readonly Report[]): string {
  const lines: string[] = [];
  for (const report of reports) {
    const { faults } = report.record;
    lines.push(`${report.folder}: ${rowsRead(report)}`);
    const files = [...new Set(faults.map((fault) => fault.file))];
    for (const file of files) {
      const own = faults.filter((fault) => fault.file === file);
      lines.push('', ` ${file}: ${count(faultsOf(own, 'error'), 'error')}, ${count(faultsOf(own, 'warning'), 'warning')}`);
      lines.push(...own.map((fault) => line(report, fault)));
    }
    if (faults.length > 0) lines.push('');
    lines.push(` ${count(faultsOf(faults, 'error'), 'error')}, ${count(faultsOf(faults, 'warning'), 'warning')}`, '');
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

/** For a program: `{ errors, warnings, datasets: [{ folder, rows, faults }] }`. */
export function asJson(reports: readonly Report[]): string {
  const all = reports.flatMap(({ record }) => record.faults);
  const datasets = reports.map(({ folder, record }) => ({
    folder,
    rows: Object.fromEntries(Object.values(record.tables).map((table) => [table.name, table.rows.length])),
    faults: record.faults,
  }));
  return `${JSON.stringify({ errors: faultsOf(all, 'error'), warnings: faultsOf(all, 'warning'), datasets }, null, 2)}\n`;
}

/** Escapes of workflow commands (actions/toolkit, `command.ts`): a message ends at a line break, a property at `:` or `,` too. */
function messageText(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function propertyText(text: string): string {
  return messageText(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** So many annotations of a step are shown by the host, of either severity. */
const SHOWN = 10;

/**
 * Causes first: what concerns a whole file, then what other faults may follow from (ids, keys, the shape of rows), then the rest; each in
 * reading order. Of thousands of faults the first ten are all that a reader is shown.
 */
function causesFirst(faults: readonly Fault[]): Fault[] {
  const rank = ({ row, rule, column }: Fault): number => {
    if (row === 0) return 0;
    if (/ragged|quotes|duplicate-id|encoding/.test(rule) || column === 'id') return 1;
    return /key|unknown-id|dangling/.test(rule) ? 3 : 2;
  };
  return faults
    .map((fault, i) => ({ fault, i }))
    .sort((a, b) => rank(a.fault) - rank(b.fault) || a.i - b.i)
    .map(({ fault }) => fault);
}

/** For GitHub Actions: one workflow command a fault, shown beside the line; causes first, ten of either severity, and how many more there are. */
export function asGithub(reports: readonly Report[]): string {
  const said = (['error', 'warning'] as const).flatMap((severity) => {
    const all = reports.flatMap((report) =>
      causesFirst(report.record.faults.filter((fault) => fault.severity === severity)).map((fault) => annotation(report, fault)),
    );
    const more = all.length - SHOWN;
    return [
      ...all.slice(0, SHOWN),
      ...(more > 0 ? [`::notice title=more::${count(more, severity)} more: npm run check-data names them all.`] : []),
    ];
  });
  return said.length > 0 ? `${said.join('\n')}\n` : '';
}

function annotation({ folder, record }: Report, fault: Fault): string {
  const { columns = [] } = Object.values(record.tables).find((table) => `${table.name}.csv` === fault.file) ?? {};
  const col = columns.indexOf(fault.column) + 1;
  const place = [
    `file=${propertyText(`${folder}/${fault.file}`)}`,
    ...(fault.line > 0 ? [`line=${fault.line}`] : []),
    ...(col > 0 ? [`col=${col}`] : []),
    `title=${propertyText(fault.rule)}`,
  ];
  const column = fault.column === '' ? '' : `${fault.column}: `;
  const advice = fault.suggestion === '' ? '' : ` ${fault.suggestion}`;
  return `::${fault.severity} ${place.join(',')}::${messageText(`${column}${fault.message}${advice}`)}`;
}
