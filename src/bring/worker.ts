import wasm from 'sql.js/dist/sql-wasm-browser.wasm?url';
import { allBytes } from '../record/reading/fileBody';
import { bringFiles } from './bringFiles';
import { handed, type BringAnswer, type BringAsk, type BringReply } from './bringJob';
import type { OnShare } from './share';
import { Sheets } from './sheetDesk';

/** Reads what came from elsewhere away from the page. Sheets that it was given stay here until the worker is ended. */

const scope = self as unknown as DedicatedWorkerGlobalScope;
const reply = (message: BringReply): void => scope.postMessage(message);
let sheets = new Sheets([]);

async function answer(ask: BringAsk, onProgress: OnShare): Promise<BringAnswer> {
  if (ask.kind === 'look') return { kind: 'look', look: sheets.look(ask.which, ask.mapping, ask.mends) };
  if (ask.kind === 'map') return { kind: 'outcome', outcome: handed(sheets.map(ask.which, ask.mapping, ask.mends, onProgress)) };
  onProgress('Reading the files');
  const outcome = await bringFiles(await allBytes(ask.files), {
    grades: ask.grades,
    today: new Date().toISOString().slice(0, 10),
    sqlite: async () => (await import('sql.js')).default({ locateFile: () => wasm }),
    onProgress,
  });
  if (outcome.kind === 'sheets') sheets = new Sheets(outcome.sheets);
  return { kind: 'outcome', outcome: handed(outcome, ask.files) };
}

scope.addEventListener('message', ({ data: { id, ...ask } }: MessageEvent<BringAsk & { id: number }>) => {
  answer(ask, (text, share) => reply({ id, kind: 'progress', text, ...(share === undefined ? {} : { share }) })).then(
    (found) => reply({ id, ...found }),
    (error: unknown) => reply({ id, kind: 'failure', message: error instanceof Error ? error.message : String(error) }),
  );
});
