import { PackedKeeper, type PackedAsk } from './packedJob';
import { folderAt, type PackedPlace } from './places';

/** Keeps one packed folder open away from the page. */

export type ToKeeper = { place: PackedPlace } | { id: number; ask: PackedAsk };
export type FromKeeper = { id: number; line: string } | { id: number; answer: unknown } | { id: number; failure: string };

const scope = self as unknown as DedicatedWorkerGlobalScope;
let keeper: PackedKeeper | null = null;

/** Buffers of an answer's columns, which are handed over and not copied. */
function buffersIn(answer: unknown): ArrayBuffer[] {
  if (typeof answer !== 'object' || answer === null || answer instanceof Map) return [];
  return [
    ...new Set(
      Object.values(answer).flatMap((value: unknown) => (ArrayBuffer.isView(value) ? [value.buffer as ArrayBuffer] : [])),
    ),
  ];
}

function answerTo(of: PackedKeeper, ask: PackedAsk, said: (line: string) => void): Promise<unknown> {
  switch (ask.kind) {
    case 'open':
      return of.open(ask.name, said);
    case 'cube':
      return of.cube(said);
    case 'size':
      return of.size(ask.wanted);
    case 'rows':
      return of.rows(ask.wanted, ask.title, said);
  }
}

scope.addEventListener('message', ({ data }: MessageEvent<ToKeeper>) => {
  if ('place' in data) {
    keeper = new PackedKeeper(folderAt(data.place));
    return;
  }
  const { id, ask } = data;
  const reply = (message: FromKeeper, transfer: ArrayBuffer[] = []) => scope.postMessage(message, transfer);
  if (keeper === null) return;
  answerTo(keeper, ask, (line) => reply({ id, line })).then(
    (answer) => reply({ id, answer }, buffersIn(answer)),
    (error: unknown) => reply({ id, failure: error instanceof Error ? error.message : String(error) }),
  );
});
