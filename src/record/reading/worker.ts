import { inParts } from './parts';
import { runJob, type ReadJob, type ReadReply } from './readJob';
import type { Lists, StanceRecord } from '../record';

/** Reads a dataset away from the page. One job a worker: its memory goes with it. */

const scope = self as unknown as DedicatedWorkerGlobalScope;

function buffersOf(record: StanceRecord): ArrayBufferLike[] {
  const columns: (ArrayBufferView | Lists | unknown)[] = [...Object.values(record.evidence), ...Object.values(record.stances)];
  const buffers = new Set<ArrayBufferLike>();
  for (const column of columns) {
    if (ArrayBuffer.isView(column)) buffers.add(column.buffer);
    else if (isLists(column)) buffers.add(column.start.buffer).add(column.item.buffer);
  }
  for (const table of Object.values(record.tables)) buffers.add(table.lines.buffer);
  return [...buffers];
}

function isLists(column: unknown): column is Lists {
  return typeof column === 'object' && column !== null && 'start' in column && 'item' in column;
}

function reply(message: ReadReply, transfer: ArrayBufferLike[] = []): void {
  scope.postMessage(message, transfer as ArrayBuffer[]);
}

function deliver(record: StanceRecord): void {
  const { frame, entries, parts } = inParts(record);
  reply({ kind: 'record', record: frame, entries }, buffersOf(frame));
  for (const part of parts()) reply({ kind: 'part', part });
}

scope.addEventListener('message', (event: MessageEvent<ReadJob>) => {
  runJob(event.data, (text, share) => reply({ kind: 'progress', text, ...(share === undefined ? {} : { share }) })).then(
    deliver,
    (error: unknown) => reply({ kind: 'failure', message: error instanceof Error ? error.message : String(error) }),
  );
});
