import type { FileBody } from '../record/reading/fileBody';
import type { Outcome } from './bringFiles';
import type { GradeChoice } from './grades';
import type { Mapping } from './mapping';
import { headOfSheet, type Look, type Mend, type SheetDesk, type SheetHead } from './sheetDesk';

/** Files of the reader's, of which it is to be said what they are, and which are to be read. */
export interface BringJob {
  files: ReadonlyMap<string, FileBody>;
  grades: GradeChoice;
}

/** What is asked of the worker: about files, and then about the sheets that they turned out to be. */
export type BringAsk =
  | ({ kind: 'files' } & BringJob)
  | { kind: 'look'; which: number; mapping: Mapping | null; mends: readonly Mend[] }
  | { kind: 'map'; which: number; mapping: Mapping; mends: readonly Mend[] };

/** What came of a job as it is handed to the page. Large files are `Blob`s, which change hands without being copied. */
export type Handed =
  | Exclude<Outcome, { kind: 'brought' | 'dataset' | 'sheets' }>
  | (Omit<Extract<Outcome, { kind: 'brought' }>, 'files'> & { files: Map<string, FileBody> })
  | { kind: 'dataset'; files: Map<string, FileBody> }
  /** The first rows of sheets; the rest stays where it was read. */
  | { kind: 'sheets'; heads: SheetHead[] };

/** The same as the page has it. */
export type Delivered = Exclude<Handed, { kind: 'sheets' }> | { kind: 'sheets'; desk: SheetDesk };

export type BringAnswer = { kind: 'outcome'; outcome: Handed } | { kind: 'look'; look: Look };

/** What the worker says: of the question with that number. */
export type BringReply = { id: number } & (
  { kind: 'progress'; text: string; share?: number } | { kind: 'failure'; message: string } | BringAnswer
);

const encoder = new TextEncoder();
/** Bytes from which on a copy is felt. */
const LARGE = 500_000;

const light = (bytes: Uint8Array<ArrayBuffer>): FileBody => (bytes.length < LARGE ? bytes : new Blob([bytes]));

/**
 * What came of a job, ready to change hands.
 *
 * @param given the files as they were given: those that are still themselves are handed back, not copied
 */
export function handed(outcome: Outcome, given: ReadonlyMap<string, FileBody> = new Map()): Handed {
  if (outcome.kind === 'unknown') return outcome;
  if (outcome.kind === 'sheets') return { kind: 'sheets', heads: outcome.sheets.map(headOfSheet) };
  if (outcome.kind === 'dataset')
    return {
      kind: 'dataset',
      files: new Map(
        Array.from(outcome.files, ([name, bytes]): [string, FileBody] => {
          const own = given.get(name);
          return [
            name,
            own instanceof Blob && own.size === bytes.length && own.size >= LARGE ? own : light(new Uint8Array(bytes)),
          ];
        }),
      ),
    };
  return { ...outcome, files: new Map(Array.from(outcome.files, ([name, text]) => [name, light(encoder.encode(text))])) };
}
