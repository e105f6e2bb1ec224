import wasm from 'sql.js/dist/sql-wasm-browser.wasm?url';
import { bringFiles } from './bringFiles';
import { delivered, type BringJob, type BringReply } from './bringJob';
import type { Outcome } from './bringFiles';
import { mapSheets } from './mapSheet';

/** Reads what came from elsewhere away from the page. One job a worker: its memory goes with it. */

const scope = self as unknown as DedicatedWorkerGlobalScope;
const reply = (message: BringReply): void => scope.postMessage(message);

/** Hands the outcome to the page: its bytes are given away, since a copy of fifty megabytes would stop the page. */
function deliver(found: Outcome): void {
  const outcome = delivered(found);
  const files = outcome.kind === 'brought' || outcome.kind === 'dataset' ? [...outcome.files.values()] : [];
  const message: BringReply = { kind: 'outcome', outcome };
  scope.postMessage(message, [...new Set(files.map(({ buffer }) => buffer as ArrayBuffer))]);
}

scope.addEventListener('message', (event: MessageEvent<BringJob>) => {
  const job = event.data;
  if (job.kind === 'map') {
    deliver(mapSheets(job.sheets, job.mapping));
    return;
  }
  void bringFiles(job.files, {
    grades: job.grades,
    today: new Date().toISOString().slice(0, 10),
    sqlite: async () => (await import('sql.js')).default({ locateFile: () => wasm }),
    onProgress: (text) => reply({ kind: 'progress', text }),
  }).then(deliver);
});
