import { faultsOf, previewOf, type PreviewRow, type RowFault } from '../bring/mapSheet';
import { gradesOf, lacking, NEEDED, ROLE_WORDS, ROLES, type Mapping, type Profile, type Role } from '../bring/mapping';
import { orderIn } from '../bring/foreignDate';
import type { Sheet } from '../bring/sheet';
import { MOST_FAULTS, type Look, type SheetHead } from '../bring/sheetDesk';
import { count, figure } from '../words/counts';
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

/**
 * Everything that follows from a sheet and its mapping.
 *
 * @param look what all rows say of it, where the page has the first of them alone; null while they are looked at
 */
export function seen(sheet: SheetHead, mapping: Mapping, look: Look | null): Seen {
  const { faults, rows } = look === null ? faultsOf(sheet, mapping, MOST_FAULTS) : { faults: look.faults, rows: look.faulty };
  const some = look === null && sheet.rows.length < sheet.total;
  const looked = look === null ? sheet.rows.length : sheet.total;
  const of = `${some ? 'the first ' : ''}${count(looked, 'row')}`;
  return {
    preview: previewOf(sheet, mapping),
    faults,
    faultWords:
      rows === 0
        ? `Every row is understood (${of}).`
        : `${figure(rows)} of ${of} ${rows === 1 ? 'lacks' : 'lack'} something: shown as far as it goes.`,
    ambiguous: faults.filter(({ mend }) => mend?.kind === 'order').length,
  };
}

/** What the page says of the figures while it has the first rows alone; empty where it has them all. */
export function sampleWords({ rows, total }: SheetHead, counted: boolean): string {
  if (rows.length >= total) return '';
  return counted
    ? `Figures are of all ${count(total, 'row')}; the preview is of the first.`
    : `Figures are of the first ${count(rows.length, 'row')} until all ${figure(total)} are counted.`;
}
