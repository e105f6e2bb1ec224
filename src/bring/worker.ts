import wasm from 'sql.js/dist/sql-wasm-browser.wasm?url';
import { bringFiles } from './bringFiles';
import type { BringJob, BringReply } from './bringJob';
import { mapSheets } from './mapSheet';

/** Reads what came from elsewhere away from the page. One job a worker: its memory goes with it. */

const scope = self as unknown as DedicatedWorkerGlobalScope;
const reply = (message: BringReply): void => scope.postMessage(message);

scope.addEventListener('message', (event: MessageEvent<BringJob>) => {
  const job = event.data;
  if (job.kind === 'map') {
    reply({ kind: 'outcome', outcome: mapSheets(job.sheets, job.mapping) });
    return;
  }
  void bringFiles(job.files, {
    grades: job.grades,
    today: new Date().toISOString().slice(0, 10),
    sqlite: async () => (await import('sql.js')).default({ locateFile: () => wasm }),
    onProgress: (text) => reply({ kind: 'progress', text }),
  }).then((outcome) => reply({ kind: 'outcome', outcome }));
});
