import { COMPILED_FILE } from './compiled';
import { fetchCompiled } from './fetchCompiled';
import type { FileBody } from './fileBody';
import { putPart } from './parts';
import type { OnProgress, ReadJob, ReadReply, TablesJob } from './readJob';
import type { StanceRecord } from '../record';

/** A page of `file:` cannot start a worker in some browsers: reading there blocks it for a moment and is better than nothing. */
async function readHere(job: ReadJob, onProgress: OnProgress): Promise<StanceRecord> {
  const { runJob } = await import('./readJob');
  return runJob(job, onProgress);
}

function startWorker(): Worker | null {
  if (typeof Worker === 'undefined') return null;
  try {
    return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  } catch {
    return null;
  }
}

/** How reading may be ended before it is done. */
export interface ReadLimits {
  /** Ends the reading when the reader says so; the promise then rejects with the signal's reason. */
  signal?: AbortSignal;
  /** Milliseconds after which reading is given up; a record of a million rows takes a fraction of it. */
  time?: number;
  /** Asks the site anew, past every cache: for a record that did not come whole. */
  fresh?: boolean;
  /** The site has every record in one compiled file as well. */
  compiled?: boolean;
}

const MOST_TIME = 180_000;

function run(job: ReadJob, onProgress: OnProgress, { signal, time = MOST_TIME }: ReadLimits): Promise<StanceRecord> {
  if (signal?.aborted) return Promise.reject(signal.reason as Error);
  const worker = startWorker();
  if (!worker) return readHere(job, onProgress);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stop: (() => void) | undefined;
  return new Promise<StanceRecord>((resolve, reject) => {
    let started = false;
    let coming: { record: StanceRecord; entries: number; come: number } | null = null;
    stop = () => reject(signal?.reason as Error);
    signal?.addEventListener('abort', stop);
    const seconds = Math.round(time / 1000);
    timer = setTimeout(() => reject(new Error(`Reading took more than ${seconds} seconds and was stopped.`)), time);
    worker.addEventListener('message', (event: MessageEvent<ReadReply>) => {
      started = true;
      const answer = event.data;
      if (answer.kind === 'progress') onProgress(answer.text, answer.share);
      else if (answer.kind === 'failure') reject(new Error(answer.message));
      else {
        if (answer.kind === 'record') coming = { record: answer.record, entries: answer.entries, come: 0 };
        else if (coming !== null) {
          putPart(coming.record, answer.part);
          coming.come += answer.part.items.length;
          onProgress('Taking over the rows', coming.come / coming.entries);
        }
        if (coming !== null && coming.come === coming.entries) resolve(coming.record);
      }
    });
    // Before any answer the worker itself could not be loaded; later it broke at work.
    worker.addEventListener('error', (event) => {
      if (started) reject(new Error(event.message || 'The worker that reads the dataset stopped.'));
      else readHere(job, onProgress).then(resolve, reject);
    });
    worker.postMessage(job);
  }).finally(() => {
    clearTimeout(timer);
    if (stop) signal?.removeEventListener('abort', stop);
    worker.terminate();
  });
}

/**
 * Fetches a dataset: out of its compiled file where the site has one and it comes whole, else it reads the tables in a worker. What is missing or wrong is in `faults` of the record; rejects only where reading itself
 * breaks (out of memory), takes too long, or is ended by the reader.
 *
 * @param base address of the app's root, relative or absolute, with a slash at the end; the dataset is under `data/<name>/`
 * @param name slug of the dataset
 * @param onProgress told what is being done
 */
export async function loadDataset(
  base: string,
  name: string,
  onProgress: OnProgress = () => {},
  limits: ReadLimits = {},
): Promise<StanceRecord> {
  const root = new URL(base, typeof document === 'undefined' ? 'http://localhost/' : document.baseURI);
  const folder = new URL(`data/${encodeURIComponent(name)}/`, root).href;
  const { signal, fresh = false, compiled = false } = limits;
  if (compiled) {
    onProgress(`Waiting for ${COMPILED_FILE}, the whole record in one file`);
    const record = await fetchCompiled(folder, { fresh, ...(signal === undefined ? {} : { signal }) });
    if (signal?.aborted) throw signal.reason as Error;
    if (typeof record !== 'string') return record;
    onProgress(`${COMPILED_FILE} cannot be read: ${record}. Fetching the tables instead`);
  }
  return run({ kind: 'dataset', folder, name, fresh }, onProgress, limits);
}

/**
 * Reads files that the reader chose or dropped: the tables of a dataset with or without the folder around them, or a zip of them.
 * Faults and rejections as for {@link loadDataset}.
 *
 * @param files content by path, `/` or `\` between folders
 * @param name slug under which the dataset is known from now on
 */
export function loadFiles(
  files: ReadonlyMap<string, FileBody>,
  name: string,
  onProgress: OnProgress = () => {},
  limits: ReadLimits = {},
): Promise<StanceRecord> {
  return run({ kind: 'files', files, name }, onProgress, limits);
}

/**
 * Reads and checks tables that are in memory, in a worker: what {@link loadFiles} would make of their files.
 */
export async function loadTables(job: TablesJob, limits: ReadLimits = {}): Promise<StanceRecord> {
  return { ...(await run(job, () => {}, limits)), tables: job.tables };
}

/** The files of a dataset that is served, as they are: from the browser's cache where it has them. */
export async function datasetFiles(base: string, name: string): Promise<Map<string, Uint8Array>> {
  const { filesOf } = await import('./readJob');
  const root = new URL(base, typeof document === 'undefined' ? 'http://localhost/' : document.baseURI);
  const folder = new URL(`data/${encodeURIComponent(name)}/`, root).href;
  return (await filesOf({ kind: 'dataset', folder, name, fresh: false })).files;
}

/** Files that a reader dropped, out of their zip and without the folder around them. */
export async function unpackedFiles(files: ReadonlyMap<string, FileBody>, name: string): Promise<Map<string, Uint8Array>> {
  const { filesOf } = await import('./readJob');
  return (await filesOf({ kind: 'files', files, name })).files;
}
