import { fileOf, type Findings } from './findings';
import { nearest } from '../nearest';
import type { TextTable } from '../record';
import { fileFault } from './rules';
import { columnsOf, plainColumnsOf, SCHEMAS } from '../schema';

/** Rules on the header: columns that are missing, unknown or named twice. */
export function checkColumns(table: TextTable, findings: Findings): void {
  const file = fileOf(table.name);
  const known = columnsOf(table.name);
  const plain = plainColumnsOf(table.name);
  const absent = known.filter((name) => !table.columns.includes(name));
  const seen = new Set<string>();
  for (const [at, column] of table.columns.entries()) {
    if (seen.has(column)) {
      if (column === '') continue;
      const message = `The column \`${column}\` is named twice; the first is read.`;
      findings.faults.push({ ...fileFault(file, 'duplicated-column', message, 'Delete or rename one.', 1), column });
    } else if (!known.includes(column)) {
      const meant = nearest(column, absent);
      const message =
        column === '' ? `Column ${at + 1} has no name.` : `\`${column}\` is no column of ${table.name}; it is not read.`;
      const suggestion = meant ? `Did you mean \`${meant}\`?` : column === '' ? 'Delete it.' : '';
      findings.faults.push({ ...fileFault(file, 'unknown-column', message, suggestion, 1), column });
    }
    seen.add(column);
  }
  const needed = absent.filter((name) => SCHEMAS[table.name].fields.find((field) => field.name === name)?.constraints?.required);
  for (const column of needed) {
    const message = `The column \`${column}\` is missing, and no row of ${table.name} can be read without it.`;
    findings.faults.push({
      ...fileFault(file, 'missing-column', message, `Add it to the header: ${plain.join(',')}.`, 1),
      column,
    });
  }
  if (needed.length > 0) for (let row = 0; row < table.rows.length; row++) findings.leaveOut(table, row);
  // A column that a table may lack is not missed; the others are, though their cells may be empty.
  const optional = absent.filter((name) => !needed.includes(name) && plain.includes(name));
  if (optional.length > 0) {
    const names = optional.map((name) => `\`${name}\``).join(', ');
    const message = `The header has no ${names}; ${optional.length === 1 ? 'it is' : 'they are'} read as empty.`;
    findings.faults.push(fileFault(file, 'absent-column', message, 'Add what is known; cells may stay empty.', 1));
  }
}
