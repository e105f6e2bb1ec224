import { DATASETS } from './catalogue';
import { PACKAGE_FILE } from './package';
import { EVENT, STATEMENT, TABLE_NAMES, type Fault, type StanceRecord, type TableName } from './record';

/** Whether a record is all of what it is said to be: every table there, whole, and every row of it shown. */

/** What a record lacks. */
export interface Gap {
  /** Table, or `package` for what the dataset says of itself. */
  of: TableName | 'package';
  /** `missing`: the file did not come; `cut`: not all of it, or another one; `rows`: rows with an error, left out of every picture. */
  kind: 'missing' | 'cut' | 'rows';
  /** Rows that are lacking; null where nobody says how many there should be. */
  rows: number | null;
  /** Rows that there should be; null as above. */
  all: number | null;
}

const known = new WeakMap<StanceRecord, readonly Gap[]>();

/** What a record lacks, in the order of its tables; empty for one that is whole. Worked out once a record. */
export function gapsOf(record: StanceRecord): readonly Gap[] {
  const found = known.get(record);
  if (found !== undefined) return found;
  const gaps = [...packageGap(record), ...TABLE_NAMES.flatMap((table) => tableGap(record, table))];
  known.set(record, gaps);
  return gaps;
}

/**
 * Whether a record comes with the page and did not come whole. Then nothing is said of it as a headline: a table that failed on the way
 * would choose another pair, and no row would show it.
 */
export function isBroken(record: StanceRecord): boolean {
  // A row at fault that the reader is writing is no file that failed.
  const { name: own, edits } = record.meta;
  return DATASETS.some(({ name }) => name === own) && gapsOf(record).some(({ kind }) => kind !== 'rows' || edits === undefined);
}

/** Whether a fault is of a file: under its own name, or in a folder. */
export const isIn = (fault: Fault, file: string): boolean => fault.file === file || fault.file.endsWith(`/${file}`);

const failed = (record: StanceRecord, file: string, rule: string): boolean =>
  record.faults.some((fault) => fault.rule === rule && isIn(fault, file));

function packageGap(record: StanceRecord): Gap[] {
  if (!failed(record, PACKAGE_FILE, 'unreadable-file')) return [];
  return [{ of: 'package', kind: 'missing', rows: null, all: null }];
}

function tableGap(record: StanceRecord, name: TableName): Gap[] {
  const rows = record.tables[name]?.rows.length ?? 0;
  const promised = record.meta.rows?.[name] ?? null;
  const file = `${name}.csv`;
  if (record.tables[name] === undefined) {
    const lost =
      failed(record, file, 'unreadable-file') || failed(record, file, 'missing-table') || failed(record, file, 'not-a-table');
    return lost ? [{ of: name, kind: 'missing', rows: promised, all: promised }] : [];
  }
  const shown = shownRows(record, name);
  if (failed(record, file, 'cut-file')) {
    const lacking = promised === null ? null : Math.max(0, promised - shown);
    return [{ of: name, kind: 'cut', rows: lacking, all: promised }];
  }
  return shown < rows ? [{ of: name, kind: 'rows', rows: rows - shown, all: rows }] : [];
}

/** Rows of a table that the pictures are made from: all but those with a fault that keeps them out. */
export function shownRows(record: StanceRecord, name: TableName): number {
  switch (name) {
    case 'statements':
      return record.evidence.kind.reduce((count, kind) => count + (kind === STATEMENT ? 1 : 0), 0);
    case 'events':
      return record.evidence.kind.reduce((count, kind) => count + (kind === EVENT ? 1 : 0), 0);
    case 'stances':
      return record.stances.n;
    case 'scenes':
      return record.stories.reduce((count, story) => count + story.scenes.length, 0);
    case 'codings':
      return record.stances.coders.reduce((count, score) => count + (score >= -2 ? 1 : 0), 0);
    case 'coders':
      return Object.keys(record.meta.coderKinds ?? {}).length;
    default:
      return record[name].length;
  }
}
