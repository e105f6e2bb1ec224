import { delivered, type BringJob, type BringReply, type Delivered } from './bringJob';

/** Asks the worker that reads what came from elsewhere. */

export interface BringLimits {
  /** Ends the reading when the reader says so; the promise then rejects with the signal's reason. */
  signal?: AbortSignal;
  onProgress?: (text: string) => void;
}

/** Without a worker (a page of `file:` in some browsers, a test) the page reads itself; a file of SQLite it cannot. */
async function bringHere(job: BringJob): Promise<Delivered> {
  if (job.kind === 'map') return delivered((await import('./mapSheet')).mapSheets(job.sheets, job.mapping));
  const { bringFiles } = await import('./bringFiles');
  const outcome = await bringFiles(job.files, {
    grades: job.grades,
    today: new Date().toISOString().slice(0, 10),
    sqlite: () => Promise.reject(new Error('this browser starts no worker here, which a file of SQLite needs')),
  });
  return delivered(outcome);
}

function startWorker(): Worker | null {
  if (typeof Worker === 'undefined') return null;
  try {
    return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  } catch {
    return null;
  }
}

/** Does a job of bringing in a worker. Rejects only where the reader ends it or the worker breaks. */
export function bring(job: BringJob, { signal, onProgress }: BringLimits = {}): Promise<Delivered> {
  if (signal?.aborted) return Promise.reject(signal.reason as Error);
  const worker = startWorker();
  if (!worker) return bringHere(job);
  let stop: (() => void) | undefined;
  return new Promise<Delivered>((resolve, reject) => {
    let started = false;
    stop = () => reject(signal?.reason as Error);
    signal?.addEventListener('abort', stop);
    worker.addEventListener('message', (event: MessageEvent<BringReply>) => {
      started = true;
      if (event.data.kind === 'progress') onProgress?.(event.data.text);
      else resolve(event.data.outcome);
    });
    worker.addEventListener('error', (event) => {
      if (started) reject(new Error(event.message || 'The worker that reads the files stopped.'));
      else bringHere(job).then(resolve, reject);
    });
    worker.postMessage(job);
  }).finally(() => {
    if (stop) signal?.removeEventListener('abort', stop);
    worker.terminate();
  });
}
