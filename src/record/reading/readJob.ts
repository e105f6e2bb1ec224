import { fetchFiles } from './fetchFiles';
import { bytesIn, sizeOf, type FileBody } from './fileBody';
import { fileFaults } from '../media';
import { PACKAGE_FILE } from '../package';
import type { RecordPart } from './parts';
import { readRecord, readTables } from './read';
import type { DatasetMeta, Fault, StanceRecord, TableName } from '../record';
import type { Tables } from '../tables';
import { inReadingOrder } from '../checking/rules';
import { isZip, unzipDataset } from './unzip';
import { withoutFolder } from './withoutFolder';
import { count, countOf } from '../../words/counts';
import { list } from '../../words/names';

/** Tables that are in memory: a record's as they stand after edits. */
export interface TablesJob {
  kind: 'tables';
  tables: Tables;
  meta: DatasetMeta;
  /** What was wrong with the files that they were read from. */
  faults: Fault[];
  /** Tables whose file is there and is no table. */
  unread: Set<TableName>;
}

/** What is asked of the worker: a dataset that is served, files that a reader dropped (tables, or one zip of them), or tables. */
export type FilesJob =
  | { kind: 'dataset'; folder: string; name: string; fresh: boolean }
  | { kind: 'files'; files: ReadonlyMap<string, FileBody>; name: string };
export type ReadJob = FilesJob | TablesJob;

/**
 * Told what is being done: a line, e.g. `Reading statements.csv, 430 rows`, and how far it has come, from 0 to 1, where that is known.
 */
export type OnProgress = (text: string, share?: number) => void;

/**
 * What the worker answers: lines of progress, then the record or why there is none. Long lists of the record are empty in it, and come after
 * it in parts, of which `entries` are all.
 */
export type ReadReply =
  | { kind: 'progress'; text: string; share?: number }
  | { kind: 'record'; record: StanceRecord; entries: number }
  | { kind: 'part'; part: RecordPart }
  | { kind: 'failure'; message: string };

/**
 * Fetches or unpacks: the files by name, without the folder around them, and the bytes of everything that lies there; null where what is
 * served is not all known.
 */
export async function filesOf(
  job: FilesJob,
  onProgress: OnProgress = () => {},
): Promise<{ files: Map<string, Uint8Array>; faults: Fault[]; sizes: Map<string, number> | null }> {
  if (job.kind === 'dataset') {
    const onWaiting = (files: readonly string[], of: number) => {
      if (files.length > 0) onProgress(`Waiting for ${list(files, { most: 3 })}; ${countOf(of - files.length, of, 'file')} came`);
    };
    return { ...(await fetchFiles(job.folder, job.name, { onWaiting, fresh: job.fresh })), sizes: null };
  }
  const files = new Map<string, Uint8Array>();
  const faults: Fault[] = [];
  const sizes = new Map<string, number>();
  for (const [path, body] of job.files) {
    const bytes = await bytesIn(body);
    if (!isZip(bytes)) files.set(path, bytes);
    else {
      const unpacked = await unzipDataset(path, bytes);
      for (const [inner, content] of unpacked.files) files.set(inner, content);
      for (const [inner, size] of unpacked.others) sizes.set(inner, size);
      faults.push(...unpacked.faults);
    }
  }
  const bare = withoutFolder(files);
  for (const [path, bytes] of bare) sizes.set(path, bytes.length);
  return { files: bare, faults, sizes };
}

/** Fetches or unpacks, and reads. Runs in the worker, or in the page where there are no workers. */
export async function runJob(job: ReadJob, onProgress: OnProgress): Promise<StanceRecord> {
  // Its tables are with whoever asked: half of what would be copied.
  if (job.kind === 'tables') return { ...readTables(job.tables, job.meta, job.faults, job.unread), tables: {} };
  onProgress(job.kind === 'dataset' ? `Fetching ${PACKAGE_FILE} and its tables` : 'Unpacking');
  const { files, faults, sizes } = await filesOf(job, onProgress);
  const all = [...files.values()].reduce((sum, bytes) => sum + sizeOf(bytes), 0);
  let come = 0;
  const record = readRecord(files, job.name, (file, rows) => {
    come += sizeOf(files.get(file) ?? new Uint8Array());
    onProgress(`Reading ${file}, ${count(rows, 'row')}`, all === 0 ? 1 : come / all);
  });
  const media = sizes === null ? [] : fileFaults(record.tables, sizes);
  record.faults = inReadingOrder([...faults, ...media, ...record.faults]);
  return record;
}
