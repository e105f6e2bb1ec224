import { faultsOf, previewOf, type PreviewRow, type RowFault } from '../bring/mapSheet';
import { gradesOf, lacking, NEEDED, ROLE_WORDS, ROLES, type Mapping, type Profile, type Role } from '../bring/mapping';
import { orderIn } from '../bring/foreignDate';
import type { Sheet } from '../bring/sheet';
import { count } from '../words/counts';
import { list } from '../words/names';

/** What the mapping of a sheet shows, and what a change of it makes. */

/** Roles that several columns may share. */
const SHARED: ReadonlySet<Role> = new Set(['topic', 'notes', 'summary']);

export function roleOf({ columns }: Mapping, column: string): Role | '' {
  return ROLES.find((role) => columns[role]?.includes(column)) ?? '';
}

/** The mapping with a column in another role, or in none; what follows from the column is proposed anew. */
export function withRole(mapping: Mapping, sheet: Sheet, column: string, role: Role | ''): Mapping {
  const columns: Mapping['columns'] = {};
  for (const known of ROLES) {
    const left = (mapping.columns[known] ?? []).filter((name) => name !== column && (known !== role || SHARED.has(known)));
    if (left.length > 0) columns[known] = left;
  }
  if (role !== '') columns[role] = [...(columns[role] ?? []), column];
  const changed = { ...mapping, columns };
  if (columns.score?.[0] !== mapping.columns.score?.[0]) Object.assign(changed, gradesOf(sheet, columns.score?.[0]));
  if (columns.date?.[0] !== mapping.columns.date?.[0]) {
    const at = sheet.columns.indexOf(columns.date?.[0] ?? '');
    const order = orderIn(sheet.rows.map((row) => row[at] ?? ''));
    changed.order = order === 'mixed' ? null : order;
  }
  return changed;
}

/** The sheet with one cell mended. */
export function withCell(sheet: Sheet, row: number, column: string, value: string): Sheet {
  const at = sheet.columns.indexOf(column);
  return {
    ...sheet,
    rows: sheet.rows.map((cells, i) => (i === row - 1 ? cells.map((cell, c) => (c === at ? value : cell)) : cells)),
  };
}

/** What a column holds, in a line: `dates, 2025-01-03 to 2025-09-17, 2 missing`. */
export function profileWords({ type, range, missing, different, odd }: Profile): string {
  return [
    type,
    range === null
      ? type === 'few words'
        ? `${different} different`
        : ''
      : range[0] === range[1]
        ? range[0]
        : `${range[0]} to ${range[1]}`,
    missing === 0 ? '' : `${missing} missing`,
    odd.length === 0 ? '' : `${odd.length} that ${odd.length === 1 ? 'does' : 'do'} not fit`,
  ]
    .filter(Boolean)
    .join(', ');
}

/** What the page says above the button. */
export function stateWords(mapping: Mapping): string {
  const lack = lacking(mapping);
  if (lack.length === 0) return 'Every row with these four becomes a statement with a stance.';
  const words = list(lack.map((role) => `“${ROLE_WORDS[role]}”`));
  return lack.length === NEEDED.length
    ? `Choose columns for ${words}.`
    : `Without ${words} rows are shown, and say nothing of a stance.`;
}

export interface Seen {
  preview: PreviewRow[];
  faults: RowFault[];
  faultWords: string;
  /** Rows whose dates can be read in two ways, under no order. */
  ambiguous: number;
}

const MOST_FAULTS = 200;

/** Everything that follows from a sheet and its mapping. */
export function seen(sheet: Sheet, mapping: Mapping): Seen {
  const { faults, rows } = faultsOf(sheet, mapping, MOST_FAULTS);
  return {
    preview: previewOf(sheet, mapping),
    faults,
    faultWords:
      rows === 0
        ? `Every row is understood (${count(sheet.rows.length, 'row')}).`
        : `${count(rows, 'row')} of ${sheet.rows.length} lack something: they are shown as far as they go.`,
    ambiguous: faults.filter(({ mend }) => mend?.kind === 'order').length,
  };
}
