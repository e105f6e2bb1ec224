import { allBytes } from '../record/reading/fileBody';
import type { BringAnswer, BringAsk, BringJob, BringReply, Delivered, Handed } from './bringJob';
import type { Mapping } from './mapping';
import type { OnShare } from './share';
import type { Look, Mend, SheetDesk, SheetHead, Sheets } from './sheetDesk';

/** Asks the worker that reads what came from elsewhere. */

export interface BringLimits {
  /** Ends the reading when the reader says so; the promise then rejects with the signal's reason. */
  signal?: AbortSignal;
  onProgress?: OnShare;
}

/** Answers what is asked about files: a worker, or the page itself. */
interface Reader {
  ask(ask: BringAsk, limits: BringLimits): Promise<BringAnswer>;
  end(): void;
}

/** Without a worker (a page of `file:` in some browsers, a test) the page reads itself; a file of SQLite it cannot. */
class ReaderHere implements Reader {
  #sheets: Sheets | null = null;

  async ask(ask: BringAsk, { onProgress }: BringLimits): Promise<BringAnswer> {
    const { handed } = await import('./bringJob');
    if (ask.kind === 'files') {
      const { bringFiles } = await import('./bringFiles');
      const outcome = await bringFiles(await allBytes(ask.files), {
        grades: ask.grades,
        today: new Date().toISOString().slice(0, 10),
        sqlite: () => Promise.reject(new Error('this browser starts no worker here, which a file of SQLite needs')),
      });
      if (outcome.kind === 'sheets') this.#sheets = new (await import('./sheetDesk')).Sheets(outcome.sheets);
      return { kind: 'outcome', outcome: handed(outcome, ask.files) };
    }
    if (this.#sheets === null) throw new Error('There is no sheet.');
    if (ask.kind === 'look') return { kind: 'look', look: this.#sheets.look(ask.which, ask.mapping, ask.mends) };
    return { kind: 'outcome', outcome: handed(this.#sheets.map(ask.which, ask.mapping, ask.mends, onProgress)) };
  }

  end(): void {
    this.#sheets = null;
  }
}

function startWorker(): Worker | null {
  if (typeof Worker === 'undefined') return null;
  try {
    return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  } catch {
    return null;
  }
}

class ReaderBeside implements Reader {
  #started = false;
  #last = 0;
  /** Where the worker could not be loaded. */
  #here: ReaderHere | null = null;

  constructor(readonly worker: Worker) {}

  ask(ask: BringAsk, { signal, onProgress }: BringLimits): Promise<BringAnswer> {
    if (signal?.aborted) return Promise.reject(signal.reason as Error);
    if (this.#here !== null) return this.#here.ask(ask, {});
    const { worker } = this;
    const id = ++this.#last;
    const over = new AbortController();
    return new Promise<BringAnswer>((resolve, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason as Error), { signal: over.signal });
      worker.addEventListener(
        'message',
        ({ data }: MessageEvent<BringReply>) => {
          this.#started = true;
          if (data.id !== id) return;
          if (data.kind === 'progress') onProgress?.(data.text, data.share);
          else if (data.kind === 'failure') reject(new Error(data.message));
          else resolve(data);
        },
        { signal: over.signal },
      );
      worker.addEventListener(
        'error',
        (event) => {
          if (this.#started) reject(new Error(event.message || 'The worker that reads the files stopped.'));
          else {
            this.#here = new ReaderHere();
            this.#here.ask(ask, {}).then(resolve, reject);
          }
        },
        { signal: over.signal },
      );
      worker.postMessage({ ...ask, id });
    }).finally(() => over.abort());
  }

  end(): void {
    this.worker.terminate();
  }
}

function startReader(): Reader {
  const worker = startWorker();
  return worker === null ? new ReaderHere() : new ReaderBeside(worker);
}

async function filesBy(reader: Reader, job: BringJob, limits: BringLimits): Promise<Handed> {
  const answer = await reader.ask({ kind: 'files', ...job }, limits);
  if (answer.kind !== 'outcome') throw new Error('The worker that reads the files answered something else.');
  return answer.outcome;
}

/** Sheets whose rows are with a reader; one that was let go is started again, and reads the files again. */
class DeskBeside implements SheetDesk {
  #reader: Reader | null;
  #asked = 0;
  #looking: Promise<unknown> | null = null;

  constructor(
    readonly sheets: readonly SheetHead[],
    readonly job: BringJob,
    reader: Reader,
  ) {
    this.#reader = reader;
  }

  async #ready(limits: BringLimits): Promise<Reader> {
    if (this.#reader !== null) return this.#reader;
    const reader = startReader();
    this.#reader = reader;
    await filesBy(reader, this.job, limits);
    return reader;
  }

  async look(which: number, mapping: Mapping | null, mends: readonly Mend[]): Promise<Look | null> {
    const mine = ++this.#asked;
    // One question after the other: of those that wait only the last is worth an answer.
    if (this.#looking !== null) {
      await this.#looking.catch(() => undefined);
      if (mine !== this.#asked) return null;
    }
    const looking = (async () => {
      const reader = await this.#ready({});
      const answer = await reader.ask({ kind: 'look', which, mapping, mends }, {});
      return answer.kind === 'look' ? answer.look : null;
    })();
    this.#looking = looking;
    return looking;
  }

  async map(which: number, mapping: Mapping, mends: readonly Mend[], limits: BringLimits): Promise<Delivered> {
    try {
      const reader = await this.#ready(limits);
      const answer = await reader.ask({ kind: 'map', which, mapping, mends }, limits);
      if (answer.kind !== 'outcome') throw new Error('The worker that reads the files answered something else.');
      const { outcome } = answer;
      return outcome.kind === 'sheets' ? { kind: 'sheets', desk: this } : outcome;
    } finally {
      // Its rows are half the memory that the browser has for the page.
      this.close();
    }
  }

  close(): void {
    this.#reader?.end();
    this.#reader = null;
    this.#looking = null;
  }
}

/** Says in a worker what files are, and reads them. Rejects only where the reader ends it or the worker breaks. */
export async function bring(job: BringJob, limits: BringLimits = {}): Promise<Delivered> {
  limits.signal?.throwIfAborted();
  const reader = startReader();
  let keep = false;
  try {
    const outcome = await filesBy(reader, job, limits);
    if (outcome.kind !== 'sheets') return outcome;
    keep = true;
    return { kind: 'sheets', desk: new DeskBeside(outcome.heads, job, reader) };
  } finally {
    if (!keep) reader.end();
  }
}
