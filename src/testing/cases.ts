import { plainColumnsOf } from '../record/schema';
import { readRecord } from '../record/reading/read';
import type { StanceRecord, TableName } from '../record/record';

/** Rows of one table as they stand in its file, in the columns that every table has. */
type Lines = Partial<Record<TableName, readonly string[]>>;

const BASE: Lines = {
  actors: ['alba,Alba,state,,POL,52.2,21,,', 'borea,Borea,state,,BLR,53.9,27.5,,'],
  places: ['spot,Spot,POL,city,52,20', 'spot2,Spot two,BLR,city,53,27'],
  sources: ['src-a,https://example.org/a,A page,Example Agency,,2020-01-01,en,news-agency,false'],
};

/** Files of a record of two actors, two places and a source, and the rows of the other tables, for tests of odd records. */
export function caseFiles(lines: Lines, datapackage?: unknown): Map<string, string> {
  const files = new Map<string, string>();
  for (const [name, rows] of Object.entries({ ...BASE, ...lines }) as [TableName, readonly string[]][])
    files.set(`${name}.csv`, `${[plainColumnsOf(name).join(','), ...rows].join('\n')}\n`);
  if (datapackage !== undefined) files.set('datapackage.json', JSON.stringify(datapackage));
  return files;
}

/** The record of {@link caseFiles}. */
export function caseRecord(lines: Lines, datapackage?: unknown): StanceRecord {
  return readRecord(caseFiles(lines, datapackage), 'case');
}

/** A row of statements.csv: `alba` says something of `borea`. */
export function said(id: string, date: string): string {
  return `${id},Title of ${id},${date},alba,alba,borea,Words of ${id},,A short neutral summary.,,talks,src-a,high,`;
}

/** A row of events.csv in which both take part. */
export function happened(id: string, start: string, end = '', place = ''): string {
  return `${id},Title of ${id},${start},${end},${place},alba;borea,border,A short neutral summary.,src-a,high,`;
}

/** A row of stances.csv: what `alba` holds towards `borea` by a statement or event. */
export function scored(evidence: string, score: number): string {
  return `${evidence}--alba--borea,${evidence},alba,borea,${score},statement,,as said`;
}
