import { fetchFiles } from './fetchFiles';
import { PACKAGE_FILE } from '../package';
import { readRecord } from './read';
import type { Fault, StanceRecord } from '../record';
import { inReadingOrder } from '../checking/rules';
import { isZip, unzipDataset, withoutFolder } from './unzip';
import { count, countOf } from '../../words/counts';
import { list } from '../../words/names';

/** What is asked of the worker: a dataset that is served, or files that a reader dropped (tables, or one zip of them). */
export type ReadJob =
  | { kind: 'dataset'; folder: string; name: string; fresh: boolean }
  | { kind: 'files'; files: Map<string, Uint8Array>; name: string };

/** What the worker answers: lines of progress, then the record or why there is none. */
export type ReadReply =
  { kind: 'progress'; text: string } | { kind: 'record'; record: StanceRecord } | { kind: 'failure'; message: string };

async function filesOf(
  job: ReadJob,
  onProgress: (text: string) => void,
): Promise<{ files: Map<string, Uint8Array>; faults: Fault[] }> {
  if (job.kind === 'dataset') {
    const onWaiting = (files: readonly string[], of: number) => {
      if (files.length > 0) onProgress(`Waiting for ${list(files, { most: 3 })}; ${countOf(of - files.length, of, 'file')} came`);
    };
    return fetchFiles(job.folder, job.name, { onWaiting, fresh: job.fresh });
  }
  const files = new Map<string, Uint8Array>();
  const faults: Fault[] = [];
  for (const [path, bytes] of job.files) {
    if (!isZip(bytes)) files.set(path, bytes);
    else {
      const unpacked = await unzipDataset(path, bytes);
      for (const [inner, content] of unpacked.files) files.set(inner, content);
      faults.push(...unpacked.faults);
    }
  }
  return { files: withoutFolder(files), faults };
}

/** Fetches or unpacks, and reads. Runs in the worker, or in the page where there are no workers. */
export async function runJob(job: ReadJob, onProgress: (text: string) => void): Promise<StanceRecord> {
  onProgress(job.kind === 'dataset' ? `Fetching ${PACKAGE_FILE} and its tables` : 'Unpacking');
  const { files, faults } = await filesOf(job, onProgress);
  const record = readRecord(files, job.name, (file, rows) => onProgress(`Reading ${file}, ${count(rows, 'row')}`));
  record.faults = inReadingOrder([...faults, ...record.faults]);
  return record;
}
